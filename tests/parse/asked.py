"""What tests of the parser ask of a text of their own."""

from standoff.model import PartKind
from standoff.parse import Token, parse
from standoff.testing import story


def tokens(text: str, kind: PartKind = "story") -> dict[str, Token]:
    """The tokens of a page of one part, by their words."""
    return {t.text: t for s in parse(story(text, kind=kind)).sentences for t in s.tokens}


def childs(text: str, head: str, label: str) -> list[str]:
    """The words of a text that hang on one of its words by a label."""
    return [t.text for t in tokens(text)[head].childs(label)]
