"""The first page in a real browser. Skipped where there is no Chromium; required where STANDOFF_REQUIRE_BROWSER is set."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars",
)  # fmt: skip


@pytest.mark.skipif(
    CHROMIUM is None and not os.environ.get("STANDOFF_REQUIRE_BROWSER"), reason="there is no Chromium on this machine"
)
def test_the_first_page_is_drawn(record_file: Path, tmp_path: Path) -> None:
    assert CHROMIUM, "STANDOFF_REQUIRE_BROWSER is set and there is no Chromium"
    server = subprocess.Popen(
        [sys.executable, "-m", "standoff", "serve", "--record", str(record_file), "--port", "0"],
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stderr is not None
        address = server.stderr.readline().split(" at ")[1].split()[0]
        _wait(address)
        picture = tmp_path / "page.png"
        command = [CHROMIUM, *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", "--window-size=1200,1600"]
        subprocess.run([*command, f"--screenshot={picture}", address], check=True, capture_output=True, timeout=120)
        assert picture.stat().st_size > 20_000
        drawn = subprocess.run(
            [*command, "--dump-dom", address], check=True, capture_output=True, text=True, timeout=120
        ).stdout
        assert "Vanta crossing" in drawn
        assert "<svg" in drawn
    finally:
        server.terminate()
        server.wait(timeout=30)
        assert server.stderr is not None
        server.stderr.close()


def _wait(address: str) -> None:
    for _ in range(100):
        try:
            with urlopen(address) as answer:
                assert answer.status == 200
                return
        except URLError:
            time.sleep(0.1)
    raise AssertionError(f"{address} does not answer")
