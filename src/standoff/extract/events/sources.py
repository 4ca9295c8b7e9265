"""Where the recipients of a match may stand: its objects, their owners, prepositional phrases, nearest first."""

from collections.abc import Iterator

from standoff.extract.events.clause import prepositions, subject
from standoff.extract.events.match import Match
from standoff.lexicon.actions import Actions
from standoff.lexicon.clauses import clause_words
from standoff.model import PloverType
from standoff.parse import Token

# Acts whose recipient may stand in a clause below: `sent doctors to help the villages`.
_FAR: frozenset[PloverType] = frozenset({"AID", "CONSULT", "COOPERATE", "SUPPORT", "ASSAULT", "AGREE"})

# ... and of these the ones whose own clause tells it first: `launched a raid on the camp, wounding a guard`.
_FAR_LAST: frozenset[PloverType] = frozenset({"ASSAULT", "SUPPORT"})
FAR = "far"
"""The source of what those clauses act on, which comes after all others."""

AIMED: frozenset[PloverType] = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION"})
"""Acts whose recipient may stand in the clause that says what they are for."""

NEAR: dict[PloverType, tuple[str, ...]] = {
    "MOBILIZE": ("around", "outside", "opposite", "near", "toward", "towards", "off", "within", "as"),
    "PROTEST": ("outside", "around", "opposite"),
}
"""Prepositions before the place where somebody protests or troops stand, which tells against whom."""
_BEFORE = frozenset({"door", "doorstep", "edge", "entrance", "front", "gate", "outskirt", "perimeter", "step"})

_WHAT_OF = frozenset({"for", "of"})
_HURTING: frozenset[PloverType] = frozenset({"ASSAULT", "COERCE"})

Named = list[tuple[str, Token]]


def is_talk(token: Token, lexicon: Actions) -> bool:
    """Whether a noun is talks, a deal, a strike: what two sides have, not somebody."""
    return token.lemma in lexicon.classes["meeting"] or token.lemma in lexicon.words["efforts"]


def places_of(match: Match, lexicon: Actions) -> dict[str, list[Token]]:
    """Source name (`object`, `dative`, `owner` or a preposition) -> heads, nearest first."""
    word, verb = match.word, match.verb
    places = {"object": _objects(match, lexicon), "owner": list(match.acted_on)}
    below: Named = [p for t in match.trigger if t is not word and _names(t) for p in prepositions(t)]
    if match.pattern in ("light", "noun", "nominal", "occur"):
        below += [*prepositions(word), *_aimed_by(word)]
    if verb is not None:
        named = prepositions(verb)
        if match.sense.type == "CONSULT" and match.pattern == "verb+object":  # flew to Oslo for talks with Chad
            below += [p for name, t in named if name == "for" and is_talk(t, lexicon) for p in prepositions(t)]
        below += named
        if (target := _dative(verb)) is not None:
            places["dative"] = [target]
        doer = subject(verb)
        if match.sense.joint and doer is not None and is_talk(doer, lexicon):
            below += prepositions(doer)
        for inner in (x for x in verb.childs("xcomp") if x.tag == "VBG"):  # stopped shipping gas to Chad
            below += prepositions(inner)
    for o in (n for acted in match.acted_on for n in (acted, *acted.childs("conj"))):
        if o is not word:
            below += prepositions(o)
    if match.sense.type == "REQUEST":  # handed a list of demands to the ministry, a claim for damages from Chad
        below += [p for o in match.acted_on for name, t in prepositions(o) if name in _WHAT_OF for p in prepositions(t)]
    if verb is not None and match.sense.type in _FAR:
        inner_clauses = verb.childs("xcomp", "advcl") if match.pattern != "verb+object" else ()
        far = [t for x in inner_clauses for t in x.childs("dobj")]
        if match.sense.type not in _FAR_LAST:
            places["object"] = places["object"] + far
        else:
            places[FAR] = far + _to_be_done(match)
        below += _in_clauses(verb, match)
    if verb is not None and match.sense.type in AIMED:
        places[FAR] = [*places.get(FAR, ()), *_aimed_at(verb, lexicon)]
    for name, token in (*below, *_called(match), *(_in_front(below) if match.sense.type in NEAR else ())):
        places.setdefault(name, []).append(token)
    return places


def _aimed_at(verb: Token, lexicon: Actions) -> Iterator[Token]:
    """Whom an act is to hurt, press or drive away: `moved troops to deter Chad`, `fired tear gas to drive back the miners`."""
    for clause in verb.childs("advcl", "xcomp"):
        if clause.tag != "VB" or not clause.has_child(("to",), "aux"):
            continue
        beside = {c.lower for c in clause.children}
        senses = (sense for sense, rest in lexicon.verbs.get(clause.lemma, ()) if beside.issuperset(rest))
        if clause.lemma in lexicon.words["pressing"] or any(s.type in _HURTING for s in senses):
            yield from clause.childs("dobj")
        if clause.lemma in lexicon.words["pressing"] or any(o.lemma == "pressure" for o in clause.childs("dobj")):
            below = [*clause.childs("dobj"), clause]
            yield from (t for w in below for name, t in prepositions(w) if name in ("from", "on"))


def _aimed_by(noun: Token) -> Iterator[tuple[str, Token]]:
    """Whom a deed is aimed at that hangs on who did it: `protests by nurses against the mayor`."""
    by = (t for name, t in prepositions(noun) if name == "by")
    yield from (
        (name, t) for doer in by for name, t in prepositions(doer) if name in ("against", "at", "on", "outside")
    )


def _in_front(below: Named) -> Iterator[tuple[str, Token]]:
    """What somebody stands before: `in front of the ministry`, `on the outskirts of the town`."""
    for _, place in below:
        if place.lemma in _BEFORE:
            yield from (("outside", t) for name, t in prepositions(place) if name == "of")


def _called(match: Match) -> Iterator[tuple[str, Token]]:
    """Whose deed it is that is given a name: `slammed what they called a smear campaign by the ministry`."""
    clauses = match.verb.childs("ccomp") if match.verb is not None else []
    for what in (*match.acted_on, *clauses):
        naming = what if what.is_verb else what.head
        if naming is None or naming.lemma not in clause_words("calling"):
            continue
        if what.lower == "what" or any(c.lower == "what" for c in naming.childs("dobj", "nsubjpass", "nsubj")):
            named = (naming, *naming.childs("oprd", "attr", "dobj"))
            yield from (("object", t) for above in named for name, t in prepositions(above) if name == "by")


def _names(token: Token) -> bool:
    """Whether a word of a trigger is a noun or an adjective, which have phrases of their own: `is critical of Chad`."""
    return token.is_noun or token.tag.startswith("JJ")


def _objects(match: Match, lexicon: Actions) -> list[Token]:
    """Those acted on; of a support verb its indirect object, and whose act the noun is."""
    word, verb = match.word, match.verb
    if match.pattern != "light":
        return [t for t in match.acted_on if t is not word]
    found = [t for t in (verb.childs("dative") if verb else []) if t.is_noun or t.tag == "PRP"]
    return found + (word.childs("poss") if word.lemma in lexicon.nominal else [])  # ordered the tanker's release


def _dative(verb: Token) -> Token | None:
    """Who something is given to, with or without its preposition."""
    dative = verb.child("dative")
    if dative is None:  # unions were offered a rise
        return verb.child("nsubjpass") if verb.child("dobj") is not None else None
    return dative.child("pobj") if dative.tag in ("IN", "TO") else dative


def _in_clauses(verb: Token, match: Match) -> Named:
    """What stands in the clauses below the verb and its objects: `a mission to help the villages`."""
    below: Named = []
    for x in verb.childs("xcomp", "advcl"):
        below += prepositions(x)
        if match.sense.type in ("AGREE", "AID"):  # pledged millions to rebuild hospitals in Chad
            below += [("for", t) for name, t in prepositions(x) if name == "in" and x.tag == "VB"]
            below += [("for", t) for t in _served(x)]
    for o in match.acted_on:
        for x in o.childs("acl"):
            if x.tag == "VB":
                below += prepositions(x)
    if match.sense.type not in _FAR_LAST:
        below += [("to", t) for t in _to_be_done(match)]
    return below


def _to_be_done(match: Match) -> list[Token]:
    """Whom an infinitive below what is acted on acts on: `a mission to help the villages`."""
    clauses = [x for o in match.acted_on for x in o.childs("acl") if x.tag == "VB"]
    return [t for x in clauses for t in _served(x)]


def _served(purpose: Token) -> list[Token]:
    """Whom an infinitive acts on, or lets act: `to help the villages`, `to help the villages rebuild the dam`."""
    return [*purpose.childs("dobj"), *(t for c in purpose.childs("ccomp") for t in c.childs("nsubj"))]
