"""Repairs of what the small model gets wrong in news."""

import pytest
from tests.parse.asked import tokens

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("NARA, Mali -- A rebel airstrike has wounded a clerk.", "wounded", "airstrike"),
        ("Negotiators met in Goma, a week after their last round of talks collapsed.", "collapsed", "round"),
        ("Weavers and dyers at Kaduna call for a new loom.", "call", "Weavers"),
        ("Nauru tore up its fishing agreement with Taiwan.", "tore", "Nauru"),
        ("Chad massed tanks near the bridge.", "massed", "Chad"),
        ("Togo stopped the barges after Benin complained, then shut the lock.", "stopped", "Togo"),
        ("Chad barred Nigerien lorries.", "barred", "Chad"),
        ("Hull merchants, who have kept fish off their quays, rejected on Friday a plan.", "rejected", "merchants"),
        ("HANOI - Chinese ships turned water cannon on two boats.", "turned", "ships"),
        ("Lim Ki-won (left) and Han Dong-gun walk towards the ferry pier.", "walk", "won"),
    ],
)
def test_subject(text: str, verb: str, subject: str) -> None:
    found = tokens(text)
    head = found[verb]
    assert head.tag.startswith("VB")
    assert found[subject] in head.childs("nsubj")


def test_what_is_done_then_is_joined_to_what_was_done_first() -> None:
    found = tokens("Togo stopped the barges after Benin told it to pay a toll, then shut the lock for repairs.")
    assert found["shut"] in found["stopped"].childs("conj")


def test_two_subjects_with_and_between_them_are_joined() -> None:
    found = tokens("Secretary of State Ann Lee and Prime Minister Mohammed Shia al-Amin agreed in a telephone call.")
    assert found["Amin"] in found["Lee"].childs("conj")


def test_the_tree_stays_a_tree() -> None:
    text = "GOMA (Wire) -- Rebels and a militia chief met, a week after their talks in Goma failed."
    found = list(tokens(text).values())
    assert len(found) > 10
    for token in found:
        assert token not in token.ancestors()
        assert token.head is None or token in token.head.children


def test_a_name_after_to_is_no_infinitive() -> None:
    found = tokens("A deputy minister flew to Windhoek on Sunday to defuse the row over the ferry.")
    assert found["Windhoek"].tag == "NNP"
    assert found["Windhoek"].head is not None
    assert found["Windhoek"].head.head is found["flew"]


def test_a_past_form_is_no_present() -> None:
    assert tokens("Chadian troops retook it in July with the help of Libyan jets.")["retook"].tag == "VBD"


def test_a_participle_with_subject_and_object_is_the_past() -> None:
    found = tokens("Growers that had blocked the port in May accepted on Monday an offer by the ministry.")
    assert found["accepted"].tag == "VBD"


def test_the_dateline_hangs_on_the_verb() -> None:
    found = tokens("HANOI - Chinese ships turned water cannon on two boats.")
    assert found["HANOI"].head is found["turned"]


def test_a_short_has_with_an_object_is_the_perfect() -> None:
    found = tokens("It's imposed a toll on lorries.")
    assert found["It"].dep == "nsubj"
    assert found["'s"].dep == "aux"


def test_a_passive_of_a_verb_with_two_objects_stays() -> None:
    assert tokens("He's paid a pension by the mill.")["He"].dep == "nsubjpass"


def test_verbs_that_nothing_joins_are_a_clause_that_as_opens() -> None:
    found = tokens("Crews were sweeping up as supporters of the Togolese mayor chanted songs.")
    assert found["chanted"].dep == "advcl"
    assert found["supporters"].head is found["chanted"]
