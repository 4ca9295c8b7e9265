"""The review in a browser: at three widths, light and dark, for all who read it, and with hostile pages."""

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.web.looking import OBEYED, WIDTHS, look
from tests.web.payloads import PAYLOADS
from tests.web.test_browser import AXE, RULES
from tests.web.test_hostile import hostile_page

from standoff.link import link
from standoff.record import Record
from standoff.record.deciding import Reviewer
from standoff.tell.review import queue

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Serve = Callable[[Path], AbstractContextManager[str]]


@pytest.fixture
def decided(rich_file: Path, tmp_path: Path) -> tuple[Path, list[str]]:
    """A record in which some facts were decided on, and the pages of the review that show every kind of fact."""
    path = tmp_path / "decided.db"
    db = sqlite3.connect(rich_file)
    db.execute("VACUUM INTO ?", (str(path),))
    db.close()
    with Record.open(path, write=True) as record:
        reviewer = Reviewer(record, who="Ada", clock=lambda: "2026-01-01T00:00:00Z")
        waiting = queue(record)
        kinds = {each.kind: each.id for each in waiting}
        merged = next(event.id for event in record.events() if len(event.members) > 1 or event.differs)
        acts = [event.id for event in record.events() if event.content_of is None]
        reviewer.edit(acts[0], {"date": "2020-01-01"}, note="page 3 says so")
        reviewer.reject(acts[1])
        reviewer.merge(acts[2:4])
        reviewer.undo()
    return path, ["/review", "/decisions", *(f"/review/{id}" for id in (*kinds.values(), merged, *acts[:2]))]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_at_three_widths_and_for_all_readers(
    browser: "Browser", serve: Serve, decided: tuple[Path, list[str]], scheme: str
) -> None:
    path, pages = decided
    script = AXE.read_text(encoding="utf-8")
    wrong: list[tuple[object, ...]] = []
    with serve(path) as address, look(browser, address, color_scheme=scheme, bypass_csp=True) as seen:
        for where in pages:
            seen.page.goto(address + where)
            seen.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
            for width in WIDTHS:
                seen.page.set_viewport_size({"width": width, "height": 900})
                if (beyond := seen.page.evaluate("document.documentElement.scrollWidth") - width) > 0:
                    wrong.append((where, width, f"{beyond} pixels too wide"))
            seen.page.evaluate(script)
            for broken in seen.page.evaluate(f"axe.run(document, {RULES})")["violations"]:
                wrong.append((where, broken["id"], [node["html"][:160] for node in broken["nodes"][:3]]))
        assert not wrong
        assert not seen.abroad
        assert not seen.complaints


def test_sixty_hostile_texts_are_shown_and_never_run(browser: "Browser", serve: Serve, tmp_path: Path) -> None:
    path = tmp_path / "h.db"
    with Record.open(path, create=True) as record:
        for n, payload in enumerate(PAYLOADS):
            made = hostile_page(n, payload)
            record.add(made.item(), made.annotation(), made="test")
        link(record)
        facts = [each.id for each in queue(record)]
        chosen = facts[:: max(1, len(facts) // 60)][:60]
        for n, id in enumerate(chosen[::3]):
            reviewer = Reviewer(record, who=PAYLOADS[n][:80], clock=lambda: "2026-01-01T00:00:00Z")
            reviewer.edit(id, {"object": PAYLOADS[n][:300] + " altered"}, note=PAYLOADS[n][:300])
    with serve(path) as address, look(browser, address) as seen:
        for where in ("/review", "/decisions", *(f"/review/{id}" for id in chosen)):
            seen.page.goto(address + where)
            assert seen.page.evaluate(OBEYED) == [], where
        assert not seen.abroad
        assert not seen.complaints
