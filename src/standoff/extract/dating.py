"""When an event happened: its own time, one it shares, one told just before, or as a marked fallback the page's day."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Literal

import msgspec

from standoff import edtf
from standoff.extract.binding import Bound, bind, is_dated, nth_day, offset_pair, own_times
from standoff.extract.dated import UNDATED, Dated, about, dated_by
from standoff.extract.entries import Entry, entries_of, entry_at, told_in, without_standfirst
from standoff.extract.news import ARGUMENTS, is_news, is_reported, is_told_after, top_verb
from standoff.extract.tense import AHEAD, SPEECH, Tense, clause_of, is_clause, joined_to, of_asking, tense_of
from standoff.model import DateRelation, Meta, Span, Status, Time
from standoff.parse import Parsed, Sentence, Token

_TO_COME: frozenset[Status] = frozenset(("planned", "promised", "threatened", "demanded", "hypothetical", "denied"))
_SAME_TIME = frozenset(("when", "as", "while", "where", "whereupon"))
_AFTERWARDS = frozenset(("after", "before", "since", "once", "until"))
# Nouns under these verbs or prepositions are no events of the clause's own day.
_NOW: frozenset[Tense | None] = frozenset(("present", "present_perfect", "future", "modal"))
_SHORTLY = frozenset(("half", "hour", "hours", "minutes", "moments", "shortly"))
_APART_BY = frozenset(("after", "afterward", "afterwards", "before", "earlier", "later"))
_THEN = frozenset(("afterward", "afterwards", "subsequently", "then"))
_INSIDE = frozenset(("at", "during", "of"))
_HELD = frozenset(("hold", "launch", "make", "sign", "stage"))
_EARLIER = frozenset(("already", "before", "earlier", "formerly", "once", "originally", "previously"))
_MANY, _REACH = 12, 80  # of a sentence with more times than that, only those within so many tokens count
_SENTENCES_BACK = 3
_DATELINE = 45  # characters
_SENTENCES_OF_LEAD = 2
_SENTENCES_OF_NEWS = 5  # after so many a deed without a time is rather background
_DAYS_OF_LEAD = 2  # news printed so long after the day of its lead is still about that day
_DAYS_OF_NEWS = 7
_RECENT = 14  # days back to which a speaker's words may belong that are told without a time


Way = Literal["before", "after"]


class Dater:
    """Dates the events of one page."""

    def __init__(self, parsed: Parsed, times: Sequence[Time], meta: Meta, *, entry: Entry | None = None) -> None:
        self._meta = meta
        self._bounds: dict[int, list[Bound]] = {}
        self._memo: dict[Token, Dated] = {}
        self._entries = entries_of(parsed.page.parts) if entry is None else ()
        self._by_entry = {e: _of_entry(parsed, times, meta, e) for e in self._entries}
        told, story = told_in(parsed, entry, self._entries)
        by_sentence: dict[int, list[Time]] = {}
        for time in times:
            if 0 < time.start - story < _DATELINE and parsed.page.text[story : time.start].isupper():
                continue  # `VIENNA, May 5 (Presswire) --` says when it was written, not when something happened
            if (sentence := parsed.sentence_at(time.start)) is not None:
                by_sentence.setdefault(sentence.index, []).append(time)
        for index, found in by_sentence.items():
            self._bounds[index] = sorted(bind(parsed.sentences[index], found), key=lambda b: b.token.i)
        self._sentences = parsed.sentences
        self._story = without_standfirst(told)
        self._first = self._story[0].paragraph if self._story else 0
        self._published = meta.published if edtf.bounds(meta.published) else None

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
        first, last = edtf.first_day(date), edtf.last_day(self._published)
        return first is not None and last is not None and first > last

    def _over(self, date: str | None) -> bool:
        """Whether a date lies wholly before the page's day."""
        last, first = edtf.last_day(date), edtf.first_day(self._published)
        return last is not None and first is not None and last < first

    def named(self, token: Token) -> str | None:
        """The date of the time that a word belongs to, as EDTF."""
        return next((b.time.edtf for b in self._at(token) if b.time.start <= token.start < b.time.end), None)

    def date(self, anchor: Token, trigger: Sequence[Token], status: Status) -> Dated:
        """When the event happened or is to happen.

        `anchor` heads its clause; `trigger`: its words, of which a noun may have a time of its own.
        """
        if (own := self.of(anchor)) is not self:
            return own.date(anchor, trigger, status)
        days = {b.token for b in self._at(anchor)}
        for token in (anchor, *trigger):
            if token not in days and (found := self._own(token)) is not None:
                return self._running(anchor, found)
        if (found := self._on_that_day(anchor)) is not None:
            return found
        # What is asked for or promised does not come about on the day of the asking.
        planned = status == "planned"
        shares = status not in _TO_COME or planned
        for token in dict.fromkeys((anchor, *trigger)) if shares else ():
            if (found := self._offset(token)) is not None:
                return found
        if shares and (found := self._shared(anchor, depth=0)) is not None and not (planned and self._over(found.date)):
            return found
        if (found := self._held(anchor) or self._named_by(anchor)) is not None:
            return found
        if status in _TO_COME:
            return self._asked_for(anchor) or UNDATED
        top = top_verb(anchor, trigger)
        found = self._within_hours(top) or self._before(top) or self._page(top)
        if status == "ongoing" and found.how == "published":
            return self._begun(top) or found
        return found

    def lasting(self, anchor: Token) -> str | None:
        """When what `has been so for twelve days` began, reckoned back from the page's day; None where it tells no length."""
        if (own := self.of(anchor)) is not self:
            return own.lasting(anchor)
        if tense_of(clause_of(anchor)) != "present_perfect" or not edtf.is_day(self._published):
            return None
        for bound in own_times(anchor, self._at(anchor)):
            preposition = bound.token.head
            if bound.time.type == "DURATION" and preposition is not None and preposition.lower == "for":
                return edtf.shift(self._published, bound.time.value, "before")
        return None

    # --- in the sentence ---

    def _at(self, token: Token) -> list[Bound]:
        """The times of the token's sentence that stand near enough to belong to it."""
        bounds = self._bounds.get(token.sentence.index, [])
        if len(bounds) <= _MANY:
            return bounds
        low = bisect_left(bounds, token.i - _REACH, key=lambda b: b.token.i)
        return bounds[low : bisect_right(bounds, token.i + _REACH, key=lambda b: b.token.i)]

    def _own(self, token: Token) -> Dated | None:
        """The time that hangs on the word itself or its phrase."""
        if token.lemma == "deadline":
            return None  # its day is the one it sets
        told = token.is_verb and tense_of(token) == "past"
        for bound in own_times(token, self._at(token)):
            if is_dated(bound) and not (told and self._of_content(token, bound)):
                return dated_by(self._named_beside(bound) or bound.time)
        return None

    def _running(self, anchor: Token, found: Dated) -> Dated:
        """`struck for a second day on Monday`: since the day before."""
        days = nth_day(anchor, self._at(anchor))
        if days is None or found.since or not edtf.is_day(found.date):
            return found
        first = edtf.shift(found.date, f"P{days - 1}D", "before")
        return replace(found, date=f"{first}/{found.date}") if first else found

    def _named_beside(self, bound: Bound) -> Time | None:
        """`A week earlier, on March 20, they ...`: the day named right after a reckoned one is the same day."""
        if bound.time.how == "stated":
            return None
        for other in self._at(bound.token):
            if other.time.how == "stated" and is_dated(other) and edtf.is_day(other.time.edtf):
                between = [t.lower for t in bound.token.sentence.within(bound.time.end, other.time.start)]
                if between in ([","], [",", "on"]):
                    return other.time
        return None

    def _on_that_day(self, anchor: Token) -> Dated | None:
        """`since Tuesday, when the owners locked the gate`: the clause is of the day before it."""
        clause = clause_of(anchor)
        while clause.dep == "xcomp" and clause.head is not None:
            clause = clause_of(clause.head)  # `when they began to work slowly`
        when = next((c for c in clause.childs("advmod", "mark") if c.lower == "when"), None)
        tokens = clause.sentence.tokens
        if when is None or not when.i:
            return None
        before = tokens[when.i - 1 - (tokens[when.i - 1].lower == ",")]
        for bound in self._at(when):
            told = bound.time.type == "DATE" and not (self.to_come(bound.time.edtf) and tense_of(clause) == "past")
            if told and bound.time.edtf and bound.time.start < before.end <= bound.time.end:
                return replace(dated_by(bound.time), since=False)
        return None

    def _of_content(self, token: Token, bound: Bound) -> bool:
        """Whether a time beside a past verb is that of what it speaks of: it lies ahead, or names the page's own day."""
        date = bound.time.edtf
        if self.to_come(date) or of_asking(bound.token, token):
            return True
        if bound.time.relation == "by" and token.lemma in AHEAD:
            return True  # `demanded an answer by noon on Friday`
        same_day = bound.time.how == "stated" and edtf.is_day(date) and date == self._published
        return same_day and token.lemma in AHEAD

    def _asked_for(self, token: Token) -> Dated | None:
        """The time to come that hangs on the verb which asks for this: `called for talks next month` dates the talks."""
        for head in token.ancestors():
            if not head.is_verb:
                continue
            for bound in own_times(head, self._at(head)):
                if is_dated(bound) and self._of_content(head, bound):
                    return dated_by(bound.time)
            return None
        return None

    def _held(self, token: Token) -> Dated | None:
        """`the last round, held on June 4, ended in a quarrel`: the time of the noun's participle."""
        noun = token.child("nsubj", "nsubjpass") if token.is_verb else token
        if noun is None:
            return None
        deed = next((c for c in noun.childs("acl") if c.lemma in _HELD), None)
        return self._own(deed) if deed is not None else None

    def _named_by(self, token: Token) -> Dated | None:
        """`signed it at the end of the round, which was held in Linz`: the round's day is that of the signing."""
        noun = token.head
        if token.dep != "relcl" or token.lemma not in _HELD or noun is None:
            return None
        while noun.head is not None and not noun.is_verb and (noun.is_noun or noun.lower in _INSIDE):
            noun = noun.head
        if not noun.is_verb or tense_of(noun) != "past" or noun.lower in _INSIDE:
            return None
        found = self._own(noun) or self._before(noun)
        if found is None:
            found = self._page(noun)
        return replace(found, how="relative") if found.date is not None and not found.since else None

    def _offset(self, token: Token) -> Dated | None:
        """`a month after their first round failed`: the clause with the conjunction hangs on the other, and the other on it."""
        clause = clause_of(token)
        while clause.dep == "xcomp" and clause.head is not None:
            clause = clause_of(clause.head)  # `a day after they began moving troops`
        for bound in self._at(token):
            time = bound.time
            if time.offset is None or time.direction is None or "T" in time.offset:
                continue  # hours leave the day open
            pair = offset_pair(bound)
            if pair is None:
                continue
            later, anchor = pair
            if clause is anchor or token is anchor:
                back: Way = "before" if time.direction == "after" else "after"
                return self._moved(later, anchor, time.offset, back, span_of=later)
            if (clause is later or token is later) and tense_of(clause) != "present":
                if self._own(anchor) is None and is_news(clause, paragraph=token.sentence.paragraph - self._first):
                    continue  # the news of the day, a year after something
                return self._moved(anchor, later, time.offset, time.direction, span_of=anchor)
        return None

    def _moved(self, base: Token, other: Token, offset: str, way: Way, *, span_of: Token) -> Dated | None:
        known = self._own(base) or self._shared(base, depth=1, but=other)
        if known is None and base.head is None:
            known = self._page(base)
            if known.date is None and tense_of(base) == "present":
                known = Dated(self._published, "published")  # `shows, four months after it began`
        if known is not None and known.date is not None and (moved := edtf.shift(known.date, offset, way)):
            return Dated(moved.rstrip("~"), "relative")
        words = span_of.subtree() if not is_clause(span_of) else [span_of]
        anchor = Span(start=words[0].start, end=words[-1].end)
        return Dated(rel=DateRelation(anchor=anchor, offset=offset, direction=way))

    def _shared(self, token: Token, *, depth: int, but: Token | None = None) -> Dated | None:
        """The time of a clause that this one goes with."""
        if depth > 6:
            return None
        head = token.head
        if head is None:
            return self._from_conjunct(token) or self._by_doing(token)
        if token.is_verb and token.dep == "conj":
            head = joined_to(token) or head
            if tense_of(token) in _NOW and tense_of(head) not in _NOW:
                return None  # `rose in February and has been under siege`
            return self._own(head) or self._shared(head, depth=depth + 1) if head is not but else None
        if is_clause(token):
            return self._from_head(token, head, depth, but) or self._from_conjunct(token)
        if token.is_noun or token.dep in ARGUMENTS:
            return self._noun(token, head, depth)
        return self._own(head) or self._shared(head, depth=depth + 1)

    def _from_head(self, token: Token, head: Token, depth: int, but: Token | None) -> Dated | None:
        """What an adverbial clause takes from the one above it."""
        if head is but:
            return None
        if token.dep == "xcomp":
            return self._own(head) or self._shared(head, depth=depth + 1)
        if token.dep != "advcl" and not (token.dep == "pcomp" and head.dep == "prep"):
            return None
        mark = next((c for c in token.children if c.dep == "mark" or c.tag == "WRB"), None)
        word = mark.lower if mark is not None else head.lower if token.dep == "pcomp" else ""
        if token.dep == "pcomp":
            return self._above(head.head, depth) if head.lower in ("by", "in") and head.head is not None else None
        if tense_of(token) == "past_perfect":
            return None  # `as it had threatened to do`
        if word in _SAME_TIME or (not word and token.tag == "VBG"):
            return self._above(head, depth)
        if word in _AFTERWARDS and mark is not None and mark.i and token.sentence.tokens[mark.i - 1].lower in _SHORTLY:
            return self._above(head, depth)  # `hours after they had met`
        if word in _AFTERWARDS:  # the year that holds the one holds the other
            found = self._above(head, depth)
            return found if found is not None and edtf.precision(found.date) == "year" else None
        return None

    def _above(self, head: Token, depth: int) -> Dated | None:
        found = self._own(head) or self._shared(head, depth=depth + 1)
        return (
            replace(found, how="relative" if found.how == "stated" and depth else found.how, since=False)
            if found
            else None
        )

    def _from_conjunct(self, token: Token) -> Dated | None:
        """`closed the border and expelled workers on Monday`: the time at the end holds for both."""
        for other in token.children:
            if other.dep != "conj" or not other.is_verb or other.child("nsubj", "nsubjpass") is not None:
                continue
            alike = tense_of(other) == tense_of(token) or {token.tag, other.tag} <= {"VBD", "VBN"}
            if alike and (found := self._own(other)) is not None:
                return found
        return None

    def _by_doing(self, token: Token) -> Dated | None:
        """`ended the strike by agreeing to a vote last month`: both are one act."""
        for child in token.childs("prep"):
            if child.lower == "by" and (deed := child.child("pcomp")) is not None:
                return self._own(deed)
        return None

    def _noun(self, token: Token, head: Token, depth: int) -> Dated | None:
        """An event told by a noun takes the time of the verb it is an argument of."""
        if token.dep in ARGUMENTS or token.dep == "conj":
            return self._own(head) or self._shared(head, depth=depth + 1)
        if (
            token.dep == "pobj"
            and head.dep == "prep"
            and head.head is not None
            and head.lower in ("in", "at", "of", "during", "with")
        ):
            return self._own(head.head) or self._shared(head.head, depth=depth + 1)
        return None

    # --- from the sentences around, and the page ---

    def _before(self, anchor: Token) -> Dated | None:
        """The date that the paragraph has come to, where the narrative goes on in the past."""
        sentence = anchor.sentence
        clause = clause_of(anchor)
        if sentence.part != "story" or tense_of(clause) not in ("past", "past_perfect"):
            return None
        if clause.head is not None and clause.dep not in ("conj", "parataxis"):
            return None
        if any(c.lower in _EARLIER for c in clause.childs("advmod", "prep")):
            return None
        found = None
        previous = self._previous(sentence)
        for _ in range(_SENTENCES_BACK):
            root = previous.root if previous is not None else None
            if previous is None or root is None or tense_of(root) not in ("past", "past_perfect"):
                return None
            if (found := self._own(root) or self._inner(root)) is not None:
                break
            previous = self._previous(previous)
        if found is None or found.since:
            return None
        if clause.lemma in SPEECH and (edtf.gap(found.date, self._published) or 0) > _RECENT:
            return None  # `The mill burnt down in April. Its owner said ...`
        if tense_of(clause) == "past_perfect" and edtf.overlap(found.date, self._published):
            return None  # what had happened lies before the page's day
        if any(c.lower in _THEN for c in clause.childs("advmod")) and (days := edtf.gap(found.date, self._published)):
            recent = days <= _DAYS_OF_NEWS and edtf.is_day(found.date) and edtf.is_day(self._published)
            return Dated(f"{found.date}/{self._published}", "relative") if recent else UNDATED
        return Dated(found.date, "relative")

    def _within_hours(self, anchor: Token) -> Dated | None:
        """`Hours before, the port had refused`: on the day of what the sentence before tells."""
        clause = clause_of(anchor)
        adverbs = [{t.lower for t in (c, *c.children)} for c in clause.childs("advmod", "npadvmod")]
        previous = self._previous(clause.sentence)
        root = previous.root if previous is not None else None
        if root is None or not any(words & _SHORTLY and words & _APART_BY for words in adverbs):
            return None
        found = self._own(root) or self._before(root)  # not the page's day: news of the night is printed on the next
        return Dated(found.date, "relative") if found and edtf.is_day(found.date) and not found.since else None

    def _begun(self, anchor: Token) -> Dated | None:
        """Since when it goes on, where the next sentences say so of the same thing: `Men have worked on the line since Sunday.`"""
        thing = anchor.child("dobj")
        nouns = {t.lemma for t in thing.subtree() if t.is_noun} if thing is not None else set()
        after = anchor.sentence.index + 1
        for sentence in self._sentences[after : after + 2]:
            root = sentence.root
            if root is None or sentence.part != "story" or tense_of(root) != "present_perfect":
                continue
            found = self._own(root)
            if found is not None and found.since and nouns & {t.lemma for t in sentence.tokens if t.is_noun}:
                return Dated(found.date, "relative", since=True)
        return None

    def _inner(self, root: Token) -> Dated | None:
        """The only time of a sentence whose main verb has none: `ended the strike by agreeing to a vote last month`."""
        dated = [b for b in self._at(root) if is_dated(b)]
        if len(dated) != 1 or dated[0].time.relation == "since":
            return None
        site = dated[0].site
        clause = clause_of(site) if site is not None else None
        return dated_by(dated[0].time) if clause is not None and clause.dep in ("pcomp", "xcomp", "advcl") else None

    def _previous(self, sentence: Sentence) -> Sentence | None:
        if not sentence.index:
            return None
        previous = self._sentences[sentence.index - 1]
        return previous if previous.paragraph == sentence.paragraph else None

    def _page(self, anchor: Token) -> Dated:
        """The page's day for what is told as its news: marked, and never for background."""
        published = self._published
        sentence = anchor.sentence
        if sentence.part == "caption":
            return self._caption(sentence)
        if published is None:
            return UNDATED
        if not is_news(anchor, paragraph=sentence.paragraph - self._first):
            return UNDATED
        if sentence.part == "title" and self._lead is not None and not self._lead.since:
            return self._lead
        clause = clause_of(anchor)
        if (
            (is_reported(clause) or is_told_after(clause))
            and clause.head is not None
            and (said := self._own(clause.head)) is not None
        ):
            return about(said)  # `said on Monday that it had agreed`: on that day, or not long before
        tense = tense_of(clause)
        also = any(c.lower == "also" for c in clause.childs("advmod"))
        if tense == "past" and clause.lemma not in SPEECH and not also and self._is_background(sentence):
            return UNDATED
        lead = self._lead
        here = tense == "past" or (tense == "present" and sentence.paragraph == self._first)
        if lead is not None and here and (days := edtf.gap(lead.date, published)):
            if lead.since:  # `are let through since Tuesday. The limit was imposed by ...`
                told = tense == "past" and days <= _DAYS_OF_LEAD and clause.lemma not in SPEECH
                return Dated(f"{lead.date}/{published}", "relative") if told else Dated(published, "published")
            if days <= _DAYS_OF_LEAD:
                return lead
            if tense == "past" and edtf.is_day(published):
                if sentence.paragraph != self._first:
                    return UNDATED  # days after its lead a page may tell what went before
                return Dated(f"{lead.date}/{published}", "relative")  # on one of the days since
        return Dated(published, "published")

    def _is_background(self, sentence: Sentence) -> bool:
        """Whether a deed without a time stands far down, or after what had happened or is so: not on the page's day."""
        if not self._story:
            return False
        if sentence.index - self._story[0].index >= _SENTENCES_OF_NEWS:
            return True
        before = self._previous(sentence)
        if before is None or before.index == self._story[0].index:
            return False
        tenses = [tense_of(before.root)] if before.root is not None else []
        while before is not None:
            tenses.extend(["past_perfect"] if before.root is not None and _had(before.root) else [])
            before = self._previous(before)
        return bool(tenses) and (tenses[0] in ("present", "present_perfect") or "past_perfect" in tenses)

    def _caption(self, sentence: Sentence) -> Dated:
        """The one date of a caption, which is its photo's: `..., Seoul, July 6, 2013`."""
        dated = [b for b in self._bounds.get(sentence.index, []) if is_dated(b)]
        return dated_by(dated[0].time) if len(dated) == 1 else UNDATED

    @cached_property
    def _lead(self) -> Dated | None:
        """The day that the story first names for a main verb, if it is of the last days: the title tells the same."""
        for sentence in self._story[:_SENTENCES_OF_LEAD]:
            root = sentence.root
            if sentence.paragraph != self._first:
                return None
            found = self._own(root) if root is not None else None
            if found is None and root is not None and tense_of(root) in ("past", "past_perfect"):
                return None
            if found is None or (not edtf.is_day(found.date) and edtf.overlap(found.date, self._published)):
                continue  # `took their offer to the public this week`
            if not edtf.is_day(found.date) or self.to_come(found.date):
                return None
            days = edtf.gap(found.date, self._published)
            return (
                Dated(found.date, "relative", since=found.since) if days is not None and days <= _DAYS_OF_NEWS else None
            )
        return None


def _had(root: Token) -> bool:
    return tense_of(root) == "past_perfect" and root.lemma not in SPEECH


def _of_entry(parsed: Parsed, times: Sequence[Time], meta: Meta, entry: Entry) -> Dater:
    """Who dates what one entry tells: by its own day, its own times and its own first paragraph."""
    own = [time for time in times if entry.start <= time.start < entry.end]
    return Dater(parsed, own, msgspec.structs.replace(meta, published=entry.day), entry=entry)
