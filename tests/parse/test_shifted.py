"""Repairs of nouns that stand away from their verb, and of names that begin a sentence."""

import pytest
from tests.parse.asked import childs, tokens

from standoff.parse.first_names import known_words

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "head", "label", "word"),
    [
        ("Mauritius rejected as insulting an offer by Britain of a shared lease.", "rejected", "dobj", "offer"),
        ("Lesotho has received by lorry 300 tonnes of grain from South Africa.", "received", "dobj", "tonnes"),
        ("Kuwait handed over to Iraq on Monday 12 prisoners.", "handed", "dobj", "prisoners"),
        ("Killed in the raid were two Malian officers.", "Killed", "nsubjpass", "officers"),
        ("Also detained was the Bolivian consul in Arica.", "detained", "nsubjpass", "consul"),
        ("The premier will visit Corday next week for talks with its president.", "visit", "dobj", "Corday"),
        ("The rebels attacked Sarun, a town held by Congolese troops.", "Sarun", "appos", "town"),
        ("Two editors were ordered to leave by the Chadian police.", "ordered", "agent", "by"),
        ("Chad sent a note to the Libyan embassy urging it to free the drivers.", "sent", "advcl", "urging"),
    ],
)
def test_words_hang_where_they_belong(text: str, head: str, label: str, word: str) -> None:
    assert word in childs(text, head, label)


@pytest.mark.parametrize(
    ("text", "head", "label", "word"),
    [
        ("The envoy arrived on Monday.", "arrived", "dobj", "Monday"),
        ("Oslo denied a safety clearance for the plant.", "denied", "dative", "safety"),
        ("The ministry, a body of nine, met Chad.", "Chad", "appos", "body"),
    ],
)
def test_words_stay_where_they_are(text: str, head: str, label: str, word: str) -> None:
    assert word not in childs(text, head, label)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("[Eskom] cut the supply to the mine.", "NNP"),
        ("[Rosneft] rejected the demand.", "NNP"),
        ("[Zerrin] invaded the valley.", "NNP"),
        ("[Trawlermen] anchored their boats.", "NN"),
        ("[Traffic] resumed on Monday.", "NN"),
    ],
)
def test_a_first_word_that_is_no_noun(text: str, tag: str) -> None:
    word = text[1 : text.index("]")]
    found = tokens(text.replace("[", "").replace("]", ""))
    assert (found[word].tag == "NNP") == (tag == "NNP")


def test_known_words_are_those_in_small_letters() -> None:
    assert known_words(["dam", "Dam", "d-4", "nsubj||x"]) == {"dam"}


@pytest.mark.parametrize("text", ["The bishop, a Pole, resigned", "Kim, the premier, quit"])
def test_a_verb_may_be_the_last_word(text: str) -> None:
    found = tokens(text)
    last = text.rpartition(" ")[2]
    assert found[last].head is None
