"""What those who speak only foresee of others, and what they announce of themselves."""

import pytest
from tests.extract.asked import drafts

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "The bakers' union said that 90 jobs would be cut.",
        "The union said on Monday that the mill would be closed.",
        "The union said pay would be cut.",
        "Analysts said on Monday that the border with Chad would be closed.",
        "Experts said that sanctions would be imposed on Chad.",
        "The bakers' union said that 90 jobs would be lost.",
        "Analysts said that 90 jobs would be lost at the mill.",
        "Some 90 bakers lost their jobs.",
        "The premier said 90 jobs would be lost.",
        "Chad's minister said that 90 posts would go.",
        "The firm said that the job would go to a baker from Linz.",
    ],
)
def test_what_others_are_to_do(text: str) -> None:
    assert [d.type for d in drafts(text)] == []


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The union said the strike would be extended.", "THREATEN"),
        ("The union said the strike would be called off.", "AGREE"),
        ("The union said production would be halted.", "THREATEN"),
        ("The union said its support for the plan would be withdrawn.", "THREATEN"),
        ("The company said the mill would be closed.", "THREATEN"),
        ("The company said 90 staff would be dismissed.", "THREATEN"),
        ("The mill told its staff on Monday that 90 posts would go.", "THREATEN"),
        ("Corda said on Monday that up to 90 jobs would be lost by August.", "THREATEN"),
        ("Corda said on Monday that 90 full-time roles would disappear.", "THREATEN"),
        ("Chad said the border with Niger would be closed.", "THREATEN"),
        ("Miners said the road would be blocked until they are paid.", "THREATEN"),
    ],
)
def test_what_is_announced_of_oneself(text: str, type_: str) -> None:
    assert drafts(text)[0].type == type_
