"""What looks like a second telling and is another act, and what is one act though its day or type is told otherwise."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from standoff.model import PloverType, Status
from standoff.record import Record
from standoff.testing import PageMaker, linked, page

HALT = "sanction.halt_output verb+object"


def told(record: Record) -> list[tuple[str | None, str, int]]:
    """Date, type and number of reports of each event."""
    return [(e.date, e.type, len(e.members)) for e in record.events()]


@pytest.mark.parametrize(("published", "count"), [("2013-05-20", 2), ("2013-05-02", 1)])
def test_what_is_planned_after_an_act_is_another(tmp_path: Path, published: str, count: int) -> None:
    """`The yard is to halt night work`, printed weeks after it halted work once; printed before, it is that act."""
    made = page("a", published)
    made.event("SANCTION", "NOR", mode="discontinue", verb="halted", object="night work", rule=HALT, status="planned")
    made.event("SANCTION", "NOR", mode="discontinue", verb="halted", object="night work", rule=HALT, date="2013-05-03")
    with linked(tmp_path, [made]) as record:
        assert len(record.events()) == count


def headline(words: str, verb: str, *, date: str = "2013-05-10", type: PloverType = "AGREE", rule: str) -> PageMaker:
    return page("a", "2013-05-11").event(type, "NOR", verb=verb, words=words, date=date, part="title", rule=rule)


def test_a_headline_on_an_old_accord_is_not_the_new_one(tmp_path: Path) -> None:
    made = headline("NOR quits 1998 fishing pact", "pact", date="1998", rule="dated_noun retold.accord")
    made.event("AGREE", "NOR SWE", "NOR SWE", date="2013-05-09", verb="agreed", rule="speech.agree verb")
    with linked(tmp_path, [made]) as record:
        assert [date for date, _, _ in told(record)] == ["1998", "2013-05-09"]


@pytest.mark.parametrize("status", ["planned", "happened"])
def test_a_headline_means_what_is_told_of_its_day(tmp_path: Path, status: Status) -> None:
    """`Bakers' strike begins`: the walkout of the lead, not the second strike, though that has its words."""
    made = headline(
        "NOR strike begins", "strike begins", type="PROTEST", rule="protest.strike_noun occur", date="2013-05-10"
    )
    made.events[0] = replace(made.events[0], mode="strike", date_how="relative")
    made.event("PROTEST", "NOR", date="2013-05-10", mode="strike", verb="walked off", rule="protest.leave_posts verb")
    made.event(
        "PROTEST", "NOR", date="2013-05-17", mode="strike", verb="strike begins", rule="protest.strike_noun occur",
        status=status,
    )  # fmt: skip
    with linked(tmp_path, [made]) as record:
        assert told(record) == [("2013-05-10", "PROTEST", 2), ("2013-05-17", "PROTEST", 1)]


def test_a_headline_on_what_is_over_is_not_the_round_to_come(tmp_path: Path) -> None:
    """`Salt talks break up`, where the story tells no more than that they meet again next week."""
    both = "NOR SWE"
    made = page("a", "2013-05-10").event(
        "CONSULT", both, both, date="2013-05-10", how="published", verb="ends", rule="consult.end verb", part="title"
    )
    made.event("CONSULT", both, both, date="2013-05-15", how="relative", verb="meet", rule="consult.meet verb",
               status="planned")  # fmt: skip
    with linked(tmp_path, [made]) as record:
        assert told(record) == [("2013-05-10", "CONSULT", 1), ("2013-05-15", "CONSULT", 1)]


@pytest.mark.parametrize(("mode", "count"), [("arrest", 2), ("restrict", 1)])
def test_two_kinds_of_deed_in_one_sentence_are_two(tmp_path: Path, mode: str, count: int) -> None:
    """`Norway shut the quay and arrested six pilots`; `Norway shut the quay and sealed it off` is one."""
    words = "NOR barred the boats and caught six pilots no. 0."
    day = "2013-05-03"
    made = page("a", "2013-05-06").event("COERCE", "NOR", mode="restrict", verb="barred", words=words, date=day)
    other = page("x").event("COERCE", "NOR", mode=mode, verb="caught", words=words, date=day, rule="other").events[0]
    at = made.text.index("caught")
    made.events.append(replace(other, start=at, end=at + 6))
    with linked(tmp_path, [made]) as record:
        assert len(record.events()) == count


@pytest.mark.parametrize(("status", "day", "count"), [("ongoing", 2, 1), ("happened", 2, 2), ("ongoing", 1, 2)])
def test_what_has_gone_on_for_so_many_days_began_about_then(
    tmp_path: Path, status: Status, day: int, count: int
) -> None:
    """`They have camped on the lock for three months`: since the day after or before the one that another page tells."""
    rule, mode = "protest.camp verb+object", "obstruct"
    pages = [
        page("a", "2013-05-04").event("PROTEST", "NOR", "", date="2013-05-03", mode=mode, verb="sat in", rule=rule),
        page("b", "2013-08-01").event(
            "PROTEST", "NOR", "", date=f"2013-05-0{day}", mode=mode, verb="camping on", rule=rule, status=status
        ),
    ]
    with linked(tmp_path, pages) as record:
        assert len(record.events()) == count


def test_a_meeting_of_those_of_whom_the_page_says_not_whose_they_are(tmp_path: Path) -> None:
    """`The owners came back to the table on Friday`, and three names `took part in the talks`."""
    made = page("a", "2013-05-04").event(
        "CONSULT", "NOR SWE", "NOR SWE", date="2013-05-03", verb="came back to the table", rule="consult.table verb"
    )
    made.event("CONSULT", "NAMED:Lund", date="2013-05-03", verb="took part in talks", rule="consult.talks light")
    with linked(tmp_path, [made.person("NAMED:Lund")]) as record:
        assert told(record) == [("2013-05-03", "CONSULT", 2)]


@pytest.mark.parametrize(("called", "types"), [("called", ["THREATEN"]), ("began", ["PROTEST", "THREATEN"])])
def test_a_strike_that_was_called_is_the_one_that_was_announced(tmp_path: Path, called: str, types: list[str]) -> None:
    """`The union announced a strike on Friday`, `The union called it on Friday`: it has not begun then."""
    pages = [
        page("a", "2013-05-03").event(
            "THREATEN", "NAMED:Weavers", date="2013-05-03", verb="announced", rule="threaten.announce_strike verb"
        ),
        page("b", "2013-05-06").event(
            "PROTEST", "NAMED:Weavers", date="2013-05-03", verb=called, mode="strike",
            rule="protest.workers_strike verb+object",
        ),
    ]  # fmt: skip
    with linked(tmp_path, pages) as record:
        assert [event.type for event in record.events()] == types


def test_a_headline_and_a_lead_that_name_nobody(tmp_path: Path) -> None:
    """`Blaze at the lock as sit-in turns violent`: the lead tells what was burnt at the sit-in, and by nobody."""
    made = page("a", "2013-05-03").event(
        "PROTEST", "", date="2013-05-03", how="relative", mode="demo", verb="turns violent",
        words="Blaze at the lock as sit-in turns violent", part="title", rule="protest.sweeps thing",
    )  # fmt: skip
    made.event(
        "ASSAULT", "", date="2013-05-03~", how="relative", mode="destroy", verb="set fire to",
        words="A crowd set fire to boats at the lock after a sit-in, the owner said on Friday.", rule="assault.burn_down",
    )  # fmt: skip
    with linked(tmp_path, [made]) as record:
        assert len(record.events()) == 1


def test_the_day_on_which_somebody_spoke_is_not_known_by_its_headline(tmp_path: Path) -> None:
    """The headline has its day from the lead, which only says when the owner spoke of it: another sentence tells the day."""
    made = page("a", "2013-05-03").event(
        "ASSAULT", "NOR", date="2013-05-03", how="relative", mode="destroy", verb="burn", object="boats", part="title",
        rule="assault.burn_down verb",
    )  # fmt: skip
    for date in ("2013-05-03~", "2013-05-02"):
        made.event(
            "ASSAULT", "NOR", date=date, how="relative", mode="destroy", verb="burn", object="boats",
            rule="assault.burn_down verb",
        )  # fmt: skip
    with linked(tmp_path, [made]) as record:
        assert told(record) == [("2013-05-02", "ASSAULT", 3)]
