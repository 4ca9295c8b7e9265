"""The tables of reading: every entry takes its examples, none takes a counter-example, ids are sorted."""

from datetime import date

import pytest

from standoff.lexicon import load_table
from standoff.lexicon.furniture import FurnitureTable, Phrase, furniture
from standoff.lexicon.languages import Language, LanguageTable
from standoff.lexicon.publishers import (
    Publisher,
    PublisherTable,
    credits_nobody,
    day_first,
    host_of,
    publisher_named,
    publisher_of,
)
from standoff.lexicon.zones import Zone, ZoneTable, moved, zone_named
from standoff.read.language import find_language

PHRASES = load_table("furniture", FurnitureTable).phrase
PUBLISHERS = load_table("publishers", PublisherTable).publisher


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda p: p.id)
def test_phrases_take_their_examples(phrase: Phrase) -> None:
    assert phrase.examples
    for example in phrase.examples:
        assert phrase in furniture().phrases(example), example


@pytest.mark.parametrize("line", [c for p in PHRASES for c in p.counter])
def test_no_phrase_takes_a_counter_example(line: str) -> None:
    assert not furniture().phrases(line)


@pytest.mark.parametrize(
    "ids",
    [
        [p.id for p in PHRASES],
        [p.id for p in PUBLISHERS],
        [x.id for x in load_table("languages", LanguageTable).language],
        [x.id for x in load_table("zones", ZoneTable).zone],
    ],
    ids=["furniture", "publishers", "languages", "zones"],
)
def test_entries_are_sorted_and_unique(ids: list[str]) -> None:
    assert ids == sorted(set(ids))


def test_words_are_written_as_they_are_compared() -> None:
    assert PHRASES
    for phrase in PHRASES:
        for words in phrase.words:
            assert words == words.lower(), (phrase.id, words)
        assert len(set(phrase.words)) == len(phrase.words), phrase.id


def test_hosts_and_names_are_unique() -> None:
    hosts = [host for entry in PUBLISHERS for host in entry.hosts]
    names = [name for entry in PUBLISHERS for name in sorted({name.casefold() for name in entry.names})]
    assert len(set(hosts)) == len(hosts)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("url", "host", "name"),
    [
        ("https://www.bbc.co.uk/news/1", "bbc.co.uk", "BBC News"),
        ("http://in.reuters.com/article/2", "in.reuters.com", "Reuters"),
        ("https://example.org:8080/a", "example.org", None),
        ("talks.html", None, None),
        ("https://user@edition.cnn.com/", "cnn.com", "CNN"),
    ],
)
def test_publishers_by_address(url: str, host: str | None, name: str | None) -> None:
    assert host_of(url) == host
    entry = publisher_of(url)
    assert (entry.names[0] if entry else None) == name


def test_publishers_by_name() -> None:
    entry = publisher_named("associated  press")
    assert entry is not None
    assert entry.agency
    assert publisher_named("Shore Gazette") is None


@pytest.mark.parametrize(
    ("url", "first"),
    [("https://www.bbc.co.uk/", True), ("https://apnews.com/", False), ("https://a.com.au/", True), (None, None)],
)
def test_day_first(url: str | None, first: bool | None) -> None:
    assert day_first(url) is first


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The ferry between the two shores stayed in port on Monday, and the owners said that no date had been set for its"
         " return to the north shore.", "en"),
        ("Die Fähre zwischen den beiden Ufern blieb am Montag im Hafen, und die Eigner sagten, dass noch kein Tag für die"
         " Rückkehr genannt worden ist.", "de"),
        ("El transbordador entre las dos orillas se quedó en el puerto el lunes, y los dueños dijeron que no hay fecha para"
         " su regreso a la orilla del norte.", "es"),
        ("Паром между двумя берегами остался в порту в понедельник, и владельцы сказали, что дата возвращения не назначена.", "ru"),
        ("南北の岸を結ぶ渡し船は月曜日も港にとどまり、運航会社は再開の日はまだ決まっていないと述べた。", "ja"),
        ("남과 북을 잇는 나룻배는 월요일에도 항구에 머물렀고 운항사는 재개 날짜가 아직 정해지지 않았다고 밝혔다.", "ko"),
        ("Ferry stays in port", None),
        ("12 34 56", None),
        ("", None),
    ],
)  # fmt: skip
def test_languages(text: str, code: str | None) -> None:
    assert find_language(text) == code


@pytest.mark.parametrize("entry", [p for p in PUBLISHERS if p.zone], ids=lambda p: p.id)
def test_zones_of_publishers_are_listed(entry: Publisher) -> None:
    assert zone_named(entry.zone) is not None


@pytest.mark.parametrize("entry", load_table("zones", ZoneTable).zone, ids=lambda z: z.id)
def test_offsets_are_offsets(entry: Zone) -> None:
    assert entry.offset is None or moved("2016-03-03", "12:00", "+00:00", entry.offset) is not None
    assert entry.summer is None or entry.offset is not None


@pytest.mark.parametrize(
    ("zone", "day", "offset"),
    [
        ("us", date(2016, 3, 12), "-05:00"),
        ("us", date(2016, 3, 13), "-04:00"),
        ("us", date(2016, 11, 6), "-05:00"),
        ("uk", date(2016, 3, 26), "+00:00"),
        ("uk", date(2016, 3, 27), "+01:00"),
        ("uk", date(2016, 10, 30), "+00:00"),
        ("au-east", date(2016, 1, 1), "+11:00"),
        ("au-east", date(2016, 6, 1), "+10:00"),
        ("nz", date(2016, 9, 25), "+13:00"),
        ("kr", date(2016, 7, 1), "+09:00"),
        ("au", date(2016, 7, 1), None),
    ],
)
def test_summer_time(zone: str, day: date, offset: str | None) -> None:
    entry = zone_named(zone)
    assert entry is not None
    assert entry.offset_on(day) == offset


@pytest.mark.parametrize(
    "language", [x for x in load_table("languages", LanguageTable).language if x.months], ids=lambda x: x.id
)
def test_months_are_twelve(language: Language) -> None:
    assert len(language.months) == 12
    assert all(form == form.lower().strip() for month in language.months for form in month.split("|"))


@pytest.mark.parametrize(
    ("credit", "nobody"),
    [
        ("Agence France-Presse", True),
        ("the Associated Press", True),
        ("Reuters Staff", True),
        ("Ostrova News Agency", True),
        ("AFP", True),
        ("Marisol Press-Vega", False),
        ("Ada Berg", False),
        ("Apollo Okoro", False),
    ],
)
def test_who_is_no_person(credit: str, nobody: bool) -> None:
    assert credits_nobody(credit) is nobody
