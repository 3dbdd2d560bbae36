"""Every module says what it owns, no file knows a machine, and the version is one."""

from __future__ import annotations

import ast
import re
import subprocess
from importlib.metadata import version
from pathlib import Path

import pytest

import kb

ROOT = Path(__file__).parents[2]
MACHINE = re.compile(r"(?<![\w.:/-])(?:/(?:root|work|Users)/\w|C:[\\/]Users[\\/]\w|/tmp/\w)")
LOCKED = {"uv.lock"}


def kept_files() -> list[Path]:
    """The files that git keeps, or would keep; all where this is no checkout."""
    listing = subprocess.run(
        ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"),
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if listing.returncode != 0:
        pytest.skip("this is no git checkout")
    return [path for name in listing.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def modules() -> list[Path]:
    return sorted(path for folder in ("kb", "web", "scripts", "tests") for path in (ROOT / folder).rglob("*.py"))


def test_every_module_says_what_it_is() -> None:
    silent = [path for path in modules() if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]
    assert silent == []


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    knowing = []
    for path in kept_files():
        content = path.read_bytes()
        if path.name in LOCKED or b"\0" in content:
            continue
        lines = content.decode("utf-8", "replace").splitlines()
        knowing += [f"{path.relative_to(ROOT)}:{n}: {line}" for n, line in enumerate(lines, 1) if MACHINE.search(line)]
    assert knowing == []


@pytest.mark.parametrize("path", ["a = '/{}/x'".format("root"), "{}/main".format("/work"), "({}/a)".format("/tmp")])
def test_a_path_of_a_machine_is_seen(path: str) -> None:
    assert MACHINE.search(path)


@pytest.mark.parametrize("path", ["https://a.vn/home/x", "kb/work/x", "%LOCALAPPDATA%/kb", "../shared/gold"])
def test_an_address_is_no_path_of_a_machine(path: str) -> None:
    assert not MACHINE.search(path)


def test_the_installed_version_is_that_of_the_code() -> None:
    assert version("kb-vanban") == kb.__version__


def test_the_changelog_has_the_version() -> None:
    assert f"## {kb.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
