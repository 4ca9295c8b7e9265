"""The subject file."""

import pytest

from standoff.actor_ids import is_described
from standoff.errors import SubjectError
from standoff.subject import parse_subject

GOOD = """
[subject]
name = "Vanta crossing"
aliases = ["the crossing"]
[[party]]
id = "NAMED:Dockers"
name = "Dockers' Union"
sector = "LAB"
"""


def test_a_subject_has_its_parties() -> None:
    subject = parse_subject(GOOD)
    assert subject.name == "Vanta crossing"
    assert [party.id for party in subject.parties] == ["NAMED:Dockers"]


@pytest.mark.parametrize(
    ("id_", "full"),
    [("FRA", "FRA"), ("FRA-GOV", "FRA-GOV"), ("IGO-UNO", "IGO-UNO"), ("PMA", "NAMED:PMA"), ("OWNERS", "NAMED:OWNERS")],
)
def test_an_id_that_is_no_country_s_is_a_name(id_: str, full: str) -> None:
    [party] = parse_subject(f'[subject]\nname = "the gate"\n[[party]]\nid = "{id_}"\nname = "the owners"').parties
    assert party.id == full
    assert (id_ in party.aliases) == (id_ != full)


@pytest.mark.parametrize(
    ("id_", "full"),
    [
        ("NAMED:ferrymen", "NAMED:Ferrymen"),
        ("ferrymen", "NAMED:Ferrymen"),
        ("NAMED:ferry owners", "NAMED:Ferry Owners"),
        ("NAMED:Alder drivers", "NAMED:Alder Drivers"),
        ("NAMED:Alder Lines", "NAMED:Alder Lines"),
    ],
)
def test_a_declared_side_is_no_mere_common_noun(id_: str, full: str) -> None:
    [party] = parse_subject(f'[subject]\nname = "the gate"\n[[party]]\nid = "{id_}"\nname = "ferrymen"').parties
    assert party.id == full
    assert not is_described(party.id)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[subject", "no TOML"),
        ("", "no [subject]"),
        ("[subject]\nnames = 1", "name"),
        ("[subject]\nname = 3", "Expected `str`"),
        ("[subject]\nname = 'x'\n[other]\n", "[other]"),
        ("[subject]\nname = 'x'\n[[party]]\nid = 'A'\n", "name"),
    ],
)
def test_a_wrong_one_is_refused_in_words(text: str, words: str) -> None:
    with pytest.raises(SubjectError, match=words.replace("[", r"\[")) as caught:
        parse_subject(text, name="subject.toml")
    assert caught.value.hint
