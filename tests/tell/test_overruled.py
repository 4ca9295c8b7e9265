"""A spell of the state as somebody decided on it: in every view, after another reading, out and in again, undone."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from standoff.errors import UsageError
from standoff.link import link
from standoff.model import Annotation, Subject
from standoff.record import Record
from standoff.record.carrying import export_decisions, import_decisions
from standoff.record.deciding import Reviewer
from standoff.tell.brief import brief
from standoff.tell.decided import decisions
from standoff.tell.explain import explain
from standoff.tell.facts import find_told, told_spells
from standoff.tell.review import card
from standoff.tell.state import state
from standoff.tell.thing import thing
from standoff.testing import PageMaker, linked, page

SUBJECT = Subject(name="Vanta crossing", aliases=("the crossing",))


def pages() -> list[PageMaker]:
    return [
        page("shut", "2021-04-09").event(
            "COERCE", "GEO", "ARM", date="2021-04-08", mode="restrict", object="the crossing", verb="closed"
        ),
        page("open", "2021-06-02").event(
            "RETREAT", "GEO", "ARM", date="2021-06-01", mode="access", object="the crossing", verb="reopened"
        ),
    ]


@pytest.fixture
def record(tmp_path: Path) -> Record:
    made = linked(tmp_path, pages())
    made.declare(SUBJECT)
    return made


def clock() -> str:
    return "2026-01-02T03:04:05Z"


def deciding(record: Record) -> Reviewer:
    return Reviewer(record, who="Ana", clock=clock, find=find_told)


def spells(record: Record, at: str | None = None) -> list[tuple[str, str | None, str | None]]:
    return [(s.state, s.from_, s.to) for s in state(record, at=at).history]


def spell(record: Record, name: str) -> str:
    return next(s.id for s in state(record).history if s.state == name)


AS_READ = [("open", "../2021-04-07?", "2021-04-08"), ("shut", "2021-04-08", "2021-06-01"), ("open", "2021-06-01", None)]


def test_as_read(record: Record) -> None:
    assert spells(record) == AS_READ


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(
            {"from": "2021-04-03"},
            [("open", "../2021-04-02?", "2021-04-03"), ("shut", "2021-04-03", "2021-06-01"), ("open", "2021-06-01", None)],
            id="it began before: what was before it ends",
        ),
        pytest.param(
            {"from": "2021-04"},
            [("open", "../2021-03-31?", "2021-04"), ("shut", "2021-04", "2021-06-01"), ("open", "2021-06-01", None)],
            id="it began in a month: what was before it ends",
        ),
        pytest.param(
            {"to": "2021-07-15"},
            [("open", "../2021-04-07?", "2021-04-08"), ("shut", "2021-04-08", "2021-07-15"), ("open", "2021-07-15", None)],
            id="it ended later: what follows begins then",
        ),
        pytest.param(
            {"to": ""},
            [("open", "../2021-04-07?", "2021-04-08"), ("shut", "2021-04-08", None)],
            id="it lasts: nothing follows",
        ),
        pytest.param(
            {"state": "restricted"},
            [("open", "../2021-04-07?", "2021-04-08"), ("restricted", "2021-04-08", "2021-06-01"), ("open", "2021-06-01", None)],
            id="it was another state",
        ),
        pytest.param({"state": "open"}, [("open", "../2021-04-07?", None)], id="it was the state of its neighbours: all one"),
    ],
)  # fmt: skip
def test_what_is_set_right(
    record: Record, given: dict[str, str], expected: Sequence[tuple[str, str | None, str | None]]
) -> None:
    deciding(record).edit(spell(record, "shut"), given)
    assert spells(record) == expected
    deciding(record).undo()
    assert spells(record) == AS_READ


def test_the_last_spell_gets_an_end(record: Record) -> None:
    last = state(record).history[-1].id
    deciding(record).edit(last, {"to": "2021-08-01"})
    assert spells(record)[-2:] == [("open", "2021-06-01", "2021-08-01"), ("unknown", "2021-08-01", None)]


def test_what_was_there_before_the_first_page(record: Record) -> None:
    deciding(record).edit(state(record).history[0].id, {"from": "2019"})
    assert spells(record)[0] == ("open", "2019", "2021-04-08")


def test_a_rejected_spell_is_none(record: Record) -> None:
    deciding(record).reject(spell(record, "shut"))
    assert spells(record) == [("open", "../2021-04-07?", None)]


def test_an_accepted_one_holds_against_the_next_page(record: Record) -> None:
    deciding(record).accept(spell(record, "shut"))
    more = page("later", "2021-04-20").event(
        "COERCE", "GEO", "ARM", date="2021-04-02", mode="restrict", object="the crossing", verb="closed"
    )
    record.add(more.item(), more.annotation(), made="test")
    link(record)
    assert ("shut", "2021-04-08", "2021-06-01") in spells(record)


def test_the_later_decision_counts(record: Record) -> None:
    deciding(record).edit(spell(record, "shut"), {"from": "2021-04-03"})
    deciding(record).edit(spell(record, "shut"), {"from": "2021-04-05"})
    assert spells(record)[1] == ("shut", "2021-04-05", "2021-06-01")
    deciding(record).undo()
    assert spells(record)[1] == ("shut", "2021-04-03", "2021-06-01")


def test_views_tell_it(record: Record) -> None:
    deciding(record).edit(state(record).history[-1].id, {"state": "restricted", "from": "2021-05-30"})
    told = thing(record).state
    assert told is not None
    assert (told.state, told.from_) == ("restricted", "2021-05-30")
    assert "restricted since 30 May 2021" in brief(record)[0].text


def test_as_of_a_day(record: Record) -> None:
    deciding(record).edit(spell(record, "shut"), {"from": "2021-04-12", "to": "2021-06-03"})
    assert spells(record, at="2021-04-07") == []  # no page is known yet
    assert spells(record, at="2021-04-11") == [("open", "../2021-04-07?", None)]
    assert spells(record, at="2021-04-20")[-1] == ("shut", "2021-04-12", None)


def test_what_nobody_can_write(record: Record) -> None:
    id = spell(record, "shut")
    for given, words in (
        ({"from": "2021-07-01"}, "ends after it begins"),
        ({"from": ""}, "cannot be empty"),
        ({"from": "some day"}, "is no date"),
        ({"state": "closed"}, "is none that there is"),
        ({"type": "AID"}, "is no field of a spell"),
        ({"state": "shut"}, "nothing is changed"),
    ):
        with pytest.raises(UsageError, match=words):
            deciding(record).edit(id, given)
    with pytest.raises(UsageError, match="is no event"):
        deciding(record).merge([id, record.events()[0].id])


def test_it_is_carried_to_another_record(record: Record, tmp_path: Path) -> None:
    deciding(record).edit(spell(record, "shut"), {"from": "2021-04-03"})
    (tmp_path / "other").mkdir()
    other = linked(tmp_path / "other", pages())
    other.declare(SUBJECT)
    assert import_decisions(other, export_decisions(record)) == (1, 0)
    assert spells(other) == spells(record)
    assert import_decisions(other, export_decisions(record)) == (0, 1)


def reread(record: Record, made: Sequence[tuple[PageMaker, Annotation]]) -> None:
    """Pages of the same bytes, read otherwise."""
    for maker, annotation in made:
        record.add(maker.item(), annotation, made="newer")
    link(record)


def otherwise(maker: PageMaker, **changed: object) -> Annotation:
    made = maker.annotation()
    return replace(made, events=tuple(replace(event, **changed) for event in made.events))


def test_it_holds_where_the_day_is_read_otherwise(record: Record) -> None:
    deciding(record).edit(spell(record, "shut"), {"from": "2021-04-03"})
    shut, _ = pages()
    reread(record, [(shut, otherwise(shut, date="2021-04-09"))])
    assert spells(record)[1] == ("shut", "2021-04-03", "2021-06-01")
    assert [row.standing for row in decisions(record)] == ["stands"]


def test_it_holds_where_its_sentence_gives_nothing_any_more(record: Record) -> None:
    deciding(record).edit(spell(record, "shut"), {"from": "2021-04-03"})
    shut, _ = pages()
    reread(record, [(shut, replace(shut.annotation(), events=()))])
    assert ("shut", "2021-04-03", "2021-06-01") in spells(record)
    told = next(s for s in state(record).history if s.state == "shut")
    assert [source.quote for source in told.sources] == [shut.text.splitlines()[1]]
    assert [row.standing for row in decisions(record)] == ["stands"]


def test_without_its_page_it_has_lost_its_place(record: Record, tmp_path: Path) -> None:
    deciding(record).edit(spell(record, "shut"), {"from": "2021-04-03"})
    (tmp_path / "other").mkdir()
    other = linked(tmp_path / "other", pages()[1:])
    import_decisions(other, export_decisions(record))
    assert [(row.standing, row.on) for row in decisions(other)] == [("lost", None)]


def test_what_is_shown_of_it(record: Record) -> None:
    made = deciding(record).edit(spell(record, "shut"), {"from": "2021-04-03"})
    id = spell(record, "shut")
    shown = card(record, id)
    assert (shown.kind, shown.type, shown.summary) == ("spell", "shut", "shut from 3 April 2021 to 1 June 2021")
    assert dict(shown.fields) == {"from": "2021-04-03", "state": "shut", "to": "2021-06-01"}
    assert [d.id for d in shown.decisions] == [made.id]
    assert shown.passages
    assert [d.id for d in explain(record, id).decisions] == [made.id]
    row = decisions(record)[0]
    assert (row.on, row.type, row.values) == (id, "spell", (("from", "2021-04-08", "2021-04-03"),))


def test_every_spell_rests_on_mentions(record: Record) -> None:
    assert all(told.keys for told in told_spells(record))
