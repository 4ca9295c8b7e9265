"""The language of pages: named for every page of a dozen words, judged by the story, said where it is not English."""

import subprocess
import sys

import pytest
from tests.read.sentences import SENTENCES

from standoff.model import PageInput
from standoff.read import read_page
from standoff.read.language import find_language

CASES = [(code, text) for code, texts in SENTENCES.items() for text in (*texts, " ".join(texts))]
ENGLISH = "The ferry between the two shores stayed in port on Monday, and the owners said that no date had been set for its return. "
GERMAN = "Die Fähre zwischen den beiden Ufern blieb am Montag im Hafen, und die Eigner sagten, dass noch kein Tag für die Rückkehr feststeht. "


@pytest.mark.parametrize(("code", "text"), CASES, ids=[f"{c}-{n}" for n, (c, _) in enumerate(CASES)])
def test_every_language_by_its_sentences(code: str, text: str) -> None:
    assert find_language(text) == code


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_flattened_page_is_kept_with_its_parts_and_said_not_to_be_english(code: str) -> None:
    short, long = SENTENCES[code]
    page = read_page(PageInput(id="t", text=f"{short}\n\n2016-03-03\n\n" + f"{long} {short}. {long}\n\n" * 3))
    assert page.meta.language == code
    assert ("not-english" in [issue.code for issue in page.issues]) == (code != "en")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH, "en"),
        ("Kenya deployed 900 rangers to North Horr to shore up Sheriff Lokol.", "en"),
        ("Ferry stays in port", None),
        ("12 34 56", None),
        ("", None),
        ("Jón Þór Jónsson and Søren Kjærgård met Łukasz Wójcik and Žofie Dvořáková at the pier on Monday", "en"),
        ("The paper wrote “Die Fähre bleibt im Hafen” and the owners said that this was not so at all", "en"),
    ],
)
def test_little_and_mixed_text(text: str, code: str | None) -> None:
    assert find_language(text) == code


def html(story: str, *, lang: str, menu: str, comments: str = "") -> str:
    items = "".join(f"<li><a href='/{n}'>{word}</a></li>" for n, word in enumerate(menu.split()))
    said = (
        "".join(f"<li class='comment'><cite>Mole{n}</cite><p>{comments}</p></li>" for n in range(3)) if comments else ""
    )
    body = "".join(f"<p>{story * 2}</p>" for _ in range(4))
    return (
        f"<html lang='{lang}'><head><title>x</title></head><body><nav><ul>{items}</ul></nav>"
        f"<article><h1>{story[:40]}</h1>{body}</article><ol id='comments'>{said}</ol></body></html>"
    )


@pytest.mark.parametrize(
    ("story", "lang", "menu", "comments", "code"),
    [
        (ENGLISH, "de", "Startseite Nachrichten Wirtschaft Kultur Wetter Anmelden Mehr", "", "en"),
        (ENGLISH, "de", "Startseite Nachrichten Wirtschaft", GERMAN, "en"),
        (GERMAN, "en-US", "Home News Sport Weather Culture Sign in Register More", "", "de"),
        (GERMAN, "en", "Home News Sport", ENGLISH, "de"),
        (SENTENCES["ko"][1], "en", "Home News Sport Weather", "", "ko"),
    ],
)
def test_the_story_decides_and_the_declared_language_does_not(
    story: str, lang: str, menu: str, comments: str, code: str
) -> None:
    page = read_page(PageInput(id="t", html=html(story, lang=lang, menu=menu, comments=comments)))
    assert page.meta.language == code


def test_a_plain_english_page_does_not_load_the_model() -> None:
    code = (
        "import sys\nfrom standoff.read.language import find_language\n"
        f"assert find_language({ENGLISH * 2!r}) == 'en'\nassert not any(m.startswith('py3langid') for m in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
