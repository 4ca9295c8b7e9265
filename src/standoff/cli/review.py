"""`standoff review`: the proposed facts one by one, a key a verdict; lines where nobody sits at a terminal."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from standoff.cli.deciding import WhoOption, reviewing
from standoff.cli.options import RecordOption
from standoff.hostile import visible

if TYPE_CHECKING:
    from standoff.cli.session import Session
    from standoff.tell.review import Card

ASKING = {"e": "field=value> ", "m": "number or id (empty: list)> ", "s": "sentences> ", "g": "id> "}
"""Keys that want a line after them, and how it is asked for."""
LOOKING = ("", "?", "help", "m", "merge")
"""Lines after which the fact need not be shown anew."""
_ENDS = ("\x04", "")
"""What ends a review as `q` does: the end of the input."""


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("review")(review_cli)


def review_cli(
    record: RecordOption = None,
    who: WhoOption = None,
    lines: Annotated[
        bool, typer.Option("--lines", help="Read lines, not keys, on a terminal too: what a screen reader wants.")
    ] = False,
) -> None:
    """Shows the facts that nobody has decided on, the most doubtful and weighty first; one key is a verdict.

    Keys: a accept, x reject, e edit, m merge, s split, u undo, j next, k back, ? help, q end. Where standard input is no
    terminal the same letters are read as lines: `e date=2013-04-08`.
    """
    from standoff.cli.session import Session

    with reviewing(record, who) as reviewer:
        session = Session.over(reviewer)
        if not lines and sys.stdin.isatty() and sys.stdout.isatty():
            by_keys(session)
        else:
            by_lines(session)


def by_lines(session: "Session") -> None:
    """Shows a fact, reads a line, and so on to the end of the input."""
    _show(session)
    for line in sys.stdin:
        said = session.take(line)
        if said:
            _say(said)
        if session.ended:
            return
        if line.strip() not in LOOKING:
            _show(session)
    if not session.ended:
        _say(f"{session.decided} decided")


def by_keys(session: "Session") -> None:
    """Shows a fact, reads a key, and so on until `q`."""
    import termios
    import tty

    fd = sys.stdin.fileno()
    before = termios.tcgetattr(fd)
    tty.setcbreak(fd, termios.TCSADRAIN)  # what was typed ahead is not thrown away
    try:
        said = ""
        while not session.ended:
            _clear()
            _show(session)
            if said:
                _say("\n" + said)
            key = sys.stdin.read(1)
            if key in _ENDS:
                return
            line = key
            if key in ASKING:
                termios.tcsetattr(fd, termios.TCSADRAIN, before)
                sys.stdout.write(ASKING[key])
                sys.stdout.flush()
                line = f"{key} {sys.stdin.readline()}"
                tty.setcbreak(fd, termios.TCSADRAIN)
            said = session.take(line)
    finally:
        termios.tcsetattr(fd, termios.TCSADRAIN, before)


def _clear() -> None:
    from rich.console import Console

    Console().clear()


def _say(text: str) -> None:
    sys.stdout.write("\n".join(visible(line) for line in text.splitlines()) + "\n")
    sys.stdout.flush()


def _show(session: "Session") -> None:
    shown = session.card()
    if shown is None:
        _say("Nothing is left to decide on. k goes back, u undoes, q ends.")
        return
    _draw(shown, f"{session.at + 1} of {len(session.ids)}")


def _draw(card: "Card", place: str) -> None:
    """A card: the fact, what is doubtful of it, its fields, and its sentences with the words marked."""
    from rich.console import Console
    from rich.text import Text

    console = Console(markup=False, highlight=False, emoji=False)
    console.print(Text(f"[{place}] {card.type}  {visible(card.summary)}  ({card.id})", style="bold"))
    state = ["rejected"] if card.rejected else []
    if doubts := "; ".join([*state, *card.doubts]):
        console.print(Text(visible(doubts), style="yellow"))
    console.print("  ".join(f"{name}={visible(value) or '-'}" for name, value in card.fields))
    for n, passage in enumerate(card.passages, start=1):
        console.print(
            Text.assemble(
                f"\n{n}. {visible(passage.publisher or passage.document)}, {passage.published or 'no date'}"
                f" ({visible(passage.reads)})\n   ",
                (_line(passage.before), "dim"),
                _line(passage.head),
                (f"[{_line(passage.words)}]", "bold reverse"),
                _line(passage.tail),
                (_line(passage.after), "dim"),
            )
        )
    for decision in card.decisions:
        console.print(
            Text(visible(f"decided: {decision.action} by {decision.who} on {decision.time[:10]} ({decision.id})"))
        )
    console.print(
        Text("a accept  x reject  e edit  m merge  s split  u undo  j next  k back  ? help  q end", style="dim")
    )


def _line(text: str) -> str:
    return visible(text.replace("\n", " "))
