"""The same act told again in other words, by another form or of fewer sides, is one event; what only looks like it is not."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from standoff.model import ActorRef
from standoff.record import Record
from standoff.testing import PageMaker, linked, page


def told(record: Record) -> list[tuple[str | None, str, int]]:
    """Date, type and number of reports of each event."""
    return [(e.date, e.type, len(e.members)) for e in record.events()]


def test_senses_of_one_deed_join_where_no_day_is_told(tmp_path: Path) -> None:
    pages = [
        page("a", "2013-05-03").event(
            "SANCTION", "NOR", mode="discontinue", date="2013-05-02", verb="suspended its part", rule="sanction.suspend_part nominal"
        ),
        page("b", "2013-05-06").event(
            "SANCTION", "NOR", mode="discontinue", verb="dropped out", rule="sanction.walk_out_accord verb+object"
        ),
        page("c", "2013-05-06").event("SANCTION", "NOR", mode="cancel", verb="cut the pay", rule="sanction.cut_pay verb+object"),
    ]  # fmt: skip
    with linked(tmp_path, pages) as record:
        assert sorted(count for _, _, count in told(record)) == [1, 2]


@pytest.mark.parametrize(("published", "count"), [("2013-05-04", 1), ("2013-09-04", 2)])
def test_less_must_speak_for_it_in_the_days_after(tmp_path: Path, published: str, count: int) -> None:
    """On 4 May `campers pitched tents` is the camp of 3 May; in September it may be another one."""
    told = "Campers pitched tents across the pier."
    pages = [
        page("a", "2013-05-03").event(
            "PROTEST", "NAMED:Front", date="2013-05-03", mode="obstruct", verb="set up",
            words="The Front set up tents across the pier on 3 May.", rule="protest.camp verb+object",
        ),
        page("b", published).event("PROTEST", mode="obstruct", verb="pitched", words=told, rule="protest.camp verb+object"),
    ]  # fmt: skip
    with linked(tmp_path, pages) as record:
        assert len(record.events()) == count


def test_what_a_weapon_did_is_the_attack_of_that_day(tmp_path: Path) -> None:
    pages = [
        page("a", "2013-05-03").event(
            "ASSAULT", "NAMED:Harpoon", "SWE", date="2013-05-02", mode="heavy-weapons", verb="struck",
            rule="assault.weapon_hits verb+object",
        ),
        page("b", "2013-05-03").event(
            "ASSAULT", "NOR", "SWE-MIL", date="2013-05-02", verb="shelled", rule="assault.fire_weapon verb"
        ),
    ]  # fmt: skip
    with linked(tmp_path, pages) as record:
        assert told(record) == [("2013-05-02", "ASSAULT", 2)]


def test_those_who_were_killed_were_so_in_the_one_attack_of_that_day(tmp_path: Path) -> None:
    one = page("a", "2013-05-03").event(
        "ASSAULT", "NOR", date="2013-05-02", verb="attacked", rule="assault.attack verb"
    )
    one.event("ASSAULT", "", date="2013-05-02/2013-05-03", verb="were killed", rule="assault.kill verb+object")
    with linked(tmp_path, [one]) as record:
        assert told(record) == [("2013-05-02", "ASSAULT", 2)]
    two = page("b", "2013-05-03").event(
        "ASSAULT", "NOR", date="2013-05-02", verb="attacked", rule="assault.attack verb"
    )
    two.event("ASSAULT", "FIN", date="2013-05-02", verb="fired on", rule="assault.fire_weapon verb")
    two.event("ASSAULT", "", date="2013-05-02", verb="were hurt", rule="assault.beat verb+object")
    folder = tmp_path / "two"
    folder.mkdir()
    with linked(folder, [two]) as record:
        assert len(record.events()) == 3  # of two attacks either may be meant


def test_a_plan_and_its_act_of_which_nobody_says_whose_they_are(tmp_path: Path) -> None:
    pages = [
        page("a", "2013-05-03").event(
            "RETREAT", date="2013-05-06", status="planned", verb="will begin again", rule="retreat.runs_again thing"
        ),
        page("b", "2013-05-07").event(
            "RETREAT", date="2013-05-06", mode="access", verb="ran anew", rule="retreat.runs_again thing"
        ),
    ]  # fmt: skip
    with linked(tmp_path, pages) as record:
        assert [(e.status, len(e.members)) for e in record.events()] == [("happened", 2)]


def test_the_accord_of_a_month_is_its_one_accord(tmp_path: Path) -> None:
    pages = [
        page("a", "2013-04-10").event("SUPPORT", "NOR SWE", "FIN", date="2013-04-09", verb="signed", rule="support.sign verb+object"),
        page("b", "2013-06-10").event("AGREE", "NOR SWE", "NOR SWE", date="2013-04", verb="accord", rule="dated_noun retold.accord"),
    ]  # fmt: skip
    with linked(tmp_path, pages) as record:
        assert told(record) == [("2013-04-09", "AGREE", 2)]  # what both sign is their accord


def test_a_coarse_telling_is_of_the_day_that_another_coarse_one_holds(tmp_path: Path) -> None:
    """`in spring` is the act of 9 April, though one of April is told by the same side, which may be that act too."""
    pages = [
        page("a", "2013-04-10").event("SANCTION", "", mode="discontinue", date="2013-04-09", verb="closed", rule="sanction.shut verb"),
        page("b", "2014-06-10").event("SANCTION", "SWE", mode="discontinue", date="2013-04", verb="stopped", rule="sanction.thing_shuts verb"),
        page("c", "2014-07-10").event("SANCTION", "SWE", mode="discontinue", date="2013-03/2013-06", verb="closed", rule="sanction.shut verb"),
    ]  # fmt: skip
    with linked(tmp_path, pages) as record:
        assert told(record) == [("2013-04", "SANCTION", 1), ("2013-04-09", "SANCTION", 2)]


def test_who_signs_for_a_side_is_no_other_side(tmp_path: Path) -> None:
    """A minister of whom the page does not say whose he is signs for one of those who signed."""
    one = page("a", "2013-04-10").event(
        "AGREE", "NOR SWE", "", date="2013-04-09", verb="signed", rule="agree.sign_text verb"
    )
    other = page("b", "2013-04-11").event(
        "AGREE", "NAMED:Lund SWE", "", date="2013-04-09", verb="signed", rule="agree.sign_text verb"
    )
    with linked(tmp_path, [one, other.person("NAMED:Lund")]) as record:
        assert told(record) == [("2013-04-09", "AGREE", 2)]


def headed(page_date: str, told_date: str) -> PageMaker:
    """A page whose headline tells no day and whose story tells of an act of the same kind on a day."""
    made = page("a", page_date).event(
        "ACCUSE", "", "SWE", verb="rule against", rule="accuse.ruled_against verb", part="title"
    )
    return made.event("ACCUSE", "NOR", "SWE", date=told_date, verb="sued", rule="accuse.bring_case verb")


@pytest.mark.parametrize(("told_date", "count"), [("2013-05-02", 1), ("2009-05-02", 2)])
def test_a_headline_tells_no_background(tmp_path: Path, told_date: str, count: int) -> None:
    with linked(tmp_path, [headed("2013-05-03", told_date)]) as record:
        assert len(record.events()) == count


def test_last_week_is_no_day_of_the_page(tmp_path: Path) -> None:
    """A page dates it by its own day alone, another says `last week`: the day of the page is no finer date."""
    pages = [
        page("a", "2013-05-03").event("REJECT", "NOR", date="2013-05-03", how="published", verb="turned down", rule="reject.refuse x", part="title")
        .event("REJECT", "NOR", date="2013-05-02/2013-05-03", how="relative", verb="turned down", rule="reject.refuse x"),
        page("b", "2013-05-10").event("REJECT", "NOR", date="2013-04-29/2013-05-05", how="relative", verb="turned down", rule="reject.refuse x"),
    ]  # fmt: skip
    with linked(tmp_path, pages) as record:
        assert [e.date for e in record.events()] == ["2013-05-02/2013-05-03"]


def test_a_deal_that_a_noun_takes_up_in_a_month_and_of_which_one_side_is_implied(tmp_path: Path) -> None:
    """Both sentences name one side; the other of each is taken from elsewhere on its page."""
    one = page("a", "2013-03-20").event(
        "AGREE", "NOR SWE", date="2013-03-18", verb="prolonged", words="Oslo said it had been prolonged.", rule="agree.extend verb"
    )  # fmt: skip
    other = page("b", "2013-04-19").event(
        "AGREE", "NOR FIN", date="2013-03", verb="renewal", words="Since the renewal of March ships have sailed.",
        rule="dated_noun retold.renewal",
    )  # fmt: skip
    for made in (one, other):
        event = made.events[0]
        far = ActorRef(start=0, end=1, id=event.actors[1].id)
        made.events[0] = replace(event, actors=(event.actors[0], far))
    with linked(tmp_path, [one, other]) as record:
        assert told(record) == [("2013-03-18", "AGREE", 2)]


@pytest.mark.parametrize(("date", "count"), [("2013-05-02", 1), ("2013-05-09", 2)])
def test_a_vote_of_two_days_is_the_one_told_without_who_voted(tmp_path: Path, date: str, count: int) -> None:
    pages = [
        page("a", "2013-05-03").event(
            "REJECT", "NAMED:Guild", date="2013-05-02/2013-05-03", how="relative", verb="turned down", rule="reject.refuse verb"
        ),
        page("b", "2013-05-03").event(
            "REJECT", date=date, verb="has been defeated", rule="reject.defeat_deal verb"
        ),
    ]  # fmt: skip
    with linked(tmp_path, pages) as record:
        assert len(record.events()) == count


@pytest.mark.parametrize(("date", "count"), [("2013-05-02", 1), ("2013-04-02", 2)])
def test_a_headline_names_a_side_of_the_accord_of_its_lead_as_it_will(tmp_path: Path, date: str, count: int) -> None:
    made = page("a", "2013-05-03").event(
        "AGREE", "NAMED:Highlands", date="2013-05-02", how="relative", verb="agree", topic="peace", words="Highlands agree to peace.",
        rule="speech.agree", part="title",
    )  # fmt: skip
    made.event(
        "AGREE", "NOR", date=date, verb="accepted", topic="a truce", words="NOR accepted a truce.", rule="speech.accept"
    )
    with linked(tmp_path, [made]) as record:
        assert len(record.events()) == count
        assert {actor for event in record.events() for actor in event.actors} == {"NAMED:Highlands", "NOR"}
