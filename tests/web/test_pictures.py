"""The pictures: where things stand, what is soft, what is hollow, no labels on each other."""

import msgspec

from standoff.model import Status
from standoff.tell.rows import Source, StateSpell, TimelineRow
from standoff.web.axis import LEFT, WIDTH, make_axis
from standoff.web.pictures import lanes, state_bars

SOURCE = Source(document="p", start=0, end=1, quote="x")


def spell(state: str, start: str, end: str | None = None) -> StateSpell:
    return StateSpell(id=start, from_=start, to=end, state=state, sources=(SOURCE,))  # type: ignore[arg-type]


def row(n: int, date: str, actors: tuple[str, ...] = ("GEO",), status: Status = "happened") -> TimelineRow:
    return TimelineRow(
        id=f"e{n}",
        date=date,
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
    )


def test_the_axis_runs_from_before_the_first_page_to_what_lies_ahead() -> None:
    axis = make_axis(["2013-04-03", "2013-07-06"], ["2013-08-14"])
    assert axis is not None
    assert axis.first.isoformat() == "2013-02-01"
    assert axis.last.isoformat() == "2013-08-24"
    assert axis.x(axis.first) == LEFT
    assert axis.x(axis.last) == WIDTH


def test_a_page_dated_to_half_a_year_does_not_stretch_the_axis() -> None:
    axis = make_axis(["2013-04-03", "2013-07-06", "2013-06-01/2013-12-31"])
    assert axis is not None
    assert axis.last.isoformat() == "2013-07-16"


def test_no_dated_page_no_axis() -> None:
    assert make_axis([None, "XXXX-08-01/XXXX-08-13"]) is None


def test_a_month_has_a_soft_edge_and_a_day_has_none() -> None:
    axis = make_axis(["2013-04-03", "2013-07-06"])
    assert axis is not None
    bars = state_bars([spell("shut", "2013-04"), spell("open", "2013-06-10")], axis)
    assert [bar.state for bar in bars] == ["unknown", "shut", "open"]
    assert bars[1].soft > 0
    assert bars[2].soft == 0


def test_what_no_page_tells_is_drawn_as_unknown() -> None:
    axis = make_axis(["2013-04-03"])
    assert axis is not None
    assert state_bars([spell("shut", "2013-04-01")], axis)[0].label in ("not told", "")


def test_labels_never_lie_on_each_other() -> None:
    axis = make_axis(["2013-04-03", "2013-07-06"])
    assert axis is not None
    found = lanes([row(n, f"2013-04-{n + 1:02}") for n in range(20)], ["GEO", "ARM"], {}, axis)
    drawn = [(m.label_row, m.label_x, m.label_x + len(m.label) * 6.3) for m in found[0].marks if m.label]
    assert drawn
    for n, (a_row, a_left, a_right) in enumerate(drawn):
        for b_row, b_left, b_right in drawn[n + 1 :]:
            assert a_row != b_row or a_right < b_left or b_right < a_left


def test_planned_is_hollow_and_a_year_has_no_place() -> None:
    axis = make_axis(["2013-04-03", "2013-07-06"])
    assert axis is not None
    marks = lanes([row(1, "2013-06-01", status="planned"), row(2, "2013")], ["GEO", "ARM"], {}, axis)[0].marks
    assert [mark.hollow for mark in marks] == [True]


def test_each_direction_has_its_lane() -> None:
    axis = make_axis(["2013-04-03"])
    assert axis is not None
    rows = [
        row(1, "2013-04-01"),
        row(2, "2013-04-01", ("ARM-GOV",)),
        row(3, "2013-04-01", ("GEO", "ARM")),
        row(4, "2013-04-01", ("USA",)),
    ]
    assert [lane.kind for lane in lanes(rows, ["GEO", "ARM"], {"GEO": "Georgia"}, axis)] == ["a", "b", "both", "others"]


def test_a_label_does_not_say_again_whose_lane_it_is() -> None:
    axis = make_axis(["2013-04-03"])
    assert axis is not None
    found = lanes([row(1, "2013-04-01")], ["GEO", "ARM"], {"GEO": "Somebody"}, axis)
    assert [mark.label for mark in found[0].marks] == ["does the thing number 1 at length"]


def test_a_name_that_only_begins_like_the_lane_s_is_kept_whole() -> None:
    axis = make_axis(["2013-04-03"])
    assert axis is not None
    for summary in ("South Korean civilians leave", "South Korea and Peru begin a drill"):
        told = msgspec.structs.replace(row(1, "2013-04-01", ("KOR",)), summary=summary)
        [lane, *_] = lanes([told], ["KOR", "PRK"], {"KOR": "South Korea"}, axis)
        assert [mark.label for mark in lane.marks] == [summary]
