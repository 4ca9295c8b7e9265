"""What two sides do together is cooperation, whatever work it is."""

import pytest
from tests.extract.asked import drafts

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Togolese and Beninese crews have been dredging the lagoon side by side.", "TGO", "BEN"),
        ("Working in tandem with Beninese detectives, Togolese police tracked the smugglers.", "TGO-COP", "BEN-COP"),
        ("Togo's coast guard has been patrolling the lagoon shoulder to shoulder with Benin's navy.", "TGO", "BEN"),
        ("Togo and Benin vaccinated cattle in a joint campaign.", "TGO", "BEN"),
        ("Togolese police arrested a gang in a joint operation with the Beninese army.", "TGO-COP", "BEN-MIL"),
        ("The satellite was launched by Togo in a mission run jointly with Benin.", "TGO", "BEN"),
        ("Togolese teams searched the forest together with Beninese soldiers.", "TGO", "BEN-MIL"),
        ("Togolese police hunted the smugglers in tandem with Beninese detectives.", "TGO-COP", "BEN-COP"),
        ("Togo and Benin filmed the reef side by side.", "TGO", "BEN"),
        ("Togolese engineers excavated the canal side by side with Beninese crews.", "TGO", "BEN"),
    ],
)
def test_work_that_is_shared(text: str, actor: str, recipient: str) -> None:
    (draft,) = [d for d in drafts(text) if d.type == "COOPERATE"]
    assert draft.actors[0].id.startswith(actor)
    assert draft.recipients[-1].id.startswith(recipient[:3]) or recipient in [r.id for r in draft.recipients]


@pytest.mark.parametrize(
    "text",
    [
        "Togo, together with Ghana, condemned Benin.",
        "Togo fought Benin side by side with nobody.",
        "The two brothers ran down the road together.",
        "Togo will not search the forest together with Benin.",
        "Togolese police searched the house on the other side of the lagoon.",
        "The police laid the bags side by side.",
    ],
)
def test_what_is_no_shared_work(text: str) -> None:
    assert [d.type for d in drafts(text) if d.type == "COOPERATE"] == []


def test_whoever_is_called_from_the_other_end() -> None:
    (draft,) = drafts("It took a phone call from the Togolese president to the Beninese premier to end it.")
    assert (draft.type, [a.id for a in draft.actors]) == ("CONSULT", ["TGO-GOV"])
    assert [r.id for r in draft.recipients] == ["BEN-GOV"]
