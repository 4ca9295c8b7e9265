"""`standoff teach` and `standoff lexicon`: a user's own entries beside the shipped ones."""

from pathlib import Path
from typing import Annotated

import typer

from standoff.cli.options import ModelOption, own_lexicon
from standoff.errors import LexiconError

FolderOption = Annotated[
    Path | None,
    typer.Option(
        "--lexicon",
        metavar="DIR",
        help="The folder of your entries. Without it $STANDOFF_LEXICON, else ./standoff-lexicon.",
    ),
]


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command("teach")(teach_cli)
    app.command("lexicon")(lexicon_cli)


def teach_cli(
    sentence: Annotated[str, typer.Argument(help="A sentence with the words of the deed in [brackets].")],
    type: Annotated[str, typer.Option("--type", metavar="TYPE", help="The PLOVER type that they tell.")],
    mode: Annotated[str | None, typer.Option("--mode", help="A mode of the type.")] = None,
    folder: FolderOption = None,
    model: ModelOption = None,
) -> None:
    """Makes an entry of your lexicon from a sentence, which becomes its example; refuses what the coder then does not find.

    As in: standoff teach "Dockers [downed tools] at the port on Monday." --type PROTEST --mode strike
    """
    from standoff.lexicon.overlay import BESIDE, overlay_folder
    from standoff.parse import MODEL
    from standoff.teach import teach, written

    place = folder or overlay_folder() or Path(BESIDE)
    taught = teach(sentence, place, type=type, mode=mode, model=model or MODEL)
    typer.echo(written(taught.entry), nl=False)
    typer.echo(f"kept in {taught.path}; pages are read again with it at the next `standoff read`", err=True)


def lexicon_cli(folder: FolderOption = None, model: ModelOption = None) -> None:
    """Checks your entries: their form, and that the coder does with each example what it should. Exit code 1 where not."""
    from standoff.lexicon.overlay import BESIDE, overlay_folder
    from standoff.parse import MODEL
    from standoff.teach import check

    place = folder or overlay_folder() or Path(BESIDE)
    own_lexicon(place, beside=None)
    checked = check(place, model or MODEL)
    wrong = [each for each in checked if not each.right]
    for each in wrong:
        typer.echo(f"{each.id}: {'does not take' if each.wanted else 'takes'}: {each.example}")
    typer.echo(f"{place}: {len(checked)} examples, {len(wrong)} wrong", err=True)
    if wrong:
        raise LexiconError(
            f"{len(wrong)} of {len(checked)} examples are not coded as they should", hint="mend the entries named above"
        )
