"""What the server refuses, and the headers on all that it answers."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_HEADERS = [
    (
        b"content-security-policy",
        b"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        b"form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    ),
    (b"x-content-type-options", b"nosniff"),
    # a form of ours names where it comes from, a link to elsewhere does not
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
]
MOST_BYTES = 2**20
"""Of the body of a request: a form, or a log of decisions."""


class Guard:
    """Lets through what is asked for under this host's own name: a foreign Host is how a page elsewhere would read the record.

    GET and HEAD never write. A POST must come from a page of this host, by its Origin, and be of a moderate size.
    """

    def __init__(self, app: ASGIApp, *, hosts: frozenset[str]) -> None:
        self.app = app
        self.hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", []), *_HEADERS]}
            await send(message)

        if refused := self._refusal(scope):
            await _refuse(with_headers, *refused)
            return
        body = _Limited(receive)
        try:
            await self.app(scope, body, with_headers)
        except _TooLong:
            await _refuse(with_headers, 413, b"the request is too long\n")

    def _refusal(self, scope: Scope) -> tuple[int, bytes] | None:
        """The status and words with which a request is refused; None where it is let through."""
        host = _only(scope, b"host")
        if host is None or host.lower() not in self.hosts:
            return 403, b"this address is not served under that host name\n"
        if scope["method"] in ("GET", "HEAD"):
            return None
        if scope["method"] != "POST":
            return 405, b"nothing can be changed in this way\n"
        origin, site = _only(scope, b"origin"), _only(scope, b"sec-fetch-site")
        if origin is None or origin.lower() != f"http://{host.lower()}" or site not in (None, "same-origin"):
            return 403, b"only a page of this address can change anything\n"
        length = _only(scope, b"content-length")
        if length is not None and (not length.isdecimal() or int(length[:20]) > MOST_BYTES):
            return 413, b"the request is too long\n"
        return None


class _TooLong(Exception):
    """A body without a length went beyond what is taken."""


class _Limited:
    """Hands on what is received, up to `MOST_BYTES`."""

    def __init__(self, receive: Receive) -> None:
        self.receive = receive
        self.taken = 0

    async def __call__(self) -> Message:
        """The next piece.

        Raises:
            _TooLong: there is too much of it.
        """
        message = await self.receive()
        self.taken += len(message.get("body", b""))
        if self.taken > MOST_BYTES:
            raise _TooLong
        return message


def _only(scope: Scope, name: bytes) -> str | None:
    """The value of a header that stands there once."""
    found = [value for header, value in scope["headers"] if header == name]
    return found[0].decode("latin-1") if len(found) == 1 else None


async def _refuse(send: Send, status: int, words: bytes) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(words)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": words})
