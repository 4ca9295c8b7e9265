"""The pictures as SVG: the state bar, the climate curve, the lanes. Text of pages goes in escaped, and nothing else comes from them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from standoff.hostile import visible
from standoff.web.axis import Axis
from standoff.web.curve import Curve, Turn
from standoff.web.labels import shorten
from standoff.web.lanes import Lane, Mark
from standoff.web.statebar import Ahead, Bar

if TYPE_CHECKING:
    from standoff.web.overview import Picture

_NAME = 13.6
"""Pixels of usual letters that are as wide as those of a lane's name above it."""
_HEAD = 18
"""Pixels for the name above a picture that has no room before it."""


def draw_state(picture: "Picture") -> Markup:
    """The state bar: announcements above it, short words and what each side claims below."""
    axis, state = picture.axis, picture.state
    layout = axis.layout
    head = 0 if layout.left else _HEAD
    top = 24 + state.ahead_rows * 20 + head
    below = top + 34
    claims = below + 4 + state.note_rows * 16
    step = 20 if layout.left else 34
    height = claims + len(state.claims) * step + 6
    parts = [_open(axis, height, "State over time"), _grid(picture, 18, height), _months(picture, 13)]
    parts.append(f'<text class="name" x="0" y="{top + 21 if layout.left else 20 + 14}">State</text>\n')
    parts += [_ahead(one, 22 + head + one.row * 20) for one in state.ahead]
    parts += [_bar(bar, top, 34, state.asked) for bar in state.bars]
    for note in state.notes:
        parts.append(f'<text class="sub" x="{note.x}" y="{below + 15 + note.row * 16}">{_text(note.text)}</text>\n')
    for n, strip in enumerate(state.claims):
        y = claims + n * step
        who = shorten(f"as {strip.name}", layout.left - 8 if layout.left else layout.width)
        parts.append(f'<text class="sub" x="0" y="{y + 12 if layout.left else y + 13}">{_text(who)}</text>\n')
        parts += [_bar(bar, y + (3 if layout.left else 18), 12, state.asked) for bar in strip.bars]
    return _svg(parts)


def draw_climate(picture: "Picture", *, months: bool = False) -> Markup:
    """The climate curve with its band and its turning points; nothing where there is none. `months` are named where it stands alone."""
    axis, curve = picture.axis, picture.curve
    if curve is None:
        return Markup()
    layout = axis.layout
    top = 18 if months else 0
    head = top + (8 if layout.left else 26)
    height = head + curve.height + curve.rows * 16 + 6
    parts = [_open(axis, height, "Climate between the parties, week by week"), _grid(picture, top, height)]
    if months:
        parts.append(_months(picture, 13))
    parts.append(f'<text class="name" x="0" y="{head + curve.zero - 4 if layout.left else top + 14}">Climate</text>\n')
    if layout.left:
        parts.append(f'<text class="sub" x="0" y="{head + curve.zero + 12}">warm ↑ cold ↓</text>')
    else:
        parts.append(f'<text class="sub" x="62" y="{top + 14}">above the line warm, below cold</text>')
    parts.append(f'\n<g transform="translate(0 {head})">\n')
    parts += [f'<polygon class="{name}" points="{getattr(curve, name)}"/>' for name in ("band", "warm", "cold")]
    parts.append(f'\n<line class="zero" x1="{layout.left}" x2="{layout.width}" y1="{curve.zero}" y2="{curve.zero}"/>\n')
    if layout.left:
        parts.append(_scale(curve, layout.left - 4))
    parts.append(f'<polyline class="line" points="{curve.line}"/>\n')
    parts += [_turn(turn, curve.height) for turn in curve.turns]
    parts.append("</g>\n")
    return _svg(parts)


def draw_lanes(picture: "Picture") -> Markup:
    """The lanes: who acted, when, towards whom."""
    axis, layout = picture.axis, picture.axis.layout
    head = 0 if layout.left else _HEAD
    tall = [head + 32 + max(lane.rows, 1) * 16 for lane in picture.lanes]
    height = 20 + sum(tall)
    label = "Who did what, by who acts towards whom"
    parts = [_open(axis, height, label), _grid(picture, 18, height), _months(picture, 13)]
    at = 20
    for lane, own in zip(picture.lanes, tall, strict=True):
        parts += _lane(lane, axis, at, at + head + 14)
        at += own
    return _svg(parts)


def _svg(parts: list[str]) -> Markup:
    return Markup("".join(parts) + "</svg>\n")  # noqa: S704  the words of pages in it are escaped by `_text`


def _text(words: str) -> str:
    """Words of pages as they may stand in a picture."""
    return str(escape(visible(words)))


def _open(axis: Axis, height: float, label: str) -> str:
    layout = axis.layout
    box = f"0 0 {layout.width} {height}"
    return f'<svg class="fit-{layout.name}" viewBox="{box}" role="group" aria-label="{label}">\n'


def _grid(picture: "Picture", top: float, bottom: float) -> str:
    """What stands behind a picture: squeezed stretches, the months, the day of the last page."""
    axis = picture.axis
    now = axis.x(axis.known)
    return "".join(
        (
            '<g class="grid" aria-hidden="true">',
            *(
                f'<rect class="gap" fill="url(#p-gap)" x="{gap.x}" y="{top}" width="{gap.width}"'
                f' height="{bottom - top}"><title>{gap.title}</title></rect>'
                for gap in axis.gaps
            ),
            *(f'<line x1="{tick.x}" x2="{tick.x}" y1="{top}" y2="{bottom}"/>' for tick in picture.ticks),
            f'<line class="now" x1="{now}" x2="{now}" y1="{top}" y2="{bottom}"><title>the last page</title></line></g>\n',
        )
    )


def _months(picture: "Picture", y: float) -> str:
    told = "".join([f'<text x="{tick.x + 3}" y="{y}">{escape(tick.label)}</text>' for tick in picture.ticks])
    return f'<g class="axis">{told}</g>\n'


def _bar(bar: Bar, y: float, height: float, asked: str) -> str:
    """A spell: its fill says the state beside its word, a soft edge that the day is not told."""
    fill = f' fill="url(#p-{bar.state})"' if bar.state != "unknown" else ""
    where = f'y="{y}" width="{bar.width}" height="{height}"'
    link = f'<a href="/event/{escape(bar.id)}{escape(asked)}">' if bar.id else ""
    soft = plate = ""
    if bar.soft:
        soft = f'<rect class="soft" fill="url(#soft)" x="{bar.x}" y="{y}" width="{bar.soft}" height="{height}"/>'
    if bar.label.strip() and height > 20:
        wide, middle = len(bar.label) * 9.4 + 8, bar.x + bar.width / 2
        plate = (
            f'<rect class="plate" x="{middle - wide / 2}" y="{y + height / 2 - 10}" width="{wide}" height="20" rx="3"/>'
            f'<text class="word" x="{middle}" y="{y + height / 2 + 4.5}" text-anchor="middle">{escape(bar.label)}</text>'
        )
    return (
        f'<g class="bar s-{bar.state}">{link}<title>{_text(bar.title)}</title>\n'
        f'<rect class="p-{bar.state}"{fill} x="{bar.x}" {where}/>\n'
        f"{soft}\n{plate}\n{'</a>' if link else ''}</g>\n"
    )


def _ahead(one: Ahead, y: float) -> str:
    """What is announced: hollow, open at its end where no day is told."""
    right = one.x + one.width
    return (
        f'<g class="ahead-bar"><title>{_text(one.title)}</title>'
        f'<path d="M{right} {y}H{one.x}v16H{right}{"" if one.open else "Z"}"/>'
        f'<text class="label" x="{one.label_x}" y="{y + 13}">{_text(one.label)}</text></g>\n'
    )


def _scale(curve: Curve, x: float) -> str:
    ends = ((curve.top + 4, f"+{curve.reach}"), (curve.height - curve.top + 4, f"−{curve.reach}"))
    return (
        "".join([f'<text class="scale" x="{x}" y="{y}" text-anchor="end">{words}</text>' for y, words in ends]) + "\n"
    )


def _turn(turn: Turn, height: float) -> str:
    label = ""
    if turn.label:
        label = (
            f'<text class="label" x="{turn.label_x}" y="{height + 12 + turn.label_row * 16}">{_text(turn.label)}</text>'
        )
    return (
        f'<a href="/event/{escape(turn.id)}"><title>Turning point, {escape(turn.when)}: {_text(turn.what)}</title>'
        f'<circle class="turn" cx="{turn.x}" cy="{turn.y}" r="9"/>'
        f'<text class="turn-n" x="{turn.x}" y="{turn.y + 4}" text-anchor="middle">{turn.n}</text>{label}</a>\n'
    )


def _lane(lane: Lane, axis: Axis, top: float, y: float) -> Iterator[str]:
    layout = axis.layout
    yield f'<g class="lane k-{lane.kind}">\n'
    if layout.left:
        first, second = lane.lines(layout.left - 10)
        yield f'<text class="name" x="0" y="{y + 4}"><title>{_text(lane.full)}</title>{_text(first)}</text>'
        if second:
            yield f'<text class="{"sub" if lane.to else "name"}" x="0" y="{y + 20}">{_text(second)}</text>'
        yield "\n"
    else:
        name = shorten(lane.full, layout.width, _NAME)
        yield f'<text class="name" x="0" y="{top + 14}">{_text(name)}</text>\n'
    yield f'<line class="rail" x1="{layout.left}" x2="{layout.width}" y1="{y}" y2="{y}"/>\n'
    if lane.ticks:
        yield f'<path class="ticks" d="{lane.strokes(y - 5)}"/>\n'
    for mark in lane.marks:
        yield _mark(mark, y)
    yield "</g>\n"


def _mark(mark: Mark, y: float) -> str:
    """An event: hollow where it is planned, with a bar where the day is not told."""
    fuzzy = label = ""
    if mark.high > mark.low:
        wide = round(mark.high - mark.low, 1)
        fuzzy = f'<rect class="fuzzy" x="{mark.low}" y="{y - 4}" width="{wide}" height="8" rx="4"/>'
    if mark.label:
        label = f'<text class="label" x="{mark.label_x}" y="{y + 22 + mark.label_row * 16}">{_text(mark.label)}</text>'
    return (
        f'<a href="/event/{escape(mark.id)}"><title>{_text(mark.title)}{" (planned)" if mark.hollow else ""}</title>{fuzzy}'
        f'<circle class="dot{" hollow" if mark.hollow else ""}" cx="{mark.x}" cy="{y}" r="{mark.r}"/>{label}</a>\n'
    )
