"""A sentence of the brief with its sources in a useful order."""

from collections.abc import Iterable, Sequence
from typing import Literal

from standoff.lexicon.phrases import phrase
from standoff.tell.naming import on_date
from standoff.tell.past import in_past
from standoff.tell.rows import BriefLine, Source, TimelineRow

Topic = Literal["subject", "state", "outlook", "happened", "next", "talks", "stakes", "open", "check"]


def line(topic: Topic, text: str, rows: Sequence[str], sources: Iterable[Source]) -> BriefLine:
    """A sentence of the brief; its sources story first, the first of each publisher before further ones."""
    ranked = sorted(sources, key=lambda s: (s.part != "story", s.published or "~", s.document, s.start))
    firsts: dict[str, Source] = {}
    for source in ranked:
        firsts.setdefault(source.publisher or source.document, source)
    first = list(firsts.values())
    return BriefLine(
        topic=topic,
        text=text[:1].upper() + text[1:],
        rows=tuple(rows),
        sources=(*first, *(s for s in ranked if s not in first)),
    )


def sentence(text: str) -> str:
    """The text with a full stop, unless it ends a sentence already."""
    return text if text.endswith((".", "!", "?", ".”", "!”", "?”")) else f"{text}."


def dated(row: TimelineRow) -> str:
    """An event of the timeline as a sentence with its day; one dated only by its page is said to be reported then."""
    told = sentence(in_past(row.summary) if row.status == "happened" else row.summary)
    when = on_date(row.date).strip()
    if not when:
        return told
    if row.date_how != "published":
        told = _without_day(told)
    if told.partition(" ")[0] in ("The", "Somebody", "A", "An", "Its", "Nobody"):
        told = told[0].lower() + told[1:]
    return f"reported {when}: {told}" if row.date_how == "published" else f"{when}, {told}"


def _without_day(told: str) -> str:
    """The words without `yesterday` and the like, which are the page's and untrue of the day that stands before them."""
    cut = phrase("page_s_day").sub(lambda found: f"{' ' if found['before'] else ''}…", told)
    cut = cut.replace("… …", "…")
    return cut if told.endswith(("…", "…”", "….", "…”.")) else cut.replace(" …”", "”")
