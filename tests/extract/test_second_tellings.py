"""Acts that news tells again in passing: by the state they left, by participles and relative clauses with their day, by a bare name."""

import pytest
from tests.extract.asked import events

from standoff.model import Party, Subject

pytestmark = pytest.mark.model


def told(text: str, *, published: str = "2014-06-20", subject: Subject | None = None) -> list[tuple[str, str | None]]:
    return [(e.type, e.date) for e in events(text, published, subject=subject)]


LEAD = "Georgia and Turkey have a quarrel over a post at the Sarp crossing.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The crossing has stayed shut since 2 June.", ("COERCE", "2014-06-02")),
        ("The crossing remains closed after 18 days.", ("COERCE", "2014-06-02")),
        ("The gate has been locked since 2 June.", ("COERCE", "2014-06-02")),
        ("Turkey has kept the gate locked since 2 June.", ("COERCE", "2014-06-02")),
        ("Turkey has kept the crossing shut since 2 June.", ("COERCE", "2014-06-02")),
        ("The crossing, shut since 2 June, is the main road to the east.", ("COERCE", "2014-06-02")),
        ("It was their first meeting since the gate was locked on 2 June.", ("COERCE", "2014-06-02")),
    ],
)
def test_what_stands_tells_the_act(text: str, expected: tuple[str, str]) -> None:
    assert expected in told(LEAD + text)


@pytest.mark.parametrize(
    "text", ["The crossing stayed shut.", "The crossing remains closed.", "The gate is locked at night."]
)
def test_what_stands_without_a_day_tells_none(text: str) -> None:
    assert not any(type_ in ("COERCE", "SANCTION") for type_, _ in told(LEAD + text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sarp has been closed since 2 June.", ("COERCE", "2014-06-02")),
        ("Sarp, shut since 2 June, is the main road to the east.", ("COERCE", "2014-06-02")),
        ("Turkey sealed Sarp on 2 June.", ("COERCE", "2014-06-02")),
        ("Sarp is the main road to the east. Turkey closed it on 2 June.", ("COERCE", "2014-06-02")),
    ],
)
def test_a_name_stands_for_the_gate_that_the_page_gives_it(text: str, expected: tuple[str, str]) -> None:
    assert expected in told(LEAD + text)


def test_a_name_that_speaks_is_no_gate() -> None:
    page = "The Corda port is idle.\n\nCorda said on Monday that it would wait.\n\nCorda was closed on 2 June."
    assert ("COERCE", "2014-06-02") not in told(page)


def test_a_declared_name_stands_for_its_kind() -> None:
    parties = (Party(id="GEO", name="Georgia"), Party(id="TUR", name="Turkey"))
    subject = Subject(name="Sarp border crossing", aliases=("Sarp",), parties=parties)
    text = "Drivers wait.\n\nSarp has been closed since 2 June over a post."
    assert ("COERCE", "2014-06-02") in told(text, subject=subject)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Workers locked out on 4 January are living on food parcels.", ("SANCTION", "2016-01-04")),
        ("Deliveries were cut by a third on 3 February and stopped three days later.", ("SANCTION", "2016-02-06")),
        ("The deal, struck on 12 January after a night of talks, gives them 5 per cent.", ("AGREE", "2016-01-12")),
    ],
)
def test_participles_and_clauses_tell_with_their_day(text: str, expected: tuple[str, str]) -> None:
    assert expected in told("The refinery is idle.\n\n" + text, published="2016-03-01")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fee, introduced on 4 April, was doubled on Monday.", ("COERCE", "2014-04-04")),
        ("The embargo, imposed on 3 May, was lifted on Tuesday.", ("COERCE", "2014-05-03")),
        ("Laos eased the ban, imposed on 3 June, on Tuesday.", ("COERCE", "2014-06-03")),
        ("Laos eased the ban, imposed on 3 June, on Tuesday.", ("RETREAT", "2014-06-17")),
        ("The roadblock, set up by growers on 4 April, was cleared by police.", ("PROTEST", "2014-04-04")),
    ],
)
def test_what_somebody_put_in_force_is_told_with_its_day(text: str, expected: tuple[str, str]) -> None:
    assert expected in told(text)


def test_an_announced_ban_is_not_one_in_force() -> None:
    assert told("The ban, announced on 3 May, drew no comment.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The joiners went back on Monday, only to walk out again on Thursday.", ("PROTEST", "2014-06-19")),
        ("The joiners resumed work on Monday, only to down tools again on Thursday.", ("PROTEST", "2014-06-19")),
        ("Laos reopened the border in May, only to close it again on 2 June.", ("COERCE", "2014-06-02")),
        ("Police freed the monk on Monday only to arrest him again on Tuesday.", ("COERCE", "2014-06-17")),
    ],
)
def test_what_came_next_was_done(text: str, expected: tuple[str, str]) -> None:
    assert expected in told(text)


def test_the_only_aim_is_not_done() -> None:
    assert told("The joiners met only to close the gate on Thursday.") == [("CONSULT", "2014-06-19")]
