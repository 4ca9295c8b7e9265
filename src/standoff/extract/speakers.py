"""Who speaks: cue verbs, their subjects, and the words of the page for the speaker."""

from dataclasses import dataclass

from standoff.lexicon.actors import actor_nouns
from standoff.lexicon.calendar import MONTH_WORDS, WEEKDAY_WORDS
from standoff.lexicon.cues import Form, cues
from standoff.lexicon.units import units
from standoff.parse import Token

LONGEST = 12  # words of a speaker
_DATELINE = 12  # tokens
_NAME = 4  # words of a name
_LEFT = frozenset({"det", "poss", "amod", "compound", "nmod", "nummod", "advmod", "predet", "quantmod", "case"})
_DASHES = frozenset({"-", "--", "–", "—"})
_CALENDAR = WEEKDAY_WORDS | MONTH_WORDS
_BEFORE_DATES = frozenset({"on", "in", "by", "since", "until", "last", "next", "this"})
_QUOTES = frozenset({"quote", "cite"})
"""Whom they quote as saying something says it."""
_THINGS = frozenset({"it", "that", "there", "this"})
_OBJECT_CONTROL = frozenset({"xcomp", "ccomp", "advcl"})


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue and who speaks; `start`, `end` are the speaker's words."""

    cue: Token
    speaker: Token | None
    start: int | None = None
    end: int | None = None
    name: str | None = None
    """Whom the speaker's words stand for, where that is told apart from them."""


def forms_of(token: Token) -> frozenset[Form]:
    """How what is said can hang on a token as cue; empty if it is none."""
    return cues().forms.get(token.lemma, frozenset()) if token.is_verb and token.tag != "MD" else frozenset()


def is_cue(token: Token, *, short: bool = False) -> bool:
    """Whether quotation marks can stand beside a verb; beside words of thought not around a `short` stretch of a few words."""
    forms = forms_of(token)
    return "quote" in forms or (not short and "clause" in forms)


def frame(cue: Token) -> Frame:
    """The cue with its speaker and the speaker's words."""
    who = _apposed_to(speaker_of(cue))
    return frame_with(cue, _after_dateline(cue, who) or _nearer(cue, who) or who)


def _apposed_to(who: Token | None) -> Token | None:
    """The name before an apposition that the parser took for the subject: `Ed Moss (R-Tarn), a firebrand, called`."""
    if who is None or who.tag != "NN" or who.child("det") is None:
        return who
    tokens, first = who.sentence.tokens, _leftmost(who)
    before, after = tokens[first.i - 1] if first.i else None, tokens[who.i + 1] if who.i + 1 < len(tokens) else None
    if before is None or after is None or before.text != "," or after.text != "," or first.lower not in ("a", "an"):
        return who
    at = before.i - 1
    if tokens[at].text == ")":
        at = next((t.i for t in reversed(tokens[:at]) if t.text == "("), 0) - 1
    return tokens[at] if at >= 0 and tokens[at].tag == "NNP" else who


def _after_dateline(cue: Token, who: Token | None) -> Token | None:
    """The first noun after the dash of a dateline whose town the parser took for the speaker: `Oslo, 29 March 2023 – Firma Lund said`."""
    if who is None or who.i > 1 or who.tag != "NNP":
        return None
    tokens = who.sentence.tokens[: cue.i]
    dash = next((t for t in tokens[who.i + 1 : _DATELINE] if t.text in _DASHES and tokens[t.i - 1].end < t.start), None)
    if dash is None or not any(t.tag == "CD" or t.text == "(" for t in tokens[who.i : dash.i]):
        return None
    return next((t for t in tokens[dash.i + 1 :] if t.is_noun and t.dep != "compound"), None)


def _nearer(cue: Token, who: Token | None) -> Token | None:
    """The noun right before a verb, where the parser took one before a comma for its subject."""
    tokens = cue.sentence.tokens
    at = cue.i - 1
    while at >= 0 and tokens[at].dep in ("aux", "advmod", "neg"):
        at -= 1
    if who is None or at <= who.i or not (tokens[at].is_noun or tokens[at].tag == "PRP"):
        return None
    if tokens[at].dep in ("pobj", "dobj", "appos", "npadvmod", "compound", "conj", "attr"):
        return None
    return tokens[at] if any(t.text == "," for t in tokens[who.i : at]) else None


def frame_with(cue: Token, who: Token | None) -> Frame:
    """The cue with a speaker found elsewhere."""
    if who is None:
        return Frame(cue, None)
    start, end = phrase(who)
    return Frame(cue, who, start, end)


def speaker_of(verb: Token, depth: int = 0) -> Token | None:
    """Who does what a verb tells: its subject, or the one it inherits from the verb, noun or clause it hangs on."""
    own = verb.child("nsubj") or _by_agent(verb)
    if own is not None and own.lower not in ("that", "which", "who", "it", "there"):
        return own
    head = verb.head
    if own is not None and own.lower in ("which", "who", "that") and verb.dep == "relcl" and head is not None:
        return head
    if own is not None:
        return None if own.lower == "there" else own
    if head is None or depth > 8:
        return None
    if verb.tag == "VBG" and depth == 0 and (told := _of_participle(verb)) is not None:
        return told
    if verb.dep in ("acl", "relcl") and head.is_noun:
        return head
    if verb.dep in _OBJECT_CONTROL and head.lemma in cues().causing:
        return head.child("dobj", "dative") or speaker_of(head, depth + 1)
    if verb.dep == "pcomp" and head.lower == "as" and head.head is not None and head.head.lemma in _QUOTES:
        return head.head.child("nsubjpass") or head.head.child("dobj") or speaker_of(head.head, depth + 1)
    if verb.dep == "pcomp" and head.head is not None:
        return speaker_of(head.head, depth + 1)
    if verb.dep == "conj" and (outer := _spoken_by(head)) is not None:
        return outer
    if head.is_verb and verb.dep in ("xcomp", "ccomp", "advcl", "conj", "dep", "aux", "parataxis", "prep", "acl"):
        if verb.dep == "xcomp" and (shown := head.child("nsubjpass")) is not None:
            return shown  # `the cleric is shown lecturing`
        return speaker_of(head, depth + 1)
    return None


def _spoken_by(told: Token) -> Token | None:
    """Who says a clause that no person is the subject of: `Adu said it was over and urged them to leave`."""
    above, inner = told.head, told.child("nsubj", "nsubjpass")
    if told.dep != "ccomp" or above is None or not is_cue(above) or inner is None:
        return None
    nobody = inner.lower in _THINGS or (inner.tag in ("NN", "NNS") and not is_person(inner))
    return speaker_of(above, 1) if nobody else None


def is_person(token: Token) -> bool:
    """Whether a noun is one for people: by trade, office or kin."""
    noun = actor_nouns().get(token.lower) or actor_nouns().get(token.lemma)
    return token.lower in units().people or noun is not None


def _of_participle(verb: Token) -> Token | None:
    """Who speaks in `, saying ...` or `sent them a note saying ...`: the subject of the clause that it adds to."""
    tokens = verb.sentence.tokens
    after_comma = verb.i > 0 and tokens[verb.i - 1].text == ","
    on_object = verb.dep == "acl" and verb.head is not None and verb.head.dep == "dobj"
    if not after_comma and not on_object:
        return None
    for above in verb.ancestors():
        own = (
            above.child("nsubj", "nsubjpass") if above.is_verb and above.dep not in ("acl", "xcomp", "pcomp") else None
        )
        if own is not None and own.i < verb.i and own.lower not in ("that", "which", "who", "it", "there"):
            return own
    return None


def _by_agent(verb: Token) -> Token | None:
    """`was told by the ministry`."""
    agent = verb.child("agent")
    return agent.child("pobj") if agent is not None else None


def phrase(head: Token) -> tuple[int, int]:
    """The words of a speaker: the noun with what stands before it, and a short phrase with `of`, `in`, `for`, `at` or `from` after it."""
    first = last = head
    for child in head.children:
        if child.i < head.i and child.dep in _LEFT:
            left = _leftmost(child)
            if left.i < first.i:
                first = left
    right = _with_preposition(head)
    if (
        right is not None
        and right.i - first.i < LONGEST
        and not any(t.text in ',;:"“”' for t in head.sentence.tokens[head.i : right.i])
    ):
        last = right
    if last.i - first.i >= LONGEST:
        first = head.sentence.tokens[max(first.i, last.i - LONGEST + 1)]
    named = named_after(head)
    if named is not None and named.i - first.i < LONGEST:
        last = named
    last = _coordinated(head, first) or last
    tokens = head.sentence.tokens
    while last.i + 2 < len(tokens) and tokens[last.i + 1].text == "-" and tokens[last.i + 1].start == last.end:
        last = tokens[last.i + 2]  # `a co-worker`
    return _past_front(first, head).start, last.end


def _past_front(first: Token, head: Token) -> Token:
    """The first word of a speaker after what the parser drew in before it: `On Thursday Quito`, `QUITO - Ecuador`, `May 14 Ecuador`."""
    row = head.sentence.tokens[first.i : head.i + 1]
    dash = next((n for n, t in enumerate(row) if t.text in _DASHES and row[n - 1].end < t.start), None)
    if dash is not None and dash + 1 < len(row):
        row = row[dash + 1 :]
    at = 0
    while at < len(row) - 1 and (row[at].lower in _CALENDAR or (at > 0 and row[at].text.strip(",").isdigit())):
        at += 1
    before = head.sentence.tokens[row[0].i - 1].lower if row[0].i > 0 else ""
    alone = before in _BEFORE_DATES or (not before and row[0].lower.endswith("day"))  # May may be a name
    dates = at > 1 or (at == 1 and alone)
    return row[at] if dates else row[0]


def named_after(head: Token) -> Token | None:
    """The end of the name after an office: `spokeswoman Ana Ruiz`, `the governor of Leon, Ana Ruiz,`."""
    tokens = head.sentence.tokens
    for child in head.childs("appos"):
        first = _leftmost(child)
        if not all(t.tag.startswith("NNP") for t in tokens[first.i : child.i + 1]):
            continue
        if first.i == head.i + 1:
            return child
        between = tokens[head.i + 1 : first.i]
        office = head.tag == "NN" and between[-1].text == "," and child.i - first.i < _NAME
        if office and not any(t.text == "," or t.is_verb for t in between[:-1]) and child.i - first.i > 0:
            return child
    return None


def _coordinated(head: Token, first: Token) -> Token | None:
    """The end of `Berlin and Paris`, where that is short."""
    conj = head.child("conj")
    if conj is None or conj.i - first.i >= LONGEST or not conj.is_noun or conj.i - head.i > 5:
        return None
    return conj if not any(t.is_verb for t in head.sentence.tokens[head.i : conj.i]) else None


def _with_preposition(head: Token) -> Token | None:
    for child in head.children:
        if child.i == head.i + 1 and child.dep == "prep" and child.lower in ("of", "in", "for", "at", "from"):
            below = child.subtree()
            if len(below) <= 7 and not any(t.is_verb or t.text == "," for t in below):
                return below[-1]
    return None


def _leftmost(token: Token) -> Token:
    return min(token.subtree(), key=lambda t: t.i)
