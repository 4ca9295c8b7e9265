"""What is sure enough to be told."""

from pathlib import Path

import pytest

from standoff.lexicon.stems import thing_stems
from standoff.model import Party, PloverType, Subject
from standoff.tell.sure import is_sure
from standoff.testing import linked, page

SUBJECT = Subject(
    name="Lowgate ferry",
    aliases=("the ferry",),
    parties=(Party(id="NOR", name="Norway"), Party(id="SWE", name="Sweden")),
)


@pytest.mark.parametrize(
    ("type_", "date", "words", "confidence", "sure"),
    [
        ("RETREAT", "2013-04-03", "The mill was opened again.", 0.5, True),
        ("RETREAT", "2013-04-03", "The ferry was opened again.", 0.4, True),
        ("RETREAT", "2013-04-03", "The ferry was opened again.", 0.39, False),
        ("RETREAT", "2013-04-03", "The mill was opened again.", 0.49, False),
        ("RETREAT", "2013-04", "The ferry was opened again.", 0.49, False),
        ("ACCUSE", "2013-04-03", "The ferry was scolded loudly.", 0.49, False),
    ],
)
def test_less_is_asked_of_dated_deeds_on_the_thing(
    tmp_path: Path, type_: PloverType, date: str, words: str, confidence: float, sure: bool
) -> None:
    verb = words.split()[3]
    told = page("a", "2013-04-04").event(type_, "", "SWE", date=date, verb=verb, words=words, confidence=confidence)
    with linked(tmp_path, [told]) as record:
        record.declare(SUBJECT)
        (event,) = record.events()
        assert is_sure(event, thing_stems(SUBJECT)) == sure
        assert not is_sure(event, frozenset()) or confidence >= 0.5
