"""Ten pages of our own with readers' comments, each in a form that sites use; every one tells the same story and the same comments.

`{n}` comments follow below each story; what is asked of them stands in `COMMENTS`.
"""

from dataclasses import dataclass

TITLE = "Ferry talks end without a date"
STORY = (
    "The ferry company and the council of Skarn met on Monday for the third time this month, and parted without a date for the next sailing.",
    "The company says that the pier is not safe for cars. The council has offered to pay half of the repairs, which would cost about 2 million euros.",
    "Crews on the mainland have been told to wait at home until the end of the week, a spokeswoman for the company said on Monday evening.",
    "The council of the south shore asked for the boats to be brought back for the market days, but no answer had come by nightfall.",
)


@dataclass(frozen=True)
class Comment:
    """A reader's comment as the pages print it: who, when (ISO 8601 with offset), and what."""

    author: str
    time: str
    text: str


COMMENTS = (
    Comment("Hanna Brekke", "2015-05-04T19:20:00+00:00", "The council attacked the company again, and nobody asked the crews what they think."),
    Comment("OldTar", "2015-05-04T20:05:00+00:00", "Half of the repairs is a fair offer. The company should take it before the winter."),
    Comment("Mole77", "2015-05-05T06:41:00+00:00", "They shut the pier in 2009 too, and it took them three years to open it."),
)  # fmt: skip


def stamp(comment: Comment, form: str = "{day} May 2015 {clock} GMT") -> str:
    """The time as pages print it."""
    day, clock = int(comment.time[8:10]), comment.time[11:16]
    hour = int(clock[:2])
    twelve = f"{(hour - 1) % 12 + 1}:{clock[3:]} {'am' if hour < 12 else 'pm'}"
    return form.format(day=day, clock=clock, twelve=twelve)


def _page(comments: str, head: str = "") -> str:
    story = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    return (
        f"<!doctype html><html lang='en'><head><title>{TITLE} | Skarn Post</title>{head}</head><body>"
        f"<nav><ul><li><a href='/'>Home</a></li><li><a href='/news'>News</a></li></ul></nav>"
        f"<article><h1>{TITLE}</h1><p class='byline'>By Jane Roe</p><p class='date'>4 May 2015</p><div class='story'>{story}</div></article>"
        f"{comments}<footer>© 2015 Skarn Post. All rights reserved.</footer></body></html>"
    )


def _each(form: str, stamps: str = "{day} May 2015 {clock} GMT") -> str:
    return "".join(
        form.format(author=c.author, time=c.time, text=c.text, stamp=stamp(c, stamps), n=n)
        for n, c in enumerate(COMMENTS, 1)
    )


def _nested(form: str, stamps: str = "{day} May 2015 {clock} GMT") -> str:
    """The second inside the first, the third beside it; `{inner}` is where an answer goes."""

    def one(n: int, inner: str) -> str:
        c = COMMENTS[n]
        return form.format(author=c.author, time=c.time, text=c.text, stamp=stamp(c, stamps), inner=inner, n=n + 1)

    return one(0, one(1, "")) + one(2, "")


def _wordpress() -> str:
    form = (
        '<li id="comment-{n}" class="comment even depth-1"><article id="div-comment-{n}" class="comment-body"><footer class="comment-meta">'
        '<div class="comment-author vcard"><img alt="" src="a.png" class="avatar"><b class="fn">{author}</b> <span class="says">says:</span></div>'
        '<div class="comment-metadata"><a href="#comment-{n}"><time datetime="{time}">{stamp}</time></a></div></footer>'
        '<div class="comment-content"><p>{text}</p></div><div class="reply"><a class="comment-reply-link" href="#r">Reply</a></div></article>'
        '<ol class="children">{inner}</ol></li>'
    )
    body = _nested(form, "May {day}, 2015 at {twelve} GMT")
    return _page(
        f'<div id="comments" class="comments-area"><h2 class="comments-title">3 thoughts on “{TITLE}”</h2><ol class="comment-list">{body}</ol></div>'
    )


def _disqus() -> str:
    form = (
        '<li class="post" id="post-{n}"><div class="post-content"><header><span class="post-byline"><span class="author publisher-anchor-color">'
        '<a href="#u">{author}</a></span></span><span class="post-meta"><a class="time-ago" href="#c" title="{time}">{stamp}</a></span></header>'
        '<div class="post-body"><div class="post-message-container"><div class="post-message"><p>{text}</p></div></div></div>'
        '<footer><menu><li class="voting"><a>Up</a></li><li class="reply"><a>Reply</a></li></menu></footer></div><ul class="children">{inner}</ul></li>'
    )
    return _page(
        f'<div id="disqus_thread"><div id="conversation"><ul id="post-list" class="post-list">{_nested(form)}</ul></div></div>'
    )


def _microdata() -> str:
    form = (
        '<div itemprop="comment" itemscope itemtype="http://schema.org/Comment"><span itemprop="author" itemscope itemtype="http://schema.org/Person">'
        '<span itemprop="name">{author}</span></span> <meta itemprop="dateCreated" content="{time}"><span>{stamp}</span><p itemprop="text">{text}</p></div>'
    )
    return _page(f"<section><h3>Readers write</h3>{_each(form)}</section>")


def _user_comments() -> str:
    form = (
        '<div class="x{n}" itemscope itemtype="http://schema.org/UserComments"><p><b itemprop="creator">{author}</b>'
        ' <time itemprop="commentTime" datetime="{time}">{stamp}</time></p><div itemprop="commentText">{text}</div></div>'
    )
    return _page(f"<div class='talk'><h4>Comments (3)</h4>{_each(form)}</div>")


def _coral() -> str:
    form = (
        '<div class="coral coral-comment" id="comment-{n}"><div class="coral-comment-header"><button class="coral-username coral-comment-username">'
        '<span>{author}</span></button><time class="coral-timestamp coral-comment-timestamp" datetime="{time}">{stamp}</time></div>'
        '<div class="coral-content coral-comment-content"><div>{text}</div></div><div class="coral-comment-actionBar"><button>Respect</button>'
        '<button>Reply</button></div></div><div class="coral-replies">{inner}</div>'
    )
    return _page(f'<div id="coral_thread"><div class="coral coral-stream">{_nested(form)}</div></div>')


def _facebook() -> str:
    form = (
        '<div class="_5mdd UFICommentContentBlock"><div class="UFIComment"><a class="UFICommentActorName" href="#u">{author}</a>'
        '<div class="UFICommentBody"><span>{text}</span></div><div class="UFICommentActions"><a>Like</a> · <a>Reply</a> · '
        '<abbr class="UFISutroCommentTimestamp livetimestamp" title="{stamp}" data-utime="0">{stamp}</abbr></div></div></div>'
    )
    return _page(f'<div class="fb-comments"><div class="UFIList"><div>3 Comments</div>{_each(form)}</div></div>')


def _spot_im() -> str:
    form = (
        '<li data-spotim-message="{n}" class="spcv_list-item"><div class="spcv_root"><div class="components-MessageLayout-index__message-view">'
        '<span class="spcv_username"><span data-spot-im-class="message-username">{author}</span></span>'
        '<time class="spcv_timestamp" data-spot-im-class="message-timestamp" title="{stamp}">{stamp}</time>'
        '<div data-spot-im-class="message-text"><p>{text}</p></div><div class="spcv_actions"><button>Reply</button></div></div></div></li>'
    )
    return _page(
        f'<div data-spot-im-module="conversation"><div class="spcv_conversation"><ul class="spcv_messages-list">{_each(form)}</ul></div></div>'
    )


def _plain_wrote() -> str:
    form = "<div class='c{n}'><p>{author} wrote:</p><p>{text}</p><p>{stamp} -- Report as abuse</p></div>"
    return _page(f"<div id='reader-comments'><h4>Comments (3)</h4>{_each(form, 'May 0{day}, 2015 {twelve} GMT')}</div>")


def _table() -> str:
    form = "<tr><td><b>{author}</b><br>{stamp}</td><td><p>{text}</p></td></tr>"
    return _page(f"<h3>Readers' comments</h3><table>{_each(form)}</table>")


def _data_only() -> str:
    objects = ",".join(
        f'{{"@type":"Comment","author":{{"@type":"Person","name":"{c.author}"}},"dateCreated":"{c.time}","text":"{c.text}"}}'
        for c in COMMENTS
    )
    data = f'{{"@context":"https://schema.org","@type":"NewsArticle","headline":"{TITLE}","comment":[{objects}]}}'
    return _page("<div id='comments-app'></div>", f'<script type="application/ld+json">{data}</script>')


PAGES = {
    "coral": _coral(),
    "data-only": _data_only(),
    "disqus": _disqus(),
    "facebook": _facebook(),
    "microdata": _microdata(),
    "plain-wrote": _plain_wrote(),
    "spot-im": _spot_im(),
    "table": _table(),
    "user-comments": _user_comments(),
    "wordpress": _wordpress(),
}
