"""Mutated pages, fixed seed: each must end as a document or as an issue with a reason, none above 2 CPU-seconds.

`python -m benchmarks.faults [PAGES] [--annotate]`: 10,000 pages are read, and with `--annotate` annotated too (with the
parser's model loaded, some ten minutes). Every span of what comes out must slice back. Exit code 1 where one fails.
"""

import argparse
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator

from benchmarks.texts import ROOT
from standoff.model import Annotation, Page, PageInput
from standoff.read import read_page
from standoff.read.decoding import decode

SEED = 20130703
MOST_S = 2.0
LONG_STORY = 60_000  # bytes; the parser's time grows with the text
SNIPPETS = (
    "<div>", "</div>", "<p>", "</article>", "<table><tr><td>", "<!--", "-->", "<script>", "</script>", "<![CDATA[", "<svg><path>", "<a href='",
    '"', "'", "<", ">", "&", "&#0;", "&#x110000;", "&nbsp;", "\x00", "\x0b", "\u202e", "\u200b", "\ufeff", "\u2028", "\ud800", "e\u0301", "🚢",
    "<time datetime='2013-02-31T25:61'>", "31 February 2013", "0000-00-00", "Comments (99999999999)", "10^400", "9" * 400, "1/1/1/1", "last Friday",
    "one hundred thousand million billion", "$" * 50, "( " * 60, "“" * 40, "said said said ", "Photo: ", "By ", "Reuters - ", "www.", "javascript:x",
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":[{}],"datePublished":{"@value":[]},"author":[[[]]]}</script>',
    '<meta charset="utf-7">', '<meta charset="punycode">', '<meta property="article:published_time" content="yesterday">', "<base href='//'>",
    "<li class='comment'><b>Mole77</b> wrote:", "<figure><figcaption>", "<plaintext>", "<template>", "<frameset>", "<math><mtext>", "\r", "\r\n\r\n", "\t",
)  # fmt: skip
CODINGS = (
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "cp1252",
    "latin-1",
    "gb18030",
    "koi8-r",
    "shift_jis",
    "cp037",
    "utf-7",
)


def base_pages() -> list[tuple[str, bytes]]:
    """Pages written for this project, as HTML and as text, with their form."""
    paths = [*(ROOT / "tests" / "pages").glob("*/page.*"), *(ROOT / "src" / "standoff" / "demo").glob("*/*.*")]
    return [(path.suffix, path.read_bytes()) for path in sorted(paths) if path.suffix in (".html", ".txt")]


def mutants(count: int, seed: int = SEED, most: int = 3_000_000) -> Iterator[tuple[str, PageInput]]:
    """Mutated pages of at most so many bytes, each with what was done to it; the same for the same seed."""
    bases = base_pages()
    for n in range(count):
        r = random.Random(f"{seed} {n}")
        suffix, data = r.choice(bases)
        done = []
        for _ in range(r.choice((1, 1, 2, 3, 6))):
            change = r.choice(CHANGES)
            data = change(data, r, bases)
            done.append(change.__name__.strip("_"))
        text, issues = decode(data[:most])
        html = (suffix == ".html") != (r.random() < 0.05)  # now and then taken for the other
        item = (
            PageInput(id=f"m{n}", html=text, issues=issues) if html else PageInput(id=f"m{n}", text=text, issues=issues)
        )
        yield " ".join([suffix, *done]), item


Bases = list[tuple[str, bytes]]


def _span(data: bytes, r: random.Random, most: int = 4000) -> tuple[int, int]:
    start = r.randrange(len(data) + 1)
    return start, min(len(data), start + int(r.paretovariate(0.6)) % most)


def _flip(data: bytes, r: random.Random, _: Bases) -> bytes:
    changed = bytearray(data)
    for _n in range(r.choice((1, 10, 200))):
        if changed:
            changed[r.randrange(len(changed))] = r.randrange(256)
    return bytes(changed)


def _leave_out(data: bytes, r: random.Random, _: Bases) -> bytes:
    start, end = _span(data, r)
    return data[:start] + data[end:]


def _repeat(data: bytes, r: random.Random, _: Bases) -> bytes:
    start, end = _span(data, r, 400)
    return data[:start] + data[start:end] * r.choice((2, 30, 1000)) + data[end:]


def _swap(data: bytes, r: random.Random, _: Bases) -> bytes:
    a, b, c, d = sorted(r.randrange(len(data) + 1) for _n in range(4))
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


def _put_in(data: bytes, r: random.Random, _: Bases) -> bytes:
    for _n in range(r.choice((1, 5, 60))):
        at = r.randrange(len(data) + 1)
        data = data[:at] + r.choice(SNIPPETS).encode("utf-8", "surrogatepass") * r.choice((1, 1, 1, 40)) + data[at:]
    return data


def _cut(data: bytes, r: random.Random, _: Bases) -> bytes:
    return data[: r.randrange(len(data) + 1)]


def _splice(data: bytes, r: random.Random, bases: Bases) -> bytes:
    other = r.choice(bases)[1]
    return data[: r.randrange(len(data) + 1)] + other[r.randrange(len(other)) :]


def _recode(data: bytes, r: random.Random, _: Bases) -> bytes:
    return data.decode("utf-8", errors="replace").encode(r.choice(CODINGS), errors="replace")


def _nest(data: bytes, r: random.Random, _: Bases) -> bytes:
    start, end = _span(data, r)
    tag, depth = r.choice((b"div", b"span", b"ul", b"table", b"blockquote", b"b")), r.choice((3, 100, 400))
    return data[:start] + b"<%s>" % tag * depth + data[start:end] + b"</%s>" % tag * r.choice((0, depth)) + data[end:]


def _drop_signs(data: bytes, r: random.Random, _: Bases) -> bytes:
    start, end = _span(data, r, 100_000)
    signs = r.choice((b"<", b">", b'"', b" ", b"\n", b".", b"</", b"aeiou", b"0123456789"))
    return data[:start] + data[start:end].translate(None, signs) + data[end:]


def _case(data: bytes, r: random.Random, _: Bases) -> bytes:
    start, end = _span(data, r, 100_000)
    return (
        data[:start] + r.choice((bytes.upper, bytes.lower, bytes.title, bytes.swapcase))(data[start:end]) + data[end:]
    )


def _numbers(data: bytes, r: random.Random, _: Bases) -> bytes:
    start, end = _span(data, r, 100_000)
    return data[:start] + bytes(r.choice(b"0123456789") if 48 <= b <= 57 else b for b in data[start:end]) + data[end:]


def _one_line(data: bytes, _r: random.Random, _: Bases) -> bytes:
    return b" ".join(data.split())


def _marks(data: bytes, r: random.Random, _: Bases) -> bytes:
    """Bidi controls, zero-width and look-alike letters between and for the letters."""
    text = data.decode("utf-8", errors="replace")
    signs = r.choice(("\u202e", "\u200b", "\u200d", "\u2066", "\u0301", "\ufe0f", "\u00ad"))
    alike = str.maketrans("aeopcx", "аеорсх")
    start, end = _span(data, r, 100_000)
    middle = text[start:end].translate(alike) if r.random() < 0.4 else signs.join(text[start:end])
    return (text[:start] + middle + text[end:]).encode("utf-8", "surrogatepass")


Change = Callable[[bytes, random.Random, Bases], bytes]
CHANGES: tuple[Change, ...] = (
    _flip, _leave_out, _repeat, _swap, _put_in, _cut, _splice, _recode, _nest, _drop_signs, _case, _numbers, _one_line, _marks,
)  # fmt: skip


def wrong(found: Page | Annotation) -> str:
    """What is wrong with what a page gave; empty where nothing is."""
    if not found.text.strip() and not found.issues:
        return "neither text nor issue"
    if any(not issue.message for issue in found.issues):
        return "an issue without a reason"
    last = 0
    for part in found.parts:
        if not last <= part.start < part.end <= len(found.text):
            return f"part {part} does not follow {last} in {len(found.text)}"
        last = part.end
    try:
        found.text.encode()
    except UnicodeEncodeError:
        return "half characters in the text"
    if isinstance(found, Annotation):
        return _wrong_mentions(found)
    return ""


def _wrong_mentions(found: Annotation) -> str:
    spans = [*found.actors, *found.places, *found.times, *found.quantities, *found.events, *found.states, *found.quotes]
    for one in spans:
        if not 0 <= one.start < one.end <= len(found.text):
            return f"a span outside the text: {one}"
        if not found.text[one.start : one.end].strip():
            return f"a span of nothing: {one}"
    return ""


def check(
    item: PageInput, run: Callable[[PageInput], Page | Annotation]
) -> tuple[float, str, Page | Annotation | None]:
    """CPU-seconds, what is wrong, and what came out."""
    began = time.process_time()
    try:
        found = run(item)
    except Exception as e:  # noqa: BLE001  the point is to find them
        return time.process_time() - began, f"{type(e).__name__}: {e}", None
    return time.process_time() - began, wrong(found), found


def main() -> None:
    """Prints what fails as it comes, and one JSON line at the end."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="?", type=int, default=10_000)
    parser.add_argument("--annotate", action="store_true")
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args()
    run: Callable[[PageInput], Page | Annotation] = read_page
    most = 3_000_000
    if given.annotate:
        from standoff.annotate import annotate_page

        run, most = annotate_page, LONG_STORY
    run(PageInput(id="first", html=base_pages()[0][1].decode()))
    counts: Counter[str] = Counter()
    longest = total = 0.0
    for done, item in mutants(given.pages, given.seed, most):
        seconds, fault, found = check(item, run)
        longest, total = max(longest, seconds), total + seconds
        fault = fault or (f"took {seconds:.1f} CPU-s" if seconds > MOST_S else "")
        counts["failed" if fault else "document" if found and found.text.strip() else "issue"] += 1
        if fault:
            print(f"{item.id} ({done}): {fault[:300]}", file=sys.stderr)
    row = {
        "pages": given.pages,
        **counts,
        "longest_cpu_s": round(longest, 2),
        "ms_a_page": round(1000 * total / given.pages, 1),
    }
    print(json.dumps(row))
    if counts["failed"]:
        sys.exit(1)


if __name__ == "__main__":
    main()
