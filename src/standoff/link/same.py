"""How alike two reports are: whether they can tell of the same event, how much speaks for it, and why."""

import datetime
from dataclasses import dataclass

import msgspec

from standoff.lexicon.alike import sense_of, tell_alike
from standoff.lexicon.senses import marked
from standoff.model import DateHow, PloverType, Status

JOINT = ("CONSULT", "AGREE", "COOPERATE")
"""Acts that sides do together: who is named first says nothing."""
SPOKEN = ("REQUEST", "THREATEN", "ACCUSE", "REJECT", "AGREE")
DEEDS = ("SANCTION", "COERCE", "RETREAT", "MOBILIZE", "ASSAULT", "COOPERATE", "AID", "PROTEST")
"""Words are spoken again and again; only deeds are recognised after weeks."""
HALTING = {"withdraw", "discontinue"}
"""Who halts a thing pulls out, and who pulls out halts it: two ways to tell one act of a day."""
NEIGHBOURS = (
    {"discontinue", "restrict"},
    {"discontinue", "withhold"},
    {"curfew", "restrict"},
    {"obstruct", "restrict"},
)
"""Modes between which pages waver: where the same one or the same thing is acted on, nothing speaks against one act."""
HOLD = "hold"
"""The kind of act by which something is shut, held back or kept out: pages give it several types."""
RULING = "ruling"
"""The kind of act of courts and arbitrators: one ruling orders, forbids and finds."""
COURT = "NAMED:court"
"""A court, a judge or an arbitrator of whom a page does not say which."""
NOBODY = 0.5
"""What speaks for it where neither says who acts."""
EXCLUDED = -1.0
"""What sides that exclude each other count."""
THING = "@thing"
_TOGETHER, _AND = "\x1e", "\x1f"
"""In what is kept of who does it: the mark of what sides do together, and what stands between two of them."""
SHARED = (
    ("words in common", "words"),
    ("same kind of act", "kind"),
    ("like kind of act", "like"),
    ("about the same", "matter"),
    ("about the disputed", "thing"),
    ("beside it", "beside"),
)
ALIKE_SENSES = 0.4
"""What speaks for it that the rules of two reports stand for senses of one deed."""
ALIKE_TYPES = 0.7
"""The same of types, where these senses are of two."""
ALIKE = 0.6
FEWEST_WORDS = 3
"""Share of the shorter sentence's words, and how many beside those for the act, that make two sentences the same."""


def one_day(first: datetime.date | None, last: datetime.date | None) -> datetime.date | None:
    """The day of what lies between two, where it is a single one."""
    return first if first == last else None


class Report(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """What a mention says, in the form that is compared and kept."""

    key: str
    document: str
    start: int
    """Where its words begin in the page."""
    group: str
    """The first of the pages that print the same text: what copies tell is one telling."""
    source: str
    published: datetime.date | None
    """The last day on which its page may have been published."""
    type: PloverType
    family: str
    mode: str | None
    rule: str
    status: Status
    negated: bool
    content_of: str | None
    actors: frozenset[str]
    recipients: frozenset[str]
    vague: frozenset[str]
    """Those of them who are only described, or of joint acts unknown people: they may be, or stand for, somebody who is named."""
    implied: bool
    """Who acts, or one of those who act together, is told elsewhere on its page, if at all."""
    guessed: bool
    """Its own sentence names none of those who act."""
    date: str | None
    first: datetime.date | None
    last: datetime.date | None
    """The first and the last day of its date."""
    how: DateHow
    hangs: bool
    """Its page dates it by another event that has no date there: other pages may tell it."""
    trigger: frozenset[str]
    title: bool
    borrowed: bool
    """A headline that prints no time: its day is that of what its story tells first."""
    lead: bool
    about: frozenset[str]
    weight: float
    """How much it counts in a vote on the date."""
    beside: frozenset[str]
    """The words of its clause, but for names: where no object is found, they tell what is acted on."""
    context: frozenset[str]
    """The words of its sentence: where nothing says what it is about, the same words do."""

    @property
    def happened(self) -> bool:
        """It is told as something that took place."""
        return self.status in ("happened", "ongoing")

    @property
    def told(self) -> bool:
        """It is told as something that took place or is set for a day, not as what somebody speaks of."""
        return self.content_of is None and (self.happened or self.status == "planned")

    @property
    def failed(self) -> bool:
        """Talks that came to nothing, of which nobody is said to have refused."""
        return sense_of(self.rule) in marked("fails")

    @property
    def joint(self) -> bool:
        """Sides did it together; what one side promises is its own."""
        return (self.type in JOINT or self.family == "AGREE") and self.family != "promise"

    @property
    def named(self) -> frozenset[str]:
        """Who acts, but for those whom its own sentence does not name; of what sides do together, all."""
        return frozenset() if self.implied and not self.joint else self.actors - {COURT}

    @property
    def sure(self) -> frozenset[str]:
        """Those of them who are more than described."""
        return self.named - self.vague

    @property
    def day(self) -> datetime.date | None:
        """Its day, where the date is a single one."""
        return one_day(self.first, self.last)

    @property
    def known_day(self) -> datetime.date | None:
        """Its day, where the page tells it: not the page's own for want of another, nor one on which it is only spoken of."""
        sure = self.how in ("stated", "relative") and (self.date or "")[-1:] != "~"
        return self.day if sure else None


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much speaks for one event, and the words for it."""

    score: float
    why: tuple[str, ...]

    @property
    def shared(self) -> frozenset[str]:
        """What the two have in common beside their sides: `words`, `kind`, `like`, `matter`, `thing`, `beside`."""
        return frozenset(name for start, name in SHARED for why in self.why if why.startswith(start))


def likeness(one: Report, other: Report) -> Likeness | None:
    """How alike two reports are; None where they cannot be of one event."""
    if one.family != other.family or one.negated != other.negated or not _same_standing(one, other):
        return None
    if one.document == other.document and one.start == other.start:
        return None  # the same words tell of several: `the rounds of May and June`
    score, why = _sides(one, other)
    if score <= EXCLUDED:
        return None
    if score < 0:
        return Likeness(0.0, ())  # nothing but whom it is done to speaks against it: others may tell both
    for points, word in (_types(one, other), _words(one, other), _matter(one, other)):
        score += points
        if points > 0:
            why.append(word)
    return Likeness(score, tuple(why))


def opposed(one: Report, other: Report) -> bool:
    """They are of different sides, as `likeness` would find after more work."""
    if one.joint and other.joint:
        return False
    ours, theirs = (one.sure, other.sure) if one.sure or other.sure else (one.named, other.named)
    return bool(ours) and bool(theirs) and one.named.isdisjoint(other.named)


def sides_of(report: Report) -> str:
    """Who does it, and whether with others, in a form that is kept beside it."""
    return (_TOGETHER if report.joint else "") + _AND.join(sorted(report.sure))


def apart(one: str, other: str) -> bool:
    """`opposed`, of two reports by their `sides_of`: never where it is not, and not where both are only described."""
    a, b = one.removeprefix(_TOGETHER), other.removeprefix(_TOGETHER)
    if not a or not b or (a != one and b != other):
        return False
    return set(a.split(_AND)).isdisjoint(b.split(_AND))


def but_for_actors(one: Report, other: Report) -> Likeness | None:
    """How alike two reports are that name other actors, but tell the same in the same words of the same object.

    None where they do not, or where each acts on the other: two sides often do the same to each other.
    """
    if not opposed(one, other) or one.negated != other.negated or not (one.happened and other.happened):
        return None
    swapped = one.actors & other.recipients or other.actors & one.recipients
    if swapped or (one.recipients and other.recipients and one.recipients != other.recipients):
        return None
    found = (_types(one, other), _words(one, other), _matter(one, other))
    like = Likeness(sum(points for points, _ in found), tuple(why for points, why in found if points > 0))
    return like if one.mode == other.mode and "words" in like.shared and same_matter(one, other, like) else None


def same_matter(one: Report, other: Report, like: Likeness) -> bool:
    """They are about the same, or act on the same one; where only the disputed thing or nothing is named, the same words tell it."""
    if "matter" in like.shared or any(r.startswith("NAMED:") for r in one.recipients & other.recipients):
        return True
    if one.about and other.about and not one.about & other.about:
        return False
    both = one.context & other.context
    enough = ALIKE * min(len(one.context), len(other.context))
    return len(both) >= enough and len(both - one.trigger - other.trigger) >= FEWEST_WORDS


def _same_standing(one: Report, other: Report) -> bool:
    """A planned act and the act itself may be one; what somebody only speaks of is never an act."""
    if (one.content_of is None) != (other.content_of is None):
        return False
    return one.status == other.status or (
        one.told and other.told and not (_was_done(one, other) or _was_done(other, one))
    )


def _was_done(act: Report, plan: Report) -> bool:
    """An act was over when the page of a plan for a time to come was printed: what is planned is another one."""
    if plan.status != "planned" or act.last is None or plan.published is None:
        return False
    return act.last < plan.published and (plan.last is None or plan.last >= plan.published)


def _sides(one: Report, other: Report) -> tuple[float, list[str]]:
    """Points for who acts on whom; below 0 where sides exclude each other."""
    if one.joint and other.joint:
        return _sides_together(one, other)
    if one.failed != other.failed and not (len(one.actors) > 1 and len(other.actors) > 1):
        return EXCLUDED, []  # talks that break down are no refusal of one side
    courts = one.family == RULING and bool(one.actors and other.actors) and not opposed(one, other)
    if one.actors and other.actors and not one.actors & other.actors and not courts:
        if opposed(one, other):
            return EXCLUDED, []
        # whom only the page shows to act may be another
        return NOBODY if one.recipients & other.recipients else 0.3, []
    met = courts or bool(one.actors & other.actors)
    score = 1.0 if met else 0.3 if one.actors or other.actors else NOBODY
    why = ["same actor"] if met else []
    if one.recipients and other.recipients:
        both = bool(one.recipients & other.recipients)
        headed = one.document == other.document and (one.borrowed or other.borrowed)
        score += 0.3 if both else 0.0 if headed else -0.7  # a headline names as the other side whom it will
        why += ["same recipient"] if both else []
    return score, why


def _sides_together(one: Report, other: Report) -> tuple[float, list[str]]:
    a, b = one.actors | one.recipients, other.actors | other.recipients
    if a - one.vague or b - other.vague:
        a, b = a - one.vague, b - other.vague
    if not (a and b):
        return 0.3, []
    if a <= b or b <= a:
        return 1.0, ["same sides"]
    short = one.borrowed or other.borrowed or _is_one_accord(one, other)  # a headline names one of several sides
    told_elsewhere = one.guessed or other.guessed or (a & b and (one.implied or other.implied))
    return (0.3, []) if short or told_elsewhere else (EXCLUDED, [])


def _is_one_accord(one: Report, other: Report) -> bool:
    """A page tells of one accord of a day, and may name a ministry for its country, a firm for another."""
    day = one.known_day is not None and one.known_day == other.known_day
    met = (one.actors | one.recipients) & (other.actors | other.recipients)
    return day and one.document == other.document and one.family == other.family == "AGREE" and bool(met)


def _types(one: Report, other: Report) -> tuple[float, str]:
    # an accord that is signed, and one that is reached, are the same
    same = one.type == other.type or one.family == other.family == "AGREE"
    ruled = one.family == other.family == RULING
    points = 1.0 if same else ALIKE_TYPES if ruled or tell_alike(one.rule, other.rule) else 0.3
    if ruled and not _one_mode(one, other):
        return points, "same type" if same else "like type"
    if one.mode and other.mode and one.type != "ASSAULT":  # an attack kills and destroys
        points += 0.3 if _one_mode(one, other) else 0.0 if _modes_waver(one, other) else -0.4
    return points, "same type" if same else "like type"


def modes_agree(one: Report, other: Report) -> bool:
    """The modes of two reports may be those of one act; an attack kills and destroys, and who strikes pickets."""
    if one.type == other.type and one.type in ("ASSAULT", "PROTEST"):
        return True
    return not (one.mode and other.mode) or _one_mode(one, other) or _modes_waver(one, other)


def _one_mode(one: Report, other: Report) -> bool:
    return one.mode == other.mode or {one.mode, other.mode} <= HALTING


def _modes_waver(one: Report, other: Report) -> bool:
    if tell_alike(one.rule, other.rule):
        return True
    same = one.recipients & other.recipients or one.about & other.about
    return bool(same) and {one.mode, other.mode} in NEIGHBOURS


def _words(one: Report, other: Report) -> tuple[float, str]:
    shared = one.trigger & other.trigger
    if shared:
        return 0.8, f"words in common: {', '.join(sorted(shared))}"
    if one.rule == other.rule and one.rule:
        return 0.5, "same kind of act"
    if tell_alike(one.rule, other.rule):
        return ALIKE_SENSES, "like kind of act"
    if one.type not in SPOKEN:
        return 0.0, ""
    spoken = one.trigger & (other.about | other.beside) | other.trigger & (one.about | one.beside)
    return (ALIKE_SENSES, f"beside it: {', '.join(sorted(spoken))}") if spoken else (0.0, "")


def _matter(one: Report, other: Report) -> tuple[float, str]:
    """Points for what the act is about."""
    shared = one.about & other.about
    if shared - {THING}:
        return 0.6, f"about the same: {', '.join(sorted(shared - {THING}))}"
    if shared:
        return 0.3, "about the disputed thing"
    if not (one.about and other.about):
        beside = (one.about or one.beside) & (other.about or other.beside) - one.trigger - other.trigger - {THING}
        return (0.2, f"beside it: {', '.join(sorted(beside))}") if beside else (0.0, "")
    # a page that asks for two things asks twice; another page may only use other words
    both = one.actors | one.recipients
    together = one.joint and other.joint and len(both) > 1 and both == other.actors | other.recipients
    spoken = one.type in SPOKEN and one.family != RULING and not together
    twice = one.document == other.document and spoken and not (one.title or other.title)
    return (-1.3 if twice else -0.4), ""
