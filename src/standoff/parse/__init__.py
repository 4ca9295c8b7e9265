"""Page -> Parsed: sentences, tokens, dependencies. The only package that imports spaCy."""

from standoff.parse.labels import FINITE, SUBJECTS
from standoff.parse.spacy_parser import MAX_PARSED, MODEL, load_parser, parse
from standoff.parse.tokens import Parsed, Sentence, Token, asked_once, from_the_root

__all__ = [
    "FINITE",
    "MAX_PARSED",
    "MODEL",
    "SUBJECTS",
    "Parsed",
    "Sentence",
    "Token",
    "asked_once",
    "from_the_root",
    "load_parser",
    "parse",
]
