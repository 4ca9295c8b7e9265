"""What the engine and its workers say to each other: records of msgspec, each behind its length. Never pickles.

engine: Setup   Job   Job   ...
worker: Ready   Reply Reply ...
"""

import socket
import struct
from typing import TypeVar

import msgspec

from standoff.engine.limits import Limits
from standoff.model import Annotation, PageInput, Subject

MAX_FRAME = 1 << 31  # bytes
_LENGTH = struct.Struct(">Q")
HEAD = _LENGTH.size


class Setup(msgspec.Struct, frozen=True, kw_only=True):
    """The first frame to a worker: what it annotates with, and its limits."""

    model: str
    subject: Subject | None
    limits: Limits
    parent: int
    """The engine's process: a worker ends with it."""


class Ready(msgspec.Struct, frozen=True, kw_only=True):
    """A worker's first frame: it has loaded the model, or cannot."""

    missing: str | None = None
    """Why the model cannot be loaded."""
    hint: str = ""


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """A page to annotate."""

    number: int
    item: PageInput


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """What the page gave."""

    number: int
    annotation: Annotation


Frame = TypeVar("Frame", Setup, Ready, Job, Reply)
_encode = msgspec.msgpack.Encoder().encode


def pack(record: Setup | Ready | Job | Reply) -> bytes:
    """A record as a frame.

    Raises:
        UnicodeEncodeError: a text holds half characters.
    """
    body = _encode(record)
    return _LENGTH.pack(len(body)) + body


def length_of(head: bytes | bytearray) -> int:
    """The length of the record behind a frame's head."""
    length: int = _LENGTH.unpack_from(head)[0]
    return length


def unpack(body: bytes | bytearray, kind: type[Frame]) -> Frame:
    """The record of a frame's body.

    Raises:
        msgspec.MsgspecError: it holds none of this kind.
    """
    return msgspec.msgpack.decode(body, type=kind)


def receive(line: socket.socket, kind: type[Frame]) -> Frame | None:
    """The next record from a line that waits; None where the other side is gone."""
    head = _exactly(line, HEAD)
    body = _exactly(line, length_of(head)) if head else None
    return unpack(body, kind) if body else None


def _exactly(line: socket.socket, count: int) -> bytearray | None:
    """So many bytes; None where the line ends before."""
    data = bytearray(count)
    view = memoryview(data)
    while view:
        try:
            got = line.recv_into(view)
        except ConnectionResetError:
            return None
        if not got:
            return None
        view = view[got:]
    return data
