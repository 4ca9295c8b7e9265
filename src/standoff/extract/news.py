"""Whether what a clause tells is the page's news, so that its day may stand in where the text names none."""

from collections.abc import Sequence

from standoff.extract.tense import clause_of, joined_to, tense_of
from standoff.lexicon.clauses import clause_words
from standoff.parse import Token

QUOTE_MARKS = ('"', "“", "‘", "«")
_LEAD = 2  # paragraphs in which a present or perfect is fresh news
_BODY = 3  # paragraphs after which a deed without a time is rather background than news
ARGUMENTS = frozenset(("nsubj", "nsubjpass", "dobj", "attr", "dative", "oprd", "compound", "amod", "nmod", "poss"))


def top_verb(anchor: Token, trigger: Sequence[Token]) -> Token:
    """The verb of a trigger that stands highest in the tree: `said` in `said it would look into`; else the anchor."""
    verbs = [t for t in trigger if t.is_verb and t.dep not in ("aux", "auxpass")]
    return min((anchor, *verbs), key=lambda t: (sum(1 for _ in t.ancestors()), t.i))


def is_news(anchor: Token, *, paragraph: int) -> bool:
    """True for a main clause of the past, a title, in the lead also the perfect and the present.

    `paragraph` counts from the first of the story.
    """
    clause = clause_of(anchor)
    while clause.dep == "xcomp" and clause.head is not None:
        clause = clause_of(clause.head)  # `has had to leave`, `began selling`
    tense = tense_of(clause)
    if anchor.sentence.part == "title":
        return tense not in ("future", "infinitive")
    lead = paragraph < _LEAD
    if is_reported(clause):
        return lead and tense in ("past", "past_perfect", "present_perfect")
    if not _main(clause):
        return False
    if not anchor.is_verb and anchor is not clause and anchor.dep not in ARGUMENTS:
        return False
    if tense == "present" and is_told_after(clause) and anchor.sentence.text.startswith(QUOTE_MARKS):
        return False  # `"Melda closes the tap and complains of thirst," he said`
    if clause.lemma in clause_words("speech_verbs"):
        return tense in ("past", "present") or (tense == "present_perfect" and lead)
    if paragraph >= _BODY:
        return False
    return tense == "past" or (lead and tense in ("present", "present_perfect"))


def is_reported(clause: Token) -> bool:
    """True for what somebody said to have happened: `said on Wednesday it had bought the port`."""
    head = clause.head
    if clause.dep != "ccomp" or head is None or head.lemma not in clause_words("speech_verbs") or head.i > clause.i:
        return False
    return _main(clause_of(head))


def is_announced(clause: Token) -> bool:
    """True for what somebody announced to have happened, also in a clause: `on Friday, when it announced that it had agreed`."""
    head = clause.head
    if head is None or head.i > clause.i or tense_of(clause) != "past_perfect":
        return False
    if clause.dep != "ccomp" and not (clause.dep == "advcl" and any(c.lower == "that" for c in clause.childs("mark"))):
        return False
    return head.lemma in clause_words("announcing_what_was_done") or made_known_by(clause) is not head


def made_known_by(clause: Token) -> Token | None:
    """The verb that tells what a clause says: `let` of `On Friday it let it be known that it had agreed`."""
    head = clause.head
    if head is None or head.lower != "known" or head.dep not in ("ccomp", "acomp", "oprd") or head.head is None:
        return head
    return head.head if head.head.lemma in clause_words("making_known") else head


def is_told_after(clause: Token) -> bool:
    """True for what comes before its speaker: `Members have backed a strike, officials said on Monday`."""
    head = clause.head
    return (
        clause.dep == "ccomp"
        and head is not None
        and head.lemma in clause_words("speech_verbs")
        and head.i > clause.i
        and head.head is None
    )


def content_of(verb: Token) -> Token | None:
    """What comes before the verb of who says so: `stopped` of `The gas stopped on Tuesday, officials said`."""
    if verb.lemma not in clause_words("speech_verbs") or verb.head is not None:
        return None
    return next((c for c in verb.childs("ccomp") if c.i < verb.i and is_told_after(c)), None)


def is_going_on(clause: Token) -> bool:
    """True for the past of what goes on: `that it was suspending deliveries`."""
    return clause.tag == "VBG" and tense_of(clause) == "past"


def said_stance(anchor: Token) -> Token | None:
    """The verb by which somebody tells what he is ready to do or what he thinks of it: `said on Monday that it welcomed the truce`."""
    clause = clause_of(anchor)
    if clause.dep != "ccomp" or tense_of(clause) != "past":
        return None
    stance = clause.child("acomp") if clause.lemma == "be" else None
    own = clause.child("nsubj")
    takes = clause.lemma in clause_words("taking_stance") and own is not None and own.tag == "PRP"
    if not takes and (stance is None or stance.lower not in clause_words("minded")):
        return None
    return clause.head if clause.head is not None and clause.head.lemma in clause_words("speech_verbs") else None


def is_after(clause: Token) -> bool:
    """True for a clause that went before the one it hangs on: `after members rejected it`, `after rejecting it`."""
    for token in (clause, *clause.ancestors()):
        if token.dep == "advcl" and any(c.dep == "mark" and c.lower == "after" for c in token.children):
            return True
        if token.dep == "pcomp" and token.head is not None and token.head.lower == "after":
            return True
    return False


def is_before(clause: Token) -> bool:
    """True for a main clause with `before it had ...`: what it tells lies before the news."""
    return any(
        (tense_of(c) == "past_perfect" or c.lower == "had")
        and any(m.dep == "mark" and m.lower == "before" for m in c.children)
        for c in clause.childs("advcl")
    )


def comes_after(noun: Token) -> bool:
    """Whether a clause tells what came after words that were spoken: `rose after a promise by Chad to pay`, `followed a threat by Chad`."""
    above = noun.head
    if above is None or any(c.lower in ("any", "no", "such") for c in noun.childs("det", "amod")):
        return False
    if noun.dep == "dobj":
        return above.lemma == "follow" and above.tag == "VBD"
    return (
        noun.dep == "pobj"
        and above.lower in ("after", "following")
        and above.head is not None
        and above.head.tag != "VB"
    )


def _main(clause: Token) -> bool:
    """A main clause, one coordinated with it, one that a speaker is named after, a participle or `while` beside it."""
    while clause.head is not None:
        head = clause.head
        if clause.dep == "conj":
            clause = clause_of(joined_to(clause) or head)
        elif clause.dep == "parataxis" or (clause.dep in ("advcl", "xcomp") and clause.tag == "VBG"):
            clause = clause_of(head)
        elif clause.dep == "advcl" and clause.i > head.i and clause.has_child(("while",), "mark"):
            clause = clause_of(head)  # `Chad opened the gate, while in Accra the council turned down a plea`
        elif clause.dep == "ccomp" and head.lemma in clause_words("speech_verbs") and head.i > clause.i:
            clause = clause_of(head)  # `The port was sold, its owner said.`
        else:  # or the parser took the subject for the head of the sentence
            return clause.dep == "acl" and clause.tag == "VBD" and head.head is None and head.is_noun
    return True
