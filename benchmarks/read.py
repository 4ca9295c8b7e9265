"""Pages read a CPU-second: flattened text beside jusText on its lines, HTML beside trafilatura, in the same run each.

On the pages beside the project where they are present, else on pages made up here. Flattened text is told three ways: with
what short lines look like still kept from other pages, as on a run over a site whose menus come back; with nothing kept,
as if no two pages shared a line; and what loading costs once (the segmenter, and py3langid's model at the first page that is
not plainly English). Rounds alternate and the median counts. Promises: 300 flattened pages a CPU-second with lines kept,
HTML not slower than trafilatura by more than a fifth.
"""

import gzip
import json
import time
from collections.abc import Callable, Sequence
from functools import cache
from html import escape
from pathlib import Path
from statistics import median

from justext import get_stoplist, justext

from benchmarks.texts import ROOT
from standoff.model import PageInput
from standoff.read import read_page
from standoff.read.flat.looks import forget_lines
from standoff.read.language import identify

PAGES = ROOT.parent / "shared" / "eval" / "pages"
ROUNDS = 5
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


def justext_alone(page: PageInput) -> object:
    """What jusText makes of the lines as paragraphs: the quickest tool that reads them at all."""
    return justext(_stripped("".join(f"<p>{escape(line)}</p>" for line in (page.text or "").splitlines())), _stops())


def _stripped(markup: str) -> str:
    """Markup without the control characters that lxml refuses."""
    return "".join(char for char in markup if char >= " " or char in "\t\n")


@cache
def _stops() -> frozenset[str]:
    return get_stoplist("English")


def main() -> None:
    """Prints one JSON line for each kind of page."""
    flat, html = flat_pages(), html_pages()
    began = time.process_time()
    identify("Die Fähre bleibt im Hafen.")
    read_page(flat[0])
    loading = time.process_time() - began
    kept, new, peer = [], [], []
    for _ in range(ROUNDS):
        forget_lines()
        new.append(rate(read_page, flat))
        kept.append(rate(read_page, flat))
        peer.append(rate(justext_alone, flat))
    row = {
        "flat_pages_per_cpu_s": round(median(kept)),
        "all_lines_new": round(median(new)),
        "jusText": round(median(peer)),
    }
    print(json.dumps(row | {"loading_s": round(loading, 2), "promise": LEAST_FLAT}))
    trafilatura_alone(html[0])
    read_page(html[0])
    ours, peer = [], []
    for _ in range(ROUNDS):
        peer.append(rate(trafilatura_alone, html))
        ours.append(rate(read_page, html))
    row = {"html_pages_per_cpu_s": round(median(ours), 1), "trafilatura": round(median(peer), 1)}
    slower = median(theirs / own for theirs, own in zip(peer, ours, strict=True))
    print(json.dumps(row | {"slower_by": round(slower, 2), "promise": MOST_HTML}))


if __name__ == "__main__":
    main()
