"""How a sentence says why: links, verbs and nouns of reason, infinitives of purpose, standing conditions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from standoff.extract.actors import Actors
from standoff.extract.events.clause import heads, subject
from standoff.lexicon.clauses import clause_words
from standoff.lexicon.cues import cues
from standoff.lexicon.reasons import (
    ReasonLink,
    ReasonVerb,
    conditions,
    reason_links,
    reason_nouns,
    reason_table,
    reason_verbs,
)
from standoff.model import ActorRef, ReasonKind, Span
from standoff.parse import Sentence, Token

BREAKS = frozenset({",", ";", ".", ")", "(", "—", "–", "“", "”", '"'})
_MAY = frozenset({"may", "might", "could", "can", "would", "should"})
_NO_REASON = frozenset({"time", "year", "month", "week", "day", "hour", "decade", "century", "weekend"})


@dataclass(slots=True, frozen=True)
class Found:
    """A reason before it is linked: its words, what it explains, whose it is."""

    rule: str
    kind: ReasonKind
    why: tuple[Token, ...]
    cue: Token
    act: Token | None
    party: Token | None
    against: Token | None = None
    claims: bool = False
    confidence: float = 0.7
    extent: Span | None = None
    owners: tuple[ActorRef, ...] = field(default=())


def why_in(sentence: Sentence, actors: Actors) -> Iterator[Found]:
    """Every reason that a sentence gives."""
    yield from _standing(sentence, actors)
    for token in sentence.tokens:
        if token.lower in reason_links():
            yield from _linked(token)
        if token.is_verb and token.lemma in reason_verbs():
            yield from _of_verb(token)
        if token.is_noun and token.lemma in reason_nouns():
            yield from _of_noun(token)
        if token.lower == "to" and token.dep == "aux":
            yield from _purpose(token)


def _linked(first: Token) -> Iterator[Found]:
    """`closed it because ...`, `in response to ...`: the words after a link, and the act that the link hangs on."""
    tokens = first.sentence.tokens
    second = tokens[first.i + 1].lower if first.i + 1 < len(tokens) else None
    for words, entry in reason_links()[first.lower]:
        if len(words) > 1 and words[1] != second:
            continue
        row = tokens[first.i : first.i + len(words)]
        if tuple(t.lower for t in row) != words:
            continue
        head = _led_to(row, entry)
        if first.is_verb and first.child("nsubj") is not None:
            continue  # "the firm intended to ...": a verb of its own
        if head is None or (first.i > 0 and tokens[first.i - 1].lower in ("not", "n't")):
            continue
        why = [t for t in head.subtree() if t.i > row[-1].i]
        act = _explained(first, {*row, *why}, entry)
        called = _called(head, why)
        if (
            act is None
            or not _fits(act, entry)
            or (entry.not_before and not called and not _may_be_over(head, why, entry))
        ):
            continue
        yield Found(entry.id, entry.kind, called or tuple(why), first, act, _doer(act), claims=bool(called))
        return


def _fits(act: Token, entry: ReasonLink) -> bool:
    """Whether a link may explain an act."""
    if entry.noun and not (act.is_noun and act.has_child(("the", "this", "that"), "det")):
        return False
    if entry.noun and act.child("amod", "neg") is not None:
        return False  # "not the first quarrel over ..."
    return not entry.after or act.lemma in entry.after


def _may_be_over(head: Token, why: Sequence[Token], entry: ReasonLink) -> bool:
    """Whether what follows `over` can be a reason: no time, no number, no ground that one passes over."""
    if head.is_verb:
        return head.tag == "VBG" or why[0].tag in ("WP", "WRB", "WDT", "IN")
    return head.is_noun and head.lemma not in entry.not_before


def _called(head: Token, why: Sequence[Token]) -> tuple[Token, ...]:
    """The words for the reason in `what it called ...`; empty where there is no such clause."""
    if not head.is_verb or head.lemma not in clause_words("calling") or not why or why[0].lower != "what":
        return ()
    after = [t for t in why if t.i > head.i]
    return tuple(after[1:] if after and after[0].lower == "as" else after)


def _led_to(row: Sequence[Token], entry: ReasonLink) -> Token | None:
    """The head of what follows a link."""
    last = row[-1]
    if "noun" in entry.forms or "gerund" in entry.forms:
        found = next((c for t in reversed(row) for c in t.childs("pobj", "pcomp") if c.i > last.i), None)
        asked = last.sentence.tokens[last.i + 1 : last.i + 2]
        if found is None and asked and asked[0].tag in ("WP", "WRB") and "noun" in entry.forms:
            return asked[0].head  # "over who sits where"
        return found if found is None or "noun" in entry.forms or found.tag == "VBG" else None
    if last.dep in ("mark", "aux", "advmod") and last.head is not None and last.head.i > last.i:
        return last.head
    return None


def _explained(first: Token, own: set[Token], entry: ReasonLink) -> Token | None:
    """The verb or noun that a link's words hang on; of a verb of saying what is said."""
    before = first.sentence.tokens[first.i - 1] if first.i else first
    if before.is_noun and before.lemma in entry.after:
        return before  # "discussed the row over ...": a parser hangs it on the verb
    if first.is_verb and (done := first.child("nsubjpass")) is not None:
        return done  # "the lawsuit is meant to ..."
    for above in first.ancestors():
        if above in own or not (above.is_verb or above.is_noun):
            continue
        said = above.child("ccomp", "xcomp") if above.lemma in cues().speech else None
        if said is not None and said.i < first.i and said not in own:
            return said
        if entry.noun and above.lemma == "be":
            return above.child("nsubj")
        deed = above.dep == "pobj" or (above.head is not None and above.head.is_verb and above.head not in own)
        if (
            above.is_noun
            and not entry.after
            and (above.dep in ("dobj", "attr") or above.lemma in clause_words("steps"))
            and deed
        ):
            continue
        return above
    return None


def _doer(act: Token | None) -> Token | None:
    """Who does an act."""
    if act is None:
        return None
    if act.is_verb:
        return subject(act)
    possessor = act.child("poss")
    return possessor if possessor is not None else act


def _of_verb(verb: Token) -> Iterator[Found]:
    """`accused them of ...`, `citing ...`, `aims to ...`, `fears that ...`."""
    if verb.child("neg") is not None or verb.has_child(_MAY, "aux"):
        return
    for entry in reason_verbs()[verb.lemma]:
        why = next((c for form in entry.why if (c := _complement(verb, form)) is not None), None)
        if why is None or why.i < verb.i or (entry.what is not None and _complement(verb, entry.what) is None):
            continue
        act = _complement(verb, entry.what) if entry.what else _added_to(verb, entry)
        if (entry.adds_only and act is None) or (act is not None and entry.adds and act.lemma in cues().speech):
            continue  # "reported, citing officials": a source
        doer = subject(verb) if entry.what != "subject" else act
        told_of = act.subtree() if act is not None and entry.what is not None else []
        if why in told_of:
            told_of = []
        kept = tuple(t for t in why.subtree() if t not in told_of)
        accused = verb.child("dobj") if "object" not in entry.why and entry.what in (None, "self") else None
        yield Found(entry.id, entry.kind, kept, verb, act, doer, against=accused, claims=entry.claims)
        return


def _complement(verb: Token, form: str) -> Token | None:
    """The complement of a verb that has a form."""
    if form == "object":
        found = verb.child("dobj")
        return found if found is not None and found.tag not in ("PRP", "DT", "WP", "WDT") else None
    if form == "clause":
        return verb.child("ccomp")
    if form == "self":
        return verb
    if form == "subject":
        return verb.child("nsubjpass")
    if form == "agent":
        agent = verb.child("agent")
        return agent.child("pobj", "pcomp") if agent is not None else None
    if form == "to":
        return next((c for c in verb.childs("xcomp") if c.has_child(("to",), "aux")), None)
    thing = verb.child("dobj")
    for head in (verb, thing):
        for prep in head.childs("prep") if head is not None else ():
            if prep.lower == form:
                told = prep.child("pobj", "pcomp")
                return told if told is None or told.lemma not in _NO_REASON else None
    return None


def _added_to(verb: Token, entry: ReasonVerb) -> Token | None:
    """The clause that a participle adds a reason to: `left the talks, citing ...`."""
    if not entry.adds or verb.tag != "VBG" or verb.head is None or not verb.head.is_verb:
        return None
    return verb.head


def _of_noun(noun: Token) -> Iterator[Found]:
    """`Its aim is to ...`, `the reason for the closure was ...`."""
    verb = noun.head
    if verb is None or verb.lemma != "be" or noun.dep != "nsubj" or verb.child("neg") is not None:
        return
    why = next((c for c in verb.childs("attr", "xcomp", "ccomp", "acomp", "advcl") if c.i > verb.i), None)
    if why is None:
        return
    entry = reason_nouns()[noun.lemma]
    of = next((p.child("pobj") for p in noun.childs("prep") if p.lower in ("for", "of", "behind", "in")), None)
    words = tuple(t for t in why.subtree() if t.i > verb.i)
    possessor = noun.child("poss")
    yield Found(entry.id, entry.kind, words, noun, of, possessor if possessor is not None else of)


def _purpose(to: Token) -> Iterator[Found]:
    """`blocked the road to press for more pay`."""
    verb, entry = to.head, reason_table().purpose[0]
    if verb is None or verb.head is None or verb.lemma in entry.not_verbs or verb.child("nsubj") is not None:
        return
    act: Token | None = verb.head
    if verb.dep in ("acl", "relcl") and act is not None and act.dep == "dobj":
        act = act.head
    elif verb.dep not in ("advcl", "xcomp"):
        return
    if act is None or not act.is_verb or act.lemma not in entry.after or act.i > verb.i:
        return
    if verb.dep in ("acl", "relcl") and verb.head is not None and verb.head.lemma in entry.not_nouns:
        return  # "withdrew its plan to ...": what is planned
    before = to.sentence.tokens[to.i - 1].lower if to.i else ""
    if before in ("order", "as", "how", "bid", "effort", "attempt", "enough"):
        return
    if verb.dep != "advcl" and act.child("dobj") is None:
        return
    yield Found(entry.id, "aim", tuple(verb.subtree()), to, act, subject(act), confidence=0.6)


def _standing(sentence: Sentence, actors: Actors) -> Iterator[Found]:
    """`are still technically at war`: a condition, and those between whom it stands."""
    low = sentence.text.lower().replace("’", "'")
    for entry, pattern in conditions():
        if not any(piece in low for piece in entry.has):
            continue
        match = pattern.search(low)
        if match is None:
            continue
        start, end = sentence.start + match.start(), sentence.start + match.end()
        words = sentence.within(start, end)
        verb = next(
            (a for t in words for a in (t, *t.ancestors()) if a.is_verb and a.child("nsubj", "nsubjpass")), None
        )
        doer = verb.child("nsubj", "nsubjpass") if verb is not None else None
        owners = tuple(ref for head in heads(doer) for ref in actors.of(head)) if doer is not None else ()
        if not owners and doer is not None and len(actors.parties) == 2 and _both(doer):
            owners = tuple(ActorRef(start=doer.start, end=doer.end, id=party) for party in actors.parties)
        yield Found(
            f"condition.{entry.id}", "condition", tuple(words), words[0], verb, None, owners=owners,
            extent=Span(start=start, end=_clause_end(sentence, end)),
        )  # fmt: skip


def _both(doer: Token) -> bool:
    """Whether words stand for the two sides of the page: `the two countries`, `both`, `they`."""
    return doer.lower in ("they", "both") or any(c.lower in ("two", "both") for c in doer.children)


def _clause_end(sentence: Sentence, end: int) -> int:
    """Where the words after a place in a sentence stop: at a comma, a bracket, a clause that is joined, or its end."""
    for token in sentence.tokens:
        joins = token.dep == "cc" and token.head is not None and token.head.is_verb
        if token.start >= end and (token.text in BREAKS or joins):
            return max(end, sentence.tokens[token.i - 1].end)
    return max(end, sentence.tokens[-1].end)
