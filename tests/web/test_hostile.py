"""Hostile text in title, body, actor, quotation, address, file name and date: shown in every page, never obeyed."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace
from tests.web.conftest import dress
from tests.web.looking import OBEYED, look
from tests.web.payloads import PAYLOADS

from standoff.link import link
from standoff.model import Issue, Meta, Party, Subject
from standoff.record import Record
from standoff.testing import PageMaker, page
from standoff.web.pages import PAGES

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Serve = Callable[[Path], AbstractContextManager[str]]


def hostile_page(n: int, payload: str) -> PageMaker:
    day = f"2021-{4 + n % 3:02}-{n % 28 + 1:02}"
    actor = "NAMED:" + payload.replace(" ", "\u00a0")
    return (
        page(f"{n} {payload}", day, title=f"{n} {payload}", publisher=f"{payload} {n}")
        .event("COERCE", actor, "ARM", date=day, object=payload, verb=f"closed {n}", mode=payload)
        .event("THREATEN", "GEO", actor, date=payload, topic=payload, verb=f"threatened {n}", rule=payload)
        .event("SANCTION", "GEO", "ARM", date=day, status="threatened", content_of=1, verb="would stop", topic=payload)
        .event("CONSULT", f"GEO {actor}", "GEO", date=day, place=payload, verb="met", outcome="agreed")
        .state("shut", object=payload, since=day, by=actor)
        .say(f"Some {n} people said {payload} here.")
        .say(payload, "caption")
        .say(payload, "furniture")
    )


@pytest.fixture(scope="session")
def hostile_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "<script>window.pwned=1<" / "h.db"
    path = path if path.parent.parent.exists() and _made(path.parent) else path.parent.parent / "h.db"
    with Record.open(path, create=True) as record:
        names = (Party(id="GEO", name=PAYLOADS[12]), Party(id="ARM", name=PAYLOADS[17]))
        record.declare(Subject(name=PAYLOADS[0], parties=names))
        for n, payload in enumerate(PAYLOADS):
            maker = hostile_page(n, payload)
            made = dress(
                maker,
                said=((f"Some {n} people said {payload} here.", payload),),
                comments=((payload, f"comment {n} {payload}"),),
                issues=(Issue(code=payload, message=payload),),
            )
            meta = Meta(
                title=f"{n} {payload}",
                publisher=f"{payload} {n}",
                published=made.meta.published if n % 4 else payload,
                published_how="given",
                authors=(payload,),
                section=payload,
            )
            record.add(replace(maker.item(), url=payload), replace(made, meta=meta), made="test")
            record.fail(payload, Issue(code="empty", message=payload))
        link(record)
    return path


def _made(folder: Path) -> bool:
    try:
        folder.mkdir()
    except OSError:
        return False
    return True


@pytest.fixture(scope="session")
def hostile(hostile_file: Path, serve: Serve) -> Iterator[str]:
    with serve(hostile_file) as served:
        yield served


def test_there_are_sixty() -> None:
    assert len(PAYLOADS) == len(set(PAYLOADS)) == 60


def test_no_payload_runs_in_any_page(browser: "Browser", hostile: str, hostile_file: Path) -> None:
    """The policy of the pages is set aside: nothing may run by what the pages hold alone."""
    with Record.open(hostile_file) as record:
        sources = [f"/source/{document.key}" for document in record.documents()]
        events = [f"/event/{event.id}" for event in record.events()][::8]
    asked = [f"/search?q={word}" for word in ("closed", "%3Cscript%3E", "%22%3E%3Cimg")]
    odd = ["/timeline?q=%22%3E%3Cscript%3Ewindow.pwned=1%3C/script%3E&party=%3Csvg/onload=window.pwned=1%3E"]
    wrong: list[tuple[str, list[str]]] = []
    with look(browser, hostile, bypass_csp=True) as seen:
        dialogs: list[str] = []

        def dismiss(dialog: Any) -> None:
            dialogs.append(dialog.message)
            dialog.dismiss()

        seen.page.on("dialog", dismiss)
        for path in [*(f"/{name}" for name in PAGES), *sources, *events, *asked, *odd, "/event/%3Csvg%20onload=1%3E"]:
            seen.page.goto(hostile + path)
            if found := seen.page.evaluate(OBEYED):
                wrong.append((path, found))
    assert not wrong
    assert not dialogs
    assert not seen.abroad


def test_what_is_hostile_is_shown(browser: "Browser", hostile: str) -> None:
    with look(browser, hostile) as seen:
        seen.page.goto(f"{hostile}/sources")
        shown = seen.page.inner_text("main")
    assert "<script>window.pwned=1</script>" in shown
    assert "\u202e" not in shown
    assert "{{ 7 * 7 }}" in shown
    assert not seen.complaints
