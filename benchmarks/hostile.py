"""Pages made to break a reader, each through `standoff annotate` with its guard: CPU time, memory, and what is told.

Promise: markup that hangs parsers is ended within 5 s with an issue that names the limit; huge pages within 10 s and 1 GiB;
endless text within 20 s. CPU seconds of the program and its worker together, with the second or two that loading takes.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

SAID = "The guards closed the gate on Monday, and the ministry in Oslo said that 40 workers had left. "
MOST = {"markup": (5.0, 1024), "huge": (10.0, 1024), "text": (20.0, 1024)}  # CPU seconds and MB
Case = tuple[str, str, dict[str, object]]


def _html(body: str) -> dict[str, object]:
    story = f"<p>{SAID * 5}</p>"
    return {
        "html": f"<html><head><title>Gate shut</title></head><body><h1>Gate shut</h1>{story}{body}{story}</body></html>"
    }


def _numbered(count: int, value: str = "1") -> str:
    return " ".join(f"a{n}={value}" for n in range(count))


def cases() -> Iterator[Case]:
    """Name, kind and page of each."""
    yield "100k nested tags", "markup", _html("<div>" * 100_000 + "x" + "</div>" * 100_000)
    yield "100k open inline tags", "markup", _html("<b>" * 100_000)
    yield "200k attributes", "markup", _html(f"<p {_numbered(200_000)}>x</p>")
    yield "200k attributes with >", "markup", _html("<p " + _numbered(200_000, "'>'") + ">x</p>")
    yield "9k attributes, 20 times", "markup", _html(f"<p {_numbered(9_000)}>x</p>" * 20)
    yield "20k mis-nested", "markup", _html("<b><i>x</b></i>" * 20_000)
    yield "20k mis-nested blocks", "markup", _html("<a><div><b><p>x</a></div></b></p>" * 20_000)
    yield "20k nested tables", "markup", _html("<table><tr><td>" * 20_000 + "x")
    yield "20k open tables", "markup", _html("<table>" * 20_000)
    yield "20k tables", "markup", _html("<table><tr><td>x</td></tr></table>" * 20_000)
    yield "200k open comments", "markup", _html("<!-- " * 200_000)
    yield "5 MB of <", "markup", _html("<" * 5_000_000)
    yield "50 MB of HTML", "huge", _html(f"<p>{SAID}</p>\n" * 500_000)
    yield "50 MB of text", "huge", {"text": f"{SAID}\n" * 550_000}
    yield "20 MB attribute", "huge", _html(f"<p title='{'a ' * 10_000_000}'>x</p>")
    yield "430k paragraphs", "huge", _html("<p>The gate.</p>" * 430_000)
    yield "430k paragraphs of text", "huge", {"text": "The gate was shut.\n\n" * 430_000}
    yield "one 10 MB line", "huge", {"text": "word " * 2_000_000}
    yield "one 10 MB line of HTML", "huge", _html(f"<p>{'word ' * 2_000_000}</p>")
    yield "one 10 MB word", "huge", {"text": "x" * 10_000_000}
    yield "1.2 M characters", "text", {"text": f"{SAID}\n" * 12_700}
    yield "1.2 M characters, one line", "text", {"text": SAID * 12_700, "plain": True}
    yield "a sentence of 100k words", "text", {"text": "word of the gate " * 25_000, "plain": True}
    yield "50k capitals", "text", {"text": "GATE " * 50_000, "plain": True}
    yield "no punctuation", "text", {"text": "the guards closed the gate and the minister of norway left " * 20_000}
    yield "1.2 M of numbers", "text", {"text": "12 3,400 5.6 78 " * 75_000, "plain": True}
    yield "1.2 M of quotations", "text", {"text": "“Shut the gate,” he said. " * 46_000, "plain": True}


def _run(page: dict[str, object], out: Path) -> tuple[float, float, list[dict[str, str]], int]:
    """CPU seconds, peak MB, issues, and the length of the text."""
    command = [sys.executable, "-m", "standoff", "annotate"]
    with out.open("wb") as sink:
        run = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=sink)
        assert run.stdin is not None
        run.stdin.write(json.dumps({"id": "page", **page}).encode())
        run.stdin.close()
        _, _, used = os.wait4(run.pid, 0)
    row = json.loads(out.read_bytes())
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, row["issues"], len(row["text"])


def main() -> None:
    """Prints a line for each page, and the promises that are not kept."""
    broken = []
    with tempfile.TemporaryDirectory() as folder:
        for name, kind, page in cases():
            cpu, memory, issues, length = _run(page, Path(folder) / "out.jsonl")
            most_cpu, most_memory = MOST[kind]
            codes = " ".join(dict.fromkeys(issue["code"] for issue in issues))
            print(f"{name:28} {cpu:6.1f} CPU-s {memory:6.0f} MB  {length:9,} characters  {codes}", flush=True)
            if cpu > most_cpu or memory > most_memory or not (length or issues):
                broken.append(name)
    print("broken: " + ", ".join(broken) if broken else "all within their limits")


if __name__ == "__main__":
    main()
