"""The set-up of a checkout in small, with the real venv and installer: each step once, and nothing breaks it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.scripts.checkout import Checkout, make_checkout, steps

FOLDER = "bản sao mới (2)"
ALL = ["Tạo .venv", "Cài các", "Cài kb"]
ANEW = ["Bỏ .venv", *ALL]

posix = pytest.mark.skipif(os.name == "nt", reason="Windows copies Python into .venv and has no kill -9")


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return make_checkout(tmp_path / FOLDER)


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """A checkout that is set up; tests leave it so."""
    made = make_checkout(tmp_path_factory.mktemp("finished") / FOLDER)
    made.prepare()
    return made


def test_the_first_start_does_each_step_once(checkout: Checkout) -> None:
    assert steps(checkout.prepare()) == ALL
    assert checkout.imports("kb, kb_web, small")


def test_the_second_start_does_nothing(finished: Checkout) -> None:
    before = (finished.root / ".venv" / "kb-setup.json").stat()
    assert steps(finished.prepare(PATH="", PIP_NO_INDEX="1")) == []
    assert (finished.root / ".venv" / "kb-setup.json").stat().st_mtime_ns == before.st_mtime_ns


def test_nothing_is_written_beside_the_checkout(finished: Checkout) -> None:
    assert [path.name for path in finished.root.parent.iterdir()] == [FOLDER]


def change_the_lock(checkout: Checkout) -> None:
    checkout.write("uv.lock", "version = 1\n# another\n")


def lose_the_stamp(checkout: Checkout) -> None:
    (checkout.root / ".venv" / "kb-setup.json").unlink()


def spoil_the_stamp(checkout: Checkout) -> None:
    checkout.write(".venv/kb-setup.json", '{"made_for": ')


def lose_the_python(checkout: Checkout) -> None:
    checkout.python.unlink()
    checkout.python.symlink_to("gone")


def another_python(checkout: Checkout) -> None:
    stamp = checkout.root / ".venv" / "kb-setup.json"
    stamp.write_text(json.dumps(json.loads(stamp.read_text("utf-8")) | {"made_for": "another Python"}), "utf-8")


@pytest.mark.parametrize(
    "change",
    [change_the_lock, lose_the_stamp, spoil_the_stamp, another_python, pytest.param(lose_the_python, marks=posix)],
)
def test_what_no_longer_fits_is_made_anew(change: Callable[[Checkout], None], finished: Checkout) -> None:
    change(finished)
    assert steps(finished.prepare()) == ANEW
    assert finished.imports("kb, kb_web, small")


def test_a_moved_checkout_is_set_up_anew_even_by_the_python_of_its_own_environment(checkout: Checkout) -> None:
    checkout.prepare()
    moved = Checkout(checkout.root.rename(checkout.root.with_name("nơi khác")))
    command = (moved.python, moved.root / "scripts" / "run.py", "--prepare", "--wheels", moved.wheels)
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert steps(done.stdout) == ANEW
    assert moved.imports("kb, kb_web, small")


def test_a_new_version_of_kb_is_installed_over_the_old(checkout: Checkout) -> None:
    checkout.prepare()
    checkout.write("kb/__init__.py", "__version__ = '0.2.0'\n")
    assert steps(checkout.prepare()) == ["Cài kb"]


def test_the_tests_complete_what_running_has_made_and_running_needs_no_more(checkout: Checkout) -> None:
    checkout.prepare()
    _, printed = checkout.run("test.py", "--wheels", checkout.wheels)
    assert steps(printed) == ["Cài các"]
    assert steps(checkout.prepare()) == []


@posix
@pytest.mark.parametrize("step", ALL)
def test_a_killed_set_up_is_taken_up_where_it_was(step: str, checkout: Checkout) -> None:
    process = checkout.start("run.py", "--prepare", "--wheels", checkout.wheels)
    read_to(step, process)
    process.kill()
    process.communicate()
    printed = checkout.prepare()
    assert steps(printed)[-1] == "Cài kb"
    assert "Tạo .venv" not in printed or step == "Tạo .venv"
    assert checkout.imports("kb, kb_web, small")


def read_to(words: str, process: subprocess.Popen[str]) -> str:
    """What a process prints until it has printed the words."""
    assert process.stdout is not None
    printed = ""
    while words not in printed:
        letter = process.stdout.read(1)
        assert letter, printed
        printed += letter
    return printed


def test_a_package_that_was_left_half_installed_is_installed_again(checkout: Checkout) -> None:
    checkout.prepare()
    (about,) = (checkout.root / ".venv").rglob("small-1.0.dist-info")
    (about / "INSTALLER").unlink()
    (about.parent / "small.py").unlink()
    stamp = checkout.root / ".venv" / "kb-setup.json"
    stamp.write_text(json.dumps(json.loads(stamp.read_text("utf-8")) | {"filled": []}), "utf-8")
    checkout.prepare()
    assert checkout.imports("small")


def held_at_the_last_step(checkout: Checkout) -> tuple[subprocess.Popen[str], Path]:
    """A set-up whose installer is at work until the returned file is removed."""
    hold = checkout.write("hold")
    process = checkout.start("run.py", "--prepare", "--wheels", checkout.wheels)
    while not (checkout.root / "holding").exists():
        assert process.poll() is None
        time.sleep(0.05)
    return process, hold


def test_the_second_of_two_set_ups_waits_says_so_and_has_nothing_left_to_do(checkout: Checkout) -> None:
    first, hold = held_at_the_last_step(checkout)
    second = checkout.start("run.py", "--prepare", "--wheels", checkout.wheels)
    waiting = read_to("chờ lần đó xong", second)
    hold.unlink()
    first.communicate()
    rest, _ = second.communicate()
    assert steps(waiting + rest)[1:] == []
    assert (first.returncode, second.returncode) == (0, 0)


@posix
def test_what_a_killed_set_up_had_started_ends_before_the_next_begins(checkout: Checkout) -> None:
    first, hold = held_at_the_last_step(checkout)
    first.kill()
    second = checkout.start("run.py", "--prepare", "--wheels", checkout.wheels)
    read_to("chờ lần đó xong", second)
    hold.unlink()
    second.communicate()
    first.communicate()
    assert second.returncode == 0
    assert checkout.imports("kb, kb_web, small")


def test_where_a_link_kills_python_kb_is_a_copy_that_follows_the_source(checkout: Checkout) -> None:
    checkout.write("no-links")
    assert steps(checkout.prepare()) == [*ALL, "Cài kb"]
    assert steps(checkout.prepare()) == []
    checkout.write("kb/added.py")
    checkout.prepare()
    assert checkout.imports("kb.added, kb_web")


def test_a_failure_names_the_step_the_last_lines_and_the_cure(checkout: Checkout) -> None:
    told = checkout.write("fail")
    status, printed = checkout.run("run.py", "--prepare", "--wheels", checkout.wheels)
    assert status == 2
    assert "Hỏng ở bước: Cài kb." in printed
    assert "the backend was told to fail" in printed
    assert "Cách chữa: " in printed
    told.unlink()
    assert steps(checkout.prepare()) == ["Cài kb"]


def test_a_package_with_another_hash_is_refused(checkout: Checkout) -> None:
    shutil.copy(
        checkout.root / "wheels" / "pytest-1.0-py3-none-any.whl",
        checkout.root / "wheels" / "small-1.0-py3-none-any.whl",
    )
    status, printed = checkout.run("run.py", "--prepare", "--wheels", checkout.wheels)
    assert status == 2
    assert "pip cache purge" in printed


def test_a_missing_folder_of_wheels_is_said(checkout: Checkout) -> None:
    status, printed = checkout.run("run.py", "--prepare", "--wheels", "không có")
    assert status == 2
    assert "xem lại đường dẫn sau --wheels" in printed


@posix
@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="the administrator may write everywhere")
def test_a_folder_that_may_not_be_written_is_said(checkout: Checkout) -> None:
    checkout.root.chmod(0o555)
    status, printed = checkout.run("run.py", "--prepare", "--wheels", checkout.wheels)
    assert status == 2
    assert "nơi được ghi" in printed


def test_variables_that_lead_packages_astray_do_not(checkout: Checkout, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "kb.py").write_text("raise ImportError", "utf-8")
    astray = dict.fromkeys(("PYTHONPATH", "PIP_TARGET", "PIP_PREFIX"), str(elsewhere))
    checkout.prepare(PIP_USER="1", **astray)
    assert checkout.imports("kb, kb_web, small")
    assert len(list(elsewhere.iterdir())) == 1
