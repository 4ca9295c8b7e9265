"""Decisions: each shows everywhere, is undone one by one, holds when pages are read anew, and is carried to other records."""

import contextlib
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from standoff.errors import InputError, NotFound, UsageError
from standoff.link import link
from standoff.model import Annotation, PageInput, Party, PloverType, Quantity, Quote, Reason, Subject
from standoff.record import Record
from standoff.record.carrying import export_decisions, import_decisions
from standoff.record.corrected import pinned
from standoff.record.deciding import Reviewer, kind_of_fact
from standoff.record.decisions import Decision, standing, undone
from standoff.record.fields import merge_mentions
from standoff.record.rows import MergedEvent, StateMentionRow
from standoff.record.shown import CHOICES, DATES, FIELDS
from standoff.tell.brief import brief
from standoff.tell.climate import climate
from standoff.tell.explain import explain
from standoff.tell.review import queue
from standoff.tell.state import state
from standoff.tell.timeline import timeline
from standoff.testing import PageMaker, linked, page
from standoff.web.contexts import VIEWS

SUBJECT = Subject(
    name="Orlo bridge",
    aliases=("the bridge",),
    parties=(Party(id="GEO", name="Georgia", aliases=("Tbilisi",)), Party(id="ARM", name="Armenia")),
)
CLOCK = [f"2026-01-{day:02}T09:00:00Z" for day in range(1, 29)]


def pages() -> list[PageMaker]:
    return [
        page("early", "2021-04-09").event(
            "COERCE", "GEO", "ARM", date="2021-04-08", mode="restrict", verb="closed", object="the bridge"
        ),
        page("later", "2021-04-10").event(
            "COERCE", "GEO", "ARM", date="2021-04-08", mode="restrict", verb="shut", object="the bridge"
        ),
        page("talks", "2021-06-02")
        .event("CONSULT", "GEO ARM", "GEO ARM", date="2021-06-01", verb="met")
        .event("THREATEN", "GEO", "ARM", date="2021-06-01", verb="threatened")
        .event("COERCE", "GEO", "ARM", content_of=1, status="threatened", verb="cut")
        .state("open", object="the bridge", date="2021-06-02"),
    ]


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with linked(tmp_path, pages()) as made:
        made.declare(SUBJECT)
        yield made


@pytest.fixture
def ada(record: Record) -> Reviewer:
    times = iter(CLOCK)
    return Reviewer(record, who="Ada", clock=lambda: next(times))


def of_type(record: Record, type: str) -> list[MergedEvent]:
    return [event for event in record.events() if event.type == type and event.content_of is None]


def test_a_date_set_right_is_right_everywhere(record: Record, ada: Reviewer) -> None:
    (closed,) = of_type(record, "COERCE")
    ada.edit(closed.id, {"date": "2021-03-02"})
    (after,) = of_type(record, "COERCE")
    assert (after.date, after.date_how, after.confidence, after.differs) == ("2021-03-02", "stated", 1.0, ())
    assert [m.event.date for m in after.members] == ["2021-03-02"] * 2
    assert [row.date for row in timeline(record) if row.id == closed.id] == ["2021-03-02"]
    assert [spell.from_ for spell in state(record).history if spell.state in ("shut", "restricted")] == ["2021-03-02"]
    weeks = {row.week for row in climate(record) if closed.id in row.events}
    assert weeks == {"2021-W09"}


def test_what_sources_differ_on_stays_where_a_person_sides_with_one(tmp_path: Path) -> None:
    made = [
        page("a", "2021-04-12").event(
            "SANCTION", "GEO", mode="withdraw", verb="withdrew", object="crews", date="2021-04-08"
        ),
        page("b", "2021-04-12").event(
            "SANCTION", "GEO", mode="withdraw", verb="withdrew", object="crews", date="2021-04-09"
        ),
    ]
    with linked(tmp_path, made) as record:
        reviewer = Reviewer(record, who="Ada")
        if len(record.events()) == 2:
            reviewer.merge([event.id for event in record.events()])
        (event,) = record.events()
        other = {"2021-04-08": "2021-04-09", "2021-04-09": "2021-04-08"}[event.date or ""]
        reviewer.edit(event.id, {"date": other})
        (event,) = record.events()
        assert event.date == other
        assert {value for field, value, _ in event.differs if field == "date"} == {"2021-04-08", "2021-04-09"}


def test_every_field_is_set_right(record: Record, ada: Reviewer) -> None:
    (closed,) = of_type(record, "COERCE")
    given = {
        "type": "SANCTION", "mode": "discontinue", "actors": "Tbilisi, GEO-BUS", "recipients": "Armenia, Lori Crossing Company",
        "status": "planned", "object": "the other bridge", "place": "", "negated": "no", "date": "2021-04",
    }  # fmt: skip
    ada.edit(closed.id, given)
    event = next(e for e in record.events() if e.id == closed.id)
    assert (event.type, event.mode, event.status, event.object) == (
        "SANCTION",
        "discontinue",
        "planned",
        "the other bridge",
    )
    assert event.actors == ("GEO", "GEO-BUS")
    assert event.recipients == ("ARM", "NAMED:Lori Crossing Company")
    assert event.date == "2021-04"


def test_another_type_does_not_keep_a_mode_that_is_not_its_own(record: Record, ada: Reviewer) -> None:
    (closed,) = of_type(record, "COERCE")
    made = ada.edit(closed.id, {"type": "CONSULT"})
    assert made.values == {"type": "CONSULT", "mode": None}
    made = ada.edit(closed.id, {"type": "COERCE", "mode": "seize"})
    assert made.values == {"type": "COERCE", "mode": "seize"}


@pytest.mark.parametrize("seed", range(3))
def test_no_correction_breaks_a_view(record: Record, ada: Reviewer, seed: int) -> None:
    chance = random.Random(seed)
    dates = (
        "",
        "2021",
        "2021-04~",
        "2021-05-01/2021-05-09",
        "2021-21",
        "..",
        "XXXX-04-03",
        "2021-04-08/..",
        "9998-12-31",
    )
    texts = ("", "the bridge", "GEO, ARM", "NAMED:x; ;", "ARM", "=1+1", "\u202e x", "a" * 400)
    for _ in range(25):
        ada.clock = lambda: "2026-01-01T00:00:00Z"
        facts: list[MergedEvent | StateMentionRow] = [chance.choice(record.events()), *record.states()[:1]]
        for fact in facts:
            kind = kind_of_fact(fact)
            id = fact.id if isinstance(fact, MergedEvent) else fact.key
            name = chance.choice(FIELDS[kind])
            values = CHOICES.get((kind, name), dates if name in DATES else texts)
            with contextlib.suppress(UsageError):
                ada.edit(id, {name: "yes" if name == "negated" else chance.choice(values)})
        for view in VIEWS.values():
            view(record)
        brief(record)
        explain(record, record.events()[0].id)
        queue(record)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"date": "yesterday"}, "no date"),
        ({"type": "CLOSE"}, "none that there is"),
        ({"type": ""}, "cannot be empty"),
        ({"colour": "red"}, "no field"),
        ({"mode": "a b"}, "no mode"),
        ({"negated": "perhaps"}, "neither"),
        ({"object": "x" * 500}, "longer"),
        ({"date": "2021-04-08"}, "nothing is changed"),
    ],
)
def test_what_is_no_value_is_refused(record: Record, ada: Reviewer, given: dict[str, str], says: str) -> None:
    (closed,) = of_type(record, "COERCE")
    with pytest.raises(UsageError, match=says):
        ada.edit(closed.id, given)
    assert record.decisions() == []


def test_what_is_rejected_is_gone_with_what_it_spoke_of(record: Record, ada: Reviewer) -> None:
    (threat,) = of_type(record, "THREATEN")
    ada.reject(threat.id)
    assert not of_type(record, "THREATEN")
    assert all(event.content_of is None for event in record.events())
    ada.accept(threat.id)
    assert len(of_type(record, "THREATEN")) == 1


def test_one_report_of_several_is_rejected(record: Record, ada: Reviewer) -> None:
    (closed,) = of_type(record, "COERCE")
    ada.reject(closed.members[0].key, only=True)
    (left,) = of_type(record, "COERCE")
    assert [m.key for m in left.members] == [closed.members[1].key]
    assert record.canonical(closed.members[0].key) == closed.members[0].key


def test_a_sentence_rejected_is_rejected_on_a_copy_read_later(record: Record, ada: Reviewer) -> None:
    (talks,) = of_type(record, "CONSULT")
    ada.reject(talks.id)
    copy = pages()[2]
    text = f"Reprinted.\n{copy.text}"
    moved = PageMaker("copy", "2021-06-03", text=text)
    sentence = talks.members[0].where.quote
    at = text.index(sentence)
    event = copy.events[0]
    shift = at - copy.text.index(sentence)
    moved.events.append(replace(event, start=event.start + shift, end=event.end + shift, sentence=None))
    record.add(moved.item(), moved.annotation(), made="test")
    link(record)
    assert not of_type(record, "CONSULT")


def test_merge_and_split_hold_against_linking_anew(record: Record, ada: Reviewer) -> None:
    (talks,), (closed,) = of_type(record, "CONSULT"), of_type(record, "COERCE")
    ada.split([closed.members[0].key])
    ada.merge([talks.id, closed.members[1].key])
    for _ in range(2):
        groups = {frozenset(m.key for m in event.members) for event in record.events()}
        assert frozenset({closed.members[0].key}) in groups
        assert frozenset({closed.members[1].key, talks.members[0].key}) in groups
        link(record)
    merged = next(e for e in record.events() if len(e.members) == 2)
    assert "merge by Ada on 2026-01-02" in {reason for _, reason in record.merges().values()}
    assert merged.id == min(m.key for m in merged.members)
    assert record.ruled().divided(closed.members[1].key, closed.members[0].key)


def test_the_later_of_merge_and_split_counts(record: Record, ada: Reviewer) -> None:
    (closed,) = of_type(record, "COERCE")
    one, other = (m.key for m in closed.members)
    ada.split([one])
    ada.merge([one, other])
    assert len(of_type(record, "COERCE")) == 1
    assert not record.ruled().apart
    ada.split([other])
    assert len(of_type(record, "COERCE")) == 2
    assert not record.ruled().together


def test_what_cannot_be_merged_or_split(record: Record, ada: Reviewer) -> None:
    (talks,), (closed,) = of_type(record, "CONSULT"), of_type(record, "COERCE")
    for keys in ([closed.id, closed.members[1].key], [talks.id, record.states()[0].key]):
        with pytest.raises(UsageError):
            ada.merge(keys)
    for keys in ([talks.id], [m.key for m in closed.members], [closed.id, talks.id]):
        with pytest.raises(UsageError):
            ada.split(keys)
    with pytest.raises(NotFound):
        ada.merge([closed.id, "nothing"])


def test_decisions_are_undone_one_by_one_and_nothing_is_erased(record: Record, ada: Reviewer) -> None:
    def seen() -> list[object]:
        return [record.events(), record.states()]

    (talks,), (closed,) = of_type(record, "CONSULT"), of_type(record, "COERCE")
    steps = [seen()]
    todo: list[Callable[[], Decision]] = [
        lambda: ada.edit(closed.id, {"date": "2021-05"}),
        lambda: ada.reject(talks.id),
        lambda: ada.split([closed.members[1].key]),
        lambda: ada.accept(record.states()[0].key),
    ]
    for decide in todo:
        decide()
        steps.append(seen())
    assert len(record.decisions()) == 4
    while len(steps) > 1:
        steps.pop()
        ada.undo()
        assert seen() == steps[-1]
    assert len(record.decisions()) == 8
    with pytest.raises(NotFound):
        ada.undo()
    again = ada.undo(record.decisions()[-1].id)
    assert again.undoes
    assert [event.date for event in of_type(record, "COERCE")] == ["2021-05"]


def test_a_description_and_an_accepted_fact(record: Record, ada: Reviewer) -> None:
    (row,) = record.states()
    ada.edit(row.key, {"state": "shut", "since": "2021-04"})
    (after,) = record.states()
    assert (after.state.state, after.state.since, after.state.confidence) == ("shut", "2021-04", 1.0)
    assert state(record).history[-1].state == "shut"
    ada.reject(row.key)
    assert record.states() == []


def test_who_undoes_an_undo_brings_it_back_and_a_ring_does_no_harm() -> None:
    def undo(id: str, of: str) -> Decision:
        return Decision(id=id, action="undo", who="x", time="", undoes=of)

    first = Decision(id="a", action="accept", who="x", time="")
    assert list(standing([first, undo("b", "a")])) == []
    assert list(standing([first, undo("b", "a"), undo("c", "b")])) == [first]
    assert set(undone([undo("b", "c"), undo("c", "b")])) == {"b"}


def facts(count: int) -> list[PageMaker]:
    """Pages with so many facts of all kinds of verbs, a few to a page; some sentences stand there twice."""
    types: tuple[PloverType, ...] = (
        "COERCE",
        "SANCTION",
        "CONSULT",
        "REQUEST",
        "PROTEST",
        "ACCUSE",
        "MOBILIZE",
        "REJECT",
    )
    made = []
    for n in range(count // 4):
        one = page(f"p{n:02}", f"{1990 + n}-06-15")
        for k in range(4):
            verb = f"did{n}x{k}" if k < 2 else f"did{n}"
            words = (
                f"GEO {verb} ARM at the gate no. {n} on day {k}." if k < 2 else f"GEO {verb} ARM at the gate no. {n}."
            )
            one.event(
                types[(n + k) % 8 if k < 2 else n % 8],
                "GEO",
                "ARM",
                date=f"{1990 + n}-04-{k * 7 + 1:02}",
                verb=verb,
                words=words,
            )
        made.append(one)
    return made


def read_otherwise(made: PageMaker, n: int) -> tuple[PageInput, Annotation]:
    """The same page as another lexicon reads it: offsets shift, types, dates and statuses change, some words gain or lose."""
    annotation = made.annotation()
    front = "Share this page. " * (n % 3)
    events = []
    for k, event in enumerate(annotation.events):
        kind = (n * 4 + k) % 10
        if kind == 9:
            continue  # it is not found any more
        assert event.sentence
        moved = replace(
            event,
            start=event.start + len(front),
            end=event.end + len(front) + (6 if kind == 4 else 0),
            sentence=replace(
                event.sentence, start=event.sentence.start + len(front), end=event.sentence.end + len(front)
            ),
            actors=(),
            recipients=(),
        )
        if kind == 3:
            moved = replace(moved, type="SUPPORT")
        if kind == 5:
            moved = replace(moved, status="planned")
        if kind == 6:
            moved = replace(moved, date="2020-01-01", confidence=0.2)
        events.append(moved)
    return made.item(), replace(annotation, text=front + annotation.text, parts=(), events=tuple(events))


def test_a_hundred_decisions_hold_against_reading_anew_or_are_listed(tmp_path: Path) -> None:
    made = facts(100)
    with linked(tmp_path, made) as record:
        reviewer = Reviewer(record, who="Ada", clock=lambda: "2026-01-01T00:00:00Z")
        keys = [m.key for m in sorted(record.mentions(), key=lambda m: (m.where.document.id, m.event.start))]
        assert len(keys) == 100
        wanted: dict[str, tuple[str, str]] = {}
        for n, key in enumerate(keys):
            where = next(m.where for m in record.places().by_key.values() if m.key == key)
            if n % 4 == 3:
                decision = reviewer.reject(key, only=True)
            elif n % 4 == 2:
                decision = reviewer.accept(key)
            else:
                decision = reviewer.edit(key, {"date": f"2019-{n % 12 + 1:02}-{n % 28 + 1:02}"})
            wanted[decision.id] = (where.document.id, where.quote)
        log = record.decisions()
        assert len(log) == 100
        for n, one in enumerate(made):
            item, annotation = read_otherwise(one, n)
            record.add(item, annotation, made="another lexicon")
        link(record)
        assert record.decisions() == log
        now = record.ruled()
        lost = {decision.id for decision in now.lost}
        held = {d.id: key for key, decisions in now.decided.items() for d in decisions}
        assert lost | set(held) == set(wanted)
        assert 4 <= len(lost) <= 8  # only what was rejected and is read otherwise now
        assert all(decision.action == "reject" for decision in now.lost)
        assert 4 <= len(now.kept) <= 8
        for decision in log:
            if decision.id in held:
                place = record.places().by_key[held[decision.id]]
                assert (place.where.document.id, place.where.quote) == wanted[decision.id]
        dates = {m.key: e.date for e in record.events() for m in e.members}
        for decision in log:
            if decision.action == "edit" and decision.id in held:
                assert dates[held[decision.id]] == decision.values["date"]


def test_a_page_without_what_was_rejected_keeps_its_threads(record: Record, ada: Reviewer) -> None:
    (talks,), (threat,) = of_type(record, "CONSULT"), of_type(record, "THREATEN")
    key = talks.members[0].where.document.key
    assert record.corrected(key) == record.annotation(key)
    ada.reject(talks.id)
    ada.edit(threat.id, {"date": "2021-05-31", "mode": "restrict"})
    page = record.corrected(key)
    assert [(e.type, e.date, e.mode, e.content_of) for e in page.events] == [
        ("THREATEN", "2021-05-31", "restrict", None),
        ("COERCE", None, None, 0),
    ]
    assert len(record.annotation(key).events) == 3
    assert page.states == record.annotation(key).states


def test_amounts_quotations_and_reasons(tmp_path: Path) -> None:
    made = page("a", "2021-04-09").event("COERCE", "GEO", "ARM", date="2021-04-08", verb="closed")
    made.say("Hauliers lose 3 million a month because of it, said Ana Beridze.")
    text = made.text

    def at(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    (a, b), (c, d), (e, f) = at("3 million"), at("Hauliers lose 3 million a month"), at("because of it")
    annotation = replace(
        made.annotation(),
        quantities=(Quantity(start=a, end=b, value=3e6, unit="USD", kind="loss"),),
        quotes=(Quote(start=c, end=d, speaker="Ana"),),
        reasons=(Reason(start=e, end=f, kind="reason", event=0),),
    )
    with Record.open(tmp_path / "r.db", create=True) as record:
        record.add(made.item(), annotation, made="test")
        link(record)
        reviewer = Reviewer(record, who="Ada", clock=lambda: "2026-01-01T00:00:00Z")
        (amount,), (quote,), (reason,) = record.quantities(), record.quotes(), record.reasons()
        reviewer.edit(amount.key, {"value": "2,500,000", "party": "GEO", "as_of": "2021-04"})
        reviewer.edit(quote.key, {"speaker": "Ana Beridze", "party": "GEO-GOV"})
        reviewer.edit(reason.key, {"kind": "aim", "parties": "GEO, ARM", "against": "ARM"})
        (amount,), (quote,), (reason,) = record.quantities(), record.quotes(), record.reasons()
        assert amount.quantity.party
        assert (amount.quantity.value, amount.quantity.party.id, amount.quantity.as_of) == (2.5e6, "GEO", "2021-04")
        assert (quote.quote.speaker, quote.quote.speaker_id) == ("Ana Beridze", "GEO-GOV")
        assert (reason.reason.kind, [p.id for p in reason.reason.parties]) == ("aim", ["GEO", "ARM"])
        for wrong in ({"value": "many"}, {"value": "nan"}, {"as_of": "soon"}):
            with pytest.raises(UsageError):
                reviewer.edit(amount.key, wrong)
        record.add(made.item(), replace(annotation, quantities=(), quotes=(), reasons=()), made="another lexicon")
        assert [r.reason.kind for r in record.reasons()] == ["aim"]
        assert record.quantities()[0].quantity.value == 2.5e6
        assert record.quotes()[0].quote.speaker == "Ana Beridze"
        record.add(made.item(), annotation, made="test again")
        for mention in (amount, quote, reason):
            reviewer.reject(mention.key)
        assert [record.quantities(), record.quotes(), record.reasons()] == [[], [], []]
        key = record.documents()[0].key
        assert (record.corrected(key).reasons, len(record.annotation(key).reasons)) == ((), 1)


def test_what_was_accepted_stays_where_pages_are_not_read_so_any_more(
    record: Record, ada: Reviewer, tmp_path: Path
) -> None:
    (talks,), (closed,), (row,) = of_type(record, "CONSULT"), of_type(record, "COERCE"), record.states()
    ada.accept(talks.id)
    ada.edit(row.key, {"since": "2021-05"})
    ada.reject(closed.id)
    made = pages()[2]
    record.add(made.item(), replace(made.annotation(), events=(), states=()), made="another lexicon")
    link(record)
    (kept,) = of_type(record, "CONSULT")
    assert (kept.id, kept.date, kept.actors, kept.confidence) == (talks.id, talks.date, talks.actors, 1.0)
    mention = kept.members[0]
    text = record.annotation(mention.where.document.key).text
    assert text[mention.where.start : mention.where.end] == mention.where.quote == talks.members[0].where.quote
    assert text[mention.event.start : mention.event.end] == "met"
    assert [(r.state.state, r.state.since, r.object) for r in record.states()] == [("open", "2021-05", "The bridge")]
    assert not record.ruled().lost
    assert {e.id for e in record.events("2021-05-01")} == set()
    ada.edit(talks.id, {"place": "Alder Square"})
    assert of_type(record, "CONSULT")[0].place == "Alder Square"
    ada.undo()
    ada.reject(talks.id)
    assert not of_type(record, "CONSULT")
    ada.undo()
    assert len(of_type(record, "CONSULT")) == 1
    ada.undo(record.decisions()[0].id)
    assert not of_type(record, "CONSULT")
    record.add(made.item(), replace(made.annotation(), text="Nothing.", events=(), states=(), parts=()), made="a third")
    assert [(r.state.state) for r in record.states()] == []
    assert [decision.action for decision in record.ruled().lost] == ["edit"]


@pytest.mark.parametrize("seed", range(4))
def test_what_decisions_touch_is_put_together_as_all_would_be(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    made = [
        page(f"p{n}", f"2021-04-{n + 10}")
        .event(
            "COERCE", "GEO", "ARM", date=f"2021-04-0{n % 3 + 1}", mode="restrict", verb="closed", object="the bridge"
        )
        .event("THREATEN", "GEO", "ARM", date=f"2021-04-0{n % 2 + 1}", verb="threatened")
        .event("COERCE", "GEO", "ARM", content_of=1, status="threatened", verb="cut")
        for n in range(6)
    ]
    with linked(tmp_path, made) as record:
        reviewer = Reviewer(record, who="Ada", clock=lambda: "2026-01-01T00:00:00Z")
        for step in range(24):
            event, other = chance.choice(record.events()), chance.choice(record.events())
            match chance.choice(("accept", "reject", "only", "edit", "merge", "split", "undo")):
                case "accept":
                    reviewer.accept(event.id)
                case "reject" if len(record.events()) > 4:
                    reviewer.reject(event.id)
                case "only":
                    reviewer.reject(chance.choice(event.members).key, only=True)
                case "edit":
                    reviewer.edit(event.id, {"date": f"2020-01-{step + 1:02}"})
                case "merge" if event.id != other.id:
                    reviewer.merge([event.id, other.id])
                case "split" if len(event.members) > 1:
                    reviewer.split([chance.choice(event.members).key])
                case "undo" if list(standing(record.decisions())):
                    reviewer.undo(chance.choice(list(standing(record.decisions()))).id)
            assert record.events()
            with Record.open(record.path) as again:
                whole = merge_mentions(again.mentions(), again.merges(), again.datings(), again.words)
                assert pinned(whole, again.ruled(), again.datings()) == record.events() == again.events()


def test_a_log_is_carried_to_another_record(record: Record, ada: Reviewer, tmp_path: Path) -> None:
    (talks,), (closed,) = of_type(record, "CONSULT"), of_type(record, "COERCE")
    ada.edit(closed.id, {"date": "2021-03-02", "actors": "GEO, Alder Mining"}, note="page 3 says so")
    ada.reject(talks.id)
    ada.undo()
    ada.split([closed.members[1].key])
    ada.accept(record.states()[0].key)
    lines = list(export_decisions(record))
    folder = tmp_path / "other"
    folder.mkdir()
    with linked(folder, pages()) as other:
        other.declare(SUBJECT)
        assert import_decisions(other, lines) == (5, 0)
        assert import_decisions(other, lines) == (0, 5)
        assert other.decisions() == record.decisions()
        assert other.events() == record.events()
        assert list(export_decisions(other)) == lines


def test_a_page_fetched_again_elsewhere_keeps_what_was_decided_on_its_sentences(
    record: Record, ada: Reviewer, tmp_path: Path
) -> None:
    (talks,) = of_type(record, "CONSULT")
    ada.edit(talks.id, {"date": "2021-05-31"})
    again = page("talks-again", "2021-06-02").event("CONSULT", "GEO ARM", "GEO ARM", date="2021-06-01", verb="met")
    folder = tmp_path / "other"
    folder.mkdir()
    with linked(folder, [again]) as other:
        import_decisions(other, export_decisions(record))
        assert [event.date for event in other.events()] == ["2021-05-31"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda line: line.replace(b'"SANCTION"', b'"CLOSE"'),
        lambda line: line.replace(b'"2021-03-02"', b'"soon"'),
        lambda line: line.replace(b'"2021-03-02"', b'""'),
        lambda line: line.replace(b'"2021-03-02"', b"7"),
        lambda line: line.replace(b'"edit"', b'"undo"'),
        lambda line: line.replace(b'"edit"', b'"obey"'),
        lambda line: line.replace(b'"who":"Ada"', b'"who":""'),
        lambda line: line.replace(b'"id":"d', b'"id":"<script>d'),
        lambda line: line[: len(line) // 2],
        lambda line: b"[" * 5000,
        lambda line: b"\xff\xfe",
        lambda line: line.replace(b'"note"', b'"more"'),
    ],
)
def test_a_spoilt_line_is_refused_by_number_and_nothing_is_taken(
    record: Record, ada: Reviewer, spoil: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    (closed,) = of_type(record, "COERCE")
    ada.edit(closed.id, {"date": "2021-03-02", "type": "SANCTION"})
    ada.edit(closed.id, {"type": "COERCE"})
    first, second = export_decisions(record)
    folder = tmp_path / "other"
    folder.mkdir()
    with linked(folder, pages()) as other:
        assert spoil(first) != first
        with pytest.raises(InputError, match="line 2"):
            import_decisions(other, [second, spoil(first)])
        assert other.decisions() == []
