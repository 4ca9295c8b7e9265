"""The quantities of a parsed page: found in its text, then bound by the parse to what they mean, whose they are and who says so."""

from collections.abc import Iterator

import msgspec

from standoff.extract.actors import Actors
from standoff.extract.carried import carry
from standoff.extract.currencies import with_own_currencies
from standoff.extract.figure_party import Elsewhere
from standoff.extract.measures import Dates, measured
from standoff.model import Quantity
from standoff.parse import Parsed, Sentence
from standoff.quantities import find


def find_quantities(parsed: Parsed, actors: Actors, dater: Dates) -> tuple[Quantity, ...]:
    """The quantities of title, story and captions in the order of the text, each with kind, party, speaker and date where told."""
    found: list[Quantity] = []
    homes: list[Sentence] = []
    elsewhere = Elsewhere(parsed, actors)
    for sentences in _paragraphs(parsed):
        first = len(found)
        for quantity in find(parsed.page.text, start=sentences[0].start, end=sentences[-1].end):
            sentence = next((s for s in sentences if s.end > quantity.start), sentences[-1])
            equals = None if quantity.equals is None else quantity.equals + first
            found.append(measured(msgspec.structs.replace(quantity, equals=equals), sentence, elsewhere, actors, dater))
            homes.append(sentence)
    with_own_currencies(found, parsed.page.text)
    carry(found, homes, actors)
    return tuple(_with_pair(quantity, found) for quantity in found)


def _paragraphs(parsed: Parsed) -> Iterator[list[Sentence]]:
    """The sentences of each stretch that was parsed as one."""
    row: list[Sentence] = []
    for sentence in parsed.sentences:
        if row and (sentence.paragraph != row[0].paragraph or sentence.start < row[-1].end):
            yield row
            row = []
        row.append(sentence)
    if row:
        yield row


def _with_pair(quantity: Quantity, found: list[Quantity]) -> Quantity:
    """What the page calls the same amount means the same: `1.2 trillion won ($1.1 billion)`."""
    if quantity.equals is None:
        return quantity
    other = found[quantity.equals]
    return msgspec.structs.replace(
        quantity,
        per=quantity.per or other.per,
        of=quantity.of or other.of,
        kind=quantity.kind or other.kind,
        party=quantity.party or other.party,
        claimed_by=quantity.claimed_by or other.claimed_by,
        as_of=quantity.as_of or other.as_of,
    )
