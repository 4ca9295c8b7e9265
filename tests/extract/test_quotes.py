"""Quotations: what is said stands in brackets, who says it in braces."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.timing import is_linear

from standoff.extract.actors import find_actors
from standoff.extract.marks import find_marked
from standoff.extract.quotes import find_quotes
from standoff.lexicon.cues import load_cues
from standoff.model import Meta, Page, Part, Quote
from standoff.parse import parse

pytestmark = pytest.mark.model

DIRECT = [
    "“[The gate stays shut],” {the minister} said.",
    "“[The gate stays shut],” said {Ana Ruiz}, a spokeswoman for the port.",
    "{The minister} said: “[The gate stays shut.]”",
    '{The minister} told reporters, "[We will not wait.]"',
    '"[Will the gate open?]" {the envoy} asked.',
    "The delay led {officials in Quito} to say “[we will not wait any longer]” in June.",
    "Last spring {Kigali} threatened once more to turn the valley “[into a lake of ash]” with its guns.",
    "{The union} called the offer “[a cheap trick].”",
    "‘[The road is ours],’ {the farmers} said.",
    "«[The road is ours]», {the farmers} said.",
    "''[The road is ours],'' {the farmers} said.",
    "{The envoy} wrote, “[The road is ours.]“",
    "“[The gate stays shut],” {the harbour master, Ana Ruiz}, said on Friday.",
    "{The harbour master, Ana Ruiz}, said: “[The gate stays shut.]”",
    "“[The gate stays shut!]” shouted {one trader}.",
    "“[I ran for the hills],” {the 41-year-old} said.",
    "“[The gate stays shut.]” – {Ana Ruiz}",
    "“[The gate stays shut],” said {a co-worker} who had seen it.",
    "“[The gate stays shut],” the Varna news agency quoted {a diplomat} as saying.",
    "“[The gate stays shut],” Interfax cited {Adu} as saying on Monday.",
    "“[The gate stays shut],” tweeted {Adu}.",
    "Quito rejected {Lima}'s claim that the count was “[rigged from the start]”.",
    "{Adu} said the gate was shut.\n\n“[It stays shut.]”\n\nNobody else spoke.",
]
INDIRECT = [
    "{Quito} said [it would reopen the bridge].",
    "{The ministry} announced that [talks would begin on Monday].",
    "[The bridge is shut], according to {the ministry}.",
    "[Talks had failed], {officials} said.",
    "{The envoy} told reporters that [the offer stood].",
    "{The firms} have promised [to pay the wages].",
    "{The union} called for [an early return to work].",
    "{Analysts} believe [the talks will fail].",
    "Linz, 29 March 2023 – {Firma Lund}, the operator of the ferry, today announced that [the line was shut].",
]
NOTHING = [
    "The so-called “buffer” runs along the river.",
    "The ship was hit at noon.",
    "She read “The Quiet River” at home.",
    "The rope was 12' long and 3\" thick.",
]


def _quotes(text: str) -> tuple[Quote, ...]:
    page = Page(id="x", text=text, meta=Meta(), parts=(Part(start=0, end=len(text), kind="story"),) if text else ())
    parsed = parse(page)
    return find_quotes(parsed, find_actors(parsed))


def _wanted(marked: str) -> tuple[str, str, str]:
    said = re.search(r"\[([^\]]*)\]", marked)
    speaker = re.search(r"\{([^}]*)\}", marked)
    assert said
    assert speaker
    return re.sub(r"[\[\]{}]", "", marked), said.group(1), speaker.group(1)


@pytest.mark.parametrize("marked", DIRECT)
def test_direct(marked: str) -> None:
    text, said, speaker = _wanted(marked)
    found = [q for q in _quotes(text) if q.direct]
    assert [(text[q.start : q.end].strip(",."), q.speaker) for q in found] == [(said.strip(",."), speaker)]
    assert text[found[0].speaker_start or 0 : found[0].speaker_end] == speaker
    assert found[0].cue_start is not None


@pytest.mark.parametrize("marked", INDIRECT)
def test_indirect(marked: str) -> None:
    text, said, speaker = _wanted(marked)
    found = [q for q in _quotes(text) if not q.direct]
    assert [(text[q.start : q.end].removeprefix("that "), q.speaker) for q in found] == [(said, speaker)]


@pytest.mark.parametrize("text", NOTHING)
def test_what_nobody_said(text: str) -> None:
    assert _quotes(text) == ()


SPEAKERS = [
    ("“You people never learn!” shouted one of the demonstrators.", ["one of the demonstrators"]),
    ("“It held,” Capt. Kofi Adu, a pilot with the ferry company in Keta, told the radio.", ["Capt. Kofi Adu"]),
    ("“It held,” Lena Fischer, the head of the lock and a critic of the new toll on lorries, said.", ["Lena Fischer"]),
    ("According to Marcus Bell, a pilot with the ferry company, “nobody told us a thing.”", ["Marcus Bell"]),
    ("“The tide does not wait,” in the words of one senator.", ["senator"]),
    ("“The ruling,” Blum said in a statement, “speaks for itself.”", ["Blum", "Blum"]),
    ("“We expect,” the statement from the embassy read, “an apology.”", ["the statement from the embassy"] * 2),
    ("Okafor laughed. “Ask me tomorrow.”", ["Okafor"]),
    ("Toll fight goes on - Ann Lee: “The lorries are staying away this year.”", ["Ann Lee"]),
    ("More from Ann Lee: “The lorries are staying away this year.”", ["Ann Lee"]),
    ("When Reed resigned in May, President Doe released this statement: “We thank him for it.”", ["President Doe"]),
    ("Delegates chanted “Open the gates!” as he spoke.", ["Delegates"]),
    ("When somebody shouted, “Louder,” Adu said, “Come closer.”", ["somebody", "Adu"]),
    ("“Your Honour,” he said, “it was dark.”", ["he", "he"]),
    ("“It’s not new in Ohio,” said Rep. Joy Amadi.", ["Rep. Joy Amadi"]),
    ("Lee said,“Look at the water.”", ["Lee"]),
    (
        "Lee spoke of the strike at length.\n“We had no choice,” said Omar Diallo.\n“They cut our pay.”",
        ["Omar Diallo"] * 2,
    ),
    ("“They cut our pay.”\n“We had no choice,” said Omar Diallo.", ["Omar Diallo"]),
    ("Bo Lund said the lock was shut and urged the pilots to “stay by their boats.”", ["Bo Lund"]),
    (
        "Guard Bo Lund (Tarn), a keen rower, called on them to go, calling them “idle and loud beyond belief.”",
        ["Bo Lund"],
    ),
    ('"The lock leaks," said Ida Moss. "The council, however, calls this \'seepage.\'"', ["Ida Moss"] * 2),
    ("Lund wants a toll. His rival, Ida Moss, agrees.\n\n“A toll it must be, and soon.”", ["Ida Moss"]),
    ("“Nobody did,” said Omar Diallo.\n“Nobody could,” agreed Ines Vidal.", ["Omar Diallo", "Ines Vidal"]),
    # names that are a line of their own
    (
        "We asked at the lock.\n\nAnn Lee, 34, baker\n\n“It costs me a day a week.”\n\nBo Lund (Tarn)\n\n“We sell nothing.”\n\n“I slept here.”",
        ["Ann Lee", "Bo Lund"],
    ),
    # signatures
    ("“Rivers have no papers.” — Lake Commission chair Ida Moss", ["Lake Commission chair Ida Moss"]),
    ("“Sign it, or drown in it.” — a delegate from the south", ["a delegate from the south"]),
    ("“The lock held, as it always held!” — Bo Lund (@bolund) March 3, 2019", ["Bo Lund"]),
    ("“The bridge belongs to us.” (Ida Moss, senator)", ["Ida Moss"]),
    # who is told between commas in the sentence before, and what people do who then speak
    ("The ferry, he said, leaked from the first day. “We bailed with our boots.”", ["he"]),
    ("That, according to Lee, is a dream. “Fish do not read maps.”", ["Lee"]),
    ("Asked whether she would go, the mayor shook her head. “Why should I?”", ["the mayor"]),
    # labels that say what or when
    (
        "Checking Bo Lund on the lock\n\nSenator Bo Lund spoke on Monday.\n\nTHE CLAIM: “The lock paid for itself.”\n\nTHE FACTS: It did not.\n\n"
        "THE CLAIM: “No other town has one.”",
        ["Bo Lund", "Bo Lund"],
    ),
    (
        "Judge Ida Moss's ruling in the ferry case runs to 80 pages.\n\n“The state cannot own the wind.”\n\nPage 44: “A ferry is no bridge.”",
        ["Ida Moss"] * 2,
    ),
    ("The film then turns to Bo Lund: “I love this lock.”", ["Bo Lund"]),
    (
        "Bo Lund's speech drew boos.\n\n“I have always loved builders.” (Laughter.)\n\n“They love me.” (Boos.)",
        ["Bo Lund"] * 2,
    ),
]


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS)
def test_who_speaks(text: str, speakers: list[str]) -> None:
    found = [q.speaker or "" for q in _quotes(text) if q.direct]
    assert len(found) == len(speakers), found
    assert all(name.endswith(wanted) for name, wanted in zip(found, speakers, strict=True)), found


def test_a_title_after_its_owner_is_not_said() -> None:
    assert not [q for q in _quotes("He told the channel’s “Sunrise” on Monday that the gate was shut.") if q.direct]


def test_a_split_quotation_gives_several() -> None:
    text = "“We will talk,” Kofi Owusu said. “But we will not beg.”"
    found = _quotes(text)
    assert [text[q.start : q.end] for q in found] == ["We will talk,", "But we will not beg."]
    assert [q.speaker for q in found] == ["Kofi Owusu", "Kofi Owusu"]


def test_a_quotation_may_run_over_paragraphs() -> None:
    text = "“The road is ours,” Kofi Owusu said. “It was always ours.\n\n“It will stay ours.”\n\nThe trucks waited."
    found = _quotes(text)
    assert text[found[1].start : found[1].end] == "It was always ours.\n\n“It will stay ours."
    assert [q.speaker for q in found] == ["Kofi Owusu", "Kofi Owusu"]


def test_the_speaker_is_an_actor() -> None:
    found = _quotes("“We will not wait,” the South Korean government said.")
    assert found[0].speaker_id is not None
    assert found[0].speaker_id.startswith("KOR")


def test_mixed_speech_gives_the_statement_and_the_words() -> None:
    text = "Quito said the bridge would be “open to all” by Monday."
    found = _quotes(text)
    assert [(text[q.start : q.end], q.direct) for q in found] == [
        ("the bridge would be “open to all” by Monday", False),
        ("open to all", True),
    ]


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ("Quito said it would reopen the bridge.", [True]),
        ("Quito threatened to close the bridge.", [True]),
        ("The bridge is shut, according to the ministry.", [True]),
        ("The bridge carried 900 lorries a day, according to figures from the port.", [False]),
        ("Analysts fear that the talks will fail.", [False]),
        ("Quito plans to reopen the bridge.", [False]),
        ("The union demanded a higher wage.", [False]),
        ("The driver asked not to be named.", [False]),
        ("Quito announced what it called a final offer.", [False]),
    ],
)
def test_what_is_spoken_as_a_statement(text: str, speech: list[bool]) -> None:
    assert [q.speech for q in _quotes(text) if not q.direct][:1] == speech


def test_the_speakers_next_act_is_not_said() -> None:
    text = "Quito said that it would reopen the bridge and proposed a round of talks there."
    assert [text[q.start : q.end] for q in _quotes(text) if q.speech] == ["that it would reopen the bridge"]


def test_a_dateline_is_no_relative_clause() -> None:
    text = "QUITO (Andes Wire) - Ecuador threatened on Monday to shut the bridge that it shares with Peru."
    assert [(q.speaker, q.speech) for q in _quotes(text)] == [("Ecuador", True)]


def test_verbs_of_speech() -> None:
    assert load_cues().speech
    for entry in load_cues().speech:
        assert entry.examples
        assert list(entry.verbs) == sorted(set(entry.verbs))
        for marked in entry.examples:
            assert any(q.speech for q in _quotes(_wanted(marked)[0])), marked
        for text in entry.counter:
            assert not any(q.speech for q in _quotes(text)), text


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("On Thursday Quito said that it would wait.", "Quito"),
        ("QUITO - Ecuador said on Monday that it would wait.", "Ecuador"),
        ("On May 14 Ecuador said that it would wait.", "Ecuador"),
        ("May Brown said that she would wait.", "May Brown"),
    ],
)
def test_a_date_in_front_is_no_speaker(text: str, speaker: str) -> None:
    assert [q.speaker for q in _quotes(text)] == [speaker]


def test_a_clause_after_a_semicolon_is_not_said() -> None:
    text = "The port had fallen quiet: a buyer must ask a broker before he buys."
    assert _quotes(text) == ()


def test_headlines_hold_no_indirect_speech() -> None:
    text = "Quito threatens to close the bridge"
    page = Page(id="x", text=text, meta=Meta(), parts=(Part(start=0, end=len(text), kind="title"),))
    parsed = parse(page)
    assert find_quotes(parsed, find_actors(parsed)) == ()


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("He said “one” and ”two”.", ["one"]),
        ("He said “a thing that never ends here\nNext line.", ["a thing that never ends here"]),
        ("It's the workers' road, the lorries' end.", []),
        ("‘It's ours,’ he said.", ["It's ours,"]),
        ('"One," he said. "Two."', ["One,", "Two."]),
        ("“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,"]),
        ("“Wrong mark,“ he said.", ["Wrong mark,"]),
        ('a height="20" width="30" tag', []),
    ],
)
def test_marks(text: str, stretches: list[str]) -> None:
    assert [text[m.start : m.end] for m in find_marked(text, 0, len(text))] == stretches


PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "'",
        "‘",
        "’",
        "''",
        "``",
        "«",
        "»",
        " ",
        "\n",
        "said",
        "Kim",
        "He",
        ".",
        ",",
        "it is so",
        "to say that",
        "according to",
    ]
)


@given(st.lists(PIECES, max_size=40))
@settings(max_examples=60)
def test_never_raises_and_slices_back(pieces: list[str]) -> None:
    text = "".join(pieces)
    for quote in _quotes(text):
        assert 0 <= quote.start < quote.end <= len(text)
        assert quote.speaker is None or quote.speaker == text[quote.speaker_start or 0 : quote.speaker_end]


@pytest.mark.parametrize("piece", ["“", '"', "'a ", "‘a ", "''", "“a ", '"a', "« », ", "’ ", "“a\n", "“a ”"])
def test_marks_take_linear_time(piece: str) -> None:
    def find(size: int) -> None:
        text = piece * (size // len(piece))
        find_marked(text, 0, len(text))

    assert is_linear(find, 60_000)


def _examples() -> list[str]:
    table = load_cues()
    found = [e for cue in table.cue for e in cue.examples]
    found += [e for noun in table.noun for e in noun.examples]
    return found + [e for according in table.according for e in according.examples]


@pytest.mark.parametrize("marked", _examples())
def test_lexicon_examples(marked: str) -> None:
    text, said, speaker = _wanted(marked)
    found = {(text[q.start : q.end].strip("“”,.").removeprefix("that "), q.speaker) for q in _quotes(text)}
    assert (said.strip("“”,."), speaker) in found


@pytest.mark.parametrize("text", [text for entry in load_cues().cue for text in entry.counter])
def test_lexicon_counter_examples(text: str) -> None:
    assert _quotes(text) == ()
