"""Descriptions of the state a thing is in: `has been closed since April`, `still idle`, `475 workers were still there`."""

from collections.abc import Iterator
from dataclasses import replace

from standoff.extract.actors import Actors
from standoff.extract.back_again import find_returns
from standoff.extract.dating import Dater
from standoff.extract.described import Found, holds
from standoff.extract.events.clause import heads, passive
from standoff.extract.events.relative import antecedent
from standoff.extract.events.sentence import LONGEST
from standoff.extract.flow_forms import can_move, common_lemma, core, says_no
from standoff.extract.flows import find_flows
from standoff.extract.halts import find_halts
from standoff.extract.status import claimed_by, read_status
from standoff.extract.walkouts import find_walkouts
from standoff.lexicon.clauses import clause_words
from standoff.lexicon.flows import flow_words
from standoff.lexicon.state_acts import word_class
from standoff.lexicon.states import (
    StateWords,
    state_attributes,
    state_changes,
    state_participles,
    state_table,
    state_words,
)
from standoff.lexicon.stems import stem
from standoff.model import Span, State, StateMention
from standoff.parse import Parsed, Sentence, Token

_HERE = frozenset({"there", "inside"})
_RESUME = frozenset({"resume", "restart"})
_PERMITS = frozenset({"can", "may"})


def find_states(parsed: Parsed, actors: Actors, dater: Dater) -> tuple[StateMention, ...]:
    """The descriptions of states in a page's title, story and captions, in the order of the text."""
    sentences = [s for s in parsed.sentences if len(s.tokens) <= LONGEST]
    found = [_mention(f, actors, dater) for s in sentences for f in _in_sentence(s, actors)]
    return tuple(sorted(found, key=lambda m: (m.start, m.end)))


def _in_sentence(sentence: Sentence, actors: Actors) -> Iterator[Found]:
    participles, changes, attributes = state_participles(), state_changes(), state_attributes()
    lets = state_table().lets
    for token in sentence.tokens:
        if token.lemma in clause_words("copular") and token.is_verb:
            told = _copular(token, actors)
            yield from (replace(f, change=True) for f in told) if _is_announced(token) else told
        if sentence.part == "title" and token.tag == "JJ":
            yield from _headline(token, actors)
        if token.lower in participles and token.tag in ("VBN", "VBG", "JJ", "VBD"):
            yield from _declared(token, actors) if _is_announced(token) else _participle(token, actors)
        if token.lemma in clause_words("halting") or token.lemma in _RESUME:
            yield from _stopped(token, actors)
        if token.lemma in changes and token.is_verb and not _is_announced(token):
            yield from _changed(token, actors)
        if token.is_verb and (token.lemma in lets or token.lemma in flow_words("move")):
            yield from _only_some(token, actors)
        if token.lower == "closure" and token.has_child(("since",), "prep"):
            thing = next((t for c in token.childs("poss", "prep") for b in c.subtree() if (t := actors.thing(b))), None)
            if (
                thing is None
                and token.child("poss") is not None
                and (verb := _clause(token)) is not None
                and verb.head is not None
            ):
                thing = actors.thing(verb.head)
            if thing is None:
                thing = next(
                    (t for b in reversed(sentence.tokens[: token.i]) if b.is_noun and (t := actors.thing(b))), None
                )
            yield Found("shut", "shut", (token,), token, thing, None, 0.7)
        if token.dep == "amod" and token.lower in attributes:
            yield from _attribute(token, actors)
    yield from find_flows(sentence, actors)
    yield from find_halts(sentence, actors)
    yield from find_walkouts(sentence)
    yield from find_returns(sentence, actors)


def _is_announced(verb: Token) -> bool:
    """`announced on Monday that the bridge was closed`: what somebody declares to be so is so from then on."""
    above = verb.head
    bare = verb.lemma == "be" or not verb.childs("aux", "auxpass", "mark")
    return (
        verb.dep in ("ccomp", "oprd", "xcomp") and bare and above is not None and above.lemma in state_table().announces
    )


def _declared(word: Token, actors: Actors) -> Iterator[Found]:
    """`declared the whole of the airspace closed`: what somebody says to be so is so from then on."""
    above = word.head
    subject = word.child("nsubj", "nsubjpass") or (above.child("dobj") if above is not None else None)
    if subject is None or above is None or not holds(above):
        return
    entry = state_participles()[word.lower]
    yield from (replace(f, change=True) for f in _described(entry, (word,), above, core(subject), actors, 0.8))


def _clause(token: Token) -> Token | None:
    return next((a for a in token.ancestors() if a.is_verb), None)


def _stopped(verb: Token, actors: Actors) -> Iterator[Found]:
    """`Work in the zone stopped when ...`: an aspect that ends or begins again on a day."""
    subject = verb.child("nsubj")
    if subject is None or verb.child("dobj", "xcomp") is not None or not holds(verb):
        return
    aspect = state_table().aspects.get(subject.lemma)
    thing = next((t for below in subject.subtree() if below is not subject and (t := actors.thing(below))), None)
    if aspect is not None:
        state: State = "shut" if verb.lemma in clause_words("halting") else "open"
        yield Found(state, state, (verb,), verb, thing, aspect, 0.7 if thing else 0.5, change=True)


def _changed(verb: Token, actors: Actors) -> Iterator[Found]:
    """`The zone reopened on Monday`, `opened in 2004, the zone ...`: the thing comes to be so, and nobody is said to act."""
    entry = state_changes()[verb.lemma]
    acted_on = passive(verb) or (verb.tag == "VBN" and verb.dep in ("advcl", "acl"))
    if verb.child("dobj", "xcomp", "agent") is not None or (acted_on and entry.state != "open") or not holds(verb):
        return
    subject = verb.child("nsubjpass", "nsubj")
    if subject is None and verb.head is not None and verb.dep in ("advcl", "acl"):
        subject = verb.head.child("nsubj", "nsubjpass") if verb.dep == "advcl" else verb.head
    thing = actors.thing(antecedent(subject, verb)) if subject is not None else None
    if thing is not None:
        if _in_part(verb):
            yield Found("restricted.part_time", "restricted", (verb,), verb, thing, None, 0.7)
            return
        yield Found(f"{entry.id}.change", entry.state, (verb,), verb, thing, None, 0.7, change=True)


def _copular(verb: Token, actors: Actors) -> Iterator[Found]:
    subject = verb.child("nsubj", "nsubjpass")
    if subject is None or not holds(verb):
        return
    subject = antecedent(subject, verb)
    for word in verb.childs("acomp", "attr", "prep", "oprd", "advmod", "xcomp"):
        entry = _entry(word)
        if entry is not None and entry.state == "open" and _in_part(verb):
            entry = state_words()["restricted"]  # `is open to convoys only`
        if entry is not None:
            yield from _described(entry, (word,), verb, subject, actors, 0.8)
    yield from _people_there(verb, subject, actors)


def _headline(word: Token, actors: Actors) -> Iterator[Found]:
    """`Border crossing open again`: a headline that leaves out the copula."""
    above = word.head if word.dep == "acomp" and word.head is not None and word.head.is_noun else None
    subject, entry = word.child("nsubj") or above, _entry(word)
    if subject is not None and subject.i < word.i and entry is not None and word.child("neg") is None:
        again = word.has_child(("again",), "advmod")
        told = _described(entry, (word,), word, subject, actors, 0.7)
        yield from (replace(f, change=True) for f in told) if again else told


def _in_part(verb: Token) -> bool:
    """`opens for two hours a day`, `reopened to pedestrians only`, `was opened to holders of passes`."""
    said = verb.sentence.text[verb.end - verb.sentence.start :]
    whom = [o for p in verb.childs("prep") if p.lower in ("for", "to") and (o := p.child("pobj")) is not None]
    if any(stem(o.lemma) in word_class("passing_people") and not _is_whole(o) for o in whom):
        return True
    return any(words in said for words in state_table().part_time) or any(
        t.lower == "only" and t.i > verb.i for t in verb.subtree()
    )


def _is_whole(noun: Token) -> bool:
    return any(stem(c.lower) in word_class("whole") for c in noun.children)


def _entry(word: Token) -> StateWords | None:
    """The entry of a word, or of the longest phrase that its words begin with: `back on line since Thursday`."""
    words = [t.lower for t in word.subtree()[:5]]
    phrases = (" ".join(words[:n]) for n in range(len(words), 0, -1))
    return state_words().get(word.lower) or next((e for p in phrases if (e := state_words().get(p))), None)


def _participle(token: Token, actors: Actors) -> Iterator[Found]:
    """`has been closed`, `is suspended`: a state in the perfect, the present, or since some day."""
    if token.tag == "VBN" and not passive(token):
        yield from _made(token, actors)
    if token.tag in ("VBG", "VBD") or not passive(token):
        return
    above = (
        [token.head] if token.dep in ("acomp", "xcomp") and token.head else token.childs("auxpass")
    )  # `remains shut`
    subject = token.child("nsubjpass", "nsubj") or next((s for v in above if (s := v.child("nsubj"))), None)
    if subject is None or not holds(token):
        return
    words = [c.lower for c in token.childs("aux", "auxpass")]
    since = any(c.lower == "since" for c in token.children)
    if not since and not any(w in ("has", "have", "is", "are", "remains", "remain", "'s") for w in words):
        return
    entry = state_participles()[token.lower]
    yield from _described(entry, (token,), token, antecedent(subject, token), actors, 0.8)


def _made(token: Token, actors: Actors) -> Iterator[Found]:
    """`The walkout has paralysed the port`: what something that is no actor has brought the thing to."""
    subject, acted_on = token.child("nsubj"), token.child("dobj")
    entry = state_participles()[token.lower]
    perfect = token.has_child(("has", "have", "'s"), "aux")
    if subject is None or acted_on is None or entry.state != "shut" or not perfect or not holds(token):
        return
    thing = actors.thing(acted_on)
    if thing is not None and common_lemma(subject) in flow_words("walkout", "mishap"):
        yield Found(entry.id, entry.state, (token,), token, thing, None, 0.7)


def _only_some(verb: Token, actors: Actors) -> Iterator[Found]:
    """`Only ambulances are let through the checkpoint`, `no lorries may pass`: some pass, and others do not."""
    if (subject := verb.child("nsubjpass")) is not None and verb.lemma in state_table().lets and holds(verb):
        thing = next(
            (t for c in verb.childs("prep", "prt", "xcomp", "advmod") for b in c.subtree() if (t := actors.thing(b))),
            None,
        )
        first = subject.subtree()[0]
        if thing is not None and (first.lower == "only" or verb.has_child(("only",), "advmod")):
            yield Found("restricted.only", "restricted", (verb,), verb, thing, "people_in", 0.65)
        return
    subject, allowed = verb.child("nsubj"), verb.has_child(_PERMITS, "aux")
    if subject is None or not allowed or not says_no(subject) or verb.dep not in ("ROOT", "conj"):
        return
    if verb.lemma in flow_words("move") and can_move(core(subject)):
        object_ = verb.child("dobj")
        thing = actors.thing(object_) if object_ is not None else None
        yield Found("restricted.only", "restricted", (verb,), verb, thing, "goods", 0.65)


def _attribute(token: Token, actors: Actors) -> Iterator[Found]:
    """`the idle complex`."""
    noun = token.head
    if noun is None or not noun.is_noun:
        return
    thing = actors.thing(noun)
    verb = next((a for a in noun.ancestors() if a.is_verb), None)
    if thing is None or (verb is not None and read_status(verb).drop):
        return
    entry = state_attributes()[token.lower]
    yield Found(entry.id, entry.state, (token, noun), verb or noun, thing, None, 0.65)


def _described(
    entry: StateWords, words: tuple[Token, ...], anchor: Token, subject: Token, actors: Actors, confidence: float
) -> Iterator[Found]:
    """The description, where its subject is the thing or an aspect of one."""
    for head in heads(subject):
        if head.child("case") is not None:
            continue  # `the mayor's has been shut`: one of several, named before
        aspect = state_table().aspects.get(head.lemma)
        thing = actors.thing(head)
        if aspect is not None:
            thing = next((t for below in head.subtree() if below is not head and (t := actors.thing(below))), thing)
        if thing is None and aspect is None:
            thing = next((t for below in head.subtree() if (t := actors.thing(below))), None)
            if thing is None or head.lemma not in clause_words("workplaces"):
                continue
            aspect = "work"
        if words[0] is head:
            continue
        yield Found(entry.id, entry.state, words, anchor, thing, aspect, confidence if thing else confidence - 0.15)
        return


def _people_there(verb: Token, subject: Token, actors: Actors) -> Iterator[Found]:
    """`475 southerners were still there`: how many people are in the thing."""
    if not any(c.dep == "nummod" for c in subject.children):
        return
    inside: Span | None = None
    here = False
    for c in verb.children:
        if c.dep == "prep" and c.lower in ("in", "at", "inside") and (place := c.child("pobj")) is not None:
            inside = actors.thing(place)
        here = here or (c.dep == "advmod" and c.lower in _HERE)
    if inside is None and not here:
        return
    first = subject.subtree()[0]
    text = subject.sentence.text[first.start - subject.sentence.start : subject.end - subject.sentence.start]
    yield Found("people", "unknown", (subject,), verb, inside, "people_in", 0.6, value=text)


def _mention(found: Found, actors: Actors, dater: Dater) -> StateMention:
    dated = dater.date(found.anchor, found.words, "ongoing")
    sentence = found.anchor.sentence
    since = dated.since or found.change or any(c.dep == "mark" and c.lower == "since" for c in found.anchor.children)
    date, how = dated.date, dated.how
    page_day = dater.of(found.anchor).published
    if date is None and page_day is not None and not found.change:
        date, how, since = page_day, "published", False
    if not since and how == "published" and (began := dater.lasting(found.anchor)) is not None:
        date, how, since = began, "relative", True
    copular = found.anchor.lemma in clause_words("copular") and len(found.words) == 1 and found.value is None
    tokens = sorted({*found.words, found.anchor} if copular else found.words, key=lambda t: t.i)
    if tokens[-1].i - tokens[0].i > 12:
        tokens = list(found.words)
    return StateMention(
        start=tokens[0].start,
        end=tokens[-1].end,
        state=found.state,
        object=found.thing,
        aspect=found.aspect,
        since=date if since else None,
        date=None if since else date,
        date_how=how,
        attributed_to=claimed_by(found.anchor, actors, ()),
        value=found.value,
        confidence=round(found.confidence, 3),
        rule=f"state.{found.entry}",
        sentence=Span(start=sentence.start, end=sentence.end),
    )
