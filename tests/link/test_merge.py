"""The same event once: what joins, what stays apart, in any order."""

import random
from itertools import count
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.timing import ends_within

from standoff.model import DateHow, PloverType
from standoff.record import Record
from standoff.testing import PageMaker, linked, page


def told(record: Record) -> list[tuple[str | None, str, int]]:
    """Date, type and number of reports of each event."""
    return [(e.date, e.type, len(e.members)) for e in record.events()]


def bar(id: str, published: str, date: str | None = None, how: DateHow = "stated") -> PageMaker:
    made = page(id, published)
    return made.event("COERCE", "PRK", "KOR", mode="restrict", verb="barred", object="the firms", date=date, how=how)


def test_two_pages_tell_one_event(tmp_path: Path) -> None:
    with linked(
        tmp_path, [bar("a", "2013-04-03", date="2013-04-03"), bar("b", "2013-04-05", date="2013-04-03")]
    ) as record:
        (event,) = record.events()
        assert (event.date, len(event.members)) == ("2013-04-03", 2)
        assert event.id == min(m.key for m in event.members)
        assert {record.canonical(m.key) for m in event.members} == {event.id}
        assert "same actor" in next(iter(record.merges().values()))[1]


def test_different_days_stay_apart(tmp_path: Path) -> None:
    with linked(
        tmp_path, [bar("a", "2013-04-03", date="2013-04-03"), bar("b", "2013-04-09", date="2013-04-09")]
    ) as record:
        assert told(record) == [("2013-04-03", "COERCE", 1), ("2013-04-09", "COERCE", 1)]


def test_a_coarse_report_joins_the_only_act_it_can_mean(tmp_path: Path) -> None:
    with linked(
        tmp_path, [bar("a", "2013-04-03", date="2013-04-03"), bar("b", "2013-08-07", date="2013-04")]
    ) as record:
        assert told(record) == [("2013-04-03", "COERCE", 2)]


def test_a_coarse_report_that_can_mean_two_stays_alone(tmp_path: Path) -> None:
    pages = [
        bar("a", "2013-04-03", date="2013-04-03"),
        bar("b", "2013-04-20", date="2013-04-20"),
        bar("c", "2013-08-07", date="2013-04"),
    ]
    with linked(tmp_path, pages) as record:
        assert told(record) == [("2013-04", "COERCE", 1), ("2013-04-03", "COERCE", 1), ("2013-04-20", "COERCE", 1)]


def test_a_report_dated_by_its_page_joins_the_act_before(tmp_path: Path) -> None:
    late = bar("b", "2013-04-05", date="2013-04-05", how="published")
    with linked(tmp_path, [bar("a", "2013-04-03", date="2013-04-03"), late]) as record:
        assert told(record) == [("2013-04-03", "COERCE", 2)]


def test_other_actors_and_other_types_stay_apart(tmp_path: Path) -> None:
    pages = [
        bar("a", "2013-04-03", date="2013-04-03"),
        page("b", "2013-04-03").event("COERCE", "USA", "PRK", date="2013-04-03", verb="barred"),
        page("c", "2013-04-03").event("THREATEN", "PRK", "KOR", date="2013-04-03", verb="barred"),
    ]
    with linked(tmp_path, pages) as record:
        assert len(record.events()) == 3


def test_what_was_planned_is_the_act_that_took_place(tmp_path: Path) -> None:
    pages = [
        page("a", "2013-07-01").event("CONSULT", "PRK KOR", date="2013-07-06", verb="meet", status="planned"),
        page("b", "2013-07-06").event("CONSULT", "KOR", "PRK", date="2013-07-06", verb="met"),
    ]
    with linked(tmp_path, pages) as record:
        (event,) = record.events()
        assert (event.status, event.happened) == ("happened", True)


def test_what_is_only_spoken_of_is_no_act(tmp_path: Path) -> None:
    speech = page("a", "2013-04-01").event("THREATEN", "PRK", "KOR", date="2013-04-01", verb="warned")
    speech.event("COERCE", "PRK", "KOR", date="2013-04-03", verb="barred", status="threatened", content_of=0)
    with linked(tmp_path, [speech, bar("b", "2013-04-03", date="2013-04-03")]) as record:
        assert len(record.events()) == 3
        (content,) = [e for e in record.events() if e.content_of]
        assert content.content_of == next(e.id for e in record.events() if e.type == "THREATEN")
        assert not content.happened


def test_undated_background_joins_the_act_it_means(tmp_path: Path) -> None:
    with linked(tmp_path, [bar("a", "2013-04-03", date="2013-04-03"), bar("b", "2013-06-20")]) as record:
        assert told(record) == [("2013-04-03", "COERCE", 2)]


def test_sources_that_differ_are_kept(tmp_path: Path) -> None:
    pages = [
        bar("a", "2013-04-03", date="2013-04-03"),
        bar("b", "2013-04-04", date="2013-04-03"),
        bar("c", "2013-04-04", date="2013-04-04", how="published"),
        bar("d", "2013-04-03", date="2013-04-03").event(
            "COERCE", "PRK", "KOR", date="2013-04-03", verb="barred", negated=True
        ),
    ]
    with linked(tmp_path, pages) as record:
        assert [e.date for e in record.events()] == ["2013-04-03", "2013-04-03"]


def test_a_date_that_hangs_on_another_event(tmp_path: Path) -> None:
    from msgspec.structs import replace

    from standoff.link import link
    from standoff.model import DateRelation
    from standoff.testing import record_of

    made = page("a", "2013-07-06").event("CONSULT", "PRK KOR", date="2013-07-06", verb="met")
    made.event("REJECT", "PRK", "KOR", verb="collapsed")
    made.events[1] = replace(made.events[1], date_rel=DateRelation(anchor=0, offset="P1M", direction="before"))
    with record_of(tmp_path, [made]) as record:
        link(record)
        assert [(e.type, e.date) for e in record.events()] == [("REJECT", "2013-06~"), ("CONSULT", "2013-07-06")]


def many_pages() -> list[PageMaker]:
    """Pages that share acts in many ways."""
    made = [bar(f"a{n}", f"2013-04-{3 + n:02}", date="2013-04-03") for n in range(4)]
    made += [bar(f"b{n}", f"2013-05-{3 + n:02}", date="2013-04") for n in range(3)]
    made += [bar(f"c{n}", f"2013-06-{3 + n:02}") for n in range(3)]
    made += [
        page(f"d{n}", f"2013-04-{8 + n:02}").event("SANCTION", "PRK", "KOR", date="2013-04-08", verb="withdrew")
        for n in range(3)
    ]
    return made


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_reading_does_not_matter(tmp_path: Path, seed: int) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    shuffled = many_pages()
    random.Random(seed).shuffle(shuffled)
    with linked(tmp_path / "one", many_pages()) as one, linked(tmp_path / "two", shuffled) as two:
        assert [d.id for d in one.documents()] == [d.id for d in two.documents()]
        assert one.events() == two.events()
        assert one.merges() == two.merges()


def test_copies_of_a_text_tell_once(tmp_path: Path) -> None:
    def story(id: str, day: str) -> PageMaker:
        made = page(id, day)
        for n in range(6):
            made.say(f"The clerk of ward {n} wrote down what the ferrymen had told the court that week.")
        made.event("REQUEST", "NOR", "SWE", date=day, how="published", verb="asked", topic="a road")
        return made.event("REJECT", "SWE", "NOR", verb="refused", topic="a road")

    with linked(tmp_path, [story("a", "2013-04-08"), story("b", "2013-04-09")]) as record:
        assert [d.copy_of is None for d in record.documents()] == [True, False]
        assert [(e.type, e.date, len(e.members)) for e in record.events()] == [
            ("REQUEST", "2013-04-08", 2),
            ("REJECT", None, 2),
        ]


def test_talks_that_break_down_are_no_refusal_of_one_side(tmp_path: Path) -> None:
    made = page("a", "2013-07-26").event(
        "REJECT", "PRK KOR", verb="broke down", date="2013-07-25", rule="reject.collapse"
    )
    made.event("REJECT", "KOR", verb="rejected", object="the drafts", date="2013-07-25", rule="reject.refuse")
    with linked(tmp_path, [made]) as record:
        assert sorted(e.actors for e in record.events()) == [("KOR",), ("PRK", "KOR")]


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        (("threatened", "speech.threaten"), ("warned", "speech.warn"), 2),
        (("threatened", "speech.threaten"), ("threatened", "speech.threaten"), 1),
    ],
)
def test_undated_acts_join_only_with_something_in_common(
    tmp_path: Path, first: tuple[str, str], second: tuple[str, str], count: int
) -> None:
    made = page("a", "2013-07-26")
    for verb, rule in (first, second):
        made.event("THREATEN", "PRK", verb=verb, rule=rule)
    with linked(tmp_path, [made]) as record:
        assert len(record.events()) == count


def test_dates_a_day_apart_of_one_act_differ(tmp_path: Path) -> None:
    pages = [
        page(id, "2013-04-12").event("SANCTION", "PRK", mode="withdraw", verb="withdrew", object="crews", date=day)
        for id, day in (("a", "2013-04-08"), ("b", "2013-04-09"), ("c", "2013-04-09"))
    ]
    for n, made in enumerate(pages):
        for line in range(6):
            made.say(
                f"In town {n} the {line + 2} bakers of street {n * line} ask {n + 9} questions of mayor {line * 7}."
            )
    with linked(tmp_path, pages) as record:
        (event,) = record.events()
        assert event.date == "2013-04-09"
        assert [(field, value) for field, value, _ in event.differs] == [("date", "2013-04-09"), ("date", "2013-04-08")]


def test_the_joint_reading_counts(tmp_path: Path) -> None:
    pages = [
        page("a", "2013-07-07").event("AGREE", "PRK", verb="agreed", date="2013-07-06", topic="the visits"),
        page("b", "2013-07-07").event("AGREE", "PRK", verb="agreed", date="2013-07-06", topic="the visits"),
        page("c", "2013-07-07").event("AGREE", "PRK KOR", verb="agreed", date="2013-07-06", topic="the visits"),
        page("d", "2013-07-07").event("AGREE", "PRK", verb="agreed", date="2013-07-06", topic="the visits"),
    ]
    for made in pages:
        made.events[0] = replace(made.events[0], rule="agree.test")
    with linked(tmp_path, pages) as record:
        (event,) = record.events()
        assert set(event.actors) == {"PRK", "KOR"}


def test_an_accord_of_two_is_with_each_other_though_one_report_names_one_side_alone(tmp_path: Path) -> None:
    pages = [
        page("a", "2013-07-07").event("AGREE", "PRK KOR", verb="agreed", date="2013-07-06", topic="the visits"),
        page("b", "2013-07-07").event("AGREE", "PRK", "KOR", verb="agreed", date="2013-07-06", topic="the visits"),
    ]
    for made in pages:
        made.events[0] = replace(made.events[0], rule="agree.test")
    with linked(tmp_path, pages) as record:
        (event,) = record.events()
        assert set(event.actors) == set(event.recipients) == {"PRK", "KOR"}


def test_a_copy_of_the_next_day_has_the_date_of_the_original(tmp_path: Path) -> None:
    words = [f"The mill at Lowgate, number {n}, stood idle for {n + 3} days in spring." for n in range(9)]
    pages = []
    for id, day, sure in (("a", "2013-04-08", 0.7), ("b", "2013-04-09", 0.9)):
        made = page(id, day)
        for line in words:
            made.say(line)
        said = "South Korea regretted the decision."
        pages.append(
            made.event("ACCUSE", "KOR", verb="regretted", words=said, date=day, how="published", confidence=sure)
        )
    with linked(tmp_path, pages) as record:
        (event,) = record.events()
        assert (event.date, len(event.members)) == ("2013-04-08", 2)


def test_in_a_month_like_acts_join_only_with_something_in_common(tmp_path: Path) -> None:
    pages = [
        page("a", "2013-05-02").event("SANCTION", "PRK", verb="cut", object="the hotline", date="2013-03", rule="cut"),
        page("b", "2013-05-03").event("SANCTION", "PRK", verb="ended", object="the tours", date="2013-03", rule="cut"),
    ]
    with linked(tmp_path, pages) as record:
        assert len(record.events()) == 2


def test_a_page_that_says_one_thing_a_thousand_times_is_put_together_in_time(tmp_path: Path) -> None:
    made = page("a", "2013-04-03")
    for _ in range(1_000):
        made.event("COERCE", "PRK", "KOR", mode="restrict", verb="barred", object="the firms", date="2013-04-03")
    folders = count()

    def put_together() -> None:
        folder = tmp_path / str(next(folders))
        folder.mkdir()
        with linked(folder, [made]) as record:
            assert told(record) == [("2013-04-03", "COERCE", 1_000)]

    assert ends_within(20, put_together)


@pytest.mark.parametrize(
    ("type", "other", "count"),
    [
        ("ASSAULT", "PER-REB", 2),
        ("ASSAULT", "PER-CVL", 1),
        ("ASSAULT", "PER-GOV", 1),
        ("PROTEST", "PER-REB", 1),
    ],
)
def test_those_against_a_state_are_another_side(tmp_path: Path, type: PloverType, other: str, count: int) -> None:
    """What rebels do is no act of the army; people may be either, and protesters are no state."""
    pages = [
        page("a", "2013-04-03").event(type, "PER-MIL", date="2013-04-03", verb="stormed"),
        page("b", "2013-04-04").event(type, other, date="2013-04-03", verb="stormed"),
    ]
    with linked(tmp_path, pages) as record:
        assert len(record.events()) == count
