"""The clause of a page that tells of an event, in the page's own words."""

import re

from standoff.lexicon.summaries import saying_table
from standoff.record.rows import EventMention, MergedEvent
from standoff.tell.faithful import is_subject, names_doers
from standoff.tell.words import cut

CLAUSE = 140
"""A clause up to so many characters is shown as it stands; a longer one ends where a clause within it does."""
LONGEST = 200
"""What has no such end is cut there."""
SHORTEST = 30
FEWEST = 5
"""A clause of fewer words goes on after a comma."""
HEADED = 0.85
"""What counts of the confidence of a headline or a caption: they are short for what the story says better."""
DATELINE = 60
FARTHEST = 60
_FEW = 2  # words of one of several in a row
BE = ("is", "are", "was", "were", "be", "been", "being")
AHEAD = ("about", "to", "set", "due", "ready", "going")
TOLD = ("happened", "ongoing")
BY_NOUN = (" noun", " nominal", " occur")
"""How the rules end by which a noun tells an act: `the offer that it sent`; those of a noun with its own day begin otherwise."""
DATED_NOUN = "dated_noun "
_END = re.compile(r"[;:.!?\n](?:\s|$)|,\s+([a-z]+)|\s[-–—]+\s")
_ABBREVIATION = re.compile(r"\b(?:[A-Z][a-z]{0,3}|[A-Z]|[ap]\.m)\.\Z")
_HALF_OF_DAY = re.compile(r"\b[ap]\.m\Z")
_WITHIN = re.compile(r",?\s(?:and|but|because|after|while|since|as|which|who|according to)\s")
_TOLD = re.compile(r",\s+(?:[\w.'’-]+\s+){1,6}(?:said|says|reported|reports|added)\b")
_JOINED = re.compile(r", (?:and|but|while) ")
_INNER = re.compile(r"[;:,–—] |\s(?:and|but|after|as|because|which|who|while|that|where|when|in which) ")
_HANGS = re.compile(r", (?:which|that|whose) \w+")
_WORD = re.compile(r"[A-Za-z]+")
_YEAR = re.compile(r"\s\d{4}\b")
"""After a word that may open a clause: it is the time of the clause that goes on: `since 1960 the two have struck`."""
_HEADED = re.compile(r"(?=[^,:\n]{2,40},)[A-Z][A-Z\d.,'’ -]{4,60}: ")
"""A dateline that ends in a colon: `LILLE, MAY 4, HAVAS: `."""
_ENDS = re.compile(r"[;:–—]| - ")
_BEFORE = re.compile(r"([\w’'-]+)\W*\Z")
_WHOM = re.compile(r"\b(?:that|which|whom) (?:the )?\Z")
"""Before who acts, in a clause on what is acted on: `the lorries that Togo sent`."""


def quoted(event: MergedEvent, *, whole: bool = False) -> str:
    """The clause that tells it, from the event's own verb on or whole, in the page's words; empty where none stands alone.

    From a story before a headline, of the surest mention that gives the event its kind and date.
    """
    told = [m for m in surest(event) if names_doers(event, m)]
    if whole:  # whom it names first
        told += [m for m in surest(event) if m not in told]
    clauses = [clause for m in told if (clause := _whole(m) if whole else _clause(m))]
    return next((clause for clause in clauses if " " in clause), clauses[0] if clauses else "")


def surest(event: MergedEvent) -> list[EventMention]:
    """The mentions that tell the kind and date of an event as it stands, the surest first, by a verb, and in a story."""

    def other(m: EventMention) -> tuple[bool, ...]:
        kind = (m.event.type, m.event.mode) != (event.type, event.mode)
        return (m.event.status in TOLD) != (event.status in TOLD), kind, m.event.date != event.date

    best = min((other(m) for m in event.members), default=())
    return sorted(
        (m for m in event.members if other(m) == best),
        key=lambda m: (
            is_by_noun(m),
            -round(m.event.confidence * (1 if m.where.part == "story" else HEADED), 3),
            m.where.document.published or "~",
            m.where.document.id,
            m.where.start,
        ),
    )


def is_by_noun(mention: EventMention) -> bool:
    """A noun tells the act: `the offer that it sent`."""
    return mention.event.rule.endswith(BY_NOUN) or mention.event.rule.startswith(DATED_NOUN)


def excerpt(event: MergedEvent) -> str:
    """The words around the act as the surest page has them, where no clause of it stands alone."""
    for mention in surest(event)[:1]:
        quote, at = mention.where.quote, _told_by(mention)
        starts = [0, *(found.end() for found in _INNER.finditer(quote, 0, mention.event.start - mention.where.start))]
        start = next((n for n in starts if at - n <= CLAUSE), starts[-1])
        if at - start > CLAUSE:
            start = quote.find(" ", at - CLAUSE) + 1
        end = min(_end(quote, at), start + LONGEST)
        words = cut(" ".join(quote[start:].split()), LONGEST) if end < at else " ".join(quote[start:end].split())
        words = words.replace("“", "‘").replace("”", "’").replace('"', "").strip(" ,;:.-–—―…")
        return f"{'… ' if start else ''}{words}{' …' if end < len(quote.rstrip(' .')) else ''}"
    return ""


def _clause(mention: EventMention) -> str:
    """From the verb on, with its auxiliaries; empty where the words are no verb of the actor's, or its sense needs more."""
    quote, start = mention.where.quote, mention.event.start - mention.where.start
    table = saying_table()
    while (found := _BEFORE.search(quote, 0, start)) and found[1].lower() in table.auxiliaries:
        start = found.start(1)
    if found and quote[start : start + 3].lower() == "to ":  # `threatened to close`: the verb before it governs
        start = found.start(1)
        found = _BEFORE.search(quote, 0, start)
    before = found[1].lower() if found else ""
    words = quote[start : _end(quote, _told_by(mention))].split()
    noun = (
        is_by_noun(mention)
        or before in table.determiners
        or before in table.prepositions
        or before.endswith(("'s", "’s", "s'", "s’"))
    )
    ahead = mention.event.status not in TOLD or mention.event.negated
    if (
        noun
        or _lacks(words)
        or words[0][0].isupper()
        or _apart(mention)
        or not is_subject(mention, start)
        or (ahead and words[0].lower() not in table.ahead)
    ):
        return ""
    return shown(" ".join(words))


def _lacks(words: list[str]) -> bool:
    """The words are a passive, or too few to say what is done: what they mean stands before them."""
    table, low = saying_table(), [word.lower().strip(",") for word in words]
    if (
        len(low) < 3
        or low[-2:] == ["to", "do"]
        or low[1] == "by"
        or (len(low) < 5 and (low[1] in table.prepositions - {"of"} or low[1] == "last"))
    ):
        return True
    rest = [word for word in low[:4] if word not in ("not", "also", "again", "still", "already", "then", "formally")]
    for n, word in enumerate(rest[:-1]):
        if word in BE and not (rest[n + 1].endswith("ing") or rest[n + 1] in AHEAD or rest[n + 1] in BE):
            return True
    return False


def _apart(mention: EventMention) -> bool:
    """The verb's subject or object stands elsewhere: `Their strike ended`, `the line that they cut`."""
    event, start, quote = mention.event, mention.where.start, mention.where.quote
    if event.object and start <= event.object.start < event.object.end <= event.start:
        return True
    if _is_of_its_object(mention):
        return True
    if event.type == "CONSULT" and saying_table().meeting & set(
        quote[: event.start - start].rpartition(",")[2].lower().split()
    ):
        return True  # `talks between the two broke down`
    owners = [quote[a.start - start : a.end - start].lower() for a in event.actors if start <= a.start < event.start]
    return bool(owners) and all(owner in saying_table().determiners for owner in owners)


def _is_of_its_object(mention: EventMention) -> bool:
    """The clause hangs on what is acted on, which stands before it: `the food that Togo sent to Kara is still there`."""
    event, first, quote = mention.event, mention.where.start, mention.where.quote
    behind = quote[event.end - first :].split()[:1]
    if not behind or behind[0].lower().strip(",") not in saying_table().prepositions | saying_table().auxiliaries:
        return False
    return any(first < a.start < event.start and _WHOM.search(quote, 0, a.start - first) for a in event.actors)


def _whole(mention: EventMention) -> str:
    """From the sentence's beginning, without what stands before the dash of a dateline; empty where the act would be cut.

    Of an act told by a noun with the clause that hangs on it, in which its day may stand.
    """
    quote, at = mention.where.quote, _told_by(mention)
    dashes = (" - ", " – ", " — ", "-- ", " ― ")
    begin = next((n + 3 for dash in dashes if 0 <= (n := quote.rfind(dash, 0, at)) < DATELINE), 0)
    begin = max(begin, headed.end() if (headed := _HEADED.match(quote)) and headed.end() <= at else 0)
    trigger, end = mention.event.start - mention.where.start, _end(quote, at)
    begin = max(begin, quote.rfind(";", 0, trigger) + 1)
    if is_by_noun(mention) and (hangs := _HANGS.match(quote, end)):
        end = _end(quote, hangs.end())
    inner = max((found.end() for found in _JOINED.finditer(quote, begin, trigger)), default=begin)
    for start in dict.fromkeys((_hanging(mention, begin, end), begin, inner)):
        words = shown(" ".join(quote[start:end].split()))
        if len(words.rstrip(" …")) >= len(" ".join(quote[start:at].split())) - 2:
            return words
    return ""


def _hanging(mention: EventMention, begin: int, end: int) -> int:
    """Where a clause begins that hangs on another one and tells the act: behind `after`, `because`, `when`; else `begin`."""
    quote, trigger = mention.where.quote, mention.event.start - mention.where.start
    words = (m for m in _WORD.finditer(quote, begin, trigger) if m[0].lower() in saying_table().hanging)
    found = [m for m in words if not _YEAR.match(quote, m.end())]
    if not found:
        return begin
    start = found[-1].end() + 1
    between = quote[start:trigger]
    if between.count(",") % 2 or _ENDS.search(between) or quote.count(" ", start, end) < FEWEST:
        return begin
    event, first = mention.event, mention.where.start
    refs = [*event.actors, *event.recipients, *([event.object] if event.object else [])]
    head = start + len(between.partition(",")[0])
    mine = is_by_noun(mention) or any(start <= ref.start - first < head for ref in refs)
    return start if mine and (" and " not in between or not is_by_noun(mention)) else begin


def _told_by(mention: EventMention) -> int:
    """Where the event's words end in its sentence; those that reach far over it count by their first alone."""
    start, end = mention.event.start - mention.where.start, mention.event.end - mention.where.start
    return end if end - start <= FARTHEST else mention.where.quote.find(" ", start)


def _end(quote: str, at: int) -> int:
    """Where the clause ends that goes on at a place."""
    told = _TOLD.search(quote, at)
    longest = told.start() if told else len(quote)
    if quote.partition(" ")[0].lower() in saying_table().breaks | saying_table().clause and at < quote.rfind(", "):
        longest = min(longest, quote.rfind(", "))  # `Since it shut the lines last month, ...`
    for found in _END.finditer(quote, at, longest):
        if _ABBREVIATION.search(quote, 0, found.start() + 1) or _in_a_row(quote, at, found):
            continue
        few = found[1] in saying_table().subordinate and quote.count(" ", at, found.start()) < FEWEST
        if found[1] is None or (found[1] in saying_table().breaks and not few):
            return found.start()
    return longest


def _in_a_row(quote: str, at: int, comma: re.Match[str]) -> bool:
    """Whether a comma before `and` or `or` only ends the last but one of several: `its last, best, and final offer`."""
    before = quote.rfind(", ", at, comma.start())
    return comma[1] in ("and", "or") and before >= 0 and quote.count(" ", before, comma.start()) <= _FEW


def shown(clause: str) -> str:
    """The clause without quotation marks and half brackets; a long one up to the last clause that is short enough."""
    line = clause.replace("“", "‘").replace("”", "’").replace('"', "").strip(" ,;:.-–—―")
    if _HALF_OF_DAY.search(line):
        line += "."
    if line.count("(") != line.count(")"):
        line = line[: line.rfind("(")] if "(" in line else line.replace(")", "")
        line = line.rstrip(" ,;:")
    if len(line) > CLAUSE:
        ends = [found.start() for found in _WITHIN.finditer(line) if SHORTEST <= found.start() <= CLAUSE]
        if ends:
            return line[: ends[-1]] + " …"
    return cut(line, LONGEST)
