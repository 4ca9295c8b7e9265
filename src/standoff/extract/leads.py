"""Who speaks where no verb of speech leads to the quotation: a label before a colon, `According to ...`, the sentence before."""

import re

from standoff.extract.marks import Marked
from standoff.extract.speakers import Frame, frame, frame_with, is_cue, is_person, phrase
from standoff.lexicon.calendar import MONTH_WORDS, WEEKDAY_WORDS
from standoff.lexicon.cues import cues
from standoff.lexicon.lemmas import lemma
from standoff.parse import SUBJECTS, Parsed, Sentence, Token

QUOTE_MARKS = frozenset({'"', "“", "”", "''", "``", "‘", "’", "'", "«", "»", "„", "‹", "›", "「", "」", "『", "』"})
MARK_CHARS = " \n\"“'‘”’«»„‹›「」『』"
_RUN = 8  # tokens of a name before a colon
_LABEL = 7  # words of a label before a colon
DASHES = frozenset({"-", "–", "—", "--", "|"})
"""What parts a heading from the name after it."""
_SMALL = frozenset({"of", "the", "and", "from", "for", "at", "de", "van", "von", "&"})
_MORE = frozenset({"more", "also"})
_BESIDE = frozenset({"advcl", "relcl", "acl", "csubj", "pcomp"})
_SPELT = 80  # characters before a quotation that may spell who speaks
_SAID = re.compile(r"\b((?:[A-Z][\w.’'-]{0,30} ){0,4}[A-Z][\w’'-]{0,30}|[Hh]e|[Ss]he|[Tt]hey) (\w+)[,:]?[“\"]?$")
_SIGNED = re.compile(
    r"[”\"’'»]{1,2} ?(?:[ \n]?|\n{1,2}(?=[^.!?\n]{3,70}(?:\n|$)))([-–—]{1,2}) ?((?:[A-Z][\w.’'-]{0,30} ){0,4}[A-Z][\w’'-]{0,30})(?=[,\n]|$)"
)
_SIGNATURE = re.compile(
    r"[”\"’'»]{1,2} ?([-–—]{1,2}|\() ?((?:[^\n,(){}“”\"!?;:]){3,80}?)(?: ?[,(][^\n“”\"!?;:]{0,80}|\))?(?=\n|$)"
)
_SIGNED_WORDS = 10
_NAMES = 2  # words of a name between brackets, where `(Applause)` may stand
_FINITE = ("VBD", "VBZ", "VBP", "MD", "WRB")
_HEADING = 4  # words of a label that says what or when
_EMPTY = frozenset({"it", "that", "this", "there", "here", "what", "who", "which"})
_SOURCE = frozenset({"from", "per", "via"})
_HERE = 3  # characters between the beginning of a sentence and a quotation that is all of it


class Marks:
    """The quotations and sentences around one quotation."""

    def __init__(self, marked: list[Marked], n: int, sentences: list[Sentence]) -> None:
        self.near = marked[max(0, n - 6) : n + 7]
        self.sentences = sentences

    def hold(self, token: Token) -> bool:
        """Whether a token is quoted."""
        return any(m.start <= token.start < m.end for m in self.near)


def according_to(token: Token) -> Frame | None:
    """`according to X`, with X for speaker."""
    to = token.child("prep")
    who = to.child("pobj") if to is not None else None
    return frame_with(token, who) if who is not None else None


def labelled(sentence: Sentence, mark: Marked, inside: Marks) -> Frame | None:
    """The name between a dash and the colon before a quotation: `Polls agree - Ann Lee: “...”`."""
    tokens = _before(sentence, mark, inside)
    label = _label(tokens[:-1], dashed=True) if tokens and tokens[-1].text == ":" else []
    return Frame(tokens[-1], label[-1], label[0].start, label[-1].end) if label else None


def spelt_before(text: str, sentence: Sentence, mark: Marked) -> Frame | None:
    """`Lee said,“...”`, without the space by which words are told apart."""
    start = max(sentence.start, mark.start - _SPELT)
    found = _SAID.search(text[start : mark.start])
    if found is None or "quote" not in cues().forms.get(lemma(found[2].lower(), "VBD"), ()):
        return None
    cue, who = sentence.at(start + found.start(2)), sentence.at(start + found.start(1))
    if cue is None or who is None or text[mark.start - 2].isspace():
        return None
    return Frame(cue, who, start + found.start(1), start + found.end(1))


def signed_after(parsed: Parsed, mark: Marked) -> Frame | None:
    """The name after a dash that ends the paragraph of a quotation: `“...” — Ana Ruiz`."""
    found = _SIGNED.match(parsed.page.text, mark.end)
    if found is None:
        return _signed_by(parsed, mark)
    home, named = parsed.sentence_at(found.start(1)), parsed.sentence_at(found.end(2) - 1)
    dash = home.at(found.start(1)) if home is not None else None
    who = named.at(found.end(2) - 1) if named is not None else None
    return Frame(dash, who, found.start(2), found.end(2)) if dash is not None and who is not None else None


def _signed_by(parsed: Parsed, mark: Marked) -> Frame | None:
    """Who is told by the rest of the line, where no verb stands in it: `“...” — a delegate from the south`, `“...” (Ana Ruiz, senator)`."""
    found = _SIGNATURE.match(parsed.page.text, mark.end)
    if found is None:
        return None
    row = [t for s in _sentences_in(parsed, *found.span(1)) for t in s.tokens if found.start(1) < t.end <= found.end()]
    signed = [t for t in row if found.start(2) <= t.start and t.end <= found.end(2)]
    if len(signed) > _SIGNED_WORDS or any(t.tag in _FINITE for t in row) or not signed or not row:
        return None
    names = [t for t in signed if t.tag.startswith("NNP")]
    if is_heading(signed) or (found[1] == "(" and len(names) < _NAMES):
        return None
    if signed[0].tag not in ("DT", "NN", "NNS", "NNP", "NNPS", "JJ", "CD") or (
        found[1] == "(" and signed[0] not in names
    ):
        return None
    nouns = [t for t in signed if t.is_noun]
    before = next(
        (n for n, t in enumerate(nouns) if t.i + 1 < len(t.sentence.tokens) and t.sentence.tokens[t.i + 1].tag == "IN"),
        None,
    )
    who = names[-1] if names and before is None else (nouns[before or 0] if nouns else None)
    return None if who is None else Frame(row[0], who, signed[0].start, signed[-1].end)


def _sentences_in(parsed: Parsed, start: int, end: int) -> list[Sentence]:
    """The sentences of the stretch from a dash to the end of its line."""
    first = parsed.sentence_at(start)
    if first is None:
        return []
    return [s for s in parsed.sentences[first.index : first.index + 3] if s.paragraph == first.paragraph]


def _before(sentence: Sentence, mark: Marked, inside: Marks) -> list[Token]:
    """The words before a quotation, in its sentence or else in the one before."""
    tokens = [t for t in sentence.tokens if t.end <= mark.start and t.text not in QUOTE_MARKS]
    earlier = [] if tokens else [s for s in inside.sentences if s.end <= mark.start]
    return earlier[-1].tokens if earlier else tokens


def led_by(sentence: Sentence, mark: Marked, inside: Marks) -> Frame | None:
    """Without a verb of speech: `According to the report, “...”`, `Its findings were clear: “...”`, `Ann Lee: “...”`."""
    tokens = _before(sentence, mark, inside)
    according = next((t for t in tokens if t.lower == "according"), None)
    if according is not None:
        return according_to(according)
    if (worded := _worded(tokens)) is not None:
        return worded
    if not tokens or tokens[-1].text not in (":", *DASHES):
        return None
    label = _label(tokens[:-1])
    if label:
        return Frame(tokens[-1], label[-1], label[0].start, label[-1].end)
    if is_occasion(tokens[:-1]):
        return None
    who = _told_of(tokens, inside)
    return frame_with(tokens[-1], who) if who is not None else None


def _worded(tokens: list[Token]) -> Frame | None:
    """`It was, in the words of one critic, “...”`."""
    row = tuple(t.lower for t in tokens)
    for words in cues().according:
        first = next((n for n in range(len(row)) if row[n : n + len(words)] == words), None)
        if first is None:
            continue
        link = tokens[first + len(words) - 1]
        who = link.child("pobj")
        return frame_with(tokens[first], who) if who is not None else None
    return None


def is_occasion(tokens: list[Token]) -> bool:
    """Whether what stands before a colon says when or of what something was said: `June 2011:`, `On the unions:`."""
    row = [t for t in tokens if t.text not in (",", "(", ")")]
    while row and (row[0].text.strip(".").isdigit() or row[0].text == "."):
        row = row[1:]  # the number of a list
    if not row or is_heading(row):
        return True
    if any(t.is_verb for t in row):
        told = [t for t in row if t.dep in SUBJECTS and (t.head is None or t.head.dep not in _BESIDE)]
        return row[0].tag == "IN" and not told  # `In a talk with the Star, when asked why:`
    dated = any(t.text.isdigit() or t.lower in WEEKDAY_WORDS for t in row)
    return (row[0].tag in ("IN", "TO") and row[0].lower not in _SOURCE) or (
        dated and row[0].lower in MONTH_WORDS | WEEKDAY_WORDS | {"in", "on"}
    )


def is_heading(row: list[Token]) -> bool:
    """Whether a label says what or when and not who: `The claim:`, `Minutes later:`, `Page 44:`."""
    words = [t for t in row if t.text.isalpha()]
    if not words or len(words) > _HEADING:
        return False
    named = [t for t in words if t.tag.startswith("NNP") and not t.text.isupper() and t.i != words[0].i]
    return not named and any(w.lower in cues().headings or w.lemma in cues().headings for w in (words[0], words[-1]))


def _label(tokens: list[Token], *, dashed: bool = False) -> list[Token]:
    """The name that is all there is between a dash, or the beginning of the line, and a colon: `... - Ann Lee:`, `More from Lee:`."""
    cut = next((n for n in range(len(tokens) - 1, -1, -1) if tokens[n].text in DASHES or tokens[n].text in ".]"), -1)
    row = tokens[cut + 1 :]
    to = next((n for n, t in enumerate(row) if t.lower == "to" and n), None)
    if to is not None and all(t.text[:1].isupper() for t in row[to + 1 :]):
        row = row[:to]  # `Lee to Ruiz:`
    if is_occasion(row):
        return []
    while row and row[0].lower in (*_MORE, "from", *QUOTE_MARKS):
        row = row[1:]
    if not 0 < len(row) <= _LABEL or not row[-1].is_noun or (cut < 0 and row[0].i > 1):
        return []
    if dashed and (cut < 0 or tokens[cut].text not in DASHES):
        return []
    named = all(t.text[:1].isupper() or t.lower in _SMALL or t.text in ".," for t in row)
    more = cut + 1 < len(tokens) and tokens[cut + 1].lower in _MORE
    return row if named or more else []


def _told_of(tokens: list[Token], inside: Marks) -> Token | None:
    """The subject of the clause before a colon; where that is no name and the clause names somebody after it, the name."""
    subjects = [t for t in tokens if t.dep in ("nsubj", "nsubjpass") and not inside.hold(t)]
    own = [t for t in subjects if t.head is None or t.head.dep not in _BESIDE]
    who = next(iter(own or subjects), None)
    if who is not None and who.lower in _EMPTY:
        return next((t for t in subjects if t.tag == "NNP"), None)  # `It is what Lee says at every stop:`
    if who is None:
        names = [t for t in tokens[-_RUN:] if t.is_noun and not inside.hold(t)]
        return names[-1] if names else None
    verb = who.head
    met = verb.child("dobj") if verb is not None else None
    if who.tag in ("NN", "NNS") and met is not None and met.tag == "NNP":
        return met  # `The result does not surprise Lee:`
    last = tokens[-2] if len(tokens) > 1 else None
    if (
        who.tag in ("NN", "NNS")
        and not is_person(who)
        and last is not None
        and last.tag == "NNP"
        and last.dep == "pobj"
    ):
        to = last.head
        if to is not None and to.lower in ("to", "by"):
            return last  # `The film then cuts to Lee:`
    return who


def told_before(
    parsed: Parsed, home: Sentence, mark: Marked, marked: list[Marked], begins: dict[int, int]
) -> Frame | None:
    """Whom the sentence before tells of, where a quotation is a sentence of its own after it: `Lee laughed. “Ask me tomorrow.”`"""
    text = parsed.page.text
    if home.index == 0 or not text[mark.start].isupper() or text[mark.end - 1] not in ".!?…":
        return None
    if mark.start - home.start > _HERE:
        return None
    before = parsed.sentences[home.index - 1]
    alone = home.paragraph - before.paragraph == 1 and mark.start - begins[home.paragraph] <= _HERE
    if before.paragraph != home.paragraph and not (alone and text[mark.end + 1 : mark.end + 2] in ("", "\n")):
        return None
    if before.paragraph == home.paragraph and (aside := _aside(text, before, mark, marked)) is not None:
        return aside
    root = before.root
    if root is None or not root.is_verb or any(m.start < before.end and before.start < m.end for m in marked):
        return None
    who = frame(root).speaker if is_cue(root) else root.child("nsubj")
    if is_cue(root) and before.paragraph == home.paragraph:
        return frame(root)
    named = who is not None and (is_name(text, who) or who.lower in ("he", "she"))
    if who is None or not (named or (before.paragraph == home.paragraph and is_person(who))):
        return None
    return Frame(root, who, *phrase(who)) if is_cue(root) or before.paragraph == home.paragraph else None


def _aside(text: str, before: Sentence, mark: Marked, marked: list[Marked]) -> Frame | None:
    """Who is told between commas to say the sentence before: `The ferry, he said, was lost.`, `That, according to Lee, is a dream.`"""
    if any(m.start < before.end and before.start < m.end for m in marked):
        return None
    tokens = before.tokens
    for token in tokens:
        if token.lower == "according" and token.i and tokens[token.i - 1].text == ",":
            return according_to(token)
        who = token.child("nsubj") if is_cue(token) else None
        if who is None:
            continue
        left = min(t.i for t in who.subtree())
        closed = token.i + 1 < len(tokens) and tokens[token.i + 1].text == ","
        if left and tokens[left - 1].text == "," and closed:
            return frame(token)
    return None


def is_name(text: str, token: Token) -> bool:
    """Whether a word is a name: by its tag, or as it stands with a capital inside another sentence."""
    if token.tag == "NNP" or not token.text[:1].isupper() or not token.text.isalpha():
        return token.tag == "NNP"
    return re.search(rf"[a-z,] {token.text}\b", text) is not None
