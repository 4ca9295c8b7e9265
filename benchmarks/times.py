"""How many KB of text a CPU-second reads for its times, and whether that holds as the text grows.

    python benchmarks/times.py [--kb 100] [FILE]

Without FILE it reads sentences of its own, numbered so that none is the same. Peers are measured in the same run where
they are installed (`dateparser`, on the first 50 KB).
"""

import argparse
import importlib
import importlib.util
import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from standoff.times import find

_SENTENCES = (
    "The owners of mill {n} shut its gates on April {d}, two weeks after the union had turned down their offer.",
    "Work stopped in late {m}, and nobody has been paid since the middle of last month, a spokesman said on {w}.",
    "Some {n} people used to cross the bridge every morning; now the road is empty and the toll house is locked.",
    "The two sides are due to meet again on {m} {d}, the third round of talks this year.",
    "Their quarrel over wages began in {y}, when the plant belonged to another firm, and was settled {d} months later.",
    "The minister did not answer questions about the dispute, which he called a matter for the courts and the owners.",
)
_MONTHS = ("January", "March", "May", "August", "October", "December")
_WEEKDAYS = ("Monday", "Tuesday", "Friday", "Sunday")


def text_of(kilobytes: int) -> str:
    """Numbered sentences, about so many KB of them."""
    pieces: list[str] = []
    size, n = 0, 0
    while size < kilobytes * 1000:
        piece = _SENTENCES[n % len(_SENTENCES)].format(
            n=n + 100, d=n % 28 + 1, m=_MONTHS[n % 6], w=_WEEKDAYS[n % 4], y=1950 + n % 60
        )
        pieces.append(piece)
        size += len(piece) + 1
        n += 1
    return " ".join(pieces)


def rate(run: object, text: str) -> tuple[float, int]:
    """KB per CPU-second, and how many expressions were found."""
    assert callable(run)
    began = time.process_time()
    found = len(run(text) or ())
    return len(text) / 1000 / max(time.process_time() - began, 1e-6), found


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("file", nargs="?")
    parser.add_argument("--kb", type=int, default=100)
    options = parser.parse_args()
    base = Path(options.file).read_text(encoding="utf-8") if options.file else text_of(options.kb)
    find(base[:1000], published="2013-08-07")  # loads the tables
    sizes = (1, 10) if options.file else (1, 10, 100)
    for times in sizes:
        text = base * times if options.file else text_of(options.kb * times)
        speed, found = rate(lambda t: find(t, published="2013-08-07"), text)
        print(json.dumps({"tool": "standoff", "kb": len(text) // 1000, "kb_per_cpu_s": round(speed), "found": found}))
    for name, run in peers():
        text = base[: 5_000 if name == "recognizers-text" else 50_000]
        speed, found = rate(run, text)
        print(json.dumps({"tool": name, "kb": len(text) // 1000, "kb_per_cpu_s": round(speed), "found": found}))


def peers() -> Iterator[tuple[str, Callable[[str], object]]]:
    """The peers that are installed, each as a function from a text to what it finds."""
    if importlib.util.find_spec("dateparser") is not None:
        from dateparser.search import search_dates

        yield "dateparser", lambda text: search_dates(text, languages=["en"])
    if importlib.util.find_spec("recognizers_date_time") is not None:
        recognizers = importlib.import_module("recognizers_date_time")
        english = recognizers.Culture.English
        # Sentence by sentence: its time grows with the square of the text.
        yield (
            "recognizers-text",
            lambda text: [m for s in text.split(". ") for m in recognizers.recognize_datetime(s, english)],
        )
    if importlib.util.find_spec("datefinder") is not None:
        find_dates = importlib.import_module("datefinder").find_dates
        yield "datefinder", lambda text: list(find_dates(text))


if __name__ == "__main__":
    main()
