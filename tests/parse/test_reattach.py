"""Repairs of where clauses hang: infinitives under the verb that controls them, subjects cut off, times inside a subject."""

import pytest
from tests.parse.asked import childs, tokens

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "verb", "infinitive"),
    [
        ("Qatar moved on Friday to expel two envoys.", "moved", "expel"),
        ("Qatar went on to expel two envoys on Friday.", "went", "expel"),
        ("Qatar threatened on Friday to expel two envoys.", "threatened", "expel"),
        ("The guild had agreed with the owners, when the lease ran out May 3, to keep working.", "agreed", "keep"),
    ],
)
def test_what_a_verb_controls(text: str, verb: str, infinitive: str) -> None:
    assert infinitive in childs(text, verb, "xcomp")


@pytest.mark.parametrize("text", ["Qatar moved two frigates on Friday to guard the strait.", "Qatar came to help."])
def test_what_a_verb_is_done_for(text: str) -> None:
    found = tokens(text)
    verb = found["moved"] if "moved" in found else found["came"]
    below = {t.text for t in verb.childs("xcomp")}
    assert "guard" not in below


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Qatar, the ministry said, expelled two envoys.", "expelled", "Qatar"),
        ("Qatar did expel two envoys on Friday, despite earlier denials.", "expel", "Qatar"),
        ("Cooks at Muscat airport downed tools on Monday.", "downed", "Cooks"),
        ("On Friday Qatar ordered the strait closed.", "ordered", "Qatar"),
        ("On Friday Turkey suspended flights to Libya.", "suspended", "Turkey"),
        ("The mining company Corda halted work on Friday.", "halted", "Corda"),
        ("The proposal Corda made on Friday was worth little.", "made", "Corda"),
        ("The truce reached on Friday between Chad and Niger is for a year.", "is", "truce"),
        ("The tentative pact with Corda, announced Friday evening by the envoy, runs a year.", "runs", "pact"),
        ("The arrangement reached on Friday between Corda and the union is for one year.", "is", "arrangement"),
    ],
)
def test_whose_subject(text: str, verb: str, subject: str) -> None:
    assert subject in childs(text, verb, "nsubj")


def test_a_time_inside_a_subject() -> None:
    found = tokens("A plan put to the Weavers Union on Friday provides for a longer break.")
    on = found["Friday"].head
    assert on is not None
    assert on.head is found["put"]


def test_the_tree_stays_a_tree() -> None:
    for text in (
        "Cooks at Muscat airport downed tools on Monday.",
        "The guild had agreed with the owners, when the lease ran out May 3, to keep working.",
        "Qatar, the ministry said, expelled two envoys.",
    ):
        for token in (found := list(tokens(text).values())):
            assert token not in token.ancestors()
            assert token.head is None or token in token.head.children
        assert sum(t.head is None for t in found) == 1


@pytest.mark.parametrize(
    ("text", "prep", "head"),
    [
        ("Corda accused the guild of sabotage.", "of", "accused"),
        ("The arrest on Friday of 12 drivers raised tensions.", "of", "arrest"),
        ("The recall of the envoy on Friday raised tensions.", "on", "recall"),
    ],
)
def test_where_a_preposition_hangs(text: str, prep: str, head: str) -> None:
    found = tokens(text)
    assert found[prep].head is found[head]


def test_whom_somebody_calls_home() -> None:
    found = tokens("In a tit-for-tat move on Friday, Bolivia called home its envoy.")
    assert found["envoy"] in found["called"].childs("dobj")


@pytest.mark.parametrize(
    ("text", "said", "told"),
    [
        (
            "The Malian minister said on Friday after talks with Oslo's envoy that the pass would reopen.",
            "said",
            "reopen",
        ),
        (
            "The union said on Thursday before talks with the mill that it would not call off the strike.",
            "said",
            "call",
        ),
        ("The governor told parliament on Friday during a debate on tolls that the fee would be cut.", "told", "cut"),
    ],
)
def test_what_is_said_after_something_is_the_content(text: str, said: str, told: str) -> None:
    assert told in childs(text, said, "ccomp")


def test_a_clause_that_lacks_its_object_stays_with_its_noun() -> None:
    found = tokens("She told him about the ban that Chad had imposed.")
    assert found["imposed"].head is found["ban"]


def test_who_is_phoned_is_not_what_somebody_is_called() -> None:
    found = tokens("Peru's president, Ana Paz, called Chilean President Juan Soto last week to ask for talks.")
    assert found["Soto"] in found["called"].childs("dobj")


def test_papers_are_those_of_the_vehicles() -> None:
    found = tokens("Peru barred all lorries with Chilean plates on Monday.")
    assert found["with"].head is found["lorries"]


def test_what_is_ordered_shut() -> None:
    found = tokens("Buses left on Friday, two days after Chad ordered the crossing shut.")
    assert found["shut"].tag == "VBN"
    assert found["crossing"] in found["shut"].childs("nsubj")


def test_what_the_speaker_does_is_no_content() -> None:
    found = tokens("Kenya's minister said the fee was too high and urged Uganda to scrap it on Monday.")
    assert found["urged"].head is found["said"]


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        (
            "Oslo has cut off contacts with Ottawa and Madrid sent a second ship to the area on Thursday.",
            "sent",
            "Madrid",
        ),
        ("Kenya broke off talks with Uganda and Rwanda recalled its envoy on Friday.", "recalled", "Rwanda"),
    ],
)
def test_a_name_right_before_a_second_verb_is_its_subject(text: str, verb: str, subject: str) -> None:
    found = tokens(text)
    assert found[verb].child("nsubj") is found[subject]
    assert all(found[subject] not in t.childs("conj") for t in found.values())


def test_what_somebody_lets_others_do() -> None:
    found = tokens("Oman allowed tanker traffic to Sohar to resume on Friday.")
    assert found["resume"] in found["allowed"].childs("ccomp")
    assert found["resume"].child("nsubj") is found["traffic"]


def test_past_that_looks_like_an_infinitive() -> None:
    assert tokens("Oman again let tankers pass the cape.")["let"].tag == "VBD"


def test_which_ban_is_meant() -> None:
    found = tokens("Oman lifted a ban on dates from Yemen that it had imposed five days earlier.")
    assert (found["imposed"].dep, found["imposed"].head) == ("relcl", found["ban"])


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Dockers will strike over pay and pensions next week.", "strike"),
        ("Cooks voted on Tuesday to strike over pay.", "strike"),
        ("Cooks are to strike over staffing.", "strike"),
        ("Growers struck over the levy.", "struck"),
    ],
)
def test_over_what_somebody_strikes(text: str, verb: str) -> None:
    assert "over" in childs(text, verb, "prep")
    assert not childs(text, verb, "dobj")


@pytest.mark.parametrize(
    ("text", "verb", "whom"),
    [
        ("Qatar handed over the pilots.", "handed", "pilots"),
        ("Qatar took over the port.", "took", "port"),
        ("The lorry struck over ten sheep.", "struck", "sheep"),
    ],
)
def test_what_stands_behind_a_particle_over(text: str, verb: str, whom: str) -> None:
    assert whom in childs(text, verb, "dobj")


def test_what_somebody_is_pressed_to_do() -> None:
    assert "reopen" in childs("The envoy pressed Chad on Wednesday to reopen the road.", "pressed", "xcomp")
    assert "open" not in childs("The clerk pressed the button on Wednesday to open the gate.", "pressed", "xcomp")


def test_by_how_many_something_is_voted() -> None:
    assert "by" in childs("Cooks voted by a large majority to strike over pay.", "voted", "prep")
    assert "by" in childs("The motion was passed by a majority.", "passed", "agent")
    assert "by" in childs("The motion was passed by the council.", "passed", "agent")
