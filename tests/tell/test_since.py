"""What has changed since a look: new, corrected, contradicted, answered, gone, each with its sentence."""

from pathlib import Path

from msgspec.structs import replace

from standoff.link import link
from standoff.model import Party, Subject
from standoff.record import Record
from standoff.record.looks import Look, last_look, take_look
from standoff.tell.since import MOST, look, since, state_changed
from standoff.tell.timeline import timeline
from standoff.testing import PageMaker, linked, page

SUBJECT = Subject(
    name="Lowgate mine",
    aliases=("the mine",),
    parties=(Party(id="NOR", name="Norway"), Party(id="SWE", name="Sweden")),
)


def halt(id: str, day: str, date: str) -> PageMaker:
    return page(id, day).event("SANCTION", "NOR", "SWE", mode="discontinue", object="the mine", date=date, verb="shut")


def more(record: Record, *pages: PageMaker) -> None:
    for each in pages:
        record.add(each.item(), each.annotation(), made="test")
    link(record)


def test_a_look_is_kept_and_read_again(tmp_path: Path) -> None:
    with linked(tmp_path, [halt("a", "2013-04-09", "2013-04-09")]) as made:
        made.declare(SUBJECT)
        assert last_look(made) is None
        seen = look(made)
        assert (seen.day, seen.state, seen.since, len(seen.rows)) == ("2013-04-09", "shut", "2013-04-09", 1)
        take_look(made, seen)
        assert last_look(made) == seen
        assert since(made, seen) == []


def test_what_is_new(tmp_path: Path) -> None:
    with linked(tmp_path, [halt("a", "2013-04-09", "2013-04-09")]) as made:
        made.declare(SUBJECT)
        then = look(made)
        more(
            made,
            page("b", "2013-06-02").event(
                "COOPERATE", "NOR SWE", object="the mine", date="2013-06-01", verb="reopened"
            ),
        )
        first, second = since(made, then)
        assert first.text == "State: open since 1 June 2013; it was shut."
        assert second.text.startswith("New: on 1 June 2013, ")
        assert {s.document for s in second.sources} == {"b"}
        assert state_changed(made, then)
        assert not state_changed(made, look(made))


def test_what_is_corrected_says_what_it_was(tmp_path: Path) -> None:
    with linked(tmp_path, [halt("a", "2013-04-09", "2013-04-09")]) as made:
        made.declare(SUBJECT)
        now = look(made)
        old = Look(day=now.day, rows=(replace(now.rows[0], date="2013-04"),))
        (line,) = [each for each in since(made, old) if each.topic == "check"]
        assert line.text.startswith("Corrected: ")
        assert line.text.endswith("Before: date 2013-04.")
        assert line.sources


def test_what_sources_come_to_differ_on(tmp_path: Path) -> None:
    with linked(tmp_path, [halt("a", "2013-04-09", "2013-04-09")]) as made:
        made.declare(SUBJECT)
        then = look(made)
        more(made, halt("b", "2013-04-10", "2013-04-08"))
        texts = [line.text for line in since(made, then)]
        differing = [text for text in texts if "Contradicted: " in text or "New: " in text or "Corrected: " in text]
        assert differing


def test_what_no_longer_stands(tmp_path: Path) -> None:
    with linked(tmp_path, [halt("a", "2013-04-09", "2013-04-09")]) as made:
        then = look(made)
        empty = then.rows[0]
        gone = Look(day=then.day, rows=(replace(empty, id="e-none"),))
        texts = [line.text for line in since(made, gone)]
        assert any(text.startswith("No longer told: ") for text in texts)


def test_it_stays_on_one_page(tmp_path: Path) -> None:
    with linked(tmp_path, [halt("a", "2013-04-09", "2013-04-09")]) as made:
        made.declare(SUBJECT)
        then = look(made)
        days = [f"2013-05-{n:02}" for n in range(1, 25)]
        more(made, *(page(f"p{d}", d).event("CONSULT", "NOR SWE", date=d, verb=f"met{d}") for d in days))
        lines = [line for line in since(made, then) if line.topic == "happened"]
        assert len(lines) == MOST + 1
        assert lines[-1].text.startswith(f"And {len(days) - MOST} new entries")
        assert all(line.sources for line in lines)


def test_two_pages_of_one_name_and_day_are_told_apart(tmp_path: Path) -> None:
    first = page("index.txt", "2013-04-04", publisher="Post").event("COERCE", "PRK", "KOR", date="2013-04-03")
    second = page("index.txt", "2013-04-04", publisher="Post").event("COERCE", "PRK", "KOR", date="2013-04-03")
    second.text += " More follows."
    with linked(tmp_path, [first, second]) as record:
        (row,) = timeline(record)
        assert len({source.page for source in row.sources}) == 2
        assert {source.document for source in row.sources} == {"index.txt"}
        (seen,) = look(record).rows
        assert set(seen.documents) == {source.key for source in row.sources}
