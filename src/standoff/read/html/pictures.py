"""Captions and credits of an HTML page's pictures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from lxml import etree

from standoff.lexicon.furniture import furniture
from standoff.read.byline_forms import byline_names
from standoff.read.html.dom import (
    ASIDE,
    Element,
    Marked,
    called,
    is_aside,
    lines_of,
    names,
    squeeze,
    text_of,
    with_ancestors,
)
from standoff.read.html.story import found_by, untagged
from standoff.read.shapes import caption_end_credit, is_counter, is_photo_credit
from standoff.read.stamped import stamp_line

_CAPTION = re.compile(
    r"caption(?![-_]?(?:toggle|button|btn|icon|track|credit))|cutline|(?:^|[-_ ])(?:img|image|photo|pic)_?-?cptn"
    r"|(?:image|img|photo|picture|media|figure|slide|gallery|carousel)[-_]{0,2}(?:item[-_]{0,2})?(?:info[-_]{0,2})?(?:desc|description|legend|subtitle|text|txt)(?:$|[-_ ])"
    r"|(?:Image|Photo|Picture|Media|Figure|Slide|Gallery|info)(?:Description|Legend|Subtitle)"
    r"|product[-_]?(?:embed|box|card)?[-_]?(?:hed|title|name)(?![a-z])",
    re.IGNORECASE,
)
_PLAINLY = frozenset({"caption", "photo-caption", "image-caption", "wp-caption-text", "cutline"})
_NO_CAPTION = re.compile(r"closed-?caption|(?:^|[-_ ])(?:no|has|with|hide)-?caption", re.IGNORECASE)
_CREDIT = re.compile(
    r"credit|copyright|photographer|image-?source|photo-?by|attribution|(?:^|[-_ ])source(?:$|[-_ ])", re.IGNORECASE
)
_OF_OTHERS = re.compile(
    r"author|avatar|profile|byline|biograph|contributor|writer|columnist|closed-?caption", re.IGNORECASE
)  # what stands beside a picture of its writer, or beside a moving picture
_PICTURE_FILE = re.compile(r"^#|\.(?:jpe?g|png|gif|webp|avif|tiff?|bmp)(?:$|[?#])", re.IGNORECASE)
_BESIDE = re.compile(
    r"related|recommend|sidebar|promo|most-?(?:read|viewed)|trending|newsletter|advert|sponsor|outbrain|taboola|more-?(?:on|from|stories)",
    re.IGNORECASE,
)  # what holds figures that are none of the story's; a card or a widget may be the story's own
_MOVING = re.compile(
    r"(?:^|[-_ ])(?:video|videos|player|playlist|jw|brightcove)(?:$|[-_ ])|video-?(?:player|container|ct)",
    re.IGNORECASE,
)
_CAPTION_TAGS = ("div", "p", "span", "dd", "small", "em", "li", "amp-fit-text", "cite", "h2", "h3", "h4", "h5")
_PICTURES = ("img", "picture", "amp-img", "amp-anim", "source", "noscript", "canvas")
_INSIDE = frozenset(
    {"picture", "source", "a", "noscript", "amp-img", "amp-anim"}
)  # no levels of their own above a picture
_COUNTED = re.compile(r"^\(?\d{1,3}\s?(?:of|/)\s?\d{1,3}\)?\s{0,3}[|:.\-–—]?\s{0,3}(?=[A-Z“\"])")
_DATA = (
    "data-caption",
    "data-image-caption",
    "data-img-caption",
    "data-photo-caption",
    "data-fancybox-caption",
    "data-lightbox-caption",
)
_ANY_DATA = re.compile(r"data-(?:caption|image-caption|img-caption|photo-caption|fancybox-caption|lightbox-caption)")
_WITH_DATA = etree.XPath("//*[" + " or ".join(f"@{name}" for name in _DATA) + "]")
_MAX = 1500
_MOST = 60
_FAR_TOO_LONG = 2500  # characters of what stands beside a picture and is no caption, scripts and blanks included
_LEVELS = 4  # elements above a picture in which its caption may stand
_ALT = 25  # characters from which the same words beside a picture as in its `alt` are its caption


@dataclass(slots=True)
class Picture:
    """The caption and the credit of a picture, either of which may be missing, and the elements that hold them."""

    caption: str | None
    credit: str | None
    elements: list[Element] = field(default_factory=list)


def find_pictures(tree: Element, marked: Marked, story: Element | None) -> list[Picture]:
    """The captions and credits of the page's pictures, in order, each once.

    Args:
        tree: the page.
        marked: its elements with class or id.
        story: the element that holds the story, see `dom.story_element`.
    """
    around = with_ancestors(story)
    found: list[Picture] = []
    seen: dict[str, Picture] = {}
    done: set[Element] = set()
    for holder in _holders(tree, marked, _region(story)):
        if len(found) >= _MOST:
            break
        if holder in done or any(node in done for node in holder.iterancestors()):
            continue
        figure = _figure(holder)
        if is_aside(figure, around=around, form=_BESIDE if figure.tag == "figure" else ASIDE) or (
            figure.tag != "figure" and any(_MOVING.search(names(n)) for n in _near(holder))
        ):
            continue
        picture = _picture(holder)
        if picture is None:
            continue
        done.add(holder)
        key = (picture.caption or picture.credit or "").casefold()
        if key not in seen:
            seen[key] = picture
            found.append(picture)
        else:
            seen[key].elements.append(holder)
    hidden = _in_data(tree, around, seen) if marked.mentions(_ANY_DATA) else ()
    return [*found, *hidden][:_MOST]


def _holders(tree: Element, marked: Marked, region: Element | None) -> Iterator[Element]:
    """The elements that may hold a caption, in the order of the page: by tag, by name, by standing beside a picture."""
    likely = marked.like(
        "caption",
        "cutline",
        "cptn",
        "desc",
        "legend",
        "image",
        "photo",
        "picture",
        "media",
        "figure",
        "slide",
        "gallery",
        "carousel",
        "product",
    )
    named = {e for e in likely if e.tag in _CAPTION_TAGS and _named_caption(e)}
    pictures = set(region.iter("img", "amp-img")) if region is not None else set()
    wanted = named.union(tree.iter("figcaption"), pictures)
    if not wanted:
        return
    for element in tree.iter("figcaption", "img", "amp-img", *_CAPTION_TAGS):
        if element not in wanted:
            continue
        holder = _beside_image(element, region) if element in pictures else element
        if holder is not None and (element in pictures or _shows_picture(element)):
            yield holder


def _named_caption(element: Element) -> bool:
    own = names(element)
    return _CAPTION.search(own) is not None and not _NO_CAPTION.search(own)


def _figure(holder: Element) -> Element:
    """The figure that a caption stands in, or itself: what is called `footer` inside a figure stands not aside."""
    return next((node for node in [holder, *_above(holder, 5)] if node.tag == "figure"), holder)


def _above(element: Element, levels: int) -> Iterator[Element]:
    node = element.getparent()
    while node is not None and levels:
        yield node
        node, levels = node.getparent(), levels - 1


def _shows_picture(element: Element) -> bool:
    """Whether a picture stands close to what is called a caption: not in a form, an offer, a quotation."""
    figure = next((node for node in _above(element, 5) if node.tag == "figure"), None)
    if figure is not None and any(True for _ in figure.iter("blockquote")):
        return False
    for node in [element, *_above(element, 4)]:
        if node.tag == "form":
            return False
        if node.tag == "a" and figure is None and not _PICTURE_FILE.search(node.get("href") or "#"):
            return False  # a link to another story
        if node.tag in ("body", "main", "article"):
            break
        if any(True for _ in node.iter(*_PICTURES)) or "background-image" in (node.get("style") or ""):
            return True
    return element.tag == "figcaption" or not _PLAINLY.isdisjoint((element.get("class") or "").lower().split())


def _region(story: Element | None) -> Element | None:
    """The element that holds the story and its headline: pictures above the first paragraph lie there too."""
    node = story
    for _ in range(6):
        if node is None or node.tag in ("article", "main", "body") or any(True for _ in node.iter("h1")):
            return node if node is None or node.tag != "body" else _outer(story)
        node = node.getparent()
    return story


def _outer(story: Element | None) -> Element | None:
    """What the story stands in, where no heading tells how far its page goes: pictures beside it are its own."""
    parent = story.getparent() if story is not None else None
    return story if parent is None or parent.tag == "body" else parent


def _beside_image(image: Element, region: Element | None) -> Element | None:
    """The text that stands with a picture in the story's region and is no link: its caption, though nothing says so."""
    node = image
    while (parent := node.getparent()) is not None and parent.tag in _INSIDE:
        node = parent
    alt = squeeze(image.get("alt"))
    for parent in _above(node, _LEVELS):
        if parent is region or parent.tag in ("article", "main", "body", "ul", "ol"):
            return None
        if parent.tag == "table" and not _frames(parent):
            return None
        if len(alt) >= _ALT and alt.count(" ") > 2 and (same := _says(parent, alt)) is not None:
            return same
        beside = [
            e for e in node.itersiblings() if isinstance(e.tag, str) and e.tag not in ("script", "style", "noscript")
        ]
        if any(len(e.text_content()) > _FAR_TOO_LONG for e in beside):
            return None
        texts = [(e, t) for e in beside[:12] if (t := text_of(e))]
        if texts:
            return texts[0][0] if len(texts) <= 3 and _can_be_caption(*texts[0], parent) else None
        node = parent
    return None


def _frames(table: Element) -> bool:
    """Whether a table holds one picture and a line or two, as pages had it before there were figures."""
    return len(list(table.iter("img"))) == 1 and len(text_of(table)) <= _FRAMED


_FRAMED = 450  # characters


def _says(parent: Element, alt: str) -> Element | None:
    """The element below that says the very words of a picture's `alt`; it may go on with the credit."""
    for element in parent.iter("p", "span", "div", "small", "em", "figcaption"):
        if squeeze(element.text).startswith(alt) and len(text_of(element)) < len(alt) + 120:
            return element
    return None


def _can_be_caption(element: Element, text: str, parent: Element) -> bool:
    if not 12 < len(text) <= 450 or text.count(" ") < 2 or len(text_of(parent)) > 700:
        return False
    headed = any(True for _ in element.iter("h1", "h2", "h3", "h4"))
    if headed and not (_CAPTIONED_BOX.search(names(parent)) and text.count(" ") > 8 and text[-1:] in ".)”"):
        return False
    if any(True for _ in element.iter("form", "blockquote", "time", "button")) or element.tag == "a":
        return False
    near = [element, *_above(element, _LEVELS)]
    if any(node.tag in ("a", "form") or _OF_OTHERS.search(called(node)) for node in near):
        return False
    if stamp_line(text) or byline_names(text):
        return False
    linked = sum(len(text_of(a)) for a in element.iter("a"))
    return linked < 0.5 * len(text)


_CAPTIONED_BOX = re.compile(r"im(?:age|g)|photo|pic", re.IGNORECASE)


def _near(element: Element) -> list[Element]:
    return [element, *_above(element, _LEVELS)]


def _picture(element: Element) -> Picture | None:
    if len(element) > 60 or any(True for _ in element.iter("article", "form")):
        return None
    if sum(len(text_of(a)) for a in element.iter("a")) > 0.8 * max(1, len(text_of(element))):
        return None  # a link to another story
    credits = frozenset(
        node for node in element.iterdescendants() if isinstance(node.tag, str) and _CREDIT.search(names(node))
    )
    caption = squeeze(" ".join(line for line in lines_of(element, skip=credits) if not is_counter(line)))
    credit = squeeze(" ".join(" ".join(lines_of(node)) for node in _outermost(credits)))
    picture = _split(caption, credit)
    if picture is not None:
        picture.elements.append(element)
    return picture


def _split(caption: str, credit: str) -> Picture | None:
    """Caption and credit of a text; None where it is neither."""
    caption = _COUNTED.sub("", caption)
    if not credit and is_photo_credit(caption):
        caption, credit = "", caption
    elif not credit and (cut := caption_end_credit(caption)):
        caption, credit = caption[:cut].rstrip(" |–—-/("), caption[cut:].strip()
    if not (caption or credit) or len(caption) > _MAX or len(credit) > 300:
        return None
    if caption and not credit and ((" " not in caption and len(caption) < 12) or furniture().roles(caption)):
        return None
    return Picture(caption or None, credit or None)


def _outermost(nodes: frozenset[Element]) -> list[Element]:
    kept = [node for node in nodes if not any(parent in nodes for parent in node.iterancestors())]
    return sorted(kept, key=lambda node: (node.sourceline or 0, str(node.getroottree().getpath(node))))


def _in_data(tree: Element, around: frozenset[Element], seen: dict[str, Picture]) -> Iterator[Picture]:
    """Captions that only an attribute holds, as galleries keep them until a picture is opened; none that is shown too."""
    for element in found_by(_WITH_DATA, tree)[:_MOST]:
        if is_aside(element, around=around):
            continue
        said = next((value for name in _DATA if (value := element.get(name))), "")
        text = squeeze(untagged(unescape(said)))
        picture = _split(text, "") if text.count(" ") > 2 else None
        if picture is None or not picture.caption:
            continue
        key = picture.caption.casefold()
        if not any(key in other or other in key for other in seen if other):
            seen[key] = picture
            yield picture
