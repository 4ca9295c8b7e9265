"""Why, as pages tell it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.asked import annotated

from standoff.lexicon.reasons import conditions, reason_table
from standoff.model import Annotation, Reason

pytestmark = pytest.mark.model


def read(text: str) -> Annotation:
    return annotated(text, "2021-05-20")


def why(page: Annotation, reason: Reason) -> str:
    return page.text[reason.start : reason.end]


ENTRIES = [*reason_table().link, *reason_table().verb, *reason_table().noun, *reason_table().purpose]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_the_examples_of_the_lexicon(entry) -> None:  # type: ignore[no-untyped-def]
    for example in entry.examples:
        page = read(example.replace("[", "").replace("]", ""))
        wanted = example[example.index("[") + 1 : example.index("]")].removeprefix("to ")
        rules = {why(page, r): r.rule for r in page.reasons}
        assert rules.get(wanted) == f"reason.{entry.id}", (example, rules)
    for counter in getattr(entry, "counter", ()):
        assert [r for r in read(counter).reasons if r.rule == f"reason.{entry.id}"] == [], counter


def test_the_conditions_of_the_lexicon() -> None:
    for entry, pattern in conditions():
        for example in entry.examples:
            match = pattern.search(example.replace("[", "").replace("]", "").lower())
            assert match is not None, example
            assert example[example.index("[") + 1 : example.index("]")].lower() == match[0], example
        assert not any(pattern.search(counter.lower()) for counter in entry.counter), entry.id


def test_the_tables_are_sorted() -> None:
    table = reason_table()
    for entries in (table.link, table.verb, table.noun, table.condition):
        ids = [entry.id for entry in entries]
        assert ids == sorted(set(ids))
    for link in table.link:
        assert list(link.after) == sorted(set(link.after)), link.id


@pytest.mark.parametrize(
    ("text", "kind", "parties", "claimed"),
    [
        ("Ethiopia closed the sluices because [the reservoir had fallen].", "reason", ["ETH"], None),
        ("Poland closed the crossing as punishment for [the jailing of a journalist].", "reason", ["POL"], None),
        ("Pakistan stopped the trucks over what it called [unpaid duties].", "reason", ["PAK"], "PAK"),
        ("Egypt suspended the talks, accusing Ethiopia of [filling it in secret].", "reason", ["EGY"], "EGY"),
        ("Peru closed its ports, saying [Chile had crossed the line].", "reason", ["PER"], "PER"),
        ("The union said it would strike because [the firm broke its word].", "reason", ["NAMED:union"], "NAMED:union"),
        ("“Our only interest is [a share of the water],” the Jordanian minister said.", "interest", ["JOR-GOV"], "JOR-GOV"),
        ("Manila said its aim was to [keep the shoal open].", "aim", ["PHL"], "PHL"),
        ("Finland closed the lane so that [engineers could repair the radar].", "aim", ["FIN"], None),
        ("Hungary blamed the delay on [customs checks].", "reason", ["HUN"], "HUN"),
        ("Cyprus and Turkey [do not recognise each other].", "condition", ["CYP", "TUR"], None),
    ],
)  # fmt: skip
def test_reason(text: str, kind: str, parties: list[str], claimed: str | None) -> None:
    page = read(text.replace("[", "").replace("]", ""))
    wanted = text[text.index("[") + 1 : text.index("]")]
    found = next(r for r in page.reasons if why(page, r) == wanted)
    assert (found.kind, [p.id for p in found.parties]) == (kind, parties)
    assert (found.attributed_to.id if found.attributed_to else None) == claimed


def test_a_reason_names_the_event_that_it_explains_and_its_words() -> None:
    page = read("Sudan halted the ferry service in response to the arrest of two of its pilots.")
    found = page.reasons[0]
    assert found.event is not None
    assert page.events[found.event].mode == "discontinue"
    assert found.act is not None
    assert page.text[found.act.start : found.act.end] == "halted the ferry service"


def test_who_is_accused() -> None:
    found = read("Morocco accused Algeria of arming the rebels.").reasons[0]
    assert found.against is not None
    assert (found.against.id, [p.id for p in found.parties]) == ("DZA", ["MAR"])


def test_since_when_a_condition_stands() -> None:
    found = read("The neighbours have had no diplomatic relations since 1991.").reasons[0]
    assert (found.kind, found.since) == ("condition", "1991")


def test_a_condition_between_the_two_sides_of_the_page() -> None:
    text = "Peru accused Chile of a raid. Chile blamed Peru for one. The two countries are still technically at war since the truce of 1953."
    found = next(r for r in read(text).reasons if r.kind == "condition")
    assert (len(found.parties), found.since) == (2, "1953")


def test_what_others_report_is_not_claimed_by_who_complains_of_it() -> None:
    for what in ("claims that Kenya had opened", "reports in the press that Kenya kept"):
        page = read(f"Ruritania complained of {what} the lock only because it needed the money.")
        assert [r.attributed_to for r in page.reasons] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Officials met over the weekend.",
        "The lorries drove over the bridge.",
        "The ferry was due to leave on Friday.",
        "The minister went to Geneva to meet his counterpart.",
        "Lebanon called off the meeting after a soldier was shot.",
        "Talks were held in an effort.",
    ],
)
def test_no_reason(text: str) -> None:
    assert read(text).reasons == ()


WORDS = st.sampled_from(
    [
        "Peru",
        "closed",
        "the",
        "gate",
        "because",
        "over",
        "in",
        "response",
        "to",
        "accusing",
        "Chile",
        "of",
        "its",
        "aim",
        "is",
        "to",
        ",",
        ".",
        "“",
        "”",
        "so",
        "that",
        "at",
        "war",
        "still",
    ]
)


@settings(max_examples=60)
@given(st.lists(WORDS, max_size=14))
def test_any_text_gives_spans_that_hold(words: list[str]) -> None:
    page = read(" ".join(words))
    for reason in page.reasons:
        assert 0 <= reason.start < reason.end <= len(page.text)
        assert reason.event is None or reason.event < len(page.events)
