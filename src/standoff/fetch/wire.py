"""One question and its answer over one connection, to a number that was checked, within limits of time and size.

`http.client` reads the answer. urllib3 and requests look a name up again when they connect and bound only the silence
between two bytes, not the whole answer; here the socket is opened to the checked number and every read knows the deadline.
"""

import http.client
import io
import socket
import ssl
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO, cast

from standoff.errors import FetchError
from standoff.fetch.address import Address
from standoff.fetch.clock import Clock
from standoff.fetch.policy import Policy
from standoff.fetch.proxy import Proxy

Headers = Mapping[str, str]
_PIECE = 64 * 1024
_ENCODINGS = {"": None, "identity": None, "gzip": 31, "x-gzip": 31, "deflate": 15}


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered: header names in lower case; the body unpacked, empty where it was not wanted."""

    status: int
    headers: Headers
    body: bytes = b""


class _TooSlow(OSError):
    """The time for the whole answer is over."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """How questions are asked: the limits, the time, whom to believe."""

    policy: Policy
    clock: Clock
    tls: ssl.SSLContext

    def ask(
        self,
        address: Address,
        numbers: Sequence[str],
        headers: Headers,
        wanted: Callable[[int, Headers], bool],
        *,
        proxy: Proxy | None = None,
        enough: int | None = None,
    ) -> Reply:
        """The answer to one GET. The body is read only where `wanted` says so, from status and headers.

        Args:
            address: what is asked for, and whose name the certificate must bear.
            numbers: where it may be connected to, tried in order.
            headers: those of the question.
            wanted: whether to read the body.
            proxy: what the numbers are those of, where it is not the address's host.
            enough: so many bytes of the body are taken and the rest is left; without it, a body beyond the limits is refused.

        Raises:
            FetchError: no connection, a bad certificate, an answer that is too slow, too large or broken.
        """
        deadline = self.clock.now() + self.policy.total_seconds
        try:
            with (
                self._connected(numbers, proxy.port if proxy else address.port, deadline) as plain,
                self._secured(address, plain, proxy, deadline) as sock,
            ):
                timed = _Timed(sock, self.clock, deadline, self.policy)
                return self._exchange(address, timed, headers, wanted, proxy, enough)
        except _TooSlow as e:
            limit = f"{self.policy.total_seconds:g} s"
            raise _trouble(address, "too-slow", f"the answer took longer than {limit}") from e
        except ssl.SSLCertVerificationError as e:
            cause = f"its certificate is not valid for {address.host} ({e.verify_message})"
            raise _trouble(address, "bad-certificate", cause, "do not trust what it sends") from e
        except TimeoutError as e:
            raise _trouble(address, "too-slow", "the server fell silent") from e
        except http.client.HTTPException as e:
            cause = f"the answer is no proper HTTP ({type(e).__name__})"
            raise _trouble(address, "broken-answer", cause) from e
        except OSError as e:
            raise _trouble(address, "no-connection", (e.strerror or str(e) or type(e).__name__).lower()) from e

    def _connected(self, numbers: Sequence[str], port: int, deadline: float) -> socket.socket:
        """A socket to the first number that answers."""
        failed: OSError | None = None
        for number in numbers:
            left = deadline - self.clock.now()
            if left <= 0:
                raise _TooSlow
            family = socket.AF_INET6 if ":" in number else socket.AF_INET
            sock = socket.socket(family, socket.SOCK_STREAM)
            sock.settimeout(min(left, self.policy.connect_seconds))
            try:
                sock.connect((number, port))
            except OSError as e:
                sock.close()
                failed = e
            else:
                return sock
        raise failed or OSError("no number to connect to")

    def _secured(self, address: Address, sock: socket.socket, proxy: Proxy | None, deadline: float) -> socket.socket:
        """The socket, encrypted where the address wants it, once the host has proved its name."""
        if address.scheme != "https":
            return sock
        if proxy:
            proxy.tunnel(sock, address, _Timed(sock, self.clock, deadline, self.policy).arm)
        return self.tls.wrap_socket(sock, server_hostname=address.host)

    def _exchange(
        self,
        address: Address,
        sock: "_Timed",
        headers: Headers,
        wanted: Callable[[int, Headers], bool],
        proxy: Proxy | None,
        enough: int | None,
    ) -> Reply:
        connection = http.client.HTTPConnection(address.host, address.port)
        connection.sock = cast(socket.socket, sock)  # it connects nowhere by itself
        through = proxy if address.scheme == "http" else None
        target = address.url if through else address.target
        login = {"Proxy-Authorization": through.login} if through and through.login else {}
        connection.putrequest("GET", target, skip_host=True, skip_accept_encoding=True)
        for name, value in {"Host": address.authority, **headers, **login, "Connection": "close"}.items():
            connection.putheader(name, value)
        connection.endheaders()
        with connection.getresponse() as response:
            found = {name.lower(): value for name, value in reversed(response.getheaders())}
            body = self._body(address, response, found, enough) if wanted(response.status, found) else b""
            return Reply(response.status, found, body)

    def _body(
        self, address: Address, response: http.client.HTTPResponse, headers: Headers, enough: int | None
    ) -> bytes:
        """The unpacked body; reading ends as soon as it passes a limit."""
        encoding = headers.get("content-encoding", "").strip().lower()
        if encoding not in _ENCODINGS:
            raise _trouble(address, "broken-answer", f"it is packed as {encoding[:40]!r}, which was not asked for")
        unpacker = _Unpacker(_ENCODINGS[encoding], self.policy.max_unpacked)
        sent = 0
        while piece := response.read1(_PIECE):
            sent += len(piece)
            if sent > self.policy.max_bytes:
                raise _too_large(address, f"more than {self.policy.max_bytes:,} bytes")
            try:
                unpacker.feed(piece)
            except zlib.error as e:
                raise _trouble(address, "broken-answer", "its packed data are damaged") from e
            if enough is not None and len(unpacker.out) >= enough:
                return bytes(unpacker.out[:enough])
            if unpacker.full:
                raise _too_large(address, f"more than {self.policy.max_unpacked:,} bytes when unpacked")
        if response.length or not unpacker.whole:
            raise _trouble(address, "broken-answer", f"it ended early, after {sent:,} bytes")
        return bytes(unpacker.out)


class _Timed:
    """A socket to `http.client`, whose every read ends at the deadline at the latest."""

    def __init__(self, sock: socket.socket, clock: Clock, deadline: float, policy: Policy) -> None:
        self._raw = _TimedReader(sock, clock, deadline, policy.silence_seconds)
        self._sock = sock

    def arm(self) -> None:
        """Sets how long the next call may take."""
        self._raw.arm()

    def sendall(self, data: bytes) -> None:
        """Sends all."""
        self.arm()
        self._sock.sendall(data)

    def makefile(self, _mode: str) -> BinaryIO:
        """What the server sends, to be read."""
        return io.BufferedReader(self._raw)

    def close(self) -> None:
        """Nothing: the one who opened the socket closes it."""


class _TimedReader(io.RawIOBase):
    """The bytes of a socket; a read that would pass the deadline ends there."""

    def __init__(self, sock: socket.socket, clock: Clock, deadline: float, silence: float) -> None:
        self._sock, self._clock, self._deadline, self._silence = sock, clock, deadline, silence

    def arm(self) -> None:
        """Sets how long the next call may take."""
        left = self._deadline - self._clock.now()
        if left <= 0:
            raise _TooSlow
        self._sock.settimeout(min(left, self._silence))

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # what BufferedReader passes
        """How many bytes came."""
        self.arm()
        try:
            return self._sock.recv_into(buffer)
        except TimeoutError as e:
            if self._clock.now() >= self._deadline:
                raise _TooSlow from e
            raise


class _Unpacker:
    """Unpacks piece by piece, never more than one byte above the limit."""

    def __init__(self, window: int | None, limit: int) -> None:
        self.out = bytearray()
        self._limit = limit
        self._window = window
        self._unpack = None if window is None else zlib.decompressobj(window)

    @property
    def full(self) -> bool:
        """True where more came out than is allowed."""
        return len(self.out) > self._limit

    @property
    def whole(self) -> bool:
        """True where packed data reached their end."""
        return self._unpack is None or self._unpack.eof or not self.out

    def feed(self, piece: bytes) -> None:
        """Takes the next piece.

        Raises:
            zlib.error: it is damaged.
        """
        if self._unpack is None:
            self.out += piece
            return
        if self._unpack.eof:
            return  # what follows the packed data is none of the page
        try:
            self.out += self._unpack.decompress(piece, self._limit + 1 - len(self.out))
        except zlib.error:
            if self._window != _ENCODINGS["deflate"] or self.out:
                raise
            self._unpack = zlib.decompressobj(-15)  # some servers send `deflate` without its head
            self.out += self._unpack.decompress(piece, self._limit + 1)


def _trouble(address: Address, code: str, cause: str, hint: str = "try again later") -> FetchError:
    return FetchError(f"{address.url} cannot be fetched: {cause}", code=code, hint=hint)


def _too_large(address: Address, cause: str) -> FetchError:
    message = f"{address.url} is not read: it has {cause}"
    return FetchError(message, code="too-large", hint="save it to a file and read that", status=200, lasting=True)
