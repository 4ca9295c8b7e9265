"""What references to actors say of each other: the words of a phrase, sides, and who is somebody else."""

from collections.abc import Collection

from standoff.actor_ids import party_of, same_side, sector_of
from standoff.extract.actors import Actors
from standoff.model import ActorRef
from standoff.parse import Token

PRONOUNS = frozenset(
    {"it", "its", "he", "his", "him", "she", "her", "they", "their", "them", "who", "which", "that", "whose"}
)
_SUBJECT_PRONOUNS = frozenset({"he", "it", "she", "they"})
_NO_MARKS = str.maketrans("", "", '"“”')
_LEFT = frozenset({"compound", "amod", "nummod", "poss", "nmod", "quantmod", "advmod"})


def phrase(head: Token, actors: Actors) -> ActorRef:
    """An actor that nothing lists, known by its own words."""
    first = head
    for child in head.children:
        if child.i < head.i and child.dep in _LEFT:
            first = min(first, child.subtree()[0], key=lambda t: t.i)
    words = words_of(first, head, lower=not actors.owner(head))
    return ActorRef(start=first.start, end=head.end, id=f"NAMED:{words}")


def words_of(first: Token, head: Token, *, lower: bool) -> str:
    """The words of a phrase without what counts it or says whose it is; `lower`: a sentence's first word in small letters."""
    tokens = head.sentence.tokens[first.i : head.i + 1]
    while len(tokens) > 1 and tokens[0].tag in ("CD", "PRP$", "DT", "RB", "JJ") and _uncounted(tokens):
        tokens = _uncounted(tokens)
    offset = head.sentence.start
    words = " ".join(head.sentence.text[tokens[0].start - offset : head.end - offset].translate(_NO_MARKS).split())
    begins = lower and tokens[0].i == 0 and head.tag in ("NN", "NNS") and not tokens[0].tag.startswith("NNP")
    return words[0].lower() + words[1:] if begins and words else words


def _uncounted(tokens: list[Token]) -> list[Token]:
    """The words after a leading number, article or possessive; none where that is part of a word: 30-foot."""
    hyphen = len(tokens) > 2 and tokens[1].text == "-"
    if hyphen:
        return tokens[3:] if tokens[2].tag == "CD" or tokens[2].dep == "nummod" else []
    return tokens[1:] if tokens[0].tag != "JJ" else []


def as_another(ref: ActorRef, id_: str) -> ActorRef:
    """The same words, for somebody else."""
    return ActorRef(start=ref.start, end=ref.end, id=id_)


def in_person(ref: ActorRef, actors: Actors) -> ActorRef:
    """Of a firm's or a body's officer who does what he does for himself, as to resign, the person: `Corda CEO Ana Ruiz`."""
    if not ref.id.startswith("NAMED:"):
        return ref
    who = next((m for m in actors.mentions if m.id == ref.id and (m.start, m.end) == (ref.start, ref.end)), None)
    return as_another(ref, f"NAMED:{who.name}") if who is not None and who.person else ref


def is_other(ref: ActorRef, ids: Collection[str]) -> bool:
    """Whether a reference is somebody else: another id, or another body or person of the same sector."""
    return ref.id not in ids or ("-" in ref.id and not ref.id.startswith("NAMED:") and ref.end - ref.start > 6)


def own_government(ref: ActorRef, ids: set[str], near: Token) -> bool:
    """Whether somebody of whom nothing is said is taken for the acting country's: `wants officials to talk to officials`."""
    at = ref.start - near.sentence.start
    plain = 0 <= at < len(near.sentence.text) and near.sentence.text[at].islower()
    return plain and sector_of(ref.id) == "GOV" and party_of(ref.id) in ids


def of_own_state(ref: ActorRef, ids: set[str], near: Token, *, visit: bool) -> bool:
    """Whether somebody acted on is the acting state's own head, whose `visit` is spoken of, or a pronoun for the acting government's state."""
    if visit and sector_of(ref.id) in ("ELI", "GOV") and party_of(ref.id) in ids:
        return True  # put off a visit by its president
    said = near.sentence.text[max(0, ref.start - near.sentence.start) : ref.end - near.sentence.start].lower()
    return said in _SUBJECT_PRONOUNS and f"{ref.id}-GOV" in ids  # condemned what she called piracy


def is_among(id_: str, ids: set[str]) -> bool:
    """Whether somebody is of a side that acts: Uganda, where officials of Kenya and Uganda meet."""
    return any(same_side(other, id_) for other in ids)


def all_unlisted(refs: Collection[ActorRef]) -> bool:
    """Whether nobody of those is of a country or a body that is known."""
    return all(r.id.startswith("NAMED:") for r in refs)
