"""The senses of the action tables and the words of speaking: what is listed, before `actions` indexes it."""

from functools import cache
from typing import Literal

import msgspec

from standoff.lexicon import load_table
from standoff.model import PloverType

ACTION_TABLES = (
    "actions_access",
    "actions_answers",
    "actions_blame",
    "actions_clashes",
    "actions_companies",
    "actions_curbs",
    "actions_disputes",
    "actions_force",
    "actions_goodwill",
    "actions_help",
    "actions_idioms",
    "actions_labour",
    "actions_nouns",
    "actions_parties",
    "actions_passage",
    "actions_plain",
    "actions_protest",
    "actions_returns",
    "actions_strikes",
    "actions_supply",
    "actions_talk",
    "actions_wire",
    "actions_words",
)


Mark = Literal[
    "also_retold",
    "answers",
    "any_thing",
    "back_at_work",
    "by_paper",
    "by_weapon",
    "called_in",
    "called_off",
    "crews",
    "crowd",
    "deadline",
    "ends_itself",
    "ends_strike",
    "fails",
    "flows_again",
    "flows_less",
    "given_there",
    "goes_on",
    "in_court",
    "joins",
    "lasts",
    "lets_in",
    "limits_put_off",
    "of_talks",
    "of_workers",
    "opens_gate",
    "opens_itself",
    "own_people",
    "paper_given",
    "paper_refused",
    "shuts_valve",
    "signs",
    "stands_still",
    "strike",
    "voted_down",
    "written",
]
"""What the code asks of a sense beyond its type and mode."""


class Sense(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sense of some verbs and nouns: the event type they stand for, and what must or must not stand beside them.

    Words of `object` and `subject` are lemmas; `@name` is a class of `frames.toml`; `@actor`, `@place`, `@thing`, `@official`
    ask the actor finder, `@foreign` whether it is some country's, `@deed` whether it names an act; `thing_subject`: no actor but a thing does it, which may act on
    one of `object`; `suffered`: the subject is the one acted on (`died of torture`);
    `turned`: it is, and who acts stands after `from`, `by` or `of` (`came under fire from`);
    `own_only`: where a pronoun tells whose what is acted on is, it is the subject's (not `it will not change their position`); `not_own`: verbs that tell nothing of one's own things (`defended its policies`);
    `gathers`: those acted on sit down together, or with who acts: `received the delegation`, `brought the ministers together`;
    `agentless`: a passive may be silent on who acts (`the strike was called off`). Multi-word verbs list particle or preposition
    (`shut down`), multi-word nouns their modifiers.

    `marks`: talks or efforts it tells `fails`; what talks themselves do is `of_talks`; a meeting is `called_off`, somebody
    `called_in`; a `strike`, what somebody `joins`, what `lasts` or `goes_on`, works, takes effect and began before,
    what `ends_strike`, a dispute that `ends_itself`, a stoppage `of_workers`; a thing that `opens_itself`; who
    `opens_gate` opens what the gate bars; an act that `lets_in` people; an offer `voted_down`; a note, which is `written`; a firm's `own_people`; a `deadline` set; what
    is a protest where a `crowd` does it, people without office; who is `back_at_work`; what is done `by_weapon`, whosever it is;
    what `any_thing` does that is open or shut; what one side gives or takes `by_paper`, as a licence;
    a `paper_given` or `paper_refused`, `limits_put_off`, where a licence or a quota is spoken of; what `crews` do with their
    boats or lorries; who `signs` what was agreed; a flow that `flows_again`, or `flows_less`, whatever verb tells it; what
    `stands_still` was brought to a halt by somebody; who `shuts_valve` stops a flow; what is `given_there` the country gives in which somebody gets it; what is done `in_court`,
    or before another body that judges; what `answers` a deed is done to whoever did that: `fired warning shots after a jet came near`; nouns that are `also_retold`, with a time of their own, are
    in `retold.toml` if that has them, which tells whose act it is: `its refusal of Monday`.
    """

    id: str
    type: PloverType
    mode: str | None = None
    marks: tuple[Mark, ...] = ()
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    no_object: tuple[str, ...] = ()
    only: dict[str, tuple[str, ...]] = {}
    subject: tuple[str, ...] = ()
    no_subject: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    no_words: tuple[str, ...] = ()
    only_words: dict[str, tuple[str, ...]] = {}
    light: tuple[str, ...] = ()
    no_light: tuple[str, ...] = ()
    partner: tuple[str, ...] = ()
    partner_all: bool = False
    not_complement: bool = False
    purpose: bool = False
    clause: bool = False
    own: bool = False
    own_only: bool = False
    not_own: tuple[str, ...] = ()
    thing_subject: bool = False
    suffered: bool = False
    turned: bool = False
    counted: bool = False
    alone: bool = False
    agentless: bool = False
    joint: bool = False
    gathers: bool = False
    to: tuple[str, ...] = ()
    neg: PloverType | None = None
    neg_mode: str | None = None
    prior: float = 0.85
    rank: int = 0
    examples: tuple[str, ...]
    counter: tuple[str, ...] = ()


class Speech(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Verbs, nouns and adjectives whose complement says what is agreed, promised, threatened, asked, refused or said.

    `to_nobody`: an event though nobody is named whom the words are for.
    """

    id: str
    act: str
    mode: str | None = None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    forms: tuple[str, ...]
    prep: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    noun_only: tuple[str, ...] = ()
    noun_object: tuple[str, ...] = ()
    needs_noun_object: bool = False
    bare: bool = False
    not_noun: tuple[str, ...] = ()
    not_inf: tuple[str, ...] = ()
    no_prep: tuple[str, ...] = ()
    no_that: tuple[str, ...] = ()
    no_words: tuple[str, ...] = ()
    no_content: tuple[str, ...] = ()
    that_asking: tuple[str, ...] = ()
    inf_object: bool = False
    inf_own: bool = False
    asks_by_inf: bool = False
    needs_prep: tuple[str, ...] = ()
    joint: bool = False
    needs: str | None = None
    neg: PloverType | None = None
    light: tuple[str, ...] = ()
    alone: bool = False
    to_nobody: bool = False
    prior: float = 0.85
    examples: tuple[str, ...]
    counter: tuple[str, ...] = ()


class ActionTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`actions_*.toml`."""

    action: tuple[Sense, ...]


class SpeechTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`speech.toml`."""

    speech: tuple[Speech, ...]


def senses() -> tuple[Sense, ...]:
    """Every sense of the action tables."""
    return tuple(sense for name in ACTION_TABLES for sense in load_table(name, ActionTable).action)


def speeches() -> tuple[Speech, ...]:
    """Every entry of `speech.toml`."""
    table: SpeechTable = load_table("speech", SpeechTable)
    return table.speech


@cache
def gathering() -> frozenset[str]:
    """The ids of the senses by which those acted on meet."""
    return frozenset(sense.id for sense in senses() if sense.gathers)


@cache
def marked(mark: Mark) -> frozenset[str]:
    """The ids of the senses that bear a mark."""
    return frozenset(sense.id for sense in senses() if mark in sense.marks)
