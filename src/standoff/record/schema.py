"""The tables of a record, as named migrations. Each runs in a transaction of its own; `user_version` counts them."""

APPLICATION_ID = 0x53544F46  # "STOF": tells a record from any other SQLite file

MIGRATIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "0001 documents, links, decisions",
        (
            "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
            "CREATE TABLE migration (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
            # `made` names what made the annotation: another value makes it stale
            """CREATE TABLE document (
                n INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, made TEXT NOT NULL, id TEXT NOT NULL,
                given TEXT, published TEXT, first_day TEXT, last_day TEXT,
                source BLOB NOT NULL, annotation BLOB NOT NULL) STRICT""",
            "CREATE INDEX document_by_day ON document (last_day)",
            """CREATE TABLE address (
                document TEXT NOT NULL REFERENCES document (key) ON DELETE CASCADE, id TEXT NOT NULL, url TEXT NOT NULL,
                PRIMARY KEY (document, id, url)) STRICT, WITHOUT ROWID""",
            "CREATE VIRTUAL TABLE page USING fts5 (title, text, tokenize = 'unicode61 remove_diacritics 2')",
            """CREATE TABLE failure (
                id TEXT NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL, PRIMARY KEY (id, code, message))
                STRICT, WITHOUT ROWID""",
            # links: what the machine concluded from the pages together; rebuilt by `link`
            """CREATE TABLE copy (
                document TEXT PRIMARY KEY REFERENCES document (key) ON DELETE CASCADE, source TEXT NOT NULL,
                copy_of TEXT, reason TEXT NOT NULL) STRICT, WITHOUT ROWID""",
            "CREATE TABLE merge (member TEXT PRIMARY KEY, canonical TEXT NOT NULL, reason TEXT NOT NULL) STRICT, WITHOUT ROWID",
            "CREATE INDEX merge_by_canonical ON merge (canonical)",
            "CREATE TABLE dating (member TEXT PRIMARY KEY, date TEXT NOT NULL, reason TEXT NOT NULL) STRICT, WITHOUT ROWID",
            # an inferred publication date: the annotation was made again with it
            """CREATE TABLE inferred (
                document TEXT PRIMARY KEY REFERENCES document (key) ON DELETE CASCADE, published TEXT NOT NULL,
                reason TEXT NOT NULL, alone BLOB NOT NULL) STRICT, WITHOUT ROWID""",
            # what a person decided: never touched by a later run
            """CREATE TABLE decision (
                n INTEGER PRIMARY KEY, action TEXT NOT NULL, mention TEXT NOT NULL, other TEXT, type TEXT, quote TEXT,
                value TEXT, note TEXT) STRICT""",
        ),
    ),
    (
        "0002 what fetching remembers",
        (
            # the last answer to each address: what makes the next question conditional. `document` is the page it gave,
            # which may be in the record or not yet; `how` is what a feed was asked for; `run` counts runs of `read --fetch`
            """CREATE TABLE visit (
                url TEXT PRIMARY KEY, status INTEGER NOT NULL, lasting INTEGER NOT NULL, final TEXT, etag TEXT,
                modified TEXT, day TEXT, document TEXT, how TEXT NOT NULL, run INTEGER NOT NULL) STRICT, WITHOUT ROWID""",
            # the entries of feeds that were taken up; `document` is the page of one that the feed holds in full
            """CREATE TABLE entry (
                feed TEXT NOT NULL, entry TEXT NOT NULL, url TEXT NOT NULL, id TEXT NOT NULL, document TEXT,
                PRIMARY KEY (feed, entry))
                STRICT, WITHOUT ROWID""",
        ),
    ),
    (
        "0003 the log of decisions",
        (
            "DROP TABLE decision",  # nothing was ever written into it
            # what a person decided, in order; never changed: who undoes a decision adds a line that names it. `said` holds
            # the values that were set and the ones that were shown, as JSON
            """CREATE TABLE decision (
                n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, action TEXT NOT NULL, who TEXT NOT NULL,
                time TEXT NOT NULL, undoes TEXT, said TEXT NOT NULL, note TEXT) STRICT""",
            # the mentions that it hangs on: found again by page, quote, type and words when pages are read anew
            """CREATE TABLE anchor (
                decision TEXT NOT NULL REFERENCES decision (id), n INTEGER NOT NULL, part TEXT NOT NULL,
                mention TEXT NOT NULL, document TEXT NOT NULL, page TEXT NOT NULL, kind TEXT NOT NULL, type TEXT NOT NULL,
                quote TEXT NOT NULL, words TEXT NOT NULL, start INTEGER NOT NULL, nth INTEGER NOT NULL,
                fix INTEGER NOT NULL,
                PRIMARY KEY (decision, n)) STRICT, WITHOUT ROWID""",
            "CREATE INDEX anchor_by_mention ON anchor (mention)",
        ),
    ),
    (
        "0004 what linking remembers",
        (
            # made anew from the pages where it is missing. `linked`: the group of copies that a document's reports were put
            # to, the source it counted as and the day of that group; the source is emptied when the document changes
            """CREATE TABLE linked (
                document TEXT PRIMARY KEY, grp TEXT NOT NULL, source TEXT NOT NULL, day TEXT) STRICT, WITHOUT ROWID""",
            # what one text tells once, by the kind and time of the act
            "CREATE TABLE unit (id TEXT PRIMARY KEY, grp TEXT NOT NULL, cell TEXT NOT NULL, told BLOB NOT NULL) STRICT, WITHOUT ROWID",
            "CREATE INDEX unit_by_grp ON unit (grp)",
            "CREATE INDEX unit_by_cell ON unit (cell)",
            # what hangs on other events, or is spoken of
            """CREATE TABLE loose (
                key TEXT PRIMARY KEY, grp TEXT NOT NULL, document TEXT NOT NULL, content_of TEXT, hangs INTEGER NOT NULL,
                told BLOB NOT NULL) STRICT, WITHOUT ROWID""",
            "CREATE INDEX loose_by_grp ON loose (grp)",
            "CREATE INDEX loose_by_content ON loose (content_of)",
            "CREATE INDEX loose_hanging ON loose (key) WHERE hangs",
            # the acts of each kind and time
            """CREATE TABLE core (
                root TEXT PRIMARY KEY, cell TEXT NOT NULL, family TEXT NOT NULL, first TEXT, last TEXT, published TEXT,
                known INTEGER NOT NULL, late INTEGER NOT NULL, deed INTEGER NOT NULL, act BLOB NOT NULL)
                STRICT, WITHOUT ROWID""",
            "CREATE INDEX core_by_cell ON core (cell)",
            "CREATE INDEX core_by_day ON core (family, first)",
            "CREATE INDEX core_late ON core (root) WHERE late",
            "CREATE TABLE told (document TEXT NOT NULL, root TEXT NOT NULL, PRIMARY KEY (document, root)) STRICT, WITHOUT ROWID",
            "CREATE INDEX told_by_root ON told (root)",
            # what each act joined, and whether that stands
            """CREATE TABLE choice (
                root TEXT PRIMARY KEY, target TEXT NOT NULL, early INTEGER NOT NULL, kept INTEGER NOT NULL,
                score REAL NOT NULL, reason TEXT NOT NULL, differ TEXT NOT NULL) STRICT, WITHOUT ROWID""",
            "CREATE INDEX choice_by_target ON choice (target)",
        ),
    ),
    (
        "0005 what is remembered of copies",
        (
            # what each document prints: a name for the text, how many runs of words it has, and by which it is looked up
            """CREATE TABLE sketch (
                document TEXT PRIMARY KEY, text BLOB NOT NULL, address TEXT, length INTEGER NOT NULL, step INTEGER NOT NULL,
                looked_up BLOB NOT NULL, listed BLOB NOT NULL) STRICT, WITHOUT ROWID""",
            "CREATE INDEX sketch_by_text ON sketch (text)",
            "CREATE INDEX sketch_by_address ON sketch (address)",
            # the index: hashes of sentences and runs of words, with the number of the document
            "CREATE TABLE lookup (hash INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (hash, n)) STRICT, WITHOUT ROWID",
            # of which pages one copies the other; found by what they print, or compared as versions of one address
            """CREATE TABLE pair (
                one TEXT NOT NULL, other TEXT NOT NULL, share REAL NOT NULL, reason TEXT NOT NULL, by_text INTEGER NOT NULL,
                PRIMARY KEY (one, other)) STRICT, WITHOUT ROWID""",
            "CREATE INDEX pair_by_other ON pair (other)",
            "CREATE INDEX copy_by_first ON copy (copy_of)",
            "DROP INDEX core_by_day",
            "CREATE INDEX core_by_day ON core (family, first, last, late)",
        ),
    ),
    (
        "0006 what views are answered from",
        (
            # what a view needs of every document, without what it gave: its name, title, publisher, date and issues
            "CREATE TABLE head (n INTEGER PRIMARY KEY REFERENCES document (n) ON DELETE CASCADE, told BLOB NOT NULL) STRICT",
            # the rows of each view as they were last worked out, in parts; `told_from` in `meta` names what they are told from
            "CREATE TABLE view (name TEXT NOT NULL, part INTEGER NOT NULL, rows BLOB NOT NULL, PRIMARY KEY (name, part)) STRICT",
            # the documents that are to be put together: no other is looked at
            "CREATE TABLE waiting (document TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
            """INSERT INTO waiting SELECT key FROM document LEFT JOIN linked ON linked.document = key
                WHERE coalesce(linked.source, '') = ''""",
            "CREATE INDEX document_undated ON document (key) WHERE published IS NULL OR published LIKE '%XXXX%'",
        ),
    ),
    (
        "0007 how alike an act must be to matter",
        (
            # for acts without a day: a new act less alike than this changes nothing of what they chose
            "CREATE TABLE weighed (root TEXT PRIMARY KEY, least REAL NOT NULL) STRICT, WITHOUT ROWID",
            "CREATE INDEX core_coarse ON core (family, last) WHERE first != last AND NOT late",
            "CREATE INDEX core_undated ON core (family, published) WHERE first IS NULL AND NOT late",
        ),
    ),
    (
        "0008 acts by their sides",
        (
            # who does it, so that acts of other sides are not read at all
            "ALTER TABLE core ADD COLUMN sides TEXT NOT NULL DEFAULT ''",
            "DROP INDEX core_by_day",
            "CREATE INDEX core_by_day ON core (family, first, last, late, sides)",
            "DROP INDEX core_undated",
            "CREATE INDEX core_undated ON core (family, published, deed, sides) WHERE first IS NULL AND NOT late",
            # by its last day what lasts up to some weeks is found within some weeks; what lasts longer stands apart
            "ALTER TABLE core ADD COLUMN days INTEGER NOT NULL DEFAULT 0",
            "DROP INDEX core_coarse",
            "CREATE INDEX core_coarse ON core (family, last, first, sides) WHERE days BETWEEN 2 AND 62 AND NOT late",
            "CREATE INDEX core_long ON core (family, last, first, sides) WHERE days > 62 AND NOT late",
        ),
    ),
    (
        "0009 what has changed since events were kept",
        (
            # the keys of documents and mentions: their text, source, date or event is another one. Nothing is noted while no
            # events are kept
            "CREATE TABLE stale (key TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
            *(
                f"""CREATE TRIGGER {table}_{word.lower()} AFTER {word} ON {table}
                    WHEN EXISTS (SELECT 1 FROM meta WHERE key = 'events_of')
                    BEGIN INSERT OR IGNORE INTO stale VALUES ({side}.{column}); END"""
                for table, column in (
                    ("document", "key"),
                    ("address", "document"),
                    ("copy", "document"),
                    ("merge", "member"),
                    ("dating", "member"),
                )
                for word, side in (("INSERT", "new"), ("UPDATE", "new"), ("DELETE", "old"))
            ),
        ),
    ),
    (
        "0010 what is worked out of single pages",
        (
            # by a name that tells what it is and what it was worked out by; taken out where its page changes
            """CREATE TABLE given (
                name TEXT NOT NULL, n INTEGER NOT NULL REFERENCES document (n) ON DELETE CASCADE, told BLOB NOT NULL,
                PRIMARY KEY (name, n)) STRICT, WITHOUT ROWID""",
            "CREATE INDEX given_by_page ON given (n)",
            """CREATE TRIGGER given_anew AFTER UPDATE OF annotation ON document
                BEGIN DELETE FROM given WHERE n = new.n; END""",
        ),
    ),
)
