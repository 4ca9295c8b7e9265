"""The pictures: where things stand, what is soft, what is hollow, no labels on each other."""

from collections.abc import Sequence
from datetime import date
from itertools import combinations, pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.lexicon.state_words import state_words
from standoff.model import Status
from standoff.tell.rows import ClimateRow, Outlook, Source, StateSpell, StateView, TimelineRow
from standoff.web.axis import LAYOUTS, Axis, Layout, make_axis
from standoff.web.curve import curve
from standoff.web.labels import Rows, shorten, width_of
from standoff.web.lanes import Lane, lanes
from standoff.web.statebar import state_bars, state_picture

WORDS = state_words(None).short

SOURCE = Source(document="p", start=0, end=1, quote="x")
WIDE = LAYOUTS[0]


def spell(state: str, start: str, end: str | None = None, claimed_by: str | None = None) -> StateSpell:
    return StateSpell(id=start, from_=start, to=end, state=state, claimed_by=claimed_by, sources=(SOURCE,))  # type: ignore[arg-type]


def row(n: int, day: str, actors: tuple[str, ...] = ("GEO",), status: Status = "happened") -> TimelineRow:
    return TimelineRow(
        id=f"e{n}",
        date=day,
        date_how="stated",
        type="COERCE",
        mode=None,
        actors=actors,
        recipients=(),
        object=None,
        status=status,
        summary=f"Somebody does the thing number {n} at length",
        weight=float(n),
        confidence=0.9,
        sources=(SOURCE,),
        goldstein=-7.0,
    )


def axis_of(published: Sequence[str], ahead: Sequence[str] = (), layout: Layout = WIDE) -> Axis:
    axis = make_axis(published, ahead, published, layout)
    assert axis is not None
    return axis


def draw(rows: Sequence[TimelineRow], parties: Sequence[str], names: dict[str, str], axis: Axis) -> list[Lane]:
    return lanes(rows, parties, names, axis, lambda row: len(row.sources))


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_the_axis_runs_from_before_the_first_page_to_what_lies_ahead(layout: Layout) -> None:
    axis = axis_of(["2013-04-03", "2013-07-06"], ["2013-08-14"], layout)
    assert axis.first.isoformat() == "2013-02-01"
    assert axis.last.isoformat() == "2013-08-24"
    assert axis.x(axis.first) == layout.left
    assert axis.x(axis.last) == layout.width


def test_a_page_dated_to_half_a_year_does_not_stretch_the_axis() -> None:
    assert axis_of(["2013-04-03", "2013-07-06", "2013-06-01/2013-12-31"]).last.isoformat() == "2013-07-16"


def test_no_dated_page_no_axis() -> None:
    assert make_axis([None, "XXXX-08-01/XXXX-08-13"]) is None


def test_years_of_which_nothing_is_told_are_squeezed() -> None:
    axis = axis_of(["2013-04-03", "2013-05-06", "2019-02-01", "2019-03-01"])
    [long, *_] = sorted(axis.gaps, key=lambda gap: gap.first - gap.last)
    assert (long.last - long.first).days > 2000
    assert long.width < (axis.layout.width - axis.layout.left) / 10
    assert "nothing is told" in long.title


@given(st.lists(st.dates(date(1950, 1, 1), date(2090, 1, 1)), min_size=1, max_size=12), st.sampled_from(LAYOUTS))
def test_later_days_never_lie_further_left(days: list[date], layout: Layout) -> None:
    texts = sorted(str(day) for day in days)
    axis = make_axis(texts, (), texts, layout)
    if axis is None:
        return
    places = [axis.x(day) for day in sorted({*axis.days, *(d for d in days if axis.first <= d <= axis.last)})]
    assert places == sorted(places)
    assert all(layout.left <= place <= layout.width for place in places)
    ticks = axis.ticks()
    for one, other in pairwise(ticks):
        assert one.x + width_of(one.label) <= other.x


def test_a_month_has_a_soft_edge_and_a_day_has_none() -> None:
    bars = state_bars(
        [spell("shut", "2013-04"), spell("open", "2013-06-10")], axis_of(["2013-04-03", "2013-07-06"]), WORDS
    )
    assert [bar.state for bar in bars] == ["unknown", "shut", "open", "unknown"]
    assert bars[1].soft > 0
    assert bars[2].soft == 0


def test_what_no_page_tells_is_drawn_as_not_told() -> None:
    axis = axis_of(["2013-04-03"])
    assert state_bars([spell("shut", "2013-04-01")], axis, WORDS)[0].state == "unknown"
    assert [bar.state for bar in state_bars([], axis, WORDS)] == ["unknown"]


def test_what_is_announced_stands_above_a_bar_that_stays_as_it_is() -> None:
    view = StateView(
        subject=None,
        history=(spell("shut", "2013-04-08"),),
        aspects=(),
        outlook=(Outlook(state="open", announced="2013-07-01", by=("GEO",), for_="2013-07-20", sources=(SOURCE,)),),
    )
    picture = state_picture(view, {}, axis_of(["2013-04-03", "2013-07-06"], ["2013-07-20"]), WORDS)
    assert [bar.state for bar in picture.bars] == ["unknown", "shut", "unknown"]
    assert picture.bars[-1].title == "after the last page"
    [ahead] = picture.ahead
    assert ahead.label == "announced: open for 20 July 2013"
    assert not ahead.open
    assert ahead.label_x + width_of(ahead.label) <= ahead.x or ahead.label_x >= ahead.x


def test_each_side_s_claim_has_a_strip_of_its_own() -> None:
    history = (spell("shut", "2013-04-08"), spell("open", "2013-04-10", claimed_by="GEO"))
    view = StateView(subject=None, history=history, aspects=(), outlook=())
    picture = state_picture(view, {"GEO": "Georgia"}, axis_of(["2013-04-03", "2013-07-06"]), WORDS)
    assert [bar.state for bar in picture.bars] == ["unknown", "shut", "unknown"]
    assert [(strip.name, [bar.state for bar in strip.bars]) for strip in picture.claims] == [("Georgia", ["open"])]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_labels_never_lie_on_each_other(layout: Layout) -> None:
    axis = axis_of(["2013-04-03", "2013-07-06"], (), layout)
    [lane] = draw([row(n, f"2013-04-{n + 1:02}") for n in range(20)], ["GEO", "ARM"], {}, axis)
    drawn = [(m.label_row, m.label_x, m.label_x + width_of(m.label)) for m in lane.marks if m.label]
    assert drawn
    for (a_row, a_left, a_right), (b_row, b_left, b_right) in combinations(drawn, 2):
        assert a_row != b_row or a_right < b_left or b_right < a_left
    assert all(layout.left <= left and right <= layout.width for _, left, right in drawn)


@given(st.lists(st.tuples(st.floats(0, 700), st.text(max_size=60)), max_size=30))
def test_words_in_rows_never_touch(asked: list[tuple[float, str]]) -> None:
    rows = Rows(0.0, 700.0, 3)
    placed = [(place, width_of(words)) for x, words in asked if (place := rows.place(x, words))]
    for ((a, a_row), a_width), ((b, b_row), b_width) in combinations(placed, 2):
        assert a_row != b_row or a + a_width < b or b + b_width < a


@given(st.text(max_size=120), st.floats(0, 500))
def test_words_are_cut_to_the_room_they_have(words: str, room: float) -> None:
    assert width_of(shorten(words, room)) <= room or not words


def test_planned_is_hollow_and_a_year_has_no_place() -> None:
    axis = axis_of(["2013-04-03", "2013-07-06"])
    [lane] = draw([row(1, "2013-06-01", status="planned"), row(2, "2013")], ["GEO", "ARM"], {}, axis)
    assert [mark.hollow for mark in lane.marks] == [True]
    assert lane.undrawn == 1


def test_of_very_many_events_the_lighter_ones_are_ticks() -> None:
    axis = axis_of(["2013-04-03", "2013-07-06"])
    [lane] = draw([row(n, f"2013-0{4 + n % 3}-{n % 28 + 1:02}") for n in range(500)], ["GEO", "ARM"], {}, axis)
    assert len(lane.marks) == 60
    assert 0 < len(lane.ticks) <= 90


def test_each_direction_has_its_lane() -> None:
    rows = [
        row(1, "2013-04-01"),
        row(2, "2013-04-01", ("ARM-GOV",)),
        row(3, "2013-04-01", ("GEO", "ARM")),
        row(4, "2013-04-01", ("USA",)),
    ]
    found = draw(rows, ["GEO", "ARM"], {"GEO": "Georgia"}, axis_of(["2013-04-03"]))
    assert [lane.kind for lane in found] == ["a", "b", "both", "others"]


def test_a_label_does_not_say_again_whose_lane_it_is() -> None:
    found = draw([row(1, "2013-04-01")], ["GEO", "ARM"], {"GEO": "Somebody"}, axis_of(["2013-04-03"]))
    assert [mark.label for mark in found[0].marks] == ["does the thing number 1 at length"]


def test_what_two_did_together_is_told_without_their_names() -> None:
    for summary in ("Georgia and Armenia agree to open the pass", "Armenia and Georgia agree to open the pass"):
        told = msgspec.structs.replace(row(1, "2013-04-01", ("GEO", "ARM")), summary=summary)
        names = {"GEO": "Georgia", "ARM": "Armenia"}
        [lane] = draw([told], ["GEO", "ARM"], names, axis_of(["2013-04-03"]))
        assert [mark.label for mark in lane.marks] == ["agree to open the pass"]


def test_a_name_that_only_begins_like_the_lane_s_is_kept_whole() -> None:
    for summary in ("South Korean civilians leave", "South Korea and Peru begin a drill"):
        told = msgspec.structs.replace(row(1, "2013-04-01", ("KOR",)), summary=summary)
        [lane, *_] = draw([told], ["KOR", "PRK"], {"KOR": "South Korea"}, axis_of(["2013-04-03"]))
        assert [mark.label for mark in lane.marks] == [summary]


def week(name: str, score: float, *events: str) -> ClimateRow:
    return ClimateRow(
        week=name, actor="GEO", recipient="ARM", score=score, events=events, low=score - 1, high=score + 1
    )


def test_turning_points_are_named_by_events_that_move_the_curve_that_way() -> None:
    rows = [week("2013-W14", -1.0, "e1"), week("2013-W15", -4.0, "e2"), week("2013-W20", -1.0)]
    events = {each.id: each for each in (row(1, "2013-04-01"), row(2, "2013-04-08"))}
    drawn = curve(rows, events, axis_of(["2013-04-03", "2013-07-06"]))
    assert drawn is not None
    assert [turn.id for turn in drawn.turns] == ["e1", "e2"]
    assert [turn.n for turn in drawn.turns] == [1, 2]


def test_weeks_without_anything_lie_on_the_neutral_line() -> None:
    rows = [week("2013-W14", -4.0, "e1"), week("2013-W20", -2.0, "e2")]
    drawn = curve(rows, {}, axis_of(["2013-04-03", "2013-07-06"]))
    assert drawn is not None
    heights = [float(point.partition(",")[2]) for point in drawn.line.split(" ")]
    assert heights.count(drawn.zero) >= 2
