"""Addresses become pages of a record: known again, changed, gone; a run that was cut off goes on."""

from pathlib import Path

import pytest
from tests.fetch.conftest import HOST, Question, Send, TestClock, Web, answer, article

from standoff.fetch.address import parse_address
from standoff.fetch.clock import Pace
from standoff.fetch.pages import Fetcher, by_turns, fetched
from standoff.model import Annotation, Issue, PageInput
from standoff.read import Unreadable
from standoff.record import Record, page_key
from standoff.record.database import migrate
from standoff.record.schema import MIGRATIONS
from standoff.record.visits import Visits


def pages(fetcher: Fetcher, *urls: str) -> list[PageInput]:
    found = list(fetcher.pages(urls))
    assert all(isinstance(item, PageInput) for item in found), found
    return [item for item in found if isinstance(item, PageInput)]


def issues(fetcher: Fetcher, *urls: str) -> list[tuple[str | None, str]]:
    return [(item.id, item.issue.code) for item in fetcher.pages(urls) if isinstance(item, Unreadable)]


def keep(path: Path, item: PageInput) -> None:
    """What reading a page into the record does."""
    with Record.open(path, write=True) as record:
        record.add(item, Annotation(id=item.id, text="x"), made="test")


def test_a_page_is_known_by_its_address(web: Web, fetcher: Fetcher) -> None:
    web.routes["/2013/gate?id=5"] = answer(status=301, location="/gate")
    web.routes["/gate"] = answer(article("The gate is open."))
    (page,) = pages(fetcher, web.url("/2013/gate?id=5#top"))
    assert page.id == f"{HOST}:{web.port}/2013/gate?id=5"
    assert page.url == web.url("/gate")
    assert page.captured == "2013-08-08"  # the server's day, not this machine's
    assert page.html == article("The gate is open.")
    assert page.text is None


@pytest.mark.parametrize(
    ("body", "kind", "words"),
    [
        ("<p>Café</p>".encode(), "text/html; charset=utf-8", "Café"),
        ("<p>Café</p>".encode(), "text/html; charset=iso-8859-1", "Café"),
        ("<p>Café</p>".encode("latin-1"), "text/html; charset=ISO-8859-1", "Café"),
        ("<p>Ворота</p>".encode("koi8-r"), "text/html; charset=koi8-r", "Ворота"),
        ("<p>港口</p>".encode("gb18030"), 'text/html; charset="gb2312"', "港口"),
        ("<p>港</p>".encode("iso-2022-jp"), "text/html; charset=iso-2022-jp", "港"),
        ("<p>Café</p>".encode("utf-16"), "text/html; charset=utf-16", "Café"),
        (b"<p>+ADw-script+AD4-</p>", "text/html; charset=utf-7", "+ADw-script+AD4-"),
        ("<p>Café</p>".encode(), "text/html; charset=nonsense", "Café"),
        (rb"<p>\u0041\x42</p>" + b"\xe9", "text/html; charset=unicode_escape", r"\u0041\x42"),
        (b"<p>xn--caf-dma</p>\xe9", "text/html; charset=idna", "xn--caf-dma"),
        (b"<p>x\xe9</p>", "text/html; charset=zlib", "xé"),
        (b"<p>x\xe9</p>", "text/html; charset=undefined", "xé"),
        ('<meta charset="koi8-r"><p>Ворота</p>'.encode("koi8-r"), "text/html", "Ворота"),
    ],
)
def test_the_charset(body: bytes, kind: str, words: str, web: Web, fetcher: Fetcher) -> None:
    web.routes["/a"] = answer(body, kind=kind)
    (page,) = pages(fetcher, web.url("/a"))
    assert words in (page.html or "")


def test_plain_text_is_flattened_text(web: Web, fetcher: Fetcher) -> None:
    web.routes["/a"] = answer("The gate is open.", kind="text/plain")
    assert [(page.html, page.text) for page in pages(fetcher, web.url("/a"))] == [(None, "The gate is open.")]


def test_every_failure_is_an_issue_and_the_run_goes_on(web: Web, fetcher: Fetcher) -> None:
    web.routes["/a"] = answer(article("Open."))
    web.routes["/gone"] = answer(b"", 410)
    urls = ["ftp://x/", web.url("/none"), "http://127.0.0.1/", web.url("/gone"), "http://nowhere.test/", web.url("/a")]
    found = list(fetcher.pages(urls))
    codes = {item.id: item.issue.code for item in found if isinstance(item, Unreadable)}
    assert codes == {
        "x/": "address-refused",
        f"{HOST}:{web.port}/none": "not-found",
        "127.0.0.1/": "address-refused",
        f"{HOST}:{web.port}/gone": "gone",
        "nowhere.test/": "no-such-host",
    }
    assert len(found) == 6
    assert all(": " in item.issue.message for item in found if isinstance(item, Unreadable))


def test_a_password_is_kept_nowhere(fetcher: Fetcher) -> None:
    (item,) = fetcher.pages(["http://me:secret@news.test/a"])
    assert isinstance(item, Unreadable)
    assert "secret" not in repr(item)
    assert "me" not in (item.id or "")


def test_half_characters_in_an_address_can_be_written(fetcher: Fetcher) -> None:
    (item,) = fetcher.pages(["http://news.test/\udcff"])
    assert isinstance(item, Unreadable)
    repr(item).encode()
    (item.id or "").encode()


def test_an_address_is_asked_once_a_run(web: Web, fetcher: Fetcher) -> None:
    web.routes["/a"] = answer(article("Open."))
    assert len(pages(fetcher, web.url("/a"), web.url("/a#x"), web.url("/a").upper().replace("/A", "/a"))) == 1


def again(fetcher: Fetcher) -> Fetcher:
    """The next run."""
    fetcher.visits.end()
    return Fetcher(fetcher.client, fetcher.visits, fetcher.visits.begin())


def test_an_unchanged_page_is_known(web: Web, fetcher: Fetcher, tmp_path: Path) -> None:
    def route(question: Question, send: Send) -> None:
        unchanged = question.headers.get("if-none-match") == '"1"'
        send(answer(status=304) if unchanged else answer(article("Open."), etag='"1"'))

    web.routes["/a"] = route
    (first,) = pages(fetcher, web.url("/a"))
    keep(tmp_path / "r.db", first)
    (second,) = pages(again(fetcher), web.url("/a"))
    assert second == first
    assert web.asked[-1].headers["if-none-match"] == '"1"'
    with Record.open(tmp_path / "r.db") as record:
        assert record.has(second, "test")


def test_a_page_that_never_came_into_the_record_is_asked_for_whole(web: Web, fetcher: Fetcher) -> None:
    web.routes["/a"] = answer(article("Open."), etag='"1"')
    pages(fetcher, web.url("/a"))
    pages(fetcher, web.url("/a"))
    assert "if-none-match" not in web.asked[-1].headers


def test_a_changed_page_is_a_version_beside_the_old_one(web: Web, fetcher: Fetcher, tmp_path: Path) -> None:
    web.routes["/a"] = answer(article("The gate is open."))
    (first,) = pages(fetcher, web.url("/a"))
    keep(tmp_path / "r.db", first)
    web.routes["/a"] = answer(article("The gate is shut again."))
    (second,) = pages(again(fetcher), web.url("/a"))
    keep(tmp_path / "r.db", second)
    assert (second.id, second.url) == (first.id, first.url)
    with Record.open(tmp_path / "r.db") as record:
        assert sorted(record.page_source(d.key).html or "" for d in record.documents()) == sorted(
            [first.html or "", second.html or ""]
        )


def test_other_furniture_is_no_new_version(web: Web, fetcher: Fetcher, tmp_path: Path) -> None:
    page = article("The gate is open.")
    web.routes["/a"] = answer(page.replace("<body>", "<body><nav><a href='/1'>Sport</a></nav><script>n=1</script>"))
    (first,) = pages(fetcher, web.url("/a"))
    keep(tmp_path / "r.db", first)
    web.routes["/a"] = answer(page.replace("<body>", "<body><nav><a href='/2'>Weather</a></nav><script>n=2</script>"))
    assert pages(again(fetcher), web.url("/a")) == [first]


def test_a_page_that_came_back_is_no_failure_any_more(web: Web, fetcher: Fetcher, tmp_path: Path) -> None:
    web.routes["/a"] = answer(article("Open."), etag='"1"')
    (page,) = pages(fetcher, web.url("/a"))
    keep(tmp_path / "r.db", page)
    web.routes["/a"] = answer(b"", 500)
    second = again(fetcher)
    (failed,) = second.pages([web.url("/a")])
    assert isinstance(failed, Unreadable)
    with Record.open(tmp_path / "r.db", write=True) as record:
        record.fail(failed.id, failed.issue)
        assert len(record.failures()) == 1
        assert len(record.documents()) == 1  # what was read stays
        web.routes["/a"] = answer(article("Open."))
        assert pages(again(second), web.url("/a")) == [page]
        assert record.failures() == []


def test_a_run_that_was_cut_off_goes_on_where_it_was(web: Web, fetcher: Fetcher, tmp_path: Path) -> None:
    for name in ("/a", "/b"):
        web.routes[name] = answer(article(f"Page {name}."))
    urls = [web.url("/a"), web.url("/b")]
    run = fetcher.pages(urls)
    first = next(run)
    assert isinstance(first, PageInput)
    keep(tmp_path / "r.db", first)
    del run
    with Visits(Record.open(tmp_path / "r.db", write=True)) as visits:
        assert visits.cut_off
        resumed = Fetcher(fetcher.client, visits, visits.begin())
        assert [page.id for page in pages(resumed, *urls)] == [f"{HOST}:{web.port}/a", f"{HOST}:{web.port}/b"]
        assert web.targets == ["/a", "/b"]
        following = again(resumed)
        pages(following, *urls)
        following.visits.end()
        assert not visits.cut_off
        assert web.targets == ["/a", "/b", "/a", "/b"]


def test_the_hosts_take_turns(clock: TestClock) -> None:
    pace = Pace(clock)
    urls = ["http://a.test/1", "http://a.test/2", "http://a.test/3", "http://b.test/1", "http://b.test/2"]
    order = []
    for address in by_turns(map(parse_address, urls), pace):
        pace.wait(address.host, 1.0)
        order.append(f"{address.host[0]}{address.target[1:]}")
    assert order == ["a1", "b1", "a2", "b2", "a3"]
    assert sum(clock.slept) == 2.0


def test_lists_are_put_in_the_place_of_their_addresses(web: Web, fetcher: Fetcher, tmp_path: Path) -> None:
    web.routes["/a"] = answer(article("Open."))
    issue = Issue(code="not-fetched", message="urls.txt lists an address")
    listed = Unreadable(source="urls.txt", issue=issue, addresses=(web.url("/a"),))
    before, after = PageInput(id="1", text="One."), Unreadable(source="b", issue=Issue(code="no-file", message="none"))
    with Record.open(tmp_path / "r.db", write=True) as record:
        record.fail(None, issue)  # as a run without --fetch did
        record.fail(None, Issue(code="not-fetched", message="other.txt lists an address"))
        found = list(fetched([("x", before), ("urls.txt", listed), ("b", after)], fetcher))
        assert [issue.message for _, issue in record.failures()] == ["other.txt lists an address"]
    assert [(source, item.id) for source, item in found] == [
        ("x", "1"),
        ("urls.txt", f"{HOST}:{web.port}/a"),
        ("b", None),
    ]


def test_an_address_that_is_a_feed_gives_its_entries(web: Web, fetcher: Fetcher) -> None:
    loop = "<item><title>Loop</title><link>/feed2</link></item>"
    entry = "<item><title>Gate</title><link>/a</link></item>"
    web.routes["/feed"] = answer(
        f'<rss version="2.0"><channel><title>T</title>{entry}{loop}</channel></rss>', kind="text/xml"
    )
    web.routes["/feed2"] = web.routes["/feed"]
    web.routes["/a"] = answer(article("Open."))
    found = list(fetcher.pages([web.url("/feed")]))
    assert [item.id for item in found] == [f"{HOST}:{web.port}/a", f"{HOST}:{web.port}/feed2"]
    assert isinstance(found[1], Unreadable)
    assert web.targets == ["/feed", "/a", "/feed2"]


def test_a_record_from_before_fetching_is_brought_up_to_date(tmp_path: Path) -> None:
    import sqlite3

    path = tmp_path / "old.db"
    db = sqlite3.connect(path, isolation_level=None)
    migrate(db, 1, *MIGRATIONS[0])
    db.close()
    item = PageInput(id="a", text="x")
    with Visits(Record.open(path, write=True)) as visits:
        assert visits.recall("http://news.test/") is None
        assert visits.begin() == 1
    keep(path, item)
    with Record.open(path) as record:
        assert record.page_source(page_key(item)) == item
