"""Archives of pages: members read in memory, bombs stopped, nothing written or read outside (B11, B12)."""

import gzip
import io
import resource
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.read.exports import FACTIVA_TAGGED, HTML, docx, mail, mhtml, zipped

from standoff.model import PageInput
from standoff.read import Unreadable, iter_sources

TEXT = b"The ferry stayed in port on Monday."


def found(tmp_path: Path, data: bytes, name: str = "pages.zip") -> list[PageInput | Unreadable]:
    path = tmp_path / name
    path.write_bytes(data)
    return list(iter_sources([str(path)]))


def test_members_of_every_form(tmp_path: Path) -> None:
    data = zipped(
        {
            "b/page.html": HTML.encode(), "a/export.txt": FACTIVA_TAGGED.encode(), "c/news.eml": mail(),
            "c/saved.mhtml": mhtml(), "d/list.jsonl": b'{"id": "x", "text": "y"}\n', "d/paper.docx": docx("A\n\nB"),
            "notes.pkl": b"cos\nsystem\n", "b/page_files/ad.html": b"<p>ad", ".git/x.html": b"<p>x",
            "__MACOSX/page.html": b"<p>x", "e/page.txt.gz": gzip.compress(TEXT),
        }
    )  # fmt: skip
    items = found(tmp_path, data)
    assert [item.id for item in items if isinstance(item, PageInput)] == [
        "HARGAZ0020160308ec380002w", "ISLPOS0020160309ec390001a", "page", "news", "saved", "x", "paper",
        "page.txt.gz",
    ]  # fmt: skip


def test_names_that_point_outside_are_only_names(tmp_path: Path) -> None:
    inner = tmp_path / "in"
    inner.mkdir()
    secret = tmp_path / "secret.txt"
    secret.write_bytes(b"Nobody should read this.")
    data = zipped({"../secret.txt": TEXT, str(secret): TEXT, "..\\..\\secret.txt": TEXT, "a/../../b.txt": TEXT})
    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, str(secret))
    items = found(inner, stream.getvalue())
    assert [item.text for item in items if isinstance(item, PageInput)] == [TEXT.decode()] * 4
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["in", "pages.zip", "secret.txt"]
    assert secret.read_bytes() == b"Nobody should read this."


def test_a_damaged_member_costs_that_member(tmp_path: Path) -> None:
    data = zipped({"a.txt": TEXT, "b.txt": bytes(range(256)) * 40, "c.txt": TEXT})
    at = data.index(b"b.txt") + 60
    first, second, third = found(tmp_path, data[:at] + b"\xff" * 20 + data[at + 20 :])
    assert isinstance(second, Unreadable)
    assert second.issue.code == "damaged-file"
    assert (first.id, second.id, third.id) == ("a", "b", "c")


def test_an_encrypted_member_is_named(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT}))
    data[data.index(b"PK\x03\x04") + 6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    first, second = found(tmp_path, bytes(data))
    assert isinstance(first, Unreadable)
    assert first.issue.code == "encrypted"
    assert second.id == "b"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04" + b"\x00" * 60, "damaged-file"),
        (zipped({}), "no-pages"),
        (zipped({"a.pkl": b"x"}), "no-pages"),
        (zipped({"a.zip": zipped({"b.txt": TEXT})}), "nested-archive"),
        (zipped({"a.zip": b"x" + zipped({"b.txt": b"word/document.xml"})}), "nested-archive"),
        (zipped({"a.html": zipped({"b.txt": TEXT})}), "nested-archive"),
        (zipped({"a.docx": b"PK\x03\x04" + b"\x00" * 60}), "damaged-file"),
        (zipped({"word/document.xml": b"<w:document>"}), "damaged-file"),
        (zipped({"word/document.xml": b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"}), "damaged-file"),
    ],
    ids=[
        "damaged",
        "empty",
        "no pages",
        "nested",
        "nested behind a byte",
        "nested as a page",
        "damaged member",
        "damaged document",
        "entities",
    ],
)
def test_archives_that_give_no_page(tmp_path: Path, data: bytes, code: str) -> None:
    (item,) = found(tmp_path, data)
    assert isinstance(item, Unreadable)
    assert item.issue.code == code


def bomb(kind: str) -> bytes:
    stream = io.BytesIO()
    if kind == "gzip":
        with gzip.GzipFile(fileobj=stream, mode="wb") as packed:
            for _ in range(40):
                packed.write(b"a" * 10_000_000)
        return stream.getvalue()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(1 if kind == "one member" else 8):
            with archive.open(f"{n}.txt", "w") as member:
                for _ in range(40 if kind == "one member" else 2):
                    member.write(b"a" * 10_000_000)
    return stream.getvalue()


PROGRAM = """
import sys
from standoff.read import iter_sources
for item in iter_sources(sys.argv[1:]):
    print(item.id, getattr(getattr(item, "issue", None), "code", "page"))
if sys.platform == "linux":  # the peak of this program alone; getrusage counts what its parent had as well
    print("MB", next(int(line.split()[1]) // 1024 for line in open("/proc/self/status") if line.startswith("VmHWM")))
else:
    print("MB 0")
"""


@pytest.mark.parametrize("kind", ["gzip", "one member", "many members"])
def test_bombs_are_stopped_at_the_cap(tmp_path: Path, kind: str) -> None:
    path = tmp_path / ("bomb.txt.gz" if kind == "gzip" else "bomb.zip")
    path.write_bytes(bomb(kind))
    done = subprocess.run([sys.executable, "-c", PROGRAM, str(path)], capture_output=True, text=True, check=True)
    *said, memory = done.stdout.splitlines()
    assert int(memory.split()[1]) <= 300, done.stdout
    wanted = {"gzip": ["bomb damaged-file"], "one member": ["0 too-large"]}
    if kind in wanted:
        assert said == wanted[kind]
    else:
        assert said[-1] == "bomb zip-bomb"
        assert len(said) <= 10


def test_a_gzip_file_of_very_many_empty_members_ends_soon(tmp_path: Path) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    data = gzip.compress(b"") * 100_000 + gzip.compress(TEXT)
    (item,) = found(tmp_path, data, "page.txt.gz")
    assert item.id == "page"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_utime - before < 10


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word(body: str) -> bytes:
    return zipped({"word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'.encode()})


def test_words_of_a_document(tmp_path: Path) -> None:
    body = "<w:p><w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/><w:delText>gone</w:delText></w:r></w:p><w:p/>"
    body += "<w:tbl><w:tr><w:tc><w:p><w:t>cell &amp; more</w:t></w:p></w:tc></w:tr></w:tbl>"
    (item,) = found(tmp_path, word(body), "paper.docx")
    assert isinstance(item, PageInput)
    assert item.text == "One\ttwo\n\n\ncell & more"


@pytest.mark.parametrize(
    "body",
    ["<w:p/>" * 4_000_000, "<w:p>" * 20_000, "<w:p><w:t>" + "x" * 30_000_000, "&a;", "<w:p a='" + "x" * 20_000_000],
    ids=["elements", "depth", "text", "entity", "attribute"],
)
def test_documents_made_to_swell_are_refused(tmp_path: Path, body: str) -> None:
    (item,) = found(tmp_path, word(body), "paper.docx")
    assert isinstance(item, Unreadable)
    assert item.issue.code == "damaged-file"
