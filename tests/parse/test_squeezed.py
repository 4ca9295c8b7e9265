"""Verbs that the parser took for participles before a noun, and verbs with a hyphen, get their subject and object."""

import pytest

from standoff.model import PageInput
from standoff.parse import parse
from standoff.read import read_page

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "subject", "verb", "thing"),
    [
        ("Malawi massed troops near Zambia, an official said on Monday.", "Malawi", "massed", "troops"),
        ("Peru armed Bolivian rebels.", "Peru", "armed", "rebels"),
        ("Nepal swore vengeance on Bhutan.", "Nepal", "swore", "vengeance"),
        ("A crowd in Luanda hurled stones at the Namibian embassy.", "crowd", "hurled", "stones"),
        ("Angola swiftly and publicly rejected the Namibian offer.", "Angola", "rejected", "offer"),
        ("Fiji re-imposed tariffs on Tonga.", "Fiji", "re-imposed", "tariffs"),
        ("Malawi tightens controls at the bridge.", "Malawi", "tightens", "controls"),
        ("Malawi tightens checks at the bridge.", "Malawi", "tightens", "checks"),
        ("Chilean police tear-gassed miners.", "police", "tear-gassed", "miners"),
        ("Potters had first downed tools in June for a day.", "Potters", "downed", "tools"),
        ("Growers had already blocked roads in June.", "Growers", "blocked", "roads"),
        ("The four severed relations on Monday in a row over tolls.", "four", "severed", "relations"),
    ],
)
def test_verb_between_its_subject_and_object(text: str, subject: str, verb: str, thing: str) -> None:
    (sentence,) = parse(read_page(PageInput(id="page", text=text, plain=True))).sentences
    found = next(t for t in sentence.tokens if t.text == verb)
    assert found.is_verb
    assert [t.text for t in found.childs("nsubj")] == [subject]
    assert [t.text for t in found.childs("dobj")] == [thing]


def test_what_is_done_beside_what_is_said() -> None:
    text = "Massing troops near Zambia, Malawi said it had no choice."
    (sentence,) = parse(read_page(PageInput(id="page", text=text, plain=True))).sentences
    first = sentence.tokens[0]
    assert first.head is not None
    assert (first.dep, first.head.text, [t.text for t in first.childs("dobj")]) == ("advcl", "said", ["troops"])
