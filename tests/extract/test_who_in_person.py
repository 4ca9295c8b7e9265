"""Who acts, where a name is cut, an officer resigns, the paper itself speaks, or a gerund has a subject of its own."""

import pytest
from tests.extract.asked import done, drafts, ids

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Corda CEO Ivan Petkov is stepping down in May.", ("RETREAT", "NAMED:Ivan Petkov", "")),
        ("Kenyan minister Grace Njeri resigned on Monday.", ("RETREAT", "KEN-GOV", "")),
        ("Norway objected to Chad opening an inquiry into the envoy.", ("REJECT", "NOR", "TCD")),
        (
            "The Alder Bay Council Wednesday asked the Delton government to free the crew.",
            ("REQUEST", "NAMED:Alder Bay Council", "NAMED:Delton government"),
        ),
        (
            "The mill was sued by the Alder Bay State Attorney General.",
            ("ACCUSE", "NAMED:Alder Bay State Attorney General", ""),
        ),
        (
            'The baker blamed a "certain" seaside lobby for the fire.',
            ("ACCUSE", "NAMED:baker", "NAMED:certain seaside lobby"),
        ),
    ],
)
def test_who_does_it(text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in done(text)


def test_the_subject_of_a_gerund_does_it() -> None:
    text = "Norway objected to Chad opening an inquiry into the envoy."
    (inner,) = [d for d in drafts(text) if d.content_of is not None]
    assert ids(inner.actors) == ["TCD"]


@pytest.mark.parametrize(
    "text",
    [
        "We reached out to Corda and Solidar for more information.",
        "The growers demonstrated in 2013 that the pump worked.",
    ],
)
def test_nobody_acts(text: str) -> None:
    assert not done(text)


def test_a_person_is_not_one_of_another_name_before() -> None:
    text = "LIMA, Peru (Wire) — Author Ana Ruiz spoke. Author Luz Soto, from Delton, sued the mill."
    assert ("ACCUSE", "NAMED:Luz Soto", "") in done(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The special envoy to Chad Ana Ruiz left. Ruiz sued the mill.", ("ACCUSE", "NAMED:Ana Ruiz", "")),
        ("Kenya met Ana Ruiz in Lima. Ruiz sued the mill.", ("ACCUSE", "NAMED:Ana Ruiz", "")),
        ("Ana Ruiz of Peru sued the mill.", ("ACCUSE", "PER", "")),
    ],
)
def test_where_somebody_is_is_not_whose_he_is(text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in done(text)
