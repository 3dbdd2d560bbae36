"""kb index killed at one step on files after another: what is left is whole. At random moments: tests/faults."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
@pytest.mark.parametrize("kind", ["update", "rebuild", "first"])
def test_a_kill_at_any_step_leaves_a_whole_index_of_one_state(tmp_path: Path, kind: str) -> None:
    program = Path(__file__).with_name("killed_at_steps.py")
    run = subprocess.run([sys.executable, program, tmp_path, kind, "9"], capture_output=True, text=True, check=False)
    assert run.stderr == ""
    assert int(run.stdout) > 50
