"""Acts that a noun takes up with a time of its own, and who did them where the page tells it elsewhere."""

import pytest
from tests.extract.asked import annotated, ids

from standoff.annotate import annotate_page
from standoff.model import Event, PageInput, Party, Subject

PORT = Subject(
    name="Port of Ostrava strike",
    parties=(
        Party(id="NAMED:Ostrava Terminals", name="Ostrava Terminals", aliases=("the company",), sector="BUS"),
        Party(id="NAMED:Dockers' Guild", name="Dockers' Guild", aliases=("the guild", "the union"), sector="LAB"),
    ),
)
RIVER = Subject(name="Vista dam", parties=(Party(id="TCD", name="Chad"), Party(id="NER", name="Niger")))


def told(text: str, subject: Subject | None = None) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [(e.type, e.date, tuple(ids(e.actors))) for e in nouns(text, subject)]


def nouns(text: str, subject: Subject | None = None) -> list[Event]:
    found = annotated(text, "2019-05-15", subject=subject).events
    return [e for e in found if e.rule.startswith("dated_noun")]


BOTH = ("TCD", "NER")
CASES = [
    ("Trucks crossed again. Chad praised Monday's accord. Niger said nothing.", "AGREE", "2019-05-13"),
    ("Chad was silent. The deal, unveiled last Thursday, leaves the sluices to Niger.", "AGREE", "2019-05-09"),
    ("Chad and Niger differ. The collapse of last Friday's talks left both without water.", "CONSULT", "2019-05-10"),
    ("Chad and Niger differ. The breakdown of talks on Monday left both without water.", "CONSULT", "2019-05-13"),
    ("Chad and Niger differ. Monday's telephone call lasted an hour.", "CONSULT", "2019-05-13"),
    ("Under an arrangement reached on Monday by the two presidents of Chad and Niger, it opens.", None, None),
    ("Chad and Niger differ. Under an arrangement reached on Monday, it opens at dawn.", "AGREE", "2019-05-13"),
    ("Chad and Niger differ. No talks on Monday could change that.", None, None),
    ("Chad and Niger differ. Niger called off Monday's talks.", None, None),
    ("Chad and Niger differ. Envoys hope for a meeting next week.", None, None),
    ("Chad and Niger differ. The accord leaves the sluices to Niger.", None, None),
    ("Chad and Niger differ. Any accord in June would come too late.", None, None),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "type_", "day"), CASES)
def test_both_sides_talk_and_agree(text: str, type_: str | None, day: str | None) -> None:
    found = told(text, RIVER)
    assert [(t, d) for t, d, _ in found] == ([(type_, day)] if type_ else [])
    assert all(set(actors) == set(BOTH) for _, _, actors in found)


OFFERS = [
    ("The guild is on strike. Monday's offer gave 4 per cent.", "REQUEST", "NAMED:Ostrava Terminals"),
    ("The guild met. The layoffs announced on Friday go ahead at the company.", "SANCTION", "NAMED:Ostrava Terminals"),
    ("The company lost ships. Friday's walkout shut two quays.", "PROTEST", "NAMED:Dockers' Guild"),
    (
        "Members voted the offer down by 200 votes. The company was silent on Monday's vote.",
        "REJECT",
        "NAMED:Dockers' Guild",
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "type_", "actor"), OFFERS)
def test_the_page_tells_who_did_it(text: str, type_: str, actor: str) -> None:
    assert [(t, actors) for t, _, actors in told(text, PORT)] == [(type_, (actor,))]


@pytest.mark.model
def test_members_stand_for_the_union() -> None:
    text = "Ostrava Terminals is shut. Members rejected the offer on Monday. Two members spoke at the gate."
    page = annotate_page(PageInput(id="x", text=text, published="2019-05-15", plain=True), subject=PORT)
    (refusal,) = [e for e in page.events if e.type == "REJECT"]
    assert [a.id for a in refusal.actors] == ["NAMED:Dockers' Guild"]
    assert text[refusal.actors[0].start : refusal.actors[0].end] == "Members"


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Chad praised Monday's accord with Niger.",  # a sentence alone takes nothing up
        "Chad struck a deal with Niger on Monday. It ended the quarrel.",  # told by the verb
    ],
)
def test_what_is_told_once_is_not_taken_up(text: str) -> None:
    assert nouns(text, RIVER) == []


@pytest.mark.model
def test_the_same_act_is_told_once() -> None:
    text = "The guild walked out on Friday. The company said that Friday's walkout shut two quays."
    assert nouns(text, PORT) == []


@pytest.mark.model
def test_a_day_without_a_year_of_what_nobody_plans_lies_behind() -> None:
    found = told("Chad armed its guards. The Oct. 7 raid by rebels shocked Niger.")
    assert [day for _, day, _ in found] == ["2018-10-07"]


@pytest.mark.model
def test_what_nobody_plans_lies_behind() -> None:
    (shooting,) = nouns("The frontier was calm. Accounts of Sunday's shooting differ on everything.")
    assert (shooting.date, shooting.status) == ("2019-05-12", "happened")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The port is quiet. A sit-in at the gate has cut off the quay since April 9.", "2019-04-09"),
        ("Drivers want a rise. Few like the strike that has closed the road since May 6.", "2019-05-06"),
        ("The port is quiet. Since May the sit-in was talked about.", None),
    ],
)
def test_what_has_stood_since_a_day_began_then(text: str, day: str | None) -> None:
    assert [e.date for e in nouns(text) if e.type == "PROTEST"] == ([day] if day else [])


@pytest.mark.model
def test_history_goes_to_the_tray() -> None:
    (old,) = nouns("The guild met the company. Nobody there had forgotten the 1989 strike.", PORT)
    assert old.date == "1989"
    assert old.confidence < 0.5


@pytest.mark.model
def test_management_stands_for_the_employer() -> None:
    text = "Dockers struck at the port of Ostrava. Management rejected the guild's demand on Monday."
    page = annotate_page(PageInput(id="x", text=text, published="2019-05-15", plain=True), subject=PORT)
    (refusal,) = [e for e in page.events if e.type == "REJECT"]
    assert [a.id for a in refusal.actors] == ["NAMED:Ostrava Terminals"]


TAKEN = [
    (
        "Ostrava Terminals is shut. The offer was pulled on Monday. The guild was angry.",
        "REJECT",
        "NAMED:Ostrava Terminals",
    ),
    (
        "Ostrava Terminals is shut. The guild was calm. The proposal was voted down on Monday.",
        "REJECT",
        "NAMED:Dockers' Guild",
    ),
    ("Ostrava Terminals is shut. The strike began on Monday.", "PROTEST", "NAMED:Dockers' Guild"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "type_", "actor"), TAKEN)
def test_a_passive_takes_its_actor_from_the_page(text: str, type_: str, actor: str) -> None:
    page = annotate_page(PageInput(id="x", text=text, published="2019-05-15", plain=True), subject=PORT)
    assert [[a.id for a in e.actors] for e in page.events if e.type == type_] == [[actor]]


@pytest.mark.model
def test_of_two_unions_none_is_taken() -> None:
    both = Subject(
        name=PORT.name, parties=(*PORT.parties, Party(id="NAMED:Pilots", name="Harbour Pilots", sector="LAB"))
    )
    text = "Ostrava Terminals met the guild and the Harbour Pilots. The strike began on Monday."
    page = annotate_page(PageInput(id="x", text=text, published="2019-05-15", plain=True), subject=both)
    assert [e.actors for e in page.events if e.type == "PROTEST"] == [()]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "type_", "actor"),
    [
        ("Chad and Niger differ. Chad's ultimatum of Monday runs out tonight.", "THREATEN", "TCD"),
        ("Chad and Niger differ. Monday's reopening by Chad was brief.", "RETREAT", "TCD"),
        ("Chad and Niger differ. The recall of the Chadian ambassador on Monday raised tensions.", "SANCTION", "TCD"),
        ("Chad and Niger differ. Monday's march by lorry drivers drew hundreds.", "PROTEST", "NAMED:lorry drivers"),
    ],
)
def test_whose_act_a_noun_is(text: str, type_: str, actor: str) -> None:
    assert [(type_, "2019-05-13", (actor,))] == told(text)


@pytest.mark.model
def test_a_return_to_work_is_that_of_those_at_work() -> None:
    text = "The guild is on strike at the company. The guild said little. The return to work came on Monday."
    assert ("RETREAT", "2019-05-13", ("NAMED:Dockers' Guild",)) in told(text, PORT)
