"""The timeline's export in the real TimelineJS3, drawn by a real browser."""

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from standoff.export import export
from standoff.tell.timeline import timeline
from standoff.testing import linked, page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

VENDOR = Path(__file__).parent / "vendor"
HOSTILE = "<img src=x onerror='window.pwned=true'><script>window.pwned=true</script>"
PAGE = """<!DOCTYPE html><meta charset="utf-8"><link rel="stylesheet" href="timelinejs.css">
<div id="here" style="height: 600px"></div><script src="timelinejs.js"></script>
<script>const told = {told};
window.line = new TL.Timeline("here", told, {{"font": null}});</script>"""


@pytest.mark.parametrize("title", ["Gate", HOSTILE])
def test_every_event_is_a_slide_and_nothing_of_a_page_runs(browser: "Browser", tmp_path: Path, title: str) -> None:
    pages = [
        page("a", "2021-04-09", publisher=title)
        .event("COERCE", "GEO", "ARM", date="2021-04-08", words=f"{title} GEO shut ARM out.", verb="shut")
        .event("AID", "GEO", "ARM", date="2021-05", status="planned"),
        page("b", "2021-06-02").event("CONSULT", "GEO ARM", "GEO ARM", date="2021-06-01", verb="met"),
    ]
    record = linked(tmp_path, pages)
    stream = io.BytesIO()
    export(record, "timelinejs", out=None, stream=stream)
    told = json.dumps(json.loads(stream.getvalue())).replace("<", "\\u003c")  # as any page does that holds JSON
    folder = tmp_path / "page"
    folder.mkdir()
    for name in ("timelinejs.js", "timelinejs.css"):
        (folder / name).write_bytes((VENDOR / name).read_bytes())
    (folder / "index.html").write_text(PAGE.format(told=told), encoding="utf-8")
    context = browser.new_context(viewport={"width": 1000, "height": 700})
    context.route("http*://**/*", lambda route: route.abort())
    shown = context.new_page()
    complaints: list[str] = []
    shown.on("pageerror", lambda error: complaints.append(str(error)))
    shown.goto((folder / "index.html").as_uri())
    shown.wait_for_selector(".tl-slide-content, .tl-message-full .tl-message-content", state="attached")
    headlines = shown.locator(".tl-slide .tl-headline").all_text_contents()
    rows = [row for row in timeline(record) if row.date]
    assert complaints == []
    assert len([headline for headline in headlines if headline.strip()]) >= len(rows)
    assert shown.evaluate("window.line.config.events.length") == len(rows)
    assert shown.evaluate("window.pwned") is None
    context.close()
