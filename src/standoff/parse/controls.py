"""What a page's text holds for a terminal and not for its reader: control characters, with the codes that they begin."""

import re

_CODES = re.compile(
    r"\x1b\[[0-9;:<=>?]*[ -/]*[@-~]"  # `ESC [ 31 m`: ECMA-48, control sequences
    r"|\x1b\][^\x07\x1b\n]*(?:\x07|\x1b\\)"  # `ESC ] 0 ; title BEL`: operating system commands
    r"|\x1b[@-Z\\^_]?"
    r"|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]"
)


def without_controls(text: str) -> str:
    """The text with blanks for such characters and codes, of the same length.

    >>> without_controls("the \\x1b[1mNorth\\x1b[0m army")
    'the     North     army'
    """
    return _CODES.sub(lambda found: " " * len(found[0]), text)
