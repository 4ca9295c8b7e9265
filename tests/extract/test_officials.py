"""Whose minister it is that a page names without his country: the side his clause does not act on, or that spoke before."""

import pytest
from tests.extract.test_actors import ids, read

pytestmark = pytest.mark.model

OFFICIALS = [
    # of two states, the one that his clause does not act on
    ("Chad closed the post to lorries from Niger. [Trade Minister Ali Ouma] accused Niger of theft.", ["TCD-GOV"]),
    ("Niger and Chad are at odds. [Foreign Minister Ali Ouma] met Chadian envoys on Sunday.", ["NER-GOV"]),
    ("NIAMEY - Niger shut the road to Chad. [Foreign Minister Ali Ouma] accused Niger of theft.", ["TCD-GOV"]),
    # the one that the sentence before has as its subject
    ("Chad closed the border with Niger. [Transport Minister Ali Ouma] spoke of smugglers.", ["TCD-GOV"]),
    (
        "Chad and Niger are at odds. N'Djamena says its road is full. [President Ali Ouma] threatened a toll.",
        ["TCD-GOV"],
    ),
    # the one of whose will he tells
    ("Chad and Niger are at odds.\n\nChad will not open the gate, [Trade Minister Ali Ouma] said.", ["TCD-GOV"]),
    # an answer is the other side's
    ("Chad closed the border with Niger. [President Ali Ouma] rejected the step.", ["NER-GOV"]),
    # whom the other one calls
    ("Chad closed the border with Niger. Niger's president telephoned [President Ali Ouma].", ["TCD-GOV"]),
    # what another mention says of him goes before
    (
        "Chad shut the road to Niger. [President Ali Ouma] spoke. Niger's president, [Ali Ouma], spoke again.",
        ["NER-GOV"] * 2,
    ),
    # of three, none where nothing was said before
    ("Chad shut the road. Niger shut the gate. Mali shut the port.\n\n[President Ali Ouma] spoke.", ["NAMED:Ali Ouma"]),
    # where the page is written says less than who spoke before
    ("NIAMEY - Niger shut the road to Chad. Chad condemned it. [Trade Minister Ali Ouma] named a sum.", ["TCD-GOV"]),
    ("NIAMEY - Niger shut the road to Chad. [Trade Minister Ali Ouma] named a sum.", ["NER-GOV"]),
    # a ministry is not of the only state named, where its clause acts on that one
    ("[Immigration officials] returned two statues to Chad.", ["NAMED:immigration officials"]),
    ("[The trade ministry] lifted its ban on Chad.", ["NAMED:trade ministry"]),
    ("[The trade ministry] opened Chad's border.", ["TCD-GOV"]),
    # his counterpart is not his owner's
    ("Chad accused Niger of theft. Minister Ali Ouma of Chad met his counterpart, [Sani Bako].", ["NER-GOV"]),
    ("[Negotiators] for Chad and for Niger met on Monday.", ["TCD-GOV NER-GOV"]),
    ("[Envoys] from Chad and from Niger met on Monday.", ["TCD-GOV NER-GOV"]),
]

MET = [
    ("Chad's president met the Nigerien foreign minister on Sunday. [They] agreed on a plan.", ["TCD-GOV NER-GOV"]),
    ("Chad's envoy held talks with his Malian colleague. [They] agreed on a plan.", ["TCD-GOV MLI-GOV"]),
]


@pytest.mark.parametrize(("text", "expected"), OFFICIALS)
def test_officials(text: str, expected: list[str]) -> None:
    _, actors, heads = read(text)
    assert [ids(actors, head) for head in heads] == expected


@pytest.mark.parametrize(("text", "expected"), MET)
def test_they_are_both_who_met(text: str, expected: list[str]) -> None:
    _, actors, heads = read(text)
    assert [ids(actors, head) for head in heads] == expected
