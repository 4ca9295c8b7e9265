"""Pages read a CPU-second: flattened text, and HTML beside trafilatura alone on the same pages in the same run.

On the pages beside the project where they are present, else on pages made up here; no page twice in a round, so that
what is kept of short lines helps only as far as pages share them. Promises: 300 flattened pages a CPU-second, HTML not
slower than trafilatura by more than a fifth.
"""

import gzip
import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.texts import ROOT
from standoff.model import PageInput
from standoff.read import read_page

PAGES = ROOT.parent / "shared" / "eval" / "pages"
ROUNDS = 3
LEAST_FLAT = 300
MOST_HTML = 1.2


def flat_pages() -> list[PageInput]:
    """Flattened pages, each once."""
    if not PAGES.exists():
        return [PageInput(id=str(n), text="\n".join(_lines(n))) for n in range(200)]
    with gzip.open(PAGES / "flat_dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        PageInput(id=row["page"], text="\n".join(line["text"] for line in row["lines"]), url=row["url"]) for row in rows
    ]


def html_pages() -> list[PageInput]:
    """HTML pages, each once."""
    if not PAGES.exists():
        return [PageInput(id=str(n), html=_markup(_lines(n))) for n in range(60)]
    rows = [json.loads(line) for line in (PAGES / "html_dev.jsonl").read_text(encoding="utf-8").splitlines()]
    return [PageInput(id=row["id"], html=_unpacked(PAGES / row["file"]), url=row["url"]) for row in rows]


def _unpacked(path: Path) -> str:
    return gzip.decompress(path.read_bytes()).decode("utf-8", errors="replace")


def _lines(n: int) -> list[str]:
    """A made-up page: a menu, a story, links, a notice."""
    menu = [f"Section {n} {m}" for m in range(40)]
    story = [
        f"The owners of mill {n * 100 + m} shut its gates on April {m % 28 + 1}, two weeks after the union had turned down"
        f" their offer, and nobody has been paid since, a spokesman for the {m + 2} firms in the valley said."
        for m in range(18)
    ]
    links = ["Related", *(f"Mill {n} {m} opens its doors again" for m in range(20))]
    head = [f"Mill {n} stays shut", "By Jane Roe", "March 3, 2016 9:12 am GMT"]
    return [*menu, *head, *story, *links, f"© 2016 Paper {n}. All rights reserved."]


def _markup(lines: Sequence[str]) -> str:
    body = "".join(f"<p>{line}</p>" if len(line) > 80 else f"<div><a href='/x'>{line}</a></div>" for line in lines)
    return f"<html><head><title>{lines[40]}</title></head><body><article><h1>{lines[40]}</h1>{body}</article></body></html>"


def trafilatura_alone(page: PageInput) -> object:
    """What trafilatura gives by default: the story and what the page says of itself."""
    from trafilatura import bare_extraction

    return bare_extraction(page.html, url=page.url, include_comments=False, with_metadata=True)


def rate(run: Callable[[PageInput], object], pages: Sequence[PageInput]) -> float:
    """Pages a CPU-second in one round."""
    began = time.process_time()
    for page in pages:
        run(page)
    return len(pages) / (time.process_time() - began)


def main() -> None:
    """Prints one JSON line for each kind of page; the best of the rounds, as other work on the machine only slows."""
    flat, html = flat_pages(), html_pages()
    read_page(flat[0])
    first = rate(read_page, flat)
    best = max(first, *(rate(read_page, flat) for _ in range(ROUNDS - 1)))
    print(json.dumps({"flat_pages_per_cpu_s": round(best), "first_round": round(first), "promise": LEAST_FLAT}))
    trafilatura_alone(html[0])
    read_page(html[0])
    ours, peer = [], []
    for _ in range(ROUNDS):
        peer.append(rate(trafilatura_alone, html))
        ours.append(rate(read_page, html))
    row = {"html_pages_per_cpu_s": round(max(ours), 1), "trafilatura": round(max(peer), 1)}
    print(json.dumps(row | {"slower_by": round(max(peer) / max(ours), 2), "promise": MOST_HTML}))


if __name__ == "__main__":
    main()
