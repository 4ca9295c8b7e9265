"""Writes into `tests/pages` which expected facts are not found, with what is given instead: `python -m tests.pin_pages`.

A line that is found loses its `miss`; `unexpected_events` becomes what is given now. Look at the difference before
committing it: a line that gains a `miss` is a loss.
"""

import json
import re

from tests import test_pages as pages


def pin(name: str) -> tuple[int, int]:
    """Pins a page; how many lines are missed, and how many events are unexpected."""
    page = pages.annotated(name)
    kept = []
    for row in pages.rows(name):
        row.pop("miss", None)
        if not pages.CHECKS[row["kind"]](page, row):
            row["miss"] = reason(name, row)
        kept.append(json.dumps(row, ensure_ascii=False))
    folder = pages.PAGES / name
    (folder / "expected.jsonl").write_text("\n".join(kept) + "\n", encoding="utf-8")
    extra = len(pages.unexpected(page, name))
    meta = folder / "meta.toml"
    meta.write_text(
        re.sub(r"unexpected_events = \d+", f"unexpected_events = {extra}", meta.read_text(encoding="utf-8")),
        encoding="utf-8",
    )
    return sum('"miss"' in line for line in kept), extra


def reason(name: str, row: pages.Row) -> str:
    """What the page gives where the line expects something else."""
    page = pages.annotated(name)
    match row["kind"]:
        case "event":
            near = [e for e in page.events if pages.overlaps(page, e.start, e.end, row["trigger"])]
            return (
                f"given: {'; '.join(pages.line(page, event) for event in near)}" if near else "no event is found here"
            )
        case "no_event":
            start = page.text.find(row["text"])
            near = [e for e in page.events if start <= e.start < start + 200]
            return f"given: {'; '.join(pages.line(page, event) for event in near)}"
        case "quantity":
            found = [q for q in page.quantities if pages.overlaps(page, q.start, q.end, row["words"])]
            given = [f"{q.value} {q.low} {q.high} {q.unit} per {q.per} of {q.of}" for q in found]
            return f"given: {'; '.join(given)}" if given else "no amount is found here"
        case "part":
            start = page.text.find(row["text"])
            return f"given: {', '.join(p.kind for p in page.parts if p.start <= start < p.end) or 'nothing'}"
        case "meta":
            return f"given: {page.meta.title} | {page.meta.published} | {page.meta.publisher} | {page.meta.authors}"
        case _:
            return "not found"


if __name__ == "__main__":
    for each in pages.NAMES:
        missed, extra = pin(each)
        print(f"{each:20} {missed:3} of {len(pages.rows(each))} missed, {extra} unexpected")
