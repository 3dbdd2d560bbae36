"""The wheel, unpacked in an environment outside the checkout, answers on the shipped corpus by command and page.

What kb needs is taken from the environment that runs the tests, so that no network is asked. With the packages
installed from the lock, on any Python: scripts/try_wheel.py, which CI runs.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from setup_venv import Venv
from tests.house.test_package import built
from try_wheel import FOLDER, Used, use


def test_an_installed_kb_answers_on_the_shipped_corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / FOLDER
    venv = Venv(folder / "venv")
    python = getattr(sys, "_base_executable", None) or sys.executable
    subprocess.run((python, "-m", "venv", "--without-pip", str(venv.folder)), check=True)
    zipfile.ZipFile(built("wheel", tmp_path / "made")).extractall(venv.packages)
    # A folder that a .pth file names is searched, but the links in it to a checkout are not followed.
    (venv.packages / "needed.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    used = Used((str(venv.python), "-P", "-m", "kb"), folder)
    use(used)
    data = folder / "người dùng"
    assert sorted(path.name for path in data.rglob("corpus")) == ["corpus"]
    assert os.path.commonpath([data, *data.rglob("CURRENT")]) == str(data)
