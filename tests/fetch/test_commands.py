"""`standoff read --fetch` and `standoff follow`; without them nothing touches the network."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.fetch.conftest import Web, answer, article

from standoff.record import Record

OFFLINE = """
import sys
touched = []
def watch(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"):
        touched.append(event)
sys.addaudithook(watch)
from standoff.cli import main
try:
    main(sys.argv[1:])
except SystemExit as end:
    code = end.code
loaded = [name for name in sys.modules if name.startswith("standoff.fetch")]
assert not touched and not loaded, (touched, loaded)
sys.exit(code)
"""


def standoff(*arguments: str, program: Sequence[str] = ("-m", "standoff"), folder: Path) -> tuple[int, str]:
    """The exit code and what went to standard error."""
    done = subprocess.run(
        [sys.executable, *program, *arguments], capture_output=True, text=True, cwd=folder, check=False, timeout=120
    )
    assert done.stdout == ""
    return done.returncode, done.stderr


def ids(path: Path) -> list[str]:
    with Record.open(path) as record:
        return sorted(d.id for d in record.documents())


def local(web: Web, target: str) -> str:
    return web.url(target, host="127.0.0.1")


def test_an_address_is_wrong_usage_where_nobody_asked_to_fetch(web: Web, tmp_path: Path) -> None:
    code, said = standoff("read", local(web, "/a"), program=("-c", OFFLINE), folder=tmp_path)
    assert code == 2
    assert "--fetch" in said
    assert web.asked == []
    assert not (tmp_path / "standoff.db").exists()


@pytest.mark.model
def test_a_list_is_told_where_nobody_asked_to_fetch(web: Web, tmp_path: Path) -> None:
    (tmp_path / "urls.txt").write_text(f"# the port\n{local(web, '/a')}\n\n{local(web, '/b')}\n")
    (tmp_path / "page.txt").write_text("Georgia closed the border with Armenia on 8 April 2021.\n")
    arguments = ("read", "urls.txt", "page.txt", "--workers", "0")
    code, said = standoff(*arguments, program=("-c", OFFLINE), folder=tmp_path)
    assert code == 3, said
    assert "lists 2 addresses" in said
    assert "--fetch" in said
    assert web.asked == []
    assert ids(tmp_path / "standoff.db") == ["page"]


@pytest.mark.model
def test_lists_and_addresses_are_fetched_where_asked(web: Web, tmp_path: Path) -> None:
    for name in "abc":
        web.routes[f"/{name}"] = answer(article(f"Georgia closed gate {name} on 8 April 2021."), etag='"1"')
    (tmp_path / "urls.txt").write_text(f"{local(web, '/a')}\n{local(web, '/b')} # second\n{local(web, '/none')}\n")
    fetch = ("read", "urls.txt", local(web, "/c"), "--fetch", "--delay", "0", "--private", "127.0.0.1")
    code, said = standoff(*fetch, folder=tmp_path)
    assert code == 3
    assert "3 pages read, 1 failed" in said
    assert "not-found" in said
    host = f"127.0.0.1:{web.port}"
    assert ids(tmp_path / "standoff.db") == [f"{host}/a", f"{host}/b", f"{host}/c"]
    web.routes["/none"] = answer(article("Georgia opened the gate on 9 April 2021."))
    code, said = standoff(*fetch, folder=tmp_path)
    assert code == 0
    assert "1 page read, 3 already there" in said
    with Record.open(tmp_path / "standoff.db") as record:
        assert record.failures() == []


@pytest.mark.model
def test_hosts_of_ones_own_are_refused_where_nobody_names_them(web: Web, tmp_path: Path) -> None:
    code, said = standoff("read", local(web, "/a"), "--fetch", folder=tmp_path)
    assert code == 3
    assert "address-refused" in said
    assert web.asked == []


@pytest.mark.parametrize("host", ["http://a.test/", "a.test:80x", "a.test/x", "", "a b"])
def test_a_host_that_is_none(host: str, tmp_path: Path) -> None:
    code, said = standoff("read", "http://a.test/", "--fetch", "--private", host, folder=tmp_path)
    assert code == 2
    assert "--private" in said


@pytest.mark.model
def test_following(web: Web, tmp_path: Path) -> None:
    item = "<item><title>Gate</title><link>/a</link></item><item><title>Sport</title><link>/b</link></item>"
    feed = answer(f'<rss version="2.0"><channel><title>Quay</title>{item}</channel></rss>', kind="text/xml")
    web.routes["/feed"] = feed
    web.routes["/a"] = answer(article("Georgia closed the gate on 8 April 2021."))
    (tmp_path / "feeds.toml").write_text(
        f'[[feed]]\nurl = "{local(web, "/feed")}"\nname = "Quay"\nkeep = ["gate"]\n'
        f'[[feed]]\nurl = "{local(web, "/none")}"\nname = "None"\n'
    )
    command = ("follow", "--delay", "0", "--private", "127.0.0.1")
    code, said = standoff(*command, folder=tmp_path)
    assert code == 3
    for words in ("Quay: 1 new, 1 passed over", "None: 0 new, 1 failed", "1 page read, 1 failed"):
        assert words in said
    web.routes["/none"] = feed
    code, said = standoff(*command, folder=tmp_path)
    assert code == 3  # /b is not there
    assert "Quay: 0 new, 1 seen before, 1 passed over" in said
    assert web.targets.count("/a") == 1  # the second feed names it too, and it is there already
    assert ids(tmp_path / "standoff.db") == [f"127.0.0.1:{web.port}/a"]


def test_a_file_of_feeds_that_is_none(tmp_path: Path) -> None:
    code, said = standoff("follow", folder=tmp_path)
    assert code == 1
    assert "feeds.toml" in said
    assert "hint:" in said
