"""The review as a page: forms without scripts, who may write, hostile pages, and keys in a real browser."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient
from tests.web.looking import look

from standoff.export import export
from standoff.link import link
from standoff.record import Record
from standoff.record.anchors import Anchor
from standoff.record.deciding import Reviewer
from standoff.record.decisions import Decision
from standoff.record.shelf import is_kept
from standoff.tell.timeline import timeline
from standoff.testing import linked, page
from standoff.web import make_app

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Serve = Callable[[Path], AbstractContextManager[str]]
OURS = {"origin": "http://testserver"}
TWENTY = 20


@pytest.fixture
def reviewing(record_file: Path) -> Iterator[TestClient]:
    with TestClient(make_app(record_file, hosts=frozenset({"testserver"})), headers=OURS) as made:
        yield made


def ids(path: Path) -> dict[str, str]:
    with Record.open(path) as record:
        return {event.type: event.id for event in record.events()}


def log(path: Path) -> list[Decision]:
    with Record.open(path) as record:
        return record.decisions()


def test_a_form_decides_and_leads_to_the_next_card(reviewing: TestClient, record_file: Path) -> None:
    first, second = (row["id"] for row in reviewing.get("/review.json").json()[:2])
    shown = reviewing.get("/review").text
    assert f'name="next" value="{second}"' in shown
    answer = reviewing.post(f"/review/{first}", data={"action": "accept", "next": second}, follow_redirects=False)
    assert answer.status_code == 303
    (decision,) = log(record_file)
    assert answer.headers["location"] == f"/review/{second}?done={decision.id}"
    after = reviewing.get(answer.headers["location"]).text
    assert "Accepted" in after
    assert first not in [row["id"] for row in reviewing.get("/review.json").json()]


def test_when_the_server_ends_the_views_are_kept_as_was_decided(record_file: Path) -> None:
    made = make_app(record_file, hosts=frozenset({"testserver"}))
    with TestClient(made, headers=OURS) as client:
        shown = client.get("/").status_code
    with Record.open(record_file) as record:
        assert shown == 200
        assert not is_kept(record)  # who only looks writes nothing
    with TestClient(made, headers=OURS) as client:
        client.post(f"/review/{ids(record_file)['COERCE']}", data={"action": "reject"}, follow_redirects=False)
    with Record.open(record_file) as record:
        assert is_kept(record)
        assert "COERCE" not in {row.type for row in timeline(record)}


def test_a_date_set_right_shows_on_every_page_and_leads_back(reviewing: TestClient, record_file: Path) -> None:
    id = ids(record_file)["COERCE"]
    assert f'href="/review/{id}?back=/event/{id}" data-key="e"' in reviewing.get(f"/event/{id}").text
    form = {"action": "edit", "f.date": "2021-02-11", "back": f"/event/{id}"}
    answer = reviewing.post(f"/review/{id}", data=form, follow_redirects=False)
    assert answer.headers["location"] == f"/event/{id}"
    for path in ("/timeline.json", "/timeline.csv", f"/event/{id}", "/state.json", "/"):
        assert "2021-02-11" in (text := reviewing.get(path).text) or "11 February 2021" in text, path
    assert "2021-04-08" not in reviewing.get("/timeline.csv").text.replace("ARM the crossing 2021-04-08", "")
    shown = reviewing.get(f"/event/{id}").text
    assert "Set right by" in shown
    assert "a person set it" in shown


def test_a_spell_set_right_shows_in_every_view_and_export(
    reviewing: TestClient, record_file: Path, tmp_path: Path
) -> None:
    spells = [one for one in reviewing.get("/state.json").json()["history"] if one["state"] == "shut"]
    id = spells[0]["id"]
    assert f'href="/review/{id}?back=/state"' in reviewing.get("/state").text
    assert f'href="/review/{id}?back=/state" data-key="e"' in reviewing.get(f"/event/{id}").text
    form = {"action": "edit", "f.from": "2021-04-02", "f.state": "restricted", "f.to": "2021-05-20", "back": "/state"}
    answer = reviewing.post(f"/review/{id}", data=form, follow_redirects=False)
    assert answer.headers["location"] == "/state"
    told = next(one for one in reviewing.get("/state.json").json()["history"] if one["from"] == "2021-04-02")
    assert told["state"] == "restricted"
    assert "2 April 2021" in reviewing.get(f"/event/{told['id']}").text
    for path in ("/thing.json?at=2021-05-01", "/state.csv", "/index.json"):
        assert "2021-04-02" in reviewing.get(path).text or "2 April 2021" in reviewing.get(path).text, path
    with Record.open(record_file) as record:
        export(record, "timelinejs", out=tmp_path / "out.json", stream=BytesIO())
    assert "2 April 2021 to 20 May 2021" in (tmp_path / "out.json").read_text(encoding="utf-8")
    shown = reviewing.get(f"/review/{told['id']}?back=/state").text
    assert "Decided before" in shown
    of = log(record_file)[0].id
    answer = reviewing.post(f"/review/{told['id']}", data={"action": "undo", "of": of}, follow_redirects=False)
    assert answer.headers["location"] == "/state"
    assert id in reviewing.get("/state").text


def test_what_is_wrong_with_a_form_is_told_and_nothing_typed_is_lost(reviewing: TestClient, record_file: Path) -> None:
    id = ids(record_file)["COERCE"]
    answer = reviewing.post(f"/review/{id}", data={"action": "edit", "f.date": "soon", "f.object": "the <b>gate"})
    assert answer.status_code == 400
    assert "&#39;soon&#39; is no date" in answer.text
    assert 'value="soon"' in answer.text
    assert "the &lt;b&gt;gate" in answer.text
    assert not log(record_file)
    for form in ({"action": "merge"}, {"action": "split"}, {"action": "edit"}, {"action": "obey"}, {}):
        assert reviewing.post(f"/review/{id}", data=form).status_code == 400
    assert reviewing.post("/review/nothing", data={"action": "accept"}).status_code == 404
    assert reviewing.get("/review/nothing").status_code == 404
    assert not log(record_file)


def test_merge_split_reject_one_sentence_and_undo(reviewing: TestClient, record_file: Path) -> None:
    with Record.open(record_file) as record:
        met, planned = (event.id for event in record.events() if event.type == "CONSULT")
    reviewing.post(f"/review/{met}", data={"action": "merge", "other": planned})
    shown = reviewing.get(f"/review/{met}").text
    assert shown.count('class="passage"') == 2
    reviewing.post(f"/review/{met}", data={"action": "split", "key": planned})
    reviewing.post(f"/review/{planned}", data={"action": "reject", "key": planned})
    rows = {row["id"] for row in reviewing.get("/timeline.json").json()}
    assert met in rows
    assert planned not in rows
    assert "Rejected" in reviewing.get(f"/event/{planned}").text
    answer = reviewing.post("/review/any", data={"action": "undo"})
    assert str(answer.url).startswith(f"http://testserver/review/{planned}?done=")
    assert planned in {row["id"] for row in reviewing.get("/timeline.json").json()}
    assert [row["standing"] for row in reviewing.get("/decisions.json").json()] == [
        "stands",
        "undone",
        "stands",
        "stands",
    ]


def test_who_decides_is_kept_in_a_cookie_of_this_host(reviewing: TestClient, record_file: Path) -> None:
    answer = reviewing.post("/review/who", data={"who": "Zoë <b>", "back": "/decisions"}, follow_redirects=False)
    assert answer.headers["location"] == "/decisions"
    assert "httponly" in (cookie := answer.headers["set-cookie"].lower())
    assert "samesite=strict" in cookie
    assert 'value="Zoë &lt;b&gt;"' in reviewing.get("/review").text
    reviewing.post(f"/review/{ids(record_file)['COERCE']}", data={"action": "accept"})
    assert [decision.who for decision in log(record_file)] == ["Zoë <b>"]
    assert "Zoë &lt;b&gt;" in reviewing.get("/decisions").text


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "null"},
        {"origin": "http://evil.example"},
        {"origin": "http://testserver:81"},
        {"origin": "https://testserver"},
        {"referer": "http://testserver/review"},
        {"origin": "http://testserver", "host": "evil.example"},
        {"origin": "http://evil.example", "host": "evil.example"},
        {"origin": "http://testserver", "sec-fetch-site": "cross-site"},
        {"origin": "http://testserver", "sec-fetch-site": "same-site"},
    ],
)
def test_no_other_site_can_decide(record_file: Path, headers: dict[str, str]) -> None:
    id = ids(record_file)["COERCE"]
    with TestClient(make_app(record_file, hosts=frozenset({"testserver"}))) as client:
        for path in (f"/review/{id}", "/review/who"):
            answer = client.post(path, data={"action": "reject", "who": "x"}, headers=headers, follow_redirects=False)
            assert answer.status_code == 403
            assert "set-cookie" not in answer.headers
    assert not log(record_file)


def test_a_get_never_writes(reviewing: TestClient, record_file: Path) -> None:
    id = ids(record_file)["COERCE"]
    before = record_file.read_bytes()
    asked = urlencode({"action": "reject", "f.date": "2020", "done": "x", "who": "y", "back": "/x"})
    for path in (f"/review/{id}", "/review", "/decisions", "/review/who", f"/event/{id}"):
        reviewing.get(f"{path}?{asked}")
        reviewing.head(f"{path}?{asked}")
    assert record_file.read_bytes() == before
    assert not log(record_file)


@pytest.mark.parametrize("body", [b"\xff=%ff", b"a=1&" * 300, b"{}", b""])
def test_a_body_that_is_no_form_is_refused(reviewing: TestClient, record_file: Path, body: bytes) -> None:
    path = f"/review/{ids(record_file)['COERCE']}"
    for kind in ("application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain", ""):
        assert reviewing.post(path, content=body, headers={"content-type": kind}).status_code == 400
    assert not log(record_file)


@pytest.mark.parametrize(
    "back", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:x", "/a\r\nx: y"]
)
def test_nobody_is_sent_to_another_site(reviewing: TestClient, record_file: Path, back: str) -> None:
    id = ids(record_file)["COERCE"]
    answer = reviewing.post(f"/review/{id}", data={"action": "accept", "back": back}, follow_redirects=False)
    assert answer.headers["location"].startswith("/review?done=")
    answer = reviewing.post(f"/review/{id}", data={"action": "accept", "next": back}, follow_redirects=False)
    assert answer.headers["location"].startswith("/review/%" if back[0] in "/" else "/review/")
    assert "evil.example" not in reviewing.get("/review", params={"back": back}).text


def test_a_carried_log_is_shown_and_never_obeyed(reviewing: TestClient, record_file: Path) -> None:
    evil = "\"'><script>alert(1)</script>\u202e"
    anchor = Anchor(mention="e0", document="x", page=evil, kind="event", type=evil, quote=evil, words=evil, start=0)
    with Record.open(record_file, write=True) as record:
        record.decide(
            [
                Decision(
                    id="d00000000000", action="edit", who=evil, time="2026-01-01T00:00:00Z", on=(anchor,), note=evil,
                    values={"object": evil}, before={"object": evil},
                )
            ]
        )  # fmt: skip
    for path in ("/decisions", "/review?done=d00000000000"):
        text = reviewing.get(path).text
        assert "<script>alert" not in text
        assert "\u202e" not in text
    assert "Lost their place" in reviewing.get("/decisions").text


def test_decisions_show_while_pages_are_being_read_and_hold_after_it(reviewing: TestClient, record_file: Path) -> None:
    late = page("late", "2021-07-01").event("PROTEST", "ARM", "GEO", date="2021-06-30")
    id = ids(record_file)["COERCE"]
    assert id in reviewing.get("/timeline").text
    with Record.open(record_file, write=True) as reader:
        reader.add(late.item(), late.annotation(), made="test")
        reviewing.post(f"/review/{id}", data={"action": "reject"})
        assert id not in reviewing.get("/timeline").text
        assert "late" not in [row["id"] for row in reviewing.get("/sources.json").json()]
        link(reader)
    assert id not in reviewing.get("/timeline").text
    assert "late" in [row["id"] for row in reviewing.get("/sources.json").json()]


def test_two_reviewers_at_once_lose_nothing(record_file: Path) -> None:
    known = ids(record_file)
    with Record.open(record_file, write=True) as one, Record.open(record_file, write=True) as other:
        ada, bo = Reviewer(one, who="Ada"), Reviewer(other, who="Bo")
        for type, id in known.items():
            ada.edit(id, {"place": f"{type} square"})
            bo.edit(id, {"object": f"{type} gate"})
        assert [event.object for event in one.events()] == [event.object for event in other.events()]
        assert len(one.decisions()) == 2 * len(known)


@pytest.fixture
def twenty(tmp_path: Path) -> Path:
    """A record with twenty facts, one of them with page text that a browser would obey."""
    pages = [
        page(f"p{n}", f"2021-0{n % 9 + 1}-20").event(
            "REQUEST",
            "GEO",
            "ARM",
            date=f"20{n + 10}-03-0{n % 9 + 1}",
            verb=f"asked{n}",
            object="<img src=x onerror=alert(1)>",
        )
        for n in range(TWENTY)
    ]
    linked(tmp_path, pages).close()
    return tmp_path / "test.db"


def press(shown: "Page", *keys: str) -> None:
    """Presses keys that lead to another page."""
    *first, last = keys
    for key in first:
        shown.keyboard.press(key) if len(key) == 1 or key == "Enter" else shown.keyboard.type(key)
    with shown.expect_navigation():
        shown.keyboard.press(last)


def test_twenty_facts_by_keys_alone(browser: "Browser", serve: Serve, twenty: Path) -> None:
    with serve(twenty) as address, look(browser, address) as seen:
        seen.page.goto(f"{address}/review")
        for n in range(TWENTY):
            assert f"{TWENTY - n} that wait" in seen.page.inner_text("h1")
            press(seen.page, *(("a",), ("x",), ("e", "1999-01-01", "Enter"))[n % 3])
        assert "Nothing waits" in seen.page.inner_text("h1")
        assert not seen.abroad
        assert not seen.complaints
        press(seen.page, "u")
        assert "1 of 1 that wait" in seen.page.inner_text("h1")
    actions = [decision.action for decision in log(twenty)]
    assert [actions.count(action) for action in ("accept", "reject", "edit", "undo")] == [7, 7, 6, 1]


def test_walking_helping_merging_and_splitting_by_keys(browser: "Browser", serve: Serve, record_file: Path) -> None:
    with serve(record_file) as address, look(browser, address) as seen:
        seen.page.goto(f"{address}/review")
        first = seen.page.url
        press(seen.page, "j")
        second = seen.page.url
        assert second != first
        press(seen.page, "k")
        assert seen.page.locator("details#help[open]").count() == 0
        seen.page.keyboard.press("?")
        assert seen.page.locator("details#help[open]").count() == 1
        with Record.open(record_file) as record:
            met = next(event.id for event in record.events() if event.type == "CONSULT")
        seen.page.goto(f"{address}/review/{met}")
        press(seen.page, "m", " ", "Enter")
        assert seen.page.locator(".passage").count() == 2
        press(seen.page, "s", " ", "Enter")
        assert seen.page.locator(".passage").count() == 1
        seen.page.click("#keys")
        seen.page.locator("h1").click()
        seen.page.keyboard.press("x")
        seen.page.wait_for_timeout(200)
    assert [decision.action for decision in log(record_file)] == ["merge", "split"]


def test_an_entry_is_set_right_in_three_keys_and_the_reader_is_back(
    browser: "Browser", serve: Serve, record_file: Path
) -> None:
    id = ids(record_file)["COERCE"]
    with serve(record_file) as address, look(browser, address) as seen:
        seen.page.goto(f"{address}/event/{id}")
        press(seen.page, "e")
        seen.page.keyboard.type("2021-02-11")
        press(seen.page, "Enter")
        assert seen.page.url == f"{address}/event/{id}"
        assert "11 February 2021" in seen.page.inner_text(".facts")


def test_the_same_without_scripts(browser: "Browser", serve: Serve, record_file: Path) -> None:
    with serve(record_file) as address, look(browser, address, java_script_enabled=False) as seen:
        seen.page.goto(f"{address}/review")
        seen.page.click("text=Accept")
        assert seen.page.locator(".done").count() == 1
        seen.page.click(".done button")
        assert [decision.action for decision in log(record_file)] == ["accept", "undo"]
        seen.page.fill("#f-date, #f-since", "2021-01-01")
        seen.page.press("#f-date, #f-since", "Enter")
        assert log(record_file)[-1].action == "edit"
