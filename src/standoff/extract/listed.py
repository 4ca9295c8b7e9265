"""Who speaks where quotations stand in paragraphs of their own: whom the words above them tell of, or the piece that they are taken from."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from standoff.extract.actors import Actors
from standoff.extract.leads import DASHES, is_heading, is_name, is_occasion
from standoff.extract.marks import Marked
from standoff.extract.speakers import Frame, frame, frame_with, is_cue
from standoff.extract.voiced import is_human
from standoff.lexicon.calendar import MONTH_WORDS, WEEKDAY_WORDS
from standoff.lexicon.cues import cues
from standoff.parse import SUBJECTS, Parsed, Sentence, Token

_LABEL = 6  # words before or after a quotation that is else all of its paragraph
_OCCASION = 24  # words before a quotation that say when or where: `In a talk with the Star, when asked why:`
_ABOVE = 60  # paragraphs of nothing but quotations between a quotation and the words above them
_LEAD_IN = 3  # paragraphs above a list of quotations that may say whose they are
_HEADING = 2  # words
_CALENDAR = WEEKDAY_WORDS | MONTH_WORDS
_OWN = frozenset({"his", "her", "their"})
_PERSONS = frozenset({"he", "she"})
_CREDIT = re.compile(r"[\[(]([^\[\]()\n]{2,40}?)[.\])]{1,2}\s*$")
_NAMED = re.compile(r"(@\w{2,30}|[A-Z][\w.’'-]{0,30}(?: [A-Z][\w.’'-]{0,30}){0,3})(:|,? ?\(|, | (?=[a-z]))")
_BESIDE = 80  # characters between a name that begins a line and the colon after it
_NAME_LINE = re.compile(r"([A-Z][\w.’'-]{0,30}(?: [A-Z][\w.’'-]{0,30}){1,3})(?:, [^\n]{1,60}| ?\([^\n]{1,40}\)|$)")
_LINE = 14  # tokens of a line that is a name
_VERB = re.compile(r"^(?:VB[DPZ]|MD)$")


class Listed:
    """The paragraphs of a page, asked who speaks in those that are all quotation."""

    def __init__(self, parsed: Parsed, actors: Actors, marked: list[Marked]) -> None:
        self._text = parsed.page.text
        self._actors = actors
        self._marked = marked
        self._starts = [m.start for m in marked]
        self._sentences: dict[int, list[Sentence]] = {}
        for sentence in parsed.sentences:
            self._sentences.setdefault(sentence.paragraph, []).append(sentence)
        self._order = sorted(self._sentences)

    def told_above(self, home: Sentence, mark: Marked) -> Frame | None:
        """Whom the words above tell of: the paragraph before, of a list of quotations the lead-in or the title too."""
        if not self._is_bare(home.paragraph):
            return None
        at = bisect_left(self._order, home.paragraph)
        above = at - 1
        while above >= 0 and at - above <= _ABOVE and self._is_listed(self._order[above]):
            named = self._named_line(self._sentences[self._order[above]])
            if named is not None:
                return named
            above -= 1
        more = self._is_bare(self._order[at + 1]) if at + 1 < len(self._order) else False
        listed = more or at - above > 1 or mark.start > home.start + 2
        for n in range(above, max(-1, above - (_LEAD_IN if listed else 1)), -1):
            named = self._named_line(self._sentences[self._order[n]])
            if named is not None:
                return named
            told = self._whose(self._sentences[self._order[n]])
            if told is not None:
                return told
        return self._whose(self._sentences[self._order[0]]) if listed else None

    def labelled(self, home: Sentence, mark: Marked, *, anywhere: bool = False) -> Frame | None:
        """Whose name begins the line: `LUND, on the pier: “...”`; `anywhere`: what is quoted in it without any cue, `LUND: We lost “a friend.”`"""
        own = self._sentences[home.paragraph][0]
        found = _NAMED.match(self._text, own.start, mark.start)
        colon = self._text.find(":", own.start, mark.start) if found is not None else -1
        if found is None or colon < 0 or colon - found.end(1) > _BESIDE:
            return None
        row = [t for t in own.tokens if found.start(1) <= t.start < found.end(1)]
        tail = [t for t in own.tokens if found.end(1) <= t.start < colon]
        rest = self._text[colon + 1 : mark.start].strip(" “\"‘'")
        loud = found[1].isupper() or found[1].startswith("@")
        if any(t.text in DASHES for t in tail) or rest[:3].isupper():
            return None  # `UN: TALKS FAIL “...”` is a heading
        if not row or is_heading(row) or not (loud or all(t.tag.startswith("NNP") for t in row)):
            return None
        if row[0].tag == "DT" or row[0].lower in _CALENDAR or any(is_cue(t) and _VERB.match(t.tag) for t in tail):
            return None
        if not (loud if anywhere else not rest and (loud or tail)):
            return None
        return Frame(own.at(colon) or row[-1], row[-1], row[0].start, row[-1].end)

    def headed(self, home: Sentence, mark: Marked) -> Frame | None:
        """The heading in capitals that a quotation stands beside, where the paragraph ends in the name of a paper: `PORT SHUT “...” [Star]`."""
        own = self._sentences[home.paragraph]
        start = own[0].start
        heading = self._text[start : mark.start].strip(" “\"‘'")
        credit = _CREDIT.search(self._text, own[-1].start, own[-1].end)
        if credit is None or len(heading.split()) < _HEADING or not heading.isupper() or heading[-1] in ":-–—":
            return None
        first, last = own[0].at(start), own[-1].at(credit.start(1))
        if first is None or last is None:
            return None
        return Frame(last, first, start, start + len(heading), name=credit[1])

    def _is_listed(self, paragraph: int) -> bool:
        """Whether a paragraph may stand between the pieces of a list of quotations: one of them, a heading, or a remark under a label."""
        if self._is_bare(paragraph):
            return True
        own = self._sentences[paragraph]
        text = self._text[own[0].start : own[-1].end]
        row = [t for s in own for t in s.tokens]
        colon = next((t.i for t in own[0].tokens if t.text == ":"), 0)
        if colon and own[0].part == "story" and is_heading(own[0].tokens[:colon]):
            return True  # `The facts: ...`
        short = len(row) <= _LABEL + 2 and text[-1:].isalnum() and own[0].part == "story"
        return short and not any(_VERB.match(t.tag) for t in row)

    def _is_bare(self, paragraph: int) -> bool:
        """Whether a quotation is all of a paragraph, but for a label before it and a note after it."""
        own = self._sentences[paragraph]
        start, end = own[0].start, own[-1].end
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end) - 1
        if first > last or own[0].part != "story":
            return False
        before = self._text[start : self._marked[first].start - 1].split()
        after = self._text[self._marked[last].end + 1 : end].strip()
        noted = not after or (any(map(str.isalnum, after)) and after[0] in "([—–-" and len(after.split()) <= _LABEL)
        within = sum(m.end - m.start + 2 for m in self._marked[first : last + 1])
        label = [t for s in own for t in s.tokens if t.end < self._marked[first].start]
        verbs = any(_VERB.match(t.tag) for t in label)
        occasion = bool(label) and label[-1].text == ":" and is_occasion(label[:-1]) and len(before) <= _OCCASION
        return (
            noted
            and (occasion or (len(before) <= _LABEL and not verbs))
            and within + len(" ".join(before)) + len(after) + 8 >= end - start
        )

    def _named_line(self, sentences: list[Sentence]) -> Frame | None:
        """Whose name is all of a line, with an age, a trade or a place: `Ana Ruiz, 34, nurse`, `Ana Ruiz (Varna)`."""
        start, end = sentences[0].start, sentences[-1].end
        found = _NAME_LINE.match(self._text, start, end)
        row = [t for s in sentences for t in s.tokens]
        if found is None or len(row) > _LINE or self._text[end - 1] in ".:;?!" or any(_VERB.match(t.tag) for t in row):
            return None
        name = [t for t in row if t.start < found.end(1)]
        told = found.end(1) < end
        known = any(is_human(known) for s in sentences for known in self._actors.names_in(s))
        if (
            not name
            or not (told or known)
            or not (found[1].isupper() or all(t.tag.startswith("NNP") or t.text == "." for t in name))
        ):
            return None
        return Frame(row[-1], name[-1], name[0].start, name[-1].end)

    def _whose(self, sentences: list[Sentence]) -> Frame | None:
        """The person whose words a paragraph leads to, or else whom it tells of last."""
        for sentence in reversed(sentences):
            for owner in self._owners(sentence):
                return frame_with(owner.head or owner, owner)
            root = sentence.root
            if sentence is sentences[-1] and root is not None and is_cue(root) and root.child("nsubj") is not None:
                return frame(root)  # `Her rival, Ida Moss, agrees.`
            for token in sentence.tokens:
                who = token.child("nsubj") if is_cue(token) and not self._quoted(token) else None
                if who is not None and (is_name(self._text, who) or who.lower in _PERSONS) and not self._quoted(who):
                    return frame_with(token, who)  # `nine things that Ms. Lund has said`
        for sentence in reversed(sentences):
            who = self._subject(sentence)
            if who is not None:
                return frame_with(who.head or who, who)
        return None

    def _owners(self, sentence: Sentence) -> Iterator[Token]:
        """The named owner of what was said: `a selection of Ms. Lund's remarks`."""
        for token in sentence.tokens:
            owner = token.child("poss")
            if owner is None and token.i > 1 and sentence.tokens[token.i - 1].tag == "POS":
                owner = sentence.tokens[token.i - 2]  # `remarks` taken for a verb
            his = owner is not None and owner.tag == "PRP$" and owner.lower in _OWN and owner.i == 0
            named = owner is not None and (owner.tag == "NNP" or his)
            if token.lemma in cues().pieces and owner is not None and named and not self._quoted(owner):
                yield owner

    def _subject(self, sentence: Sentence) -> Token | None:
        """The subject of the main clause, where that is a person."""
        persons = {t for name in self._actors.names_in(sentence) if is_human(name) for t in name.tokens}
        for token in sentence.tokens:
            if token.dep not in SUBJECTS or self._quoted(token) or token.head is not sentence.root:
                continue
            if token in persons or token.lower in _PERSONS or any(c in persons for c in token.childs("appos")):
                return token
        return None

    def _quoted(self, token: Token) -> bool:
        at = bisect_left(self._starts, token.end) - 1
        return at >= 0 and self._marked[at].start <= token.start < self._marked[at].end
