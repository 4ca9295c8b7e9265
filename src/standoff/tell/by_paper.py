"""The state of a thing that one may use by licence: fishing grounds, waters, a trade by permit or visa.

Nothing there is shut by a gate. Who hands out some licences lets some in, who puts his limits off lets all in as before, who
refuses, withdraws or cuts them keeps some out; a ship that is held, or a port elsewhere that is shut, changes nothing.
"""

from standoff.lexicon.senses import marked
from standoff.lexicon.state_acts import word_class
from standoff.lexicon.stems import stems
from standoff.record.rows import MergedEvent
from standoff.tell.disputed import Brought, Thing, after, words_before


def state_by_paper(event: MergedEvent, thing: Thing) -> Brought | None:
    """The state that an act on licences and limits brings about; None where it is about neither."""
    senses = frozenset(word for m in event.members for word in m.event.rule.split())
    said = frozenset[str]().union(*(after(m) | words_before(m) for m in event.members)) | stems(event.object)
    if not _about(event, thing, said):
        return None
    every = bool(said & word_class("whole"))
    if senses & marked("limits_put_off"):
        return "open", 0.9, False
    if senses & marked("paper_given") and said & word_class("permits"):
        return ("open" if every else "restricted"), 0.7, False
    if senses & marked("paper_refused") or (event.type == "REJECT" and said & word_class("permits")):
        return ("shut" if every else "restricted"), 0.8, False
    return None


def _about(event: MergedEvent, thing: Thing, said: frozenset[str]) -> bool:
    """A report names the thing or papers, or stands on a page whose title or beginning does, and is on no passage elsewhere."""
    on_it = thing.in_sentence(event) or any(thing.named(m.where.document.title) for m in event.members)
    return (on_it or bool(said & word_class("permits"))) and not thing.other_kind(event.object)
