"""robots.txt as RFC 9309 reads it: the longest pattern that fits decides. Linear, whatever the file holds."""

import re
from dataclasses import dataclass
from urllib.parse import quote

MAX_CHARS = 500 * 1024  # what the standard asks a reader to take at least
_LINE = re.compile(r"\s*([A-Za-z-]+)\s*:([^#\r\n]*)")
_TOKEN = re.compile(r"[A-Za-z_-]+|\*")


@dataclass(frozen=True, slots=True)
class Robots:
    """What a site asks of us: patterns with whether they allow, and the seconds between two questions."""

    rules: tuple[tuple[str, bool], ...] = ()
    delay: float | None = None

    def allows(self, target: str) -> bool:
        """True where a path with its query may be asked for."""
        if target == "/robots.txt":
            return True
        target = _encoded(target)
        best, allowed = -1, True
        for pattern, allow in self.rules:
            if (len(pattern) > best or (len(pattern) == best and allow)) and _fits(pattern, target):
                best, allowed = len(pattern), allow
        return allowed


def parse_robots(text: str, token: str) -> Robots:
    """What a robots.txt says to the one whose name is `token`: in the groups that name it, else in those for all.

    >>> parse_robots("User-agent: *\\nDisallow: /search", "standoff").allows("/search?q=gate")
    False
    """
    groups: dict[str, tuple[list[tuple[str, bool]], list[float]]] = {}
    wanted = {token.lower(), "*"}  # the groups of others are not kept: thousands of names times thousands of lines
    named: set[str] = set()
    open_names = False
    for line in text[:MAX_CHARS].removeprefix("\ufeff").splitlines():
        found = _LINE.match(line)
        if not found:
            continue
        field, value = found[1].lower(), found[2].strip()
        if field == "user-agent":
            if name := _TOKEN.match(value):
                named = (named if open_names else set()) | ({name[0].lower()} & wanted)
            open_names = True
            for each in named:
                groups.setdefault(each, ([], []))
            continue
        if field in ("allow", "disallow"):
            open_names = False
            if value.startswith(("/", "*")):
                for each in named:
                    groups[each][0].append((_encoded(value), field == "allow"))
        elif field == "crawl-delay":
            open_names = False
            for each in named:
                groups[each][1].extend(_seconds(value))
    rules, delays = groups.get(token.lower()) or groups.get("*") or ([], [])
    return Robots(tuple(rules), max(delays, default=None))


def _seconds(value: str) -> list[float]:
    return [float(value)] if re.fullmatch(r"\d{1,6}(?:\.\d{1,3})?", value) else []


def _encoded(path: str) -> str:
    """A path with everything beyond ASCII percent-encoded, so that both sides are written alike."""
    encoded = quote(path, safe="/%*$:=&?~+!,;'@()[]-._#")
    return re.sub(r"%[0-9a-fA-F]{2}", lambda found: _plain(found[0]), encoded)


def _plain(code: str) -> str:
    character = chr(int(code[1:], 16))
    return character if character.isascii() and (character.isalnum() or character in "-._~") else code.upper()


def _fits(pattern: str, target: str) -> bool:
    """True where a pattern with `*` and a closing `$` fits the beginning of a path."""
    whole = pattern.endswith("$")
    pieces = (pattern[:-1] if whole else pattern).split("*")
    if not target.startswith(pieces[0]):
        return False
    if len(pieces) == 1:
        return not whole or target == pieces[0]
    at = len(pieces[0])
    for piece in pieces[1:-1]:
        found = target.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    last = pieces[-1]
    return target.endswith(last) and len(target) - len(last) >= at if whole else target.find(last, at) >= 0
