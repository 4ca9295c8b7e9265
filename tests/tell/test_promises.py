from pathlib import Path

import pytest
from msgspec.structs import replace

from standoff.model import Actor, Annotation, Event, PloverType
from standoff.tell.promises import promises
from standoff.tell.rows import PromiseRow
from standoff.testing import PageMaker, page, record_of
from standoff.times import find as find_times


def ledger(folder: Path, *pages: PageMaker, at: str | None = None) -> list[PromiseRow]:
    return promises(record_of(folder, pages), at=at)


def demand(published: str = "2013-04-05") -> PageMaker:
    made = page("ask", published).event("REQUEST", "KOR", "PRK", date="2013-04-05", topic="reopen the gate")
    return made.event("RETREAT", "PRK", "KOR", status="demanded", content_of=0, object="the gate")


def pledge(due: str | None = None) -> PageMaker:
    made = page("vow", "2013-04-05").event("AGREE", "PRK", "KOR", date="2013-04-05")
    return made.event("RETREAT", "PRK", "KOR", status="promised", content_of=0, object="the gate", date=due)


@pytest.mark.parametrize(
    ("made", "kind"),
    [
        (page().event("REQUEST", "KOR", "PRK", date="2013-04-05"), "demand"),
        (page().event("REQUEST", "KOR", "PRK", date="2013-04-05", mode="meet"), "offer"),
        (page().event("REQUEST", "KOR", "PRK", date="2013-04-05", rule="request.propose_thing verb+object"), "offer"),
        (page().event("THREATEN", "PRK", "KOR", date="2013-04-05"), "threat"),
        (pledge(), "promise"),
        (page().event("CONSULT", "KOR PRK", date="2013-05-14", status="planned"), "deadline"),
        (page().event("RETREAT", "PRK", "KOR", status="promised"), "promise"),
        (page().event("COERCE", "PRK", "KOR", status="threatened"), "threat"),
        (
            page()
            .event("AGREE", "KOR PRK", date="2013-04-05")
            .event("CONSULT", "KOR PRK", status="planned", content_of=0, date="2013-04-14"),
            "deadline",
        ),
    ],
)
def test_kinds(tmp_path: Path, made: PageMaker, kind: str) -> None:
    assert [row.kind for row in ledger(tmp_path, made)] == [kind]


@pytest.mark.parametrize(
    "made",
    [
        page().event("AGREE", "KOR PRK", date="2013-04-05"),
        page().event("REQUEST", "KOR", "PRK", date="2013-04-05", confidence=0.2),
        page().event("REQUEST", "KOR", "PRK", date="2013-04-05", negated=True),
        page().event("COERCE", "PRK", "KOR", date="2013-04-05"),
        page().event("CONSULT", "KOR PRK", status="planned"),
    ],
)
def test_no_entry(tmp_path: Path, made: PageMaker) -> None:
    assert ledger(tmp_path, made) == []


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("KOR asked the envoy whether he would stay.", "asked"),
        ("KOR was asked why the gate was shut.", "asked"),
        ("KOR summoned the envoy on Monday.", "summoned"),
        ("KOR instructed the foreign minister to leave.", "instructed"),
        ("KOR ordered its navy to sail.", "ordered"),
    ],
)
def test_a_question_or_an_order_to_those_who_serve_is_no_demand(tmp_path: Path, words: str, verb: str) -> None:
    made = page().event("REQUEST", "KOR", "PRK", date="2013-04-05", words=words, verb=verb)
    assert ledger(tmp_path, made) == []


@pytest.mark.parametrize(("rule", "kinds"), [("speech.say_will", []), ("speech.promise", ["promise"])])
def test_who_says_that_he_will_not_refuses_and_who_vows_not_to_promises(
    tmp_path: Path, rule: str, kinds: list[str]
) -> None:
    made = page().event("REJECT", "KOR", "PRK", date="2013-04-05", rule=rule)
    made.event("RETREAT", "KOR", "PRK", status="promised", negated=True, content_of=0, object="the gate")
    assert [row.kind for row in ledger(tmp_path, made)] == kinds


def test_who_accepts_an_offer_promises_nothing(tmp_path: Path) -> None:
    made = page().event(
        "AGREE", "KOR", date="2013-04-05", words="KOR accepted a proposal to open the gate.", verb="accepted"
    )
    made.event("RETREAT", "PRK", "KOR", status="promised", content_of=0, object="the gate")
    assert ledger(tmp_path, made) == []


def test_a_better_offer_is_an_offer(tmp_path: Path) -> None:
    words = "PRK came up with a better pay offer."
    made = page().event(
        "REQUEST", "PRK", "KOR", date="2013-04-05", words=words, verb="came up with", rule="request.table verb+object"
    )
    assert [row.kind for row in ledger(tmp_path, made)] == ["offer"]


def test_who_raises_an_offer_makes_one(tmp_path: Path) -> None:
    raised = page().event("CONCEDE", "PRK", "KOR", date="2013-04-05", rule="concede.improve verb+object")
    assert [row.kind for row in ledger(tmp_path, raised)] == ["offer"]


@pytest.mark.parametrize(("asked", "kinds"), [("PRK", ["demand"]), ("", [])])
def test_a_doubtful_appeal_counts_between_the_parties(tmp_path: Path, asked: str, kinds: list[str]) -> None:
    made = page().event("REQUEST", "KOR", asked, date="2013-04-05", confidence=0.43)
    assert [row.kind for row in ledger(tmp_path, made)] == kinds


@pytest.mark.parametrize(
    ("words", "verb", "what"),
    [
        ("KOR asked for a tenth of the toll to be waived.", "asked", "a tenth of the toll to be waived"),
        ("KOR demanded that the gate be opened.", "demanded", "the gate be opened"),
        ("A proposal put to PRK on Monday provides for a lower toll.", "proposal", "a lower toll"),
        ("KOR promised the gate would be open, VARNA.", "promised", "the gate would be open"),
    ],
)
def test_what_is_asked(tmp_path: Path, words: str, verb: str, what: str) -> None:
    made = page().event("REQUEST", "KOR", "PRK", date="2013-04-05", words=words, verb=verb)
    assert [row.what for row in ledger(tmp_path, made)] == [what]


def test_no_dateline_in_what_is_threatened(tmp_path: Path) -> None:
    topic = "VARNA (April 5, 2013) – Pilots will leave the locks"
    made = page().event("THREATEN", "KOR", "PRK", date="2013-04-05", topic=topic)
    assert [row.what for row in ledger(tmp_path, made)] == ["Pilots will leave the locks"]


def test_fields_of_a_demand(tmp_path: Path) -> None:
    row = ledger(tmp_path, demand())[0]
    assert (row.by, row.to, row.what, row.made, row.due) == (
        ("KOR",),
        ("PRK",),
        "reopen the gate",
        "2013-04-05",
        None,
    )
    assert (row.outcome, row.answered_by, row.outcome_date) == ("open", None, None)
    assert row.sources


@pytest.mark.parametrize(
    ("answer", "wanted"),
    [
        (
            page("a", "2013-05-02").event("RETREAT", "PRK", "KOR", date="2013-05-01", object="the gate", verb="opened"),
            "kept",
        ),
        (
            page("a", "2013-05-02").event("RETREAT", "", "KOR", date="2013-05-01", object="the gate", verb="opened"),
            "kept",
        ),
        (
            page("a", "2013-05-02").event("RETREAT", "PRK", "KOR", date="2013-05-01", object="the gate", verb="swept"),
            "open",
        ),
        (
            page("a", "2013-05-02")
            .event("AGREE", "PRK", "KOR", date="2013-05-01")
            .event("RETREAT", "PRK", "KOR", status="promised", content_of=0, object="the gate", verb="open"),
            "answered",
        ),
        (page("a", "2013-05-02").event("REJECT", "PRK", "KOR", date="2013-05-01", topic="reopening"), "refused"),
        (page("a", "2013-05-02").event("REJECT", "KOR", "PRK", date="2013-05-01", topic="reopening"), "open"),
        (page("a", "2013-05-02").event("REJECT", "PRK", "KOR", date="2013-05-01"), "open"),
        (page("a", "2013-05-02").event("REJECT", "PRK KOR", date="2013-05-01", topic="reopening"), "open"),
        (
            page("a", "2013-05-02").event(
                "RETREAT", "PRK", "KOR", date="2013-05-01", object="the islands", verb="opened"
            ),
            "open",
        ),
        (
            page("a", "2013-05-02").event("RETREAT", "PRK", "KOR", date="2013-04-01", object="the gate", verb="opened"),
            "open",
        ),
        (
            page("a", "2015-05-02").event("RETREAT", "PRK", "KOR", date="2015-05-01", object="the gate", verb="opened"),
            "open",
        ),
    ],
)
def test_what_answers_a_demand(tmp_path: Path, answer: PageMaker, wanted: str) -> None:
    row = next(row for row in ledger(tmp_path, demand(), answer) if row.kind == "demand")
    assert row.outcome == wanted
    assert (row.answered_by is None) == (wanted == "open")
    assert row.outcome_date == (None if wanted == "open" else "2013-05-01")


@pytest.mark.parametrize(
    ("due", "then", "wanted"),
    [
        (None, page("a", "2013-05-02").event("RETREAT", "PRK", "KOR", date="2013-05-01", object="the gate"), "kept"),
        (None, page("a", "2013-05-02").event("COERCE", "PRK", "KOR", date="2013-05-01", object="the gate"), "broken"),
        (None, page("a", "2013-05-02").event("RETREAT", "KOR", "PRK", date="2013-05-01", object="the gate"), "open"),
        ("2013-04-20", page("a", "2013-05-02").say("Nothing came of it."), "overdue"),
        ("2013-05-20", page("a", "2013-05-02").say("It is still to come."), "open"),
    ],
)
def test_what_becomes_of_a_promise(tmp_path: Path, due: str | None, then: PageMaker, wanted: str) -> None:
    row = next(row for row in ledger(tmp_path, pledge(due), then) if row.kind == "promise")
    assert (row.outcome, row.due) == (wanted, due)


def test_what_two_sides_agreed_on_is_kept_where_members_accept_it(tmp_path: Path) -> None:
    made = page("deal", "2013-04-06").event("AGREE", "PRK KOR", date="2013-04-05", rule="agree.test")
    made.event("RETREAT", "PRK KOR", status="promised", content_of=0, object="the gate")
    vote = page("vote", "2013-06-02").event(
        "AGREE", "KOR", date="2013-06-01", words="KOR ratified the deal.", verb="ratified"
    )
    row = next(row for row in ledger(tmp_path, made, vote) if row.kind == "promise")
    assert (row.outcome, row.outcome_date) == ("kept", "2013-06-01")


def test_an_offer_of_some_month_is_refused_in_it(tmp_path: Path) -> None:
    made = page("ask", "2013-06-05").event("REQUEST", "KOR", "PRK", date="2013-05", rule="speech.offer", topic="toll")
    answer = page("no", "2013-05-23").event("REJECT", "PRK", "KOR", date="2013-05-22")
    (row,) = (row for row in ledger(tmp_path, made, answer) if row.kind == "offer")
    assert row.outcome == "refused"


def test_overdue_as_of_a_day(tmp_path: Path) -> None:
    record = record_of(tmp_path, [pledge("2013-04-20")])
    assert [row.outcome for row in promises(record, at="2013-04-20")] == ["open"]
    assert [row.outcome for row in promises(record, at="2013-04-21")] == ["overdue"]
    assert promises(record, at="2013-04-01") == []


@pytest.mark.parametrize(
    ("then", "wanted"),
    [
        (page("a", "2013-05-15").event("CONSULT", "KOR PRK", date="2013-05-14", verb="met"), "kept"),
        (page("a", "2013-05-15").event("CONSULT", "KOR PRK", date="2013-05-13"), "overdue"),
        (
            page("a", "2013-05-13").event(
                "CONSULT", "KOR PRK", date="2013-05-14", outcome="called_off", status="planned", verb="cancelled"
            ),
            "broken",
        ),
    ],
)
def test_what_becomes_of_an_appointment(tmp_path: Path, then: PageMaker, wanted: str) -> None:
    plan = page("p", "2013-05-01").event("CONSULT", "KOR PRK", date="2013-05-14", status="planned")
    late = page("z", "2013-05-20").say("Later.")
    row = next(row for row in ledger(tmp_path, plan, then, late) if row.kind == "deadline")
    assert (row.outcome, row.due) == (wanted, "2013-05-14")


@pytest.mark.parametrize(
    ("then", "wanted"),
    [
        (page("a", "2013-06-08").event("AGREE", "PRK", "KOR", date="2013-06-07"), "answered"),
        (page("a", "2013-06-08").event("REJECT", "PRK", "KOR", date="2013-06-07", mode="meet"), "refused"),
        (
            page("a", "2013-06-11").event("REJECT", "KOR PRK", date="2013-06-11", mode="meet", outcome="called_off"),
            "broken",
        ),
        (page("a", "2013-06-13").event("CONSULT", "KOR PRK", date="2013-06-12", verb="met"), "kept"),
        (page("a", "2013-06-13").event("CONSULT", "KOR USA", date="2013-06-12", verb="met"), "overdue"),
        (page("a", "2013-09-13").event("REJECT", "PRK", "KOR", date="2013-09-07", mode="meet"), "overdue"),
    ],
)
def test_what_answers_an_offer_of_talks(tmp_path: Path, then: PageMaker, wanted: str) -> None:
    made = page("p", "2013-06-06").event("REQUEST", "KOR", "PRK", date="2013-06-06", mode="meet", topic="talks")
    made.event("CONSULT", "KOR PRK", date="2013-06-12", status="demanded", content_of=0)
    late = page("z", "2013-09-20").say("Later.")
    row = next(row for row in ledger(tmp_path, made, then, late) if row.kind == "offer")
    assert (row.outcome, row.due) == (wanted, "2013-06-12")


def test_what_both_agreed_on_the_day_shows_that_they_met(tmp_path: Path) -> None:
    plan = page("p", "2013-05-01").event("CONSULT", "KOR PRK", date="2013-05-14", status="planned")
    early = page("a", "2013-05-12").event("REJECT", "KOR PRK", date="2013-05-11")
    then = page("b", "2013-05-15").event("AGREE", "KOR PRK", date="2013-05-14", verb="settled")
    row = next(row for row in ledger(tmp_path, plan, early, then) if row.kind == "deadline")
    assert (row.outcome, row.outcome_date) == ("kept", "2013-05-14")


def test_a_demand_with_a_threat_is_an_ultimatum(tmp_path: Path) -> None:
    made = page().event("REQUEST", "KOR", "PRK", date="2013-04-05")
    made.event("THREATEN", "KOR", "PRK", date="2013-04-05")
    made.events[1] = _moved(made)
    rows = ledger(tmp_path, made)
    assert [row.kind for row in rows] == ["ultimatum"]


def _moved(made: PageMaker) -> Event:
    """The second event, put into the sentence of the first."""
    first, second = made.events
    return replace(second, start=first.start + 1, end=first.end, sentence=first.sentence)


def test_an_appointment_for_talks_is_not_overdue_where_talks_go_on(tmp_path: Path) -> None:
    meeting = page("p", "2013-07-07").event("CONSULT", "KOR PRK", date="2013-07-10", status="planned")
    later = page("q", "2013-07-26").event("CONSULT", "KOR PRK", date="2013-07-25")
    row = ledger(tmp_path, meeting, later, at="2013-07-27")[0]
    assert (row.kind, row.outcome, row.outcome_date) == ("deadline", "answered", "2013-07-25")


def test_a_threat_unless_they_answer_is_answered(tmp_path: Path) -> None:
    words = "warned of grave steps if the other side did not answer"
    made = page("p", "2013-07-28").event("THREATEN", "KOR", "PRK", date="2013-07-28", topic="grave steps", words=words)
    answer = page("q", "2013-08-07").event("AGREE", "PRK", date="2013-08-07")
    assert [row.outcome for row in ledger(tmp_path, made, answer, at="2013-07-30")] == ["open"]
    assert [row.outcome for row in ledger(tmp_path, made, answer) if row.kind == "ultimatum"] == ["answered"]


@pytest.mark.parametrize(
    ("accord", "wanted"),
    [
        (page("b", "2013-04-12").event("AGREE", "KOR PRK", date="2013-04-11", rule="agree.reach"), "answered"),
        (page("b", "2013-04-12").event("AGREE", "PRK", "KOR", date="2013-04-11", rule="agree.ratify"), "answered"),
        (page("b", "2013-06-12").event("AGREE", "KOR PRK", date="2013-06-11", rule="agree.reach"), "open"),
        (page("b", "2013-04-12").event("AGREE", "KOR CHN", date="2013-04-11", rule="agree.reach"), "open"),
        (
            page("b", "2013-04-12")
            .event("AGREE", "KOR PRK", date="2013-04-11", rule="agree.reach")
            .event("CONSULT", "KOR PRK", date="2013-04-20", status="planned", content_of=0),
            "open",
        ),
    ],
)
def test_an_accord_answers_the_offer_before_it(tmp_path: Path, accord: PageMaker, wanted: str) -> None:
    rule = "request.pay_offer verb+object"
    offer = page("a", "2013-04-05").event("REQUEST", "KOR", "PRK", date="2013-04-05", rule=rule, topic="5 percent more")
    rows = ledger(tmp_path, page("x").event("SANCTION", "PRK", "KOR"), offer, accord)
    assert [row.outcome for row in rows if row.kind == "offer"] == [wanted]


@pytest.mark.parametrize(("sides", "wanted"), [("KOR PRK", "kept"), ("KOR CHN", "open")])
def test_who_is_told_to_settle_does_so_by_an_accord(tmp_path: Path, sides: str, wanted: str) -> None:
    asked = page("a", "2013-04-05").event("REQUEST", "USA", "KOR", date="2013-04-05", topic="settle with the bakers")
    accord = page("b", "2013-06-12").event("AGREE", sides, date="2013-06-11", rule="agree.reach")
    more = page("x").event("SANCTION", "PRK", "KOR").event("COERCE", "KOR", "PRK")
    rows = [row for row in ledger(tmp_path, more, asked, accord) if row.kind == "demand"]
    assert [row.outcome for row in rows] == [wanted]


class Timed(PageMaker):
    """A page with the times of its text."""

    def annotation(self) -> Annotation:
        return replace(super().annotation(), times=tuple(find_times(self.text, published=self.meta.published)))


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("warned that it would cut supplies unless the debt was settled within a week", "2013-08-04"),
        ("warned that it would cut supplies unless the debt was settled by August 2", "2013-08-02"),
        ("warned that it would cut supplies unless the debt was settled", None),
    ],
)
def test_a_threat_that_hangs_on_a_demand_is_an_ultimatum(tmp_path: Path, words: str, due: str | None) -> None:
    made = Timed("p", "2013-07-28").event(
        "THREATEN", "KOR", "PRK", date="2013-07-28", topic="cut supplies", words=words
    )
    assert [(row.kind, row.due) for row in ledger(tmp_path, made)] == [("ultimatum", due)]


@pytest.mark.parametrize(
    ("type_", "words", "wanted"),
    [
        ("REQUEST", "demanded that the road be opened within two weeks", ("demand", "2013-08-11")),
        ("REQUEST", "demanded that the road be opened no later than August 2", ("demand", "2013-08-02")),
        ("REQUEST", "asked for the road, which was shut within two weeks of the flood,", None),
        ("THREATEN", "gave the owners until August 2 to open the road", ("ultimatum", "2013-08-02")),
        ("THREATEN", "gave the owners 72 hours to open the road", ("ultimatum", "2013-07-31")),
        ("THREATEN", "warned that the road was shut on August 2", None),
    ],
)
def test_what_is_asked_has_its_day(
    tmp_path: Path, type_: PloverType, words: str, wanted: tuple[str, str] | None
) -> None:
    made = Timed("p", "2013-07-28").event(type_, "KOR", "PRK", date="2013-07-28", topic="open the road", words=words)
    rows = [(row.kind, row.due, row.outcome) for row in ledger(tmp_path, made)]
    assert [row for row in rows if row[1]] == ([(*wanted, "open")] if wanted else [])


def test_what_is_ordered_is_demanded_and_what_is_so_is_not(tmp_path: Path) -> None:
    made = page().event(
        "REQUEST", "KOR", "PRK", date="2013-07-28", mode="meet", verb="ordered", topic="return to the table"
    )
    made.event("REQUEST", "KOR", "PRK", date="2013-07-28", topic="the others were to blame for that")
    made.event("REQUEST", "KOR", "PRK", date="2013-07-28", topic="the two were unrelated")
    made.event("REQUEST", "KOR", "PRK", date="2013-07-28", topic="published on Monday over their heads")
    assert [(row.kind, row.what) for row in ledger(tmp_path, made)] == [("demand", "return to the table")]


def test_what_is_so_already_is_no_threat(tmp_path: Path) -> None:
    made = page().event("THREATEN", "PRK", "KOR", date="2013-03-30", topic="the two were now in a state of war")
    assert ledger(tmp_path, made) == []


def test_who_invites_guests_seeks_no_talks(tmp_path: Path) -> None:
    invited = page("p", "2013-05-28").event("REQUEST", "PRK", "NAMED:owners", date="2013-05-28", mode="meet")
    refused = page("q", "2013-06-11").event(
        "REJECT", "KOR", "PRK", date="2013-06-11", mode="meet", outcome="called_off"
    )
    assert [row.outcome for row in ledger(tmp_path, invited, refused)] == ["open"]


def test_nobody_asks_his_own_members(tmp_path: Path) -> None:
    made = page().event("REQUEST", "PRK", "KOR", date="2013-04-05", verb="told", words="It told its members to stay.")
    assert ledger(tmp_path, made) == []


class NamedPage(PageMaker):
    """A page whose other side is a mention of its own."""

    def annotation(self) -> Annotation:
        at = self.text.find("PRK what")
        return replace(super().annotation(), actors=(Actor(start=at, end=at + 3, id="PRK", name="PRK"),))


def test_a_promise_is_for_whom_its_first_words_name(tmp_path: Path) -> None:
    words = "KOR vowed to repay PRK what it took and to build a mill."
    made = NamedPage("vow", "2013-04-05")
    made.event("CONSULT", "KOR", status="promised", words=words, verb="vowed", rule="speech.promise")
    quarrel = page("p0", "2013-04-01").event("ACCUSE", "KOR", "PRK", date="2013-03-02")
    quarrel.event("COERCE", "PRK", "KOR", date="2013-03-06")
    rows = [row for row in ledger(tmp_path, made, quarrel) if row.kind == "promise"]
    assert [row.to for row in rows] == [("PRK",)]


@pytest.mark.parametrize(
    "topic", ["Why would we pay for their lock", "should be done within two weeks", "the others were to blame"]
)
def test_what_is_asked_foreseen_or_said_to_be_so_is_no_demand(tmp_path: Path, topic: str) -> None:
    assert ledger(tmp_path, page().event("REQUEST", "KOR", "PRK", date="2013-04-05", topic=topic)) == []


def test_a_strike_that_was_announced_is_kept_by_the_strike(tmp_path: Path) -> None:
    words = "KOR announced a strike at the port."
    said = page("say", "2013-04-05").event(
        "THREATEN", "KOR", "PRK", date="2013-04-05", words=words, verb="announced a strike"
    )
    done = page("do", "2013-04-08").event("PROTEST", "KOR", "PRK", mode="strike", date="2013-04-07", verb="walked out")
    (row,) = ledger(tmp_path, said, done)
    assert (row.kind, row.outcome, row.outcome_date) == ("threat", "kept", "2013-04-07")
