"""How much flows, sails or runs, as pages tell it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.asked import descriptions

from standoff.lexicon import load_table
from standoff.lexicon.flows import flow_words
from standoff.lexicon.lemmas import lemma
from standoff.lexicon.state_acts import WordClassTable
from standoff.model import StateMention

WORDS = (
    "No",
    "gas",
    "trains",
    "flowed",
    "to",
    "zero",
    "by",
    "half",
    "of",
    "the",
    "six",
    "lanes",
    "again",
    "resumed",
    "not",
)


def flows(text: str) -> tuple[StateMention, ...]:
    """The descriptions that tell of a flow."""
    return tuple(state for state in descriptions(text) if state.rule.startswith("state.flow."))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "rule", "state", "since", "date"),
    [
        ("Supplies [fell] to zero on Tuesday.", "fall", "shut", "2021-05-18", None),
        ("Lorries have been [crossing] the bridge since May 3.", "since", "open", "2021-05-03", None),
        ("Deliveries to the mills [dropped] by 40 percent in April.", "fall", "restricted", "2021-04", None),
        ("Norway [reduced] timber deliveries by a third on Monday.", "cut", "restricted", "2021-05-17", None),
        ("Norway [turned] off the water on Saturday.", "stop", "shut", "2021-05-15", None),
        ("Flows through the tunnel [are] down to a fifth.", "fall", "restricted", "2021-05-20", None),
        ("Traffic through the pass [is] at a tenth of its usual level.", "part", "restricted", None, "2021-05-20"),
        ("The trams still do not [run].", "none", "shut", None, "2021-05-20"),
        ("The turbines have not [turned] since 3 May.", "none", "shut", "2021-05-03", None),
        ("Barges are [crossing] the lock again.", "resume", "open", "2021-05-20", None),
        ("Half of the trains were [cancelled] on Tuesday.", "stop", "restricted", "2021-05-18", None),
        ("The firm [cancelled] all trains on Tuesday.", "stop", "shut", "2021-05-18", None),
        ("Nine mills have had to [stop] production.", "stop", "restricted", "2021-05-20", None),
        ("The two mills have [stopped] production.", "stop", "shut", "2021-05-20", None),
        ("Supplies were [interrupted] on Tuesday for the third time.", "stop", "shut", "2021-05-18", None),
        ("No barge has [passed] the lock since 3 May.", "none", "shut", "2021-05-03", None),
        ("Not a crate was [moved] on Monday.", "none", None, None, None),
        ("Not a box was [moved] on Monday.", "none", "shut", None, "2021-05-17"),
        ("Nothing has been [unloaded] at the pier since 2 May.", "none", "shut", "2021-05-02", None),
        ("No plane has [taken] off since 3 May.", "none", "shut", "2021-05-03", None),
        ("All flights were [grounded] on Tuesday.", "stop", "shut", "2021-05-18", None),
        ("Only two of the six crossings were [made] on Tuesday.", "part", "restricted", None, "2021-05-18"),
        ("Exports [fell] to 180,000 barrels a day from 300,000 on Tuesday.", "fall", "restricted", "2021-05-18", None),
        ("Oslo [cut] the gas it sends over the line by half on Tuesday.", "stop", "restricted", "2021-05-18", None),
        ("The refinery has not [produced] a litre since 3 May.", "none", "shut", "2021-05-03", None),
        ("Output [reached] 40 tonnes a day, a third of the usual figure.", "part", "restricted", None, "2021-05-20"),
        ("The firm [restarted] one of the two units on Tuesday.", "part", "restricted", "2021-05-18", None),
        ("The island is [getting] no oil.", "none", "shut", None, "2021-05-20"),
        ("The island [remains] without power.", "without", "shut", None, "2021-05-20"),
        ("Exports of timber have yet to [resume].", "not_resumed", "shut", None, "2021-05-20"),
        ("Norway [resumed] pumping water on Friday at a quarter of the usual rate.", "resume", "reopening", "2021-05-14", None),
        ("Flights [resumed] on Friday at a fifth of their number.", "resume", "reopening", "2021-05-14", None),
        ("Traffic was [flowing] freely on Monday.", "normal", "open", None, "2021-05-17"),
        ("Norway [resumed] deliveries on Friday.", "resume", "open", "2021-05-14", None),
        ("Oil began to [flow] through the pipeline on Monday.", "resume", "reopening", "2021-05-17", None),
        ("Deliveries have [returned] to normal since Tuesday.", "normal", "open", "2021-05-18", None),
        ("The trams are [running] normally.", "normal", "open", None, "2021-05-20"),
        ("The barges [sailed] on two of the six routes on Monday.", "part", "restricted", None, "2021-05-17"),
        ("All cranes are [working].", "all", "open", None, "2021-05-20"),
        ("The company ran a [skeleton service] on Monday.", "small", "restricted", None, "2021-05-17"),
        ("Traffic to the coast was not [affected].", "unaffected", "open", None, "2021-05-20"),
        ("Norway will [maintain] deliveries to the islands.", "kept", "open", None, "2021-05-20"),
        ("None of it [reached] the coast on Monday.", "none", "shut", None, "2021-05-17"),
        ("The water [failed] to reach the town on Monday.", "none", "shut", None, "2021-05-17"),
        ("Oil [reached] the refinery on Tuesday.", "comes", "open", "2021-05-18", None),
        ("The first barge [left] the lock on Monday.", "first", "open", "2021-05-17", None),
        ("The mayor told of a [drop] of 30 to 40 percent in supplies.", "less", "restricted", None, "2021-05-20"),
    ],
)  # fmt: skip
def test_flow(text: str, rule: str, state: str | None, since: str | None, date: str | None) -> None:
    words, text = text[text.index("[") + 1 : text.index("]")], text.replace("[", "").replace("]", "")
    found = flows(text)
    if state is None:
        assert found == ()
        return
    assert [(s.rule, s.state, s.since, s.date) for s in found] == [(f"state.flow.{rule}", state, since, date)]
    assert text[found[0].start : found[0].end] == words


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Norway will cut deliveries on Friday.",
        "The minister threatened to halve supplies.",
        "Norway must maintain deliveries to the islands.",
        "Exports are expected to resume on Friday.",
        "No progress was made on Monday.",
        "Supplies were not cut.",
        "The firm would stop the trains if nobody paid.",
        "The choir runs normally with twelve voices.",
        "The first minister left the town on Monday.",
        "None of this came as a surprise on Monday.",
        "Nothing of the sort has reached them.",
        "They see no reason to open the tap.",
        "Is the supply of oil cut?",
        "Wheat in Winnipeg rose by 3 percent to its highest since June.",
        "Crude fell by 2 percent on Tuesday.",
        "Power still flows to the harbour, at a fraction of the usual load.",
    ],
)
def test_no_flow(text: str) -> None:
    assert flows(text) == ()


@pytest.mark.model
@settings(max_examples=25)
@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=12,
    )
)
def test_words_in_any_order(words: list[str]) -> None:
    text = " ".join(words)
    for state in flows(text):
        assert text[state.start : state.end]


def test_the_table_of_words() -> None:
    table = load_table("flows", WordClassTable).words
    assert [entry.id for entry in table] == sorted(entry.id for entry in table)
    for entry in table:
        assert len(set(entry.words)) == len(entry.words)
        for example in entry.examples:
            word = example[example.index("[") + 1 : example.index("]")].lower()
            forms = {word, lemma(word, "VBD"), lemma(word, "NNS"), lemma(word, "VBZ")}
            assert forms & flow_words(entry.id), example
