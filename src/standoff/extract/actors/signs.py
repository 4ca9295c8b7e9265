"""Signs by which pronouns and descriptions are told apart: pairs, envoys who meet, texts that speak, what a pronoun fits."""

from collections.abc import Set

from standoff.actor_ids import is_country, party_of, sector_of
from standoff.extract.actors.denoted import Denoted, is_plural, phrase_head
from standoff.extract.actors.names import Name
from standoff.lexicon.actors import ActorNoun, actor_nouns, no_names, realms, taking_up
from standoff.lexicon.clauses import clause_words
from standoff.lexicon.given_names import Pronoun
from standoff.parse import SUBJECTS, Sentence, Token

PLURAL_PRONOUNS = frozenset({"they", "them", "their", "themselves"})
_OF_MEN = frozenset({"he", "him", "his", "himself"})
_OF_WOMEN = frozenset({"she", "her", "hers", "herself"})
_TIME = frozenset({"time", "long", "longer", "hours", "days", "weeks", "months", "years", "while"})
ARGUMENTS = SUBJECTS | {"dobj", "pobj", "dative", "attr"}


def is_pair(head: Token) -> bool:
    """Whether a plural phrase speaks of two sides."""
    word = head.lemma.lower()
    if word not in clause_words("one_of_two") and head.lower not in ("both", "each", "two"):
        return False
    if any(c.dep == "prep" and c.lower == "of" for c in head.children):
        return False
    words = {c.lower for c in head.children if c.i < head.i} | {head.lower}
    if "each" in words and head.dep in SUBJECTS and not is_plural(head):
        return True
    if word == "party" and words == {"the", "parties"} and head.dep in SUBJECTS and head.head is not None:
        return head.head.lemma in clause_words("done_by_parties")  # the parties reached a deal
    return bool(words & {"two", "both"}) or (
        word in clause_words("other_sides") and "the" in words and "other" not in words
    )


def alone_at_talks(head: Token) -> bool:
    """Whether people of whom nothing is said meet, with nobody else: `officials then met at the bridge`."""
    verb = head.head
    if (
        head.dep not in SUBJECTS
        or verb is None
        or head.lemma.lower() not in clause_words("envoys")
        or not is_plural(head)
    ):
        return False
    if any(
        c.dep not in ("det", "amod") or (c.dep == "amod" and c.lower not in clause_words("ranks"))
        for c in head.children
    ):
        return False
    objects = verb.childs("dobj")
    if not (verb.lemma in clause_words("meeting_of_envoys") and (not objects or verb.lemma == "discuss")) and not any(
        o.lemma in clause_words("sittings") for o in objects
    ):
        return False
    around = [*verb.childs("prep"), *(p for o in objects for p in o.childs("prep"))]
    return all(p.lower not in ("with", "between", "among", "from") for p in around)


def leads_delegations(verb: Token) -> bool:
    """Whether a clause says of two that they head the delegations, without saying whose."""
    led = verb.child("dobj")
    if (
        led is None
        or verb.lemma not in ("chair", "head", "lead")
        or led.lemma.lower() not in clause_words("envoys") | {"team", "side"}
    ):
        return False
    return is_plural(led) and all(c.dep in ("det", "poss", "nummod") for c in led.children)


def met(sentence: Sentence) -> tuple[Token | None, list[Token]]:
    """Who meets or talks in a sentence, and with whom: its last verb of meeting's subject, the first verb's where it has none."""
    root = sentence.root
    if root is None or not root.is_verb:
        return None, []
    doer = root.child("nsubj")
    for verb in (root, *root.childs("conj")):
        own = verb.child("nsubj") or doer
        objects = verb.childs("dobj")
        talks = [o for o in objects if o.lemma in clause_words("sittings")]
        if verb.lemma in clause_words("meeting_of_envoys") or verb.lemma in clause_words("between_leaders") or talks:
            preps = [p for t in (verb, *talks) for p in t.childs("prep") if p.lower == "with"]
            found = [o for p in preps for o in p.childs("pobj")] + [o for o in objects if o not in talks]
            if found:
                return own, found
    return None, []


def is_one(found: tuple[Denoted, ...]) -> bool:
    """Whether several sides are one phrase in the singular: the joint committee."""
    return len(found) == 2 and all(d.noun is not None and not d.plural and d.start == found[0].start for d in found)


def opened_or_shut(pronoun: Token) -> bool:
    """Whether `it` is what somebody opens or shuts, which is no state: `closed the border; it reopened it in May`."""
    verb = pronoun.head
    if verb is None or verb.lemma not in clause_words("opening_or_shutting"):
        return False
    alone = verb.child("dobj", "ccomp", "xcomp") is None
    return pronoun.dep in ("dobj", "nsubjpass") or (pronoun.dep == "nsubj" and alone)


def is_text(head: Token, pronoun: Token) -> bool:
    """Whether `it` may go back to a text that speaks: the resolution, which bans or demands."""
    verb = pronoun.head
    if pronoun.lower != "it" or pronoun.dep not in SUBJECTS or verb is None or head.tag not in ("NN", "NNP"):
        return False
    return head.lemma.lower() in clause_words("texts") and verb.lemma in clause_words("said_by_texts")


def described_by(d: Denoted, noun: ActorNoun) -> bool:
    """Whether a noun may be used again for somebody: the same noun, or what his name says he is."""
    if d.plural or d.where:
        return False
    if noun.needs_owner:
        if noun.id in realms():
            return d.id in realms()[noun.id]
        return noun.id in ("country", "nation") and is_country(d.id) and len(d.id) == 3
    if d.noun == noun.id:
        return d.named or not d.id.startswith("NAMED:")
    sector = taking_up().get(noun.id)
    if (noun.kind == "person" and sector is None) or not d.named or d.person:
        return False
    if noun.id == "government":
        return is_country(d.id) and sector_of(d.id) in (None, "GOV")
    if noun.id in ("group", "organisation", "alliance", "bloc"):
        return (
            d.id.startswith("IGO")
            if noun.id in ("alliance", "bloc")
            else d.sector in ("REB", "CVL", "CRM", "LAB", "OPP")
        )
    return sector is not None and d.sector == sector


def beside(head: Token) -> list[Token]:
    """The other arguments of a phrase's verb: a description beside them means another, `Lumo sued the firm`."""
    verb = next((above for above in head.ancestors() if above.is_verb), None)
    if verb is None:
        return []
    named = [*verb.childs(*ARGUMENTS), *(t for prep in verb.childs("prep", "agent") for t in prep.childs("pobj"))]
    inside = {head, *head.ancestors()}
    return [t for t in named if t.is_noun and t not in inside]


def pronoun_of_person(word: str) -> Pronoun | None:
    """`he` or `she` of a pronoun for a man or a woman in any form.

    >>> pronoun_of_person("his"), pronoun_of_person("herself"), pronoun_of_person("its")
    ('he', 'she', None)
    """
    return "he" if word in _OF_MEN else "she" if word in _OF_WOMEN else None


def may_be_person(head: Token, name: Name | None, d: Denoted) -> bool:
    """Whether nothing speaks against a name being a person's: a subject of one to four words, of which nothing else is known."""
    if (
        name is None
        or name.kind != "proper"
        or head.tag != "NNP"
        or head.dep not in SUBJECTS
        or head.lower in no_names()
    ):
        return False
    return name.sector is None and len(name.tokens) < 5 and not (is_country(d.id) and party_of(d.id) == d.id)


def fits(word: str, d: Denoted, together: int, *, strict: bool) -> bool:
    """Whether a pronoun may stand for somebody; `strict`: only those that are certainly several."""
    if pronoun_of_person(word) is not None:
        return together == 1 and not d.plural and (d.human or d.person)
    if word in PLURAL_PRONOUNS:
        return d.plural or together > 1 or (not strict and d.named and not d.human)
    return together == 1 and not d.human and not d.plural


def pleonastic(it: Token) -> bool:
    """It is likely that, it was agreed that, it seems: nobody."""
    if it.dep == "expl":
        return True
    verb = it.head
    if verb is None or it.dep not in SUBJECTS:
        return False
    clause = any(c.dep in ("ccomp", "xcomp", "advcl", "csubj", "acl") and c.i > verb.i for c in verb.children)
    described = verb.child("acomp", "attr") is not None
    if verb.lower in ("is", "was", "'s", "be", "been", "were") and described:
        noun = verb.child("attr")
        if noun is not None and noun.is_noun and actor_nouns().get(noun.lower) is None:
            return True  # it is a quick end
        inner = verb.child("acomp", "attr")
        return clause or (
            inner is not None and any(c.dep in ("xcomp", "ccomp", "acl", "advcl") for c in inner.children)
        )
    if verb.lemma == "take" and any(c.lower in _TIME for c in verb.children):
        return True
    return verb.lemma in ("seem", "appear", "rain", "snow", "happen") or (it.dep == "nsubjpass" and clause)


def repeated(pronoun: Token, things: Set[str]) -> Token | None:
    """The same pronoun before it, with no other subject between: `against it for its test`, `it shut the gate; it sent guards`.

    `things`: pronouns for them.
    """
    family = next((f for f in (things, PLURAL_PRONOUNS, _OF_MEN, _OF_WOMEN) if pronoun.lower in f), None)
    subject = pronoun.dep in SUBJECTS
    if family is None or not (subject or pronoun.tag == "PRP$"):
        return None
    for token in reversed(pronoun.sentence.tokens[: pronoun.i]):
        if token.lower in family and (not subject or (token.dep in SUBJECTS and not pleonastic(token))):
            return token
        if token.dep in SUBJECTS or (token.tag == "NNP" and not subject):
            return None
    return None


def speaking(pronoun: Token) -> Token | None:
    """The subject of a clause of speaking around a pronoun that is no pronoun itself: `the mayor said we`."""
    for verb in pronoun.ancestors():
        subject = verb.child("nsubj", "nsubjpass")
        if (
            subject is not None
            and subject is not pronoun
            and subject.tag not in ("PRP", "PRP$")
            and verb.lemma in clause_words("speaking")
        ):
            return subject
    return None


def salience(head: Token) -> tuple[int, int]:
    """Main subjects first, then other subjects, then the rest; the later one first."""
    if head.dep in SUBJECTS:
        main = head.head is not None and head.head.head is None
        return (0 if main else 1, -head.i)
    return (2 if head.dep in ("dobj", "agent", "dative", "attr") else 3, -head.i)


def is_head(token: Token) -> bool:
    """Whether a token heads a noun phrase of its own."""
    if token.tag in ("JJ", "CD"):
        return token.dep in ARGUMENTS
    if not token.is_noun or (
        token.dep == "appos" and token.head is not None and token.head.is_noun and not token.children
    ):
        return False
    return phrase_head(token) is token and token.dep not in ("compound", "amod", "nummod", "nmod")
