"""F1 against false alarms: what the coder gives up and gains where events below a confidence are left out.

    python gate/curve.py            print the table
    python gate/curve.py --write    also put it, and the curve, into docs/confidence.md and docs/curve.svg

F1 is that of (actor, type, recipient), lenient, on the gold dyads; false alarms are the statements and appeals of the
quad classes that get an event. Both are the scorers' figures, each on the two thirds that were read and on the one that
was not. An event that goes takes what it speaks of (`content_of`) with it.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import predict

ROOT = Path(__file__).parent.parent
EVAL = ROOT.parent / "shared" / "eval"
DOCUMENT, PICTURE = ROOT / "docs" / "confidence.md", ROOT / "docs" / "curve.svg"
THRESHOLDS = (0.0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.82, 0.84)
WORKING = 0.5
"""Entries below it stand in the tray, not in the timeline."""
THIRDS = ("rest", "0")
_TITLES = {"rest": "read", "0": "unread"}

Row = dict[str, Any]
Point = tuple[float, float]


def main() -> int:
    """Prints the table; writes it where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write docs/confidence.md and docs/curve.svg")
    args = parser.parse_args()
    if not EVAL.is_dir():
        print("the gold sets are not here: nothing to measure", file=sys.stderr)
        return 1
    curves = measured()
    lines = table(curves)
    print("\n".join(lines))
    if args.write:
        text = DOCUMENT.read_text(encoding="utf-8")
        block = "\n".join(lines)
        text = re.sub(
            r"(<!-- curve -->\n).*?(<!-- end -->)",
            lambda found: f"{found[1]}{block}\n{found[2]}",
            text,
            flags=re.DOTALL,
        )
        DOCUMENT.write_text(text, encoding="utf-8")
        PICTURE.write_text(picture(curves), encoding="utf-8")
    return 0


def measured() -> dict[str, list[Point]]:
    """By third, (false alarms, F1) at each threshold."""
    found: dict[str, list[Point]] = {third: [] for third in THIRDS}
    with tempfile.TemporaryDirectory() as folder:
        golds = {name: EVAL / "events" / f"{name}_dev.jsonl" for name in ("plv", "quad")}
        pages = {name: list(_annotated(name, gold, Path(folder))) for name, gold in golds.items()}
        for threshold in THRESHOLDS:
            for name, rows in pages.items():
                lines = (json.dumps(above(row, threshold)) + "\n" for row in rows)
                (Path(folder) / name).write_text("".join(lines), encoding="utf-8")
            for third in THIRDS:
                alarms = _score(golds["quad"], Path(folder) / "quad", third)["false_alarm_rate"]
                f1 = _score(golds["plv"], Path(folder) / "plv", third)["dyad_lenient_f1"]
                found[third].append((alarms, f1))
    return found


def _annotated(name: str, gold: Path, folder: Path) -> Iterator[Row]:
    out = folder / f"{name}.all"
    predict.write(name, gold, out)
    yield from predict.rows(out)


def above(row: Row, threshold: float) -> Row:
    """A page's annotation with the events of a confidence alone, and what these speak of."""
    events = row["events"]
    kept = [n for n, event in enumerate(events) if _stays(events, event, threshold)]
    place = {old: new for new, old in enumerate(kept)}
    moved = [{**events[n], "content_of": place.get(events[n].get("content_of"))} for n in kept]
    return {**row, "events": moved}


def _stays(events: Sequence[Row], event: Row, threshold: float) -> bool:
    speech = event.get("content_of")
    told = event if speech is None else events[speech]
    return bool(told["confidence"] >= threshold)


def _score(gold: Path, prediction: Path, third: str) -> dict[str, float]:
    command = [sys.executable, str(EVAL / "score.py"), "events", str(gold), str(prediction), "--third", third]
    figures: dict[str, float] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return figures


def table(curves: dict[str, list[Point]]) -> list[str]:
    """The points as a Markdown table."""
    head = "".join(f" F1, {_TITLES[third]} | false alarms, {_TITLES[third]} |" for third in THIRDS)
    lines = [f"| confidence from |{head}", "|---|" + "---|" * 2 * len(THIRDS)]
    for n, threshold in enumerate(THRESHOLDS):
        cells = "".join(f" {curves[third][n][1]:.3f} | {curves[third][n][0]:.3f} |" for third in THIRDS)
        mark = " (working point)" if threshold == WORKING else ""
        lines.append(f"| {threshold:.2f}{mark} |{cells}")
    return lines


_WIDTH, _HEIGHT, _LEFT, _BOTTOM = 520, 300, 56, 44
_MOST_ALARMS, _MOST_F1 = 0.3, 0.8


def picture(curves: dict[str, list[Point]]) -> str:
    """The curves as SVG: false alarms to the right, F1 upwards, the working point filled."""
    shapes = [*_axes()]
    for third, dash in zip(THIRDS, ("", ' stroke-dasharray="5 4"'), strict=True):
        places = [_place(point) for point in curves[third]]
        line = " ".join(f"{x:.0f},{y:.0f}" for x, y in places)
        shapes.append(f'<polyline points="{line}" fill="none" stroke="#225a7d" stroke-width="2"{dash}/>')
        for threshold, (x, y) in zip(THRESHOLDS, places, strict=True):
            fill = "#225a7d" if threshold == WORKING else "#fff"
            shapes.append(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="4" fill="{fill}" stroke="#225a7d"/>')
        x, y = places[0]
        shapes.append(f'<text x="{x + 8:.0f}" y="{y + 4:.0f}">{_TITLES[third]}</text>')
    body = "\n".join(shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" font-size="12">\n'
        f'<title>F1 against false alarms by confidence</title>\n<rect width="100%" height="100%" fill="#fff"/>\n{body}\n</svg>\n'
    )


def _place(point: Point) -> Point:
    alarms, f1 = point
    x = _LEFT + alarms / _MOST_ALARMS * (_WIDTH - _LEFT - 60)
    y = _HEIGHT - _BOTTOM - f1 / _MOST_F1 * (_HEIGHT - _BOTTOM - 20)
    return x, y


def _axes() -> Iterator[str]:
    for n in range(4):
        alarms, f1 = _MOST_ALARMS * n / 3, _MOST_F1 * (n + 1) / 4
        x, bottom = _place((alarms, 0))
        left, y = _place((0, f1))
        yield f'<text x="{x:.0f}" y="{bottom + 18:.0f}" text-anchor="middle">{alarms:.1f}</text>'
        yield f'<text x="{left - 8:.0f}" y="{y + 4:.0f}" text-anchor="end">{f1:.1f}</text>'
        yield f'<line x1="{left:.0f}" y1="{y:.0f}" x2="{_WIDTH - 20}" y2="{y:.0f}" stroke="#ddd"/>'
    left, bottom = _place((0, 0))
    yield f'<line x1="{left:.0f}" y1="{bottom:.0f}" x2="{_WIDTH - 20}" y2="{bottom:.0f}" stroke="#333"/>'
    yield f'<text x="{_WIDTH - 20}" y="{bottom + 36:.0f}" text-anchor="end">statements and appeals that get an event</text>'
    yield f'<text x="{left - 40:.0f}" y="14">F1 of (actor, type, recipient)</text>'


if __name__ == "__main__":
    sys.exit(main())
