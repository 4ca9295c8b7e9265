"""What a line's place and the rest of its page add to what the segmenter sees of it: a page as rows of numbers from 0 to 255."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from standoff.read.flat.features import ROW
from standoff.read.flat.lines import Line


def page_rows(lines: Sequence[Line]) -> npt.NDArray[np.uint8]:
    """The features of every line of a page, one row each."""
    rows = np.frombuffer(b"".join([line.row for line in lines]), dtype=ROW)
    return np.concatenate([rows["own"], _around(lines, rows["prose"].astype(np.int64), rows["block"] > 0)], axis=1)


_REACHES = (2, 8, 25)  # lines
_FARTHEST = max(_REACHES)


def _rolled(sums: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """What is added within so many lines, as 0 to 255 of the page's greatest, for each reach; from sums up to each line."""
    n = len(sums)
    padded = np.empty(n + 2 * _FARTHEST + 1, dtype=np.int64)
    padded[: _FARTHEST + 1] = 0
    padded[_FARTHEST + 1 : n + _FARTHEST + 1] = sums
    padded[n + _FARTHEST + 1 :] = sums[-1]
    within = np.array(
        [
            padded[_FARTHEST + reach + 1 : _FARTHEST + reach + 1 + n]
            - padded[_FARTHEST - reach : _FARTHEST - reach + n]
            for reach in _REACHES
        ]
    )
    within *= 255
    within //= np.maximum(within.max(axis=1) // 255, 1)[:, None]
    return within


def _since(marks: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    """How many lines ago the last marked line was, for each row of marks; many where there was none."""
    at = np.arange(marks.shape[1])
    return at - np.maximum.accumulate(np.where(marks, at, -255), axis=1)


@lru_cache(maxsize=256)
def _places(n: int) -> npt.NDArray[np.uint8]:
    """What a line's place among so many tells, one row for each feature."""
    at = np.arange(n)
    told = np.stack([255 * at // max(1, n - 1), at * 4, at[::-1] * 4, np.full(n, n.bit_length() * 20)])
    places: npt.NDArray[np.uint8] = np.minimum(255, told).astype(np.uint8)
    return places


def _around(
    lines: Sequence[Line],
    prose: npt.NDArray[np.int64],
    block: npt.NDArray[np.bool_],
) -> npt.NDArray[np.uint8]:
    """What a line's place and the rest of the page add.

    Args:
        lines: those of the page.
        prose: of each its characters where it is a paragraph, else 0.
        block: whether it is the head of a block that is no story.
    """
    n = len(lines)
    is_prose = prose > 0
    sums = np.cumsum(prose)
    total = max(1, int(sums[-1]))
    blank = [line.blank_before for line in lines]
    around = np.empty((_AROUND, n), dtype=np.int64)
    around[0] = 255 * (sums - prose) // total
    around[1] = 255 * prose // total
    around[2] = blank
    around[2] *= 255
    around[3] = 255 * sum(blank) // n
    around[4:6] = _repeated(lines)
    around[4:6] *= _REPEATED
    around[6] = total // 64
    around[7] = 255 * int(np.count_nonzero(is_prose)) // n
    around[8] = [line.named for line in lines]
    around[9:12] = _rolled(sums)
    marks = np.array([block, is_prose])
    around[12::2] = _FADING * _since(marks)
    around[13::2] = _FADING * _since(marks[:, ::-1])[:, ::-1]
    found: npt.NDArray[np.uint8] = np.concatenate([_places(n), np.minimum(255, around, out=around).astype(np.uint8)]).T
    return found


_AROUND = 16
_FADING = np.array([[8], [12]])
_REPEATED = np.array([[85], [60]])


def _repeated(lines: Sequence[Line]) -> list[list[int]]:
    """How often the text of each line occurs beside the once, and how often it does but for its numbers."""
    alike = Counter([line.alike for line in lines])
    more = [alike[line.alike] - 1 for line in lines]
    same = Counter([line.text for line, others in zip(lines, more, strict=True) if others])
    return [[same[line.text] - 1 if others else 0 for line, others in zip(lines, more, strict=True)], more]
