"""What a decision hangs on: a mention by its page, sentence, type and words, found again after the page was read anew."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Annotated, Literal

import msgspec
from msgspec import Meta as Is
from msgspec.structs import replace

from standoff.record.rows import EventMention, QuantityMention, QuoteMention, ReasonMention, StateMentionRow

Kind = Literal["event", "state", "amount", "quotation", "reason", "spell"]
"""What somebody decides on. A spell has no words of its own: it hangs on the mentions that it rests on."""
Mention = EventMention | StateMentionRow | QuantityMention | QuoteMention | ReasonMention
LONG = 30
"""Characters of a sentence that is not said by chance on two pages."""


class Anchor(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A mention as it was when somebody decided on it."""

    part: Annotated[Literal["on", "other"], Is(description="of a merge the other event, of a split what stayed")] = "on"
    mention: Annotated[str, Is(description="its key")]
    document: Annotated[str, Is(description="the page's key, a hash of its bytes")]
    page: Annotated[str, Is(description="the page's id")]
    kind: Kind
    type: Annotated[
        str,
        Is(description="of an event its type, of a description its state, of an amount its unit, of a reason its kind"),
    ]
    quote: Annotated[str, Is(description="the sentence")]
    words: Annotated[str, Is(description="the words that made it")]
    start: Annotated[int, Is(description="where they stood in the page's text")]
    nth: Annotated[int, Is(description="of equal ones on the page, which")] = 0
    fix: Annotated[bool, Is(description="it was this report that was read wrongly")] = False


def kind_of(mention: Mention) -> Kind:
    """What a mention is."""
    if isinstance(mention, EventMention):
        return "event"
    if isinstance(mention, StateMentionRow):
        return "state"
    if isinstance(mention, ReasonMention):
        return "reason"
    return "amount" if isinstance(mention, QuantityMention) else "quotation"


def type_of(mention: Mention) -> str:
    """The type that a decision hangs on."""
    if isinstance(mention, EventMention):
        return mention.event.type
    if isinstance(mention, StateMentionRow):
        return mention.state.state
    if isinstance(mention, ReasonMention):
        return mention.reason.kind
    return mention.quantity.unit or "" if isinstance(mention, QuantityMention) else ""


def start_of(mention: Mention) -> int:
    """Where the words of a mention begin in the page's text."""
    return _span(mention)[0]


def _span(mention: Mention) -> tuple[int, int]:
    if isinstance(mention, EventMention):
        return mention.event.start, mention.event.end
    if isinstance(mention, StateMentionRow):
        return mention.state.start, mention.state.end
    if isinstance(mention, QuantityMention):
        return mention.quantity.start, mention.quantity.end
    if isinstance(mention, ReasonMention):
        return mention.reason.start, mention.reason.end
    return mention.quote.start, mention.quote.end


def words_of(mention: Mention) -> str:
    """The words that made it, as they stand in its sentence."""
    if isinstance(mention, StateMentionRow | QuantityMention | ReasonMention):
        return mention.words
    if isinstance(mention, QuoteMention):
        return mention.said
    start, end = _span(mention)
    return mention.where.quote[max(0, start - mention.where.start) : end - mention.where.start]


def _plain(text: str) -> str:
    return " ".join(text.split())


class Places:
    """The mentions of a record as they are read now, and where each anchor has its place among them."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self.by_key: dict[str, Mention] = {}
        self._on_page: dict[tuple[str, str], list[Mention]] = defaultdict(list)
        self._saying: dict[tuple[str, str, str, str], list[Mention]] = defaultdict(list)
        for mention in mentions:
            self.by_key[mention.key] = mention
            self._on_page[mention.where.document.key, kind_of(mention)].append(mention)
            self._saying[_what(mention)].append(mention)
        self._pages = {document for document, _ in self._on_page}

    def copy(self) -> "Places":
        """The same, to be added to; what stands in both is held once."""
        found = Places(())
        found.by_key, found._pages = dict(self.by_key), self._pages
        found._on_page, found._saying = self._on_page.copy(), self._saying.copy()
        return found

    def add(self, mention: Mention) -> None:
        """Puts one more among them."""
        self.by_key[mention.key] = mention
        page, what = (mention.where.document.key, kind_of(mention)), _what(mention)
        self._on_page[page] = [*self._on_page[page], mention]
        self._saying[what] = [*self._saying[what], mention]

    def anchor(self, key: str, *, part: Literal["on", "other"] = "on", fix: bool = False) -> Anchor:
        """The anchor of a mention.

        Raises:
            KeyError: nothing has this key.
        """
        mention = self.by_key[key]
        document = mention.where.document
        equal = [m.key for m in self._saying[_what(mention)] if m.where.document.key == document.key]
        return Anchor(
            part=part,
            mention=key,
            document=document.key,
            page=document.id,
            kind=kind_of(mention),
            type=type_of(mention),
            quote=mention.where.quote,
            words=words_of(mention),
            start=start_of(mention),
            nth=equal.index(key),
            fix=fix,
        )

    def find(self, anchor: Anchor, *, strict: bool = False) -> Mention | None:
        """The mention that an anchor means now; `strict`: only one of the same type."""
        if anchor.kind == "spell":
            anchor = replace(anchor, kind="event" if anchor.mention.startswith("e") else "state")
        own = self.by_key.get(anchor.mention)
        if own is not None and _plain(anchor.words) == _plain(words_of(own)):
            return own
        here = self._on_page[anchor.document, anchor.kind]
        for test in _tests(anchor, strict=strict):
            if (found := [m for m in here if test(m)]) and (meant := _which(anchor, found)) is not None:
                return meant
        if anchor.document not in self._pages and len(anchor.quote) >= LONG:
            return next(iter(self._saying.get(_what_anchor(anchor), ())), None)
        return None

    def like(self, anchor: Anchor) -> Sequence[Mention]:
        """All mentions that read the same from the same sentence, on whatever page: copies of it."""
        return self._saying.get(_what_anchor(anchor), ()) if len(anchor.quote) >= LONG else ()


def _what(mention: Mention) -> tuple[str, str, str, str]:
    return kind_of(mention), type_of(mention), _plain(mention.where.quote), _plain(words_of(mention))


def _what_anchor(anchor: Anchor) -> tuple[str, str, str, str]:
    return anchor.kind, anchor.type, _plain(anchor.quote), _plain(anchor.words)


def _tests(anchor: Anchor, *, strict: bool) -> Iterator[Callable[[Mention], bool]]:
    """What a mention of the same page must share with an anchor to be the one that is meant, the surest first."""
    quote, words = _plain(anchor.quote), _plain(anchor.words)

    def same_type(m: Mention) -> bool:
        return type_of(m) == anchor.type

    def same_words(m: Mention) -> bool:
        return _plain(words_of(m)) == words

    def same_quote(m: Mention) -> bool:
        return _plain(m.where.quote) == quote

    def same_sentence(m: Mention) -> bool:  # cut in another way
        other = _plain(m.where.quote)
        return other in quote or quote in other

    def near_words(m: Mention) -> bool:  # `shut` and `shut down`
        other = _plain(words_of(m))
        return bool(other and words) and (other in words or words in other)

    yield lambda m: same_quote(m) and same_type(m) and same_words(m)
    yield lambda m: same_quote(m) and same_type(m) and near_words(m)
    yield lambda m: same_sentence(m) and same_type(m) and same_words(m)
    if not strict:
        yield lambda m: same_quote(m) and same_words(m)
        yield lambda m: same_sentence(m) and same_words(m)


def _which(anchor: Anchor, found: Sequence[Mention]) -> Mention | None:
    """Of several that fit equally well the one of the same number, where they are equal; else the nearest."""
    ordered = sorted(found, key=lambda m: (start_of(m), m.key))
    if len({_what(m) for m in ordered}) == 1:
        return ordered[anchor.nth] if anchor.nth < len(ordered) else None
    return min(ordered, key=lambda m: (abs(start_of(m) - anchor.start), start_of(m), m.key))
