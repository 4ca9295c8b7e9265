"""Whose a noun of an act is who suffers it, and who announces an arrest made it only if he may."""

import pytest
from tests.extract.asked import done

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Following Tarik Demir's arrest in Norway, the mill shut.", ("COERCE", "NOR", "NAMED:Tarik Demir")),
        ("The engineers' deportation from Kenya angered Ghana.", ("COERCE", "KEN", "NAMED:engineers")),
        ("Sudan's expulsion from the bloc followed the coup.", ("SANCTION", "", "SDN")),
        ("Riots followed the minister's arrest in Lagos.", ("COERCE", "NGA", "NAMED:minister")),
        ("Petkov's arrest led to riots.", ("COERCE", "", "NAMED:Petkov")),
        ("Villagers marched after the student's killing by police.", ("ASSAULT", "NAMED:police", "NAMED:student")),
        ("The police's arrest of two brokers angered the union.", ("COERCE", "NAMED:police", "NAMED:brokers")),
        ("Iran's seizure of the tanker angered Norway.", ("COERCE", "IRN", "")),
        ("The FBI announced the arrest of two brokers.", ("COERCE", "USA-COP", "NAMED:brokers")),
    ],
)
def test_whom_a_noun_s_act_is_done_to(text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in done(text)


@pytest.mark.parametrize(
    "text",
    [
        "The union announced the arrest of two of its members.",
        "The envoys spoke over the student's killing.",
        "Kenya demanded the editor's release.",
    ],
)
def test_nobody_arrests_or_releases(text: str) -> None:
    assert not [found for found in done(text) if found[0] in ("ASSAULT", "COERCE", "RETREAT")]
