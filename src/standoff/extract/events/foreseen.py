"""What those who speak only foresee of others, whom they leave unnamed: `the union said that 90 jobs would be cut`."""

from collections.abc import Sequence

from standoff.extract.events.clause import objects, passive, subject
from standoff.extract.events.coder import Coder
from standoff.extract.events.threatening import bystanders
from standoff.model import ActorRef
from standoff.parse import Token


def foreseen(clause: Token, teller: Token | None, speaker: Sequence[ActorRef], coder: Coder) -> bool:
    """Whether what is to be done is not for those to do who say so: nobody is said to do it, and they watch or work there."""
    if not passive(clause) or subject(clause) is not None:
        return False
    if bystanders(speaker, coder.lexicon.words["bystanders"]):
        return True
    if clause.lemma == "lose":
        return only_watches(teller, speaker, coder, of_loss=True)
    if not only_watches(teller, speaker, coder):
        return False
    match = coder.matcher.verb(clause)
    if match is None or match.sense.type != "SANCTION":
        return False
    done_to = objects(clause)
    theirs = any(c.tag == "PRP$" for t in done_to for c in t.children)
    return not theirs and coder.matcher.classes.any_of(done_to, ("@workers", "@of_employers"))


def only_watches(teller: Token | None, speaker: Sequence[ActorRef], coder: Coder, *, of_loss: bool = False) -> bool:
    """Whether those who speak of a firm's people and plants do not lead it: analysts, unions, those at work.

    `of_loss`: jobs are told to go, and not who takes them: officials, who may take some, foresee that, too.
    """
    if bystanders(speaker, coder.lexicon.words["bystanders"]):
        return True
    others = ("@workers", "@official", "@officials") if of_loss else ("@workers",)
    return teller is not None and coder.matcher.classes.any_of([teller], others)
