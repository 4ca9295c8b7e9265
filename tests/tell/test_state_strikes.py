"""The state of what stands still when those who work there strike."""

from pathlib import Path

import pytest
from tests.tell.test_state_disputes import PACT, UNION, course

from standoff.model import Party, State, Subject
from standoff.testing import PageMaker, linked, page


@pytest.mark.parametrize("who", ["NAMED:Lowgate workers", "NAMED:workers"])
def test_workers_without_a_name_are_those_of_the_only_union(tmp_path: Path, who: str) -> None:
    struck = page("a", "2013-05-02").event("PROTEST", who, mode="strike", date="2013-05-02", verb="struck")
    with linked(tmp_path, [struck]) as record:
        assert course(record, UNION) == [("2013-05-02", "shut")]


def test_who_accepts_a_deal_makes_no_second_one(tmp_path: Path) -> None:
    pages = [
        page("a", "2013-05-02").event("PROTEST", "NAMED:Guild", mode="strike", date="2013-05-02", verb="struck"),
        page("b", "2013-05-20").event("AGREE", "NAMED:Guild NAMED:Lowgate", date="2013-05-20", verb="agreed"),
        page("c", "2013-05-27").event("AGREE", "NAMED:Guild", "NAMED:Lowgate", date="2013-05-27", verb="ratified"),
        page("d", "2013-05-27").event(
            "RETREAT", "NAMED:Guild", date="2013-05-27", verb="ended", words="They ended the strike."
        ),
    ]
    with linked(tmp_path, pages) as record:
        assert course(record, UNION) == [("2013-05-02", "shut"), ("2013-05-20", "reopening"), ("2013-05-27", "open")]


def test_what_a_union_promises_is_no_deal(tmp_path: Path) -> None:
    words = "The Guild said that it would obey the ruling."
    pages = [
        page("a", "2013-05-02").event("PROTEST", "NAMED:Guild", mode="strike", date="2013-05-02", verb="struck"),
        page("b", "2013-05-20").event(
            "AGREE", "NAMED:Guild", "NAMED:Lowgate", date="2013-05-20", words=words, verb="said", rule="speech.say_will"
        ),
    ]
    with linked(tmp_path, pages) as record:
        assert course(record, UNION) == [("2013-05-02", "shut")]


@pytest.mark.parametrize(("topic", "wanted"), [("the repair of looms", None), ("a new contract", "reopening")])
def test_an_accord_on_a_part_ends_no_strike(tmp_path: Path, topic: str, wanted: State | None) -> None:
    pages = [
        page("a", "2013-05-02").event("PROTEST", "NAMED:Guild", mode="strike", date="2013-05-02", verb="struck"),
        page("b", "2013-05-20").event(
            "AGREE", "NAMED:Guild NAMED:Lowgate", date="2013-05-20", verb="agreed", topic=topic
        ),
    ]
    with linked(tmp_path, pages) as record:
        assert course(record, UNION)[1:] == ([("2013-05-20", wanted)] if wanted else [])


def test_one_shift_that_walks_out_is_back_the_next_day(tmp_path: Path) -> None:
    words = "The night shift walked out."
    struck = page("a", "2013-05-02").event(
        "PROTEST", "NAMED:Guild", mode="strike", date="2013-05-02", verb="walked out", words=words,
        rule="protest.shift_walks thing",
    )  # fmt: skip
    with linked(tmp_path, [struck]) as record:
        assert course(record, UNION) == [("2013-05-02", "restricted"), ("2013-05-03", "open")]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Lowgate ended night work at the mill.", "restricted"),
        ("Lowgate ended work at the mill on weekends.", "restricted"),
        ("Lowgate ended work at the mill over the weekend.", "shut"),  # which is when
        ("Lowgate ended work at the mill.", "shut"),
    ],
)
def test_work_that_is_ended_at_some_hours(tmp_path: Path, words: str, wanted: str) -> None:
    made = page("a", "2013-05-02").event(
        "SANCTION", "NAMED:Lowgate", "NAMED:Guild", mode="discontinue", date="2013-05-02", verb="ended", words=words,
        object="the mill",
    )  # fmt: skip
    with linked(tmp_path, [made]) as record:
        assert course(record, UNION) == [("2013-05-02", wanted)]


def test_a_strike_where_no_union_is_known_tells_nothing(tmp_path: Path) -> None:
    struck = page("a", "2013-05-02").event("PROTEST", "NOR-GOV", mode="strike", date="2013-05-02", verb="struck")
    with linked(tmp_path, [struck]) as record:
        assert course(record, PACT) == []


def strike(id: str, day: str, who: str, words: str) -> PageMaker:
    verb = next(v for v in ("walked out", "held") if v in words)
    return page(id, day, title="Lowgate mill").event(
        "PROTEST", who, "", mode="strike", date=day, verb=verb, words=words
    )


@pytest.mark.parametrize(
    ("words", "described", "wanted"),
    [
        ("The Guild walked out.", None, "shut"),
        ("The Guild walked out.", "restricted", "restricted"),
        ("The Guild held a series of half-day stoppages.", None, "restricted"),
    ],
)
def test_a_strike_in_spite_of_which_some_goes_on(
    tmp_path: Path, words: str, described: State | None, wanted: str
) -> None:
    made = strike("a", "2013-04-09", "NAMED:Guild", words)
    if described:
        made.state(described, object="the mill", date="2013-04-09")
    with linked(tmp_path, [made]) as record:
        assert course(record, UNION) == [("2013-04-09", wanted)]


@pytest.mark.parametrize(
    ("days", "wanted"),
    [
        (("2013-04-09",), [("2013-04-09", "restricted"), ("2013-04-11", "open")]),
        (("2013-04-09", "2013-05-09"), [("2013-04-09", "restricted"), ("2013-05-11", "open")]),
        (
            ("2013-04-09", "2013-08-09"),
            [
                ("2013-04-09", "restricted"),
                ("2013-04-11", "open"),
                ("2013-08-09", "restricted"),
                ("2013-08-11", "open"),
            ],
        ),
    ],
)
def test_strikes_of_two_days_restrict_work_and_are_over_by_themselves(
    tmp_path: Path, days: tuple[str, ...], wanted: list[tuple[str, str]]
) -> None:
    pages = [strike(day, day, "NAMED:Guild", "The Guild held a strike of two days.") for day in days]
    with linked(tmp_path, pages) as record:
        assert course(record, UNION) == wanted


@pytest.mark.parametrize(
    ("words", "over"),
    [
        ("The Guild held a five-day strike.", "2013-04-14"),
        ("The Guild walked out for a week.", "2013-04-16"),
        ("The Guild walked out on Tuesday in a strike that runs until Friday night.", "2013-04-13"),
        ("The Guild walked out and is to stay off the job until 7 a.m. on Friday.", "2013-04-12"),
        ("The Guild walked out and stays out until seven on Friday morning.", "2013-04-12"),
        ("The Guild walked out in a strike that runs to midnight on Friday.", "2013-04-13"),
        ("The Guild walked out at noon on Tuesday for six days.", "2013-04-15"),
        ("The Guild walked out on Tuesday morning for two days.", "2013-04-11"),
        ("The Guild walked out two days later.", None),
        ("The Guild walked out on the day the talks failed.", None),
        ("The Guild walked out after the talks were adjourned until Friday.", None),
        ("The Guild walked out for a 35-hour week.", None),
        ("The Guild walked out at noon demanding pay for a week.", None),
        ("The Guild walked out, giving the mill five days to reply.", None),
        ("The Guild walked out in a row over two days of rest.", None),
        ("The Guild walked out, which costs the mill a million a day.", None),
        ("The Guild walked out for 30 days.", None),
    ],
)
def test_a_strike_of_some_days_is_over_by_itself(tmp_path: Path, words: str, over: str | None) -> None:
    with linked(tmp_path, [strike("a", "2013-04-09", "NAMED:Guild", words)]) as record:
        wanted = [("2013-04-09", "restricted"), (over, "open")] if over else [("2013-04-09", "shut")]
        assert course(record, UNION) == wanted


def test_work_goes_on_between_strikes_of_some_days(tmp_path: Path) -> None:
    days = ("2013-04-09", "2013-04-20")
    with linked(tmp_path, [strike(d, d, "NAMED:Guild", "The Guild held a five-day strike.") for d in days]) as record:
        assert [state for _, state in course(record, UNION)] == ["restricted", "open", "restricted", "open"]


@pytest.mark.parametrize(
    ("words", "object", "wanted"),
    [
        ("Lowgate cancelled more than 200 runs.", "more than 200 runs", ["restricted"]),
        ("Lowgate cancelled dozens of runs.", "runs", ["restricted"]),
        ("Lowgate cancelled all runs.", "all runs", ["shut"]),
    ],
)
def test_a_number_of_them_is_not_all(tmp_path: Path, words: str, object: str, wanted: list[str]) -> None:
    subject = Subject(name="Lowgate runs", aliases=("runs",), parties=UNION.parties)
    made = page("a", "2013-04-09", title="Lowgate runs").event(
        "SANCTION", "NAMED:Lowgate", mode="discontinue", date="2013-04-09", verb="cancelled", words=words, object=object
    )
    with linked(tmp_path, [made]) as record:
        assert [state for _, state in course(record, subject)] == wanted


def test_two_unions_that_walk_out_on_one_day(tmp_path: Path) -> None:
    both = Subject(
        name="Lowgate mill", parties=(*UNION.parties, Party(id="NAMED:Local7", name="Local 7", sector="LAB"))
    )
    pages = [
        strike("a", "2013-04-09", "NAMED:Guild", "The Guild walked out."),
        strike("b", "2013-04-09", "NAMED:Local7", "Local 7 walked out with it."),
    ]
    with linked(tmp_path, pages) as record:
        assert course(record, both) == [("2013-04-09", "shut")]


def test_a_deal_while_the_strike_goes_on_reopens_nothing(tmp_path: Path) -> None:
    goes_on = "For now the walkout of the Guild goes on."
    pages = [
        page("a", "2013-05-02").event("PROTEST", "NAMED:Guild", mode="strike", date="2013-05-02", verb="struck"),
        page("b", "2013-05-20").event("AGREE", "NAMED:Guild NAMED:Lowgate", date="2013-05-20", verb="agreed"),
        page("c", "2013-05-20").event(
            "PROTEST", "NAMED:Guild", mode="strike", date="2013-05-20", verb="goes on", words=goes_on
        ),
    ]
    with linked(tmp_path, pages) as record:
        assert course(record, UNION) == [("2013-05-02", "shut")]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("It came a day after the Guild walked out.", "shut"),
        ("The Guild walked out for a day.", "restricted"),
    ],
)
def test_a_day_after_is_no_strike_of_a_day(tmp_path: Path, words: str, wanted: str) -> None:
    with linked(tmp_path, [strike("a", "2013-04-09", "NAMED:Guild", words)]) as record:
        assert course(record, UNION)[0] == ("2013-04-09", wanted)


def test_a_first_day_counted_back_gives_way_to_the_one_told(tmp_path: Path) -> None:
    pages = [
        page("a", "2013-05-02").event("PROTEST", "NAMED:Guild", mode="strike", date="2013-05-02", verb="struck"),
        page("b", "2013-05-31").event(
            "PROTEST",
            "NAMED:Guild",
            mode="strike",
            date="2013-05-01",
            how="relative",
            status="ongoing",
            verb="out",
        ),
    ]
    with linked(tmp_path, pages) as record:
        assert course(record, UNION) == [("2013-05-02", "shut")]


def test_a_walkout_of_long_ago_whose_end_nobody_tells_was_over_when_the_next_began(tmp_path: Path) -> None:
    pages = [
        page("a", "2013-05-02").event("PROTEST", "NAMED:Guild", mode="strike", date="2013-05-02", verb="struck"),
        page("b", "2013-05-02").event("PROTEST", "NAMED:Guild", mode="strike", date="2012-03-05", verb="struck"),
        page("c", "2013-05-20").event("AGREE", "NAMED:Guild NAMED:Lowgate", date="2013-05-20", verb="agreed"),
    ]
    with linked(tmp_path, pages) as record:
        assert course(record, UNION) == [("2013-05-02", "shut"), ("2013-05-20", "reopening")]


def test_a_long_strike_that_is_told_to_go_on_is_one(tmp_path: Path) -> None:
    pages = [
        page("a", "2012-03-06").event("PROTEST", "NAMED:Guild", mode="strike", date="2012-03-05", verb="struck"),
        page("b", "2013-05-02").event(
            "PROTEST", "NAMED:Guild", mode="strike", date="2013-05-02", verb="striking", status="ongoing"
        ),
    ]
    with linked(tmp_path, pages) as record:
        assert course(record, UNION) == [("2012-03-05", "shut")]


def _out(name: str, day: str, words: str = "They walked out.") -> PageMaker:
    """A page that tells of a walkout on a day."""
    return page(name, day[:10]).event("PROTEST", "NAMED:Guild", mode="strike", date=day, verb="walked out", words=words)


def test_a_side_that_walks_out_day_after_day_strikes_for_a_day_each(tmp_path: Path) -> None:
    pages = [_out("a", "2013-05-02"), _out("b", "2013-05-09"), _out("c", "2013-05-23")]
    ended = page("d", "2013-05-24").event(
        "RETREAT", "NAMED:Guild", date="2013-05-24", verb="ended", words="They ended the strike."
    )
    with linked(tmp_path, [*pages, ended]) as record:
        assert course(record, UNION) == [("2013-05-02", "restricted"), ("2013-05-24", "open")]


def test_the_last_of_a_row_of_walkouts_goes_on_where_no_end_of_it_is_told(tmp_path: Path) -> None:
    pages = [_out("a", "2013-05-02"), _out("b", "2013-05-09"), _out("c", "2013-05-23")]
    with linked(tmp_path, pages) as record:
        assert course(record, UNION) == [("2013-05-02", "restricted"), ("2013-05-23", "shut")]


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("They began an indefinite strike.", "shut"),
        ("They walked out until their wages are paid.", "shut"),
        ("They began an all-out strike.", "shut"),
        ("They walked out, all out of patience.", "restricted"),
        ("They walked out for a day.", "restricted"),
    ],
)
def test_an_open_ended_strike_is_none_of_a_day(tmp_path: Path, words: str, state: State) -> None:
    pages = [
        _out("a", "2013-05-02", "They walked out for a day."),
        _out("b", "2013-05-06", "They walked out for a day."),
        _out("c", "2013-05-13", words),
        page("d", "2013-06-10").event(
            "RETREAT", "NAMED:Guild", date="2013-06-10", verb="ended", words="They ended the strike."
        ),
    ]
    with linked(tmp_path, pages) as record:
        assert [told for day, told in course(record, UNION) if day and "2013-05-02" <= day <= "2013-05-13"][-1] == state


def test_two_walkouts_are_no_row_of_days(tmp_path: Path) -> None:
    with linked(tmp_path, [_out("a", "2013-05-02"), _out("b", "2013-05-09")]) as record:
        assert course(record, UNION) == [("2013-05-02", "shut")]


def test_walkouts_with_an_end_between_them_are_no_row_of_days(tmp_path: Path) -> None:
    ended = page("d", "2013-05-06").event(
        "RETREAT", "NAMED:Guild", date="2013-05-06", verb="ended", words="They ended the strike."
    )
    with linked(tmp_path, [_out("a", "2013-05-02"), ended, _out("b", "2013-05-09"), _out("c", "2013-05-23")]) as record:
        assert course(record, UNION) == [("2013-05-02", "shut"), ("2013-05-06", "open"), ("2013-05-09", "shut")]


def test_a_walkout_late_in_a_month_is_the_one_told_by_its_day(tmp_path: Path) -> None:
    pages = [_out("a", "2013-05-28"), _out("b", "2013-05-21/2013-05-31")]
    with linked(tmp_path, pages) as record:
        assert course(record, UNION) == [("2013-05-28", "shut")]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("They walked out on the first of four days of strikes.", [("2013-05-02", "shut")]),
        ("They walked out in a strike of four days.", [("2013-05-02", "restricted"), ("2013-05-06", "open")]),
    ],
)
def test_the_first_of_several_days_of_strikes_is_not_as_long_as_all(
    tmp_path: Path, words: str, wanted: list[tuple[str, State]]
) -> None:
    with linked(tmp_path, [_out("a", "2013-05-02", words)]) as record:
        assert course(record, UNION) == wanted


def test_who_withdraws_the_notices_of_strikes_is_back(tmp_path: Path) -> None:
    pages = [_out("a", "2013-05-02"), _out("b", "2013-05-09"), _out("c", "2013-05-16")]
    off = page("d", "2013-05-20").event(
        "RETREAT", "NAMED:Guild", date="2013-05-20", verb="withdrew", words="They withdrew their notices.",
        rule="retreat.shelve verb+object",
    )  # fmt: skip
    later = [_out("e", "2013-06-13"), _out("f", "2013-06-20"), _out("g", "2013-06-27")]
    with linked(tmp_path, [*pages, off, *later]) as record:
        assert ("2013-05-20", "open") in course(record, UNION)
