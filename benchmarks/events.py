"""How many sentences a CPU-second the event coder reads, alone and with the parse.

    python benchmarks/events.py [--pages 60]

The coder alone: actors and parse are given, as in `annotate`; `with_actors` and `with_parse` add those stages.
"""

import argparse
import json
import time

from standoff.extract.actors import find_actors
from standoff.extract.events import find_events
from standoff.model import Meta, Page, Part
from standoff.parse import load_parser, parse

_SENTENCES = (
    "Ruritania closed the {n} crossings with Graustark on Monday and pulled out all its customs officers.",
    "The two sides held talks in Zenda on May {d}, the minister said, but failed to agree on a date for the next round.",
    "Graustark accused its neighbour of arming the rebels who had attacked garrison {n} in the north.",
    "About {n} drivers were waiting at the bridge, and the price of bread rose again.",
    "President Flavia pledged to send aid to the villages and threatened to suspend gas supplies to Ruritania.",
    "It was the largest harvest in {d} years, although the weather had been poor in spring.",
)


def pages(count: int) -> list[Page]:
    """Pages of numbered sentences, none the same."""
    found = []
    for n in range(count):
        text = " ".join(s.format(n=100 + n, d=n % 28 + 1) for s in _SENTENCES * 3)
        found.append(Page(id=str(n), text=text, meta=Meta(), parts=(Part(start=0, end=len(text), kind="story"),)))
    return found


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=60)
    made = pages(parser.parse_args().pages)
    load_parser()
    warm = parse(made[0])
    find_events(warm, find_actors(warm))
    begin = time.process_time()
    parsed = [parse(page) for page in made]
    at_parse = time.process_time()
    actors = [find_actors(p) for p in parsed]
    at_actors = time.process_time()
    events = sum(len(find_events(p, a)) for p, a in zip(parsed, actors, strict=True))
    end = time.process_time()
    sentences = sum(len(p.sentences) for p in parsed)
    print(
        json.dumps(
            {
                "sentences": sentences,
                "events": events,
                "coder_sentences_per_cpu_s": round(sentences / (end - at_actors)),
                "with_actors": round(sentences / (end - at_parse)),
                "with_parse": round(sentences / (end - begin)),
            }
        )
    )


if __name__ == "__main__":
    main()
