"""What each view shows on a terminal."""

from collections.abc import Callable, Sequence
from typing import Any

from standoff.cli.output import print_table
from standoff.hostile import visible
from standoff.tell.rows import BriefLine, Source, StateView, ThingView

Column = tuple[str, Callable[[Any], str]]


def _ids(field: str) -> Callable[[Any], str]:
    return lambda row: ", ".join(getattr(row, field))


def _field(field: str) -> Callable[[Any], str]:
    return lambda row: "" if getattr(row, field) is None else str(getattr(row, field))


def _sources(row: Any) -> str:
    """How many pages say it, and the first one's sentence."""
    sources: Sequence[Source] = row.sources
    pages = len({source.page for source in sources})
    return f"[{pages}] {sources[0].quote}" if sources else ""


def amount(row: Any) -> str:
    """A figure as one reads it: `KRW 1.05 trillion`, `53,000 person`, `2 to 3 percent`."""
    value = number(row.value) if row.value is not None else f"{number(row.low)} to {number(row.high)}"
    rate = f" a {row.per}" if row.per else ""
    return f"{row.rough}{value} {row.unit or ''}{rate}".strip()


def number(value: float | None) -> str:
    """A number with its magnitude in words from a million on.

    >>> number(1.05e12), number(53000.0), number(4.9)
    ('1.05 trillion', '53,000', '4.9')
    """
    if value is None:
        return "?"
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:,.4g} {word}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0")


COLUMNS: dict[str, tuple[Column, ...]] = {
    "timeline": (
        ("date", _field("date")),
        ("type", lambda r: f"{r.type}{'/' + r.mode if r.mode else ''}"),
        ("status", _field("status")),
        ("what", _field("summary")),
        ("says", _sources),
        ("id", _field("id")),
    ),
    "days": (
        ("date", _field("date")),
        ("pages", _field("pages")),
        ("weight", _field("weight")),
        ("entries", lambda r: str(len(r.events))),
        ("says", lambda r: " / ".join(source.quote for source in r.sources)),
    ),
    "who": (
        ("actor", _field("actor")),
        ("recipient", _field("recipient")),
        ("type", _field("type")),
        ("times", _field("count")),
        ("first", _field("first")),
        ("last", _field("last")),
    ),
    "talks": (
        ("date", lambda r: f"{r.date or '?'}{' to ' + r.end if r.end else ''}"),
        ("parties", _ids("parties")),
        ("venue", _field("venue")),
        ("level", _field("level")),
        ("heads", lambda r: ", ".join(f"{h.name} ({h.party or '?'})" for h in r.heads)),
        ("outcome", _field("outcome_kind")),
        ("next", _field("next")),
        ("says", _sources),
    ),
    "promises": (
        ("made", _field("made")),
        ("kind", _field("kind")),
        ("by", _ids("by")),
        ("to", _ids("to")),
        ("what", _field("what")),
        ("due", _field("due")),
        ("outcome", lambda r: f"{r.outcome}{' ' + r.outcome_date if r.outcome_date else ''}"),
    ),
    "stakes": (
        ("party", _field("party")),
        ("kind", _field("kind")),
        ("what", _field("what")),
        ("amount", amount),
        ("as of", _field("as_of")),
        ("claimed by", _field("claimed_by")),
        ("computed", lambda r: str(r.computed or "")),
        ("says", _sources),
    ),
    "reasons": (
        ("date", _field("date")),
        ("kind", _field("kind")),
        ("parties", _ids("parties")),
        ("act", _field("act")),
        ("why", _field("words")),
        ("claimed by", _field("claimed_by")),
        ("says", _sources),
    ),
    "patterns": (
        ("kind", _field("kind")),
        ("actor", _field("actor")),
        ("move", lambda r: f"{r.before}{' then ' + r.after if r.after else ''}"),
        ("answered by", _field("answered_by")),
        ("how", _field("how")),
        ("times", lambda r: f"{r.count}{f' of {r.steps}, by chance {r.expected}' if r.steps is not None else ''}"),
        ("days", _field("days")),
        ("says", _sources),
    ),
    "climate": (
        ("week", _field("week")),
        ("actor", _field("actor")),
        ("recipient", _field("recipient")),
        ("score", lambda r: f"{r.score:+.1f}"),
        ("band", lambda r: f"{r.low:+.1f} to {r.high:+.1f}"),
    ),
    "turns": (
        ("week", _field("week")),
        ("between", _ids("parties")),
        ("way", _field("way")),
        ("score", lambda r: f"{r.before:+.1f} to {r.after:+.1f}"),
        ("by", _field("text")),
        ("says", _sources),
    ),
    "voices": (
        ("date", _field("date")),
        ("kind", _field("kind")),
        ("speaker", _field("speaker")),
        ("party", _field("party")),
        ("said", _field("said")),
    ),
    "diff": (
        ("view", _field("view")),
        ("change", _field("change")),
        ("here", _field("here")),
        ("there", _field("there")),
        ("differs", lambda r: "; ".join(f"{name}: {one or '-'} / {two or '-'}" for name, one, two in r.fields)),
        ("says", _sources),
    ),
    "gaps": (
        ("kind", _field("kind")),
        ("word", lambda r: f"{r.word}{' ' + r.preposition if r.preposition else ''}"),
        ("times", _field("count")),
        ("listed", lambda r: "yes" if r.listed else ""),
        ("says", _sources),
    ),
    "spells": (
        ("from", _field("from_")),
        ("to", _field("to")),
        ("state", lambda r: f"{r.state}{' (' + r.sub + ')' if r.sub else ''}"),
        ("claimed by", _field("claimed_by")),
        ("says", _sources),
    ),
    "aspects": (
        ("aspect", _field("aspect")),
        ("value", _field("value")),
        ("from", _field("from_")),
        ("to", _field("to")),
        ("claimed by", _field("claimed_by")),
        ("says", _sources),
    ),
    "outlook": (
        ("state", _field("state")),
        ("announced", _field("announced")),
        ("by", _ids("by")),
        ("for", _field("for_")),
        ("says", _sources),
    ),
}


def print_view(view: str, rows: Any) -> None:
    """Prints a view as a table, or as several where it has parts."""
    if view == "brief":
        print_brief(rows)
    elif isinstance(rows, StateView):
        _print_state(rows)
    elif isinstance(rows, ThingView):
        _print_thing(rows)
    elif view == "explain":
        _print_explanation(rows)
    else:
        print_table(view, COLUMNS[view], rows)


def print_brief(lines: Sequence[BriefLine]) -> None:
    """The brief as a paragraph, each sentence with the number of its source, and the sources' own words below."""
    from rich.console import Console

    console = Console(markup=False, highlight=False, emoji=False, soft_wrap=False)
    numbers: dict[tuple[str, int, int], int] = {}
    notes: list[Source] = []
    sentences = []
    for line in lines:
        marks = []
        for source in line.sources[:3]:
            place = (source.page, source.start, source.end)
            if place not in numbers:
                numbers[place] = len(numbers) + 1
                notes.append(source)
            marks.append(str(numbers[place]))
        sentences.append(visible(line.text) + (f" [{' '.join(marks)}]" if marks else ""))
    console.print(" ".join(sentences) or "Nothing is known yet.")
    if notes:
        console.print()
    for n, source in enumerate(notes, start=1):
        console.print(
            f"[{n}] {visible(source.publisher or source.document)}, {source.published or 'no date'}: {visible(' '.join(source.quote.split()))}"
        )


def _print_state(view: StateView) -> None:
    print_table(f"{view.subject or 'no subject found'}: states", COLUMNS["spells"], view.history)
    print_table("aspects", COLUMNS["aspects"], view.aspects)
    print_table("outlook: announced, not there yet", COLUMNS["outlook"], view.outlook)


def _print_thing(view: ThingView) -> None:
    found = " (found by standoff; declare it with --subject)" if view.found else ""
    title = f"{view.subject or 'no subject found'}{found}, parties {', '.join(view.parties)}, as of {view.at or 'the last page'}"
    print_table(title, COLUMNS["spells"], [view.state] if view.state else [])
    print_table("aspects", COLUMNS["aspects"], view.aspects)
    print_table("outlook: announced, not there yet", COLUMNS["outlook"], view.outlook)
    print_table("stakes", COLUMNS["stakes"], view.stakes)
    print_table("open demands", COLUMNS["promises"], view.open_demands)
    print_table("next talks", COLUMNS["talks"], view.next_talks)


def _print_explanation(found: Any) -> None:
    """An explanation field by field, as its JSON twin has it."""
    import msgspec
    from rich.console import Console

    console = Console(markup=False, highlight=False, emoji=False)
    console.print(visible(msgspec.json.format(msgspec.json.encode(found), indent=2).decode()))
