"""Whom help goes to, and from whom it comes, where the verb of giving does not say it."""

import pytest
from tests.extract.asked import drafts, events

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Six ambulances donated by Togo arrived in Benin.", "TGO", "BEN"),
        ("A load of medicine supplied by Togo arrived in Cotonou.", "TGO", "BEN"),
        ("Flour sent by Togo to Benin arrived in Ghana.", "TGO", "BEN"),
        ("A load of flour sent by Togo to Benin arrived in Ghana.", "TGO", "BEN"),
        ("Medicine donated by Togo arrived in Ghana on its way to Benin.", "TGO", "BEN"),
        ("Benin took delivery of six ambulances donated by Togo.", "TGO", "BEN"),
        ("Benin took delivery of six helicopters from Togo.", "TGO", "BEN"),
        ("A convoy of medicine from Togo reached the Beninese town of Kandi.", "TGO", "BEN"),
        ("Relief supplies from Togo were dropped over northern Benin.", "TGO", "BEN"),
        ("Aid from Togo is being handed out in Cotonou.", "TGO", "BEN"),
    ],
)
def test_who_gives_and_who_gets(text: str, actor: str, recipient: str) -> None:
    (draft,) = [d for d in drafts(text) if d.type == "AID"]
    assert [a.id for a in draft.actors] == [actor]
    assert [r.id for r in draft.recipients] == [recipient]


@pytest.mark.parametrize(
    ("text", "type_", "actor", "recipient"),
    [
        ("A request by Togo for observers is before the African Union.", "REQUEST", "TGO", "IGO-AU"),
        ("Congratulations poured in from Togo for the president of Benin.", "SUPPORT", "TGO", "BEN-GOV"),
        ("Togo handed a list of demands to the Beninese government.", "REQUEST", "TGO", "BEN-GOV"),
        ("Togo tabled a claim for reparations from Benin.", "REQUEST", "TGO", "BEN"),
        ("The rally followed a promise by Togo to restart work on a dam for Benin.", "AGREE", "TGO", "BEN"),
        ("Shares rose after a threat by Togo to close the border with Benin.", "THREATEN", "TGO", "BEN"),
    ],
)
def test_to_whom_words_go(text: str, type_: str, actor: str, recipient: str) -> None:
    (draft,) = [d for d in drafts(text) if d.type == type_ and d.content_of is None]
    assert [a.id for a in draft.actors] == [actor]
    assert recipient in [r.id for r in draft.recipients]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The visit followed a threat by Togo to close the border with Benin.", None),
        ("Shares rose after a threat by Togo to close the border with Benin.", None),
        ("The threat by Togo to close the border with Benin came on Monday.", "2019-05-13"),
    ],
)
def test_words_that_something_followed_were_not_said_on_the_day_of_the_page(text: str, date: str | None) -> None:
    found = events(text, published="2019-05-15")
    assert [e.date for e in found if e.type == "THREATEN"] == [date]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody believed a promise by Togo to pay Benin.",
        "There was no sign of a threat by Togo to close the border.",
        "Letters from Togo reached the town.",
        "A lack of cooperation between Togo and Benin led to delays.",
    ],
)
def test_look_alikes_tell_nothing(text: str) -> None:
    assert drafts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The envoy spent the weekend trying to narrow the differences between Togo and Benin.",
        "The envoy sought to bridge the gap between Togo and Benin.",
        "The envoy will try to mediate between Togo and Benin.",
    ],
)
def test_who_tries_to_mediate_talks_with_both(text: str) -> None:
    (draft,) = drafts(text)
    assert (draft.type, draft.mode) == ("CONSULT", "third-party")
    assert [r.id for r in draft.recipients] == ["TGO", "BEN"]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Togo gave Benin back its tanks.", "RETREAT"),
        ("Togo gave Benin back its helicopters.", "RETREAT"),
        ("Togo gave Benin six tanks.", "AID"),
    ],
)
def test_what_is_given_back_is_let_go(text: str, type_: str) -> None:
    (draft,) = drafts(text)
    assert draft.type == type_
    assert [r.id for r in draft.recipients] == ["BEN"]


def test_whoever_lets_go_stands_behind_the_second_verb() -> None:
    (draft,) = drafts("The crew were let go by the Togolese navy.")
    assert [a.id for a in draft.actors] == ["TGO-MIL"]
