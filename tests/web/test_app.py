"""The pages: each answers, has its JSON twin, and shows page text without obeying it."""

import csv
import io
import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace
from starlette.testclient import TestClient

from standoff.link import link
from standoff.model import Subject
from standoff.record import Record
from standoff.testing import linked, page
from standoff.web import make_app
from standoff.web.pages import PAGES

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "</title><svg onload=alert(1)>",
    "{{ 7 * 7 }}",
    "\u202eevil\u202c",
)


@pytest.mark.parametrize("path", [f"/{name}" for name in PAGES])
def test_every_page_answers(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 200, response.text
    assert "Vanta crossing" in response.text


@pytest.mark.parametrize("path", [f"/{name or 'index'}.json" for name in PAGES])
def test_every_page_has_its_json_twin(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/json"
    json.loads(response.text)


def test_the_first_page_leads_from_an_entry_to_its_sentence(client: TestClient, record: Record) -> None:
    document = next(d for d in record.documents() if d.id == "shut")
    mention = next(m for m in record.mentions() if m.where.document.key == document.key)
    address = f"/source/{document.key}#s{mention.where.start}"
    assert f'href="{address}"' in client.get("/").text
    assert f'id="s{mention.where.start}"' in client.get(f"/source/{document.key}").text


def test_an_event_tells_why_it_stands_there(client: TestClient) -> None:
    row = client.get("/timeline.json").json()[0]
    response = client.get(f"/event/{row['id']}")
    assert response.status_code == 200
    assert row["sources"][0]["quote"] in re.sub(r"</?mark[^>]*>", "", response.text)


def test_as_of_a_day_later_pages_are_not_known(client: TestClient) -> None:
    assert len(client.get("/timeline.json?at=2021-03-05").json()) == 1


def test_a_wrong_date_is_refused_in_words(client: TestClient) -> None:
    response = client.get("/timeline.json?at=yesterday")
    assert response.status_code == 400
    assert set(response.json()) == {"error", "hint"}


@pytest.mark.parametrize(
    "path", ["/event/nothing.json", "/source/nothing.json", "/source/../../etc/passwd", "/static/../app.py", "/nothing"]
)
def test_what_is_not_there_is_404(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1:1", ""])
def test_a_foreign_host_is_refused_on_every_route(client: TestClient, host: str) -> None:
    for path in ("/", "/timeline.json", "/static/style.css"):
        assert client.get(path, headers={"host": host}).status_code == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH"])
def test_nothing_can_be_changed_in_other_ways(client: TestClient, method: str) -> None:
    assert client.request(method, "/").status_code == 405


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "null"},
        {"origin": "http://evil.example"},
        {"origin": "http://testserver.evil.example"},
        {"origin": "https://testserver"},
        {"origin": "http://testserver", "sec-fetch-site": "cross-site"},
        {"origin": "http://testserver", "sec-fetch-site": "same-site"},
    ],
)
def test_a_post_from_elsewhere_is_refused(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/", headers=headers).status_code == 403


def test_a_post_of_ours_gets_through_where_something_can_be_written(client: TestClient) -> None:
    assert client.post("/", headers={"origin": "http://testserver"}).status_code == 405  # nothing is written there


def test_a_long_post_is_refused(client: TestClient) -> None:
    ours = {"origin": "http://testserver"}
    assert client.post("/", headers={**ours, "content-length": "1000000000"}).status_code == 413


def test_the_headers_forbid_what_is_not_ours(client: TestClient) -> None:
    for path in ("/", "/timeline.json", "/static/style.css", "/nothing"):
        headers = client.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_no_page_holds_a_script_or_a_style_of_its_own(client: TestClient) -> None:
    for path in PAGES:
        text = client.get(f"/{path}").text
        assert all(tag.startswith((' src="/static/', "src")) for tag in text.split("<script")[1:])
        assert "style=" not in text
        assert "<style" not in text
        assert " onclick" not in text


def test_hostile_text_is_shown_and_not_obeyed(tmp_path: Path) -> None:
    maker = page("evil", "2021-04-02", title=HOSTILE[0], publisher=HOSTILE[1])
    for n, words in enumerate(HOSTILE):
        maker.event(
            "COERCE", "GEO", "ARM", date=f"2021-04-0{n + 1}", object=words, words=f"Georgia acted {words} here, {n}."
        )
    record = linked(tmp_path, [maker])
    key = record.documents()[0].key
    record.close()
    with TestClient(make_app(tmp_path / "test.db", hosts=frozenset({"testserver"}))) as client:
        for path in ("/", "/timeline", "/sources", f"/source/{key}", "/state", "/talks"):
            text = client.get(path).text
            assert "<script>alert" not in text
            assert "<img src=x" not in text
            assert "<svg onload" not in text
            assert 'href="javascript:' not in text
            assert "\u202e" not in text
            assert ">49<" not in text


def test_only_links_of_the_web_lead_out_and_say_nothing_of_where_they_come_from(tmp_path: Path) -> None:
    made = []
    for n, url in enumerate((*HOSTILE, "//evil.example/x", "data:text/html,x", "https://news.example/a b")):
        maker = page(f"p{n}", "2021-04-02").event("COERCE", "GEO", "ARM", date="2021-04-01", verb=f"closed {n}")
        made.append((replace(maker.item(), url=url), maker.annotation()))
    with Record.open(tmp_path / "test.db", create=True) as record:
        for item, annotation in made:
            record.add(item, annotation, made="test")
        link(record)
        keys = [document.key for document in record.documents()]
    with TestClient(make_app(tmp_path / "test.db", hosts=frozenset({"testserver"}))) as client:
        out = []
        for path in (*(f"/{name}" for name in PAGES), *(f"/source/{key}" for key in keys)):
            for tag in re.findall(r"<a [^>]*>", client.get(path).text):
                address = tag.partition('href="')[2].partition('"')[0]
                if re.match(r"/(?!/)|#|\?", address):
                    continue
                assert address.startswith(("https://", "http://"))
                assert 'rel="noreferrer noopener"' in tag
                out.append(address)
    assert out


@pytest.mark.parametrize(
    "path",
    [
        "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static//etc/passwd", "/static/vendor/../../app.py",
        "/source/..%2f..%2fetc%2fpasswd", "/source/%00", "/event/%2e%2e%2f", "//etc/passwd", "/timeline/../../x",
        "/%2e%2e/%2e%2e/etc/passwd.json", "/index", "/source", "/event/", "/timeline.json.csv", "/static/",
    ],
)  # fmt: skip
def test_no_path_leads_out(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code in (400, 404)
    assert "root:" not in response.text


@pytest.mark.parametrize(
    "query", ['"', "*", "NEAR(", "NEAR(a b, 2)", "'; drop table page; --", "a AND", "-a", "^a", "title:x", "a" * 5000, "\x00", "({[", "%", "\ud800", ""]
)  # fmt: skip
def test_no_search_is_an_error(client: TestClient, query: str) -> None:
    for path in ("/search", "/search.json", "/search.csv", "/timeline"):
        assert client.get(path, params={"q": query.encode("utf-8", "replace")}).status_code == 200


def test_search_finds_pages_and_entries(client: TestClient) -> None:
    found = client.get("/search.json", params={"q": "CLOSED crossing"}).json()
    assert [hit["id"] for hit in found["pages"]] == ["shut"]
    assert len(found["entries"]) == 1


@pytest.mark.parametrize("path", [f"/{name or 'index'}.csv" for name in PAGES])
def test_every_page_has_its_csv_twin(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.reader(io.StringIO(response.text)))
    assert len({len(row) for row in rows}) == 1


def test_no_cell_of_a_twin_is_a_formula(tmp_path: Path) -> None:
    maker = page("=1+1", "2021-04-02", publisher="@SUM(1)").event("COERCE", "GEO", "ARM", object="=cmd|x", verb="shut")
    linked(tmp_path, [maker]).close()
    with TestClient(make_app(tmp_path / "test.db", hosts=frozenset({"testserver"}))) as client:
        for path in ("/timeline.csv", "/sources.csv", "/index.csv"):
            for row in csv.reader(io.StringIO(client.get(path).text)):
                assert not any(cell.startswith(("=", "@", "+")) for cell in row)


FACETS = [
    ({}, 4),
    ({"type": "CONSULT"}, 2),
    ({"type": "CONSULT", "status": "planned"}, 1),
    ({"party": "ARM"}, 4),
    ({"actor": "GEO", "recipient": "ARM"}, 4),
    ({"actor": "ARM", "recipient": "GEO"}, 2),
    ({"source": "The shut Post"}, 1),
    ({"from": "2021-04-01", "to": "2021-06-01"}, 2),
    ({"state": "shut"}, 3),
    ({"q": "closed CROSSING"}, 1),
    ({"q": "nothing of the kind"}, 0),
    ({"at": "2021-04-30"}, 2),
]


@pytest.mark.parametrize(("asked", "expected"), FACETS)
def test_facets_stand_in_the_address(client: TestClient, asked: dict[str, str], expected: int) -> None:
    assert len(client.get("/timeline.json", params=asked).json()) == expected
    assert f"{expected} of" in client.get("/timeline", params=asked).text


@pytest.mark.parametrize("asked", [{"type": "SHOUT"}, {"status": "gone"}, {"from": "soon"}, {"at": "x" * 10000}])
def test_a_facet_that_there_is_not_is_refused_in_words(client: TestClient, asked: dict[str, str]) -> None:
    response = client.get("/timeline.json", params=asked)
    assert response.status_code == 400
    assert len(response.text) < 2000


def test_an_empty_record_says_so(tmp_path: Path) -> None:
    linked(tmp_path, []).close()
    with TestClient(make_app(tmp_path / "test.db", hosts=frozenset({"testserver"}))) as client:
        for path in (f"/{name}" for name in PAGES):
            assert client.get(path).status_code == 200


def test_looking_never_writes(client: TestClient, record_file: Path) -> None:
    def all_of_it() -> list[str]:
        with closing(sqlite3.connect(record_file)) as db:
            return list(db.iterdump())

    before = all_of_it()
    ids = [row["id"] for row in client.get("/timeline.json").json()]
    for path in (*(f"/{name}" for name in PAGES), *(f"/event/{id}" for id in ids), "/look", "/review", "/decisions"):
        client.get(path)
        client.head(path)
    assert all_of_it() == before


OURS = {"origin": "http://testserver"}


def test_a_look_is_taken_by_a_form_and_never_by_looking(client: TestClient, record_file: Path) -> None:
    def stamp() -> str:
        return client.get("/").text.partition('name="stamp" value="')[2].partition('"')[0]

    assert "No look is kept yet" in client.get("/").text
    assert "No look is kept yet" in client.get("/").text
    seen = stamp()
    assert client.post("/look", data={"stamp": seen}).status_code == 403
    assert client.get("/look").status_code in (404, 405)
    assert client.post("/look", data={"stamp": seen}, headers=OURS).status_code == 200
    assert "Nothing has changed since the last look, up to 2 June 2021" in client.get("/").text
    late = page("late", "2021-07-01").event("PROTEST", "ARM", "GEO", date="2021-06-30", verb="rallied")
    before = stamp()
    with Record.open(record_file, write=True) as opened:
        opened.add(late.item(), late.annotation(), made="test")
        link(opened)
    assert "New: on 30 June 2021" in client.get("/").text
    client.post("/look", data={"stamp": before}, headers=OURS)  # a page that showed what was before
    assert "New: on 30 June 2021" in client.get("/").text
    assert client.get("/index.json").json()["new"]


def test_of_many_sentences_an_entry_shows_some_and_leads_to_all(tmp_path: Path) -> None:
    pages = [
        page(f"p{n}", "2021-04-09", publisher=f"Paper {n}").event(
            "COERCE", "GEO", "ARM", date="2021-04-08", object="the crossing", verb="closed"
        )
        for n in range(30)
    ]
    linked(tmp_path, pages).close()
    with TestClient(make_app(tmp_path / "test.db", hosts=frozenset({"testserver"}))) as client:
        told = client.get("/timeline").text
        assert "29 more sentences" in told
        assert "all 30 sentences" in told
        assert told.count("<blockquote>") == 13
        (row,) = client.get("/timeline.json").json()
        assert len(row["sources"]) == 30
        assert client.get(f"/event/{row['id']}").text.count("<blockquote") >= 30


def test_a_spell_as_of_a_day_leads_to_what_it_rests_on(tmp_path: Path) -> None:
    later = page("later", "2021-04-20").event(
        "COERCE", "GEO", "ARM", date="2021-04-02", mode="restrict", object="the crossing", verb="shut"
    )
    first = page("shut", "2021-04-09").event(
        "COERCE", "GEO", "ARM", date="2021-04-08", mode="restrict", object="the crossing", verb="closed"
    )
    record = linked(tmp_path, [first, later])
    record.declare(Subject(name="Vanta crossing", aliases=("the crossing",)))
    record.close()
    with TestClient(make_app(tmp_path / "test.db", hosts=frozenset({"testserver"}))) as client:
        for asked in ("?at=2021-04-10", "?says=GEO", ""):
            for path in ("/", "/state"):
                found = set(re.findall(r'href="(/event/p[^"]*)"', client.get(path + asked).text))
                assert found, path + asked
                assert {client.get(link).status_code for link in found} == {200}, path + asked


def test_a_field_of_the_matrix_keeps_the_day_that_is_asked_for(client: TestClient) -> None:
    shown = client.get("/who?at=2021-04-20&says=GEO").text
    assert "/timeline?at=2021-04-20&amp;says=GEO&amp;actor=GEO&amp;recipient=ARM" in shown
