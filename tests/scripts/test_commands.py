"""The two commands: what becomes of their arguments, how they end, and what an older Python is told."""

from __future__ import annotations

import ast
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.scripts.checkout import ROOT, Checkout, make_checkout

COMMANDS = ("run.py", "test.py")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    made = make_checkout(tmp_path_factory.mktemp("commands") / "bản sao mới (2)")
    made.run("test.py", "--wheels", made.wheels)
    return made


def test_the_index_is_brought_up_to_date_first(checkout: Checkout) -> None:
    assert f"kb index in {checkout.root}\n" in checkout.prepare(KB_HOME="")


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl-C to the whole console")
def test_other_arguments_go_to_the_server_and_ctrl_c_ends_with_0(checkout: Checkout) -> None:
    process = checkout.start("run.py", "--port", "8123", "--open", KB_HOME="")
    assert process.stdout is not None
    printed = [process.stdout.readline() for _ in range(2)]
    process.send_signal(signal.SIGINT)
    rest, _ = process.communicate()
    assert printed[1] == f"kb serve --port 8123 --open in {checkout.root}\n"
    assert (process.returncode, rest) == (0, "")


def test_another_home_is_taken_by_option_or_by_variable(checkout: Checkout, tmp_path: Path) -> None:
    assert f"in {tmp_path}\n" in checkout.run("run.py", "--prepare", "--home", str(tmp_path))[1]
    assert f"in {tmp_path}\n" in checkout.prepare(KB_HOME=str(tmp_path))


def test_other_arguments_go_to_pytest(checkout: Checkout) -> None:
    assert "pytest -k words -x with None\n" in checkout.run("test.py", "-k", "words", "-x", KB_ORACLE_PYTHON="")[
        1
    ].replace("with \n", "with None\n")


def test_the_oracle_has_an_environment_of_its_own(checkout: Checkout) -> None:
    _, printed = checkout.run("test.py", "--oracle", "--wheels", checkout.wheels)
    assert f"with {checkout.root / '.venv-oracle'}" in printed


def test_wheels_made_here_install_elsewhere(checkout: Checkout, tmp_path: Path) -> None:
    folder = tmp_path / "các gói"
    settings = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": Path(checkout.wheels).as_uri()}
    status, printed = checkout.run("run.py", "--make-wheels", str(folder), **settings)
    if "không có pip" in printed:
        pytest.skip("this Python has no pip, which alone can download")
    assert status == 0, printed
    office = make_checkout(tmp_path / "cơ quan")
    assert office.run("run.py", "--prepare", "--wheels", str(folder))[0] == 0


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("encoding", ["ascii", "cp1258"])
def test_what_is_printed_is_utf8_on_every_console(command: str, encoding: str, checkout: Checkout) -> None:
    status, printed = checkout.run(command, "--help", PYTHONIOENCODING=encoding, LC_ALL="C")
    assert status == 0
    assert "Cài đặt (lần đầu)" in printed


@pytest.mark.parametrize("command", COMMANDS)
def test_an_older_python_is_told_in_one_line(command: str) -> None:
    program = "import sys, runpy; sys.version_info = (3, 6, 9, 'final', 0); runpy.run_path({!r}, run_name='__main__')"
    script = str(ROOT / "scripts" / command)
    done = subprocess.run((sys.executable, "-c", program.format(script)), capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert len(done.stderr.splitlines()) == 1
    assert "Python 3.11" in done.stderr


@pytest.mark.parametrize("name", [*COMMANDS, "setup_venv.py"])
def test_an_older_python_can_read_what_it_has_to(name: str) -> None:
    text = (ROOT / "scripts" / name).read_text("utf-8")
    ast.parse(text, feature_version=(3, 7))
    assert "from __future__" not in text  # 3.6 refuses the annotations of later Pythons
