"""kb serve: on a free port of this machine, the address as the last line, and a quiet end."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import HTTPCookieProcessor, build_opener, urlopen

import pytest

from kb.cli import run
from kb.cli.serve import PORT, listen, network_address
from kb.errors import NoNetwork, PortTaken
from kb.home import Home
from kb.ingest import index

if sys.platform == "win32":
    CTRL_C = signal.CTRL_C_EVENT
else:
    CTRL_C = signal.SIGINT


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home(tmp_path / "kho")
    made.make()
    (made.corpus / "a.txt").write_text("KẾ HOẠCH\nI. MỤC ĐÍCH\nThi đua là yêu nước.\n", "utf-8")
    index(made)
    return made


@contextmanager
def serving(home: Home, *options: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "kb", "--home", str(home.root), "serve", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as running:
        try:
            yield running
        finally:
            running.kill()


@contextmanager
def taken(port: int = 0) -> Iterator[int]:
    with listen("127.0.0.1", port) as other:
        yield other.getsockname()[1]


def test_the_pages_are_served_at_the_address_that_is_told(home: Home) -> None:
    with serving(home, "--port", "0") as running:
        assert running.stdout
        address = running.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address)
        with urlopen(address) as answer:
            assert answer.status == 200


def test_a_running_server_answers_the_next_request_from_the_new_index(home: Home) -> None:
    with serving(home, "--port", "0") as running:
        assert running.stdout
        asked = f"{running.stdout.readline().strip()}api/v1/search?q=ng%E1%BA%ADp"
        for count in range(3):
            with urlopen(asked) as answer:
                assert json.load(answer)["total"] == count
            (home.corpus / f"b{count}.txt").write_text("Rừng ngập mặn.\n", "utf-8")
            index(home, rebuild=count == 1)


def test_ctrl_c_ends_it_with_status_0_and_no_traceback(home: Home) -> None:
    with serving(home, "--port", "0") as running:
        assert running.stdout
        running.stdout.readline()
        running.send_signal(CTRL_C)
        _, talk = running.communicate(timeout=30)
        assert running.returncode == 0
        assert "Traceback" not in talk


def test_a_port_that_was_asked_for_and_is_taken_is_an_error(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    with taken() as port:
        assert run(["--home", str(home.root), "serve", "--port", str(port)]) == 2
    assert capsys.readouterr().err == (
        f"Cổng {port} đang có chương trình khác dùng. Hãy chọn cổng khác: --port {min(port + 1, 65535)}.\n"
    )


def test_without_a_port_the_next_free_one_is_taken() -> None:
    with listen("127.0.0.1", None) as first, listen("127.0.0.1", None) as second:
        assert PORT <= first.getsockname()[1] < second.getsockname()[1]


def test_two_programs_never_listen_on_one_port() -> None:
    with taken() as port, pytest.raises(PortTaken):
        listen("127.0.0.1", port)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.7", "van-phong", "::"])
def test_another_machine_is_refused_with_the_way_to_share(
    home: Home, capsys: pytest.CaptureFixture[str], host: str
) -> None:
    assert run(["--home", str(home.root), "serve", "--host", host]) == 2
    assert "kb serve --share" in capsys.readouterr().err


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0", "van-phong"])
def test_only_an_address_of_the_network_is_shared(home: Home, capsys: pytest.CaptureFixture[str], host: str) -> None:
    assert run(["--home", str(home.root), "serve", "--share", "--host", host]) == 2
    assert capsys.readouterr().err.startswith(f"Không mở kho ở --host {host}.")


def test_a_shared_server_shows_its_code_and_opens_with_it(home: Home) -> None:
    try:
        own = network_address(None)
    except NoNetwork:
        pytest.skip("this machine is in no network")
    with serving(home, "--share", "--port", "0") as running:
        assert running.stdout
        assert running.stderr
        address = running.stdout.readline().strip()
        assert address.startswith(f"http://{own}:")
        told = "".join(iter(running.stderr.readline, "Chỉ đọc được; mã hết hiệu lực khi đóng kb (Ctrl-C).\n"))
        assert "▄" in told
        code = re.search(r"nhập mã (\d{3}) (\d{3})\.", told)
        assert code
        with pytest.raises(HTTPError, match="403"):
            urlopen(address)
        with build_opener(HTTPCookieProcessor()).open(f"{address}documents?code={code[1]}{code[2]}") as answer:
            assert (answer.status, answer.url) == (200, f"{address}documents")
        with urlopen(address.replace(own, "127.0.0.1")) as answer:
            assert answer.status == 200
