"""Who speakers are: full names for short ones, and whom a pronoun stands for. `->`: the names wanted, in order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standoff.extract.actors import find_actors
from standoff.extract.quotes import find_quotes
from standoff.lexicon.given_names import load_given_names, pronoun_of_name, pronoun_of_noun
from standoff.model import Meta, Page, Part, Quote
from standoff.parse import parse

PAGES = [
    "Among those who left was Debbie Adu, a teacher at a school in Keta.\n\n“It is over,” she said. -> Debbie Adu",
    "As Okoro made her offer, Karen M. Blum stood up and shouted.\n\n“Shame on you,” she yelled. -> Karen M. Blum",
    "Okoro told the crowd that the gate was shut, but he called it “a pause”. -> Okoro",
    "The club sent Ivo Lund off and coach Tony Marsh was cross with him. He said: “It was silly.” -> Tony Marsh",
    "Ana Ruiz met Tom Hale on Monday. “It was a good talk,” she said. “We will meet again.” -> Ana Ruiz | Ana Ruiz",
    "Ana Ruiz met Tom Hale on Monday. “It was a good talk,” he said. -> Tom Hale",
    "The port's director, Tom Hale, said that ships would wait.\n\n“It must end,” Mr Hale said. -> Tom Hale",
    "Ana Ruiz's husband works at the port. “He is on strike,” she said. -> Ana Ruiz",
    "Ms Ruiz said the talks had failed.\n\nMr Hale said they would go on.\n\n“There is time,” he said.\n\n“None,” she said. -> Hale | Ruiz",
    "“I am hungry,” said Ana Ruiz, a driver from Leon. She had waited for days. “Nobody cares,” she said. -> Ana Ruiz | Ana Ruiz",
    "The ministry denied it. “The road is open,” it said. -> The ministry",
    "Norway's foreign ministry denied it.\n\n“The road is open,” it said in a statement. -> Norway's foreign ministry",
    "The drivers refused to go. “We stay here,” they said. -> The drivers",
    "Hale and Ruiz signed it. “We stay friends,” they said. -> Hale and Ruiz",
    "Ann Pena waits. Her Freightliner idles. Lorries stand in rows. Nobody moves. It began on Friday, according to spokesman Wade Gates. He likened it to “a bad joke”. -> Wade Gates",
    "Adu shut the gate. Only Wayuu Indians may pass. “It is over,” he said. -> Adu",
    "Bert Hanratty of Hanratty Orchards buried 19 loads. “We wait,” Hanratty said. -> Bert Hanratty",
    "A driver from Leon had waited for days. “I am hungry,” he said. -> A driver from Leon",
    "“Shut it down,” said Councilman Guy Blum. -> Guy Blum",
    "“Nobody will insure it,” a broker at Blum's told the paper. -> None",
    "“It is over,” according to Ana Ruiz. -> Ana Ruiz",
    "Ivo Lund said that two men were hurt. “They began it,” according to him. -> Ivo Lund",
    "In announcing that it was “out of patience”, Quito cited a raid on a bridge. -> None",
    "A Dockers & Crews Union spokesman said “it is a joke”. -> None",
]  # fmt: skip


def _quotes(text: str) -> list[Quote]:
    parts = (Part(start=0, end=len(text), kind="story"),) if text else ()
    parsed = parse(Page(id="x", text=text, meta=Meta(), parts=parts))
    return [quote for quote in find_quotes(parsed, find_actors(parsed)) if quote.direct]


@pytest.mark.model
@pytest.mark.parametrize("page", PAGES)
def test_names_the_speaker(page: str) -> None:
    text, _, names = page.partition(" -> ")
    assert [str(quote.speaker_name) for quote in _quotes(text)] == names.split(" | ")


@pytest.mark.model
def test_a_pronoun_has_the_actor_of_the_name_it_stands_for() -> None:
    text = "Peru's minister, Ana Ruiz, met Tom Hale, who leads the union. “It was a good talk,” she said."
    assert [quote.speaker_id for quote in _quotes(text)] == ["PER-GOV"]


@pytest.mark.model
@given(st.text(alphabet="“” he she it they said. Ana Ruiz,\n’", max_size=120))
@settings(max_examples=60)
def test_any_text(text: str) -> None:
    _quotes(text)


def test_names_and_words_are_sorted_and_in_one_list_alone() -> None:
    table = load_given_names()
    for words in (table.he.names, table.she.names, table.he.words, table.she.words):
        assert list(words) == sorted(set(words))
    assert not set(table.he.names) & set(table.she.names)
    assert not set(table.he.words) & set(table.she.words)


def test_examples() -> None:
    table = load_given_names()
    for wanted, given_ in (("he", table.he), ("she", table.she)):
        for example in given_.examples:
            found = {pronoun_of_name(w) or pronoun_of_noun(w) for w in example.split()} - {None}
            assert found == {wanted}, example
