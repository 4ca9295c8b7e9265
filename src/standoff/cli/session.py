"""A review in the terminal: which fact is looked at, and what each key does with it. Neither reads keys nor draws."""

from collections.abc import Callable
from dataclasses import dataclass, field

from standoff.cli.deciding import read_pairs
from standoff.errors import StandoffError, UsageError
from standoff.record.deciding import Reviewer
from standoff.tell.review import Card, candidates, card, queue

HELP = """a  accept: it is so
x  reject: there is no such thing; `x 2` only the second sentence says no such thing
e  edit: e date=2013-04-08 actors=KOR,USA; what stands before = is a field of the card
m  merge: it is the same as another event; `m` lists those that it may be, `m 2` or `m ID` merges
s  split: `s 2 3`: these sentences tell of another event
u  undo the latest decision; again for the one before
j  next, k  the one before, g ID  go to a fact
?  this help, q  end; every decision is kept at once"""
WORDS = {
    "a": "accept", "x": "reject", "e": "edit", "m": "merge", "s": "split", "u": "undo", "j": "next", "k": "back",
    "g": "go", "?": "help", "q": "quit",
}  # fmt: skip


@dataclass
class Session:
    """A walk through the facts of a record."""

    reviewer: Reviewer
    ids: list[str] = field(default_factory=list)
    at: int = 0
    ended: bool = False
    decided: int = 0

    @classmethod
    def over(cls, reviewer: Reviewer) -> "Session":
        """A review of all that nobody has decided on."""
        return cls(reviewer, [each.id for each in queue(reviewer.record)])

    @property
    def id(self) -> str | None:
        """The fact that is looked at; None after the last one."""
        return self.ids[self.at] if self.at < len(self.ids) else None

    def card(self) -> Card | None:
        """The fact that is looked at, with its sentences; None after the last one."""
        while self.id is not None:
            try:
                return card(self.reviewer.record, self.id)
            except StandoffError:  # another decision has taken it away
                del self.ids[self.at]
        return None

    def take(self, line: str) -> str:
        """Does what a line asks for, by its first letter or word; what is to be said comes back."""
        word, _, rest = line.strip().partition(" ")
        key = word if word in WORDS else next((k for k, name in WORDS.items() if name == word.lower()), None)
        if key is None:
            return "" if not word else f"there is no key {word!r}; ? tells them"
        todo: dict[str, Callable[[str], str]] = {
            "a": self._accept, "x": self._reject, "e": self._edit, "m": self._merge, "s": self._split, "u": self._undo,
            "j": self._next, "k": self._back, "g": self._go, "?": lambda _: HELP, "q": self._quit,
        }  # fmt: skip
        try:
            return todo[key](rest.strip())
        except StandoffError as e:
            return f"{e}" + (f" ({e.hint})" if e.hint else "")

    def _here(self) -> str:
        if self.id is None:
            raise UsageError("there is nothing left to decide on", hint="k goes back, q ends")
        return self.id

    def _done(self, said: str) -> str:
        self.decided += 1
        self.at += 1
        return said

    def _accept(self, _: str) -> str:
        self.reviewer.accept(self._here())
        return self._done("accepted")

    def _reject(self, rest: str) -> str:
        id = self._here()
        if not rest:
            self.reviewer.reject(id)
            return self._done("rejected")
        for key in self._chosen(rest):
            self.reviewer.reject(key, only=True)
        self.decided += 1
        return "rejected"

    def _edit(self, rest: str) -> str:
        fields = dict(self._shown().fields)
        if not rest:
            raise UsageError("e wants FIELD=VALUE", hint=f"fields: {', '.join(fields)}")
        self.reviewer.edit(self._here(), _pairs(rest, tuple(fields)))
        return self._done("set right")

    def _merge(self, rest: str) -> str:
        id = self._here()
        others = candidates(self.reviewer.record, id)
        if not rest:
            lines = [
                f"{n}  {date or 'no date':<12} {summary} ({other})"
                for n, (other, date, summary) in enumerate(others, 1)
            ]
            return "\n".join(lines) or "nothing is like it; m ID merges it with any event"
        numbered = {str(n): other for n, (other, _, _) in enumerate(others, 1)}
        self.reviewer.merge([id, *(numbered.get(word, word) for word in rest.split())])
        self.decided += 1
        return "merged"

    def _split(self, rest: str) -> str:
        self.reviewer.split(self._chosen(rest))
        self.decided += 1
        return "split"

    def _chosen(self, rest: str) -> list[str]:
        """The keys of the sentences with these numbers; of the second, where there are two and none is named."""
        passages = self._shown().passages
        numbers = rest.split() or (["2"] if len(passages) == 2 else [])
        if not numbers or not all(n.isdecimal() and 0 < int(n) <= len(passages) for n in numbers):
            raise UsageError(f"the sentences are numbered from 1 to {len(passages)}")
        return [passages[int(n) - 1].key for n in numbers]

    def _shown(self) -> Card:
        self._here()
        shown = self.card()
        if shown is None:
            raise UsageError("there is nothing left to decide on", hint="k goes back, q ends")
        return shown

    def _undo(self, _: str) -> str:
        made = self.reviewer.undo()
        taken = next(d for d in self.reviewer.record.decisions() if d.id == made.undoes)
        if taken.on and taken.on[0].kind != "spell":  # a spell has another id now
            self._go(taken.on[0].mention)
        return f"undone: {taken.action}"

    def _next(self, _: str) -> str:
        self.at = min(self.at + 1, len(self.ids))
        return ""

    def _back(self, _: str) -> str:
        self.at = max(self.at - 1, 0)
        return ""

    def _go(self, rest: str) -> str:
        id = card(self.reviewer.record, rest).id
        if id in self.ids:
            self.at = self.ids.index(id)
        else:
            self.ids.insert(self.at, id)
        return ""

    def _quit(self, _: str) -> str:
        self.ended = True
        return f"{self.decided} decided"


def _pairs(rest: str, names: tuple[str, ...]) -> dict[str, str]:
    """Fields and values of a line; a value ends where the next `field=` begins, so that it may hold spaces.

    >>> _pairs("object=the east gate date=2013-04", ("date", "object"))
    {'object': 'the east gate', 'date': '2013-04'}
    """
    found: list[str] = []
    for word in rest.split(" "):
        if not found or (word.partition("=")[0] in names and "=" in word):
            found.append(word)
        else:
            found[-1] += f" {word}"
    return read_pairs(found)
