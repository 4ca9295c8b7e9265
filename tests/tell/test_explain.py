"""Every entry leads to its spans."""

from pathlib import Path

import pytest

from standoff.errors import NotFound
from standoff.tell.explain import explain
from standoff.tell.state import state
from standoff.tell.timeline import timeline
from standoff.testing import linked, page


def test_an_event_and_its_aliases(tmp_path: Path) -> None:
    pages = [
        page("a", "2013-04-03").event("COERCE", "NOR", "SWE", date="2013-04-03", verb="barred", rule="coerce.bar"),
        page("b", "2013-04-04").event("COERCE", "NOR", "SWE", date="2013-04-03", verb="barred"),
    ]
    with linked(tmp_path, pages) as record:
        (row,) = timeline(record)
        found = explain(record, row.id)
        assert (found.kind, len(found.evidence), len(found.aliases)) == ("event", 2, 1)
        assert explain(record, found.aliases[0]) == found
        assert {e.words for e in found.evidence} == {"barred"}
        assert any("same actor" in e.because for e in found.evidence)
        for each in found.evidence:
            key = next(d.key for d in record.documents() if d.id == each.source.document)
            assert record.annotation(key).text[each.start : each.end] == each.words


def test_a_speech_act_and_what_it_speaks_of(tmp_path: Path) -> None:
    made = page("a").event("THREATEN", "NOR", "SWE", verb="warned")
    made.event("COERCE", "NOR", "SWE", verb="bar", status="threatened", content_of=0)
    with linked(tmp_path, [made]) as record:
        speech, content = (next(e for e in record.events() if e.type == t) for t in ("THREATEN", "COERCE"))
        assert explain(record, speech.id).speaks_of == (content.id,)
        assert explain(record, content.id).spoken_by == speech.id


def test_a_description_and_a_spell(tmp_path: Path) -> None:
    with linked(tmp_path, [page("a").state("shut", object="the mine", since="2013-04")]) as record:
        (row,) = record.states()
        assert explain(record, row.key).evidence[0].reads["since"] == "2013-04"
        (spell,) = state(record).history
        found = explain(record, spell.id)
        assert (found.kind, [e.key for e in found.evidence]) == ("spell", [row.key])


def test_nothing_has_this_id(tmp_path: Path) -> None:
    with linked(tmp_path, []) as record, pytest.raises(NotFound, match="e123"):
        explain(record, "e123")
