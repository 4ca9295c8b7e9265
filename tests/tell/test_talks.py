from pathlib import Path

import pytest
from msgspec.structs import replace

from standoff.model import Actor, Annotation, Place
from standoff.tell.talks import talks
from standoff.testing import PageMaker, linked, page, record_of

BOTH = "KOR PRK"


def rows_of(folder: Path, *pages: PageMaker) -> list[tuple[str | None, str | None, str]]:
    return [(row.date, row.end, row.outcome_kind) for row in talks(record_of(folder, pages))]


def test_one_round_from_two_pages(tmp_path: Path) -> None:
    one = page("p1", "2013-07-06").event("CONSULT", BOTH, date="2013-07-06")
    two = page("p2", "2013-07-10").event("CONSULT", "KOR", "PRK", date="2013-07-06")
    rows = talks(record_of(tmp_path, [one, two]))
    assert [(row.date, row.outcome_kind, row.status) for row in rows] == [("2013-07-06", "held", "happened")]
    assert [source.document for source in rows[0].sources] == ["p1", "p2"]


def test_a_planned_round_then_held_is_one(tmp_path: Path) -> None:
    plan = page("p1", "2013-07-08").event("CONSULT", BOTH, date="2013-07-10", status="planned")
    then = page("p2", "2013-07-11").event("CONSULT", BOTH, date="2013-07-10", verb="met")
    assert rows_of(tmp_path, plan, then) == [("2013-07-10", None, "held")]


def test_a_round_of_two_days(tmp_path: Path) -> None:
    made = page(published="2013-07-08").event("CONSULT", BOTH, date="2013-07-06")
    made.event("CONSULT", BOTH, date="2013-07-07").event("CONSULT", BOTH, date="2013-07-15", status="planned")
    assert rows_of(tmp_path, made) == [("2013-07-06", "2013-07-07", "held"), ("2013-07-15", None, "planned")]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("KOR acted with PRK and ended the day without an agreement.", "adjourned"),
        ("KOR acted with PRK and the round broke down.", "failed"),
        ("KOR acted with PRK and they agreed to reopen the gate.", "agreed"),
        ("KOR acted with PRK for six hours.", "held"),
    ],
)
def test_outcome_by_the_pages_words(tmp_path: Path, words: str, wanted: str) -> None:
    record = record_of(tmp_path, [page().event("CONSULT", BOTH, date="2013-04-22", words=words)])
    row = talks(record)[0]
    assert row.outcome_kind == wanted
    assert row.outcome == (None if wanted == "held" else words)


@pytest.mark.parametrize(("rule", "wanted"), [("consult.host verb+object", 1), ("consult.tour verb+object", 0)])
def test_who_receives_the_other_meets_him(tmp_path: Path, rule: str, wanted: int) -> None:
    made = page("p1", "2013-06-11").event("CONSULT", "KOR-GOV", "PRK-GOV", date="2013-06-10", mode="visit", rule=rule)
    assert len(rows_of(tmp_path, made)) == wanted


def test_who_is_brought_together_meets(tmp_path: Path) -> None:
    rule = "consult.bring_together verb+object"
    both = page("p1", "2013-06-11").event("CONSULT", "USA", BOTH, date="2013-06-10", mode="third-party", rule=rule)
    one = page("p2", "2013-06-11").event("CONSULT", "USA", "KOR", date="2013-06-03", mode="third-party", rule=rule)
    other = page("p3", "2013-06-11").event(
        "CONSULT", "USA", BOTH, date="2013-06-05", mode="third-party", rule="consult.mediate verb"
    )
    quarrel = page("p0", "2013-06-01").event("ACCUSE", "KOR", "PRK", date="2013-05-02")
    quarrel.event("ACCUSE", "PRK", "KOR", date="2013-05-04").event("COERCE", "PRK", "KOR", date="2013-05-06")
    quarrel.event("REJECT", "KOR", "PRK", date="2013-05-08").event("REJECT", "PRK", "KOR", date="2013-05-10")
    assert [row[0] for row in rows_of(tmp_path, quarrel, both, one, other)] == ["2013-06-10"]


def test_a_reception_that_another_page_tells_as_a_meeting_is_one_round(tmp_path: Path) -> None:
    rule = "consult.host verb+object"
    one = page("p1", "2013-06-11").event("CONSULT", "KOR-GOV", "PRK-GOV", date="2013-06-10", mode="visit", rule=rule)
    other = page("p2", "2013-06-12").event("CONSULT", "KOR PRK", date="2013-06-10", rule="consult.meet verb")
    assert [row.date for row in talks(linked(tmp_path, [one, other]))] == ["2013-06-10"]


def test_a_promise_to_meet_is_no_round_on_the_day_it_was_made(tmp_path: Path) -> None:
    made = page("p1", "2013-06-20").event("CONSULT", "KOR", "PRK", date="2013-06-03", status="promised")
    made.event("CONSULT", "KOR", "PRK", date="2013-06-21", status="promised")
    assert [row[0] for row in rows_of(tmp_path, made)] == ["2013-06-21"]


def test_called_off_before_it_began(tmp_path: Path) -> None:
    made = page("p1", "2013-06-11").event("CONSULT", BOTH, date="2013-06-12", status="planned", outcome="called_off")
    assert rows_of(tmp_path, made) == [("2013-06-12", None, "called_off")]


def test_an_agreement_of_that_day_is_its_outcome(tmp_path: Path) -> None:
    made = page(published="2013-08-14").event("CONSULT", BOTH, date="2013-08-14")
    made.event("AGREE", BOTH, date="2013-08-14", words="KOR and PRK acted on five points.")
    row = talks(record_of(tmp_path, [made]))[0]
    assert (row.outcome_kind, row.outcome) == ("agreed", "KOR and PRK acted on five points.")


def test_the_next_round_as_told_by_the_same_page(tmp_path: Path) -> None:
    made = page(published="2013-07-11").event("CONSULT", BOTH, date="2013-07-10")
    made.event("CONSULT", BOTH, date="2013-07-15", status="planned")
    assert [row.next for row in talks(record_of(tmp_path, [made]))] == ["2013-07-15", None]


def test_the_next_round_is_told_though_it_was_held_meanwhile(tmp_path: Path) -> None:
    first = page("p1", "2013-07-11").event("CONSULT", BOTH, date="2013-07-10")
    first.event("CONSULT", BOTH, date="2013-07-15", status="planned")
    then = page("p2", "2013-07-16").event("CONSULT", BOTH, date="2013-07-15")
    assert [row.next for row in talks(record_of(tmp_path, [first, then]))] == ["2013-07-15", None]


def test_the_agenda_is_told_in_the_sentence(tmp_path: Path) -> None:
    words = "KOR and PRK acted on Monday in talks on the unpaid power bills, without a result."
    made = page().event("CONSULT", BOTH, date="2013-04-22", words=words)
    assert talks(record_of(tmp_path, [made]))[0].agenda == "the unpaid power bills"


def test_a_meeting_dated_by_its_page_joins_the_round_before(tmp_path: Path) -> None:
    made = page("p1", "2013-07-16").event("CONSULT", BOTH, date="2013-07-15")
    late = page("p2", "2013-07-17").event("CONSULT", BOTH, date="2013-07-17", how="published")
    assert rows_of(tmp_path, made, late) == [("2013-07-15", None, "held")]


def test_a_month_joins_its_only_round(tmp_path: Path) -> None:
    made = page("p1", "2013-07-16").event("CONSULT", BOTH, date="2013-07-15")
    late = page("p2", "2013-09-17").event("CONSULT", BOTH, date="2013-07")
    assert rows_of(tmp_path, made, late) == [("2013-07-15", None, "held")]


@pytest.mark.parametrize(
    "made",
    [
        page().event("CONSULT", "KOR USA", date="2013-04-03"),
        page().event("CONSULT", BOTH, date="2013-04-03", status="demanded"),
        page().event("CONSULT", BOTH, date="2013-04-03", status="hypothetical"),
        page().event("CONSULT", BOTH),
        page().event("CONSULT", BOTH, date="2013"),
        page().event("CONSULT", BOTH, date="2013-04-03", mode="phone"),
        page().event("CONSULT", BOTH, date="2013-04-03", confidence=0.3),
    ],
)
def test_no_round(tmp_path: Path, made: PageMaker) -> None:
    other = page("p9", "2013-01-02")
    for number in range(3):
        other.event("ACCUSE", "KOR", "PRK", date=f"2012-1{number}-01")
    assert talks(record_of(tmp_path, [made, other])) == []


def test_venue_level_and_agenda(tmp_path: Path) -> None:
    words = "Working-level officials of KOR and PRK acted at the Old Mill about the reopening of the gate."
    made = page().event(
        "CONSULT", BOTH, date="2013-04-22", words=words, place="Old Mill", topic="the reopening of the gate"
    )
    row = talks(record_of(tmp_path, [made]))[0]
    assert (row.venue, row.level, row.agenda) == ("Old Mill", "working", "the reopening of the gate")


class WithPersons(PageMaker):
    """A page whose bracketed names are persons, `[KOR Anna Kovacs]`, told with or without an office."""

    def annotation(self) -> Annotation:
        made = super().annotation()
        actors = []
        for name, country in (("Anna Kovacs", "KOR"), ("Ivan Petrov", "PRK"), ("Tom Reed", "KOR")):
            at = self.text.find(name)
            if at >= 0:
                actors.append(Actor(start=at, end=at + len(name), id=f"{country}-GOV", name=name, person=True))
        return Annotation(
            id=made.id, text=made.text, meta=made.meta, parts=made.parts, events=made.events, actors=tuple(actors)
        )


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (
            "Southern chief delegate Anna Kovacs acted with her northern counterpart Ivan Petrov.",
            ["Anna Kovacs", "Ivan Petrov"],
        ),
        ("Anna Kovacs, head of the southern delegation, acted.", ["Anna Kovacs"]),
        ("A delegation led by Ivan Petrov acted. Tom Reed watched.", ["Ivan Petrov"]),
        ("Both sides acted. Tom Reed, a fisherman, watched.", []),
        ("Both sides acted. Tom Reed replaced Anna Kovacs as the chief delegate.", ["Tom Reed"]),
        ("Both sides acted. Ivan Petrov leads the northern team.", ["Ivan Petrov"]),
        (
            "The South's chief delegate Anna Kovacs (R) and the North's Ivan Petrov acted.",
            ["Anna Kovacs", "Ivan Petrov"],
        ),
    ],
)
def test_heads(tmp_path: Path, words: str, wanted: list[str]) -> None:
    made = WithPersons(published="2013-04-22").event("CONSULT", BOTH, date="2013-04-22", words=words)
    assert [head.name for head in talks(record_of(tmp_path, [made]))[0].heads] == wanted


def test_who_is_head_is_known_from_another_page(tmp_path: Path) -> None:
    before = WithPersons("p1", "2013-04-02").say("The South named Anna Kovacs, its chief delegate, on Monday.")
    before.events = []
    news = WithPersons("p2", "2013-04-23").event("CONSULT", BOTH, date="2013-04-22", words="Both sides acted all day.")
    news.say("Anna Kovacs walks into the hall with Tom Reed.", kind="caption")
    row = talks(record_of(tmp_path, [before, news]))[0]
    assert [(head.party, head.name) for head in row.heads] == [("KOR", "Anna Kovacs")]
    assert "Anna Kovacs walks into the hall with Tom Reed." in [source.quote for source in row.sources]


def test_a_week_is_a_soft_date(tmp_path: Path) -> None:
    made = page(published="2013-08-08").event("CONSULT", BOTH, date="2013-08-12/2013-08-18", status="planned")
    assert rows_of(tmp_path, made) == [("2013-08-12/2013-08-18", None, "planned")]


def test_an_accord_finds_the_day_of_a_soft_round(tmp_path: Path) -> None:
    made = page("p1", "2013-08-08").event("CONSULT", BOTH, date="2013-08-12/2013-08-18", status="planned")
    then = page("p2", "2013-08-15").event("AGREE", BOTH, date="2013-08-14", verb="settled")
    assert rows_of(tmp_path, made, then) == [("2013-08-14", None, "agreed")]


def test_parties_that_fail_to_agree_have_met(tmp_path: Path) -> None:
    plan = page("p1", "2013-07-11").event("CONSULT", BOTH, date="2013-07-15", status="planned")
    then = page("p2", "2013-07-15").event("REJECT", BOTH, date="2013-07-15", words="KOR PRK acted in vain.")
    assert rows_of(tmp_path, plan, then) == [("2013-07-15", None, "adjourned")]


def test_agreeing_only_to_meet_again_is_no_agreement(tmp_path: Path) -> None:
    made = (
        page(published="2013-07-11").event("CONSULT", BOTH, date="2013-07-10").event("AGREE", BOTH, date="2013-07-10")
    )
    made.event("CONSULT", BOTH, date="2013-07-15", status="planned", content_of=1)
    rows = talks(record_of(tmp_path, [made]))
    assert [(row.outcome_kind, row.next) for row in rows] == [("adjourned", "2013-07-15"), ("planned", None)]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("KOR and PRK acted on Sunday. The deal came after nine hours of talks.", [("2013-07-07", None, "agreed")]),
        ("KOR and PRK acted on Sunday. It rained.", []),
        ("KOR and PRK acted on Sunday, and ministers of both shook hands.", [("2013-07-07", None, "agreed")]),
    ],
)
def test_an_accord_after_talks_is_a_round(tmp_path: Path, words: str, wanted: list[tuple[str, None, str]]) -> None:
    assert (
        rows_of(tmp_path, page(published="2013-07-08").event("AGREE", BOTH, date="2013-07-07", words=words)) == wanted
    )


def proposal() -> PageMaker:
    made = page("p1", "2013-06-07").event("REQUEST", "KOR", "PRK", date="2013-06-07", mode="meet")
    return made.event("CONSULT", BOTH, date="2013-06-12", status="demanded", content_of=0)


def test_a_proposal_is_no_round(tmp_path: Path) -> None:
    assert rows_of(tmp_path, proposal()) == []


def test_a_proposal_that_was_taken_up_is_one(tmp_path: Path) -> None:
    assert rows_of(tmp_path, proposal(), page("p2", "2013-06-13").event("CONSULT", BOTH, date="2013-06-12")) == [
        ("2013-06-12", None, "held")
    ]


def test_a_proposed_round_called_off_the_day_before(tmp_path: Path) -> None:
    off = page("p2", "2013-06-11").event(
        "REJECT", "", BOTH, date="2013-06-11", mode="meet", words="The KOR talks that acted were called off on Tuesday."
    )
    assert rows_of(tmp_path, proposal(), off) == [("2013-06-12", None, "called_off")]


class WithPlaces(PageMaker):
    """A page on which `Old Mill` and `Saltmarsh` are places."""

    def annotation(self) -> Annotation:
        made = super().annotation()
        places = [
            Place(start=at, end=at + len(name), name=name)
            for name in ("Old Mill", "Saltmarsh")
            if (at := self.text.find(name)) >= 0
        ]
        return replace(made, places=tuple(places))


@pytest.mark.parametrize(
    ("words", "venue"),
    [
        ("Both sides acted at the Old Mill.", "Old Mill"),
        ("Both sides acted on the future of Saltmarsh.", None),
        ("Both sides acted in Saltmarsh.", "Saltmarsh"),
    ],
)
def test_the_place_after_in_or_at_is_the_venue(tmp_path: Path, words: str, venue: str | None) -> None:
    made = WithPlaces(published="2013-04-22").event("CONSULT", BOTH, date="2013-04-22", words=words)
    assert talks(record_of(tmp_path, [made]))[0].venue == venue


def test_the_place_of_talks_beside_the_accord(tmp_path: Path) -> None:
    words = "KOR and PRK acted on Sunday. The deal came after nine hours of talks in the Old Mill."
    made = WithPlaces(published="2013-07-08").event("AGREE", BOTH, date="2013-07-07", words=words[:28])
    made.say(words[29:])
    row = talks(record_of(tmp_path, [made]))[0]
    assert row.venue == "Old Mill"
    assert words[29:] in [source.quote for source in row.sources]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Both sides acted on Monday, a month after their last talks broke down.", "held"),
        ("After earlier talks had broken down, both sides acted on Monday.", "held"),
        ("Both sides acted, and it broke down on Monday.", "failed"),
        ("Both sides acted in vain: the round broke down after six hours.", "failed"),
    ],
)
def test_the_end_of_an_earlier_round_is_not_the_outcome(tmp_path: Path, words: str, wanted: str) -> None:
    record = record_of(tmp_path, [page().event("CONSULT", BOTH, date="2013-04-22", words=words)])
    assert talks(record)[0].outcome_kind == wanted


@pytest.mark.parametrize("actors", [BOTH, ""])
def test_talks_that_failed_were_a_round(tmp_path: Path, actors: str) -> None:
    made = page(published="2013-07-25").event("REJECT", actors, date="2013-07-25", outcome="failed")
    made.event("ACCUSE", "KOR", "PRK", date="2013-07-01")
    assert rows_of(tmp_path, made) == [("2013-07-25", None, "failed")]


def test_what_lies_after_its_page_is_planned(tmp_path: Path) -> None:
    assert rows_of(tmp_path, page(published="2013-07-15").event("CONSULT", BOTH, date="2013-07-17")) == [
        ("2013-07-17", None, "planned")
    ]


def test_an_accord_bears_out_a_doubtful_meeting(tmp_path: Path) -> None:
    made = page(published="2013-08-29").event("CONSULT", "", date="2013-08-12/2013-08-18", confidence=0.45)
    assert rows_of(tmp_path, made) == []
    (tmp_path / "more").mkdir()
    made.event("AGREE", BOTH, date="2013-08-14")
    assert rows_of(tmp_path / "more", made) == [("2013-08-14", None, "agreed")]


@pytest.mark.parametrize(
    ("words", "venue"),
    [
        ("A meeting acted at the crossing on July 10.", "the crossing"),
        ("A meeting acted at Saltmarsh on July 10.", "Saltmarsh"),
        ("A meeting acted in July at noon.", None),
        ("The rounds acted on 4, 5 and 6 May, all held in the harbour.", "the harbour"),
    ],
)
def test_a_name_or_thing_behind_the_words_for_it(tmp_path: Path, words: str, venue: str | None) -> None:
    made = page(published="2013-07-11").event("CONSULT", "", date="2013-07-10", words=words)
    assert talks(record_of(tmp_path, [made]))[0].venue == venue


def test_an_offer_accepted_elsewhere_was_not_agreed_at_a_table(tmp_path: Path) -> None:
    words = "said that it would reopen the gate and proposed a round of talks"
    one = page("p", "2013-08-07").event("AGREE", "PRK", "KOR", date="2013-08-07", words=words)
    both = page("q", "2013-08-08").event("AGREE", "KOR", "PRK", date="2013-08-07")
    assert rows_of(tmp_path, one, both) == []


def test_a_note_that_is_handed_over_is_no_round(tmp_path: Path) -> None:
    rule = "consult.letter_handed verb+object"
    assert (
        rows_of(tmp_path, page("p1", "2013-06-11").event("CONSULT", "KOR", "PRK", date="2013-06-10", rule=rule)) == []
    )


def test_the_place_that_the_story_gives_goes_before_the_headline(tmp_path: Path) -> None:
    made = page("p1", "2013-06-11")
    made.event(
        "CONSULT",
        BOTH,
        date="2013-06-10",
        words="KOR and PRK end talks near Lens",
        verb="talks",
        place="Lens",
        part="title",
    )
    made.event("CONSULT", BOTH, date="2013-06-10", words="KOR and PRK met in Arras.", verb="met", place="Arras")
    assert [row.venue for row in talks(record_of(tmp_path, [made]))] == ["Arras"]
