"""A summary says nothing that its sentence does not say: other words, other doers and other receivers are left to the page."""

from pathlib import Path

import pytest

from standoff.model import PloverType
from standoff.tell.timeline import timeline
from standoff.tell.weight import ENOUGH
from standoff.testing import linked, page


def summary(tmp_path: Path, type: PloverType, words: str, **fields: str) -> str:
    """The summary of one event; its verb and its actor's name stand in brackets, the name first."""
    named, verb = (part.partition("]")[0] for part in words.split("[")[1:3])
    plain = words.replace("[", "").replace("]", "")
    made = page("a").event(type, "NOR", words=plain, verb=verb, named=named, **fields)  # type: ignore[arg-type]
    with linked(tmp_path, [made]) as record:
        return timeline(record)[0].summary


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("[Norway] [barred] Swedish lorries.", "Norway: “barred Swedish lorries”"),
        ("[Norway] (the older kingdom) has again [barred] all lorries.", "Norway: “has again barred all lorries”"),
        ("[Norway], which signed last, [barred] all lorries.", "Norway: “barred all lorries”"),
        ("[Norway] shut the pier and [barred] all lorries.", "Norway: “barred all lorries”"),
        (
            "[Norway] said on Friday that the pier at Lowgate was its own to keep, and [barred] all lorries.",
            "Norway: “barred all lorries”",
        ),
        ("[Norway]'s missiles [fell on] the harbour.", "“Norway's missiles fell on the harbour”"),
        ("[Norway] said that Finland [barred] all lorries.", "“Norway said that Finland barred all lorries”"),
        ("No [Norwegian] ship would [escort] the boats.", "“No Norwegian ship would escort the boats”"),
        ("Said [Norway]; lorries were [barred] today.", "“lorries were barred today”"),
    ],
)
def test_a_clause_is_of_the_one_that_acts(tmp_path: Path, words: str, expected: str) -> None:
    assert summary(tmp_path, "COERCE", words) == expected


@pytest.mark.parametrize(
    ("type", "mode", "words", "expected"),
    [
        ("COERCE", "seize", "[Norway] [seized] the mill.", "Norway seizes the mill"),
        ("COERCE", "seize", "[Norway] [caught] the mill boats at dawn.", "Norway: “caught the mill boats at dawn”"),
        ("COERCE", "deport", "[Norway] [deported] the traders.", "Norway orders deportations"),
        ("COERCE", "deport", "[Norway] [drove out] in a grey car.", "Norway: “drove out in a grey car”"),
        ("PROTEST", "strike", "[Norway] [called Monday's strike] an insult.", "Norway: “called Monday's strike an insult”"),
        ("RETREAT", "release", "[Norway] [gave nearly all of it back] by noon.", "Norway: “gave nearly all of it back by noon”"),
    ],
)  # fmt: skip
def test_other_words_are_shown_as_they_stand(
    tmp_path: Path, type: PloverType, mode: str, words: str, expected: str
) -> None:
    object = "the mill" if "seized" in words else None
    fields = {"mode": mode, **({"object": object} if object else {})}
    assert summary(tmp_path, type, words, **fields) == expected


def test_an_act_deep_in_a_long_sentence_is_shown_with_the_words_around_it(tmp_path: Path) -> None:
    words = (
        "Thousands of [pupils], shoppers and nurses who live on one bank and work on the other found steel fences on both"
        " bridges when they came down to the river early on Thursday morning, after an ambush in which three soldiers were"
        " [wounded] near the town."
    )
    assert summary(tmp_path, "ASSAULT", words) == (
        "“… they came down to the river early on Thursday morning, after an ambush in which three soldiers were wounded"
        " near the town”"
    )


def test_a_surer_report_tells_it(tmp_path: Path) -> None:
    """A report of another day or kind that was put to the event does not give its summary."""
    pages = [
        page("a", "2013-05-03").event("SANCTION", "NOR", date="2013-05-02", mode="discontinue", verb="stopped", words="Norway stopped all deliveries on 2 May."),
        page("b", "2013-05-04").event("SANCTION", "NOR", mode="discontinue", verb="stopped", words="Norway stopped deliveries for years to come."),
    ]  # fmt: skip
    with linked(tmp_path, pages) as record:
        assert [(len(r.sources), r.summary) for r in timeline(record)] == [
            (2, "Norway: “stopped all deliveries on 2 May”")
        ]


def test_the_top_holds_what_is_well_founded(tmp_path: Path) -> None:
    made = page("a", "2013-04-03").event("COERCE", "NOR", "SWE", date="2013-04-03", verb="barred")
    made.event("COERCE", "", date="2013-04-02", verb="was barred", confidence=0.51)
    made.event("ACCUSE", "NAMED:bystanders", date="2013-04", verb="scolded")
    with linked(tmp_path, [made]) as record:
        assert len(timeline(record)) == 3
        assert [r.type for r in timeline(record, top=20)] == ["COERCE"]
        assert all(r.weight >= ENOUGH for r in timeline(record, top=20))
    light = page("b", "2013-04-03").event("ACCUSE", "NAMED:bystanders", verb="scolded")
    folder = tmp_path / "light"
    folder.mkdir()
    with linked(folder, [light]) as record:
        assert len(timeline(record, top=20)) == 1  # where nothing is well founded, what there is


def test_a_clause_goes_with_no_other_doers(tmp_path: Path) -> None:
    """The sentence says that the ships sailed; that Norway and Sweden did is told elsewhere."""
    pages = [
        page("a", "2013-05-03").event("MOBILIZE", "NOR SWE", date="2013-05-04", how="relative", status="planned", verb="move", words="NOR is to move ships on Saturday.", confidence=0.6),
        page("b", "2013-05-09").event("MOBILIZE", "NAMED:ships", date="2013-05-04", verb="sailed", words="The ships sailed on 4 May.", named="ships"),
    ]  # fmt: skip
    with linked(tmp_path, pages) as record:
        (row,) = timeline(record)
        assert (row.actors, row.summary) == (("NOR", "SWE"), "“The ships sailed on 4 May”")


def test_of_an_act_told_by_a_noun_the_clause_that_hangs_on_it_is_shown(tmp_path: Path) -> None:
    words = "Voters turned down the accord, which had been unveiled on Sunday and would have raised wages."
    made = page("a", "2013-05-03").event(
        "AGREE", "NOR SWE", date="2013-05-02", verb="accord", words=words, rule="dated_noun retold.accord"
    )
    with linked(tmp_path, [made]) as record:
        assert "unveiled on Sunday" in timeline(record)[0].summary
