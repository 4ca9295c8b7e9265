"""When an event happened: its own time, one it shares, one told just before, or as a marked fallback the page's day."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

import msgspec

from standoff import edtf
from standoff.extract import lasted
from standoff.extract.around import Around
from standoff.extract.beside import beside, since_event
from standoff.extract.binding import Bound, is_dated, nth_day, offset_pair, own_times
from standoff.extract.clause_times import clause_time, hours_from
from standoff.extract.counted_days import counted, counted_back
from standoff.extract.dated import UNDATED, Dated, dated_by
from standoff.extract.entries import Entry, entries_of, entry_at, told_in, without_standfirst
from standoff.extract.eves import eve_of
from standoff.extract.just_before import just_after, just_before
from standoff.extract.news import content_of, is_news, is_reported, said_stance, top_verb
from standoff.extract.tense import clause_of, is_at_once, is_clause, tense_of
from standoff.extract.times import dateline_day
from standoff.extract.within import INSIDE, Within
from standoff.lexicon.clauses import clause_words
from standoff.model import DateHow, DateRelation, Meta, Span, Status, Time
from standoff.parse import Parsed, Sentence, Token

_TO_COME: frozenset[Status] = frozenset(("planned", "promised", "threatened", "demanded", "hypothetical", "denied"))

_TWO = 2
_NEARLY = 0.25
_COUNTED_WEEKS = 3

Way = Literal["before", "after"]


class Dater:
    """Dates the events of one page."""

    def __init__(
        self, parsed: Parsed, times: Sequence[Time], meta: Meta, *, entry: Entry | None = None, today: str | None = None
    ) -> None:
        published = meta.published if edtf.bounds(meta.published) else None
        self._published = published
        self._entries = entries_of(parsed, times) if entry is None else ()
        self._how: DateHow = entry.how if entry is not None else "published"
        self._by_entry = {e: _of_entry(parsed, times, meta, e) for e in self._entries}
        told, story = told_in(parsed, entry, self._entries)
        # A dateline may print the day after the page's: what it tells of that day is not to come.
        days = [day for day in (published, dateline_day(parsed, published)) if day is not None]
        self._today = max(days, default=None) if entry is None else today
        told_of = entry.day if entry is not None and entry.how == "stated" else None
        self._within = Within(parsed, times, self._today, story=story, told_of=told_of)
        self._around = Around(parsed.sentences, without_standfirst(told), self._within, published)

    def of(self, token: Token) -> "Dater":
        """Who dates what a word tells: of an entry with a day of its own one that reckons from there, else this one."""
        entry = entry_at(self._entries, token.start) if self._entries else None
        return self._by_entry[entry] if entry is not None else self

    @property
    def published(self) -> str | None:
        """The page's day or interval as EDTF, where it is known."""
        return self._published

    def to_come(self, date: str | None) -> bool:
        """Whether a date lies wholly after the page's day."""
        return edtf.before(self._today, date)

    def named(self, token: Token) -> str | None:
        """The date of the time that a word belongs to, as EDTF."""
        return next((b.time.edtf for b in self._within.at(token) if b.time.start <= token.start < b.time.end), None)

    def date(self, anchor: Token, trigger: Sequence[Token], status: Status, *, anew: bool = False) -> Dated:
        """When the event happened or is to happen.

        `anchor` heads its clause; `trigger`: its words, of which a noun may have a time of its own. `anew`: what is done
        `for a second day on Tuesday` was done again on that day, and does not last.
        """
        found = self.of(anchor)._date(anchor, trigger, status, anew=anew)
        return replace(found, how=self.of(anchor)._how) if found.how == "published" else found

    def _date(self, anchor: Token, trigger: Sequence[Token], status: Status, *, anew: bool = False) -> Dated:
        found = eve_of(self._within, anchor)
        if found is not None and (found.date is not None or not self._is_lead(clause_of(anchor))):
            return found
        days = {b.token for b in self._within.at(anchor)}
        for token in (anchor, *trigger):
            if token not in days and (found := self._within.own(token)) is not None:
                if status == "ongoing" and self.to_come(found.date):
                    continue  # `are in talks on a longer lease, to June`
                return found if anew else self._running(anchor, found, status)
        if (found := self._within.on_that_day(anchor) or self._since_below(anchor)) is not None:
            return found
        if status == "happened" and (speech := said_stance(anchor)) is not None:
            return self._date(speech, (speech,), status)
        # What is asked for or promised does not come about on the day of the asking.
        planned = status == "planned"
        shares = status not in _TO_COME or planned
        if shares and (found := self._counted_or_shared(anchor, trigger, planned=planned)) is not None:
            return found
        if (
            found := self._within.held(anchor)
            or self._named_by(anchor)
            or hours_from(self._within, anchor)
            or since_event(self._within, anchor)
            or beside(self._within, anchor, self._today)
            or (self._within.labelled(anchor) if status in ("happened", "ongoing", "planned") else None)
        ) is not None:
            return found
        if status in _TO_COME:
            return self._within.asked_for(anchor) or UNDATED
        return self._from_around(anchor, trigger, status)

    def _from_around(self, anchor: Token, trigger: Sequence[Token], status: Status) -> Dated:
        """The time that the sentences before and the page tell; for what goes on, by how long it has."""
        top = top_verb(anchor, trigger)
        found = self._around.since_then(top) or self._around.within_hours(top)
        found = found or self._after_that(top) or self._around.before(top) or self._around.page(top)
        if status == "ongoing" and found.how == "published" and (told := self._around.begun(top)) is not None:
            return told
        doing = status == "ongoing" and anchor.tag == "VBG"  # `has been blocking it for ten days`
        open_ = found.date is None or found.how == "published"
        first = self.lasting(anchor) if open_ or doing else None
        if first is None and status == "ongoing":
            first = lasted.begun(anchor, self._published)
        return Dated(first, "relative", since=True) if first is not None else found  # `has been closed for ten days`

    def _after_that(self, anchor: Token) -> Dated | None:
        """The days since what it came after, where it is not the page's news."""
        if (found := just_after(self._within, anchor)) is None:
            return None
        page = self._around.page(anchor)
        return page if page.date is not None else found

    def _since_below(self, anchor: Token) -> Dated | None:
        """The `since` behind a participle that a perfect has below it: `has barred ships bound for Oman since Monday`."""
        clause = clause_of(anchor)
        if tense_of(clause) != "present_perfect":
            return None
        below = {t.i for c in clause.childs("dobj", "prep", "dative") for t in c.subtree()}
        since = [
            b for b in self._within.at(clause) if b.time.relation == "since" and b.token.i in below and is_dated(b)
        ]
        site = since[0].site if since else None
        if site is None or not site.is_verb or site.dep not in ("acl", "amod") or site.tag not in ("VBN", "VBG"):
            return None
        return dated_by(since[0].time)

    def _counted_or_shared(self, anchor: Token, trigger: Sequence[Token], *, planned: bool) -> Dated | None:
        """`a day after the vote`, else the time of the clause that it goes with."""
        counted = next(filter(None, map(self._offset, dict.fromkeys((anchor, *trigger)))), None)
        if counted is not None and counted.date is not None:
            return counted
        found = clause_time(self._within, anchor, depth=0)
        if counted is not None:  # `rang again on Friday in the hall, where they met, a day after ...`
            return found or counted
        return None if planned and found is not None and edtf.before(found.date, self._published) else found

    def by_itself(self, words: Sequence[Token]) -> Dated | None:
        """The time that stands in the phrase of the first of the words that has one; None where none has."""
        dater = self.of(words[0])
        found = (dater._within.own(word) for word in words)
        return next((f for f in found if f is not None and f.date is not None), None)

    def next_sentence(self, token: Token) -> Sentence | None:
        """The sentence of the story behind that of a word."""
        return self._around.next(token.sentence)

    def by_count(self, anchor: Token, trigger: Sequence[Token]) -> Dated | None:
        """When an act began that is counted by its days, reckoned from the day that is told beside it or the page's."""
        count = counted((anchor, *trigger))
        if count is None:
            return None
        dater = self.of(anchor)
        told = dater._within.own(clause_of(anchor))
        day = told.date if told is not None and edtf.is_day(told.date) else dater._published
        return counted_back(count, day.rstrip("~")) if day is not None and edtf.is_day(day) else None

    def shortly_before(self, anchor: Token) -> Dated | None:
        """The days before what is told to have come after it; None where no such thing has a day."""
        return just_before(self.of(anchor)._within, anchor)

    def lasting(self, anchor: Token) -> str | None:
        """When what `has been so for twelve days` began, reckoned back from the page's day; None where it tells no length."""
        if (own := self.of(anchor)) is not self:
            return own.lasting(anchor)
        clause = clause_of(anchor)
        told = {"present_perfect": ("for",), "present": ("after",)} if clause.lemma in clause_words("staying") else {}
        words = told.get(tense_of(clause) or "", ("for",) if tense_of(clause) == "present_perfect" else ())
        if not words or not edtf.is_day(self._published):
            return None
        for bound in own_times(anchor, self._within.at(anchor)):
            preposition = bound.token.head
            if bound.time.type == "DURATION" and preposition is not None and preposition.lower in words:
                return edtf.shift(self._published, bound.time.value, "before")
        return None

    def _running(self, anchor: Token, found: Dated, status: Status) -> Dated:
        """`struck for a second day on Monday`: since the day before; `entered its fifth week on Monday`."""
        if status == "ongoing" and (begun := lasted.begun(anchor, found.date)) is not None:
            return Dated(begun, "relative", since=True)
        days = nth_day(anchor, self._within.at(anchor))
        if days is None or found.since or not edtf.is_day(found.date):
            return found
        first = edtf.shift(found.date, f"P{days - 1}D", "before")
        return replace(found, date=f"{first}/{found.date}") if first else found

    def _named_by(self, token: Token) -> Dated | None:
        """`signed it at the end of the round, which was held in Linz`: the round's day is that of the signing."""
        noun = token.head
        if token.dep != "relcl" or token.lemma not in clause_words("staging") or noun is None:
            return None
        while noun.head is not None and not noun.is_verb and (noun.is_noun or noun.lower in INSIDE):
            noun = noun.head
        if not noun.is_verb or tense_of(noun) != "past" or noun.lower in INSIDE:
            return None
        found = self._within.own(noun) or self._around.before(noun)
        if found is None:
            found = self._around.page(noun)
        return replace(found, how="relative") if found.date is not None and not found.since else None

    def _offset(self, token: Token) -> Dated | None:
        """`a month after their first round failed`: the clause with the conjunction hangs on the other, and the other on it."""
        clause = clause_of(token)
        while clause.dep == "xcomp" and clause.head is not None:
            clause = clause_of(clause.head)  # `a day after they began moving troops`
        for bound in self._within.at(token):
            time = bound.time
            if time.offset is None or time.direction is None or "T" in time.offset:
                continue  # hours leave the day open
            pair = offset_pair(bound)
            if pair is None:
                continue
            later, anchor = pair
            if clause is anchor or token is anchor:
                back: Way = "before" if time.direction == "after" else "after"
                return self._moved(later, anchor, time.offset, back, span_of=later, less=_less(bound))
            if (clause is later or token is later) and tense_of(clause) != "present":
                if self._dated_apart(anchor) is None:
                    if self._is_lead(clause):
                        continue  # the news of the day, a year after something
                    if (news := self._day_of_news(clause)) is not None:
                        return news
                less = _less(bound)
                return self._moved(anchor, later, time.offset, time.direction, span_of=anchor, less=less)
        joined = clause.dep == "conj" and clause.child("nsubj", "nsubjpass") is None
        first = clause.head if joined or is_at_once(clause) else None
        if first is not None and tense_of(clause) == tense_of(first) == "past":
            found = self._offset(first)  # `a day after they fired on the boats and seized them`
            if found is not None and found.date is not None:
                return found
        return self._day_beside(clause)

    def _day_beside(self, clause: Token) -> Dated | None:
        """`struck on Monday, the day after the owners closed the mill`: the clause has the day before."""
        mark = clause.child("mark")
        tokens = clause.sentence.tokens
        if mark is None or mark.i < _TWO or mark.lower not in ("after", "before"):
            return None
        before = [t.lower for t in tokens[max(0, mark.i - 3) : mark.i]]
        if before[-2:] != ["the", "day"] or before[0] == "to":
            return None
        # The side clause may be taken for the main one: `Work stopped on Tuesday, the day after they shut the gate`.
        main = clause.head or next((c for c in clause.childs("advcl", "ccomp") if c.is_verb and c.i < mark.i), None)
        if main is None:
            return None
        back: Way = "before" if mark.lower == "after" else "after"
        return self._moved(clause_of(main), clause, "P1D", back, span_of=main)

    def _dated_apart(self, token: Token) -> Dated | None:
        """The time that an event has by itself, here or in another sentence that tells of it."""
        return self._within.own(token) or self._within.told_again(token)

    def _is_lead(self, clause: Token) -> bool:
        """Whether a clause tells the news: it opens the story or heads it, or is of the day that the lead names."""
        sentence = clause.sentence
        paragraph = sentence.paragraph - self._around.first
        if sentence.part != "title" and paragraph:
            return self._around.page(clause).how == "relative"
        return is_news(clause, paragraph=paragraph)

    def _day_of(self, base: Token, other: Token) -> Dated | None:
        """When that happened which another act is counted from, told here or in another sentence, or the page's news."""
        known = self._within.own(base) or clause_time(self._within, base, depth=1, but=other)
        known = known or self._within.told_again(base)
        if known is None and (content := content_of(base)) is not None:
            known = self._within.own(content)  # `The gas stopped on Tuesday, officials said, a day after ...`
        if known is not None:
            return known
        if base.head is None and tense_of(base) == "present":
            return Dated(self._published, "published")  # `shows, four months after it began`
        if (news := self._day_of_news(base)) is not None:
            return news
        if base.head is None or is_reported(base):
            return self._around.page(base) if self._is_lead(base if base.head is None else clause_of(base)) else None
        return None

    def _day_of_news(self, verb: Token) -> Dated | None:
        """The day that the page has come to, for what is only said to have followed something: `The reversal came a day after ...`"""
        if (
            verb.lemma not in clause_words("coming_after")
            or tense_of(verb) != "past"
            or (verb.head is not None and verb.dep != "ccomp")
        ):
            return None
        return self._around.come_to(verb)

    def _moved(
        self, base: Token, other: Token, offset: str, way: Way, *, span_of: Token, less: float = 0.0
    ) -> Dated | None:
        known = self._day_of(base, other)
        if (
            known is not None
            and known.date is not None
            and _is_fine(known.date, offset)
            and (moved := edtf.shift(known.date.rstrip("~"), offset, way))
        ):
            ends = moved.rstrip("~"), known.date.rstrip("~")
            if less and all(map(edtf.is_day, ends)):
                return Dated(_between(*ends, less), "relative")
            return Dated(moved if _is_rounded(offset) else moved.rstrip("~"), "relative")
        words = span_of.subtree() if not is_clause(span_of) else [span_of]
        anchor = Span(start=words[0].start, end=words[-1].end)
        return Dated(rel=DateRelation(anchor=anchor, offset=offset, direction=way))


def _less(bound: Bound) -> float:
    """By what share of the time it may be less: `less than two weeks after` tells no day, `nearly two weeks after` about one."""
    time = bound.time
    words = bound.token.sentence.within(time.start, time.end)
    if time.mod != "LESS_THAN" or time.offset == "P1D":
        return 0.0
    if any(t.lower == "than" for t in words):
        return 1.0
    return _NEARLY if (time.offset or "").endswith(("D", "W")) else 0.0


def _between(moved: str, known: str, less: float) -> str:
    """From the day counted to, so much of the way back to the one counted from."""
    days = edtf.gap(moved, known) or 0
    way: Way = "after" if moved < known else "before"
    near = edtf.shift(moved, f"P{max(1, int(days * less))}D", way) or moved
    return "/".join(sorted((moved, near)))


def _is_rounded(offset: str) -> bool:
    """A count of many weeks tells no day: `seven weeks after it was shut`."""
    return offset.endswith("W") and int(offset[1:-1]) > _COUNTED_WEEKS


def _is_fine(date: str, offset: str) -> bool:
    """Whether so long can be counted from a date: no days from a season or a year."""
    return not (offset.endswith(("D", "W")) and edtf.precision(date) in ("season", "year"))


def _of_entry(parsed: Parsed, times: Sequence[Time], meta: Meta, entry: Entry) -> Dater:
    """Who dates what one entry tells: by its own day, its own times and its own first paragraph."""
    own = [time for time in times if entry.start <= time.start < entry.end]
    today = entry.day if entry.how == "published" else meta.published  # a chronology is written when all has happened
    return Dater(parsed, own, msgspec.structs.replace(meta, published=entry.day), entry=entry, today=today)
