"""What somebody goes somewhere or writes for: `flew to Rome to meet the pope`, `wrote to the council to ask for observers`."""

from standoff.lexicon.clauses import clause_words
from standoff.parse import Token


def errand(verb: Token) -> Token | None:
    """The verb of going or being somewhere that an infinitive of meeting gives the purpose of."""
    going = verb.head
    if going is None or not going.is_verb or verb.dep not in ("advcl", "xcomp") or verb.tag != "VB":
        return None
    if verb.lemma not in clause_words("sitting_down") or all(c.lower != "to" for c in verb.childs("aux")):
        return None
    if going.lemma == "be":
        return going if _somewhere(going) else None
    return going if going.lemma in clause_words("coming") and going.i < verb.i else None


def by_letter(verb: Token) -> bool:
    """Whether an infinitive of speaking says what somebody wrote to another for: `wrote to the council to ask for observers`."""
    writing = verb.head
    if writing is None or verb.dep not in ("advcl", "xcomp") or verb.tag != "VB" or writing.i > verb.i:
        return False
    return writing.lemma in clause_words("writing_to") and verb.lemma in clause_words("speech_verbs")


def due(going: Token) -> Token | None:
    """The adjective by which somebody is only to be somewhere: `due in Oslo`."""
    return going.child("acomp") if going.lemma == "be" else None


def _somewhere(being: Token) -> bool:
    """Whether a copula says where somebody is."""
    above = (being, *being.childs("acomp", "advmod"))
    return any(p.lower in ("at", "in") and p.child("pobj") is not None for t in above for p in t.childs("prep"))
