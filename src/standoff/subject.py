"""The subject file: the disputed thing and its parties, declared by a person."""

import tomllib
from pathlib import Path
from typing import Any

import msgspec

from standoff.actor_ids import is_described, party_of
from standoff.errors import SubjectError
from standoff.lexicon.actors import countries
from standoff.model import Party, Subject

_CODED = ("IGO", "NGO")
_NAMED = "NAMED:"
_HINT = "it wants [subject] name, aliases and [[party]] id, name, aliases, sector"


def load_subject(path: Path) -> Subject:
    """The subject that a TOML file declares.

    Raises:
        SubjectError: the file is missing, no TOML, or holds something else.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as e:
        raise SubjectError(f"cannot read the subject file {path}: {e.strerror}", hint=_HINT) from e
    except UnicodeDecodeError as e:
        raise SubjectError(f"the subject file {path} is not UTF-8: {e.reason}", hint="save it as UTF-8") from e
    return parse_subject(text, name=str(path))


def _with_full_id(party: Party) -> Party:
    """A party as annotations name it: short of a country's code its id is `NAMED:` and its words, `NAMED:PMA`."""
    known = party_of(party.id) in countries()
    if known or party.id.startswith(_CODED):
        return party
    words = party.id.removeprefix(_NAMED)
    same = words != party.id or words in (party.name, *party.aliases)
    aliases = party.aliases if same else (*party.aliases, words)
    return msgspec.structs.replace(party, id=_NAMED + _as_name(words), aliases=aliases)


def _as_name(words: str) -> str:
    """The words of an id as a name: one in small letters, `the hauliers`, would be a mere common noun, which tells nobody."""
    plain = is_described(_NAMED + words)
    return " ".join(word[:1].upper() + word[1:] for word in words.split()) if plain else words


def parse_subject(text: str, *, name: str = "subject file") -> Subject:
    """The subject in the words of a subject file.

    >>> parse_subject('[subject]\\nname = "the gate"\\n[[party]]\\nid = "FRA"\\nname = "France"').parties[0].id
    'FRA'

    Raises:
        SubjectError: it is no TOML, or holds something else.
    """
    try:
        data: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as e:
        raise SubjectError(f"{name} is no TOML: {e}", hint=_HINT) from e
    if unknown := set(data) - {"subject", "party"}:
        raise SubjectError(f"{name} has an unknown table [{min(unknown)}]", hint=_HINT)
    if not isinstance(data.get("subject"), dict):
        raise SubjectError(f"{name} has no [subject]", hint=_HINT)
    try:
        parties = tuple(map(_with_full_id, msgspec.convert(data.get("party", []), tuple[Party, ...])))
        return msgspec.convert({**data["subject"], "parties": parties}, Subject)
    except msgspec.ValidationError as e:
        raise SubjectError(f"{name}: {e}", hint=_HINT) from e
