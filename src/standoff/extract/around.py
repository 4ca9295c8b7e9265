"""The day that the sentences around an event give it, or the page's own day where it tells the page's news."""

from collections.abc import Sequence

from standoff import edtf
from standoff.extract.beside import beside
from standoff.extract.binding import Bound, is_dated, own_times
from standoff.extract.dated import UNDATED, Dated, about, dated_by
from standoff.extract.headlines import told_below
from standoff.extract.leading import deed_of, had_done, nth_day_told
from standoff.extract.live import Hours
from standoff.extract.news import (
    comes_after,
    is_after,
    is_announced,
    is_before,
    is_going_on,
    is_news,
    is_reported,
    is_told_after,
    made_known_by,
)
from standoff.extract.opening import DAYS_OF_NEWS, Opening
from standoff.extract.perfect import alike_lead, told_after
from standoff.extract.tense import clause_of, tense_of
from standoff.extract.timing import SHORTLY
from standoff.extract.within import Within
from standoff.lexicon.clauses import clause_words
from standoff.parse import Sentence, Token

_APART_BY = frozenset(("after", "afterward", "afterwards", "before", "earlier", "later", "within"))
_APART_CLAUSES = frozenset(("after", "because", "before", "since", "until"))
_COUNTING = frozenset(("first", "last"))
_THEN = frozenset(("afterward", "afterwards", "subsequently", "then"))
_SENTENCES_BACK = 3
_WORDS_OF_ANSWER = 7
_SENTENCES_OF_NEWS = 5  # after so many a deed without a time is rather background
_DAYS_OF_LEAD = 2  # news printed so long after the day of its lead is still about that day
_RECENT = 14  # days back to which a speaker's words may belong that are told without a time


class Around:
    """What the sentences before, the lead and the page's date say of an event whose own sentence names no time."""

    def __init__(
        self, sentences: Sequence[Sentence], story: Sequence[Sentence], within: Within, published: str | None
    ) -> None:
        self._sentences = sentences
        self._story = story
        self._within = within
        self._published = published
        self._opening = Opening(story, within, published)
        self._hours = Hours(sentences)
        self.first = story[0].paragraph if story else 0
        """The number of the story's first paragraph."""

    def before(self, anchor: Token) -> Dated | None:
        """The date that the paragraph has come to, where the narrative goes on in the past."""
        sentence = anchor.sentence
        clause = clause_of(anchor)
        if sentence.part != "story" or tense_of(clause) not in ("past", "past_perfect"):
            return None
        if clause.head is not None and clause.dep not in ("conj", "parataxis") and not is_told_after(clause):
            return None
        if _is_of_now(clause):
            return None
        if any(
            c.lower in clause_words("earlier_on") or is_at_first(c) for c in clause.childs("advmod", "prep")
        ) or self._is_long(clause):
            return None
        found = self._come_to(sentence, clause)
        if found is None or found is UNDATED or found.since:
            return found if found is UNDATED else None
        return self._reckoned(clause, found)

    def _come_to(self, sentence: Sentence, clause: Token) -> Dated | None:
        """The date of what is told last before a sentence, with a time of its own and in the past."""
        previous = self._previous(sentence)
        for _ in range(_SENTENCES_BACK):
            root = previous.root if previous is not None else None
            if previous is not None and (found := self._answer(previous)) is not None:
                return found
            if (
                previous is not None
                and root is not None
                and tense_of(root) == "future"
                and not self._within.opens(root)
            ):
                previous = self._previous(previous)  # `They struck on Monday. They will be back today. The mill shut.`
                continue
            if previous is None or root is None or tense_of(root) not in ("past", "past_perfect"):
                return None
            if (day := self._day_told_of(root)) is not None:
                return day
            if tense_of(root) == "past_perfect" and tense_of(clause) == "past":
                previous = self._previous(previous)  # `The two had signed on Monday. The ministers met.`
                continue
            if (found := self._within.own(deed_of(root)) or self._within.own(root) or self._inner(root)) is not None:
                if tense_of(root) == "past" and tense_of(clause) == "past_perfect" and not self._at_an_hour(clause):
                    return UNDATED  # `Togo rejected the fee on Monday. Gabon had asked for it.`
                counted = root.has_child(_COUNTING, "advmod")
                return None if counted else found  # `They last met in May. A new round was called off.`
            previous = self._previous(previous)
        return None

    def _day_told_of(self, clause: Token) -> Dated | None:
        """`Friday had been quieter`: a sentence about a day sets it."""
        subject = clause.child("nsubj") or clause.child("npadvmod")
        days = subject.subtree() if subject is not None and clause.lemma == "be" else []
        found = next((b for b in self._within.at(clause) if b.token in days and is_dated(b)), None)
        return dated_by(found.time) if found is not None and edtf.is_day(found.time.edtf) else None

    def _reckoned(self, clause: Token, found: Dated) -> Dated | None:
        """The date of a clause by that of what was told before it; None where the clause goes on from elsewhere."""
        gap = edtf.gap(found.date, self._published) or 0
        if gap > _RECENT and clause.has_child(clause_words("later"), "advmod"):
            return UNDATED  # `shut the ford on June 5. They later made ten demands`
        also = clause.has_child(("also",), "advmod")  # `It also told them to leave the base`
        also = also or _is_of_then(clause)
        if clause.lemma in clause_words("speech_verbs") and not also and gap > _RECENT:
            return None  # `The mill burnt down in April. Its owner said ...`
        if tense_of(clause) == "past_perfect" and edtf.overlap(found.date, self._published):
            return None  # what had happened lies before the page's day
        if any(c.lower in _THEN and not _is_at_once(c) for c in clause.childs("advmod")) and (
            days := edtf.gap(found.date, self._published)
        ):
            recent = days <= DAYS_OF_NEWS and edtf.is_day(found.date) and edtf.is_day(self._published)
            return Dated(f"{found.date}/{self._published}", "relative") if recent else UNDATED
        if (days := nth_day_told(clause)) is not None:
            return Dated(edtf.shift(found.date, f"P{days - 1}D", "after"), "relative")
        return Dated(found.date, "relative")

    def _answer(self, sentence: Sentence) -> Dated | None:
        """The time of a sentence that is nothing else: `Had it happened before? In 2004. The strike lasted a year.`"""
        if len(sentence.tokens) > _WORDS_OF_ANSWER or any(t.is_verb for t in sentence.tokens):
            return None
        dated = [b for b in self._within.of_sentence(sentence) if is_dated(b)]
        return dated_by(dated[0].time) if len(dated) == 1 else None

    def _at_an_hour(self, clause: Token) -> bool:
        """`By noon police had arrested nine`: on the day that the story is at."""
        return any(b.time.type == "TIME" for b in self._within.at(clause))

    def _is_long(self, clause: Token) -> bool:
        """`held it up for weeks`: no deed of one day."""
        return any(
            b.time.type == "DURATION" and b.time.value.endswith(("W", "M", "Y")) and b.token.head is not None
            and b.token.head.lower == "for"
            for b in own_times(clause, self._within.at(clause))
        )  # fmt: skip

    def come_to(self, anchor: Token) -> Dated | None:
        """The day of the main clause told last, else of the lead: what `The move came a day after` hangs on."""
        index = anchor.sentence.index
        for previous in reversed(self._sentences[max(0, index - _SENTENCES_BACK) : index]):
            root = previous.root
            if root is None or previous.part != "story":
                continue
            found = self._within.own(deed_of(root)) or self._within.own(root)
            if found is not None:
                return found if edtf.is_day(found.date) and not found.since else None
        lead = self._opening.lead
        return None if lead is None or lead.since else lead

    def within_hours(self, anchor: Token) -> Dated | None:
        """`Hours before, the port had refused`: on the day of what the sentence before tells."""
        clause = clause_of(anchor)
        while clause.dep == "pcomp" and clause.head is not None and clause.head.lower == "by":
            clause = clause_of(clause.head)  # `answered within hours by blocking the bridge`
        adverbs = [{t.lower for t in (c, *c.children)} for c in clause.childs("advmod", "npadvmod", "prep")]
        previous = self._previous(clause.sentence)
        root = previous.root if previous is not None else None
        if root is None or not any(words & SHORTLY and words & _APART_BY for words in adverbs):
            return None
        found = self._within.own(root) or self.before(
            root
        )  # not the page's day: news of the night is printed on the next
        # also of what began then: `The port has been shut since Monday. Hours later crews walked out.`
        return Dated(found.date, "relative") if found and edtf.is_day(found.date) else None

    def since_then(self, anchor: Token) -> Dated | None:
        """`The shaft caved in on May 3. It has been shut since.`: since the day of the sentence before."""
        clause = clause_of(anchor)
        previous = self._previous(clause.sentence)
        root = previous.root if previous is not None else None
        if root is None or tense_of(clause) != "present_perfect" or tense_of(root) != "past":
            return None
        bare = any(
            c.lower == "since" and [t.lower for t in c.children] in ([], ["then"])
            for c in clause.childs("advmod", "prep")
        )
        found = self._within.own(root) if bare else None
        return Dated(found.date, "relative", since=True) if found is not None and found.date else None

    def begun(self, anchor: Token) -> Dated | None:
        """Since when it goes on, where the next sentences say so of the same thing: `Men have worked on the line since Sunday.`"""
        thing = anchor.child("dobj")
        nouns = {t.lemma for t in thing.subtree() if t.is_noun} if thing is not None else set()
        after = anchor.sentence.index + 1
        for sentence in self._sentences[after : after + 2]:
            root = sentence.root
            if root is None or sentence.part != "story" or tense_of(root) != "present_perfect":
                continue
            found = self._within.own(root)
            if found is not None and found.since and nouns & {t.lemma for t in sentence.tokens if t.is_noun}:
                return Dated(found.date, "relative", since=True)
        return None

    def _inner(self, root: Token) -> Dated | None:
        """The only time of a sentence whose main verb has none: `ended the strike by agreeing to a vote last month`."""
        dated = [b for b in self._within.at(root) if is_dated(b)]
        if len(dated) != 1 or dated[0].time.relation == "since" or edtf.before(self._published, dated[0].time.edtf):
            return None
        site = dated[0].site
        clause = clause_of(site) if site is not None else None
        if clause is not None and clause.has_child(_APART_CLAUSES, "mark"):
            return None  # `sailed home because the price had fallen on Monday`
        return dated_by(dated[0].time) if clause is not None and clause.dep in ("pcomp", "xcomp", "advcl") else None

    def _previous(self, sentence: Sentence) -> Sentence | None:
        if not sentence.index:
            return None
        previous = self._sentences[sentence.index - 1]
        return previous if previous.paragraph == sentence.paragraph else None

    def next(self, sentence: Sentence) -> Sentence | None:
        """The sentence of the story that follows another one."""
        after = self._sentences[sentence.index + 1 : sentence.index + 2]
        return after[0] if after and after[0].part == "story" else None

    def page(self, anchor: Token) -> Dated:
        """The page's day for what is told as its news: marked, and never for background."""
        published = self._published
        sentence = anchor.sentence
        if sentence.part == "caption":
            return self._caption(sentence)
        if published is None or (comes_after(anchor) and anchor.has_child(("by", "from"), "prep")):
            return UNDATED  # `shares rose after a threat by Chad to close the strait`
        clause = clause_of(anchor)
        if is_reported(clause) and is_going_on(clause) and (said := self._said(clause)) is not None:
            return about(said)  # `declared on Monday that it was suspending deliveries`
        entry = self._hours.paragraph(sentence.paragraph)
        if not is_news(anchor, paragraph=sentence.paragraph - self.first if entry is None else entry):
            return self._just_said(clause)
        if sentence.part == "title":
            return self._title(anchor, clause)
        if is_before(clause):
            return UNDATED  # `was refused before it had left the port`
        if self._is_long(clause) and tense_of(clause) == "past":
            return UNDATED
        if entry is not None:
            return Dated(published, "published")
        return self._news_of(anchor, clause, published)

    def _just_said(self, clause: Token) -> Dated:
        """Far down, what `has been done, she said on Sunday`, or was announced then: on that day, or not long before."""
        told = tense_of(clause) == "present_perfect" and (is_reported(clause) or is_told_after(clause))
        said = self._said(clause) if told or is_announced(clause) else None
        gap = edtf.gap(said.date, self._published) if said is not None and edtf.is_day(said.date) else None
        return about(said) if said is not None and gap is not None and gap <= _RECENT else UNDATED

    def _news_of(self, anchor: Token, clause: Token, published: str) -> Dated:
        """The day of a deed of the story that is news: of who says so, of the lead, of the topic, else the page's."""
        sentence, tense = anchor.sentence, tense_of(clause)
        if tense == "present_perfect" and sentence.paragraph == self.first:
            below = told_after(anchor, self._story, self._within, published)
            if below is not None:
                return below
        deed = tense == "past" and clause.lemma not in clause_words("speech_verbs")
        if deed and self._opening.is_looking_back:
            return UNDATED
        if (is_reported(clause) or is_told_after(clause)) and (said := self._said(clause)) is not None:
            return about(said)  # `said on Monday that it had agreed`: on that day, or not long before
        also = clause.has_child(("also",), "advmod")
        lasting = tense == "past" and clause.lemma in self._opening.lasting
        if lasting or (deed and not also and self._is_background(sentence)):
            return UNDATED
        if (found := self._from_lead(clause, sentence, published)) is not None:
            return found
        topic = self._opening.topic if sentence.part == "story" else None
        day = self._day_in_sight(clause) or topic if deed else None
        return Dated(f"{day}/{published}", "relative") if day is not None else Dated(published, "published")

    def _from_lead(self, clause: Token, sentence: Sentence, published: str) -> Dated | None:
        """What a deed takes from the day that the lead names; None where that says nothing of it."""
        lead, tense = self._opening.lead, tense_of(clause)
        days = edtf.gap(lead.date, published) if lead is not None else None
        if lead is None:
            return None
        if is_reported(clause) and tense == "past_perfect" and not lead.since:
            return about(lead) if days is not None and days <= _DAYS_OF_LEAD else Dated(published, "published")
        here = tense == "past" or (tense in ("present", "present_perfect") and sentence.paragraph == self.first)
        if not here or not days:
            return None
        since = Dated(f"{lead.date}/{published}", "relative")
        if lead.since:  # `are let through since Tuesday. The limit was imposed by ...`
            told = tense == "past" and days <= _DAYS_OF_LEAD and clause.lemma not in clause_words("speech_verbs")
            return since if told else Dated(published, "published")
        if days <= (_DAYS_OF_LEAD if tense != "present_perfect" else 1):
            return lead
        if not edtf.is_day(published):
            return None
        if tense == "present_perfect" and self._previous(sentence) is not None:
            return since  # `As of Tuesday no ships are worked. The port has let half of its men go.`
        if tense == "past":  # days after its lead a page may tell what went before, else what came since
            return UNDATED if sentence.paragraph != self.first else since
        return None

    def _day_in_sight(self, clause: Token) -> str | None:
        """The one recent day that the sentence tells of another deed: this one is of that day, or since."""
        bounds = [b for b in self._within.at(clause) if b.time.type in ("DATE", "TIME") and edtf.is_day(b.time.edtf)]
        days = {b.time.edtf for b in bounds}
        if (
            len(days) != 1
            or not is_dated(bounds[0])
            or _is_of_thing(bounds[0])
            or not edtf.before(bounds[0].time.edtf, self._published)
        ):
            return None
        gap = edtf.gap(bounds[0].time.edtf, self._published)
        return bounds[0].time.edtf if gap is not None and gap <= DAYS_OF_NEWS else None

    def _said(self, clause: Token) -> Dated | None:
        teller = made_known_by(clause)
        if teller is None:
            return None
        said = self._within.own(teller) or self._within.on_that_day(teller)
        return said or beside(self._within, teller, self._published)

    def _title(self, anchor: Token, clause: Token) -> Dated:
        """The day of a headline's deed: where the story tells it, else that of the lead; none of what went before it."""
        found = told_below(anchor, self._story, self._within, self._published)
        if found is not None:
            return found
        if is_after(clause):
            return UNDATED  # `Strike begins after members reject offer`
        lead = self._opening.lead
        if lead is not None and not lead.since:
            return lead
        same = alike_lead(anchor, self._story)
        below = told_after(same, self._story, self._within, self._published) if same is not None else None
        return below or Dated(self._published, "published")

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
            tenses.extend(["past_perfect"] if before.root is not None and had_done(before.root) else [])
            before = self._previous(before)
        return bool(tenses) and (tenses[0] in ("present", "present_perfect") or "past_perfect" in tenses)

    def _caption(self, sentence: Sentence) -> Dated:
        """The one date of a caption, which is its photo's: `..., Lima, July 6, 2013`."""
        dated = [b for b in self._within.of_sentence(sentence) if is_dated(b)]
        return dated_by(dated[0].time) if len(dated) == 1 else UNDATED


def _is_of_then(clause: Token) -> bool:
    """`Its minister at the time blamed Chad`."""
    words = " ".join(t.lower for c in clause.childs("nsubj", "nsubjpass", "prep") for t in c.subtree())
    return any(f"at {the} time" in words for the in ("the", "that"))


def _is_at_once(then: Token) -> bool:
    """`rejected it there and then`: on the day that was told."""
    words = [t.lower for t in then.sentence.tokens[max(0, then.i - 2) : then.i + 3]]
    return then.lower == "then" and "there" in words and "and" in words


def _is_of_now(clause: Token) -> bool:
    """`Chad says it will now open the road`: said on the page's day, whatever was told before."""
    clauses = (clause, *clause.childs("ccomp", "xcomp"))
    return any(verb.has_child(("now",), "advmod") for verb in clauses)


def is_at_first(phrase: Token) -> bool:
    """`at first`."""
    return phrase.lower == "at" and any(c.lower == "first" for c in phrase.children)


def _is_of_thing(bound: Bound) -> bool:
    """`cancelled all flights for Saturday`: the day of what does not happen."""
    return bound.token.head is not None and bound.token.head.lower == "for"
