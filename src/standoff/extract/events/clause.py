"""What a verb's clause holds: its subject, objects and complements, found through passives, control, relatives and coordination."""

from collections.abc import Iterator

from standoff.extract.causing import ordered
from standoff.extract.events.participles import fronted, had_done, shares, undergone, was_done
from standoff.extract.events.relative import RELATIVE, among_those, antecedent, gap_filled, said_of, stranded
from standoff.extract.events.words import is_measure, is_time, measured
from standoff.extract.numbered import numbered
from standoff.lexicon.actions import actions
from standoff.lexicon.clauses import clause_words
from standoff.parse import Token, asked_once

NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "DT", "WP", "WDT", "JJ", "PRP$", "WP$", "EX", "VBG", "$"})
_DONE_TO = frozenset({"against", "at", "of"})
_UNLESS = frozenset({"if", "unless"})
_TOWARDS = frozenset({"toward", "towards", "with"})
_KEPT = frozenset({"VBG", "VBN"})
_CLAUSES = frozenset({"acl", "advcl", "appos", "ccomp", "relcl"})
_JUDGING = frozenset({"ACCUSE", "SANCTION", "SUPPORT"})
# Verbs whose infinitive is done by their subject, also where they have an object: `promised Sudan to pay`.
_OWN_DEED = frozenset({"promise", "use"})


def passive(verb: Token) -> bool:
    """Whether the verb is a passive participle, with its own auxiliary, in a coordination that has one, or reduced."""
    return verb.tag in ("VBN", "VBD") and _is_passive(verb)


@asked_once
def _is_passive(verb: Token) -> bool:
    if verb.child("nsubjpass", "auxpass", "csubjpass", "agent"):
        return True
    if ordered(verb) is not None or had_done(verb) or was_done(verb):
        return True
    if verb.tag != "VBN" or verb.child("aux", "nsubj"):
        return False
    if verb.dep == "acl":
        return True
    if verb.dep == "advcl" and verb.child("dobj") is None:
        return True
    if verb.dep == "conj" and verb.head is not None and verb.head.tag == "VBN":
        return passive(verb.head)
    return False


@asked_once
def objects(verb: Token) -> tuple[Token, ...]:
    """Heads of the noun phrases acted on: direct objects, or the subject of a passive; coordinated ones follow."""
    return tuple(_undergoers(verb) if passive(verb) else _acted_on(verb))


def _acted_on(verb: Token) -> list[Token]:
    """Those that an active verb tells were acted on."""
    if verb.dep != "relcl" and verb.child("dobj", "oprd", "ccomp", "xcomp") is None:
        return []  # it tells of nothing that it is done to
    found = [antecedent(t, verb) for t in verb.childs("dobj")]
    if not found and verb.dep == "relcl":  # "which they turned down"
        found = [antecedent(t, verb) for t in verb.childs("pobj") if t.lower in RELATIVE]
    if not found:  # "called the offer a trick"
        complements = verb.childs("oprd")
        found = complements[:1] if len(complements) > 1 or any(o.child("appos") for o in complements) else []
    if not found:  # "declared the truce void", parsed as one noun
        found = [c for o in verb.childs("ccomp", "oprd") if o.is_noun or o.tag == "JJ" for c in o.childs("compound")]
    if not found:
        found = _free_relative(verb)
    if not found:  # "set them free", "let the crew go"
        found = [s for c in verb.childs("ccomp", "xcomp") if not c.is_verb for s in c.childs("nsubj")]
    if not found and verb.lemma == "let":  # "let lorries through", parsed as a clause
        found = [c for c in verb.childs("ccomp") if c.tag in ("NN", "NNS") and c.i > verb.i]
    if not found and verb.lemma in clause_words("keeping"):  # "kept the road closed"
        found = [s for c in verb.childs("ccomp", "xcomp") if c.tag in _KEPT for s in c.childs("nsubj", "nsubjpass")]
    if not found and verb.lemma in clause_words("setting"):  # "declared an emergency to begin at noon"
        found = [s for c in verb.childs("ccomp") if c.has_child(("to",), "aux") for s in c.childs("nsubj")]
    if not found and verb.dep == "relcl" and verb.head is not None and not gap_filled(verb):
        found = [verb.head]  # "the tanks it sent"
    return found


def _undergoers(verb: Token) -> list[Token]:
    """Those that a passive tells were acted on: its subject, or the one it takes over; objects of its own follow."""
    found = verb.childs("nsubjpass")
    if not found:
        if (order := ordered(verb)) is not None:
            found = verb.childs("nsubj") or order.childs("dobj", "nsubjpass")
        elif was_done(verb):
            found = verb.childs("nsubj")
        elif undergone(verb) and (small := verb.childs("nsubj")):
            found = [_itself(t, verb) for t in small]  # found themselves turned away by the guards
        elif verb.dep == "acl" and (those := among_those(verb)) is not None:
            found = [those]
        elif verb.dep == "acl" and verb.head is not None and verb.head.is_noun:
            found = [verb.head]
        elif verb.dep == "conj" and verb.head is not None and verb.head.tag == "VBN" and passive(verb.head):
            found = list(objects(verb.head))
        elif verb.dep == "advcl" and verb.head is not None and fronted(verb):
            found = verb.head.childs("nsubj", "nsubjpass")[-1:]  # asked to leave by the police, they drove off
        elif shares(verb) and (above := inherited(verb)) is not None:
            found = [above]  # tried to land but were turned back; left after being warned
    found = [antecedent(t, verb) for t in found]
    found += verb.childs("dobj")
    return found


def _itself(token: Token, verb: Token) -> Token:
    """Whom a reflexive of a small clause stands for: the subject of the verb above."""
    above = verb.head if token.lower.endswith(("self", "selves")) else None
    return (subject(above) if above is not None else None) or token


def _free_relative(verb: Token) -> list[Token]:
    """The noun that a clause with `what` calls the object: `made what they called a last offer`."""
    for clause in verb.childs("ccomp"):
        if clause.subtree()[0].lower != "what":
            continue
        inner = clause.child("ccomp") or clause
        if any(c.lower == "what" and c.dep in ("dobj", "nsubj") for c in inner.children):
            return [c for c in inner.childs("oprd", "attr") if c.is_noun]
    return []


@asked_once
def subject(verb: Token) -> Token | None:
    """Who does it: the subject, the `by` phrase of a passive, or the one taken over from the governing clause."""
    return _subject(verb, 0)


def _subject(verb: Token, depth: int) -> Token | None:
    if depth > 6:
        return None
    if passive(verb):
        below = [verb, *(verb.childs("dobj") if verb.child("nsubjpass") else ())]  # were offered a rise by the mill
        below += [t for p in verb.childs("prep") if p.lower == "with" for t in p.childs("pobj")]  # hit with a ban by
        below += [c for c in verb.childs("xcomp") if verb.lemma == "let" and c.lemma in ("go", "loose")]  # let go by
        by = verb.child("agent") or next((p for t in below for p in t.childs("prep") if p.lower == "by"), None)
        by = by or _shared_agent(verb)
        doer = by.child("pobj", "pcomp") if by is not None else None
        if doer is None and (order := ordered(verb)) is not None:
            return _subject(order, depth + 1)
        doer = doer or _blow(verb)
        return None if doer is not None and (_mere_share(doer) or _by_what(doer)) else doer  # cut by half
    own = verb.child("nsubj", "csubj", "expl")
    if own is not None:
        return antecedent(own, verb)
    return inherited(verb, depth)


def _blow(verb: Token) -> Token | None:
    """In what somebody was hurt, which is somebody's: `two soldiers were killed in an attack by rebels`, `in a Chadian raid`."""
    blows = actions().classes["blow"]
    return next((t for name, t in prepositions(verb) if name == "in" and t.lemma in blows and _somebodys(t)), None)


def _somebodys(act: Token) -> bool:
    """Whether a noun says whose act it is."""
    names = [c for c in act.childs("amod", "compound") if c.text.isupper() or (c.dep == "amod" and c.text[0].isupper())]
    worst = any(c.tag in ("JJS", "RBS") for c in act.children)  # the country's worst attack
    return bool(names) or (not worst and any(not is_time(t) for t in done_by(act)))


def _shared_agent(verb: Token) -> Token | None:
    """The `by` phrase that two passives share, behind the second one: `was arrested and beaten by soldiers`."""
    joined = verb.child("conj")
    if joined is None or joined.tag != "VBN" or joined.child("nsubj", "nsubjpass", "auxpass", "aux") is not None:
        return None
    return joined.child("agent") or _shared_agent(joined)


def _mere_share(token: Token) -> bool:
    """Whether a phrase after `by` only says how much: `by a third`, `by 20 percent`."""
    words = [token, *token.childs("amod", "nummod")]  # by one third
    return any(t.lower in clause_words("shares_of_votes") for t in words) and token.child("prep") is None


def _by_what(token: Token) -> bool:
    """Whether a phrase after `by` says when, how long or how: `extended by two months`, `let in by way of`."""
    bare = token.child("det", "amod", "compound", "poss", "nmod") is None
    return is_time(token) or (bare and token.lemma in actions().words["no_doer"])


def inherited(verb: Token, depth: int = 0) -> Token | None:
    """The subject that a verb without one takes over: by coordination, control or as a participle."""
    head = verb.head
    if head is None:
        return None
    if (one := numbered(verb)) is not None:
        return one.who
    if verb.dep == "conj":
        if head.is_verb or head.tag in ("JJ", "VBN"):
            return (
                _patient_or_subject(head, depth) if passive(head) and not passive(verb) else _subject(head, depth + 1)
            )
        return None
    if verb.dep in ("xcomp", "ccomp", "oprd"):
        if (whom := said_of(verb)) is not None:
            return whom
        if head.is_verb:
            if head.lemma not in _OWN_DEED and (found := head.child("dobj", "dative")) and not is_time(found):
                return found  # not the days that somebody spent doing it
            return _patient_or_subject(head, depth)
        return _subject(head, depth + 1) if head.child("nsubj") or head.dep in ("acomp", "conj") else None
    if verb.dep in ("advcl", "dep", "parataxis"):
        return _patient_or_subject(head, depth) if head.is_verb else _subject(head, depth + 1)
    if verb.dep in ("acl", "relcl"):
        if verb.tag == "VBG" and head.lemma in actions().words["writings"]:
            sent = head.head if head.dep == "nsubjpass" else None  # letters urging it to pay were sent by Chad
            return holder(head, depth + 1) or (_subject(sent, depth + 1) if sent is not None else None) or head
        if verb.tag == "VBG" or verb.dep == "relcl":
            return head
        return holder(head, depth + 1)
    if verb.dep in ("pcomp", "prep", "pobj"):
        return _above(head, depth)
    if verb.dep in ("acomp", "attr"):
        return _subject(head, depth + 1)
    return None


def _above(prep: Token, depth: int) -> Token | None:
    """Who does what stands below a preposition: `freed it after seizing it`, `was guilty of seizing it`."""
    above = prep.head
    if above is not None and is_time(above) and above.dep == "npadvmod":
        above = above.head  # freed it a month after seizing it
    if above is None:
        return None
    if above.is_verb:
        blamed = _blamed(above) if prep.lower in ("for", "over") else None
        return blamed or _patient_or_subject(above, depth)
    if above.dep == "acomp" and above.head is not None and prep.lower != "for":
        return _subject(above.head, depth + 1)
    if prep.lower in ("for", "over") and above.head is not None and above.head.lower == "with":
        struck = above.head.head
        if struck is not None and struck.is_verb and (whom := struck.child("dobj")) is not None:
            return whom  # hit the port with a fine for refusing a ship
    return holder(above, depth + 1)


def led_to(verb: Token) -> Token | None:
    """The verb that one which only leads to it governs: `moved to cut`, `moved towards cutting`, `has no choice but to cut`."""
    if (inner := verb.child("xcomp")) is not None:
        return inner
    if any(o.lemma in clause_words("choices") for o in verb.childs("dobj")):
        return next((t for o in verb.childs("dobj") for name, t in prepositions(o) if name == "but"), None)
    return next((t for name, t in prepositions(verb) if name in _TOWARDS and t.tag == "VBG"), None)


def mutual(verb: Token) -> bool:
    """Whether what somebody does is done to one another: `accused each other`."""
    found = [*objects(verb), *(t for _, t in prepositions(verb))]
    doer = verb.child("nsubj")
    each = doer is not None and (doer.lower == "each" or any(c.lower == "each" for c in doer.children))
    if each and any(t.lower == "other" and any(c.lower == "the" for c in t.children) for t in found):
        return True  # each side blamed the other
    return any(one_another(t) for t in found)


def one_another(token: Token) -> bool:
    """Whether a word is the second one of `each other` or `one another`."""
    first = {"other": "each", "another": "one"}.get(token.lower)
    return first is not None and any(c.lower == first for c in token.children)


def _blamed(verb: Token) -> Token | None:
    """Whose deed stands after `for`: `criticised Niger for arming them`, `sanctions against it for testing`."""
    for o in objects(verb):
        if o.tag.startswith(("NNP", "PRP")) or (o.is_noun and _judges(verb)):
            return o
        for prep in o.childs("prep"):
            if prep.lower in ("against", "on"):
                return prep.child("pobj")
    against = next((p for p in verb.childs("prep") if p.lower in ("against", "on")), None)
    found = against.child("pobj") if against is not None else None
    return found if found is not None and found.tag.startswith(("NNP", "PRP")) else None


def _judges(verb: Token) -> bool:
    """Whether a verb praises or blames: `rebuked the mill for ignoring an order`, not `was arrested for`."""
    lexicon = actions()
    return verb.lemma in lexicon.speech_verbs or any(s.type in _JUDGING for s, _ in lexicon.verbs.get(verb.lemma, ()))


def _patient_or_subject(verb: Token, depth: int) -> Token | None:
    """The subject as it stands: of a passive the one acted on."""
    if passive(verb):
        found = objects(verb)
        return found[0] if found else None
    return _subject(verb, depth + 1)


def holder(noun: Token, depth: int = 0) -> Token | None:
    """Whose act a noun is: its possessor, its `by` phrase, or the subject of its support verb."""
    if owner := noun.child("poss"):
        return owner
    for prep in noun.childs("prep", "agent"):
        if prep.lower == "by" and (by := prep.child("pobj")):
            return by
    if noun.dep in ("dobj", "attr", "oprd") and noun.head is not None and noun.head.is_verb:
        return _subject(noun.head, depth + 1)
    if noun.dep == "pobj" and noun.head is not None and noun.head.head is not None and depth < 5:
        above = noun.head.head
        return _subject(above, depth + 1) if above.is_verb else holder(above, depth + 1)
    return None


def done_by(noun: Token) -> list[Token]:
    """Who does what a noun tells: after `by`, below the noun or its own object, or its possessor."""
    found = [t for name, t in prepositions(noun) if name == "by"]
    if not found:  # the closure of the bridge by Botswana, the raid on Basra by Iran
        below = (o for name, o in prepositions(noun) if name in _DONE_TO or o.tag == "NNP")
        found = [t for o in below for by, t in prepositions(o) if by == "by"]
    return found or noun.childs("poss")


def heads(token: Token, *, joined: bool = True) -> tuple[Token, ...]:
    """The token, the noun it only measures (`dozens of soldiers`), and coordinated ones."""
    if not token.children:  # most words: neither measuring nor joined
        return (token,)
    return _with_joined(token) if joined else tuple(_heads(token, joined=False))


@asked_once
def _with_joined(token: Token) -> tuple[Token, ...]:
    return tuple(_heads(token, joined=True))


def _heads(token: Token, *, joined: bool) -> Iterator[Token]:
    waiting = [token]
    seen = 0
    while waiting and seen < 12:
        seen += 1
        current = waiting.pop(0)
        yield current
        if is_measure(current):
            waiting += measured(current)
        if joined:
            waiting += [c for c in current.childs("conj") if c.tag in NOMINAL]


def clause_complement(verb: Token) -> list[Token]:
    """The heads of the verb's clausal complements, coordinated ones too."""
    found = [c for c in verb.childs("xcomp", "ccomp") if c.i > verb.i or c.dep == "ccomp"]
    return [t for c in found for t in coordinated(c)]


def coordinated(token: Token) -> list[Token]:
    """The token and the verbs or nouns joined to it."""
    found = [token]
    for t in found:
        found += [c for c in t.childs("conj") if c not in found]
    return found


def prepositions(token: Token) -> tuple[tuple[str, Token], ...]:
    """The prepositions below a word with the heads of what they govern, two deep (`out of`) or joined (`to and from`), in order."""
    return _prepositions(token) if token.children else ()


@asked_once
def _prepositions(token: Token) -> tuple[tuple[str, Token], ...]:
    found: list[tuple[str, Token]] = []
    last = stranded(token) if token.head is not None and not passive(token) else None
    if last is not None and token.head is not None:
        found.append((last.lower, token.head))
    for prep in token.childs("prep", "agent", "dative", "prt", "advmod"):
        if prep.dep in ("prt", "advmod") and not prep.children:
            continue
        name = prep.lower
        if name in ("according", "because", "due", "owing", "thanks"):
            continue
        for inner in prep.children:
            if inner.dep in ("pobj", "pcomp"):
                found.append((name, inner))
            elif inner.dep == "prep":
                found += [(inner.lower, t) for t in inner.childs("pobj", "pcomp")]
            elif inner.dep == "conj" and inner.tag in ("IN", "TO") and prep.child("pobj") is None:
                found += [(n, t) for t in inner.childs("pobj") for n in (name, inner.lower)]  # to and from Chad
    return tuple(found)


@asked_once
def phrase_words(token: Token) -> frozenset[str]:
    """Every word and lemma of the phrase below a token."""
    return frozenset([word for t in token.subtree() for word in (t.lower, t.lemma)])


@asked_once
def own_words(token: Token) -> frozenset[str]:
    """Every word and lemma of the phrase below a token but those of relative and other clauses."""
    words: set[str] = set()
    waiting = [token]
    while waiting:
        t = waiting.pop()
        words.update((t.lower, t.lemma))
        waiting += [c for c in t.children if c.dep not in _CLAUSES]
    return frozenset(words)


def under_condition(verb: Token) -> bool:
    """Whether a clause below a verb, which another party has to fulfil, says when it is done."""
    clauses = [c for c in verb.childs("advcl") if c.has_child(_UNLESS, "mark")]
    return any(c.child("nsubj", "nsubjpass") is not None for c in clauses)
