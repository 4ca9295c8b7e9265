"""Captions and credits of an HTML page's pictures."""

import re
from dataclasses import dataclass

from standoff.read.dom import Element, is_aside, lines_of, names, squeeze
from standoff.read.shapes import caption_end_credit, is_counter, is_photo_credit

_CAPTION = re.compile(r"(?:^|[-_ ])(?:wp-caption-text|caption|captions|image-?caption|photo-?caption|img-?caption|cutline|media-?caption|caption-?text|figcaption)(?:$|[-_ ])|caption__|__caption|[a-z]Caption\b", re.IGNORECASE)
_CREDIT = re.compile(r"credit|copyright|photographer|image-?source|photo-?by|attribution|(?:^|[-_ ])source(?:$|[-_ ])", re.IGNORECASE)
_MAX = 1500
_MOST = 60


@dataclass(slots=True)
class Picture:
    """The caption and the credit of a picture, either of which may be missing, and the elements that hold them."""

    caption: str | None
    credit: str | None
    elements: list[Element]


def find_pictures(tree: Element) -> list[Picture]:
    """The captions and credits of the page's pictures, in order, each once."""
    found: list[Picture] = []
    seen: set[str] = set()
    done: set[Element] = set()
    for element in tree.iter("figcaption", "div", "p", "span", "dd", "small", "em", "li"):
        if len(found) >= _MOST:
            break
        if element.tag != "figcaption" and not _CAPTION.search(names(element)):
            continue
        if any(node in done for node in element.iterancestors()) or is_aside(element):
            continue
        picture = _picture(element)
        if picture is None:
            continue
        done.add(element)
        key = (picture.caption or picture.credit or "").casefold()
        if key not in seen:
            seen.add(key)
            found.append(picture)
        elif found:
            found[-1].elements.append(element)
    return found


def _picture(element: Element) -> Picture | None:
    if len(element) > 60 or any(True for _ in element.iter("h1", "article")):
        return None
    credits = frozenset(node for node in element.iterdescendants() if isinstance(node.tag, str) and _CREDIT.search(names(node)))
    caption = squeeze(" ".join(line for line in lines_of(element, skip=credits) if not is_counter(line)))
    credit = squeeze(" ".join(" ".join(lines_of(node)) for node in _outermost(credits)))
    if not credit and is_photo_credit(caption):
        caption, credit = "", caption
    elif not credit and (cut := caption_end_credit(caption)):
        caption, credit = caption[:cut].rstrip(" |–—-/("), caption[cut:].strip()
    if not (caption or credit) or len(caption) > _MAX or len(credit) > 300:
        return None
    return Picture(caption or None, credit or None, [element])


def _outermost(nodes: frozenset[Element]) -> list[Element]:
    kept = [node for node in nodes if not any(parent in nodes for parent in node.iterancestors())]
    return sorted(kept, key=lambda node: (node.sourceline or 0, str(node.getroottree().getpath(node))))
