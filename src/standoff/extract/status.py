"""Whether an act happened, goes on, is planned, is only thought of, or did not happen; and who claims it."""

import msgspec
from msgspec.structs import replace

from standoff.extract.actors import Actors
from standoff.extract.carried_out import carried_out
from standoff.extract.causing import ordered
from standoff.extract.errand import by_letter, due, errand
from standoff.extract.tense import MODALS, only_to
from standoff.extract.unreal import asked_about, disowned, if_he_were, prevented, until_it_did, wished
from standoff.lexicon.actions import Actions, actions
from standoff.lexicon.clauses import clause_words
from standoff.model import ActorRef, Status
from standoff.parse import Token, asked_once

_WILL = frozenset({"will", "'ll", "shall", "wo", "ll"})
_MAY = MODALS | {"ought", "cannot"}

_OUGHT = frozenset(("must", "ought", "should"))
_YET = frozenset(("before", "until", "till"))
_NO_WORDS = frozenset(("never", "nobody", "neither", "none"))
_NEGATING = _NO_WORDS | {"longer", "no", "nor"}
_CITING = frozenset(("according", "as"))
_TOPIC = frozenset(("on", "over"))


class Reading(msgspec.Struct, frozen=True):
    """How a clause presents its act. `drop`: no event unless a speech act speaks of it; `by_will`: a bare future or `would`."""

    status: Status = "happened"
    negated: bool = False
    drop: bool = False
    by_will: bool = False
    obliged: bool = False
    present: bool = False


@asked_once
def read_status(verb: Token) -> Reading:
    """How the clause of a verb presents it, through auxiliaries, negation, governing verbs and conjunctions."""
    return _read(verb, actions(), 0)


def _read(verb: Token, lexicon: Actions, depth: int) -> Reading:
    reading = Reading(negated=_negated(verb))
    if depth > 8:
        return reading
    if _is_habit(verb, lexicon):
        reading = replace(reading, drop=True)
    if disowned(verb):
        denied = verb.dep in ("ccomp", "xcomp") and verb.head is not None and verb.head.lemma == "deny"
        return replace(reading, drop=not denied or reading.drop, status="denied")
    if verb.has_child(clause_words("if"), "mark") and not until_it_did(verb):
        return replace(reading, drop=True, status="hypothetical")
    if wished(verb) or asked_about(verb) or prevented(verb):
        return replace(reading, drop=True, status="hypothetical")
    if (order := ordered(verb)) is not None:
        return replace(_read(order, lexicon, depth + 1), present=False)
    own = _auxiliaries(verb, reading)
    if own is not None:
        return _under(verb, own, depth)
    return _governed(verb, reading, lexicon, depth)


def _is_habit(verb: Token, lexicon: Actions) -> bool:
    """Whether the clause tells what is done again and again: `often shuts it`, `shuts it every winter`, `once a year`."""
    if verb.child("advmod", "npadvmod") is None:
        return False  # most verbs
    if verb.has_child(lexicon.words["generic"], "advmod"):
        return True
    times = verb.childs("npadvmod")
    if verb.tag != "VBG" and any(c.has_child(("every", "each"), "det") for c in times):
        return True
    if not any(c.child("det") and c.child("advmod", "npadvmod") for c in times):
        return False
    text = " ".join(t.lower for t in verb.subtree())
    return "once a" in text or "twice a" in text


def _auxiliaries(verb: Token, reading: Reading) -> Reading | None:
    """What the verb's own auxiliaries say; None where it has none but `to`."""
    words = {c.lower for c in verb.childs("aux", "auxpass")}
    if not _WILL.isdisjoint(words):
        return replace(reading, status="planned", by_will=True)
    if "would" in words or "'d" in words:
        if verb.dep != "ccomp" and verb.has_child(clause_words("later"), "advmod"):
            return reading  # would later close it
        unreal = "have" in words or if_he_were(verb) or verb.has_child(_YET, "mark", "advmod")
        return replace(reading, status="hypothetical", by_will=not unreal, drop=True)  # before Chad would agree
    if "could" in words and reading.negated and verb.dep in ("ROOT", "conj"):
        return reading  # could not agree
    if not _MAY.isdisjoint(words):
        return replace(reading, status="hypothetical", drop=True, obliged=not _OUGHT.isdisjoint(words))
    if "to" in words or (not words and verb.tag in ("VB", "VBN", "VBG")):
        return None
    if words == {"be"} and verb.dep == "conj":
        return None  # must go before the senate and be ratified
    if words == {"be"} and verb.dep == "ccomp":
        return replace(reading, status="hypothetical", drop=True)  # to demand that it be opened
    if verb.tag in ("VBZ", "VBP") and not words:
        return replace(reading, present=True)
    if verb.tag == "VBG" and ("is" in words or "are" in words or "'s" in words) and verb.child("auxpass") is None:
        return replace(reading, status="ongoing") if "been" not in words else reading
    return reading


def _under(verb: Token, reading: Reading, depth: int) -> Reading:
    """A finite clause takes over no status but that of an `if` clause above it."""
    if verb.dep in ("conj", "ccomp", "advcl", "relcl") and verb.head is not None and verb.head.is_verb and depth < 4:
        above = verb.head
        if verb.dep == "conj" and above.has_child(clause_words("if"), "mark"):
            return replace(reading, drop=True, status="hypothetical")
    return reading


def _governed(verb: Token, reading: Reading, lexicon: Actions, depth: int) -> Reading:
    """The status of an infinitive, gerund or participle, by what governs it."""
    head = verb.head
    if (done := carried_out(verb, lexicon)) is not None:
        return replace(_read(done, lexicon, depth + 1), negated=reading.negated, present=False)
    infinitive = has_to(verb) or (verb.tag == "VB" and verb.dep in ("ccomp", "xcomp"))
    if head is None:
        if infinitive:  # a headline: `North to reopen zone`
            return replace(reading, status="planned", by_will=True)
        return replace(reading, drop=verb.tag == "VB" and verb.child("nsubj") is None)
    if verb.dep == "conj":
        above = _read(head, lexicon, depth + 1) if head.is_verb else reading
        return replace(
            above,
            negated=reading.negated or (above.negated and verb.child("nsubj") is None),
            drop=reading.drop or above.drop,
        )
    if verb.dep in ("xcomp", "ccomp", "oprd") and head.is_verb:
        return _operated(verb, reading, head, infinitive, lexicon, depth)
    if verb.dep in ("xcomp", "ccomp", "acl", "advcl") and head.lower in lexicon.adjectives:
        return _merged(reading, lexicon.adjectives[head.lower], Reading())
    if infinitive and (going := errand(verb)) is not None:
        above = _read(going, lexicon, depth + 1)
        if (to_be := due(going)) is not None:
            above = _merged(above, lexicon.adjectives.get(to_be.lower, "hypothetical"), Reading())
        return replace(above, negated=reading.negated or above.negated, present=False)
    if infinitive and (only_to(verb) or by_letter(verb)):
        return replace(_read(head, lexicon, depth + 1), negated=reading.negated)
    if infinitive or (verb.tag == "VB" and _opens(verb)):  # `Let it through,` they said
        return replace(reading, status="hypothetical", drop=True)
    if verb.dep in ("csubj", "nsubj", "pobj", "dobj", "amod", "compound") and verb.tag == "VBG":
        return replace(reading, status="hypothetical", drop=True)
    if verb.dep == "pcomp":
        return _after_preposition(verb, reading, lexicon, depth)
    if verb.dep in ("advcl", "acl", "dep") and head.is_verb:
        above = _read(head, lexicon, depth + 1)
        return replace(above, negated=reading.negated, drop=reading.drop or above.drop, present=False)
    if verb.tag in ("VBZ", "VBP"):
        return replace(reading, present=True)
    return reading


def _opens(verb: Token) -> bool:
    """Whether a verb is the first word of its sentence, quotation marks aside."""
    before = verb.sentence.tokens[: verb.i]
    return all(t.tag in ("``", "''") for t in before)


def has_to(verb: Token) -> bool:
    """Whether `to` stands before a verb."""
    return verb.has_child(("to",), "aux")


def _operated(verb: Token, reading: Reading, head: Token, infinitive: bool, lexicon: Actions, depth: int) -> Reading:
    """A complement takes the status of the verb it hangs on, and what that verb makes of it."""
    above = _read(head, lexicon, depth + 1)
    operator = lexicon.operators.get(head.lemma)
    if verb.tag == "VBG" and head.lemma in clause_words("consisting") and _only_lists(head, lexicon):
        return replace(reading, drop=True, status="hypothetical")
    if head.lemma == "use" and infinitive and head.child("dobj") is not None:
        return above  # used jets to drop bombs
    if head.lemma == "fail" and infinitive:
        return replace(above, negated=not above.negated)
    if head.lemma in clause_words("believed") and infinitive and head.tag == "VBN":
        return above if verb.has_child(("have",), "aux") else replace(above, drop=True)
    if operator is None and not (head.lemma == "get" and not infinitive):  # to get their demands met
        return _plainly_hung(verb, reading, head, infinitive, above)
    if operator is None or (head.lemma == "have" and verb.tag == "VBN" and not infinitive):  # had its power cut off
        return above
    if head.lemma == "have" and infinitive and (head.tag in ("VBD", "VBN") or above.status == "planned"):
        return replace(above, negated=reading.negated, present=False)
    if head.lemma == "be" and not infinitive:
        return reading
    if head.lemma == "go" and head.tag == "VBG":
        return replace(reading, status="planned", by_will=True, drop=reading.drop or above.drop)
    if verb.tag == "VBG" and head.lemma not in clause_words("with_gerund"):
        return replace(above, negated=reading.negated, present=False)
    if head.lemma == "come" and not infinitive:
        return reading
    return _merged(reading, operator, above)


def _plainly_hung(verb: Token, reading: Reading, head: Token, infinitive: bool, above: Reading) -> Reading:
    """The status of a complement whose verb above is not listed for what it makes of its complements."""
    if infinitive and head.lemma in clause_words("seeming"):  # seems, claims to have closed it
        return above if verb.has_child(("have",), "aux") else replace(above, drop=True)
    bare = verb.tag == "VB" and not has_to(verb)
    if head.lemma in clause_words("seeing") and bare and verb.child("nsubj") is not None:
        return replace(above, negated=reading.negated, present=False)  # May saw Kenya close it
    if bare and above.drop:
        return replace(above, negated=reading.negated)  # ordered them to let families meet
    if infinitive:
        return replace(reading, drop=True, status="hypothetical")
    caused = head.lemma in clause_words("causing") and verb.tag in ("VB", "VBG", "VBN")  # tried to get trains moving
    return replace(above, negated=reading.negated) if above.drop and caused else reading


def _only_lists(verb: Token, lexicon: Actions) -> bool:
    """Whether a verb says what something is made up of that is only wanted or thought of: `the demands include closing`."""
    if verb.tag in ("VB", "VBP", "VBZ"):
        return True
    what = verb.child("nsubj")
    return what is not None and (what.lemma in lexicon.classes["demand"] or what.lemma in lexicon.classes["offered"])


def _merged(reading: Reading, operator: str, above: Reading) -> Reading:
    negated = reading.negated != above.negated
    if operator in ("generic",):
        return replace(reading, drop=True)
    if operator == "negated":
        return replace(reading, negated=not negated)
    if operator == "hypothetical":
        return replace(reading, status="hypothetical", drop=True)
    if operator == "planned" and above.status == "ongoing" and not above.drop:
        return replace(above, status="planned", negated=negated, present=False)  # is preparing to invade
    if above.drop or operator == "same" or above.status != "happened":
        return replace(above, negated=negated, present=False)
    status: Status = "planned" if operator == "planned" else "ongoing" if operator == "ongoing" else "happened"
    return replace(reading, status=status, negated=negated, drop=reading.drop)


def _after_preposition(verb: Token, reading: Reading, lexicon: Actions, depth: int) -> Reading:
    prep = verb.head
    above = prep.head if prep is not None else None
    if prep is None or above is None:
        return reading
    if prep.lower == "without":
        return replace(reading, negated=True, drop=True)
    charged = above.head if above.dep in ("dobj", "nsubjpass") and above.head is not None else above
    if prep.lower == "for" and charged.lemma in clause_words("charging"):
        return replace(reading, drop=True, status="hypothetical")  # jailed for insulting the emir
    if prep.lower == "in" and above.lower in clause_words("of_one_mind"):
        return reading
    if prep.lower == "in" and above.lemma in clause_words("doing_likewise"):  # joined Riga in calling for talks
        return replace(_read(above, lexicon, depth + 1), negated=reading.negated)
    if prep.lower == "with" and verb.tag == "VBG" and verb.child("nsubj") is not None:
        return replace(reading, present=False)  # with Kenya closing its border
    if prep.lower == "in" and verb.tag in ("VBD", "VBZ", "VBP") and verb.has_child(("what",), "dobj"):
        return reading  # in what Kenya called a grave step
    if prep.lower in _TOPIC and above.is_noun:
        return replace(reading, drop=True, status="hypothetical")  # no deal on opening the gate
    if prep.lower == "for" and above.lemma in clause_words("designs"):
        return replace(reading, drop=True, status="hypothetical")  # a plan for ending the war
    if prep.lower not in clause_words("with_gerund_done"):
        return replace(reading, drop=True, status="hypothetical")
    if above.is_verb and prep.lower in ("by", "on", "upon"):
        found = _read(above, lexicon, depth + 1)
        return replace(found, negated=reading.negated, present=False)
    return reading


def _negated(verb: Token) -> bool:
    if verb.child("neg"):
        return True
    if _NEGATING.isdisjoint(verb.sentence.words):
        return False  # most sentences
    below = {c.lower for c in verb.children}
    if "longer" in below and any(c.lower == "longer" and c.child("neg", "det", "advmod") for c in verb.children):
        return True
    if not _NO_WORDS.isdisjoint(below):
        return True
    if "nor" in below and verb.dep != "conj" and any(c.dep == "cc" and c.lower == "nor" for c in verb.children):
        return False
    return any(
        d.lower in ("no", "neither")
        for c in verb.childs("nsubj", "nsubjpass", "dobj")
        if not any(t.text == ":" for t in verb.sentence.tokens[verb.i : c.i])  # agreed to the terms: no strikes
        for d in (*c.childs("det", "cc", "preconj"), *(n for m in c.childs("amod") for n in m.childs("neg", "det")))
    )


def claimed_by(token: Token, actors: Actors, own: tuple[ActorRef, ...]) -> ActorRef | None:
    """Who says that it is so, where somebody other than its actors does."""
    mine = {a.id for a in own}
    for sayer in _sayers(token):
        refs = actors.of(sayer) or (actors.owner(sayer) if sayer.is_noun else ())
        if len({r.id for t in (sayer, *sayer.childs("conj")) for r in actors.of(t)}) > 1:
            return None  # both sides say so
        for ref in refs:
            if ref.id not in mine and not any(ref.start == a.start for a in own):
                return ref
    return None


def _sayers(token: Token) -> list[Token]:
    """The subjects of verbs of saying above a token, nearest first, and what stands after `according to`."""
    found: list[Token] = []
    below = token
    for above in token.ancestors():
        if (
            above.is_verb
            and above.lemma in clause_words("say")
            and below.dep in ("ccomp", "advcl", "parataxis", "dep", "conj", "xcomp")
        ):
            subject = above.child("nsubj")
            if subject is not None and below.dep != "conj" and (below.dep == "ccomp" or below.i < subject.i):
                found.append(subject)
        below = above
    if not _CITING.isdisjoint(token.sentence.words):
        for clause in (token, *token.ancestors()):
            found += _cited(clause)
    return found


def _cited(clause: Token) -> list[Token]:
    """Whom a clause refers to for what it tells: `according to Chad`, `as Chad said`."""
    found = [
        t for p in clause.childs("prep") if p.lower == "according" for to in p.childs("prep") for t in to.childs("pobj")
    ]
    for said in clause.childs("advcl", "parataxis", "ccomp"):
        subject, mark = said.child("nsubj"), said.child("mark")
        if said.lemma in clause_words("say") and subject is not None and mark is not None and mark.lower == "as":
            found.append(subject)
    return found
