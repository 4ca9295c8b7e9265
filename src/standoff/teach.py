"""A new entry of a user's overlay from one sentence with the words of the deed in brackets, which becomes its example.

    Dockers [downed tools] at the port of Norvik on Monday.

The highlighted verb or noun gives the entry, its object, particle and preposition come along. The entry stays only if
the coder then finds the event in its own example: read by a fresh worker, since tables are loaded once a process.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from standoff.engine import annotate_all
from standoff.errors import LexiconError, UsageError
from standoff.lexicon import load_table
from standoff.lexicon.overlay import use_overlay
from standoff.lexicon.plover import plover_types
from standoff.lexicon.senses import ACTION_TABLES, ActionTable, Sense
from standoff.model import Annotation, Event, Meta, Page, PageInput, Part, PloverType
from standoff.parse import MODEL, Sentence, parse

_MARKED = re.compile(r"\[([^\[\]]+)\]")
_OWN = "own."
"""What the ids of taught entries begin with."""
_RANK = 3
"""Before any shipped sense of the same word."""
_SPEECH_TABLE = "actions_talk"
"""Where entries of a type stand that no shipped sense has."""


@dataclass(frozen=True, slots=True)
class Taught:
    """What was taught: the entry, the file it stands in, and the event that its example gives now."""

    entry: Sense
    path: Path
    event: Event
    words: str


@dataclass(frozen=True, slots=True)
class Checked:
    """An example of an entry: whether the coder does with it what it should (`wanted`: takes it; else leaves it alone)."""

    id: str
    example: str
    right: bool
    wanted: bool


def teach(sentence: str, folder: Path, *, type: str, mode: str | None = None, model: str = MODEL) -> Taught:
    """Adds an entry to the overlay in `folder`, made where missing; on any error the folder is as it was.

    Args:
        sentence: with the words that tell the deed in square brackets.
        folder: the overlay.
        type: a PLOVER type.
        mode: one of its modes.
        model: the parser's model.

    Raises:
        UsageError: no type or mode of this name, no brackets, nothing codable in them, or the coder still finds nothing.
        LexiconError: the folder holds a table that is wrong.
        ModelMissing: the parser's model is not installed.
    """
    kind = _checked(type, mode)
    text, start, end = marked(sentence)
    entry = entry_of(_parsed(text, model), start, end, type=kind, mode=mode)
    path = folder / f"{table_of(kind)}.toml"
    known = {each.id for name in ACTION_TABLES for each in _entries(folder / f"{name}.toml")}
    if entry.id in known:
        raise UsageError(f"{path} has an entry {entry.id!r}", hint="change that one by hand, it is plain text")
    before = path.read_text(encoding="utf-8") if path.is_file() else None
    folder.mkdir(parents=True, exist_ok=True)
    try:
        path.write_text((before.rstrip("\n") + "\n\n" if before else "") + written(entry), encoding="utf-8")
        event = found_by(entry, folder, model)
    except BaseException:  # an interrupt too leaves the folder as it was
        _restore(path, before)
        raise
    return Taught(entry, path, event, text[event.start : event.end])


def marked(sentence: str) -> tuple[str, int, int]:
    """The sentence without its brackets, and where what stood in them begins and ends.

    Raises:
        UsageError: there is not exactly one pair of brackets with words in it.
    """
    if not sentence.isprintable():
        raise UsageError("the sentence holds line breaks or control characters", hint="give one sentence on one line")
    found = _MARKED.findall(sentence)
    if len(found) != 1 or not found[0].strip():
        raise UsageError(
            "the sentence has to have the words of the deed in brackets, once",
            hint='as in "Dockers [downed tools] at the port on Monday."',
        )
    match = _MARKED.search(sentence)
    assert match is not None
    text = _MARKED.sub(r"\1", sentence)
    return text, match.start(), match.end() - 2


def entry_of(sentences: Sequence[Sentence], start: int, end: int, *, type: PloverType, mode: str | None) -> Sense:
    """The entry for the highlighted stretch: its highest verb or noun with what is highlighted below it.

    Raises:
        UsageError: no verb and no noun is highlighted.
    """
    tokens = [t for s in sentences for t in s.within(start, end)]
    head = next((t for t in tokens if (t.is_verb or t.is_noun) and (t.head is None or t.head not in tokens)), None)
    head = head or next((t for t in tokens if t.is_verb or t.is_noun), None)
    if head is None:
        raise UsageError("no verb and no noun stands in the brackets", hint="put the word in them that tells the deed")
    example = " ".join(s.text for s in sentences)
    if head.is_verb:
        words = [head.lemma, *(c.lower for c in head.children if c in tokens and c.dep in ("prt", "prep"))]
        objects = tuple(c.lemma for c in head.childs("dobj", "nsubjpass") if c in tokens)
        name = "-".join((*words, *objects))
        return _sense(name, type, mode, example, verbs=(" ".join(words),), object=objects)
    before = [c.lower for c in head.children if c in tokens and c.dep in ("compound", "amod") and c.i < head.i]
    noun = " ".join((*before, head.lemma))
    return _sense(noun.replace(" ", "-"), type, mode, example, nouns=(noun,), alone=True)


def _sense(
    name: str,
    type: PloverType,
    mode: str | None,
    example: str,
    *,
    verbs: tuple[str, ...] = (),
    nouns: tuple[str, ...] = (),
    object: tuple[str, ...] = (),
    alone: bool = False,
) -> Sense:
    return Sense(
        id=f"{_OWN}{type.lower()}.{name}",
        type=type,
        mode=mode,
        verbs=verbs,
        nouns=nouns,
        object=object,
        alone=alone,
        rank=_RANK,
        examples=(example,),
    )


def written(entry: Sense) -> str:
    """The entry as TOML, without its empty fields."""
    fields = {
        name: value for name, value in msgspec.structs.asdict(entry).items() if value not in (None, False, 0, (), {})
    }
    lines = (
        f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()
    )  # strings, lists: as in JSON
    return "\n".join(("[[action]]", *lines)) + "\n"


def table_of(type: PloverType) -> str:
    """The table of the lexicon that holds the senses of a type."""
    for name in ACTION_TABLES:
        if any(sense.type == type for sense in load_table(name, ActionTable).action):
            return name
    return _SPEECH_TABLE


def found_by(entry: Sense, folder: Path, model: str = MODEL) -> Event:
    """The event that a fresh worker finds in the entry's example by the entry.

    Raises:
        UsageError: it finds none, or others only.
        LexiconError: a table of the overlay is wrong.
    """
    use_overlay(folder)
    item = PageInput(id="example", text=entry.examples[0], plain=True)
    ((_, page),) = annotate_all([item], model=model)
    for event in page.events:
        if event.rule.startswith(f"{entry.id} "):
            return event
    others = "; ".join(f"{e.type} by {e.rule.split(' ')[0]}" for e in page.events) or "no event"
    failed = "; ".join(issue.message for issue in page.issues)
    raise UsageError(
        f"with the entry the coder finds {failed or others} in the sentence, so it was not kept",
        hint="highlight the verb with its object or particle, or the noun alone; name who acts in the sentence",
    )


def check(folder: Path, model: str = MODEL) -> list[Checked]:
    """Every example of the folder's action entries, read by a fresh worker, in the order of the entries.

    Raises:
        LexiconError: a table is wrong.
        ModelMissing: the parser's model is not installed.
    """
    use_overlay(folder)
    entries = [entry for name in ACTION_TABLES for entry in _entries(folder / f"{name}.toml")]
    told = [(e, example, True) for e in entries for example in e.examples]
    told += [(e, example, False) for e in entries for example in e.counter]
    items = [PageInput(id=str(n), text=example, plain=True) for n, (_, example, _) in enumerate(told)]
    pages = [page for _, page in annotate_all(items, model=model)]
    return [
        Checked(entry.id, example, _takes(entry, page) == wanted, wanted)
        for (entry, example, wanted), page in zip(told, pages, strict=True)
    ]


def _takes(entry: Sense, page: Annotation) -> bool:
    return any(event.rule.startswith(f"{entry.id} ") for event in page.events)


def _entries(path: Path) -> tuple[Sense, ...]:
    if not path.is_file():
        return ()
    try:
        return msgspec.toml.decode(path.read_bytes(), type=ActionTable).action
    except (msgspec.DecodeError, UnicodeDecodeError) as e:
        raise LexiconError(f"{path}: {e}", hint="mend the line, or take the file out of the folder") from e


def _checked(type: str, mode: str | None) -> PloverType:
    entry = plover_types().get(type)
    if entry is None:
        raise UsageError(f"no PLOVER type {type!r}", hint="one of " + ", ".join(sorted(plover_types())))
    modes = [each.id for each in entry.modes]
    if mode is not None and mode not in modes:
        raise UsageError(f"{type} has no mode {mode!r}", hint="one of " + ", ".join(modes) if modes else "leave it out")
    return entry.id


def _parsed(text: str, model: str) -> list[Sentence]:
    page = Page(id="taught", text=text, meta=Meta(), parts=(Part(start=0, end=len(text), kind="story"),))
    return parse(page, model=model).sentences


def _restore(path: Path, before: str | None) -> None:
    if before is None:
        path.unlink(missing_ok=True)
    else:
        path.write_text(before, encoding="utf-8")
