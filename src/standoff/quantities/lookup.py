"""What stands at a token: its words, and the unit told by words or by a sign."""

from standoff.lexicon.units import Unit, units
from standoff.quantities.scan import Word

_CUT = frozenset({"sq", "cu", "fl"})  # cut short with a full stop: `12 sq. km`
DASHES = "-–—‑−"
"""What stands between figures: hyphens, dashes and the minus sign."""


def text_at(words: list[Word], i: int) -> str:
    """The token in lower case; empty beyond the ends."""
    return words[i].lower if 0 <= i < len(words) else ""


def is_glued(words: list[Word], i: int) -> bool:
    """Whether the token stands right behind the one before; False beyond the ends."""
    return 0 <= i < len(words) and words[i].glued


def words_unit(words: list[Word], i: int) -> tuple[Unit, int] | None:
    """The unit whose words stand at `i` (`US dollars`, `square metres`, `pound-feet`), the longest that fits."""
    table = units()
    key: list[str] = []
    best: tuple[Unit, int] | None = None
    at = i
    while at < len(words) and len(key) < table.longest:
        if key and (words[at].text in "-–" or (words[at].glued and words[at].text == "." and key[-1] in _CUT)):
            at += 1
            continue
        if words[at].kind != "word" or (words[at].fresh and at > i):
            break
        key.append(words[at].lower)
        at += 1
        unit = table.words.get(tuple(key))
        if unit is not None:
            best = unit, at
    return best


def sign_unit(words: list[Word], i: int) -> tuple[Unit, int] | None:
    """The unit whose sign stands at `i` (`km`, `°C`, `m2`, `€`), the longest that fits."""
    signs = units().signs
    text, best = "", None
    for at in range(i, min(i + 4, len(words))):
        if text in _CUT and words[at].text == "." and words[at].glued:
            continue
        if at > i and not words[at].glued and not (text == "sq" or text == "cu" or text in ("deg", "°")):
            break
        spaced = " " if at > i and not words[at].glued else ""
        text += spaced + words[at].text
        unit = signs.get(text) or signs.get(text.replace(" ", ""))
        if unit is not None:
            best = unit, at + 1
    if best is None:
        return None
    if words[best[1] - 1].kind == "word" and best[1] < len(words) and words[best[1]].glued:
        after = words[best[1]]
        if after.kind == "figure":
            return None
    return best
