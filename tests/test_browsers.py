"""The browser is found where each system keeps it, and KB_BROWSER decides."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.browsers import MAC, NAMES, WINDOWS, find_browser


def program(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"")
    path.chmod(0o755)
    return path


@pytest.mark.skipif(os.name == "nt", reason="Windows finds programs by their suffix")
@pytest.mark.parametrize("name", NAMES)
def test_a_browser_on_path_is_found(name: str, tmp_path: Path) -> None:
    there = program(tmp_path / name)
    assert find_browser({"PATH": str(tmp_path)}, "linux") == there


def test_kb_browser_goes_first(tmp_path: Path) -> None:
    program(tmp_path / "chromium")
    named = program(tmp_path / "khác" / "trình duyệt.exe")
    assert find_browser({"PATH": str(tmp_path), "KB_BROWSER": str(named)}, "linux") == named


def test_kb_browser_that_is_not_there_is_not_replaced_by_another(tmp_path: Path) -> None:
    program(tmp_path / "chromium")
    assert find_browser({"PATH": str(tmp_path), "KB_BROWSER": str(tmp_path / "none")}, "linux") is None


@pytest.mark.parametrize("place", WINDOWS)
@pytest.mark.parametrize("folder", ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"])
def test_windows_keeps_browsers_in_its_program_folders(folder: str, place: str, tmp_path: Path) -> None:
    there = program(tmp_path / place)
    assert find_browser({"PATH": "", folder: str(tmp_path)}, "win32") == there


@pytest.mark.parametrize("place", MAC)
def test_a_mac_keeps_browsers_as_applications(place: str, tmp_path: Path) -> None:
    there = program(tmp_path / "Applications" / place)
    found = find_browser({"PATH": "", "HOME": str(tmp_path)}, "darwin")
    assert found == there or str(found).startswith("/Applications/")


def test_no_browser_is_none() -> None:
    assert find_browser({"PATH": ""}, "linux") is None
