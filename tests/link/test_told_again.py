"""A second telling joins the act it means: by headline, without its day or doer, or in another kind of word."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from standoff.model import DateHow
from standoff.record import Record
from standoff.testing import PageMaker, linked, page


def told(record: Record) -> list[tuple[str | None, str, int]]:
    """Date, type and number of reports of each event."""
    return [(e.date, e.type, len(e.members)) for e in record.events()]


def recall(id: str, published: str, date: str | None, words: str, how: DateHow = "stated") -> PageMaker:
    """A page on which Norway calls home its crews."""
    verb = next(v for v in ("called home", "took off", "withdrew") if v in words)
    return page(id, published).event(
        "SANCTION", "NOR", mode="withdraw", verb=verb, words=words, date=date, how=how, rule="sanction.withdraw"
    )


def test_a_month_is_no_rival_of_a_day_in_it(tmp_path: Path) -> None:
    pages = [
        recall("a", "2013-04-09", "2013-04-08", "Norway withdrew its 300 divers on April 8."),
        recall("b", "2013-05-03", "2013-04", "Norway withdrew its 300 divers in April."),
        recall("c", "2013-05-20", "2013-04-01/2013-04-10", "Norway withdrew its divers early last month."),
        recall("d", "2013-06-07", None, "Nothing has moved since Norway took off its 300 divers."),
    ]
    with linked(tmp_path, pages) as record:
        assert told(record) == [("2013-04-08", "SANCTION", 4)]


def test_a_strike_that_began_is_the_one_of_its_day(tmp_path: Path) -> None:
    pages = [
        page("a", "2013-05-03").event("PROTEST", "NAMED:Bakers Union", mode="strike", verb="struck", date="2013-05-02"),
        page("b", "2013-06-03").event("PROTEST", mode="demo", verb="walkout", date="2013-05-02", rule="protest.noun"),
    ]
    with linked(tmp_path, pages) as record:
        assert told(record) == [("2013-05-02", "PROTEST", 2)]


def test_of_two_strikes_of_a_day_none_is_meant(tmp_path: Path) -> None:
    pages = [
        page("a", "2013-05-03").event("PROTEST", "NAMED:Bakers Union", mode="strike", verb="struck", date="2013-05-02"),
        page("b", "2013-05-03").event("PROTEST", "NAMED:Tram Guild", mode="strike", verb="struck", date="2013-05-02"),
        page("c", "2013-06-03").event("PROTEST", mode="strike", verb="walkout", date="2013-05-02", rule="protest.noun"),
    ]
    with linked(tmp_path, pages) as record:
        assert len(record.events()) == 3


@pytest.mark.parametrize(("published", "count"), [("2013-04-20", 1), ("2013-08-20", 2)])
def test_words_without_a_day_reach_back_some_weeks(tmp_path: Path, published: str, count: int) -> None:
    pages = [
        page("a", "2013-04-11").event(
            "THREATEN", "NOR", "SWE", verb="threatened", object="the lock", topic="closing it", date="2013-04-10"
        ),
        page("b", published).event("THREATEN", "NOR", "SWE", verb="threatened", object="the lock", topic="closing it"),
    ]
    with linked(tmp_path, pages) as record:
        assert len(record.events()) == count


def test_who_asks_for_something_else_asks_again(tmp_path: Path) -> None:
    pages = [
        page("a", "2013-04-11").event("REQUEST", "NOR", "SWE", verb="asked", object="the fees", date="2013-04-10"),
        page("b", "2013-04-20").event("REQUEST", "NOR", "SWE", verb="asked", object="the pilots"),
    ]
    with linked(tmp_path, pages) as record:
        assert len(record.events()) == 2


def test_a_signed_accord_is_the_agreement(tmp_path: Path) -> None:
    made = page("a", "2013-08-29").event(
        "SUPPORT", "NOR SWE", verb="signed", object="the accord", date="2013-08-29", rule="support.sign verb+object"
    )
    other = page("b", "2013-08-29").event("AGREE", "NOR SWE", verb="signed", object="the accord", date="2013-08-29")
    with linked(tmp_path, [made, other]) as record:
        (event,) = record.events()
        assert len(event.members) == 2


def test_what_was_agreed_as_somebody_said_on_tuesday_is_of_the_day_before(tmp_path: Path) -> None:
    made = page("a", "2015-08-18").event("AGREE", "NOR SWE", verb="agreed", date="2015-08-18~", how="relative")
    made.event("AGREE", "NOR SWE", verb="reached", date="2015-08-17", how="relative", confidence=0.6)
    with linked(tmp_path, [made]) as record:
        assert told(record) == [("2015-08-17", "AGREE", 2)]


def test_a_headline_joins_its_lead_though_it_is_of_another_kind(tmp_path: Path) -> None:
    made = page("a", "2013-04-25").event(
        "SANCTION", "NOR", verb="quits", words="Norway quits talks on the lock", part="title", rule="sanction.quit"
    )
    made.event(
        "REJECT", "NOR", "SWE", verb="walked out", date="2013-04-24",
        words="Norway walked out of talks with Sweden on Wednesday.", rule="reject.leave",
    )  # fmt: skip
    with linked(tmp_path, [made]) as record:
        assert told(record) == [("2013-04-24", "REJECT", 2)]


def test_a_headline_on_something_else_stays_apart(tmp_path: Path) -> None:
    made = page("a", "2013-04-25").event(
        "SANCTION", "NOR", verb="shuts", words="Norway shuts hotline", part="title", rule="sanction.quit"
    )
    made.event(
        "REJECT", "NOR", "SWE", verb="walked out", date="2013-04-24",
        words="Norway walked out of talks with Sweden on Wednesday.", rule="reject.leave",
    )  # fmt: skip
    with linked(tmp_path, [made]) as record:
        assert len(record.events()) == 2


@pytest.mark.parametrize(
    ("headline", "count"),
    [
        ("Norway shuts ferry lane, calls Swedish pilots careless", 1),
        ("Norway shuts airspace, orders crews home", 2),
    ],
)
def test_a_headline_says_in_short_what_the_lead_sentence_says(tmp_path: Path, headline: str, count: int) -> None:
    made = page("a", "2013-04-25").event(
        "COERCE", "NOR", mode="restrict", verb="shuts", date="2013-04-24", how="relative", object=headline.split()[2],
        words=headline, part="title", rule="coerce.shut",
    )  # fmt: skip
    made.event(
        "SANCTION", "NOR", mode="discontinue", verb="suspended", date="2013-04-24", how="relative", object="crossings",
        words="Norway suspended crossings on the ferry lane on Wednesday and called the Swedish pilots careless.",
        rule="sanction.halt",
    )  # fmt: skip
    with linked(tmp_path, [made]) as record:
        assert len(record.events()) == count


@pytest.mark.parametrize(("words", "count"), [("The lane has been blocked since April 8.", 1), ("Hay was burnt.", 2)])
def test_what_some_call_a_protest_and_some_a_closing(tmp_path: Path, words: str, count: int) -> None:
    pages = [
        page("a", "2013-04-09").event(
            "PROTEST", "SWE-CVL", "NOR", mode="obstruct", verb="blocked", date="2013-04-08", object="the lane",
            rule="protest.block",
        ),
        page("b", "2013-06-03").event(
            "COERCE", mode="restrict", verb=words.split()[-1 if count > 1 else 4].rstrip("."), date="2013-04-08",
            object=words[:8], words=words, status="ongoing", rule="coerce.block",
        ),
    ]  # fmt: skip
    with linked(tmp_path, pages) as record:
        assert len(record.events()) == count


@pytest.mark.parametrize(("recipient", "object", "count"), [("SWE", "the gas", 1), ("FIN", "the pilots", 2)])
def test_modes_waver_only_where_the_same_is_acted_on(tmp_path: Path, recipient: str, object: str, count: int) -> None:
    pages = [
        page("a", "2013-04-11").event(
            "SANCTION", "NOR", "SWE", mode="discontinue", verb="stopped", object="the gas", date="2013-04-10"
        ),
        page("b", "2013-04-11").event(
            "COERCE", "NOR", recipient, mode="restrict", verb="stopped", object=object, date="2013-04-10"
        ),
    ]
    with linked(tmp_path, pages) as record:
        assert len(record.events()) == count


@pytest.mark.parametrize("vague", [3, 14])
def test_no_number_of_coarser_dates_outvotes_a_day_in_them(tmp_path: Path, vague: int) -> None:
    pages = [recall("a", "2013-04-09", "2013-04-08", "Norway withdrew its divers on April 8.")]
    pages += [recall(f"m{n:02}", "2013-06-09", "2013-04", "Norway withdrew its divers in April.") for n in range(vague)]
    for n, made in enumerate(pages):
        made.meta = replace(made.meta, publisher=f"Paper {n}")
        made.say(f"In town {n} the {n + 2} bakers of street {n} ask {n + 9} questions of mayor {n * 7}.")
    with linked(tmp_path, pages) as record:
        assert told(record) == [("2013-04-08", "SANCTION", vague + 1)]


def test_who_accepts_a_proposal_agrees(tmp_path: Path) -> None:
    pages = [
        page("a", "2024-11-05").event("AGREE", "SWE", verb="accepted", date="2024-11-04", rule="speech.accept"),
        page("b", "2024-12-11").event("AGREE", "SWE", verb="accepted", date="2024-11-04", rule="agree.members"),
    ]
    with linked(tmp_path, pages) as record:
        assert len(record.events()) == 1


@pytest.mark.parametrize(
    ("date", "count"), [("2013-09-11/2013-09-20", 1), ("2013-09", 1), ("2013-09-14/2013-09-20", 2)]
)
def test_talks_of_about_a_time_are_the_ones_held_in_it(tmp_path: Path, date: str, count: int) -> None:
    pages = [
        page("a", "2013-09-11").event(
            "CONSULT", "NOR SWE", verb="met", words="They met on the quay.", date="2013-09-10"
        ),
        page("b", "2013-11-03").event("CONSULT", "NOR SWE", verb="talks", words="The last talks broke up.", date=date),
    ]
    with linked(tmp_path, pages) as record:
        assert len(record.events()) == count


def test_an_act_of_a_week_is_the_like_one_of_a_day_in_it(tmp_path: Path) -> None:
    pages = [
        page("a", "2013-09-11").event("ASSAULT", "NOR", verb="fired", words="Norway fired at dawn.", date="2013-09-10"),
        page("b", "2013-09-14").event(
            "ASSAULT",
            "NOR",
            verb="clashes",
            words="After the clashes of Norway it was calm.",
            date="2013-09-09/2013-09-15",
        ),
    ]
    with linked(tmp_path, pages) as record:
        assert [(e.date, len(e.members)) for e in record.events()] == [("2013-09-10", 2)]
