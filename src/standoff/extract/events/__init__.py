"""Parsed -> events: who did what to whom, from the dependency parse and the action lexicon."""

from standoff.extract.actors import Actors
from standoff.extract.draft import Draft
from standoff.extract.events.about import about
from standoff.extract.events.coder import Coder
from standoff.extract.events.crowds import of_the_crowd
from standoff.extract.events.dated_nouns import dated_nouns
from standoff.extract.events.ended_with import ended_with, without_result
from standoff.extract.events.finish import finish_events
from standoff.extract.events.flowing import flowing
from standoff.extract.events.implied import imply
from standoff.extract.events.likewise import likewise
from standoff.extract.events.page import whole_page
from standoff.extract.events.picked_out import picked_out
from standoff.extract.events.sentence import code_sentence
from standoff.extract.events.settled import settle
from standoff.extract.events.standing import standing
from standoff.lexicon.actions import actions
from standoff.parse import Parsed


def find_events(parsed: Parsed, actors: Actors) -> list[Draft]:
    """The events that a page's title, story and captions tell, not yet dated."""
    coder = Coder(actions(), actors)
    drafts: list[Draft] = []
    for sentence in parsed.sentences:
        found = code_sentence(coder, sentence)
        coder.roles.remember(sentence, found)
        drafts += found
        sentence.answers.clear()  # kept, they would cost the garbage collector more than they save
    drafts = without_result(whole_page(drafts, actors))
    drafts += ended_with(coder, drafts)
    drafts += dated_nouns(coder, parsed.sentences, drafts)
    drafts += picked_out(coder, parsed.sentences)
    drafts += standing(coder, parsed.sentences, drafts)
    drafts += likewise(coder, parsed.sentences, drafts)
    drafts = flowing(coder, parsed.sentences, drafts)
    of_the_crowd(drafts)
    settle(drafts)
    drafts = imply(drafts, parsed.sentences, actors, coder.roles.sides)
    about(drafts, actors)
    return drafts


__all__ = ["find_events", "finish_events"]
