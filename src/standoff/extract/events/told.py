"""How a clause tells its act: as what lasts, as background, as what only describes; its outcome; what a negation makes of it."""

from msgspec.structs import replace

from standoff.extract.events.clause import objects
from standoff.extract.events.match import Match
from standoff.extract.events.relative import stranded
from standoff.extract.events.words import is_time
from standoff.extract.status import Reading
from standoff.lexicon.actions import actions
from standoff.lexicon.flows import flow_words
from standoff.lexicon.senses import Sense
from standoff.model import PloverType
from standoff.parse import Sentence, Token

# Acts whose refusal is an event: `will not lift the ban`.
_REFUSED: frozenset[str] = frozenset({"RETREAT", "CONCEDE", "AID", "CONSULT", "AGREE", "SUPPORT", "COOPERATE"})
# Acts that go on until they are undone.
_LASTING: frozenset[str] = frozenset({"COERCE", "PROTEST", "SANCTION", "MOBILIZE"})
_ENTRY = 7  # tokens within which a line of a chronology names its day
_AFTER_DAY = frozenset({":", "–", "—", "-"})
_WHEN = frozenset({"at", "by", "in", "on", "since"})


def kind_of(sense: Sense, reading: Reading, *, content: bool) -> tuple[PloverType, str | None, Reading] | None:
    """The type and mode that a sense has in its clause, with the reading; None where nothing is told to have happened."""
    type_, mode = sense.type, sense.mode
    if reading.negated and not content:
        if reading.drop and not reading.by_will:
            return None
        if sense.neg is None and not (reading.by_will and sense.type in _REFUSED):
            return None
        type_, mode = sense.neg or "REJECT", sense.neg_mode
        if reading.by_will and (
            type_ == "REJECT" or (type_ == "COERCE" and reading.drop)
        ):  # would not raise the barrier
            reading = replace(reading, status="happened", drop=False)
    if reading.drop and not content:
        return None
    return type_, mode, reading


def lasts(match: Match, reading: Reading) -> bool:
    """Whether a copula in the present or the perfect carries the act: `have been on strike since May`."""
    verb = match.verb
    if "lasts" in match.sense.marks:
        return reading.status == "happened"
    if verb is not None and reading.status == "happened" and (_goes_on(verb, match) or _remains(verb)):
        return True
    if (
        verb is None
        or match.pattern != "light"
        or verb.lemma not in ("be", "remain", "stay")
        or reading.status != "happened"
    ):
        return False
    return verb.tag in ("VBZ", "VBP") or verb.has_child(("has", "have"), "aux")


def _remains(verb: Token) -> bool:
    """Whether it says what somebody still is: `remains opposed to the plan`."""
    return verb.lemma in ("remain", "stay") and verb.tag in ("VBZ", "VBP") and verb.child("acomp", "oprd") is not None


def _goes_on(verb: Token, match: Match) -> bool:
    """Whether a perfect with `since` tells what lasts: `has barred them since May`, `have been meeting since Easter`."""
    words = {c.lower for c in verb.childs("aux", "auxpass")}
    if not words & {"has", "have", "'ve"}:
        return False
    if verb.tag == "VBG" and "been" in words:
        return True
    since = verb.has_child(("since",), "prep", "mark", "advmod") or any(
        m.lower == "since" for c in verb.childs("advcl") for m in c.childs("mark")
    )
    long = any(c.lower == "for" and any(is_time(t) for t in c.childs("pobj")) for c in verb.childs("prep"))
    return (since or long) and match.sense.type in _LASTING


def ended(verb: Token, match: Match) -> bool:
    """Whether a relative clause only says which act it is that ends: `the strike that actors held ended`."""
    noun = verb.head
    if verb.dep == "relcl" and noun is not None and noun.dep == "dobj" and "lasts" in match.sense.marks:
        over = noun.head
        off = over is not None and over.lemma == "call" and over.has_child(("off",), "prt")
        return off or (over is not None and over.lemma in flow_words("end", "lift"))
    if (
        verb.dep != "relcl"
        or noun is None
        or noun not in (match.word, *match.acted_on)
        or noun.dep != "nsubj"
        or noun.head is None
    ):
        return False
    return noun.head.lemma in ("cease", "end", "stop")


def opens_with_day(sentence: Sentence) -> bool:
    """Whether it is a line of a chronology, which tells what was in the present: `26 August: the stoppages start`."""
    first = sentence.tokens[:_ENTRY]
    mark = next((t.i for t in first if t.text in _AFTER_DAY), 0)
    return any(is_time(t) for t in first[:mark]) and all(t.tag != "VBD" for t in first[:mark])


def located(verb: Token) -> bool:
    """Whether a clause in the present only says where or which one: `where three countries meet`, `the water it sends`."""
    if verb.dep == "relcl" and verb.tag in ("VBP", "VBZ") and not verb.child("dobj") and verb.head in objects(verb):
        return True
    return verb.dep in ("advcl", "relcl", "ccomp") and verb.has_child(("where",), "advmod")


def background(verb: Token, *, told: bool) -> bool:
    """Whether an act long past only dates another one, or says which one: `nine months after Chadian boats rammed the ferry`.

    `told`: the clause says who acts or on whom; else `since the war began` is none either.
    """
    if _singles_out(verb):
        return True
    mark = next((c for c in verb.childs("mark") if c.lower in ("after", "before", "since")), None)
    if verb.dep != "advcl" or mark is None or mark.i == 0:
        return False
    if mark.lower == "since" and not told and not dates_itself(verb):
        return True
    return verb.sentence.tokens[mark.i - 1].lemma in ("century", "decade", "year")


def _singles_out(verb: Token) -> bool:
    """Whether a clause without its relative word says which one is meant, and no day: `the ship it had held in Derna`."""
    if verb.dep != "relcl" or verb.child("prep", "advmod") is None or verb.child("nsubj") is None:
        return False
    if stranded(verb) is not None or dates_itself(verb):
        return False
    return not verb.child("dobj") and verb.head in objects(verb)


def describes(verb: Token) -> bool:
    """Whether a clause only says which one is meant: `the poet who was jailed`; not `in June, when the office was closed`."""
    patient = verb.child("nsubjpass")
    return verb.dep in ("relcl", "acl") and (patient is None or patient.tag in ("WDT", "WP"))


def dates_itself(verb: Token) -> bool:
    """Whether a clause says itself when it was done: `the offer that was voted down on Thursday`."""
    named = [*verb.childs("npadvmod"), *(t for p in verb.childs("prep") if p.lower in _WHEN for t in p.childs("pobj"))]
    return any(is_time(t) or (t.tag == "CD" and len(t.text) == 4) for t in named)


def outcome(match: Match) -> str | None:
    """What came of talks, where their own clause says so."""
    sense = match.sense
    if "fails" in sense.marks:
        return "failed"
    if "called_off" in sense.marks:
        return "called_off"
    if sense.type != "CONSULT" or match.verb is None:
        return None
    text = " ".join([t.lower for t in match.verb.subtree()])
    return "adjourned" if any(map(text.__contains__, actions().words["no_deal"])) else None
