"""The shipped pages: enough of them, marked as invented, dated right, and shaped as the demos promise."""

import re
import tomllib
from datetime import date

import pytest

from standoff.demo import DEMOS, demo_folder, demo_pages

MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()  # noqa: SIM905
WEEKDAY_DATE = re.compile(
    rf"\b({'|'.join(WEEKDAYS)}|{'|'.join(day[:3] for day in WEEKDAYS)}),? "
    rf"(?:(\d{{1,2}}) ({'|'.join(MONTHS)})|({'|'.join(MONTHS)}|{'|'.join(month[:3] for month in MONTHS)}) (\d{{1,2}}),?)"
    r" (\d{4})\b"
)
UNDATED = {"10-common-room-explainer.txt"}


def texts(name: str) -> dict[str, str]:
    with demo_folder(name) as folder:
        return {page: (folder / page).read_text(encoding="utf-8") for page in demo_pages(name)}


ALL_PAGES = [(name, page) for name in DEMOS for page in demo_pages(name)]


def test_there_are_enough_pages() -> None:
    assert len(demo_pages("kaesong")) >= 12
    assert len(demo_pages("strike")) >= 6


def test_an_unknown_demo_is_refused() -> None:
    with pytest.raises(KeyError):
        demo_folder("nowhere")


@pytest.mark.parametrize(("name", "page"), ALL_PAGES)
def test_every_page_says_that_its_outlet_is_invented(name: str, page: str) -> None:
    assert re.search(r"[Aa]n invented (paper|agency|site)", texts(name)[page])


@pytest.mark.parametrize(("name", "page"), ALL_PAGES)
def test_every_page_but_the_undated_prints_its_year(name: str, page: str) -> None:
    assert (re.search(r"\b20(12|13|23)\b", texts(name)[page]) is None) == (page in UNDATED)


def test_enough_pages_print_a_weekday_with_a_date() -> None:
    printed = [page for name, page in ALL_PAGES if WEEKDAY_DATE.search(texts(name)[page])]
    assert len(printed) >= 5, printed


@pytest.mark.parametrize(("name", "page"), ALL_PAGES)
def test_a_printed_weekday_fits_its_date(name: str, page: str) -> None:
    for found in WEEKDAY_DATE.finditer(texts(name)[page]):
        weekday, day, month, american_month, american_day, year = found.groups()
        number = [word[:3] for word in MONTHS].index((month or american_month)[:3]) + 1
        assert date(int(year), number, int(day or american_day)).strftime("%a") == weekday[:3], found.group()


@pytest.mark.parametrize("name", DEMOS)
def test_subject_names_its_parties(name: str) -> None:
    with demo_folder(name) as folder:
        subject = tomllib.loads((folder / "subject.toml").read_text(encoding="utf-8"))
    assert subject["subject"]["name"]
    assert len(subject["party"]) >= 2
    assert all(party["id"] and party["name"] for party in subject["party"])


def test_the_wire_story_stands_in_two_papers() -> None:
    pages = texts("kaesong")
    wire = [line for line in pages["06-pelham-wire-withdrawal.txt"].splitlines() if len(line) > 80]
    copied = [line for line in wire if line in pages["07-calder-post-withdrawal.html"]]
    assert len(copied) >= 4
