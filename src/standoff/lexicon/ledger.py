"""Words by which an act puts a demand, an offer, a promise or a threat into the ledger, or does not, from `ledger.toml`."""

import re
from functools import cache
from typing import Literal

import msgspec

from standoff.lexicon import load_table
from standoff.lexicon.alike import sense_of
from standoff.lexicon.stems import stems

LedgerCue = Literal[
    "ahead",
    "answers",
    "answers_demand",
    "answers_offer",
    "answers_ultimatum",
    "aside",
    "forecast",
    "offers",
    "orders",
    "own_people",
    "question",
    "settles",
    "so_now",
    "told",
    "unless",
    "when",
]


class Cue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that say something of an act (`of = "act"`: from its first word on) or of what it is about (`of = "what"`)."""

    id: LedgerCue
    of: Literal["act", "what"]
    at: Literal["start", "any"]
    pattern: str
    examples: tuple[str, ...]
    counter: tuple[str, ...] = ()


class LedgerTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`ledger.toml`."""

    asking: tuple[str, ...]
    offering: tuple[str, ...]
    pledging: tuple[str, ...]
    cue: tuple[Cue, ...]


@cache
def _senses(of: Literal["offering", "pledging"]) -> frozenset[str]:
    table: LedgerTable = load_table("ledger", LedgerTable)
    return frozenset(table.offering if of == "offering" else table.pledging)


def asked_in(told: str) -> tuple[str, str] | None:
    """What the words of an answer say was asked for, `demand`, `offer` or `ultimatum`, with the words from it on.

    >>> asked_in("rejected a demand by the pilots for a bonus")
    ('demand', 'demand by the pilots for a bonus')
    """
    for kind, cue in _ASKED:
        found = find_cue(cue, told)
        if found is not None:
            return kind, told[found.start("asked") :]
    return None


_ASKED: tuple[tuple[str, LedgerCue], ...] = (
    ("ultimatum", "answers_ultimatum"),
    ("offer", "answers_offer"),
    ("demand", "answers_demand"),
)


@cache
def asking() -> frozenset[str]:
    """The stems of the words for what was asked as such.

    >>> stems("their demands") <= asking()
    True
    """
    return stems(" ".join(load_table("ledger", LedgerTable).asking))


def is_offering(rule: str) -> bool:
    """Whether the rule that made an act stands for a sense by which something is offered.

    >>> is_offering("request.pay_offer verb+object"), is_offering("speech.demand")
    (True, False)
    """
    return sense_of(rule) in _senses("offering")


def is_pledging(rule: str) -> bool:
    """Whether the rule that made an act stands for a sense by which something is promised.

    >>> is_pledging("speech.say_will consult.meet verb"), is_pledging("speech.agree")
    (True, False)
    """
    return sense_of(rule) in _senses("pledging")


def is_vowing(rule: str) -> bool:
    """Whether the rule that made an act stands for a word of promising, and not only for what somebody says he will do.

    >>> is_vowing("speech.promise"), is_vowing("speech.say_will")
    (True, False)
    """
    return is_pledging(rule) and sense_of(rule).startswith("speech.promise")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        cue.id: re.compile(rf"\A(?:{cue.pattern})" if cue.at == "start" else cue.pattern, re.IGNORECASE)
        for cue in load_table("ledger", LedgerTable).cue
    }


def find_cue(cue: LedgerCue, words: str, start: int = 0) -> re.Match[str] | None:
    """Where words say so, from `start` on; None where they do not.

    >>> bool(find_cue("unless", "shut it unless they paid")), bool(find_cue("orders", "asked them to leave"))
    (True, False)
    """
    return _patterns()[cue].search(words, start)


def tells(cue: LedgerCue, words: str | None) -> bool:
    """Whether words say so.

    >>> tells("forecast", "should be done by Friday"), tells("forecast", None)
    (True, False)
    """
    return find_cue(cue, words or "") is not None
