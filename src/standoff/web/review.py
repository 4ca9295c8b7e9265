"""Review as a page: a card for each proposed fact, forms that work without scripts, and the log of decisions.

Only a POST writes, and the guard lets none through that another site has made. After it the reader is sent back to where
the form stood, or on to the next card.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, quote, unquote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from standoff.errors import UsageError
from standoff.hostile import visible
from standoff.lexicon.plover import plover_types
from standoff.record import Record
from standoff.record.checked import MOST_WHO
from standoff.record.deciding import Reviewer, login
from standoff.record.decisions import Decision
from standoff.record.shelf import uncollected
from standoff.record.shown import ACTORS, CHOICES, LISTS, LONGEST, NEEDED, spoken
from standoff.tell.decided import decisions
from standoff.tell.facts import find_told
from standoff.tell.review import Card, Proposed, candidates, card, queue, sentence
from standoff.web.contexts import Ask, Told
from standoff.web.desk import Desk
from standoff.web.pages import Page
from standoff.web.shell import MEDIA, split, write
from standoff.web.words import named

FIELD = "f."
"""Begins the name of a form's field that sets one of the fact's."""
_MOST_FIELDS = 200
BY_NAME = (*LISTS, *ACTORS)
"""Fields in which somebody stands, by name where that leads back to the id."""
WHO = "who"
"""Name of the cookie that keeps who decides."""
Form = Mapping[str, list[str]]


@dataclass(frozen=True)
class Step:
    """A card and its place among those that wait."""

    card: Card | None
    place: int | None
    """From 1; None for a fact that somebody decided on."""
    left: int
    decided: int
    previous: str | None
    next: str | None
    coming: tuple[tuple[Proposed, str], ...]
    """What waits after it, in a sentence each."""
    same: tuple[tuple[str, str, str], ...]
    """Events that it may be one with."""
    back: str | None
    """Where the reader came from and goes back to."""
    who: str
    done: Decision | None = None
    """What was just decided."""
    error: str = ""
    hint: str = ""
    typed: Mapping[str, str] | None = None
    """What the reader wrote into the fields."""


def review_page(told: Told) -> Page:
    """The first card of those that wait."""
    waiting = _waiting(told)
    return card_page(told, waiting[0].id if waiting else None)


def card_page(
    told: Told, id: str | None, *, error: UsageError | None = None, typed: Mapping[str, str] | None = None
) -> Page:
    """A fact's card; without an id the page that says that none is left.

    Raises:
        NotFound: nothing has this id that can be decided on.
    """
    waiting, record = _waiting(told), told.record
    shown = card(record, id) if id else None
    ids = [each.id for each in waiting]
    at = ids.index(shown.id) if shown and shown.id in ids else None
    following = next(iter(ids if at is None else ids[at + 1 :]), None)
    done = told.ask.get("done")
    step = Step(
        card=shown,
        place=None if at is None else at + 1,
        left=len(ids),
        decided=len({key for d in record.ruled().pins for key in [d.key]} | set(record.ruled().rejected)),
        previous=ids[at - 1] if at else None,
        next=following if ids and (shown is None or following != shown.id) else None,
        coming=tuple((one, sentence(record, one.id)) for one in waiting[0 if at is None else at + 1 :][:6]),
        same=tuple(candidates(record, shown.id)) if shown and shown.kind == "event" else (),
        back=_place(told.ask.get("back")),
        who=told.ask.get(WHO) or login(),
        done=next((d for d in record.decisions() if d.id == done), None) if done else None,
        error=str(error) if error else "",
        hint=error.hint if error else "",
        typed=typed,
    )
    pages = {passage.page for passage in shown.passages} if shown else set()
    context: dict[str, Any] = {
        "step": step,
        "fields": _written(record, shown) if shown else {},
        "sites": {key: named(record.document(key)) for key in pages},
        "choices": CHOICES,
        "needed": NEEDED,
        "modes": _modes(),
        "longest": LONGEST,
    }
    rows = shown if told.ask.path != "/review" else waiting
    return Page("review.html", rows, context, waiting)


def decisions_page(told: Told) -> Page:
    """The log, the latest first; those that have lost their place on top."""
    rows = decisions(told.record)
    lost = [row for row in rows if row.standing == "lost"]
    return Page("decisions.html", rows, {"rows": rows, "lost": lost})


def _waiting(told: Told) -> list[Proposed]:
    return told.desk.kept("queue", lambda: queue(told.record))


def _modes() -> list[str]:
    return sorted({mode.id for entry in plover_types().values() for mode in entry.modes})


def _place(back: str | None) -> str | None:
    """An address of this host that a form names to go back to; None for any other."""
    if not back or not back.startswith("/") or back.startswith("//") or not back.isprintable() or "\\" in back:
        return None
    return back


def routes(desk: Desk) -> list[Route]:
    """The pages of the review, and what takes its forms."""
    verdicts = Verdicts(desk)

    def show(request: Request) -> Response:
        parts, form = split(request.url.path)
        params = {**request.query_params, WHO: _who(request) or ""}
        with desk.record() as record:
            told = Told(desk, record, Ask("/" + "/".join(parts), params))
            content = write(told, _page(told, parts), form)
        return Response(content, media_type=MEDIA[form])

    forms = ("", ".json", ".csv")
    return [
        Route("/review/who", verdicts.name, methods=["POST"]),
        *(Route(f"/{name}{form}", show, methods=["GET"]) for name in ("review", "decisions") for form in forms),
        Route("/review/{id}", show, methods=["GET"]),
        Route("/review/{id}", verdicts.take, methods=["POST"]),
    ]


def _page(told: Told, parts: Sequence[str]) -> Page:
    if parts[0] == "decisions":
        return decisions_page(told)
    return card_page(told, parts[1]) if len(parts) > 1 else review_page(told)


def _who(request: Request) -> str | None:
    """The name that the reader gave; None where the login's counts."""
    return unquote(request.cookies.get(WHO, "")) or None


class Verdicts:
    """Takes the forms of the review."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def take(self, request: Request) -> Response:
        """Writes the decision of a form and sends the reader on; what cannot be decided is told beside the form."""
        form = await _read(request)
        who = _who(request)
        return await run_in_threadpool(self._decide, request.path_params["id"], form, who)

    async def name(self, request: Request) -> Response:
        """Keeps the name of who decides, in a cookie that is sent to this host alone."""
        form = await _read(request)
        who = " ".join(_first(form, WHO).split())[:MOST_WHO]
        answered = RedirectResponse(_place(_first(form, "back")) or "/review", 303)
        if who and who.isprintable():
            answered.set_cookie(WHO, quote(who), httponly=True, samesite="strict", max_age=365 * 86400)
        else:
            answered.delete_cookie(WHO)
        return answered

    def _decide(self, id: str, form: Form, who: str | None) -> Response:
        try:
            with self.desk.record() as record, uncollected():  # what the reader sees, even while pages are being read
                made = VERDICTS[_first(form, "action")](self._reviewer(record, who), id, form)
                undone = next((d for d in record.decisions() if d.id == made.undoes), None)
        except UsageError as e:
            return self._again(id, form, who, e)
        except KeyError as e:
            raise UsageError("the form names no verdict", hint="accept, reject, edit, merge, split or undo") from e
        back = _place(_first(form, "back"))
        if back and not undone:
            return RedirectResponse(back, 303)
        if undone and undone.on and undone.on[0].kind == "spell":
            return RedirectResponse(back or "/state", 303)  # its id is another now
        to = undone.on[0].mention if undone and undone.on else _first(form, "next") or None
        return RedirectResponse(
            f"/review/{quote(to, safe='')}?done={made.id}" if to else f"/review?done={made.id}", 303
        )

    def _reviewer(self, record: Record, who: str | None) -> Reviewer:
        return Reviewer(record, who=who, log=self._log, find=find_told)

    def _log(self, decisions: Sequence[Decision]) -> None:
        with Record.open(self.desk.path, write=True) as record:
            record.decide(decisions)
        self.desk.decided = True

    def _again(self, id: str, form: Form, who: str | None, error: UsageError) -> Response:
        """The card as it was, with what was typed and what is wrong with it."""
        typed = {name.removeprefix(FIELD): values[0] for name, values in form.items() if name.startswith(FIELD)}
        with self.desk.record() as record:
            told = Told(self.desk, record, Ask(f"/review/{id}", {"back": _first(form, "back"), WHO: who or ""}))
            return HTMLResponse(write(told, card_page(told, id, error=error, typed=typed), "html"), 400)


def _accept(reviewer: Reviewer, id: str, form: Form) -> Decision:
    return reviewer.accept(id, note=_note(form))


def _reject(reviewer: Reviewer, id: str, form: Form) -> Decision:
    keys = form.get("key", [])
    if len(keys) > 1:
        raise UsageError("choose one sentence at a time", hint="to reject the whole event choose none")
    return reviewer.reject(keys[0] if keys else id, only=bool(keys), note=_note(form))


def _edit(reviewer: Reviewer, id: str, form: Form) -> Decision:
    given = {name.removeprefix(FIELD): values[0] for name, values in form.items() if name.startswith(FIELD)}
    shown = {name: visible(value) for name, value in _written(reviewer.record, card(reviewer.record, id)).items()}
    # what the page showed in place of a character that is obeyed is no change
    return reviewer.edit(id, {f: v for f, v in given.items() if v != shown.get(f)}, note=_note(form))


def _written(record: Record, card: Card) -> dict[str, str]:
    """The fields of a card as its form has them."""
    subject = record.subject()
    return {name: spoken(value, subject) if name in BY_NAME else value for name, value in card.fields}


def _merge(reviewer: Reviewer, id: str, form: Form) -> Decision:
    others = [word for name in ("other", "with") for value in form.get(name, []) for word in value.split()]
    if not others:
        raise UsageError("a merge wants another event", hint="choose one of the list, or write its id")
    return reviewer.merge([id, *others], note=_note(form))


def _split(reviewer: Reviewer, id: str, form: Form) -> Decision:
    keys = form.get("key", [])
    if not keys:
        raise UsageError("a split wants the sentences that tell of another event", hint="choose one or more")
    return reviewer.split(keys, note=_note(form))


def _undo(reviewer: Reviewer, id: str, form: Form) -> Decision:
    return reviewer.undo(_first(form, "of") or None, note=_note(form))


VERDICTS: dict[str, Callable[[Reviewer, str, Form], Decision]] = {
    "accept": _accept,
    "reject": _reject,
    "edit": _edit,
    "merge": _merge,
    "split": _split,
    "undo": _undo,
}


async def _read(request: Request) -> Form:
    """The fields of a form.

    Raises:
        UsageError: it is no plain form.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/x-www-form-urlencoded":
        raise UsageError("only a plain form is taken", hint="application/x-www-form-urlencoded")
    try:
        pairs = parse_qsl(
            (await request.body()).decode(), keep_blank_values=True, max_num_fields=_MOST_FIELDS, errors="strict"
        )
    except ValueError as e:
        raise UsageError("the form cannot be read") from e
    form: dict[str, list[str]] = {}
    for name, value in pairs:
        form.setdefault(name, []).append(value)
    return form


def _first(form: Form, name: str) -> str:
    return form.get(name, [""])[0].strip()


def _note(form: Form) -> str | None:
    return _first(form, "note")[:2000] or None
