"""The subject is found: the thing that most acts of the most active pair are about."""

from pathlib import Path

import pytest

from standoff.link.subject import bare, named
from standoff.model import Party, Subject
from standoff.testing import linked, page


def test_the_thing_of_the_most_active_pair(tmp_path: Path) -> None:
    pages = [
        page(f"a{n}", f"2013-04-0{n}").event("COERCE", "NOR", "SWE", object="the Lowgate mine", date=f"2013-04-0{n}")
        for n in range(1, 5)
    ]
    pages.append(page("b").event("SANCTION", "SWE", "NOR", object="the mine"))
    pages += [page(f"c{n}").event("ASSAULT", "CHL", "PER", object=f"the {n} bridge") for n in range(2)]
    with linked(tmp_path, pages) as record:
        subject = record.subject()
        assert subject is not None
        assert record.subject_found
        assert subject.name == "Lowgate mine"
        assert "mine" in subject.aliases
        assert [p.id for p in subject.parties] == ["NOR", "SWE"]
        assert [p.name for p in subject.parties] == ["Norway", "Sweden"]


def test_a_declared_subject_stays(tmp_path: Path) -> None:
    from standoff.link import link

    declared = Subject(name="the border", parties=(Party(id="FIN", name="Finland"),))
    with linked(tmp_path, [page("a").event("COERCE", "NOR", "SWE", object="the mine")]) as record:
        record.declare(declared)
        link(record)
        assert record.subject() == declared


def test_too_little_to_tell(tmp_path: Path) -> None:
    with linked(
        tmp_path, [page("a").event("COERCE", "NOR", "SWE", object="the mine"), page("b").event("AID", "NOR")]
    ) as record:
        assert record.subject() is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the mine", "mine"),
        ("Norway's own mine", "own mine"),
        ("their joint\nLowgate mine,", "Lowgate mine"),
        ("the jointly run zone", "zone"),
    ],
)
def test_bare_phrases(text: str, expected: str) -> None:
    assert bare(text) == expected


def test_the_thing_that_headlines_and_sentences_speak_of(tmp_path: Path) -> None:
    """No act names an object; the pages speak of a bridge."""
    pages = [
        page(f"a{n}", f"2013-04-0{n}", title="Lorries wait at Lowgate bridge").event(
            "ACCUSE", "NOR", "SWE", verb="accused", words=f"NOR accused SWE {n} times over the Lowgate bridge and a mine."
        )
        for n in range(1, 4)
    ]  # fmt: skip
    with linked(tmp_path, pages) as record:
        subject = record.subject()
        assert subject is not None
        assert (subject.name, [p.id for p in subject.parties]) == ("Lowgate bridge", ["NOR", "SWE"])


def test_sides_that_never_act_on_each_other(tmp_path: Path) -> None:
    pages = [
        page(f"a{n}", f"2013-04-0{n}")
        .event("PROTEST", "NAMED:Guild", verb="struck", words="Guild struck at the Lowgate mill.")
        .event("REJECT", "NAMED:Lowgate", verb="refused", words="The Lowgate mill refused.")
        for n in range(1, 4)
    ]
    with linked(tmp_path, pages) as record:
        subject = record.subject()
        assert subject is not None
        assert (subject.name, sorted(p.id for p in subject.parties)) == (
            "Lowgate mill",
            ["NAMED:Guild", "NAMED:Lowgate"],
        )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lorries wait at Lowgate bridge", "Lowgate bridge"),
        ("Ships left the port of Salma on Monday", "port of Salma"),
        ("Drivers say Norwegian ports are full", "ports"),
        ("Bridge closed", "Bridge"),
    ],
)
def test_the_names_of_a_kind_of_thing(text: str, expected: str) -> None:
    words = text.split()
    kinds = ("bridge", "port", "ports", "Bridge")
    assert named(words, next(n for n, word in enumerate(words) if word in kinds)) == expected
