"""Aspects: a value holds until another one is told; acts tell them as well as descriptions."""

from pathlib import Path

from standoff.model import Party, Subject
from standoff.tell.rows import AspectRow
from standoff.tell.state import state
from standoff.testing import PageMaker, linked, page

SUBJECT = Subject(
    name="Vanta crossing",
    aliases=("the crossing",),
    parties=(Party(id="GEO", name="Georgia"), Party(id="ARM", name="Armenia")),
)


def aspects(tmp_path: Path) -> list[AspectRow]:
    pages = [
        page("a", "2021-04-03")
        .event("SANCTION", "GEO", "ARM", date="2021-04-01", mode="discontinue", object="the hotline", verb="cut")
        .state("open", object="the crossing", aspect="people_in", date="2021-04-02"),
        page("b", "2021-04-09").event(
            "COERCE",
            "GEO",
            "ARM-BUS",
            date="2021-04-08",
            mode="restrict",
            object="lorries at the crossing",
            verb="barred",
        ),
        page("c", "2021-06-03")
        .event("RETREAT", "GEO", "ARM", date="2021-06-01", mode="access", object="the hotline", verb="restored")
        .state("shut", object="the crossing", aspect="people_in", date="2021-06-02"),
    ]
    record = linked(tmp_path, pages)
    record.declare(SUBJECT)
    return list(state(record).aspects)


def test_a_line_that_was_cut_is_shut_until_it_is_restored(tmp_path: Path) -> None:
    found = [(row.value, row.from_, row.to) for row in aspects(tmp_path) if row.aspect == "line_of_contact"]
    assert found == [("shut", "2021-04-01", "2021-06-01"), ("open", "2021-06-01", None)]


def test_the_next_value_ends_the_one_before(tmp_path: Path) -> None:
    found = [(row.value, row.from_, row.to) for row in aspects(tmp_path) if row.aspect == "people_in"]
    assert found == [("open", "2021-04-02", "2021-06-02"), ("shut", "2021-06-02", None)]


def test_barred_goods_are_an_aspect(tmp_path: Path) -> None:
    assert [(row.value, row.from_) for row in aspects(tmp_path) if row.aspect == "goods"] == [("shut", "2021-04-08")]


def test_who_bars_people_and_goods_shuts_both_out(tmp_path: Path) -> None:
    barred = page("a", "2021-04-03").event(
        "COERCE", "GEO", "ARM-BUS", date="2021-04-01", mode="restrict", object="drivers and lorries at the crossing"
    )
    record = linked(tmp_path, [barred])
    record.declare(SUBJECT)
    found = {(row.aspect, row.value, row.from_) for row in state(record).aspects}
    assert found == {("goods", "shut", "2021-04-01"), ("people_in", "shut", "2021-04-01")}


def test_every_value_has_its_sentence(tmp_path: Path) -> None:
    rows = aspects(tmp_path)
    assert rows
    assert all(row.sources for row in rows)


def rows_of(tmp_path: Path, *pages: PageMaker) -> list[tuple[str, str | None, str | None]]:
    record = linked(tmp_path, pages)
    record.declare(SUBJECT)
    return [(row.value, row.from_, row.to) for row in state(record).aspects if row.aspect == "people_in"]


def test_what_one_side_claims_ends_where_the_aspect_is_otherwise(tmp_path: Path) -> None:
    made = page("a", "2021-04-03").state("open", object="the crossing", aspect="people_in", by="GEO")
    later = page("b", "2021-05-03").state("shut", object="the crossing", aspect="people_in")
    assert rows_of(tmp_path, made, later) == [("open", "2021-04-03", "2021-05-03"), ("shut", "2021-05-03", None)]


def test_a_count_ends_with_the_next_one(tmp_path: Path) -> None:
    made = page("a", "2021-04-03").state("unknown", aspect="people_in", value="40 drivers", by="GEO")
    later = page("b", "2021-04-09").state("unknown", aspect="people_in", value="12 drivers")
    found = rows_of(tmp_path, made, later)
    assert found == [("40 drivers", "2021-04-03", "2021-04-09"), ("12 drivers", "2021-04-09", None)]


def test_of_two_values_told_for_one_day_one_stands(tmp_path: Path) -> None:
    made = page("a", "2021-04-03").state("open", object="the crossing", aspect="people_in")
    made.state("reopening", object="the crossing", aspect="people_in")
    assert rows_of(tmp_path, made) == [("reopening", "2021-04-03", None)]


def test_what_has_no_day_is_left_out(tmp_path: Path) -> None:
    assert rows_of(tmp_path, page("a", None).state("open", object="the crossing", aspect="people_in")) == []
