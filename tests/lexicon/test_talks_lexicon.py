import pytest

from standoff.lexicon import load_table
from standoff.lexicon.talks import TalksCue, TalksTable, read_agenda, read_cue

CUES = load_table("talks", TalksTable).cue


def test_sorted_and_unique() -> None:
    ids = [cue.id for cue in CUES]
    assert ids == sorted(set(ids))


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.id)
def test_examples(cue: TalksCue) -> None:
    assert cue.examples
    for example in cue.examples if cue.field != "agenda" else ():
        assert read_cue(cue.field, example) == cue.value, example
    for counter in cue.counter if cue.field != "agenda" else ():
        assert read_cue(cue.field, counter) != cue.value, counter


@pytest.mark.parametrize("cue", [cue for cue in CUES if cue.field == "agenda"], ids=lambda cue: cue.id)
def test_agenda_examples(cue: TalksCue) -> None:
    assert all(read_agenda(example) for example in cue.examples)
    assert not any(read_agenda(counter) for counter in cue.counter)


@pytest.mark.parametrize(
    ("sentence", "agenda"),
    [
        ("Talks between the two ministries on unpaid bills broke up in Linz.", "unpaid bills"),
        ("Delegations meet in Linz on May 3 to discuss how the toll is shared.", "how the toll is shared"),
        ("Experts parted without an agreement on the fee for the tunnel, and went home.", "the fee for the tunnel"),
        ("A meeting in Linz on Friday about safe passage was called off.", "safe passage"),
        ("Talks were held on the sidelines of the summit.", None),
        ("The second round of talks is due on June 3 in Linz.", None),
        ("They agreed on two days of talks but not on the table.", None),
    ],
)
def test_agenda(sentence: str, agenda: str | None) -> None:
    assert read_agenda(sentence) == agenda
