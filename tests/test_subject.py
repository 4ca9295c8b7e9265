"""The subject file."""

import pytest

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
