"""Indirect speech: the clause, infinitive or phrase that hangs on a verb, a noun or a preposition of attribution."""

from collections.abc import Iterator

from standoff.extract.marks import Marked
from standoff.extract.speakers import Frame, forms_of, frame, frame_with, phrase
from standoff.lexicon.cues import cues
from standoff.parse import Parsed, Sentence, Token

_TRIMMED = frozenset({",", ".", ";", ":", "“", "”", '"', "''", "``", "-", "--", "—", "–", "?", "!", "and", "but"})
_QUOTES = frozenset({"“", "”", '"', "''", "``", "«", "»"})
_SHORTEST = 2  # tokens of what is said
_SHORTEST_TO = 3  # of an infinitive: `as it threatened to do` says nothing
_DATELINE = 10  # tokens


def find_indirect(parsed: Parsed, marked: list[Marked]) -> Iterator[tuple[int, int, Frame, bool]]:
    """Start, end and frame of each stretch of indirect speech, and whether it is a whole statement that is spoken; words that are quoted whole are left to the direct ones."""
    first = 0
    for sentence in parsed.sentences:
        if sentence.part != "story":
            continue  # what a headline or a caption sums up is no speech
        while first < len(marked) and marked[first].end <= sentence.start:
            first += 1
        last = first
        while last < len(marked) and marked[last].start < sentence.end:
            last += 1
        quoted = marked[first:last]
        for token in sentence.tokens:
            if quoted and any(m.start <= token.start < m.end for m in quoted):
                continue
            found = _of_verb(token) or _of_noun(token) or _according(token)
            if found is not None:
                yield found


def _of_verb(verb: Token) -> tuple[int, int, Frame, bool] | None:
    forms = forms_of(verb)
    if not forms or (verb.tag in ("VBG", "VBN") and "quote" not in forms and verb.child("nsubj", "aux") is None):
        return None  # `wanting to leave`: a thought that nobody told
    content = _content(verb, forms)
    if content is None or _after_break(verb, content):
        return None
    span = _span(content, verb)
    told = frame(verb)
    if span is None or told.speaker is None:
        return None
    if told.start is not None and told.start >= span[0] and (told.end or 0) <= span[1]:
        return None
    return *span, told, _is_statement(verb, content)


def _in_relative(verb: Token) -> bool:
    """Whether a verb stands in a clause that a relative word opens; a parser also hangs the first clause on a dateline."""
    return verb.dep == "relcl" and any(t.tag in ("WDT", "WP", "WRB") for t in verb.subtree() if t.i < verb.i)


def _after_break(verb: Token, content: Token) -> bool:
    """Whether a colon or semicolon parts a clause from the verb that the parser hung it on: it is a statement of its own."""
    if content.dep != "ccomp":
        return False
    if content.i > verb.i:
        between = verb.sentence.tokens[verb.i + 1 : content.i]
        return any(t.text == ";" for t in between)
    return any(t.text in ";:" for t in verb.sentence.tokens[content.i + 1 : verb.i])


def _is_statement(verb: Token, content: Token) -> bool:
    """Whether a verb of speech has a clause of its own for object: `said that ...`, `promised to ...`, not `proposed talks`.

    That somebody asks not to be named says nothing of the matter.
    """
    if verb.lemma not in cues().speech or content.dep not in ("ccomp", "xcomp") or not content.is_verb:
        return False
    if _in_relative(verb) or min(content.subtree(), key=lambda t: t.i).tag == "WP":
        return False  # `announced what it called ...`, `a text in which both promise to ...`
    if content.dep == "xcomp":
        unnamed = content.child("auxpass") is not None and content.child("neg") is not None
        return not unnamed and any(c.dep == "aux" and c.lower == "to" for c in content.children)
    return content.child("nsubj", "nsubjpass", "expl", "csubj") is not None


def _content(verb: Token, forms: frozenset[str]) -> Token | None:
    """The head of what is said."""
    if "clause" in forms and (found := verb.child("ccomp")) is not None:
        return found
    if (
        "inf" in forms
        and (found := verb.child("xcomp")) is not None
        and any(c.dep == "aux" and c.lower == "to" for c in found.children)
    ):
        return found
    for form in ("of", "for", "on", "as"):
        if form in forms:
            for prep in verb.childs("prep"):
                if prep.lower == form:
                    return prep.child("pcomp", "pobj")
    if "object" in forms:
        return verb.child("dobj")
    return None


def _span(content: Token, verb: Token) -> tuple[int, int] | None:
    """The words of what is said: all below its head on its side of the verb, without outer marks."""
    below = [t for t in content.subtree() if (t.i < verb.i) == (content.i < verb.i)]
    others = {
        t.i
        for child in verb.children
        if child is not content and child.dep in ("nsubj", "nsubjpass")
        for t in child.subtree()
    }
    others |= {t.i for further in _further_acts(content) for t in further.subtree()}
    tokens = [t for t in below if t.i not in others]
    if content.i < verb.i:
        tokens = _run(tokens, content)
    tokens = _trimmed(_past_dateline(tokens))
    if len(tokens) < (_SHORTEST_TO if tokens and tokens[0].lower == "to" else _SHORTEST):
        return None
    return tokens[0].start, tokens[-1].end


def _further_acts(content: Token) -> list[Token]:
    """Verbs in the past that a parser joined to what will be: `said it would wait and proposed a date`; the speaker's next act."""
    if content.tag != "VB" or content.child("aux") is None:
        return []
    return [t for t in content.childs("conj") if t.tag == "VBD" and t.child("nsubj", "nsubjpass", "aux") is None]


def _trimmed(tokens: list[Token]) -> list[Token]:
    """The row without outer marks; quotation marks stay where the other of the pair stands inside."""
    first, last = 0, len(tokens)
    while first < last and tokens[first].lower in _TRIMMED:
        if tokens[first].text in _QUOTES and _paired(tokens[first:last]) and tokens[last - 1].text not in _QUOTES:
            break
        first += 1
    while first < last and tokens[last - 1].lower in _TRIMMED:
        if tokens[last - 1].text in _QUOTES and _paired(tokens[first:last]):
            break
        last -= 1
    return tokens[first:last]


def _paired(tokens: list[Token]) -> bool:
    """Whether every quotation mark in a row has its other."""
    return sum(t.text in _QUOTES for t in tokens) % 2 == 0


def _past_dateline(tokens: list[Token]) -> list[Token]:
    """The row after `SEOUL (Agency) -`, where a sentence begins so."""
    if not tokens or tokens[0].i > 0 or not tokens[0].text.isupper() or len(tokens[0].text) < 3:
        return tokens
    dash = next((n for n, t in enumerate(tokens[:_DATELINE]) if t.text in ("-", "--", "—", "–")), None)
    return tokens if dash is None else tokens[dash + 1 :]


def _run(tokens: list[Token], content: Token) -> list[Token]:
    """The unbroken row of tokens around the head."""
    at = tokens.index(content)
    left = right = at
    while left > 0 and tokens[left].i - tokens[left - 1].i == 1:
        left -= 1
    while right + 1 < len(tokens) and tokens[right + 1].i - tokens[right].i == 1:
        right += 1
    return tokens[left : right + 1]


def _of_noun(noun: Token) -> tuple[int, int, Frame, bool] | None:
    """`its claim that the road was open`."""
    if not noun.is_noun or noun.lemma not in cues().nouns:
        return None
    content = noun.child("acl")
    if content is None or content.child("mark") is None:
        return None
    span = _span(content, noun)
    owner = noun.child("poss")
    if span is None or owner is None:
        return None
    return *span, frame_with(noun, owner), False


def _according(token: Token) -> tuple[int, int, Frame, bool] | None:
    """`..., according to X`: the rest of the sentence is what X says."""
    if token.lower != "according":
        return None
    sentence = token.sentence
    to = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence.tokens) else None
    who = to.child("pobj") if to is not None and to.lower == "to" else None
    if to is None or who is None:
        return None
    start, end = phrase(who)
    told = Frame(token, who, start, end)
    last = max(who.subtree(), key=lambda t: t.i)
    span = _rest(sentence, token, last)
    return None if span is None else (*span, told, who.lemma not in cues().faceless)


def _rest(sentence: Sentence, first: Token, last: Token) -> tuple[int, int] | None:
    """The words before the phrase, or those after it where the sentence begins with it."""
    tokens = sentence.tokens[: first.i] if first.i > 2 else sentence.tokens[last.i + 1 :]
    tokens = _trimmed(_past_dateline(tokens))
    return (tokens[0].start, tokens[-1].end) if len(tokens) >= _SHORTEST else None
