"""The page's own clause: whole, with its auxiliaries, and none that would say other than its sentence."""

from pathlib import Path

import pytest

from standoff.model import Party, PloverType, Status, Subject
from standoff.tell.clauses import quoted
from standoff.tell.timeline import timeline
from standoff.testing import linked, page


def told(tmp_path: Path, words: str, verb: str, status: Status = "happened", *, whole: bool = False) -> str:
    named = "Norway" if "Norway" in words else ""
    made = page("a").event("COERCE", "NOR", words=words, verb=verb, status=status, named=named)
    with linked(tmp_path, [made]) as record:
        return quoted(record.events()[0], whole=whole)


@pytest.mark.parametrize(
    ("words", "verb", "expected"),
    [
        ("Norway had barred the lorries since May.", "barred", "had barred the lorries since May"),
        ("Norway is taking down the masts of the line, Sweden said.", "taking", "is taking down the masts of the line"),
        ("Norway threatened on Monday to cut the line.", "cut", ""),
        ("Norway closed the road, and four days later Sweden sealed the port.", "closed", "closed the road"),
        ("Since Norway shut the road last month, drivers wait for days.", "shut", "shut the road last month"),
        ("Norway rejected the demand, but Sweden hopes.", "rejected", "rejected the demand"),
        ("Norway stopped the boats (Photo: Ask Lund", "stopped", "stopped the boats"),
        ("The road was closed by Norway on Monday.", "closed", ""),
        ("The closing of the road angered Norway.", "closing", ""),
        ("Norway blocked it.", "blocked", ""),
        ("Norway barred the lorries until 8 p.m. on Friday.", "barred", "barred the lorries until 8 p.m. on Friday"),
        ("The lorries that Norway sent to Sweden on Monday are still at the gate.", "sent", ""),
        ("Norway shut the road to cars, vans, and lorries.", "shut", "shut the road to cars, vans, and lorries"),
    ],
)
def test_a_clause(tmp_path: Path, words: str, verb: str, expected: str) -> None:
    assert told(tmp_path, words, verb) == expected


def test_what_one_side_says_of_the_other_is_shown_as_its_words(tmp_path: Path) -> None:
    subject = Subject(name="the road", parties=(Party(id="NOR", name="Norway"), Party(id="SWE", name="Sweden")))
    words = "S. says Norway shut the road."
    pages = [
        page("a").event("COERCE", "NOR", by="SWE", verb="shut", words=words, named="Norway", date="2013-05-02"),
        page("b").event("COERCE", "NOR", by="FIN", verb="sealed", words="F. says Norway sealed the port of Moss.", named="Norway", date="2013-06-02"),
    ]  # fmt: skip
    with linked(tmp_path, pages) as record:
        record.declare(subject)
        shown = [row.summary for row in timeline(record)]
    assert shown == ["“S. says Norway shut the road”", "Norway: “sealed the port of Moss”"]


def test_what_happened_is_not_told_by_what_was_to_happen(tmp_path: Path) -> None:
    words = ("Norway told the exchange that it expected to open the road on Friday.", "Norway opened the road again.")
    pages = [
        page("a", "2013-05-02").event(
            "RETREAT", "NOR", mode="access", date="2013-05-03", verb="open", status="planned", words=words[0]
        ),
        page("b", "2013-05-04").event("RETREAT", "NOR", date="2013-05-03", verb="opened", words=words[1]),
    ]
    with linked(tmp_path, pages) as record:
        assert {quoted(event, whole=True) for event in record.events() if event.happened} == {
            "Norway opened the road again"
        }


def test_what_is_not_done_yet_says_so(tmp_path: Path) -> None:
    assert told(tmp_path, "Norway will close the road in May.", "close", "planned") == "will close the road in May"


def test_what_is_decided_is_not_told_as_done(tmp_path: Path) -> None:
    assert told(tmp_path, "Norway decided on closing every road.", "closing", "planned") == ""


@pytest.mark.parametrize(
    ("words", "verb", "expected"),
    [
        ("OSLO - The road was closed on Monday.", "closed", "The road was closed on Monday"),
        ("It rests on an accord; it met on Monday.", "met", "it met on Monday"),
        ("The road was closed on Monday, Norway said.", "closed", "The road was closed on Monday"),
        ("Prices rose by half after Norway closed the road to Sweden.", "closed", "Norway closed the road to Sweden"),
        (
            "They met a day before Norway, the larger of them, shut the road.",
            "shut",
            "Norway, the larger of them, shut the road",
        ),
        (
            "Norway met Sweden before dawn and barred the road to lorries.",
            "barred",
            "Norway met Sweden before dawn and barred the road to lorries",
        ),
        (
            "After rain in May, Norway closed the road to Sweden.",
            "closed",
            "After rain in May, Norway closed the road to Sweden",
        ),
        ("OSLO, MAY 4, FJORDNYTT: Norway on Friday closed the road.", "closed", "Norway on Friday closed the road"),
        (
            "Crews left the quays, and for the first time since 1987 the two pilots' lodges of Norway struck together.",
            "struck",
            "Crews left the quays, and for the first time since 1987 the two pilots' lodges of Norway struck together",
        ),
    ],
)
def test_a_whole_sentence(tmp_path: Path, words: str, verb: str, expected: str) -> None:
    assert told(tmp_path, words, verb, whole=True) == expected


@pytest.mark.parametrize(
    ("type", "words", "verb", "topic", "expected"),
    [
        ("REQUEST", "Norway demanded that Sweden lift the ban.", "demanded", "Sweden lift the ban", "Norway: “demanded that Sweden lift the ban”"),
        ("THREATEN", "Norway said that it would shut the port.", "said", "it would shut the port", "Norway: “said that it would shut the port”"),
        ("REQUEST", "Norway asked for the use of the port.", "asked", "the use of the port", "Norway asks for the use of the port"),
        ("REJECT", "Talks broke down on Monday after an hour.", "broke down", None, "“Talks broke down on Monday after an hour”"),
        ("REQUEST", "Norway wants officials to talk to officials.", "wants", "officials to talk to officials", "Norway: “wants officials to talk to officials”"),
        ("CONSULT", "They met on Monday at the mill.", "met", None, "“They met on Monday at the mill”"),
    ],
)  # fmt: skip
def test_summaries(tmp_path: Path, type: PloverType, words: str, verb: str, topic: str | None, expected: str) -> None:
    actors = "NOR SWE" if type == "REJECT" else "NOR"
    with linked(tmp_path, [page("a").event(type, actors, words=words, verb=verb, topic=topic)]) as record:
        assert timeline(record)[0].summary == expected


@pytest.mark.parametrize("rule", ["dated_noun request.noun", "coerce.shut nominal"])
def test_what_a_noun_tells_is_no_clause_of_its_own(tmp_path: Path, rule: str) -> None:
    words = "The board stood by the hurried offer it sent on Monday."
    with linked(tmp_path, [page("a").event("REQUEST", "NOR", words=words, verb="offer", rule=rule)]) as record:
        assert quoted(record.events()[0]) == ""
