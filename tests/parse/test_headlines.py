"""Headlines: Title Case as the parser knows sentences, two subjects joined by a comma, passives without `be`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.parse.asked import tokens

from standoff.parse.headlines import as_sentence, is_title_case


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Norway Lifts Entry Ban", "Norway lifts entry ban"),
        ("Ghana Bars Togolese Tankers From Tema", "Ghana bars Togolese tankers from Tema"),
        ("Riga Seizes Two Trawlers Off Cape Kolka", "Riga seizes two trawlers off Cape Kolka"),
        ("Dockers to Walk Out Over Pensions", "Dockers to walk out over pensions"),
        ("African Union Urges Chad to Reopen Road", "African Union urges Chad to reopen road"),
        ("Riga Resumes Cross-Border Talks", "Riga resumes Cross-Border talks"),
        ("Norway lifts entry ban", "Norway lifts entry ban"),
        ("Norway Lifted The Entry Ban.", "Norway lifted the entry ban."),
        ("Norway Lifted the Entry ban.", "Norway lifted the entry ban."),
        ("NORWAY LIFTS ENTRY BAN", "NORWAY LIFTS ENTRY BAN"),
        ("Norway Lifts", "Norway Lifts"),
    ],
)
def test_common_words_of_a_headline_lose_their_capital(headline: str, expected: str) -> None:
    assert as_sentence(headline) == expected


@given(st.text(max_size=80))
def test_length_stays(text: str) -> None:
    assert len(as_sentence(text)) == len(text)
    assert as_sentence(text).casefold() == text.casefold()
    assert isinstance(is_title_case(text), bool)


@pytest.mark.model
def test_words_stay_as_they_are_printed() -> None:
    found = tokens("Norway Lifts Entry Ban", "title")
    assert [t.text for t in found.values()] == ["Norway", "Lifts", "Entry", "Ban"]
    assert found["Lifts"].is_verb
    assert found["Norway"] in found["Lifts"].childs("nsubj")


@pytest.mark.model
@pytest.mark.parametrize(
    ("headline", "verb", "patient"),
    [
        ("Ban on Serbian Buses Lifted", "Lifted", "Ban"),
        ("Envoy recalled from Lima", "recalled", "Envoy"),
        ("Envoys recalled", "recalled", "Envoys"),
        ("Ferry strike called off", "called", "strike"),
        ("Mill workers jailed over blockade", "jailed", "workers"),
        ("Fodder convoy turned back at bridge", "turned", "convoy"),
        ("Checkpoint set up on coast road", "set", "Checkpoint"),
        ("Togo told to open bridge", "told", "Togo"),
        ("Togo given two more days to answer", "given", "Togo"),
    ],
)
def test_passive_without_be(headline: str, verb: str, patient: str) -> None:
    found = tokens(headline, "title")
    assert found[patient] in found[verb].childs("nsubjpass")


@pytest.mark.model
@pytest.mark.parametrize(
    ("headline", "verb", "subject", "thing"),
    [
        ("Kenya halts coal exports", "halts", "Kenya", "exports"),
        ("Bolivian court voids tin contract", "voids", "court", "contract"),
        ("Chad demands halt to raids", "demands", "Chad", "halt"),
        ("Gabon orders halt at French manganese mine", "orders", "Gabon", "halt"),
    ],
)
def test_verb_taken_for_a_part_of_a_noun(headline: str, verb: str, subject: str, thing: str) -> None:
    found = tokens(headline, "title")
    assert found[subject] in found[verb].childs("nsubj")
    assert found[thing] in found[verb].childs("dobj")


@pytest.mark.model
def test_comma_joins_two_subjects() -> None:
    found = tokens("Peru, Chile Sign Fishing Accord", "title")
    assert found["Peru"] in found["Sign"].childs("nsubj")
    assert found["Chile"] in found["Peru"].childs("conj")


@pytest.mark.model
@pytest.mark.parametrize(
    ("headline", "verb", "first", "second"),
    [
        ("Bakers, mill owners reach deal", "reach", "Bakers", "owners"),
        ("Nurses, hospitals reach deal in Ontario", "reach", "Nurses", "hospitals"),
    ],
)
def test_comma_joins_two_groups(headline: str, verb: str, first: str, second: str) -> None:
    found = tokens(headline, "title")
    assert found[first] in found[verb].childs("nsubj")
    assert found[second] in found[first].childs("conj")


@pytest.mark.parametrize(
    ("line", "verb", "patient"),
    [
        ("Thirty soldiers of the Lithuanian company injured.", "injured", "soldiers"),
        ("Two customs officers arrested at the bridge.", "arrested", "officers"),
        ("The guard post destroyed by masked men.", "destroyed", "post"),
    ],
)
@pytest.mark.model
def test_a_line_of_a_chronology_leaves_out_be_though_it_has_a_full_stop(line: str, verb: str, patient: str) -> None:
    found = tokens(line)
    assert [t.text for t in found[verb].childs("nsubjpass")] == [patient]


@pytest.mark.model
def test_a_fragment_that_tells_no_act_keeps_its_noun() -> None:
    found = tokens("Men around a fire lit at dawn.")
    assert found["Men"].head is None
    assert found["lit"].childs("nsubjpass") == []


@pytest.mark.model
def test_a_sentence_with_its_full_stop_is_left_alone() -> None:
    found = tokens("The ban on buses lifted.", "title")
    assert found["lifted"].childs("nsubjpass") == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("headline", "verb", "subject"),
    [
        ("UPDATE 2-Chad closes border with Niger", "closes", "Chad"),
        ("Breaking: Chad closes border with Niger", "closes", "Chad"),
        ("Chad to reopen border with Niger", "reopen", "Chad"),
        ("Peru, Chile reject river offer", "reject", "Peru"),
        ("Miners occupy shaft", "occupy", "Miners"),
        ("Airlines reroute as Mali shuts airspace", "shuts", "Mali"),
        ("Tribunal orders pilots back to work", "orders", "Tribunal"),
        ("Talks collapse after nine hours", "collapse", "Talks"),
    ],
)
def test_who_does_it_in_a_headline(headline: str, verb: str, subject: str) -> None:
    found = tokens(headline, "title")
    assert found[verb].is_verb
    assert found[subject] in found[verb].childs("nsubj")
    for token in found.values():
        assert token not in token.ancestors()
        assert token.head is None or token in token.head.children


@pytest.mark.model
def test_what_stands_before_a_headline_is_no_part_of_it() -> None:
    assert next(iter(tokens("UPDATE 2-Chad closes border with Niger", "title"))) == "Chad"
    assert next(iter(tokens("OPEC-Chad talks end", "title"))).startswith("OPEC")


@pytest.mark.model
def test_a_line_of_a_list_is_about_what_its_day_saw() -> None:
    found = tokens("January 26 – Compromise on looms", "title")
    assert found["Compromise"].head is None
    assert found["January"] in found["Compromise"].childs("npadvmod")
