"""Following feeds: what is new is read once, what failed in passing is tried again, each feed by itself."""

from html import escape
from pathlib import Path

import pytest
from tests.fetch.conftest import HOST, Question, Send, Web, answer, article

from standoff.errors import InputError
from standoff.fetch.feeds import Followed, Pass, follow, load_feeds
from standoff.fetch.pages import Fetcher
from standoff.model import Annotation, PageInput
from standoff.read import Unreadable
from standoff.record import Record

WHOLE = "<p>" + "Lorries crossed the ford again at noon on Monday. " * 30 + "</p>"


def rss(*entries: str) -> bytes:
    return answer(
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Quay Post</title>'
        + "".join(entries)
        + "</channel></rss>",
        kind="application/rss+xml",
    )


def entry(name: str, title: str = "Gate", *, body: str = "") -> str:
    content = f"<content:encoded>{escape(body)}</content:encoded>" if body else ""
    link = f"<link>/{name}</link>" if name else ""
    date = "<pubDate>Thu, 08 Aug 2013 00:30:00 +0900</pubDate>"
    return f"<item><title>{title}</title>{link}<guid isPermaLink='false'>g-{name or title}</guid>{date}{content}</item>"


class Following:
    """Passes over feeds, each page kept in the record as it comes."""

    def __init__(self, fetcher: Fetcher, record: Path) -> None:
        self.fetcher = Fetcher(fetcher.client, fetcher.visits)
        self.record = record
        self.passes: list[str] = []

    def __call__(self, *feeds: Followed) -> list[str]:
        """The paths of new pages, and the codes of what failed."""
        told = []
        self.passes.clear()
        for _, item in follow(feeds, self.fetcher, done=self.done):
            with Record.open(self.record, write=True) as record:
                if isinstance(item, PageInput):
                    record.add(item, Annotation(id=item.id, text="x"), made="test")
                    told.append("/" + item.id.partition("/")[2])
                else:
                    assert isinstance(item, Unreadable)
                    record.fail(item.id, item.issue)
                    told.append(item.issue.code)
        return told

    def done(self, passed: Pass) -> None:
        self.passes.append(str(passed).partition(": ")[2])


@pytest.fixture
def following(fetcher: Fetcher, tmp_path: Path) -> Following:
    return Following(fetcher, tmp_path / "r.db")


@pytest.fixture
def feed(web: Web) -> Followed:
    for name in "abc":
        web.routes[f"/{name}"] = answer(article(f"Page {name}."))
    web.routes["/feed"] = rss(entry("a"), entry("b"))
    return Followed(url=web.url("/feed"), name="Quay")


def test_entries_are_fetched_once(web: Web, feed: Followed, following: Following) -> None:
    assert following(feed) == ["/a", "/b"]
    assert following.passes == ["2 new"]
    assert following(feed) == []
    assert following.passes == ["0 new, 2 seen before"]
    web.routes["/feed"] = rss(entry("c"), entry("a"), entry("b"))
    assert following(feed) == ["/c"]
    assert web.targets.count("/a") == 1


def test_an_unchanged_feed_is_not_sent_again(web: Web, feed: Followed, following: Following) -> None:
    whole = web.routes["/feed"]
    assert isinstance(whole, bytes)

    def route(question: Question, send: Send) -> None:
        unchanged = question.headers.get("if-none-match") == '"1"'
        send(answer(status=304) if unchanged else whole.replace(b"Date:", b'ETag: "1"\r\nDate:', 1))

    web.routes["/feed"] = route
    assert following(feed) == ["/a", "/b"]
    assert following(feed) == []
    assert following.passes == ["unchanged"]
    wider = Followed(url=feed.url, keep=("gate",))
    assert following(wider) == []
    assert "if-none-match" not in web.asked[-1].headers  # it is looked at anew, with other eyes


def test_what_failed_in_passing_is_tried_again(web: Web, feed: Followed, following: Following) -> None:
    web.routes["/a"] = answer(b"", 500)
    assert following(feed) == ["/b", "http-error"] or following.passes == ["1 new, 1 failed"]
    web.routes["/feed"] = rss(entry("b"))  # it has left the feed meanwhile
    web.routes["/a"] = answer(article("Page a."))
    assert following(feed) == ["/a"]
    assert following(feed) == []


def test_what_is_gone_is_not_asked_for_again(web: Web, feed: Followed, following: Following) -> None:
    web.routes["/a"] = answer(b"", 410)
    assert sorted(following(feed)) == ["/b", "gone"]
    assert following(feed) == []
    assert web.targets.count("/a") == 1


def test_only_what_is_asked_for(web: Web, feed: Followed, following: Following) -> None:
    web.routes["/feed"] = rss(entry("a", "Strikers at the gate"), entry("b", "Sport"), entry("c", "The airport"))
    assert following(Followed(url=feed.url, keep=("strike", "port"))) == ["/a"]
    assert following.passes == ["1 new, 2 passed over"]
    assert following(Followed(url=feed.url)) == ["/b", "/c"]


def test_a_feed_that_holds_the_whole_text(web: Web, feed: Followed, following: Following) -> None:
    web.routes["/feed"] = rss(entry("a", body=WHOLE), entry("b", body="<p>Short.</p>"))
    assert following(feed) == ["/a", "/b"]
    assert web.targets == ["/feed", "/b"]
    assert following(feed) == []
    with Record.open(following.record) as record:
        items = {item.url: item for item in (record.page_source(d.key) for d in record.documents())}
    page = items[web.url("/a")]
    assert (page.published, page.captured, page.publisher) == ("2013-08-08", "2013-08-08", "The Quay Post")
    assert WHOLE in (page.html or "")


@pytest.mark.parametrize(("full", "fetched"), [(True, []), (False, ["/a", "/b"]), (None, ["/b"])])
def test_who_says_whether_a_feed_is_full(
    full: bool | None, fetched: list[str], web: Web, feed: Followed, following: Following
) -> None:
    web.routes["/feed"] = rss(entry("a", body=WHOLE), entry("b", body="<p>Short.</p>"))
    assert sorted(following(Followed(url=feed.url, full=full))) == ["/a", "/b"]
    assert sorted(web.targets[1:]) == fetched


def test_entries_without_link_or_text(web: Web, feed: Followed, following: Following) -> None:
    web.routes["/feed"] = rss(entry("", "One", body=WHOLE), entry("", "Two"))
    first, second = following(feed)
    assert first.startswith("/feed#")
    assert second == "empty-entry"


def test_a_link_to_where_no_fetch_leads(web: Web, feed: Followed, following: Following) -> None:
    web.routes["/feed"] = rss(entry("a").replace("/a<", "http://127.0.0.1:631/<"), entry("b"))
    assert sorted(following(feed)) == ["/b", "address-refused"]
    assert following(feed) == []


@pytest.mark.parametrize(
    ("route", "code"),
    [
        (answer(b"", 404), "not-found"),
        (answer(b"", 500), "http-error"),
        (answer(article("No feed.")), "bad-feed"),
        (answer('<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss/>', kind="text/xml"), "bad-feed"),
        (answer(b"\x89PNG", kind="image/png"), "not-a-page"),
        (answer("<rss", kind="text/xml"), "bad-feed"),
    ],
)
def test_a_feed_that_fails_leaves_the_others_their_turn(
    route: bytes, code: str, web: Web, feed: Followed, following: Following
) -> None:
    web.routes["/bad"] = route
    assert following(Followed(url=web.url("/bad"), name="Bad"), feed) == [code, "/a", "/b"]
    assert following.passes == ["0 new, 1 failed", "2 new"]
    with Record.open(following.record, write=True) as record:
        assert [issue.code for _, issue in record.failures()] == [code]
        web.routes["/bad"] = rss()
        following(Followed(url=web.url("/bad")))
        assert record.failures() == []


def test_a_page_that_names_its_feed(web: Web, following: Following) -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="/rss.xml">'
    web.routes["/"] = answer(article("Home.").replace("<head>", "<head>" + link))
    ((_, item),) = list(follow([Followed(url=web.url("/"))], following.fetcher))
    assert isinstance(item, Unreadable)
    assert web.url("/rss.xml") in item.issue.message


def test_a_page_that_was_cut_off_before_it_was_kept_comes_again(web: Web, feed: Followed, following: Following) -> None:
    passing = follow([feed], following.fetcher)
    next(passing)  # the page was fetched and never came into the record
    del passing
    assert sorted(following(feed)) == ["/a", "/b"]


def test_each_feed_has_its_pace(web: Web, feed: Followed, following: Following) -> None:
    clock = following.fetcher.client.clock
    following(Followed(url=feed.url, delay=5))
    assert getattr(clock, "slept") == [1.0, 5.0, 5.0]  # noqa: B009


TOML = '[[feed]]\nurl = "https://quay.example/rss"\n'


def test_a_file_of_feeds(tmp_path: Path) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text(
        TOML + 'name = "Quay"\nkeep = ["gate"]\nfull = false\ndelay = 2\n[[feed]]\nurl = "https://b.example/"\n'
    )
    quay, other = load_feeds(path)
    assert quay == Followed(url="https://quay.example/rss", name="Quay", keep=("gate",), full=False, delay=2.0)
    assert (other.told, other.keep, other.full, other.delay) == ("https://b.example/", (), None, None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (None, "cannot read"),
        ("[[feed]\n", "no TOML"),
        ("", "names no feed"),
        ("[[feed]]\nname = 'x'\n", "url"),
        (TOML + "keeep = []\n", "keeep"),
        (TOML + "keep = 'gate'\n", "keep"),
        (TOML + "delay = -1\n", "delay"),
        (TOML + TOML, "twice"),
        ("[feeds]\n" + TOML, "unknown table"),
    ],
)
def test_a_file_that_is_wrong(text: str | None, words: str, tmp_path: Path) -> None:
    path = tmp_path / "feeds.toml"
    if text is not None:
        path.write_text(text)
    with pytest.raises(InputError, match=words) as error:
        load_feeds(path)
    assert error.value.hint


def test_the_id_of_a_page_is_its_address(web: Web, feed: Followed, following: Following) -> None:
    following(feed)
    with Record.open(following.record) as record:
        assert sorted(d.id for d in record.documents()) == [f"{HOST}:{web.port}/{name}" for name in "ab"]
