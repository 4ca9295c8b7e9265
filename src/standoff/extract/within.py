"""The time that a sentence gives to an event it tells: its own, or that of the same event told with other words."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from standoff import edtf
from standoff.extract.binding import Bound, bind, is_dated, own_times
from standoff.extract.dated import Dated, dated_by
from standoff.extract.fronted import fronted, in_head, labels
from standoff.extract.midnight import opened_by_midnight
from standoff.extract.several import counted_from, first_of, named_beside, stretch, two_days
from standoff.extract.tense import clause_of, of_asking, tense_of
from standoff.extract.times import DATELINE, opens_dateline
from standoff.extract.timing import (
    is_called_off,
    named_day,
    names_it,
    takes_up,
    things_of,
)
from standoff.lexicon.calendar import WEEKDAY_WORDS
from standoff.lexicon.clauses import clause_words
from standoff.model import Time
from standoff.parse import Parsed, Sentence, Token

INSIDE = frozenset(("at", "during", "of"))
_TODAY = frozenset(("this", "today", "tonight", "tomorrow", "yesterday"))
_BESIDE = 2  # tokens between an hour and its day
_FRONT = 12  # characters before a time that opens a sentence
_COARSE = frozenset(("year", "decade", "century", "interval"))
_MANY, _REACH = 12, 80  # of a sentence with more times than that, only those within so many tokens count


class Within:
    """The times of a page's sentences, and which of them belongs to a word of the same sentence."""

    def __init__(
        self, parsed: Parsed, times: Sequence[Time], published: str | None, *, story: int, told_of: str | None = None
    ) -> None:
        self.published = published
        self._told_of = told_of  # the day of a chronology's entry
        self._bounds: dict[int, list[Bound]] = {}
        self._fronted: dict[int, dict[int, Bound]] = {}
        by_sentence: dict[int, list[Time]] = {}
        for time in times:
            sentence = parsed.sentence_at(time.start)
            starts = (story,) if sentence is None else (story, sentence.start)  # below a headline, a second story's
            if any(
                0 < time.start - start < DATELINE and opens_dateline(parsed.page.text, start, time.start, time.end)
                for start in starts
            ):
                continue  # `VIENNA, May 5 (Presswire) --` says when it was written, not when something happened
            if sentence is not None:
                by_sentence.setdefault(sentence.index, []).append(time)
        self._labels = labels(parsed, times)
        for index, found in by_sentence.items():
            self._bounds[index] = sorted(bind(parsed.sentences[index], found), key=lambda b: b.token.i)

    def of_sentence(self, sentence: Sentence) -> list[Bound]:
        """All times of a sentence, in order."""
        return self._bounds.get(sentence.index, [])

    def at(self, token: Token) -> list[Bound]:
        """The times of the token's sentence that stand near enough to belong to it."""
        bounds = self.of_sentence(token.sentence)
        if len(bounds) <= _MANY:
            return bounds
        low = bisect_left(bounds, token.i - _REACH, key=lambda b: b.token.i)
        return bounds[low : bisect_right(bounds, token.i + _REACH, key=lambda b: b.token.i)]

    def own(self, token: Token) -> Dated | None:
        """The time that hangs on the word itself or its phrase."""
        if token.lemma == "deadline":
            return None  # its day is the one it sets
        told = token.is_verb and tense_of(token) in ("past", "present_perfect")
        own = [
            bound
            for bound in own_times(token, self.at(token))
            if is_dated(bound)
            and not is_called_off(token, bound)
            and not (told and self._of_content(token, bound))
            and not self._is_bare_hour(token, bound)
            and not _is_of_next_half(token, bound)
            and not _is_of_what_is_to_come(token, bound)
        ]
        if not own:
            return self._opening(token) or self._of_meeting(token) or (self._gone_by(token) if told else None)
        bound = own[0]
        label = self._labels.get(token.sentence.paragraph)
        if token.is_verb and label is not None and in_head(bound.time, label):
            return dated_by(label)
        if len(own) > 1 and bound.time.type == "TIME" and bound.time.start == token.sentence.start:
            bound = next((b for b in own if b.time.type == "DATE"), bound)  # `09:30 They agreed on Monday`, told live
        if edtf.precision(bound.time.edtf) in _COARSE:  # `the longest strike this century ended on Monday`
            bound = next((b for b in own if edtf.is_day(b.time.edtf)), bound)
        front = self._front(token) if token.lemma in clause_words("wanting") else None
        bound = front or bound  # `On Thursday they agreed to a truce at noon on Friday`
        bounds = self.at(bound.token)
        if (opened := opened_by_midnight(token, bound, bounds, self.own)) is not None:
            return opened
        found = counted_from(bounds, bound, token) or stretch(bounds, bound, token)
        found = found or two_days(bounds, bound, token, self.published)
        return found or dated_by(named_beside(bounds, bound) or first_of(bounds, bound).time)

    def _is_bare_hour(self, token: Token, bound: Bound) -> bool:
        """`had said in the morning`: an hour that no day goes with, of what had happened before the page's day."""
        time = bound.time
        if time.type != "TIME" or time.edtf != self.published or tense_of(clause_of(token)) != "past_perfect":
            return False
        if self._told_of_today(token):
            return False  # `reopened it on Tuesday evening. They had shut it in the morning`
        near = (b for b in self.at(token) if b is not bound and abs(b.token.i - bound.token.i) <= _BESIDE)
        if any(b.time.edtf == time.edtf for b in near):
            return False  # `by noon Tuesday`
        words = {t.lower for t in bound.token.sentence.within(time.start, time.end)}
        return not words & WEEKDAY_WORDS and not words & _TODAY

    def _gone_by(self, token: Token) -> Dated | None:
        """`agreed to open it on May 3`, `called for it to be opened in May`, which is past: of the accord, for the act is to come."""
        contents = token.childs("xcomp") if token.lemma in clause_words("wanting") else []
        contents += [c for c in token.childs("advcl", "ccomp") if c.has_child(("for",), "mark")]
        found = [b for c in contents if tense_of(c) == "infinitive" for b in own_times(c, self.at(c))]
        dated = [b for b in found if is_dated(b) and edtf.precision(b.time.edtf) != "year"]  # `to pay for 2011 to 2013`
        day = next((b for b in dated if b.time.relation == "on"), None)
        return dated_by(day.time) if day is not None and edtf.before(day.time.edtf, self.published) else None

    def _told_of_today(self, token: Token) -> bool:
        """Whether the sentence before names the page's day by its weekday."""
        found = self._bounds.get(token.sentence.index - 1, ())
        return any(
            (b.time.edtf or "").startswith(self.published or "-")
            and any(t.lower in WEEKDAY_WORDS for t in b.token.sentence.within(b.time.start, b.time.end))
            for b in found
        )

    def held_on(self, noun: Token) -> Dated | None:
        """The day that a noun has for possessive: `Friday's session`."""
        bound = next((b for b in self.at(noun) if b.token.head is noun and b.token.dep == "poss"), None)
        return dated_by(bound.time) if bound is not None and is_dated(bound) else None

    def _of_meeting(self, token: Token) -> Dated | None:
        """`the collapse of Friday's session`: on the day of what ended."""
        if token.lemma not in clause_words("phases"):
            return None
        of = next((c for c in token.childs("prep") if c.lower == "of"), None)
        whole = of.child("pobj") if of is not None else None
        return self.held_on(whole) if whole is not None else None

    def opens(self, token: Token) -> bool:
        """Whether a time opens the sentence of a word: the story goes on with it, or goes back."""
        bounds = self.of_sentence(token.sentence)
        return bool(bounds) and bounds[0].time.start - token.sentence.start < _FRONT

    def _opening(self, token: Token) -> Dated | None:
        """The time that opens the clause of a verb, where the tree gives it none."""
        bound = self._front(token)
        if bound is None or (tense_of(token) == "past" and edtf.before(self.published, bound.time.edtf)):
            return None
        return dated_by(named_beside(self.at(bound.token), bound) or bound.time)

    def _front(self, token: Token) -> Bound | None:
        if not token.is_verb:
            return None
        index = token.sentence.index
        if index not in self._fronted:
            self._fronted[index] = fronted(self.of_sentence(token.sentence))
        return self._fronted[index].get(token.i)

    def on_that_day(self, anchor: Token) -> Dated | None:
        """`since Tuesday, when the owners locked the gate`: the clause is of the day before it."""
        clause = clause_of(anchor)
        while clause.dep == "xcomp" and clause.head is not None:
            clause = clause_of(clause.head)  # `when they began to work slowly`
        if clause.dep == "conj" and clause.head is not None and tense_of(clause) == tense_of(clause.head) == "past":
            clause = clause.head  # `yesterday, when talks broke up and the owners tabled an offer`
        counted = clause.has_child(("after", "before"), "mark")  # the day after they did
        if clause.dep == "relcl" and clause.head is not None and not counted:
            day = named_day(clause.head)
            on = next((b for b in self.at(clause) if b.time.start <= day.start < b.time.end), None)
            if on is not None and is_dated(on) and on.time.relation in ("on", "since"):
                return replace(dated_by(on.time), since=False)  # `on Monday, the same day the owners locked the gate`
        when = next((c for c in clause.childs("advmod", "mark") if c.lower == "when"), None)
        tokens = clause.sentence.tokens
        if when is None or not when.i:
            return None
        before = tokens[when.i - 1 - (tokens[when.i - 1].lower == ",")]
        for bound in self.at(when):
            told = bound.time.type in ("DATE", "TIME") and not (
                edtf.before(self.published, bound.time.edtf) and tense_of(clause) == "past"
            )
            if told and bound.time.edtf and bound.time.start < before.end <= bound.time.end:
                return replace(dated_by(bound.time), since=False)
        return None

    def _of_content(self, token: Token, bound: Bound) -> bool:
        """Whether a time beside a past verb is that of what it speaks of: it lies ahead, or names the page's own day."""
        date = bound.time.edtf
        if edtf.before(self.published, date) or of_asking(bound.token, token):
            return True
        if bound.time.relation == "by" and token.lemma in clause_words("wanting"):
            return True  # `demanded an answer by noon on Friday`
        same_day = bound.time.how == "stated" and edtf.is_day(date) and date == self.published
        return same_day and token.lemma in clause_words("wanting")

    def labelled(self, token: Token) -> Dated | None:
        """The day that heads the paragraph of a list: `Oct. 14: The minister flies in and meets both sides.`"""
        if tense_of(clause_of(token)) in ("future", "modal", "past_perfect"):
            return None
        found = self._labels.get(token.sentence.paragraph)
        if found is None:
            return Dated(self._told_of, "stated") if self._told_of is not None else None
        return dated_by(found)

    def asked_for(self, token: Token) -> Dated | None:
        """The time to come that hangs on the verb which asks for this: `called for talks next month` dates the talks."""
        for head in token.ancestors():
            if not head.is_verb:
                continue
            for bound in own_times(head, self.at(head)):
                if is_dated(bound) and self._of_content(head, bound):
                    return dated_by(bound.time)
            return None
        return None

    def held(self, token: Token) -> Dated | None:
        """`the last round, held on June 4, ended in a quarrel`: the time of the noun's participle."""
        noun = token.child("nsubj", "nsubjpass") if token.is_verb else token
        if noun is None:
            return None
        deed = next((c for c in noun.childs("acl") if c.lemma in clause_words("staging")), None)
        if deed is None and token.lemma in clause_words("settling"):
            # `The ministers, who spoke on Monday, agreed to lift it`
            deed = next((c for c in noun.childs("relcl") if c.lemma in clause_words("conferring")), None)
        return self.own(deed) if deed is not None else None

    def told_again(self, token: Token) -> Dated | None:
        """The time of an event in another sentence that tells of it with the same word and one of the same things.

        `The union struck on May 3. ... The port closed a month after the union struck.` None where two times are told.
        """
        things = things_of(token)
        found: dict[str, Dated] = {}
        for other in self._by_lemma.get(token.lemma, ()):
            taken_up = takes_up(token, other)
            if other.sentence is token.sentence or not (
                things & things_of(other) or names_it(token, other) or taken_up
            ):
                continue
            told = self.own(other)
            if told is None and taken_up and other.head is not None:
                told = self.own(other.head)  # `made an offer on Friday. ... two days after the offer`
            if told is not None and told.date is not None and not told.since:
                found.setdefault(told.date, told)
        return replace(next(iter(found.values())), how="relative") if len(found) == 1 else None

    @cached_property
    def _by_lemma(self) -> dict[str, list[Token]]:
        """The verbs and nouns of the sentences that have times, by their lemma."""
        found: dict[str, list[Token]] = {}
        for bounds in self._bounds.values():
            for token in bounds[0].token.sentence.tokens if bounds else ():
                if token.is_verb or token.is_noun:
                    found.setdefault(token.lemma, []).append(token)
        return found


def _is_of_what_is_to_come(token: Token, bound: Bound) -> bool:
    """`Niger says to reopen line this week`: in a headline the time behind what is to come is that of it."""
    if token.sentence.part != "title" or token.lemma not in clause_words("speech_verbs"):
        return False
    to_come = (c for c in token.childs("ccomp", "xcomp") if tense_of(c) in ("future", "infinitive"))
    return any(token.i < c.i < bound.token.i for c in to_come)


def _is_of_next_half(token: Token, bound: Bound) -> bool:
    """`Deals signed, miners back on Wednesday`: the day behind a headline's comma is not that of its first half."""
    if token.sentence.part != "title" or bound.token.i < token.i:
        return False
    return any(t.text == "," and t.head is token for t in token.sentence.tokens[token.i : bound.token.i])
