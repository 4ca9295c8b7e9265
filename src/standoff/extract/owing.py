"""Who owes what is owed, where the words name who does not get it: `cut off Chad over unpaid bills`, `is owed it by Chad`."""

from collections.abc import Callable, Iterator

from standoff.actor_ids import party_of
from standoff.extract.events.clause import passive
from standoff.lexicon.clauses import clause_words
from standoff.model import ActorRef
from standoff.parse import Sentence, Token

_ABOVE = 8  # words between what is owed and the verb
Party = Callable[[Token], ActorRef | None]


def debtor(clue: Token, creditor: Callable[[Token], Token | None], party: Party) -> tuple[bool, ActorRef | None]:
    """Whether the words say that the subject is not who owes, and who does where they tell.

    Args:
        clue: the word for what is owed.
        creditor: finds the subject of a verb.
        party: the known party that a word stands for.
    """
    if clue.is_verb:
        if not passive(clue):
            return False, None
        agents = (t for by in clue.childs("agent", "prep") if by.lower == "by" for t in by.childs("pobj"))
        return True, next((ref for t in agents if (ref := party(t)) is not None), None)
    verb = _done_over(clue)
    if verb is None:
        return False, None
    subject = creditor(verb)
    mine = party(subject) if subject is not None else None
    others = (party(t) for t in _between(verb, clue))
    return True, next(
        (ref for ref in others if ref is not None and (mine is None or party_of(ref.id) != party_of(mine.id))), None
    )


def _done_over(clue: Token) -> Token | None:
    """The verb of what somebody did because of it."""
    token, because = clue, False
    for _ in range(_ABOVE):
        head = token.head
        if head is None:
            return None
        because = because or bool({head.lower, head.lemma} & clause_words("over_what"))
        if head.is_verb and head.lemma != "cite":
            return head if because else None
        token = head
    return None


def _between(verb: Token, clue: Token) -> Iterator[Token]:
    """The nouns from the verb to what is owed."""
    sentence: Sentence = verb.sentence
    yield from (t for t in sentence.tokens[verb.i + 1 : clue.i] if t.is_noun)
