"""Captions and credits in the forms of markup that outlets use, each within a story; what stands with a picture and is none."""

import pytest

from standoff.model import Page, PageInput
from standoff.read import read_page

_STORY = """
<p>The two harbour towns agreed on Monday to open the swing bridge for lorries again, ending a dispute over tolls.</p>
{inside}
<p>Drivers had waited for nine days on both banks while the councils argued about who pays for the pilots.</p>
<p>The mayor of the western town said that the first convoy would cross at dawn, under the eyes of observers.</p>
<p>Fishermen have asked for a lane of their own, which neither council has promised so far this season.</p>
"""
_CAPTION = "Lorries queue on the western bank"
_CREDIT = "Ann Other/Harbour Press"

_FORMS = [
    '<figure><img src="a.jpg"><figcaption>{c}</figcaption></figure>',
    '<figure><img src="a.jpg"><figcaption><span class="caption">{c}</span> <span class="credit">{k}</span></figcaption></figure>',
    '<figure><img src="a.jpg"><figcaption><p>{c}</p><cite class="photo-credit">{k}</cite></figcaption></figure>',
    '<div class="wp-caption"><img src="a.jpg"><p class="wp-caption-text">{c}</p></div>',
    '<div class="InlineImage-wrapper"><img src="a.jpg"><div class="InlineImage-imageEmbedCaption">{c}</div></div>',
    '<aside class="image-wide"><img src="a.jpg"><p class="caption">{c} <span class="credits">({k})</span></p></aside>',
    '<div class="thumb_area"><img src="a.jpg"><span class="thumb_figure_txt">{c}</span></div>',
    '<div class="slide"><picture><img src="a.jpg"></picture><span class="slide-infoDescription">{c}</span></div>',
    '<div class="photo-box"><img src="a.jpg"><span class="newsCaption">{c}</span></div>',
    '<div class="ProductEmbedWrapper-x1"><picture><img src="a.jpg"></picture><div class="ProductEmbedHed-x2">{c}</div></div>',
    '<div><div><picture><img src="a.jpg"></picture></div><div>{c}</div></div>',
    '<div class="gallery-item"><img src="a.jpg"><p class="caption">1 of 5 | {c}</p></div>',
    '<amp-img src="a.jpg" width="4" height="3"></amp-img><div class="image-caption">{c}</div>',
    '<a class="gallery" data-caption="{c}" href="a.jpg"><img src="a.jpg"></a>',
]
_NONE = [
    '<aside class="related"><figure><img src="b.jpg"><figcaption>{c}</figcaption></figure></aside>',
    '<div class="video-player"><img src="b.jpg"><div class="video-caption">{c}</div></div>',
    '<div class="author-box"><img class="avatar" src="b.jpg"><div>{c}</div></div>',
    '<a href="/other"><img src="b.jpg"><span class="caption">{c}</span></a>',
    '<form><img src="b.jpg"><p class="caption">{c}</p></form>',
    '<div class="closed-caption-toggle"><img src="b.jpg"><span>{c}</span><button>On</button></div>',
]


def _read(inside: str) -> Page:
    words = inside.format(c=_CAPTION, k=_CREDIT)
    html = f"<html><head><title>Bridge opens</title></head><body><article><h1>Bridge opens to lorries again</h1>{_STORY.format(inside=words)}</article></body></html>"
    page = read_page(PageInput(id="page", html=html))
    assert isinstance(page, Page)
    return page


def _texts(page: Page, kind: str) -> list[str]:
    return [page.text[part.start : part.end] for part in page.parts if part.kind == kind]


@pytest.mark.parametrize("markup", _FORMS)
def test_a_caption_is_found_and_stands_in_no_story(markup: str) -> None:
    page = _read(markup)
    assert _texts(page, "caption") == [_CAPTION]
    assert all(_CAPTION not in story for story in _texts(page, "story"))
    if "{k}" in markup:
        assert [credit.strip("()") for credit in _texts(page, "credit")] == [_CREDIT]


@pytest.mark.parametrize("markup", _NONE)
def test_what_stands_with_another_picture_is_no_caption(markup: str) -> None:
    assert _texts(_read(markup), "caption") == []
