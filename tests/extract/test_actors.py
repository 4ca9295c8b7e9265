"""Actors: whom phrases and pronouns stand for, places, things, parties."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.asked import events

from standoff.extract.actors import Actors, find_actors
from standoff.model import Meta, Page, Part, PartKind, Party, Subject
from standoff.parse import Parsed, Token, parse

pytestmark = pytest.mark.model

STRIKE = Subject(
    name="Harbour strike",
    aliases=("Port of Salma", "the docks"),
    parties=(
        Party(id="NAMED:Dockers' Union", name="Dockers' Union", aliases=("DU", "dockers"), sector="LAB"),
        Party(id="NAMED:Salma Port Company", name="Salma Port Company", aliases=("SPC", "employers"), sector="BUS"),
    ),
)


def page_of(*paragraphs: str, kind: PartKind = "story", published: str | None = None, url: str | None = None) -> Page:
    text = "\n\n".join(paragraphs)
    part = Part(start=0, end=len(text), kind=kind)
    return Page(id="p", text=text, meta=Meta(published=published, url=url), parts=(part,))


def read(text: str, *, subject: Subject | None = None, url: str | None = None) -> tuple[Parsed, Actors, list[Token]]:
    """The page of a text, its actors, and the head of every bracket."""
    spans: list[tuple[int, int]] = []
    plain = ""
    for n, piece in enumerate(text.replace("]", "[").split("[")):
        if n % 2:
            spans.append((len(plain), len(plain) + len(piece)))
        plain += piece
    parsed = parse(page_of(plain, url=url))
    actors = find_actors(parsed, subject=subject)
    heads = [head_of(parsed, *span) for span in spans]
    return parsed, actors, heads


def head_of(parsed: Parsed, start: int, end: int) -> Token:
    """The head of the words in a bracket: the first noun or pronoun that hangs on a word outside."""
    inside = [t for s in parsed.sentences for t in s.within(start, end)]
    nominal = [t for t in inside if t.is_noun or t.tag in ("PRP", "PRP$", "WP", "CD", "DT")]
    return next((t for t in nominal if t.head not in inside and t.tag != "DT"), nominal[-1])


def ids(actors: Actors, head: Token) -> str:
    return " ".join(r.id for r in actors.of(head))


OF = [
    # countries, capitals, seats
    ("[Kenya] recalled its envoy.", ["KEN"]),
    ("[Nairobi] said the road would stay shut.", ["KEN"]),
    ("[Local 9] walked out. The [Mill Hands Union Local 9] gave no reason.", ["NAMED:Local 9", "NAMED:Local 9"]),
    ("Local 100 [residents] blocked the road.", ["NAMED:residents"]),
    ("The [Harbour and Sea Workers Union] walked out.", ["NAMED:Harbour and Sea Workers Union"]),
    (
        "The [Harbour and Sea Workers Union] walked out. The [HSWU] gave no reason.",
        ["NAMED:Harbour and Sea Workers Union", "NAMED:Harbour and Sea Workers Union"],
    ),
    ("Weavers struck at Corda. Corda's offer was small. [The company] locked them out.", ["NAMED:Corda"]),
    ("Miners struck at Marikana. Trains stopped in Marikana. [The company] locked them out.", ["NAMED:company"]),
    ("The [Solidar union] walked out. [The union] gave no reason.", ["NAMED:Solidar", "NAMED:Solidar"]),
    ("The firm met the union Solidar. [The union] walked out.", ["NAMED:Solidar"]),
    ("On Monday Solidar members walked out. [The union] gave no reason.", ["NAMED:Solidar"]),
    ("Solidar represents 900 pilots. [The union] walked out.", ["NAMED:Solidar"]),
    ("The dockers and [their union, Solidar], walked out.", ["NAMED:Solidar"]),
    ("Lumair pilots struck. [The airline] sacked ten. [The carrier] closed.", ["NAMED:Lumair", "NAMED:Lumair"]),
    ("Dockers struck at Corda. [The operator] locked them out.", ["NAMED:Corda"]),
    ("Corda locked out 90 weavers. [The Danish company] closed.", ["NAMED:Corda"]),
    ("Corda locked out 90 weavers. Corda met [the Danish company].", ["DNK-BUS"]),
    ("Corda locked out 90 weavers. It met [two Danish companies].", ["DNK-BUS"]),
    ("Corda sued Solidar. [The union] appealed.", ["NAMED:union"]),
    ("[Air Canada] locked out its crews.", ["NAMED:Air Canada"]),
    ("Pilots struck. [Air New Zealand crews] joined them.", ["NAMED:Air New Zealand crews"]),
    ("The minister met Northlink. [Northlink] locked out its crews.", ["NAMED:Northlink"]),
    ("The envoys met in [Nairobi] on Monday.", [""]),
    ("The [Kremlin] denied the report.", ["RUS-GOV"]),
    ("[Ugandans] queued at the crossing.", ["UGA-CVL"]),
    ("Some [300 Ugandans] were turned back.", ["UGA-CVL"]),
    ("[The U.S.] and [Türkiye] disagreed.", ["USA TUR", "TUR"]),
    # nouns with a nationality
    ("[Kenyan officials] met on Monday.", ["KEN-GOV"]),
    ("[Kenyan soldiers] guard the bridge.", ["KEN-MIL"]),
    ("[Polish firms] lost millions.", ["POL-BUS"]),
    ("[Polish newspapers] criticised the deal.", ["POL-MED"]),
    ("[Chilean miners] went on strike.", ["CHL-LAB"]),
    ("The [Thai opposition] called for a vote.", ["THA-OPP"]),
    ("The [Danish parliament] voted on Tuesday.", ["DNK-LEG"]),
    ("The [Ghanaian court] freed them.", ["GHA-JUD"]),
    ("[Pro-Russian separatists] shelled the town.", ["NAMED:pro-Russian separatists"]),
    ("[Malian rebel forces] took the airport.", ["MLI-REB"]),
    # coordination
    ("[North and South Korean officials] met on Monday.", ["PRK-GOV KOR-GOV"]),
    ("[Norway and Sweden] signed a pact.", ["NOR SWE"]),
    ("[Chadian and Libyan troops] clashed.", ["TCD-MIL LBY-MIL"]),
    ("[Peruvian workers and employers] want the mine open.", ["PER-LAB PER-BUS"]),
    # halves of a split country
    ("South Sudan closed the pipeline. [The North] protested.", ["SDN"]),
    ("South Sudan closed the pipeline. Khartoum said [southern officials] had lied.", ["SSD-GOV"]),
    # people
    ("[Kenyan President Amina Odhiambo] spoke. [Odhiambo] left at noon.", ["KEN-GOV", "KEN-GOV"]),
    ("[Oslo's chief delegate Kari Lund] arrived.", ["NOR-GOV"]),
    ("[Ivan Petkov], the Bulgarian foreign minister, arrived.", ["BGR-GOV"]),
    ("[Vladimir Putin] called the offer a trick.", ["RUS-GOV"]),
    ("[Mr Anand] owns a shop there.", ["NAMED:Anand"]),
    ("[Peruvian Minister of Foreign Affairs Rosa Quispe] arrived.", ["PER-GOV"]),
    # organisations
    ("The [United Nations] sent observers.", ["IGO-UNO"]),
    ("The [UN Security Council] voted.", ["IGO-UNO"]),
    ("[Taliban fighters] seized the base.", ["AFG-REB"]),
    ("[Omani Ministry of Health] sent doctors.", ["OMN-GOV"]),
    ("[Volkswagen AG] locked out its welders.", ["NAMED:Volkswagen"]),
    ("[Brightwater Shipping Ltd] cancelled the order.", ["NAMED:Brightwater Shipping"]),
    (
        "The National Guild of Stage Painters (NGSP) walked out. The [NGSP] wants more pay.",
        ["NAMED:National Guild of Stage Painters"],
    ),
    # owners after prepositions
    ("[Officials in Lima] said no.", ["PER-GOV"]),
    ("Two [former Omani ministers] said no.", ["OMN-ELI"]),
    ("[Former Omani minister Ana Rojas] spoke.", ["OMN-ELI"]),
    ("[Said Amri], a retired Omani general, spoke.", ["OMN-ELI"]),
    ("The [former Omani rebel commander] spoke.", ["OMN-REB"]),
    ("A [spokesman for the Kenyan ministry] said no.", ["KEN-GOV"]),
    ("The [head of the Chilean delegation] smiled.", ["CHL-GOV"]),
    ("[Thousands of Omani workers] left.", ["OMN-LAB"]),
    ("[Chile's ambassador to Peru Ana Rojas] spoke.", ["CHL-GOV"]),
    ("[Bulgarian Secretary of State Ivo Petkov] came; [Petkov] spoke.", ["BGR-GOV", "BGR-GOV"]),
    ("The spokesman of the Omani navy spoke. [The spokesman, Said Amri], left.", ["OMN-MIL"]),
    ("[The Hamas movement] refused. [Hezbollah fighters] refused too.", ["PSE-REB", "LBN-REB"]),
    (
        "[The Gujar Valley government] and [the Istra government] agreed.",
        ["NAMED:Gujar Valley government NAMED:Istra government", "NAMED:Istra government"],
    ),
    ("OSLO, May 3 [Fishermen] walked out.", ["NAMED:fishermen"]),
    # no actors
    ("Oslo's [plan] failed.", [""]),
    ("The [talks] failed on [Monday].", ["", ""]),
    ("The Kenyan [proposal] failed.", [""]),
    # without a country
    ("[Demonstrators] filled the square.", ["NAMED:demonstrators"]),
    ("[Aid workers] left the camp.", ["NAMED:aid workers"]),
]

REFERENCE = [
    ("Kenya said [it] would reopen the bridge.", ["KEN"]),
    ("Kenya pulled out all [53 of its drivers].", ["KEN-LAB"]),
    ("Kenya and Uganda met. [They] meet again in May. [The two sides] shook hands.", ["KEN UGA", "KEN UGA"]),
    ("Kenya and Uganda accused [each other].", ["KEN UGA"]),
    ("[It] is likely that the road stays shut.", [""]),
    ("Kenyan minister Grace Njeri left early. [She] gave no reason.", ["KEN-GOV"]),
    ("The Chilean army shelled the camp after Norway tightened sanctions against [it].", ["CHL-MIL"]),
    ("Norvik Airlines cut pay. Pilots left [the company].", ["NAMED:Norvik Airlines"]),
    ("Peru's foreign ministry summoned the envoy. [The ministry] gave no reason.", ["PER-GOV"]),
    ("Kenya shut the road to Uganda. Uganda said [its neighbour] had broken the treaty.", ["KEN"]),
    ("Kenyan officials, [who] asked for time, left.", ["KEN-GOV"]),
    ("Kenya shut the bridge in May and reopened [it] in June.", [""]),
    ("The envoy praised Morocco. [The country] had opened its ports.", ["MAR"]),
    ("Kenya criticised the levy, saying [it] hurt growers.", [""]),
    ("Kenya criticised the levy, saying [it] would not pay.", ["KEN"]),
    ("Kenya asked Oman for oil, and [that country] agreed.", ["OMN"]),
]

OWNER = [
    ("Oslo's [plan] failed.", "NOR"),
    ("The Kenyan [proposal] failed.", "KEN"),
    ("The [decision] of the Peruvian court came late.", "PER-JUD"),
    ("Chad said [its demand] stands.", "TCD"),
    ("Rebels shelled a [base] in Mali.", "MLI"),
    ("The [weather] was bad.", ""),
]

THINGS = [
    ("The army closed [the old border crossing] in May.", "old border crossing"),
    ("Gas flows through [the pipeline] again.", "pipeline"),
    ("The [talks] failed.", None),
    ("Dockers shut [the Port of Salma].", "Port of Salma"),
    ("Kenya shut the bridge in May and reopened [it] in June.", "bridge"),
    ("Kenya shut the bridge. [It] gave no reason.", None),
    ("Oslo closed [its gas pipeline].", "gas pipeline"),
]

PLACES = [
    ("They met in [Geneva].", "Geneva", "CHE"),
    ("They met in the lake [village of Morbo].", "Morbo", None),
    ("Trucks wait at the [Halaib crossing].", "Halaib crossing", None),
    ("They met at the [Ostrova].", "Ostrova", None),
    ("The [Kenyans] met.", None, None),
]


@pytest.mark.parametrize(("text", "wanted"), OF + REFERENCE)
def test_whom_a_phrase_stands_for(text: str, wanted: list[str]) -> None:
    _, actors, heads = read(text)
    assert [ids(actors, head) for head in heads] == wanted


@pytest.mark.parametrize(("text", "wanted"), OWNER)
def test_whose_a_thing_is(text: str, wanted: str) -> None:
    _, actors, heads = read(text)
    assert " ".join(r.id for r in actors.owner(heads[0])) == wanted


@pytest.mark.parametrize(("text", "wanted"), THINGS)
def test_disputed_things(text: str, wanted: str | None) -> None:
    parsed, actors, heads = read(text, subject=STRIKE)
    span = actors.thing(heads[0])
    assert (parsed.page.text[span.start : span.end] if span else None) == wanted


@pytest.mark.parametrize(("text", "name", "country"), PLACES)
def test_places(text: str, name: str | None, country: str | None) -> None:
    _, actors, heads = read(text)
    place = actors.place_of(heads[0])
    assert (place.name if place else None, place.country if place else None) == (name, country)


def test_declared_parties_win() -> None:
    _, actors, heads = read("[The DU] rejected the offer of [SPC], and [dockers] walked out.", subject=STRIKE)
    assert [ids(actors, h) for h in heads] == [
        "NAMED:Dockers' Union",
        "NAMED:Salma Port Company",
        "NAMED:Dockers' Union",
    ]
    assert actors.parties == ("NAMED:Dockers' Union", "NAMED:Salma Port Company")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Truckers blocked the bridge.", "NAMED:Ghanaian Hauliers"),
        ("Ghanaian truckers blocked the bridge.", "NAMED:Ghanaian Hauliers"),
        ("Beninese truckers blocked the bridge.", "BEN-LAB"),
        ("Truckers from Benin blocked the bridge.", "BEN-LAB"),
    ],
)
def test_those_of_another_country_are_no_party_of_that_name(text: str, who: str) -> None:
    hauliers = Party(id="NAMED:Ghanaian Hauliers", name="Ghanaian hauliers", aliases=("truckers",), sector="BUS")
    subject = Subject(name="Volta bridge", parties=(Party(id="GHA", name="Ghana"), hauliers))
    (event,) = events(text, subject=subject)
    assert [a.id for a in event.actors] == [who]


def test_the_part_of_a_name_before_and_stands_for_it() -> None:
    bakers = Party(id="NAMED:UBC", name="United Union of Bakers and Confectioners", sector="LAB")
    subject = Subject(name="Strike", parties=(bakers, *STRIKE.parties))
    _, actors, _ = read("The United Union of Bakers rejected the offer on Monday.", subject=subject)
    assert [actor.id for actor in actors.mentions] == ["NAMED:UBC"]


def test_of_many_declared_parties_two_of_unlike_sectors_are_the_sides() -> None:
    pilots = Party(id="NAMED:Pilots", name="Pilots' Association", sector="LAB")
    subject = Subject(name="Strike", parties=(pilots, *STRIKE.parties))
    _, actors, heads = read("The DU met SPC. The DU walked out. [The two sides] blame each other.", subject=subject)
    assert ids(actors, heads[0]) == "NAMED:Dockers' Union NAMED:Salma Port Company"


def test_parties_are_those_who_act_most() -> None:
    _, actors, _ = read("Kenya shut the road. Uganda protested. Kenya refused talks, Reuters reported from Rome.")
    assert actors.parties == ("KEN", "UGA")


def test_the_dateline_gives_country_and_place() -> None:
    parsed, actors, heads = read("LIMA, May 3 (Wire) - [Officials] met [Interior Minister Rosa Quispe] on Friday.")
    assert [ids(actors, h) for h in heads] == ["PER-GOV", "PER-GOV"]
    assert [(p.name, p.country) for p in actors.places] == [("Lima", "PER")]
    assert not actors.of(parsed.sentences[0].tokens[0])


def test_a_desk_s_note_may_stand_before_the_dateline() -> None:
    _, actors, heads = read(
        "(ATTN: RECASTS lead)\n\nLIMA, April 8 (Wire) -- The [government] said it would close the border with Chile."
    )
    assert ids(actors, heads[0]) == "PER-GOV"


def test_the_address_gives_the_country_only_where_the_page_names_it() -> None:
    for text, wanted in (
        ("Chile wept. The [police] came.", "CHL-COP"),
        ("Peru and Cuba wept. The [police] came.", "NAMED:police"),
    ):
        _, actors, heads = read(text, url="https://news.example.cl/a")
        assert ids(actors, heads[0]) == wanted


def test_a_leader_out_of_office_is_of_the_elite() -> None:
    text = "Angela Merkel spoke in Rome."
    for published, wanted in (("2013-05-01", "DEU-GOV"), ("2023-05-01", "DEU-ELI"), (None, "DEU-GOV")):
        actors = find_actors(parse(page_of(text, published=published)))
        assert [a.id for a in actors.mentions] == [wanted]


def test_a_person_has_name_and_role() -> None:
    _, actors, _ = read("Norwegian Foreign Minister Kari Lund left.")
    (actor,) = actors.mentions
    assert (actor.id, actor.name, actor.role, actor.person) == ("NOR-GOV", "Kari Lund", "Foreign Minister", True)


@pytest.mark.parametrize(
    "text",
    [
        "Ivo Lund, left, and Ana Ruiz, right, pose for a picture.",
        "Ivo Lund (right) greeted Zeynep Arda (left) at the start of the talks.",
        "Envoys Ivo Lund (right) and Zeynep Arda at the gate.",
        "The ferry firm's chief bargainer, Ivo Lund, called the offer of Daniel Arda a joke.",
    ],
)
def test_people_who_do_nothing_are_named_by_a_picture_or_a_given_name(text: str) -> None:
    found = " ".join(a.name for a in read(text)[1].mentions)
    assert "Lund" in found
    assert "Arda" in found or "Ruiz" in found


def test_park_is_a_name_and_the_park_is_not() -> None:
    text = "Ms. Park Geun-hye, the South Korean leader, waved. [Park] wants [the park] open."
    _, actors, heads = read(text)
    assert [ids(actors, h) for h in heads] == ["KOR-GOV", ""]
    assert actors.thing(heads[1]) is not None
    assert actors.thing(heads[0]) is None


def test_of_a_countrys_name_that_only_says_where_no_mention_is_made() -> None:
    _, actors, _ = read("Kenya holds talks in Uganda.")
    assert [a.id for a in actors.mentions] == ["KEN"]
    assert [(p.name, p.country) for p in actors.places] == [("Uganda", "UGA")]


_WORDS = st.sampled_from(
    [
        "the",
        "The",
        "North",
        "South",
        "Korea",
        "Korean",
        "Kenya",
        "its",
        "it",
        "they",
        "two",
        "sides",
        "officials",
        "of",
        "in",
        "and",
        ",",
        ".",
        "'",
        '"',
        "(",
        ")",
        "-",
        "President",
        "Kim",
        "Ministry",
        "United",
        "Nations",
        "who",
        "each",
        "other",
        "said",
        "both",
        "53,000",
        "workers’s",
        "U.S.",
        "\u202e",
        "é",
        "ﬁ",
        "朝鮮",
        "😀",
    ]
)


@settings(max_examples=60)
@given(st.one_of(st.lists(_WORDS, max_size=25).map(" ".join), st.text(max_size=80)))
def test_any_text_gives_spans_of_its_own(text: str) -> None:
    part = (Part(start=0, end=len(text), kind="story"),) if text else ()
    parsed = parse(Page(id="p", text=text, meta=Meta(), parts=part))
    actors = find_actors(parsed, subject=STRIKE)
    refs = [r for s in parsed.sentences for t in s.tokens for r in (*actors.of(t), *actors.owner(t))]
    for found in (*refs, *actors.mentions, *actors.places):
        assert 0 <= found.start < found.end <= len(text)
        assert not text[found.start : found.end].isspace()


@pytest.mark.parametrize(
    "words",
    [
        "he said ",
        "Kenya, ",
        "some of ",
        "Kenya and its ",
        "the two sides of ",
        "President ",
        "the company said it ",
        "Ab-",
    ],
)
def test_made_up_text_without_end_ends(words: str) -> None:
    parsed = parse(page_of(words * 90, words * 700))
    actors = find_actors(parsed)
    tokens = [token for sentence in parsed.sentences for token in sentence.tokens]
    assert tokens
    found = [ref for token in tokens for ref in (*actors.of(token), *actors.owner(token))]
    found += [ref for sentence in parsed.sentences for ref in actors.in_sentence(sentence)]
    spans = [span for token in tokens if (span := actors.thing(token))]
    end = len(parsed.page.text)
    assert all(0 <= ref.start < ref.end <= end for ref in found)
    assert all(0 <= span.start < span.end <= end for span in spans)


def test_the_same_page_gives_the_same_actors() -> None:
    text = "Kenya and Uganda met. Its neighbour said the two sides had agreed. Officials left."
    first, second = (find_actors(parse(page_of(text))) for _ in range(2))
    assert (first.mentions, first.places, first.parties) == (second.mentions, second.places, second.parties)


def test_two_names_that_own_each_other_end() -> None:
    text = (
        "Ties hold, Under Secretary of State for Trade Ann Brill told reporters.\n"
        "State Department Deputy Assistant Secretary for Baltic Affairs Jo Marsh said Chad's embassy was open."
    )
    assert "USA-GOV" in {mention.id for mention in find_actors(parse(page_of(text))).mentions}


def test_the_seat_of_a_declared_party_is_still_a_place() -> None:
    parties = (
        Party(id="SSD", name="South Sudan", aliases=("Juba",)),
        Party(id="SDN", name="Sudan", aliases=("Khartoum",)),
    )
    subject = Subject(name="The pipeline", parties=parties)
    _, actors, heads = read(
        "[Officials] in Juba said Khartoum had lifted the oil. [Juba] said so too.", subject=subject
    )
    assert [ids(actors, head) for head in heads] == ["SSD-GOV", "SSD"]
