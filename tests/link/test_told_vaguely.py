"""One act stands once where some say of its doers less than others, and what only looks like it stands beside it."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from standoff.model import ActorRef, PloverType
from standoff.record import Record
from standoff.testing import PageMaker, linked, page

SHUT = "coerce.shut_border verb+object"


def by(made: PageMaker, *ids: str) -> PageMaker:
    """The page with the last event done by these, of names of several words."""
    event = made.events[-1]
    at = event.sentence.start if event.sentence else 0
    made.events[-1] = replace(event, actors=tuple(ActorRef(start=at, end=at + 1, id=id) for id in ids))
    return made


def counts(record: Record) -> list[int]:
    return sorted(len(event.members) for event in record.events())


@pytest.mark.parametrize(
    ("actor", "count"),
    [("NAMED:Baltic states", 1), ("NAMED:Lund dockers", 1), ("NAMED:Lund Harbour", 2), ("FIN", 2)],
)
def test_who_is_only_described_may_be_anybody(tmp_path: Path, actor: str, count: int) -> None:
    one, other = (
        page(id, "2013-05-03").event(
            "SANCTION", "NOR", "SWE", date="2013-05-02", verb="cut", rule="sanction.break_off verb"
        )
        for id in ("a", "b")
    )
    with linked(tmp_path, [one, by(other, actor)]) as record:
        assert len(record.events()) == count


def test_two_who_are_described_are_two(tmp_path: Path) -> None:
    one, other = (
        page(id, "2013-05-03").event("COERCE", date="2013-05-02", verb="barred", rule=SHUT) for id in ("a", "b")
    )
    with linked(tmp_path, [by(one, "NAMED:Lund dockers"), by(other, "NAMED:Bergen pilots")]) as record:
        assert counts(record) == [1, 1]


@pytest.mark.parametrize(("others", "expected"), [((), [2]), (("FIN",), [1, 1, 1])])
def test_the_news_of_a_page_and_the_same_told_of_nobody(
    tmp_path: Path, others: tuple[str, ...], expected: list[int]
) -> None:
    """`On Thursday the police shut the post`, another page's news of that day; where two did so it may be either."""
    pages = [
        page("a", "2013-05-02").event("COERCE", "NOR", mode="restrict", date="2013-05-02", how="published", verb="closed", object="the ferry", rule=SHUT),
        page("b", "2013-05-04").event("COERCE", "", mode="restrict", date="2013-05-02", how="relative", verb="shut", object="two berths", rule=SHUT),
    ]  # fmt: skip
    pages += [
        page(side, "2013-05-02").event("COERCE", side, mode="restrict", date="2013-05-02", how="published", verb="closed", object="the ferry", rule=SHUT)
        for side in others
    ]  # fmt: skip
    with linked(tmp_path, pages) as record:
        assert counts(record) == expected


def guessed(made: PageMaker) -> PageMaker:
    """The page with those who act in its first event named far from its sentence."""
    event = made.events[0]
    made.events[0] = replace(event, actors=tuple(ActorRef(start=0, end=1, id=a.id) for a in event.actors))
    return made


@pytest.mark.parametrize(("known", "count"), [(False, 1), (True, 2)])
def test_an_accord_whose_signers_only_the_page_tells(tmp_path: Path, known: bool, count: int) -> None:
    one = page("a", "2013-05-03").event(
        "AGREE", "FIN", "FIN", date="2013-05-02", verb="signed", rule="agree.sign_text verb"
    )
    other = page("b", "2013-05-03").event(
        "AGREE", "NOR SWE", "NOR SWE", date="2013-05-02", verb="signed", rule="agree.sign_text verb"
    )  # fmt: skip
    with linked(tmp_path, [one, other if known else guessed(other)]) as record:
        assert len(record.events()) == count


def test_an_accord_signed_by_those_who_are_not_named_is_an_accord(tmp_path: Path) -> None:
    pages = [
        page("a", "2013-05-03").event("AGREE", "NOR SWE", "NOR SWE", date="2013-05-02", verb="signed", rule="agree.sign_text verb"),
        page("b", "2013-06-03").event("SUPPORT", "NAMED:presidents", date="2013-05-02", verb="sign", object="a treaty", rule="support.sign verb"),
    ]  # fmt: skip
    with linked(tmp_path, pages) as record:
        assert [event.type for event in record.events()] == ["AGREE"]


@pytest.mark.parametrize(("others", "count"), [((), 1), (("FIN", "DNK"), 2)])
def test_a_page_tells_of_one_meeting_on_a_day_where_it_says_no_more(
    tmp_path: Path, others: tuple[str, ...], count: int
) -> None:
    made = guessed(
        page("a", "2013-05-02").event(
            "CONSULT", "NOR SWE", "NOR SWE", date="2013-05-02", verb="took place", rule="consult.talks occur"
        )
    )
    made.event("CONSULT", "", date="2013-05-02", verb="met", rule="consult.meet verb")
    made = by(made, "NAMED:Karin Dahl", "NAMED:Jon Moen", *others)
    if others:
        made.event("CONSULT", "NOR SWE", "NOR SWE", date="2013-05-02", verb="talked", rule="consult.talks light")
    with linked(tmp_path, [made]) as record:
        assert len(record.events()) == count


@pytest.mark.parametrize(("recipient", "count"), [("", 1), ("FIN", 2)])
def test_a_page_tells_a_deed_of_a_day_again_without_its_doer(tmp_path: Path, recipient: str, count: int) -> None:
    made = page("a", "2013-05-03").event(
        "RETREAT",
        "NOR",
        "SWE",
        date="2013-05-02",
        verb="suspended",
        rule="retreat.end_protest verb",
        words="NOR suspended the picket SWE.",
    )
    made.event(
        "RETREAT",
        "",
        recipient,
        date="2013-05-02",
        verb="ended",
        status="planned",
        rule="retreat.conflict_ends verb",
        words="The picket ended at noon.",
    )
    with linked(tmp_path, [made]) as record:
        assert len(record.events()) == count


def test_whom_it_is_done_to_keeps_two_tellings_apart_and_not_the_acts_that_hold_them(tmp_path: Path) -> None:
    """Of the month it is told as done to Sweden, of the day as done to Finland: who stopped the oil did so once."""
    pages = [
        page("a", "2013-05-03").event("SANCTION", "NOR", date="2013-05-02", verb="halted", object="oil", rule="sanction.break_off verb"),
        page("b", "2013-05-04").event("SANCTION", "", "FIN", date="2013-05-02", verb="halted", object="oil", rule="sanction.break_off verb"),
        page("c", "2013-09-04").event("SANCTION", "NOR", date="2013-05", verb="halted", rule="sanction.break_off verb"),
        page("d", "2013-10-04").event("SANCTION", "", "SWE", date="2013-05", verb="halted", rule="sanction.break_off verb"),
    ]  # fmt: skip
    with linked(tmp_path, pages) as record:
        assert counts(record) == [4]


@pytest.mark.parametrize(("day", "count"), [("2013-05-03", 1), ("2013-05-06", 2)])
def test_a_strike_begun_at_midnight_has_two_days(tmp_path: Path, day: str, count: int) -> None:
    pages = [
        page("a", "2013-05-06").event("PROTEST", "NAMED:Guild", mode="strike", date="2013-05-02", verb="went on strike", rule="protest.down_tools verb"),
        page("b", "2013-05-09").event("PROTEST", "NAMED:Guild", mode="strike", date=day, verb="walked out", rule="protest.strike verb"),
    ]  # fmt: skip
    with linked(tmp_path, pages) as record:
        assert len(record.events()) == count


@pytest.mark.parametrize(("topic", "count"), [("not discuss wages", 1), ("not lend ferries", 2)])
def test_a_refusal_told_by_what_was_said_and_by_what_is_refused(tmp_path: Path, topic: str, count: int) -> None:
    made = page("a", "2013-05-02").event(
        "REJECT", "NAMED:Guild", date="2013-05-02", verb="said", topic=topic, rule="speech.say_will x"
    )
    made.event("REJECT", "", date="2013-05-02", verb="discuss", object="wages", rule="retreat.talk x")
    made = by(made, "NAMED:Guild members")
    with linked(tmp_path, [made]) as record:
        assert len(record.events()) == count


def test_a_headline_on_the_day_after_is_of_the_act_of_the_day_before(tmp_path: Path) -> None:
    """Another page calls it by another type, in a word for the same deed."""
    headed = page("a", "2013-05-03").event(
        "RETREAT", "NOR", "SWE", date="2013-05-03", how="published", mode="access", verb="lifts", rule="retreat.lift verb", part="title"
    )  # fmt: skip
    other = page("b", "2013-05-06").event(
        "CONCEDE", "NOR", date="2013-05-02", how="relative", verb="eased", rule="concede.relax verb"
    )
    with linked(tmp_path, [headed, other]) as record:
        assert [(e.date, len(e.members)) for e in record.events()] == [("2013-05-02", 2)]


@pytest.mark.parametrize(("word", "count"), [("Governor", 1), ("Hjelm", 2)])
def test_a_common_noun_that_begins_a_headline_is_no_name(tmp_path: Path, word: str, count: int) -> None:
    made = page("a", "2013-05-03").event(
        "REQUEST", "", date="2013-05-03", how="published", verb="proposes", topic="bar timber", words=f"{word} proposes to bar timber",
        rule="speech.offer x", part="title",
    )  # fmt: skip
    made = by(made, f"NAMED:{word}")
    made.event(
        "REQUEST", "NOR", date="2013-05-02", how="relative", verb="proposed", topic="bar timber", rule="speech.offer x"
    )
    with linked(tmp_path, [made]) as record:
        assert len(record.events()) == count


@pytest.mark.parametrize(("date", "count"), [("2013-05~", 1), ("2013-05", 2)])
def test_half_a_year_ago_is_about_a_month(tmp_path: Path, date: str, count: int) -> None:
    pages = [
        page("a", "2013-04-29").event("SANCTION", "NOR", "SWE", date="2013-04-28", verb="barred", rule="coerce.ban verb"),
        page("b", "2013-11-29").event("SANCTION", "NOR", "SWE", date=date, how="relative", verb="barred", rule="coerce.ban verb"),
    ]  # fmt: skip
    with linked(tmp_path, pages) as record:
        assert len(record.events()) == count


def test_who_alone_is_named_as_a_signer_promises_nothing(tmp_path: Path) -> None:
    pages = [
        page("a", "2013-05-03").event("AGREE", "NOR SWE", "NOR SWE", date="2013-05-02", verb="signed", rule="support.sign verb"),
        page("b", "2013-05-03").event("AGREE", "NOR", date="2013-05-02", verb="signed", rule="support.sign verb"),
    ]  # fmt: skip
    with linked(tmp_path, pages) as record:
        assert counts(record) == [2]


def test_soldiers_of_an_alliance_are_the_alliance(tmp_path: Path) -> None:
    pages = [
        page("a", "2013-05-03").event("RETREAT", "IGO-NATO-MIL", date="2013-05-02", verb="reopened", rule="retreat.access verb"),
        page("b", "2013-05-03").event("RETREAT", "IGO-NATO", date="2013-05-02", verb="reopened", rule="retreat.access verb"),
    ]  # fmt: skip
    with linked(tmp_path, pages) as record:
        assert counts(record) == [2]


@pytest.mark.parametrize(("type", "expected"), [("SANCTION", [2]), ("THREATEN", [1, 1])])
def test_a_headline_that_tells_a_deed_tells_not_what_the_lead_speaks_of(
    tmp_path: Path, type: PloverType, expected: list[int]
) -> None:
    """`Norway pulls crews off ferry`, where it said that it would, is the deed: other pages tell it as such."""
    made = page("a", "2013-05-03").event(
        "COERCE", "NOR", date="2013-05-02", how="relative", verb="pulls", rule="coerce.bar verb", part="title",
        words="NOR pulls crews off ferry",
    )  # fmt: skip
    made.event(
        type, "NOR", "SWE", date="2013-05-02", how="relative", verb="pull", rule="speech.say_will",
        words="NOR would pull its crews off the ferry to SWE.",
    )  # fmt: skip
    with linked(tmp_path, [made]) as record:
        assert counts(record) == expected


@pytest.mark.parametrize(("what", "expected"), [("talks", [2]), ("a loan", [1, 1])])
def test_who_walks_away_from_talks_breaks_them_off(tmp_path: Path, what: str, expected: list[int]) -> None:
    pages = [
        page("a", "2013-05-03").event(
            "SANCTION", "NOR", "SWE", mode="discontinue", date="2013-05-02", how="relative", verb="broke off",
            words=f"NOR broke off {what} with SWE over the ferry.", rule="sanction.break_off verb+object",
        ),
        page("b", "2013-05-20").event(
            "REJECT", "NOR", "SWE", date="2013-05-01/2013-05-10", verb="walked away from",
            words=f"NOR walked away from {what} with SWE.", rule="reject.away_from_offer verb+object",
        ),
    ]  # fmt: skip
    with linked(tmp_path, pages) as record:
        assert counts(record) == expected


@pytest.mark.parametrize(("other", "expected"), [("SWE", [2]), ("", [1, 1])])
def test_who_signs_with_another_side_agrees(tmp_path: Path, other: str, expected: list[int]) -> None:
    pages = [
        page("a", "2013-05-03").event("AGREE", "NOR SWE", "NOR SWE", date="2013-05-02", verb="signed", rule="agree.sign_text verb"),
        page("b", "2013-05-03").event("SUPPORT", "NOR", other, date="2013-05-02", verb="signed", rule="support.sign verb"),
    ]  # fmt: skip
    with linked(tmp_path, pages) as record:
        assert counts(record) == expected


@pytest.mark.parametrize(("others", "expected"), [("NOR SWE", [2]), ("NOR FIN", [2]), ("DNK FIN", [1, 1])])
def test_a_page_tells_of_one_accord_of_a_day(tmp_path: Path, others: str, expected: list[int]) -> None:
    made = page("a", "2013-05-03").event(
        "AGREE", "NOR SWE", "NOR SWE", date="2013-05-02", how="relative", verb="agreed", rule="speech.agree"
    )
    made.event("AGREE", others, others, date="2013-05-02", how="relative", verb="agreed", rule="speech.agree")
    with linked(tmp_path, [made]) as record:
        assert counts(record) == expected


@pytest.mark.parametrize(("hurt", "expected"), [("SWE", [2]), ("FIN", [1, 1])])
def test_who_was_hurt_late_in_a_month_was_hurt_once(tmp_path: Path, hurt: str, expected: list[int]) -> None:
    pages = [
        page("a", "2013-06-03").event("ASSAULT", "NOR", "SWE", mode="beat", date="2013-05-21/2013-05-31", verb="hurt", rule="assault.injure verb"),
        page("b", "2013-06-09").event("ASSAULT", "", hurt, mode="beat", date="2013-05-21/2013-05-31", verb="injured", rule="assault.injured_in verb"),
    ]  # fmt: skip
    with linked(tmp_path, pages) as record:
        assert counts(record) == expected


@pytest.mark.parametrize(
    ("recipient", "object", "count"), [("", "", 2), ("SWE", "", 1), ("", "the ferry", 1), ("", "two berths", 2)]
)
def test_what_is_told_without_a_day_of_nobody_needs_more_than_its_words(
    tmp_path: Path, recipient: str, object: str, count: int
) -> None:
    """`The guards fired into the air` is not the firing of another page, though it says `fired` too."""
    one = page("a", "2013-05-03").event(
        "COERCE", "NOR", "SWE", mode="restrict", date="2013-05-02", verb="closed", object="the ferry", rule=SHUT
    )
    other = page("b", "2013-05-05").event(
        "COERCE", "", recipient, mode="restrict", verb="closed", object=object or None, rule=SHUT
    )
    with linked(tmp_path, [one, other]) as record:
        assert len(record.events()) == count


@pytest.mark.parametrize(
    ("verb", "before", "count"),
    [("parked across", "", 2), ("blocked", "", 1), ("parked across", "Lund. " * 60, 1)],
    ids=["the news in other words", "the news in the same words", "further down"],
)
def test_the_news_of_a_page_is_no_act_of_weeks_before(tmp_path: Path, verb: str, before: str, count: int) -> None:
    made = page("a", "2013-05-20")
    if before:
        made.say(before.strip())
    made.event("PROTEST", "NOR", mode="obstruct", verb=verb, rule="protest.roadblock verb")
    made.event("PROTEST", "NOR", mode="obstruct", verb="blocked", date="2013-04-20", rule="protest.obstruct verb")
    with linked(tmp_path, [made]) as record:
        assert len(record.events()) == count
