"""What linking remembers, packed: short pieces that are much alike, so a dictionary of what recurs in them is at hand.

The dictionary is fitted by `python -m training.packing`. What was packed by another one is made anew from the pages.
"""

from functools import cache
from hashlib import sha256
from importlib import resources
from typing import Generic, TypeVar

import msgspec
import zstandard

T = TypeVar("T")
DICTIONARY = "recurring.zdict"
_LEVEL = 3
_encode = msgspec.msgpack.Encoder().encode


@cache
def dictionary() -> zstandard.ZstdCompressionDict:
    """What recurs in what linking remembers."""
    return zstandard.ZstdCompressionDict(resources.files("standoff.link").joinpath(DICTIONARY).read_bytes())


@cache
def dictionary_hash() -> str:
    """A hash of the dictionary."""
    return sha256(dictionary().as_bytes()).hexdigest()


@cache
def _compressor() -> zstandard.ZstdCompressor:
    return zstandard.ZstdCompressor(
        level=_LEVEL, dict_data=dictionary(), write_checksum=False, write_content_size=True, write_dict_id=False
    )


@cache
def _decompressor() -> zstandard.ZstdDecompressor:
    return zstandard.ZstdDecompressor(dict_data=dictionary())


def pack(value: object) -> bytes:
    """A record as few bytes."""
    return _compressor().compress(_encode(value))


class Unpack(Generic[T]):
    """Makes records of one type of their bytes again."""

    def __init__(self, form: type[T]) -> None:
        self._decode = msgspec.msgpack.Decoder(form).decode

    def __call__(self, packed: bytes) -> T:
        """The record that was packed."""
        return self._decode(_decompressor().decompress(packed))
