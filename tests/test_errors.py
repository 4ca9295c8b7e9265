"""The tree drawn in errors.py is the tree of the classes."""

import re

from standoff import errors


def test_the_drawing_is_the_tree() -> None:
    drawn: dict[str, str] = {}
    above = {0: "StandoffError"}
    for line in (errors.__doc__ or "").splitlines():
        if found := re.match(r"    ([│ ]*)[├└]── (\w+)", line):
            depth = len(found[1]) // 4 + 1
            above[depth] = found[2]
            drawn[found[2]] = above[depth - 1]
    classes = {
        name: kind.__bases__[0].__name__
        for name, kind in vars(errors).items()
        if isinstance(kind, type) and issubclass(kind, errors.StandoffError) and kind is not errors.StandoffError
    }
    assert drawn == classes
