"""`standoff schema` and `standoff codes`: what the records hold and what the codes mean."""

import sys
from typing import Annotated, Any

import msgspec
import typer

from standoff.errors import UsageError
from standoff.lexicon.cameo import cameo_codes, cameo_of


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command("schema")(schema_cli)
    app.command("codes")(codes_cli)


def schema_cli(
    name: Annotated[str | None, typer.Argument(help="A record, such as event or timelinerow.")] = None,
) -> None:
    """Prints the JSON Schema of a record, or of all of them."""
    records = all_records()
    if name is None:
        _, definitions = msgspec.json.schema_components(records.values(), ref_template="#/$defs/{name}")
        schema: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": definitions}
    elif found := records.get(name.casefold()):
        schema = msgspec.json.schema(found)
    else:
        raise UsageError(f"there is no record {name!r}", hint=f"one of: {' '.join(records)}")
    sys.stdout.write(msgspec.json.format(msgspec.json.encode(schema), indent=2).decode() + "\n")


def all_records() -> dict[str, type[msgspec.Struct]]:
    """Every record that goes in or out, by its name in lower case."""
    from standoff import model
    from standoff.tell import rows

    return {
        name.casefold(): kind
        for module in (model, rows)
        for name, kind in vars(module).items()
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct) and kind.__module__ == module.__name__
    }


def codes_cli(
    code: Annotated[
        str | None, typer.Argument(help="A PLOVER type, such as COERCE, or a CAMEO code, such as 172.")
    ] = None,
) -> None:
    """Says what a PLOVER type means, with its modes, scores and CAMEO codes; or which type a CAMEO code is."""
    from standoff.lexicon.plover import plover_types

    types = plover_types()
    if code is not None and code.isdecimal():
        typer.echo(_cameo_line(code))
        return
    if code is not None and code.upper() not in types:
        raise UsageError(f"there is no PLOVER type {code!r}", hint=f"one of: {' '.join(types)}; or a CAMEO code")
    for entry in types.values():
        if code is not None and entry.id != code.upper():
            continue
        typer.echo(
            f"{entry.id:10} {entry.score:5.1f}  quad {entry.quad}  CAMEO {' '.join(entry.cameo):20} {entry.means}"
        )
        if code is not None:
            for mode in entry.modes:
                score = mode.score if mode.score is not None else entry.score
                typer.echo(f"  {mode.id:16} {score:5.1f}  CAMEO {cameo_of(entry.id, mode.id).id}")


def _cameo_line(code: str) -> str:
    """What a CAMEO code is in PLOVER.

    Raises:
        UsageError: there is no such code.
    """
    entry = cameo_codes().get(code)
    if entry is None:
        raise UsageError(f"there is no CAMEO code {code!r}", hint="01 to 20, with up to two digits more, such as 172")
    plover = "/".join(filter(None, (entry.type, entry.mode))) or "no PLOVER type of its own"
    return f"CAMEO {entry.id:5} Goldstein {entry.goldstein:5.1f}  quad {entry.quad}  {plover}"
