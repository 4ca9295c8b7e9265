"""The pages as a folder that can be mailed or hosted: no server, no scripts, every link inside leads to a file."""

import json
import re
from collections import deque
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from posixpath import relpath

from standoff import __version__
from standoff.errors import RecordError, UsageError
from standoff.web.contexts import Ask, Folder, Told
from standoff.web.desk import Desk
from standoff.web.pages import PAGES, make_page
from standoff.web.shell import HERE, split, write

MANIFEST = "manifest.json"
_STATIC = ("style.css", "icon.svg")
_LINK = re.compile(r'(href|src)="(/[^"]*)"')
"""Addresses of ours: in page text a quotation mark is escaped, so nothing there looks like one."""
_NAME = re.compile(r"[\w~-]{1,120}")
_LEFT_OUT = ("search", "review", "decisions")
_TRAY = "/timeline?doubtful=1"


def write_site(path: Path, out: Path, *, whole: bool = False) -> int:
    """Writes the pages of a record into a folder; the number of files comes back.

    Args:
        path: the record.
        out: a folder, made where missing; one that was written so before is written anew.
        whole: the pages that were read go with it, not only their sentences that gave an entry.

    Raises:
        UsageError: the folder holds something else.
        RecordError: it cannot be written, or there is no record.
    """
    desk = Desk(path)
    try:
        with desk.record():
            before = _before(out)
            files = dict(_files(desk, Folder(whole=whole)))
        for name, content in files.items():
            target = out / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        for name in sorted(before - set(files)):
            (out / name).unlink(missing_ok=True)
    except OSError as e:
        raise RecordError(
            f"cannot write {out}: {e.strerror}", hint="check that the folder exists and its rights"
        ) from e
    finally:
        desk.close()
    return len(files)


def _before(out: Path) -> set[str]:
    """The files that an earlier run wrote.

    Raises:
        UsageError: the folder holds something else.
    """
    if not out.exists():
        return set()
    if not out.is_dir():
        raise UsageError(f"{out} is no folder", hint="name a folder that is empty or not there yet")
    if not any(out.iterdir()):
        return set()
    try:
        told = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
        names = [file["path"] for file in told["files"]] if told["name"] == "standoff-site" else None
    except (OSError, ValueError, KeyError, TypeError):
        names = None
    if names is None:
        raise UsageError(f"{out} holds something else", hint="name a folder that is empty or not there yet")
    return {name for name in names if isinstance(name, str) and _inside(name)}


def _inside(name: str) -> bool:
    return not name.startswith("/") and ".." not in name.split("/") and "\\" not in name


def _files(desk: Desk, folder: Folder) -> Iterator[tuple[str, bytes]]:
    """Each file's name and content, the manifest last."""
    hashes = []
    for name, content in _pages(desk, folder):
        hashes.append({"path": name, "sha256": sha256(content).hexdigest()})
        yield name, content
    with desk.record() as record:
        subject = record.subject()
        manifest = {
            "name": "standoff-site",
            "standoff": __version__,
            "subject": subject.name if subject else None,
            "pages": [
                {"id": d.id, "sha256": d.key, "url": d.url, "published": d.published} for d in record.documents()
            ],
            "files": [*hashes, {"path": MANIFEST}],
        }
    yield MANIFEST, json.dumps(manifest, indent=1, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _pages(desk: Desk, folder: Folder) -> Iterator[tuple[str, bytes]]:
    """The pages that are reached from the first one, with their twins, and what they are drawn with."""
    for name in _STATIC:
        yield f"static/{name}", (HERE / "static" / name).read_bytes()
    queue = deque([f"/{name}" for name in PAGES if name not in _LEFT_OUT])
    queue.append(_TRAY)
    seen = set(queue)
    while queue:
        address = queue.popleft()
        here = file_of(address)
        html = _written(desk, address, folder, "html").decode()
        for _, link in _LINK.findall(html):
            found = _page_of(link)
            if found is not None and found not in seen:
                seen.add(found)
                queue.append(found)
        yield here, _LINK.sub(lambda m, at=here: f'{m[1]}="{_to(m[2], at)}"', html).encode()  # type: ignore[misc]
        for form in ("json", "csv"):
            yield f"{here.removesuffix('html')}{form}", _written(desk, address, folder, form)


def _written(desk: Desk, address: str, folder: Folder, form: str) -> bytes:
    parts, _ = split(address.partition("?")[0])
    with desk.record() as record:
        params = {"doubtful": "1"} if address == _TRAY else {}
        told = Told(desk, record, Ask("/" + "/".join(parts), params), folder=folder)
        return write(told, make_page(told, parts), form)  # type: ignore[arg-type]


def _page_of(link: str) -> str | None:
    """The page that an address leads to: its form and place left out; None for what is no page or is left out."""
    address = link.replace("&amp;", "&").partition("#")[0]
    if address == _TRAY:
        return _TRAY
    parts = address.partition("?")[0].strip("/").split("/")
    if parts[0] in ("event", "source") and len(parts) == 2 and _NAME.fullmatch(parts[1]):
        return "/" + "/".join(parts)
    return f"/{parts[0]}" if len(parts) == 1 and parts[0] in PAGES and parts[0] not in _LEFT_OUT else None


def file_of(address: str) -> str:
    """The file of a page.

    >>> file_of("/"), file_of("/event/e1"), file_of("/timeline?doubtful=1")
    ('index.html', 'event/e1.html', 'tray.html')
    """
    if address == _TRAY:
        return "tray.html"
    return f"{address.strip('/') or 'index'}.html"


def _to(link: str, here: str) -> str:
    """An address of ours as it is reached from a file."""
    place = link.partition("#")[2]
    bare = link.replace("&amp;", "&").partition("#")[0]
    page = _page_of(bare)
    if page is not None:
        target = file_of(page)
    else:
        target = bare.partition("?")[0].lstrip("/")
        if here == "tray.html":
            target = target.replace("timeline.", "tray.")
    return relpath(target, str(Path(here).parent)) + (f"#{place}" if place else "")
