"""Records to look at, made by hand, and a browser to look at them with."""

import os
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import uvicorn
from msgspec.structs import replace
from starlette.testclient import TestClient

from standoff.link import link
from standoff.model import ActorRef, Annotation, Event, Issue, Party, PloverType, Quantity, Quote, State, Subject
from standoff.record import Record
from standoff.testing import PageMaker, linked, page
from standoff.web import make_app

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SUBJECT = Subject(
    name="Vanta crossing",
    aliases=("the crossing",),
    parties=(Party(id="GEO", name="Georgia"), Party(id="ARM", name="Armenia")),
)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
REQUIRED = os.environ.get("STANDOFF_REQUIRE_BROWSER")


@pytest.fixture
def record_file(tmp_path: Path) -> Path:
    pages = [
        page("early", "2021-03-02").event(
            "THREATEN", "GEO", "ARM", date="2021-03-01", mode="restrict", verb="threatened"
        ),
        page("shut", "2021-04-09")
        .event("COERCE", "GEO", "ARM", date="2021-04-08", mode="restrict", object="the crossing", verb="closed")
        .state("shut", object="the crossing", since="2021-04"),
        page("talks", "2021-06-02")
        .event("CONSULT", "GEO ARM", "GEO ARM", date="2021-06-01", verb="met")
        .event("CONSULT", "GEO ARM", "GEO ARM", date="2021-06-20", status="planned", verb="meet"),
    ]
    record = linked(tmp_path, pages)
    record.declare(SUBJECT)
    record.close()
    return tmp_path / "test.db"


@pytest.fixture
def client(record_file: Path) -> Iterator[TestClient]:
    with TestClient(make_app(record_file, hosts=frozenset({"testserver"}))) as made:
        yield made


@pytest.fixture
def record(record_file: Path) -> Iterator[Record]:
    with Record.open(record_file) as opened:
        yield opened


def dress(
    maker: PageMaker,
    *,
    amounts: tuple[tuple[str, Quantity], ...] = (),
    said: tuple[tuple[str, str], ...] = (),
    comments: tuple[tuple[str, str], ...] = (),
    issues: tuple[Issue, ...] = (),
) -> Annotation:
    """The page with amounts by their words, quotations by words and speaker, readers' comments by author and words."""
    for _, words in comments:
        maker.say(words, "comment")
    made = maker.annotation()
    authors = {words: author for author, words in comments}
    parts = tuple(
        replace(part, author=authors.get(made.text[part.start : part.end]), time="2021-04-09T10:00+04:00")
        if part.kind == "comment"
        else part
        for part in made.parts
    )
    quantities = tuple(
        replace(amount, start=(at := made.text.index(words)), end=at + len(words)) for words, amount in amounts
    )
    quotes = tuple(
        Quote(
            start=(at := made.text.index(words)),
            end=at + len(words),
            speaker=speaker,
            direct=True,
            speech=True,
        )
        for words, speaker in said
    )
    return replace(made, parts=parts, quantities=quantities, quotes=quotes, issues=issues)


def _amount(value: float, unit: str, kind: str, party: str, of: str) -> Quantity:
    ref = ActorRef(start=0, end=1, id=party)
    return Quantity(start=0, end=1, value=value, unit=unit, kind=kind, party=ref, of=of)


def rich_pages() -> Iterator[tuple[PageMaker, Annotation]]:
    """Pages that fill every view: acts, plans, contradictions, doubts, talks, promises, amounts, voices, comments."""
    shut = (
        page("shut", "2021-04-09", publisher="The Alder Gazette", title="Georgia shuts the Vanta crossing")
        .event("COERCE", "GEO", "ARM", date="2021-04-08", mode="restrict", object="the crossing", verb="closed")
        .event("THREATEN", "ARM", "GEO", date="2021-04-09", mode="restrict", verb="threatened")
        .event("SANCTION", "ARM", "GEO", date="2021-05", status="threatened", content_of=1, verb="would stop")
        .event("ACCUSE", "ARM", "GEO", date="2021-04", verb="accused", confidence=0.3)
        .state("shut", object="the crossing", since="2021-04")
        .say("Some 4,200 workers are kept at home and hauliers lose $3 million a month.")
        .say("“We will not wait for ever,” said Ana Beridze, the minister.")
        .say("Read more | Subscribe", "furniture")
    )
    yield (
        shut,
        dress(
            shut,
            amounts=(
                ("4,200 workers", _amount(4200, "person", "workforce", "ARM", "workers")),
                ("$3 million a month", replace(_amount(3e6, "USD", "loss", "GEO", "hauliers"), per="month")),
            ),
            said=(("We will not wait for ever,", "Ana Beridze"),),
            comments=(("mudlark77", "They will never open it again, mark my words."),),
            issues=(Issue(code="guessed-encoding", message="the encoding was guessed"),),
        ),
    )
    other = (
        page("again", "2021-04-12", publisher="Birch News", title="Crossing closed, says Yerevan")
        .event("COERCE", "GEO", "ARM", date="2021-04-10", mode="restrict", object="the crossing", verb="closed")
        .event("REQUEST", "ARM", "GEO", date="2021-04-11", mode="yield", topic="reopen the crossing", verb="demanded")
        .event("RETREAT", "GEO", "ARM", status="demanded", content_of=1, mode="access", object="the crossing")
        .event("PROTEST", "ARM-BUS", "GEO", date="2021-04~", verb="rallied")
    )
    yield other, other.annotation()
    talks = (
        page("talks", "2021-06-02", publisher="The Alder Gazette", title="Talks at Cedar House")
        .event("CONSULT", "GEO ARM", "GEO ARM", date="2021-06-01", place="Cedar House", verb="met", outcome="adjourned")
        .event("CONSULT", "GEO ARM", "GEO ARM", date="2021-06-20", status="planned", verb="meet")
        .event("AGREE", "GEO", "ARM", date="2021-06-01", verb="promised")
        .event("RETREAT", "GEO", "ARM", date="2021-07-01", status="promised", content_of=2, object="the crossing")
        .event("MOBILIZE", "RUS", "GEO", date="2019-02-03", verb="deployed")
        .state("restricted", object="the crossing", since="2021-06-01", by="ARM")
    )
    yield talks, talks.annotation()
    late = page("late", None, publisher="Birch News", title="A page without a date").event("AID", "IGO-UNO", "ARM")
    yield late, late.annotation()


@pytest.fixture(scope="session")
def rich_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("rich") / "rich.db"
    with Record.open(path, create=True) as record:
        record.declare(SUBJECT)
        for maker, annotation in rich_pages():
            item = replace(maker.item(), url=f"https://news.example/{maker.id}")
            record.add(item, annotation, made="test")
        record.fail("broken.html", Issue(code="empty", message="the page is empty"))
        link(record)
        first, second = sorted(m.key for m in record.mentions() if m.event.type == "COERCE")
        with record.transaction() as db:
            db.execute("DELETE FROM merge")
            db.execute("INSERT INTO merge VALUES (?, ?, ?)", (second, first, "same act, same parties, a day apart"))
    return path


PARTIES = ("Confederation of Ferrymen and Pilots", "Federated Owners of the Inland Ports", "Ministry of Inland Waters")
TYPES: tuple[PloverType, ...] = ("COERCE", "PROTEST", "REQUEST", "REJECT", "CONSULT", "AGREE", "SANCTION", "RETREAT")
FIGURES = ("loss", "income", "debt", "compensation")
STATES: tuple[State, ...] = ("shut", "restricted", "open")


def _between(event: Event, actor: str, recipient: str) -> Event:
    """The act as one of somebody who has no code."""
    return replace(
        event,
        actors=tuple(replace(ref, id=actor) for ref in event.actors),
        recipients=tuple(replace(ref, id=recipient) for ref in event.recipients),
    )


def _full_page(n: int) -> tuple[PageMaker, Annotation]:
    """A page on acts, a demand, a state and a figure, all told at length."""
    ids, n_to = [f"NAMED:{name}" for name in PARTIES], (n + 1) % 3
    day, by, to = f"2021-{n // 3 + 2:02}-{n % 3 * 9 + 2:02}", PARTIES[n % 3], PARTIES[n_to]
    made = page(f"p{n}", day, publisher=f"The {n} Gazette of the Upper River", title=f"Page {n}")
    for e in range(3):
        words = f"{by} acted {n} {e} against {to} over the landing stages, the wages and the night service no. {n}."
        made.event(TYPES[(n + e) % 8], "XXX", "XXX", date=day, verb="acted", words=words)
    made.event("REQUEST", "XXX", "XXX", date=day, verb="asked", words=f"{by} asked {to} to run {n} boats at night.")
    told = f"{to} is to run {n} boats at night and to pay for the {n} landing stages of the upper river."
    made.event("CONCEDE", "XXX", "XXX", status="demanded", content_of=3, verb="run", words=told)
    if n % 3 == 0:
        made.state(STATES[n // 3 % 3], object="the ferries", since=day)
    put = f"${n + 2} million a month"
    made.say(f"It is put at {put}.")
    amount = replace(_amount(1e6 * (n + 2), "USD", FIGURES[n // 3 % 4], ids[n % 3], "ferries"), per="month")
    annotation = dress(made, amounts=((put, amount),))
    events = tuple(_between(event, ids[n % 3], ids[n_to]) for event in annotation.events)
    return made, replace(annotation, events=events)


@pytest.fixture(scope="session")
def full_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of three parties with long names and much to tell: as much as a brief ever says."""
    path = tmp_path_factory.mktemp("full") / "full.db"
    parties = tuple(Party(id=f"NAMED:{name}", name=name) for name in PARTIES)
    with Record.open(path, create=True) as record:
        record.declare(Subject(name="Ferries of the upper river", aliases=("the ferries",), parties=parties))
        for n in range(24):
            made, annotation = _full_page(n)
            record.add(made.item(), annotation, made="test")
        link(record)
    return path


@contextmanager
def served(path: Path) -> Iterator[str]:
    """The address under which a record is served, in a thread of this process."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.bind(("127.0.0.1", 0))
    listener.listen(256)
    port = listener.getsockname()[1]
    app = make_app(path, hosts=frozenset({f"127.0.0.1:{port}"}))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(timeout=10)
        listener.close()


@pytest.fixture(scope="session")
def serve() -> Callable[[Path], object]:
    return served


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """Debian's Chromium; the test is skipped where there is none, unless STANDOFF_REQUIRE_BROWSER is set."""
    if CHROMIUM is None:
        assert not REQUIRED, "STANDOFF_REQUIRE_BROWSER is set and there is no Chromium"
        pytest.skip("there is no Chromium on this machine")
    if not REQUIRED:
        pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as player:
        opened = player.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
        )
        yield opened
        opened.close()
