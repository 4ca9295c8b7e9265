"""The union and the employer of a page on a labour dispute, and who is no more than a word for one of them: `members`, `management`."""

from collections import Counter

from standoff.extract.actors import Actors
from standoff.extract.draft import Draft
from standoff.extract.events.refs import as_another
from standoff.lexicon.actions import actions
from standoff.lexicon.alike import sense_of
from standoff.lexicon.retold import retold_nouns
from standoff.lexicon.senses import marked
from standoff.model import ActorRef, PloverType

_NEAR = 200  # characters between a union's name and a word for its members
_SEVERAL = 2
_OF_WORKERS: frozenset[PloverType] = frozenset({"AGREE", "CONCEDE", "PROTEST", "REJECT", "RETREAT", "THREATEN"})

Refs = tuple[ActorRef, ...]


class AtWork:
    """The sides of a labour dispute as one page tells them."""

    def __init__(self, actors: Actors) -> None:
        self.actors = actors
        self.labour = self._labour()
        self.unions = self._unions()

    def each(self, ref: ActorRef) -> Refs:
        """Every declared union of those that are only called unions, `both unions`, where there are several; else who it is."""
        if (
            not ref.id.startswith("NAMED:")
            or words_of(ref.id)[-1].removesuffix("s") not in retold_nouns().words["unions"]
        ):
            return (ref,)
        declared = [p for p, sector in self.actors.sectors.items() if sector == "LAB"]
        if not words_of(ref.id)[-1].endswith("s") or len(declared) < _SEVERAL:
            return (ref,)
        self.unions = tuple(declared)  # the page speaks of them all
        return tuple(as_another(ref, p) for p in declared)

    def side(self, ref: ActorRef, draft: Draft) -> ActorRef:
        """Who somebody that acts is: the union, where he is only called its members or the staff."""
        if len(self.unions) == 1 and ref.id == self.employer() and (_is_strike(draft) or _calls_off(draft)):
            return as_another(ref, self.unions[0])  # the railway's staff, where the railway is a side by its name
        if draft.type in _OF_WORKERS and self._is_of_union(ref.id) and not _is_few(ref, draft):
            return as_another(ref, self._union_of(ref) or ref.id)
        return self.body(ref)

    def body(self, ref: ActorRef) -> ActorRef:
        """Who somebody is: the employer or the union, where he is only called management or the union."""
        employer = self.employer()
        if employer is not None and self._is_only(ref.id, "employers"):
            return as_another(ref, employer)
        return as_another(ref, self.labour or ref.id) if self._is_only(ref.id, "unions") else ref

    def employer(self) -> str | None:
        """The side that people at work stand against."""
        others = [p for p in self.actors.parties if p not in self.unions]
        return others[0] if self.unions and len(others) == 1 else None

    def _union_of(self, ref: ActorRef) -> str | None:
        """The union of people at work: by their trade, else the one named right before them, else the one that the page is about."""
        trade = words_of(ref.id)[-1].rstrip("s")
        named = [u for u in self.unions if trade in {w.rstrip("'’s") for w in words_of(u)}]
        if self.labour is not None or len(named) == 1:
            return self.labour or named[0]
        told = [a for a in self.actors.mentions if a.id in self.unions]
        near = [a for a in told if 0 <= ref.start - a.end < _NEAR]
        counted = Counter(a.id for a in told).most_common(1)
        return near[-1].id if near else counted[0][0] if counted else None

    def _is_of_union(self, actor: str) -> bool:
        """Whether an id is no more than a word for members, or for the people whose union it is: `teachers`, of the Teachers Union."""
        if self._is_only(actor, "members"):
            return True
        if not actor.startswith("NAMED:") or actor in self.actors.parties:
            return False
        *before, last = words_of(actor)
        before = [w for w in before if w not in retold_nouns().words["passed_over"]]
        declared = self.labour is not None and self.actors.sectors.get(self.labour) == "LAB"
        if declared and not before and last.endswith("s") and last[:-1] in actions().classes["workers"]:
            return True  # the miners of a page on the one strike of miners
        ours = [w.rstrip("'’s") for union in self.unions for w in words_of(union)]
        theirs = {*words_of(self.employer() or "")}
        return last.endswith("s") and ours.count(last[:-1]) == 1 and theirs.issuperset(before)

    def _is_only(self, actor: str, kind: str) -> bool:
        """Whether an id is no more than a word for members or for employers; the members may be those of the employer."""
        if not actor.startswith("NAMED:") or actor in self.actors.parties:
            return False
        *before, last = words_of(actor)
        words = retold_nouns().words
        theirs = {*words_of(self.employer() or ""), *words["passed_over"]}
        return last in words[kind] and theirs.issuperset(before)

    def _labour(self) -> str | None:
        """The one side of the page that is a union or people at work."""
        if not self.actors.sectors and not any(a.sector == "LAB" for a in self.actors.mentions):
            return None  # most pages
        sectors = Counter((a.id, a.sector) for a in self.actors.mentions if a.sector)
        found = [p for p in self.actors.parties if self._sector(p, sectors) == "LAB"]
        sides = {w for p in self.actors.parties for w in words_of(p)}
        bodies = {a.id for a in self.actors.mentions if a.sector == "LAB" and not a.person and _is_name(a.id)}
        others = [i for i in bodies if sides.isdisjoint(words_of(i))]
        named = {a.id for a in self.actors.mentions}
        unions = [p for p, s in self.actors.sectors.items() if s == "LAB" and p in named]
        if len(unions) == 1:
            found = unions
        return found[0] if len(found) == 1 and len(unions) < 2 and not others else None

    def _unions(self) -> tuple[str, ...]:
        """The sides of the page that are unions: the one, or those declared that it names."""
        if self.labour is not None:
            return (self.labour,)
        named = {a.id for a in self.actors.mentions} if self.actors.sectors else ()
        return tuple(p for p, s in self.actors.sectors.items() if s == "LAB" and p in named)

    def _sector(self, party: str, sectors: Counter[tuple[str, str]]) -> str:
        """A side's sector: as declared, else as most of its mentions have it."""
        told = ((n, s) for (id_, s), n in sectors.items() if id_ == party)
        return self.actors.sectors.get(party) or max(told, default=(0, ""))[1]


def _is_strike(draft: Draft) -> bool:
    """Whether an act is a strike, or a vote for one: what nobody does who employs."""
    by_ballot = draft.type == "THREATEN" and draft.rule.split()[0] in marked("strike")
    return by_ballot or (draft.type == "PROTEST" and draft.mode == "strike")


def _calls_off(draft: Draft) -> bool:
    """Whether an act takes back a strike: `their union withdrew the strike notice`; a lockout is the employer's to lift."""
    words = draft.anchor.sentence.lemmas
    return sense_of(draft.rule) in marked("ends_strike") and retold_nouns().words["lockout"].isdisjoint(words)


def _is_few(ref: ActorRef, draft: Draft) -> bool:
    """Whether a phrase counts a few of many: `two workers`, `some members`."""
    sentence = draft.anchor.sentence
    words = sentence.text[max(0, ref.start - sentence.start) : ref.end - sentence.start].lower().split()
    before = sentence.text[: max(0, ref.start - sentence.start)].lower().split()[-2:]
    shares = {"out", "in", "of"}.intersection(words[1:3] + before)  # nine out of ten members
    return bool(words) and words[0] in retold_nouns().words["few"] and not shares


def _is_name(actor: str) -> bool:
    """Whether an id is a body's own name: `NAMED:Dockers Union`, not `NAMED:dockers` nor `PER-LAB`."""
    return actor.startswith("NAMED:") and actor[6:7].isupper()


def words_of(actor: str) -> list[str]:
    """The words of an id in lower case."""
    return actor.removeprefix("NAMED:").lower().split()
