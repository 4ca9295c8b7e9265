"""Whether a sentence says what a summary would say of it: who acts, and by which words."""

import re
from collections.abc import Iterable

from standoff.actor_ids import party_of
from standoff.lexicon.stems import COMMON
from standoff.lexicon.summaries import lemmas, saying_table, words_of
from standoff.model import ActorRef
from standoff.record.rows import EventMention, MergedEvent

JOINT = ("AGREE", "CONSULT", "COOPERATE", "SUPPORT")
NOUNS = (" noun", " nominal", " light", " occur")
"""How the rules end by which a noun tells an act: whose it is stands before it as an owner."""
OWNER = ("'s", "’s", "'", "’")
LINKS = ("and", "but", "or", "who", "which", "that")
BESIDE = 4
"""Words between a verb and whom it acts on."""
SHARED = 120
"""So far before a verb its subject may stand where another verb shares it."""
_WORD = re.compile(r"\w*")
_WORDS = re.compile(r"[^\W\d_]+")
_ASIDE = re.compile(r"\([^()]{0,60}\)|,[^,]{1,60},")
_BY = re.compile(r"\bby (?:the )?\Z")


def is_said(event: MergedEvent, mention: EventMention, entry: str) -> bool:
    """The sentence tells it by words that say what the phrases of a kind say, and names those who act and are acted on."""
    first = mention.where.start
    said = _WORDS.findall(mention.where.quote[mention.event.start - first : mention.event.end - first].lower())
    known, light = words_of(entry), saying_table().light
    meant = [word for word in said if len(word) > 2 and word not in COMMON and not lemmas(word) & light]
    if not any(lemmas(word) & known for word in said) or not all(lemmas(word) & known for word in meant):
        return False
    if not (names_doers(event, mention) and _names(event.recipients, mention.event.recipients, mention)):
        return False
    if not _has_words(event, mention):
        return False
    return event.type in JOINT or (_acts(mention) and _is_acted_on(mention))


def is_subject(mention: EventMention, start: int) -> bool:
    """Who acts stands right before a place in the sentence, as the subject of what follows."""
    quote, first = mention.where.quote, mention.where.start
    before = [a for a in mention.event.actors if first <= a.start < first + start]
    if any({*quote[: a.end - first].lower().split()[-3:]} & saying_table().negations for a in before):
        return False
    ends = [_end(quote, a.end - first) for a in before]
    ends = [end for end in ends if end <= start]
    if not ends:
        return False
    between = _ASIDE.sub(" ", quote[max(ends) : start])
    if between.lstrip().startswith(OWNER):
        return False
    words = between.replace(",", " ").split()
    links = {*saying_table().auxiliaries, *LINKS}
    if all(word.lower() in links or word.endswith("ly") for word in words):
        return True
    if words[-1].lower() not in ("and", "but", "or") or ";" in between or ":" in between:
        return False
    after_comma = between.rstrip().removesuffix(words[-1]).rstrip().endswith(",")
    return after_comma or (len(between) <= SHARED and not any(word[:1].isupper() for word in words))


def _acts(mention: EventMention) -> bool:
    """The sentence has the actor act: as subject of the verb, after `by`, or as owner of the noun."""
    quote, first = mention.where.quote, mention.where.start
    start, end = mention.event.start - first, mention.event.end - first
    if is_subject(mention, start):
        return True
    inside = [a for a in mention.event.actors if first <= a.start < mention.where.end]
    if any(a.start - first >= end and _BY.search(quote[end : a.start - first]) for a in inside):
        return True
    by_noun = mention.event.rule.endswith(NOUNS)
    return by_noun and any(quote[_end(quote, a.end - first) : start].strip() in ("", *OWNER) for a in inside)


def _is_acted_on(mention: EventMention) -> bool:
    """Those acted on stand right after the words for the act, or before them."""
    quote, first = mention.where.quote, mention.where.start
    end = mention.event.end - first
    return all(
        r.end - first <= end or quote.count(" ", end, r.start - first) <= BESIDE for r in mention.event.recipients
    )


def _end(quote: str, at: int) -> int:
    """Where the word ends in which a name ends."""
    found = _WORD.match(quote, at)
    return found.end() if found and at and quote[at - 1 : at].isalnum() else at


def names_doers(event: MergedEvent, mention: EventMention) -> bool:
    """The sentence names all who are said to act."""
    return _names(event.actors, mention.event.actors, mention)


def _names(all_: Iterable[str], refs: Iterable[ActorRef], mention: EventMention) -> bool:
    where = mention.where
    return {party_of(a) for a in all_} <= {party_of(r.id) for r in refs if where.start <= r.start < where.end}


def _has_words(event: MergedEvent, mention: EventMention) -> bool:
    """The object and the topic of the event are those of the sentence, and who is acted on stands before what it is about."""
    quote, topic = mention.where.quote, mention.event.topic
    inside = topic is not None and any(topic.start <= r.start < topic.end for r in mention.event.recipients)
    return not inside and all(words is None or words in quote for words in (event.object, event.topic))
