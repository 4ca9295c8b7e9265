"""Sources: what is found where, and one clear line for what cannot be read."""

import gzip
import io
import os
import threading
from pathlib import Path

import pytest

from standoff.errors import InputError
from standoff.model import PageInput
from standoff.read import Unreadable, iter_sources, read_jsonl, read_page

TEXT = "The ferry stayed in port on Monday."


def pages(*sources: Path | str) -> list[PageInput | Unreadable]:
    return list(iter_sources([str(s) for s in sources]))


def only(*sources: Path | str) -> PageInput:
    (item,) = pages(*sources)
    assert isinstance(item, PageInput), item
    return item


def failure(*sources: Path | str) -> Unreadable:
    (item,) = pages(*sources)
    assert isinstance(item, Unreadable), item
    return item


def test_files_by_suffix_and_by_looks(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.html").write_text(f"<p>{TEXT}")
    (tmp_path / "c").write_text(f"<!DOCTYPE html><p>{TEXT}")
    assert only(tmp_path / "a.txt").text == TEXT
    assert only(tmp_path / "b.html").html == f"<p>{TEXT}"
    assert only(tmp_path / "c").html is not None


def test_folders_recursively_in_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a/1.txt", ".hidden/3.txt", "b/picture.jpg", "z.txt.gz"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(gzip.compress(TEXT.encode()) if name.endswith("gz") else TEXT.encode())
    assert [item.id for item in pages(tmp_path)] == ["1", "2", "z"]


def test_the_same_name_twice_gets_two_ids(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.txt").write_text(TEXT)
    first, second = (item.id for item in pages(tmp_path))
    assert first == "page"
    assert second is not None
    assert second.startswith("page-")


def test_ids_of_files_of_one_name_do_not_hang_on_where_the_folder_stands(tmp_path: Path) -> None:
    ids = []
    for place in ("one", "two/deeper"):
        for name in ("a/page.txt", "b/page.txt", "b/page.html", "c/page.txt", "c/b/page.txt"):
            path = tmp_path / place / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"<p>{TEXT}")
        ids.append([item.id for item in pages(tmp_path / place)])
    assert ids[0][:3] == ids[1][:3]
    assert "page.html" in ids[0]
    assert len(set(ids[0])) == 5


def test_globs(tmp_path: Path) -> None:
    for name in ("1.txt", "2.txt", "3.html"):
        (tmp_path / name).write_text(TEXT)
    assert [item.id for item in pages(tmp_path / "*.txt")] == ["1", "2"]
    assert failure(tmp_path / "*.xyz").issue.code == "no-file"


@pytest.mark.parametrize(
    ("data", "text", "codes"),
    [
        ("Café – “zone”".encode(), "Café – “zone”", []),
        (b"\xef\xbb\xbf" + "Café".encode(), "Café", []),
        ("Café on the shore".encode("utf-16"), "Café on the shore", []),
        ("Café on the shore, open to all".encode("utf-16-le"), "Café on the shore, open to all", ["encoding-guessed"]),
        ("Café – “zone”".encode("cp1252"), "Café – “zone”", ["encoding-guessed"]),
        (b"two\r\nlines\r\n", "two\r\nlines\r\n", []),
    ],
)
def test_encodings(tmp_path: Path, data: bytes, text: str, codes: list[str]) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(data)
    item = only(path)
    assert item.text == text
    assert [issue.code for issue in item.issues] == codes
    assert [i.code for i in read_page(item).issues if i.code.startswith("encoding")] == codes


def test_declared_charset(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes('<html><head><meta charset="koi8-r"></head><body>Паром</body>'.encode("koi8-r"))
    item = only(path)
    assert "Паром" in (item.html or "")
    assert not item.issues


@pytest.mark.parametrize(
    ("name", "data", "code", "word"),
    [
        ("empty.txt", b"", "empty-file", "empty"),
        ("blank.html", b" \n ", "empty-file", "empty"),
        ("picture.html", b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8, "not-text", "JPEG"),
        ("paper.html", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3 stream", "damaged-file", "PDF"),
        ("one.html", b"x\x00\x01\x02\x03" * 4000, "not-text", "binary"),
        ("cut.txt.gz", gzip.compress(TEXT.encode() * 100)[:40], "damaged-file", "unpacked"),
        ("empty.jsonl", b"", "empty-file", "empty"),
    ],
)
def test_files_that_give_no_page(tmp_path: Path, name: str, data: bytes, code: str, word: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    found = failure(path)
    assert found.issue.code == code
    assert word in found.issue.message
    assert str(path) in found.issue.message


def test_zip_bomb_is_stopped(tmp_path: Path) -> None:
    path = tmp_path / "bomb.txt.gz"
    path.write_bytes(gzip.compress(b"a" * 60_000_000))
    assert failure(path).issue.code == "damaged-file"


def test_missing_file_and_empty_folder(tmp_path: Path) -> None:
    assert failure(tmp_path / "none.txt").issue.code == "no-file"
    assert failure(tmp_path).issue.code == "no-pages"
    with pytest.raises(InputError, match="no file"):
        list(iter_sources([str(tmp_path / "none.txt")], on_error="raise"))


def test_bad_lines_are_answered_and_the_rest_goes_on() -> None:
    stream = io.BytesIO(
        b'\xef\xbb\xbf{"id": "a", "text": "x", "other": 1}\n\nno json\n{"text": "x"}\n{"id": "b", "text": 5}\n[1]\n'
        b'{"id": 7, "html": "<p>x"}\n{"id": "c", "text": "\xff"}\n{"id": "d", "text": "last"}'
    )
    found = [
        (item.id, item.line, item.issue.code) if isinstance(item, Unreadable) else item.id
        for item in read_jsonl(stream)
    ]
    assert found == [
        "a", (None, 3, "bad-json"), (None, 4, "no-id"), ("b", 5, "bad-line"), (None, 6, "bad-line"), "7",
        (None, 8, "bad-json"), "d",
    ]  # fmt: skip


def test_fields_of_a_line(tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl.gz"
    path.write_bytes(
        gzip.compress(
            b'{"id": "a", "text": "x", "published": "2016-03-03", "plain": true, "url": "http://example.org"}\n'
        )
    )
    item = only(path)
    assert (item.published, item.plain, item.url) == ("2016-03-03", True, "http://example.org")


def test_json_file_with_one_page_or_a_list(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text('{\n "id": "a",\n "text": "x"\n}')
    (tmp_path / "two.json").write_text('[{"id": "b", "text": "x"}, {"text": "x"}]')
    assert [item.id for item in pages(tmp_path)] == ["a", "b", None]


def test_cut_gzip_of_lines_gives_what_is_whole_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl.gz"
    lines = b"".join(b'{"id": "%d", "text": "x%d"}\n' % (n, n * 7919) for n in range(20_000))
    path.write_bytes(gzip.compress(lines)[:-2000])
    *whole, last = pages(path)
    assert len(whole) > 100
    assert isinstance(last, Unreadable)
    assert last.issue.code == "unreadable-file"


def test_a_name_that_the_system_refuses_is_said() -> None:
    issue = failure("a" * 5_000).issue
    assert issue.code == "unreadable-file"
    assert len(issue.message) < 3_000


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are a thing of POSIX systems")
def test_a_pipe_is_read_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(TEXT.encode(),))
    writer.start()
    item = only(pipe)
    writer.join()
    assert item.text == TEXT


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="a file without end is a thing of POSIX systems")
def test_a_file_without_end_is_too_large() -> None:
    assert failure("/dev/zero").issue.code == "too-large"
