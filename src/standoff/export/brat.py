"""brat standoff files: a text and an `.ann` a page, with actors, times and events, and the configuration to open them."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

from standoff.lexicon.plover import plover_types
from standoff.model import Annotation, Span, Status
from standoff.record import Record

_NAME = re.compile(r"[^A-Za-z0-9._-]+")


def write_brat_folder(record: Record, folder: Path, at: str | None = None) -> None:
    """Writes what each page tells, with what people set right: brat shows pages, not what they tell together.

    Raises:
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for document in record.documents(at):
        page = record.corrected(document.key)
        name = f"{_NAME.sub('_', document.id)[:60]}-{document.key[:8]}"
        (folder / f"{name}.txt").write_text(page.text, encoding="utf-8", newline="")
        (folder / f"{name}.ann").write_text("".join(f"{line}\n" for line in lines_of(page)), encoding="utf-8")
    (folder / "annotation.conf").write_text(_configuration(), encoding="utf-8")


def lines_of(page: Annotation) -> Iterator[str]:
    """The lines of a page's `.ann`: text-bound ones (T), events (E), attributes (A), notes (#)."""
    numbers: dict[tuple[str, int, int], int] = {}

    def bound(kind: str, span: Span) -> Iterator[str]:
        key = kind, span.start, span.end
        if key not in numbers:
            numbers[key] = len(numbers) + 1
            yield f"T{numbers[key]}\t{kind} {_fragments(page.text, span)}\t{_words(page.text, span)}"

    for time in page.times:
        yield from bound("Time", time)
        yield f"#{numbers['Time', time.start, time.end]}\tAnnotatorNotes T{numbers['Time', time.start, time.end]}\t{time.value}"
    attributes = 0
    for n, event in enumerate(page.events, 1):
        roles = [("Actor", ref) for ref in event.actors] + [("Recipient", ref) for ref in event.recipients]
        yield from bound(event.type, event)
        for _, ref in roles:
            yield from bound("Party", ref)
        told = [f"{role}:T{numbers['Party', ref.start, ref.end]}" for role, ref in _numbered(roles)]
        yield "\t".join((f"E{n}", " ".join((f"{event.type}:T{numbers[event.type, event.start, event.end]}", *told))))
        attributes += 1
        yield f"A{attributes}\tStatus E{n} {event.status}"
        if event.negated:
            attributes += 1
            yield f"A{attributes}\tNegated E{n}"


def _numbered(roles: Sequence[tuple[str, Span]]) -> Iterator[tuple[str, Span]]:
    """Roles that stand twice get a number, as brat asks."""
    counts: dict[str, int] = {}
    for role, ref in roles:
        counts[role] = counts.get(role, 0) + 1
        yield (role if counts[role] == 1 else f"{role}{counts[role]}"), ref


def _fragments(text: str, span: Span) -> str:
    """The stretch, cut at line breaks, which no annotation of brat may hold."""
    found, start = [], span.start
    for line in text[span.start : span.end].split("\n"):
        if line:
            found.append(f"{start} {start + len(line)}")
        start += len(line) + 1
    return ";".join(found)


def _words(text: str, span: Span) -> str:
    return " ".join(line for line in text[span.start : span.end].split("\n") if line)


def _configuration() -> str:
    events = "\n".join(f"{name}\tActor*:Party, Recipient*:Party" for name in sorted(plover_types()))
    statuses = "|".join(get_args(Status))
    return (
        f"[entities]\nParty\nTime\n\n[relations]\n\n[events]\n{events}\n\n"
        f"[attributes]\nStatus\tArg:<EVENT>, Value:{statuses}\nNegated\tArg:<EVENT>\n"
    )
