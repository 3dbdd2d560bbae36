"""The house tools agree with the whole tree: ruff, mypy, the import contracts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINT_IMPORTS = (
    "import sys; sys.argv[1:] = ['--no-logo']; from importlinter.cli import lint_imports_command as run; run()"
)


@pytest.mark.parametrize(
    "tool",
    [
        pytest.param(("-m", "ruff", "check"), id="ruff check"),
        pytest.param(("-m", "ruff", "format", "--check"), id="ruff format"),
        pytest.param(("-m", "mypy"), id="mypy"),
        pytest.param(("-c", LINT_IMPORTS), id="import contracts"),
    ],
)
def test_nothing_is_found_by(tool: tuple[str, ...]) -> None:
    done = subprocess.run(
        (sys.executable, *tool),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
