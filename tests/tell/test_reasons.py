"""The view of reasons."""

from pathlib import Path

import pytest

from standoff.model import ActorRef, Annotation, PageInput, Party, Reason, ReasonKind, Span, Subject
from standoff.record import Record
from standoff.tell.explain import explain
from standoff.tell.reasons import reasons
from standoff.tell.rows import ReasonRow
from standoff.testing import PageMaker, record_of


class Why(PageMaker):
    """A page with a sentence for each reason; it explains the page's last event where there is one."""

    reasons: tuple[Reason, ...] = ()

    def why(
        self,
        words: str,
        party: str | None = "KOR",
        *,
        kind: ReasonKind = "reason",
        by: str | None = None,
        part: str = "story",
        since: str | None = None,
    ) -> "Why":
        told = f"It was done because {words}, on {self.id}."
        sentence = self._sentence(told, part)
        start = sentence.start + told.find(words)
        one = Span(start=sentence.start, end=sentence.start + 2)
        new = Reason(
            start=start,
            end=start + len(words),
            kind=kind,
            parties=(ActorRef(start=one.start, end=one.end, id=party),) if party else (),
            event=len(self.events) - 1 if self.events else None,
            attributed_to=ActorRef(start=one.start, end=one.end, id=by) if by else None,
            since=since,
            rule="reason.test",
            sentence=sentence,
        )
        self.reasons += (new,)
        return self

    def annotation(self) -> Annotation:
        made = super().annotation()
        return Annotation(
            id=made.id, text=made.text, meta=made.meta, parts=made.parts, events=made.events, reasons=self.reasons
        )


def rows_of(path: Path, pages: list[PageMaker], says: str | None = None) -> list[ReasonRow]:
    return reasons(record_of(path, pages), says=says)


def sides(page: PageMaker) -> PageMaker:
    return page.event("COERCE", "KOR", "PRK", date="2013-04-03")


def test_a_reason_with_its_event(tmp_path: Path) -> None:
    page = Why("p", "2013-04-04")
    sides(page)
    page.why("the line was cut", by="KOR-GOV")
    row = rows_of(tmp_path, [page])[0]
    assert (row.kind, row.parties, row.words, row.claimed_by, row.date) == (
        "reason",
        ("KOR",),
        "the line was cut",
        "KOR-GOV",
        "2013-04-03",
    )
    assert row.of is not None
    assert "the line was cut" in row.sources[0].quote


def test_one_reason_on_two_pages_is_one_row_that_nobody_alone_claims(tmp_path: Path) -> None:
    one, other = Why("p", "2013-04-04"), Why("q", "2013-04-05")
    sides(one)
    one.why("the phone line was cut", by="KOR-GOV")
    other.why("the phone line had been cut")
    rows = rows_of(tmp_path, [one, other])
    assert [(len(row.sources), row.claimed_by) for row in rows] == [(2, None)]


def test_conditions_come_first(tmp_path: Path) -> None:
    page = Why("p", "2013-04-04")
    sides(page)
    page.why("the line was cut").why("still at war", None, kind="condition", since="1953")
    rows = rows_of(tmp_path, [page])
    assert [(row.kind, row.date) for row in rows] == [("condition", "1953"), ("reason", "2013-04-03")]


def test_the_reasons_of_others_are_left_out(tmp_path: Path) -> None:
    page, other = Why("p", "2013-04-04"), Why("q", "2013-04-04")
    sides(page)
    page.why("the line was cut")
    other.why("rain had fallen for days", "BRA")
    assert [row.words for row in rows_of(tmp_path, [page, other])] == ["the line was cut"]


def test_says_asks_who_claims_it(tmp_path: Path) -> None:
    page = Why("p", "2013-04-04")
    sides(page)
    page.why("the line was cut", by="PRK").why("drills had begun nearby", by="KOR-MIL").why("no rain had fallen")
    assert [row.words for row in rows_of(tmp_path, [page], says="KOR")] == ["drills had begun nearby"]


def test_explain_knows_a_reason(tmp_path: Path) -> None:
    page = Why("p", "2013-04-04")
    sides(page)
    page.why("the line was cut")
    record = record_of(tmp_path, [page])
    found = explain(record, reasons(record)[0].id)
    assert (found.kind, found.summary, found.evidence[0].rule) == ("reason", "the line was cut", "reason.test")


DAM = (
    "KHARTOUM - Sudan closed the ferry crossing at Wadi Halfa on Tuesday because Egypt had raised its docking fees.\n"
    "Egypt accused Sudan of holding its boats. Sudan said its aim was to get the fees lowered.\n"
    "The two countries have no border agreement. Traders rely on the ferry.\n"
    "“We shut it over the fees,” the Sudanese transport minister said."
)


@pytest.mark.model
def test_a_page_of_its_own(tmp_path: Path) -> None:
    from standoff.ingest import read_pages

    subject = Subject(name="Wadi Halfa ferry", parties=(Party(id="SDN", name="Sudan"), Party(id="EGY", name="Egypt")))
    read_pages([PageInput(id="p", text=DAM, published="2019-03-06", plain=True)], tmp_path / "r.db", subject=subject)
    with Record.open(tmp_path / "r.db") as record:
        rows = reasons(record)
    told = {(row.kind, row.parties, row.words, row.claimed_by) for row in rows}
    assert ("reason", ("SDN",), "Egypt had raised its docking fees", None) in told
    assert ("reason", ("EGY",), "holding its boats", "EGY") in told
    assert ("aim", ("SDN",), "get the fees lowered", "SDN") in told
