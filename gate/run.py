"""The floors: every figure that the project holds itself to, measured anew and compared with `floors.toml`.

    python gate/run.py            measure, print, fail where a figure lies below its floor, or a floor has no figure
    python gate/run.py --pin      also raise floors to what was measured, less a hair; never lowers one; writes docs/figures.md
                                  and the figures in the README
    python gate/run.py --only X   only the figures whose name begins with X

The project's own sentences are always scored. The gold sets beside the project (`../shared/eval`) are scored
where they are present: on the two thirds that may be read (`rest`) and on the third that nobody reads (`0`). So are
the project's own stand-offs (`gate/standoffs`), whose scorer lies there too.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import phrases
import predict
import report
import sentences
import told

HERE = Path(__file__).parent
FLOORS = HERE / "floors.toml"
EVAL = HERE.parent.parent / "shared" / "eval"
HAIR = 0.005  # a pinned floor lies this far below what was measured
MAX_GAP = 0.04  # between the thirds that were read and the third that was not


@dataclass(frozen=True)
class GoldSet:
    """A gold set: how it is scored, and the figures of it that are held."""

    name: str
    scorer: str
    gold: str
    figures: tuple[str, ...]
    thirds: bool = True


SETS = (
    GoldSet(
        "plv",
        "events",
        "events/plv_dev.jsonl",
        ("dyad_lenient_f1", "dyad_lenient_p", "dyad_strict_f1", "type_f1", "relation_accuracy", "relation_macro_f1"),
    ),
    GoldSet("quad", "events", "events/quad_dev.jsonl", ("quad_accuracy", "quad_macro_f1")),
    GoldSet("syntax", "events", "events/syntax_cases.jsonl", ("type_f1",)),
    GoldSet("wikiwars", "times", "times/wikiwars_dev.jsonl", ("value_f1", "relaxed_f1")),
    GoldSet("recognizers", "times", "times/recognizers_dev.jsonl", ("value_f1",)),
    GoldSet("times-seeds", "times", "times/seeds.jsonl", ("value_f1",), thirds=False),
    GoldSet("newsquant", "quantities", "quantities/newsquant_dev.jsonl", ("value_f1", "value_unit_f1")),
    GoldSet("currency", "quantities", "quantities/currency_dev.jsonl", ("value_unit_r",)),
    GoldSet("dimension", "quantities", "quantities/dimension_dev.jsonl", ("value_unit_r",)),
    GoldSet("percent", "quantities", "quantities/percent_dev.jsonl", ("value_unit_r",), thirds=False),
    GoldSet("age", "quantities", "quantities/age_dev.jsonl", ("value_unit_r",), thirds=False),
    GoldSet("number", "quantities", "quantities/number_dev.jsonl", ("value_r",)),
    GoldSet("polnear", "quotes", "quotes/polnear_dev.jsonl", ("direct_exact_f1", "direct_speaker", "all_content_f1")),
    GoldSet("flat", "parts", "pages/flat_dev.jsonl.gz", ("english_shingle_f1", "english_page_char_f1")),
    GoldSet(
        "html",
        "parts",
        "pages/html_dev.jsonl",
        (
            "english_shingle_f1",
            "english_title",
            "english_published",
            "english_authors_f1",
            "english_caption_p",
            "english_caption_r",
        ),
    ),
    GoldSet(
        "seeds",
        "seeds",
        "seeds_gold.json",
        (
            "published",
            "published_alone",
            "parts",
            "comment_authors",
            "comment_times",
            "events",
            "events_with_status",
            "events_precision",
            "quantities",
            "rates",
            "conversion_pairs",
            "quotations",
            "quotation_speakers",
        ),
        thirds=False,
    ),
    GoldSet(
        "kaesong-pages",
        "mentions",
        "standoffs/kaesong/pages_gold.jsonl",
        ("dated", "dated_and_typed", "published"),
        thirds=False,
    ),
)

RECORDS = ("kaesong", "hollywood-strikes-2023", "russia-ukraine-gas-2009")
OWN_RECORDS = (
    "agarak-gas-2010",
    "godalle-grain-2015",
    "huemul-tunnel-2006",
    "kosti-bridge-2018",
    "marneuli-oil-2004",
    "quilla-mine-2014",
    "sahel-pipeline-2007",
    "sarez-water-2013",
    "skerry-ferries-2012",
    "tarawera-port-2008",
    "torvik-airport-2019",
    "wattle-screen-2011",
    "valdes-fishery-2007",
)
LOWER_IS_BETTER = ("false_alarm", "misdated")


def main() -> int:
    """Measures, prints, compares; 1 where a figure lies below its floor, a floor has no figure, or the sentences changed."""
    args = _parser().parse_args()
    pinned = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    floors: dict[str, float] = pinned["floor"]
    measured: dict[str, float] = {}
    for name, value in _all_figures(args.only):
        measured[name] = value
        floor = floors.get(name)
        mark = "no floor" if floor is None else ("BELOW" if _worse(name, value, floor) else "ok")
        print(f"{name:52} {value:6.3f}  floor {'-' if floor is None else f'{floor:.3f}':>6}  {mark}", flush=True)
    for line in _gaps(measured):
        print(line)
    if args.pin:
        _pin(floors, measured)
        if not args.only:
            report.write(measured)
        return 0
    faults = list(_faults(measured, floors, pinned["sentences"], whole=not args.only))
    for fault in faults:
        print(fault)
    if not EVAL.is_dir():
        print("the gold sets are not beside the project: only its own figures were measured")
    print(f"{max(0, len(measured) - len(faults))} passed, {len(faults)} failed")
    return 1 if faults else 0


def _faults(measured: dict[str, float], floors: dict[str, float], checksum: str, *, whole: bool) -> Iterator[str]:
    """What is wrong: figures below their floor; floors that were not measured though they could be; other sentences."""
    yield from (
        f"below its floor: {name}" for name, v in measured.items() if name in floors and _worse(name, v, floors[name])
    )
    if not whole:
        return
    if checksum != _checksum():
        yield "gate/sentences.jsonl is not what the floors were pinned on: look at the change, then run with --pin"
    yield from (f"no floor: {name}; run with --pin" for name in measured if name not in floors)
    if EVAL.is_dir():
        yield from (f"not measured: {name}" for name in floors if name not in measured)


def _checksum() -> str:
    return hashlib.sha256((HERE / "sentences.jsonl").read_bytes()).hexdigest()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pin", action="store_true", help="raise floors to what was measured")
    parser.add_argument("--only", default="", metavar="PREFIX", help="only figures whose name begins so")
    return parser


def _worse(name: str, value: float, floor: float) -> bool:
    return value > floor + 1e-9 if any(word in name for word in LOWER_IS_BETTER) else value < floor - 1e-9


def _all_figures(only: str) -> Iterator[tuple[str, float]]:
    if "own".startswith(only[:3]):
        yield from sentences.figures()
        yield from phrases.figures()
    if not EVAL.is_dir():
        return
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch)
        for gold in SETS:
            if gold.name.startswith(only.split(".")[0]):
                yield from _set_figures(gold, out)
        for folder in (
            *(EVAL / "standoffs" / name for name in RECORDS),
            *(HERE / "standoffs" / name for name in OWN_RECORDS),
        ):
            if f"record-{folder.name}".startswith(only.split(".")[0]):
                yield from _record_figures(folder, out)
        if "record-seeds".startswith(only.split(".")[0]):
            yield from _ledger_figures(out)


def _set_figures(gold: GoldSet, out: Path) -> Iterator[tuple[str, float]]:
    predicted = out / f"{gold.name}.jsonl"
    predict.write(gold.name, EVAL / gold.gold, predicted)
    wanted = (
        *gold.figures,
        *(("false_alarm_rate",) if gold.name == "quad" else ()),
        *(("empty_false_alarm_rate",) if gold.name == "syntax" else ()),
    )
    for third in ("rest", "0") if gold.thirds else (None,):
        figures = _score(gold.scorer, EVAL / gold.gold, predicted, *(("--third", third) if third else ()))
        for figure in wanted:
            if isinstance(value := figures.get(figure), int | float):
                yield f"{gold.name}.{figure}" + (f".third-{third}" if third else ""), float(value)
    if gold.name == "kaesong-pages":
        for name, share in told.figures((EVAL / gold.gold).parent, predicted):
            yield f"{gold.name}.{name}", share


def _record_figures(folder: Path, out: Path) -> Iterator[tuple[str, float]]:
    name = folder.name
    views = predict.views(folder, out / name)
    pages = ("--pages", str(folder / "pages_gold.jsonl"))
    wanted = {
        "chronology": (
            _score("chronology", folder / "chronology.jsonl", views["timeline"], *pages),
            ("recall_weighted", "recall_1day_weighted", "precision_top", "misdated_by_publication"),
        ),
        "states": (_score("states", folder / "states.json", views["state"]), ("agreement_macro", "transition_f1")),
    }
    if (folder / "talks.json").exists():
        wanted["talks"] = (_score("talks", folder / "talks.json", views["talks"], *pages), ("recall_1day", "precision"))
    if (folder / "figures.json").exists():
        wanted["figures"] = (
            _score("figures", folder / "figures.json", views["stakes"], "--pages", str(folder / "pages.jsonl")),
            ("value", "found"),
        )
    for scorer, (figures, names) in wanted.items():
        for figure in names:
            if isinstance(value := figures.get(figure), int | float):
                yield f"record-{name}.{scorer}.{figure}", float(value)


def _ledger_figures(out: Path) -> Iterator[tuple[str, float]]:
    views = predict.seed_views(EVAL / "seeds_gold.json", out / "seeds-record")
    figures = _score("ledger", EVAL / "seeds_gold.json", views["promises"], "--state", str(views["state"]))
    for figure in ("found_r", "state", "state_from", "outlook"):
        if isinstance(value := figures.get(figure), int | float):
            yield f"record-seeds.ledger.{figure}", float(value)


def _score(scorer: str, gold: Path, predicted: Path, *more: str) -> dict[str, Any]:
    command = [sys.executable, str(EVAL / "score.py"), scorer, str(gold), str(predicted), *more]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"error: {scorer} on {predicted.name}: {done.stderr.strip()}")
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def _gaps(measured: dict[str, float]) -> Iterator[str]:
    """Figures that are better on what was read than on what was not: learnt by heart."""
    for name, value in measured.items():
        if name.endswith(".third-rest") and (unseen := measured.get(name.replace("third-rest", "third-0"))) is not None:
            gap = unseen - value if any(word in name for word in LOWER_IS_BETTER) else value - unseen
            if gap > MAX_GAP:
                yield f"gap of {gap:.3f} between what was read and what was not: {name.removesuffix('.third-rest')}"


def _pin(floors: dict[str, float], measured: dict[str, float]) -> None:
    for name, value in measured.items():
        better = value + HAIR if any(word in name for word in LOWER_IS_BETTER) else max(0.0, value - HAIR)
        if name not in floors or _worse(name, floors[name], better):
            floors[name] = round(better, 3)
    lines = [
        "# Written by `python gate/run.py --pin`, which only ever raises them. Lowering one is a decision: do it by hand and say why in the commit.",
        f'sentences = "{_checksum()}"  # SHA-256 of gate/sentences.jsonl',
        "",
        "[floor]",
        *(f'"{name}" = {floor}' for name, floor in sorted(floors.items())),
    ]
    FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
