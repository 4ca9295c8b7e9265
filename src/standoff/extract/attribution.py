"""Who said a stretch between marks: the cue after it, before it or above it in the tree, and the words for the speaker."""

from standoff.extract.leads import MARK_CHARS as _MARK_CHARS
from standoff.extract.leads import QUOTE_MARKS as _QUOTE_MARKS
from standoff.extract.leads import Marks, according_to, labelled, led_by, signed_after, spelt_before
from standoff.extract.marks import Marked
from standoff.extract.speakers import Frame, frame, frame_with, is_cue, named_after, phrase, speaker_of
from standoff.lexicon.cues import cues
from standoff.lexicon.lemmas import lemma
from standoff.parse import Parsed, Sentence, Token

SCARE = 3
"""Words: what is shorter and has no cue was not said."""
_REACH = 16  # tokens between a quotation and its cue
_FAR = 45  # tokens between a quotation and the cue of the name right after it
_RUN = 8  # tokens of a speaker between a quotation and the cue
_NEXT_TO = 40  # characters between a quotation and a cue right after it
_NEXT_CUE = 8  # tokens of a sentence after a quotation that may hold its cue
_NEXT_ACCORDING = 4  # tokens of a sentence after a quotation that begin with `according to`
_BRIEF = 6  # tokens of a sentence that says no more than who spoke
_GAP = 12  # characters between a colon and the quotation it leads to
_AGED = 4  # tokens of `34-year-old` before its last
_PARTICLES = frozenset({"in", "up", "out", "back", "on", "off"})
_ONES = frozenset({"one", "another", "some", "many", "others", "both"})
_AS = 8  # characters after a quotation
_CITING = frozenset({"cite", "quote"})
_NO_LEAD = ("WRB", "CC", "IN", "WP", "WDT")


def find_frame(parsed: Parsed, first: Sentence, mark: Marked, inside: Marks) -> Frame | None:
    """The cue for a quotation, with who speaks; `first` is the sentence in which it begins."""
    text = parsed.page.text
    final = parsed.sentence_at(mark.end - 1) or first
    following = parsed.sentences[final.index + 1] if final.index + 1 < len(parsed.sentences) else None
    if following is not None and following.paragraph != final.paragraph:
        following = None
    ends = text[mark.end - 1]
    comma = ends in ",?!" or text[mark.end + 1 : mark.end + 2] == ","
    whole = text[mark.start].isupper() and (ends in ",.!?…" or comma)
    short = len(text[mark.start : mark.end].split()) <= SCARE
    above = _cue_above(first, mark, inside, short=short)
    if not whole and short and not comma:
        return above
    lead = _lead(text, mark)
    if lead.endswith(":") and (named := labelled(first, mark, inside)) is not None:
        return named
    before = _cue_before(text, first, mark, inside)
    after = _cue_after(text, final, following, mark, inside, brief=whole and not comma)
    if before is not None and text[mark.end : mark.end + _AS].strip(_MARK_CHARS + ",").startswith("as "):
        after = None  # `they chanted “...” as he spoke`
    if not whole:
        return above or before or after or led_by(first, mark, inside)
    if before is not None and lead.endswith((",", ":")) and (not _close(after, mark) or _leads(before, text, mark)):
        return before
    led = led_by(first, mark, inside) if lead.endswith((",", ":", "—", "–", " -")) else None
    return after or before or led or above or spelt_before(text, first, mark) or signed_after(parsed, mark)


def _leads(told: Frame, text: str, mark: Marked) -> bool:
    """Whether a cue with its speaker before it stands right before a quotation: `somebody shouted, “...”`."""
    return (told.end or mark.end) <= told.cue.start and text[told.cue.end : mark.start].strip(_MARK_CHARS) in (",", ":")


def _lead(text: str, mark: Marked) -> str:
    """The last characters before a quotation, without its mark."""
    return text[max(0, mark.start - _GAP) : mark.start].rstrip(_MARK_CHARS)


def _close(told: Frame | None, mark: Marked) -> bool:
    """Whether a cue stands right after a quotation."""
    return told is not None and told.cue is not None and told.cue.start - mark.end < _NEXT_TO


def _cue_after(
    text: str, sentence: Sentence, following: Sentence | None, mark: Marked, inside: Marks, *, brief: bool
) -> Frame | None:
    """`“...,” said X`, `“...?” X asked`; the parser may have begun a new sentence after the mark.

    `brief`: the quotation ends with a full stop, and only a sentence that says no more than `X said.` belongs to it.
    """
    tokens = [t for t in sentence.tokens if t.start >= mark.end and t.text not in _QUOTE_MARKS]
    if not tokens:
        tokens = _next_tokens(text, following, mark)
    if not tokens or (brief and len(tokens) > _BRIEF):
        return None
    worded = [t.lower for t in tokens[:4] if t.text != ","][:3] == ["in", "the", "words"]
    if tokens[0].tag in _NO_LEAD and tokens[0].lower not in ("as", "according") and not worded:
        return None
    return _near_cue(tokens, mark, inside) or _far_cue(tokens)


def _near_cue(tokens: list[Token], mark: Marked, inside: Marks) -> Frame | None:
    """The cue among the next words after a quotation."""
    for token in tokens[:_REACH]:
        if inside.hold(token) or token.text in ";:.":
            return None
        if token.text == "," and token is not tokens[0] and not _apposed(token):
            return None
        if (is_cue(token) and (token.dep != "amod" or token is tokens[0])) or _looks_like_cue(token):
            if (cited := _cited(token)) is not None:
                return cited
            return _run(tokens, token) or frame_with(token, _beside(token, mark, inside))
        if token.lower == "according" and token.i + 1 < len(token.sentence.tokens):
            return according_to(token)
        if token.lower == "words" and (of := token.child("prep")) is not None and of.lower == "of":
            who = of.child("pobj")  # `“...,” in the words of one senator`
            return frame_with(token, who) if who is not None else None
    return None


def _cited(cue: Token) -> Frame | None:
    """Whom a paper quotes: `“...,” the agency quoted a diplomat as saying`."""
    thing, link = cue.child("dobj"), cue.child("prep")
    if cue.lemma not in _CITING or thing is None or link is None or link.lower != "as" or thing.i < cue.i:
        return None
    return frame_with(cue, thing) if link.child("pcomp") is not None else None


def _far_cue(tokens: list[Token]) -> Frame | None:
    """The cue of the name right after a quotation, with a long apposition between: `“...,” Lee, the mayor of ..., said.`"""
    row = [t for t in tokens[:_RUN] if t.text != ","][:_RUN]
    named = next(
        (n for n, t in enumerate(row) if t.tag not in ("NNP", "NNPS", "NN", "NNS", "DT", "JJ", "PRP$")), len(row)
    )
    names = [t for t in row[:named] if t.is_noun and t.dep != "compound"]
    for token in tokens[:_FAR] if names else ():
        if not is_cue(token):
            continue
        who = token.child("nsubj")
        if who in names:
            return frame_with(token, who)
        if who is None and token.tag in ("VBD", "VBZ") and token.sentence.tokens[token.i - 1].text == ",":
            return frame_with(token, names[-1])  # `“...,” Lee, wearing a green hat, said`
    return None


def _looks_like_cue(token: Token) -> bool:
    """Whether a word tagged as a noun is a verb of speech between a speaker and the end: `Lee answers.`, `the letter read, “...”`"""
    forms = {form for tag in ("VBZ", "VBD") for form in cues().forms.get(lemma(token.lower, tag), ())}
    if token.tag not in ("NNS", "NN") or token.i == 0 or "quote" not in forms:
        return False
    tokens = token.sentence.tokens
    if tokens[token.i - 1].tag in ("NNP", "NNPS", "PRP"):
        return token.i + 1 >= len(tokens) or tokens[token.i + 1].text in ".,;"
    leads = [t.text for t in tokens[token.i + 1 : token.i + 3]]
    return tokens[token.i - 1].is_noun and len(leads) > 1 and leads[0] == "," and leads[1] in _QUOTE_MARKS


def _apposed(comma: Token) -> bool:
    """Whether a comma may stand inside a speaker: `said X`, `X, a spokesman, said`."""
    head = comma.head
    return head is not None and (head.is_noun or head.is_verb)


def _next_tokens(text: str, following: Sentence | None, mark: Marked) -> list[Token]:
    """The tokens of the sentence after the mark where it is short and tells who spoke: `Kim asked.`"""
    if following is None or following.start < mark.end or text[mark.end : following.start].strip(_MARK_CHARS):
        return []
    if any(t.lower == "according" for t in following.tokens[:_NEXT_ACCORDING]):
        return following.tokens
    cue = next((t for t in following.tokens[:_NEXT_CUE] if is_cue(t)), None)
    if cue is None or cue.child("ccomp", "xcomp") is not None:
        return []
    return following.tokens


def _run(tokens: list[Token], cue: Token) -> Frame | None:
    """The words between a quotation and the cue where they are one name or noun phrase: `the ministry's spokesman said`."""
    row = [t for t in tokens if t.i < cue.i]
    if row and row[0].text == ",":
        row = row[1:]
    comma = next((n for n, t in enumerate(row) if t.text == ","), len(row))
    row = row[:comma]
    while row and row[-1].tag in ("RB", "MD", "VBD", "VBZ", "VBP") and row[-1].dep in ("advmod", "aux", "auxpass"):
        row = row[:-1]
    ends = row and (row[-1].is_noun or row[-1].tag in ("PRP", "CD", ")", "-RRB-") or _aged(row))
    if not ends or len(row) > _RUN:
        return None
    if any(t.is_verb and not t.tag.startswith(("VBG", "VBN")) for t in row):
        return None
    heads = [t for t in row if t.is_noun or t.tag == "PRP"]
    head = row[-1] if _aged(row) else heads[-1] if heads else row[-1]
    named = named_after(head) or named_after(heads[0] if heads else head)
    return Frame(cue, head, row[0].start, max(row[-1].end, named.end if named is not None and named.i < cue.i else 0))


def _aged(row: list[Token]) -> bool:
    """Whether a row of words ends in an age: `the 34-year-old`."""
    return len(row) > _AGED and row[-1].lower == "old" and row[-3].lower == "year"


def _beside(cue: Token, mark: Marked, inside: Marks) -> Token | None:
    """The speaker of a cue after a quotation: its subject, else the noun right after or before the verb."""
    who = cue.child("nsubj") or speaker_of(cue)
    if who is not None and not inside.hold(who) and (who.start > mark.end or abs(who.i - cue.i) < _REACH):
        return who
    tokens = cue.sentence.tokens
    for token in tokens[cue.i + 1 : cue.i + 8]:
        if token.i == cue.i + 1 and token.lower in _PARTICLES:
            continue  # "chimed in her neighbour"
        if token.tag == "IN" or token.text in ",.;":
            break
        if token.lower in _ONES and token.dep in ("nummod", "det") and token.i + 1 < len(tokens):
            continue  # `shouted one driver`
        named = token.is_noun or token.tag == "PRP" or token.lower in _ONES
        if named and token.dep != "compound" and not inside.hold(token):
            return token
    for token in reversed(tokens[max(0, cue.i - 6) : cue.i]):
        if token.start < mark.end and token.end > mark.start:
            break
        if token.is_noun or token.tag == "PRP":
            return token
    return None


def _cue_before(text: str, sentence: Sentence, mark: Marked, inside: Marks) -> Frame | None:
    """`X said, “...”`, `X told reporters that the plan was “...”`; `X went on:` may be a sentence or a paragraph before."""
    tokens = [t for t in sentence.tokens if t.end <= mark.start]
    if not [t for t in tokens if t.text not in _QUOTE_MARKS]:
        if not _lead(text, mark).endswith((":", ",")):
            return None
        earlier = [s for s in inside.sentences if s.end <= mark.start]
        tokens = earlier[-1].tokens if earlier else []
    for token in reversed(tokens[-_REACH:]):
        if inside.hold(token) or not is_cue(token):
            continue
        found = frame(token)
        if found.speaker is None or not inside.hold(found.speaker):
            return _out_of_brackets(found)
        subjects = [t for t in tokens if t.dep == "nsubj" and t.i < token.i and not inside.hold(t)]
        if subjects:
            return frame_with(token, subjects[0])
        if (run := _run_before(token, inside)) is not None:
            return run
    return None


def _run_before(cue: Token, inside: Marks) -> Frame | None:
    """The noun phrase right before a cue whose subject the parser sought among the quoted words."""
    for token in reversed(cue.sentence.tokens[max(0, cue.i - _RUN) : cue.i]):
        if token.is_noun and not inside.hold(token):
            return Frame(cue, token, *phrase(token))
    return None


def _out_of_brackets(told: Frame) -> Frame:
    """The frame with the name before a bracket for speaker: `Gov. Ann Lee (R-OH) said`."""
    who = told.speaker
    if who is None:
        return told
    tokens = who.sentence.tokens
    opened = next((t.i for t in reversed(tokens[: who.i]) if t.text in ("(", ")")), None)
    if opened is None or tokens[opened].text != "(" or opened == 0 or not tokens[opened - 1].is_noun:
        return told
    return frame_with(told.cue, tokens[opened - 1])


def _cue_above(sentence: Sentence, mark: Marked, inside: Marks, *, short: bool) -> Frame | None:
    """The cue that governs quoted words: the nearest verb of speech above them in the tree."""
    for token in sentence.tokens:
        if not mark.start <= token.start < mark.end:
            continue
        if token.head is not None and mark.start <= token.head.start < mark.end:
            continue
        for above in token.ancestors():
            if inside.hold(above):
                continue
            if above.lemma in cues().nouns and (owner := above.child("poss")) is not None and not inside.hold(owner):
                return frame_with(above, owner)  # `rejected her claim that it was “rigged”`
            if is_cue(above, short=short):
                return frame(above)
            for aside in above.childs("parataxis"):
                if is_cue(aside) and not inside.hold(aside) and aside.end < mark.start:
                    return frame(aside)  # `the ad, she countered, is “fiction”`
    return None
