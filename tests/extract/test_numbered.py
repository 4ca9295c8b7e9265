"""Who is counted among those who did something did it."""

import pytest
from tests.extract.asked import drafts

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "actor", "recipient", "status"),
    [
        ("Togo became the tenth country to recognise Kosovo.", "TGO", "XKX", "happened"),
        ("Togo was the first to recognise Kosovo.", "TGO", "XKX", "happened"),
        ("Togo will be the 40th state to recognise Kosovo.", "TGO", "XKX", "planned"),
        ("Togo followed Benin in recognising Kosovo.", "TGO", "XKX", "happened"),
        ("Togo was among the first to recognise Kosovo.", "TGO", "XKX", "happened"),
        ("Among the first to recognise Kosovo was Togo.", "TGO", "XKX", "happened"),
    ],
)
def test_one_of_a_row(text: str, actor: str, recipient: str, status: str) -> None:
    (draft,) = drafts(text)
    assert [a.id for a in draft.actors] == [actor]
    assert [r.id for r in draft.recipients][:1] == [recipient]
    assert (draft.type, draft.status) == ("SUPPORT", status)


@pytest.mark.parametrize(
    "text",
    [
        "Togo could become the first country to recognise Kosovo.",
        "It was the first attempt to recognise Kosovo.",
        "The only way to recognise Kosovo is by treaty.",
        "The first step to recognise Kosovo is a vote.",
        "Togo was the first to be asked.",
        "Togo was not the first country to recognise Kosovo.",
        "No state was the first to recognise Kosovo.",
        "Togo was hardly the first to recognise Kosovo.",
        "Togo is the only country to recognise Kosovo.",
        "Togo is not the only country to recognise Kosovo.",
        "Togo was the last country to recognise Kosovo.",
    ],
)
def test_what_is_no_deed_of_one_of_a_row(text: str) -> None:
    assert drafts(text) == []
