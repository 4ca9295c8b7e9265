"""Takes the screenshots of the documentation: `python -m tests.web.screenshots RECORD`, of the demo's record by default."""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright
from tests.web.conftest import CHROMIUM, served

from standoff.record import Record
from standoff.tell.timeline import timeline

OUT = Path(__file__).parents[2] / "docs" / "screenshots"
SHOTS = (
    ("overview", "/", 1280, 1500, "light"), ("overview", "/", 360, 1500, "dark"), ("timeline", "/timeline", 1280, 900, "dark"),
    ("who", "/who", 1280, 700, "light"), ("source", "SOURCE", 1280, 900, "light"), ("event", "EVENT", 1280, 900, "light"),
)  # fmt: skip


def main() -> None:
    """Writes a picture for each of the shots."""
    record = Path(sys.argv[1] if len(sys.argv) > 1 else "standoff-demo-kaesong.db")
    with Record.open(record) as opened:
        rows = timeline(opened)
        entry = max(rows, key=lambda row: (bool(row.differs), len(row.sources), row.id))
        source = opened.documents()[len(opened.documents()) // 2].key
    OUT.mkdir(exist_ok=True)
    with served(record) as address, sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for name, path, width, height, scheme in SHOTS:
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
            page.goto(address + path.replace("SOURCE", f"/source/{source}").replace("EVENT", f"/event/{entry.id}"))
            page.screenshot(path=OUT / f"{name}-{width}-{scheme}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
