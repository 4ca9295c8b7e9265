"""Captions and credits of an HTML page's pictures."""

import re
from dataclasses import dataclass

from standoff.lexicon.furniture import furniture
from standoff.read.dom import Element, Marked, is_aside, lines_of, names, squeeze, text_of, with_ancestors
from standoff.read.shapes import byline_names, caption_end_credit, is_counter, is_photo_credit, stamp_line

_CAPTION = re.compile(
    r"(?:^|[-_ ])(?:wp-caption-text|caption|captions|image-?caption|photo-?caption|img-?caption|cutline|media-?caption|caption-?text|figcaption)(?:$|[-_ ])|caption__|__caption|[a-z]Caption\b",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"credit|copyright|photographer|image-?source|photo-?by|attribution|(?:^|[-_ ])source(?:$|[-_ ])", re.IGNORECASE
)
_PERSONAL = re.compile(r"author|avatar|profile|byline|biograph|contributor|writer|columnist", re.IGNORECASE)
_CAPTION_TAGS = ("div", "p", "span", "dd", "small", "em", "li")
_MAX = 1500
_MOST = 60
_LEVELS = 5  # elements above a picture in which its caption may stand


@dataclass(slots=True)
class Picture:
    """The caption and the credit of a picture, either of which may be missing, and the elements that hold them."""

    caption: str | None
    credit: str | None
    elements: list[Element]


def find_pictures(tree: Element, marked: Marked, story: Element | None) -> list[Picture]:
    """The captions and credits of the page's pictures, in order, each once.

    Args:
        tree: the page.
        marked: its elements with class or id.
        story: the element that holds the story, see `dom.story_element`.
    """
    around = with_ancestors(story)
    region = _region(story)
    found: list[Picture] = []
    seen: set[str] = set()
    done: set[Element] = set()
    captions = {e for e in marked.like("caption", "cutline") if e.tag in _CAPTION_TAGS and _CAPTION.search(names(e))}
    wanted = captions.union(tree.iter("figcaption", "img"))
    for element in (e for e in tree.iter("figcaption", "img", *_CAPTION_TAGS) if e in wanted):
        if len(found) >= _MOST:
            break
        holder = _beside_image(element, region) if element.tag == "img" else element
        if holder is None or holder in done or any(node in done for node in holder.iterancestors()):
            continue
        if is_aside(holder, around=around):
            continue
        picture = _picture(holder)
        if picture is None:
            continue
        done.add(holder)
        key = (picture.caption or picture.credit or "").casefold()
        if key not in seen:
            seen.add(key)
            found.append(picture)
        elif found:
            found[-1].elements.append(holder)
    return found


def _region(story: Element | None) -> Element | None:
    """The element that holds the story and its headline: pictures above the first paragraph lie there too."""
    node = story
    for _ in range(6):
        if node is None or node.tag in ("article", "main", "body") or any(True for _ in node.iter("h1")):
            return node if node is None or node.tag != "body" else story
        node = node.getparent()
    return story


def _beside_image(image: Element, region: Element | None) -> Element | None:
    """The text that stands with a picture in the story's region and is no link: its caption, though nothing says so."""
    if region is None:
        return None
    node, above = image, list(image.iterancestors())
    if region not in above:
        return None
    for parent in above[:_LEVELS]:
        if parent is region or parent.tag in ("article", "main", "body", "ul", "ol", "table"):
            return None
        beside = [
            e for e in node.itersiblings() if isinstance(e.tag, str) and e.tag not in ("script", "style", "noscript")
        ]
        texts = [(e, text_of(e)) for e in beside]
        texts = [(e, t) for e, t in texts if t]
        if texts:
            return texts[0][0] if len(texts) <= 3 and _can_be_caption(*texts[0], parent) else None
        node = parent
    return None


def _can_be_caption(element: Element, text: str, parent: Element) -> bool:
    if not 12 < len(text) <= 450 or text.count(" ") < 2 or len(text_of(parent)) > 700:
        return False
    if (
        any(True for _ in element.iter("h1", "h2", "h3", "h4", "form", "blockquote", "time", "button"))
        or element.tag == "a"
    ):
        return False
    if (
        any(node.tag == "a" or _PERSONAL.search(names(node)) for node in _near(element))
        or stamp_line(text)
        or byline_names(text)
    ):
        return False
    linked = sum(len(text_of(a)) for a in element.iter("a"))
    return linked < 0.5 * len(text)


def _near(element: Element) -> list[Element]:
    return [element, *element.iterancestors()][:_LEVELS]


def _picture(element: Element) -> Picture | None:
    if len(element) > 60 or any(True for _ in element.iter("h1", "article", "form")):
        return None
    if sum(len(text_of(a)) for a in element.iter("a")) > 0.8 * max(1, len(text_of(element))):
        return None  # a link to another story
    credits = frozenset(
        node for node in element.iterdescendants() if isinstance(node.tag, str) and _CREDIT.search(names(node))
    )
    caption = squeeze(" ".join(line for line in lines_of(element, skip=credits) if not is_counter(line)))
    credit = squeeze(" ".join(" ".join(lines_of(node)) for node in _outermost(credits)))
    if not credit and is_photo_credit(caption):
        caption, credit = "", caption
    elif not credit and (cut := caption_end_credit(caption)):
        caption, credit = caption[:cut].rstrip(" |–—-/("), caption[cut:].strip()
    if not (caption or credit) or len(caption) > _MAX or len(credit) > 300:
        return None
    if caption and not credit and ((" " not in caption and len(caption) < 12) or furniture().roles(caption)):
        return None
    return Picture(caption or None, credit or None, [element])


def _outermost(nodes: frozenset[Element]) -> list[Element]:
    kept = [node for node in nodes if not any(parent in nodes for parent in node.iterancestors())]
    return sorted(kept, key=lambda node: (node.sourceline or 0, str(node.getroottree().getpath(node))))
