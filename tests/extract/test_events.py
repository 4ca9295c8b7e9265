"""Who did what to whom: types, actors, recipients, status and contents, by the parser."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.asked import annotated, drafts, events, words

pytestmark = pytest.mark.model


def told(text: str) -> list[str]:
    """Type and status of what a text tells; the contents of speech acts behind a `>`."""
    return [("> " if d.content_of else "") + f"{d.type} {d.status}" for d in drafts(text)]


@pytest.mark.parametrize(
    ("text", "type_", "actor", "recipient"),
    [
        ("Chad attacked a Sudanese garrison.", "ASSAULT", "Chad", "Sudanese garrison"),
        ("A Sudanese garrison was attacked by Chad.", "ASSAULT", "Chad", "Sudanese garrison"),
        ("Chad launched an attack on Sudan.", "ASSAULT", "Chad", "Sudan"),
        ("Peru broke off talks with Chile.", "SANCTION", "Peru", "Chile"),
        ("Peru held talks with Chile in Lima.", "CONSULT", "Peru", "Chile"),
        ("Peru closed the border with Chile.", "COERCE", "Peru", "Chile"),
        ("Peru lifted its ban on Chilean wine.", "RETREAT", "Peru", "Chilean"),
        ("Peru, which expelled two Chilean diplomats, said nothing more.", "SANCTION", "Peru", "Chilean diplomats"),
        ("Peru condemned the shelling and expelled two Chilean diplomats.", "SANCTION", "Peru", "Chilean diplomats"),
        ("Peru is believed to have sent rice to Chile.", "AID", "Peru", "Chile"),
        ("Peru refused to meet the Chilean envoy.", "REJECT", "Peru", "Chilean envoy"),
        ("Peru threatened to shut the Chilean pipeline.", "THREATEN", "Peru", "Chilean"),
        ("Peru urged Chile to lift the embargo.", "REQUEST", "Peru", "Chile"),
        ("Peru accused Chile of arming the rebels.", "ACCUSE", "Peru", "Chile"),
        ("Peru will not lift its embargo on Chile.", "REJECT", "Peru", "Chile"),
        ("Peru is not letting Chilean lorries into the port.", "COERCE", "Peru", "Chilean lorries"),
    ],
)
def test_who_does_what_to_whom(text: str, type_: str, actor: str, recipient: str) -> None:
    fitting = [d for d in drafts(text) if d.type == type_ and d.content_of is None]
    assert fitting, told(text)
    assert any(actor in w for w in words(text, fitting[0].actors)), words(text, fitting[0].actors)
    assert any(r in recipient or recipient in r for r in words(text, fitting[0].recipients)), fitting[0].recipients


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Niger said it would reopen the crossing.", ["AGREE happened", "> RETREAT promised"]),
        ("Niger agreed to reopen the crossing.", ["AGREE happened", "> RETREAT promised"]),
        ("Niger threatened to close the crossing.", ["THREATEN happened", "> COERCE threatened"]),
        ("Niger called for the release of the drivers.", ["REQUEST happened", "> RETREAT demanded"]),
        ("Niger vowed not to give in to the demands of Chad.", ["REJECT happened", "> CONCEDE promised"]),
        ("Niger pledged to send aid to Chad.", ["AID promised"]),
        ("Niger and Chad will hold talks on Friday.", ["CONSULT planned"]),
        ("Niger plans to close its embassy in Chad.", ["SANCTION planned"]),
        ("Niger said Chad must withdraw its troops.", ["REQUEST happened", "> RETREAT demanded"]),
        ("Niger said the Chadian press had insulted its army.", ["ACCUSE happened"]),
    ],
)
def test_speech_acts_and_what_they_speak_of(text: str, wanted: list[str]) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Niger declined to comment.",
        "Niger denied the allegations.",
        "Niger did not attack the village.",
        "If Niger attacks the village, Chad will suffer.",
        "Niger often threatens its neighbours.",
        "Niger may close the crossing.",
        "Did Niger close the crossing?",
        "Niger is one of the largest countries of the region.",
        "Shares of the railway fell on Monday.",
        "The minister hoped that Chad would reopen the crossing.",
        "A storm hit the coast of Niger.",
        "Niger beat Chad 2-1 in the cup final.",
        "Niger crushed Chad 4-0 to win the cup.",
        "The book accuses no one.",
        "Farmers welcomed the rain.",
        "An attempt to hold talks failed.",
        "Niger had been willing to let the goods out.",
        "Niger's committee meets once a month.",
        "The striker signed for Porto.",
    ],
)
def test_no_event(text: str) -> None:
    assert told(text) == []


TWO_SIDES = "Chad and Niger run the mine together. Chad shut the mine in May, and Niger condemned Chad. "


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Talks between Chad and Niger collapsed on Friday.", ("CONSULT", "failed")),
        ("Talks between Chad and Niger had failed.", ("CONSULT", "failed")),
        ("The deal between Chad and Niger collapsed.", ("REJECT", "failed")),
        ("Chad and Niger signed three points in Cairo.", ("AGREE", None)),
        ("The dockers' members ratified the contract.", ("AGREE", None)),
        ("Niger set a deadline for the rebels.", ("THREATEN", None)),
        ("The longest strike that dockers have held ended on Thursday.", ("RETREAT", None)),
        ("Niger paid $9 million on Friday.", ("AID", None)),
        ("The last 40 Chadian engineers drove home on Saturday.", ("RETREAT", None)),
        ("Chad announced what it said was a final offer of talks to Niger.", ("REQUEST", None)),
        ("Ghana called for sanctions against Niger.", ("ACCUSE", None)),
        ("Ghana criticised the pipeline, saying it threatened the lagoon.", ("ACCUSE", None)),
        ("Growers in Niger called for the dismissal of the farm minister.", ("REQUEST", None)),
        ("Ghana condemned Niger's decision to close the crossing.", ("ACCUSE", None)),
    ],
)
def test_one_act_of_its_kind(text: str, wanted: tuple[str, str | None]) -> None:
    assert [(d.type, d.outcome) for d in drafts(text) if d.content_of is None] == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Niger proposed talks. Chad accepted within hours.", "AGREE NER TCD"),
        ("Chad demanded higher minimum pay.", "REQUEST NER TCD"),
        ("Chad and Niger agreed to share the ore. The mine reopened on Monday.", "COOPERATE NER TCD"),
    ],
)
def test_the_other_side_of_a_two_sided_page(text: str, wanted: str) -> None:
    last = drafts(TWO_SIDES + text)[-1]
    assert [last.type, *sorted({r.id for r in (*last.actors, *last.recipients)})] == wanted.split()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The launching of rockets at Basra by Iran drew a reply.", ("ASSAULT", ["IRQ"])),
        ("Iran's firing of rockets into the sea came at noon.", ("MOBILIZE", [])),
        ("Iran fired two rockets into the sea.", ("MOBILIZE", [])),
    ],
)
def test_what_weapons_are_fired_at_makes_the_act(text: str, wanted: tuple[str, list[str]]) -> None:
    assert [(d.type, [r.id for r in d.recipients]) for d in drafts(text)] == [wanted]


def test_who_reports_what_somebody_said_does_not_say_it() -> None:
    found = drafts("Niger announced that relations with Chad were in a state of war, Le Monde reported.")
    assert [(d.type, [a.id for a in d.actors]) for d in found] == [("THREATEN", ["NER"])]


def test_a_noun_that_takes_up_an_act_told_on_the_page_counts_less() -> None:
    told_by_verb, taken_up = (
        d for d in drafts("Niger promised to reopen the road. Niger's promise to reopen the road came late.") if d.topic
    )
    assert taken_up.confidence < told_by_verb.confidence < 0.9
    assert taken_up.confidence < 0.5


def test_listed_days_are_a_meeting_each() -> None:
    found = events("Chad and Niger met on 3, 7 and 11 May without a deal.")
    assert [e.date for e in found] == ["2021-05-03", "2021-05-07", "2021-05-11"]


def test_who_pulls_people_out_is_their_country() -> None:
    found = drafts("About 400 Chadian engineers were pulled out of Niger on Friday.")[0]
    assert ([a.id for a in found.actors], [r.id for r in found.recipients]) == (["TCD"], ["NER"])


def test_joint_acts_have_both_sides_on_both_sides() -> None:
    found = drafts("Chad and Niger held talks.")[0]
    assert {a.id for a in found.actors} == {r.id for r in found.recipients} == {"TCD", "NER"}


def test_headline_and_participles_share_their_subject() -> None:
    text = "Niger shut the mine in May, pulling out its engineers and banning Chadian lorries from the yard."
    assert [(d.type, d.mode) for d in drafts(text)] == [
        ("SANCTION", "discontinue"),
        ("SANCTION", "withdraw"),
        ("COERCE", "restrict"),
    ]
    assert all({a.id for a in d.actors} == {"NER"} for d in drafts(text))


def test_who_claims_it() -> None:
    text = "Chad attacked the garrison, Nigerien officials said."
    found = next(d for d in drafts(text) if d.type == "ASSAULT")
    assert found.attributed_to is not None
    assert found.attributed_to.id.startswith("NER")


def test_contents_point_at_their_speech_act() -> None:
    found = events("On Monday Niger called for talks. Chad threatened to close the crossing.")
    contents = [e for e in found if e.content_of is not None]
    assert [found[e.content_of].type for e in contents if e.content_of is not None] == ["REQUEST", "THREATEN"]


def test_object_and_place() -> None:
    text = "Niger closed the uranium plant in May."
    found = drafts(text)[0]
    assert found.object is not None
    assert text[found.object.start : found.object.end].endswith("plant")


@settings(max_examples=25)
@given(st.text(max_size=120))
def test_any_text_is_read_and_spans_slice_back(text: str) -> None:
    for event in events(text):
        assert 0 <= event.start < event.end <= len(text)
        for ref in (*event.actors, *event.recipients):
            assert text[ref.start : ref.end].strip()
        assert event.content_of is None or 0 <= event.content_of < 100
        assert 0 <= event.confidence <= 1
        assert event.rule


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [("The Chilean firms have had to stop production.", True), ("The Chilean firms stopped production.", False)],
)
def test_what_somebody_had_to_do_is_doubtful(text: str, doubtful: bool) -> None:
    page = annotated(text)
    found = [event for event in page.events if event.type == "SANCTION"]
    assert found
    assert all((event.confidence < 0.5) == doubtful for event in found)


def test_what_somebody_had_to_do_is_done_to_those_it_is_said_of() -> None:
    page = annotated("Chilean police had to arrest 30 Peruvian drivers.")
    assert [(event.type, [r.id for r in event.recipients]) for event in page.events] == [("COERCE", ["PER-LAB"])]
