"""What was measured, written down: `docs/figures.md` holds every figure, the README the ones that a reader asks for first."""

import re
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parent.parent
FIGURES = ROOT / "docs" / "figures.md"
README = ROOT / "README.md"

SHOWN = (
    ("events of a sentence: actor, type, recipient (F1, lenient)", "plv.dyad_lenient_f1"),
    ("type of a sentence's event (F1)", "plv.type_f1"),
    ("statements and appeals that get an event (less is better)", "quad.false_alarm_rate"),
    ("times in history pages, value (F1)", "wikiwars.value_f1"),
    ("amounts with their unit (F1)", "newsquant.value_unit_f1"),
    ("direct quotations, exact (F1)", "polnear.direct_exact_f1"),
    ("their speakers", "polnear.direct_speaker"),
    ("story text of flattened pages (F1)", "flat.english_shingle_f1"),
    ("own sentences: precision of events", "own.events.precision"),
    ("own sentences: recall of events", "own.events.recall"),
    ("Kaesong, 39 pages: events of the chronology found (weighted)", "record-kaesong.chronology.recall_weighted"),
    ("Kaesong: days with the right state (mean over states)", "record-kaesong.states.agreement_macro"),
    (
        "Hollywood strikes, 14 pages: events found (weighted)",
        "record-hollywood-strikes-2023.chronology.recall_weighted",
    ),
    (
        "Russia-Ukraine gas, 13 pages: events found (weighted)",
        "record-russia-ukraine-gas-2009.chronology.recall_weighted",
    ),
)


def write(measured: dict[str, float]) -> None:
    """Writes both; a figure that is scored on thirds has two columns, what was read and what was not."""
    FIGURES.parent.mkdir(exist_ok=True)
    names = sorted({re.sub(r"\.third-(?:rest|0)$", "", name) for name in measured})
    lines = [
        "# What was measured",
        "",
        "Written by `python gate/run.py --pin`.",
        "",
        *_table([(name, name) for name in names]),
    ]
    FIGURES.write_text("\n".join(_filled(lines, measured)) + "\n", encoding="utf-8")
    text = README.read_text(encoding="utf-8")
    block = "\n".join(_filled(_table(SHOWN), measured))
    text = re.sub(
        r"(<!-- figures -->\n).*?(<!-- end -->)", lambda found: f"{found[1]}{block}\n{found[2]}", text, flags=re.DOTALL
    )
    README.write_text(text, encoding="utf-8")


def _table(rows: Iterable[tuple[str, str]]) -> list[str]:
    """A table with a place for each figure: `{name}` where it is whole, `{name.rest}` and `{name.0}` where it has thirds."""
    return [
        "| figure | all, or what was read | what nobody read |",
        "|---|---|---|",
        *(f"| {words} | {{{name}}} |" for words, name in rows),
    ]


def _filled(lines: list[str], measured: dict[str, float]) -> list[str]:
    def cells(found: re.Match[str]) -> str:
        name = found[1]
        if name in measured:
            return f"{measured[name]:.3f} | –"
        seen, unseen = measured.get(f"{name}.third-rest"), measured.get(f"{name}.third-0")
        return f"{seen:.3f} | {unseen:.3f}" if seen is not None and unseen is not None else "– | –"

    return [re.sub(r"\{([^}]+)\}", cells, line) for line in lines]
