"""What an act of speaking is, by what it speaks of: a promise of a blockade is a threat, an order to shut is a closure."""

from msgspec.structs import replace

from standoff.extract.draft import Draft
from standoff.extract.events.clause import under_condition
from standoff.extract.events.said import Said
from standoff.extract.status import read_status
from standoff.lexicon.actions import Actions
from standoff.lexicon.alike import sense_of
from standoff.lexicon.clauses import clause_words
from standoff.lexicon.senses import Speech, marked
from standoff.model import ActorRef, PloverType, Span, Status
from standoff.parse import Token

OWN_TYPE: frozenset[PloverType] = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
HOSTILE: frozenset[PloverType] = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "THREATEN", "PROTEST"})
_PUNISHING: frozenset[PloverType] = frozenset({"SANCTION", "COERCE"})
_VERBAL: frozenset[PloverType] = frozenset({"ACCUSE", "REQUEST", "REJECT", "AGREE"})
TYPE_OF_ACT: dict[str, PloverType] = {
    "agree": "AGREE",
    "promise": "AGREE",
    "offer": "REQUEST",
    "threaten": "THREATEN",
    "request": "REQUEST",
    "refuse": "REJECT",
    "accuse": "ACCUSE",
    "concur": "SUPPORT",
}
_STATUS_OF_CONTENT: dict[str, Status] = {
    "agree": "promised",
    "promise": "promised",
    "offer": "promised",
    "threaten": "threatened",
    "request": "demanded",
    "refuse": "denied",
    "accuse": "hypothetical",
}
_MODE: dict[PloverType, str] = {"CONSULT": "meet", "AID": "assist", "RETREAT": "yield", "CONCEDE": "yield"}


def status_of_content(said: Said, content: Token) -> Status:
    """How what is spoken of stands: promised, threatened, demanded; what others are to do is demanded, offer or not."""
    if said.entry.act == "offer" and _of_another(content):
        return "demanded"
    if said.entry.asks_by_inf and content.dep in ("acl", "xcomp") and content.child("aux", "mark") is not None:
        return "demanded"  # gave the rebels a warning to leave
    return _STATUS_OF_CONTENT[said.entry.act]


def against_others(draft: Draft) -> bool:
    """Whether an act that is only spoken of hurts somebody, or takes him to court: who may do it threatens."""
    return draft.type in HOSTILE or sense_of(draft.rule) in marked("in_court")


def promised(said: Said, first: Draft | None, lexicon: Actions, *, negated: bool) -> PloverType | None:
    """The type of a promise or offer by what is promised; None where that is an event of its own type."""
    act = said.entry.act
    if negated:
        if first is not None and first.type == "RETREAT" and any(_if_others(c) for c in said.contents):
            return "THREATEN"  # will not let the barges through if Chad does not pay
        return "AGREE" if first is not None and first.type in HOSTILE else "REJECT"
    if first is None:
        return "AGREE" if act == "promise" else "REQUEST"
    if act == "offer" and (first.type == "CONSULT" or any(map(_of_another, said.contents))):
        return "REQUEST"
    if first.type == "REJECT" and first.mode == "meet":
        return "THREATEN"  # will boycott the talks
    if first.type == "ACCUSE" and against_others(first):
        return "THREATEN"  # will take them to court
    if first.type in OWN_TYPE or first.type in _VERBAL:
        return None
    if first.type == "MOBILIZE" and (act == "offer" or said.word.lemma in lexicon.words["willing"]):
        return "AGREE"
    return "THREATEN" if first.type in HOSTILE else "AGREE"


def shaded(
    said: Said, type_: PloverType, first: Draft | None, speaker: tuple[ActorRef, ...], *, asked: bool
) -> tuple[PloverType, str | None]:
    """Type and mode, as what is spoken of shades them."""
    mode = said.entry.mode
    if first is None:
        return type_, mode
    if type_ in ("REQUEST", "REJECT") and mode is None:
        mode = "change" if first.mode == "resign" else _MODE.get(first.type, "change")
    elif type_ == "THREATEN" and mode is None:
        mode = threat_mode(first)
    commanded = said.word.lemma in clause_words("commanding")
    punished = first.type in _PUNISHING and first.recipients and first.mode != "expel"  # the minister's dismissal
    if said.entry.act == "request" and punished and not (asked or commanded):
        return "ACCUSE", "disapprove"  # `called for sanctions against Moscow`: Moscow is not asked
    if said.word.lemma == "order" and _closes(first, speaker):
        return "COERCE", "restrict"
    return type_, mode


def _closes(first: Draft, speaker: tuple[ActorRef, ...]) -> bool:
    """Whether an order shuts what the one who is ordered does, and comes from no court: that is no mere demand."""
    return not in_court(speaker) and first.type in _PUNISHING and first.mode in ("restrict", "censor", "discontinue")


def in_court(speaker: tuple[ActorRef, ...]) -> bool:
    """Whether a court or a judge speaks."""
    return any("-JUD" in s.id or s.id.lower().endswith(tuple(clause_words("courts"))) for s in speaker)


def threat_mode(first: Draft) -> str | None:
    """The mode of a threat, by what is threatened."""
    if first.type == "ASSAULT" or first.type == "MOBILIZE":
        return "violence"
    if first.mode == "arrest":
        return "arrest"
    if first.mode in ("expel", "deport"):
        return "expel"
    return "restrict" if first.type in ("COERCE", "RETREAT") else "relations" if first.type == "SANCTION" else None


def topic(contents: tuple[Token, ...]) -> Span | None:
    """The words of what is spoken of, without what joins them to the clause."""
    if not contents:
        return None
    tokens = contents[0].subtree()
    while tokens and tokens[0].tag in ("IN", "TO", ",") and len(tokens) > 1:
        tokens = tokens[1:]
    return Span(start=tokens[0].start, end=tokens[-1].end)


def type_of(said: Said, first: Draft | None, lexicon: Actions) -> PloverType | None:
    """The type of an act of speaking; None where what is promised is an event of its own type."""
    type_ = TYPE_OF_ACT[said.entry.act]
    if said.reading.status == "denied":
        return "REJECT"  # denied that it had agreed to pay
    if said.reading.negated:
        return said.entry.neg or type_
    if said.entry.act not in ("promise", "offer"):
        return type_
    negated = first.negated if first else any(read_status(c).negated for c in said.contents if c.is_verb)
    if negated and first is None and all(_of_thing(c) for c in said.contents):
        return "AGREE"  # gave its word that the oil would not leave the port
    return promised(said, first, lexicon, negated=negated)


def _if_others(verb: Token) -> bool:
    """Whether an act that will be left off hangs on an `if`; what is left off `unless` is left off already."""
    below = [verb, *verb.childs("ccomp", "xcomp")]  # `would not let them pass if Chad does not pay`
    marks = [m.lower for v in below for c in v.childs("advcl") for m in c.childs("mark")]
    return any(map(under_condition, below)) and "unless" not in marks


def _of_another(clause: Token) -> bool:
    """Whether a clause says who else is to do it: `suggested that Niger reopen the road`."""
    who = clause.child("nsubj") if clause.is_verb else None
    return who is not None and who.is_noun


def _of_thing(clause: Token) -> bool:
    """Whether a clause tells what a thing will do or be, not what the one who speaks of it will."""
    who = clause.child("nsubj", "nsubjpass") if clause.is_verb else None
    return who is not None and who.tag in ("NN", "NNS")


def said_as(said: Said, rule: str, act: str, *, needs: str | None = None) -> Said:
    """What is said, as an act of speaking."""
    entry = Speech(id=rule, act=act, forms=("that",), to_nobody=act == "refuse", needs=needs, prior=0.75, examples=())
    return replace(said, entry=entry)
