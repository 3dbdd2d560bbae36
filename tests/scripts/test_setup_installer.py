"""Every way to install sets a checkout up, on a Python made without pip; and where there is none, the cure is said."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.scripts.checkout import PYTHON, Checkout, make_checkout

RUN_WITHOUT = """
import runpy, sys
sys.modules.update(dict.fromkeys({absent!r}))
sys.argv[:] = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return make_checkout(tmp_path / "bản sao mới (2)")


def python_without_pip(folder: Path) -> Path:
    subprocess.run((PYTHON, "-m", "venv", "--without-pip", folder), check=True)
    return folder / "Scripts" / "python.exe" if os.name == "nt" else folder / "bin" / "python"


def prepare(checkout: Checkout, path: str, *absent: str) -> tuple[int, str]:
    """`run.py --prepare` on a Python without pip and these modules of its own."""
    python = python_without_pip(checkout.root.parent / "python")
    command = (python, "-c", RUN_WITHOUT.format(absent=absent), checkout.root / "scripts" / "run.py", "--prepare")
    done = subprocess.run(
        (*command, "--wheels", checkout.wheels),
        env=os.environ | {"PATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout


@pytest.mark.skipif(importlib.util.find_spec("ensurepip") is None, reason="this Python has no ensurepip")
def test_without_pip_the_environment_gets_its_own(checkout: Checkout) -> None:
    status, printed = prepare(checkout, path="")
    assert status == 0, printed
    assert checkout.imports("kb, kb_web, small, pip")


@pytest.mark.skipif(shutil.which("uv") is None, reason="uv is not on PATH")
def test_without_pip_and_ensurepip_uv_is_taken(checkout: Checkout) -> None:
    status, printed = prepare(checkout, os.environ["PATH"], "ensurepip")
    assert status == 0, printed
    assert checkout.imports("kb, kb_web, small")


def test_without_any_way_the_cure_is_said(checkout: Checkout) -> None:
    status, printed = prepare(checkout, "", "ensurepip")
    assert status == 2
    assert "Cách chữa: " in printed
    assert not (checkout.root / ".venv").exists()
