"""Every page in a real browser: at three widths, light and dark, with and without scripts; nothing leaves the host.

Skipped where there is no Chromium; required where STANDOFF_REQUIRE_BROWSER is set.
"""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from tests.web.looking import COLLISIONS, WIDTHS, look

from standoff.record import Record
from standoff.tell.timeline import timeline
from standoff.web.pages import PAGES

if TYPE_CHECKING:
    from playwright.sync_api import Browser

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
RULES = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}"
OF_LOOKS = "{runOnly: {type: 'rule', values: ['color-contrast', 'target-size', 'scrollable-region-focusable']}}"
"""What the size of the window and its colours decide; all else is the same in every size."""
Serve = Callable[[Path], AbstractContextManager[str]]


@pytest.fixture(scope="session")
def address(rich_file: Path, serve: Serve) -> Iterator[str]:
    with serve(rich_file) as served:
        yield served


@pytest.fixture(scope="session")
def paths(rich_file: Path) -> list[str]:
    """Every page; of events and sources the one with most on it, and one of each other kind."""
    with Record.open(rich_file) as record:
        rows = timeline(record)
        odd = next(row for row in rows if row.differs)
        sources = [f"/source/{document.key}" for document in record.documents()]
    asked = ["/search?q=crossing", "/timeline?party=ARM&at=2021-05-01", "/timeline?doubtful=1", "/thing?at=2021-04-30"]
    return [*(f"/{name}" for name in PAGES), *asked, f"/event/{odd.id}", sources[0], "/nothing"]


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_every_page_at_three_widths_light_and_dark(
    browser: "Browser", address: str, paths: list[str], scripts: bool
) -> None:
    wrong = []
    with look(browser, address, java_script_enabled=True if scripts else None) as seen:
        if not scripts:  # what a page is without its scripts, looked at by ours
            seen.page.context.route("**/*.js", lambda route: route.abort())
        for path in paths:
            seen.page.goto(address + path)
            assert seen.page.locator("h1").count() == 1, path
            for width in WIDTHS:
                seen.page.set_viewport_size({"width": width, "height": 900})
                for scheme in ("light", "dark"):
                    seen.page.emulate_media(color_scheme=scheme)
                    beyond = seen.page.evaluate("document.documentElement.scrollWidth") - width
                    if beyond > 0:
                        wrong.append(f"{path} at {width}: {beyond} pixels too wide")
                wrong += [f"{path} at {width}: {found}" for found in seen.page.evaluate(COLLISIONS)]
    expected = "404" if scripts else "ERR_FAILED"
    assert not wrong
    assert not seen.abroad
    assert not [words for words in seen.complaints if expected not in words and "404" not in words]


def test_pages_say_the_same_where_scripts_are_off(browser: "Browser", address: str) -> None:
    with look(browser, address, java_script_enabled=False) as seen:
        seen.page.goto(f"{address}/timeline")
        seen.page.select_option("select[name=type]", "COERCE")
        seen.page.click(".facets button")
        assert "type=COERCE" in seen.page.url
        assert seen.page.locator(".entry").count() == 1
        seen.page.click(".entry .what > a")
        assert "/event/" in seen.page.url
        seen.page.click(".evidence cite a")
        assert "/source/" in seen.page.url


def test_a_facet_narrows_the_timeline_without_a_new_page(browser: "Browser", address: str) -> None:
    with look(browser, address) as seen:
        seen.page.goto(f"{address}/timeline")
        seen.page.evaluate("window.same = true")
        seen.page.select_option("select[name=type]", "COERCE")
        seen.page.wait_for_url("**type=COERCE**")
        seen.page.locator(".entry").nth(1).wait_for(state="detached")
        assert seen.page.evaluate("window.same")
        assert not seen.complaints


def test_keys_lead_through_the_entries_and_can_be_turned_off(browser: "Browser", address: str) -> None:
    focused = "document.activeElement.closest('.entry')?.id ?? ''"
    with look(browser, address) as seen:
        seen.page.goto(f"{address}/timeline")
        seen.page.keyboard.press("j")
        first = seen.page.evaluate(focused)
        seen.page.keyboard.press("j")
        second = seen.page.evaluate(focused)
        assert first
        assert second
        assert first != second
        seen.page.keyboard.press("k")
        assert seen.page.evaluate(focused) == first
        seen.page.keyboard.press("/")
        assert seen.page.evaluate("document.activeElement.id") == "q"
        seen.page.click("#keys")
        seen.page.locator("#main").focus()
        seen.page.keyboard.press("j")
        assert not seen.page.evaluate(focused)


@pytest.mark.parametrize(
    ("scheme", "width", "rules"), [("light", 1280, RULES), ("dark", 360, OF_LOOKS)], ids=["light", "dark"]
)
def test_axe_finds_nothing(
    browser: "Browser", address: str, paths: list[str], scheme: str, width: int, rules: str
) -> None:
    script = AXE.read_text(encoding="utf-8")
    found = []
    viewport = {"width": width, "height": 900}
    with look(browser, address, color_scheme=scheme, viewport=viewport, bypass_csp=True) as seen:
        for path in paths:
            seen.page.goto(address + path)
            seen.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
            seen.page.evaluate(script)
            for broken in seen.page.evaluate(f"axe.run(document, {rules})")["violations"]:
                found.append((path, broken["id"], [node["html"][:160] for node in broken["nodes"][:3]]))
    assert not found


def test_the_brief_prints_on_two_pages(browser: "Browser", address: str) -> None:
    with look(browser, address) as seen:
        seen.page.goto(address)
        printed = seen.page.pdf(format="A4", print_background=True, prefer_css_page_size=True)
    assert printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ") <= 2, "more than two pages"


def test_the_brief_of_a_full_record_prints_on_two_pages(browser: "Browser", serve: Serve, full_file: Path) -> None:
    with serve(full_file) as address, look(browser, address) as seen:
        seen.page.goto(address)
        assert seen.page.locator(".brief ul.happened li").count() >= 7
        assert seen.page.locator(".card").count() == 8
        printed = seen.page.pdf(format="A4", print_background=True, prefer_css_page_size=True)
    assert printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ") == 2


def test_serve_answers_in_a_process_of_its_own(record_file: Path) -> None:
    server = subprocess.Popen(
        [sys.executable, "-m", "standoff", "serve", "--record", str(record_file), "--port", "0"],
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stderr is not None
        address = server.stderr.readline().split(" at ")[1].split()[0]
        _wait(address)
    finally:
        server.terminate()
        server.wait(timeout=30)
        assert server.stderr is not None
        server.stderr.close()


def _wait(address: str) -> None:
    for _ in range(100):
        try:
            with urlopen(address) as answer:
                assert answer.status == 200
                return
        except URLError:
            time.sleep(0.1)
    raise AssertionError(f"{address} does not answer")
