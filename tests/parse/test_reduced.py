"""Participles that say what was done to a noun, which the parser takes for the verb of the sentence."""

import pytest
from tests.parse.asked import tokens

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "participle", "noun", "verb"),
    [
        ("The pact, announced by the two courts, runs a year.", "announced", "pact", "runs"),
        ("The deal, struck on 12 October after a night of talks, gives them 5 per cent.", "struck", "deal", "gives"),
        ("The truce, agreed in Lima on May 2 and in force since Friday, is meant to last.", "agreed", "truce", "meant"),
        ("Bulgaria, cut off on 6 February, counted its losses.", "cut", "Bulgaria", "counted"),
        ("The volume of gas let into the pipe was cut by half on Tuesday.", "let", "volume", "cut"),
        ("Under the pact, sealed on Monday at the mill, the union gets a clinic.", "sealed", "pact", "gets"),
        ("Workers locked out on 4 January are living on food parcels.", "locked", "Workers", "living"),
        ("Laos eased the ban, imposed on 3 June, on Tuesday.", "imposed", "ban", "eased"),
        ("The levy, doubled in April, was scrapped on Monday.", "doubled", "levy", "scrapped"),
        ("The toll, doubled in April, was scrapped by Laos on Monday.", "doubled", "toll", "scrapped"),
    ],
)
def test_the_verb_behind_is_the_sentences(text: str, participle: str, noun: str, verb: str) -> None:
    found = tokens(text)
    assert found[verb].dep == "ROOT"
    assert found[participle].dep == "acl"
    assert found[participle].head is found[noun]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        (
            "Chad and Niger yesterday agreed on a quota of 48 tonnes and on the opening of the ground to boats.",
            "agreed",
        ),
        ("Growers who had ringed the mill with tractors since Sunday went home on Wednesday evening.", "went"),
        ("Two lorries that had stood at the gate since 4 May left for Lima on Wednesday.", "left"),
        ("The strike ended on Monday night in a car park, where its leader said that it was time to work.", "ended"),
        ("At Beira, Mozambique's second port, the blockade of the access road ended before dawn.", "ended"),
        ("The clan, which had signed a pact in 2014, answered by closing the pass.", "answered"),
        ("Talks collapsed on Friday, sending prices up.", "collapsed"),
    ],
)
def test_a_verb_of_its_own_stays(text: str, verb: str) -> None:
    assert tokens(text)[verb].dep in ("ROOT", "ccomp")


@pytest.mark.parametrize(
    ("text", "participle", "noun", "verb", "dep"),
    [
        ("Chad shut the road after shells fired from Sudan hit a post.", "fired", "shells", "hit", "advcl"),
        ("Oman said that boats seized in May sank on Friday.", "seized", "boats", "sank", "ccomp"),
    ],
)
def test_a_side_clause_has_the_verb_behind(text: str, participle: str, noun: str, verb: str, dep: str) -> None:
    found = tokens(text)
    assert found[verb].dep == dep
    assert found[verb].child("nsubj") is found[noun]
    assert found[participle].head is found[noun]


def test_two_verbs_of_a_side_clause_stay() -> None:
    found = tokens("Kenya said that its troops crossed the river and burned a post.")
    assert found["burned"].head is found["crossed"]


def test_what_is_kept_shut() -> None:
    found = tokens("Turkey has kept the crossing shut since early June.")
    assert found["crossing"] in found["kept"].childs("dobj")
    assert found["shut"] in found["kept"].childs("oprd")


def test_what_is_done_to_the_noun_before_a_participle_has_it_for_its_passive_subject() -> None:
    found = tokens("The embassy, shut on 2 May, was reopened on 9 June.")
    assert (found["embassy"].dep, found["embassy"].head) == ("nsubjpass", found["reopened"])
