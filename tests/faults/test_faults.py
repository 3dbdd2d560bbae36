"""Whatever happens while the index is changed, every answer is of the old index or of the new, and nothing is left.

CI tries each fault at 50 random moments and at 20 places of the disk, other runs only a few.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.states import COUNTS, Answer, Lost
from tests.faults.tried import FAULTS

ROOT = Path(__file__).parents[2]
REFUSAL = r"\d+× Không ghi được chỉ mục .*: (đĩa đã đầy|disk I/O error)\. Hãy xem chỗ trống"
TIMES, PLACES = (50, 20) if os.environ.get("CI") == "true" else (5, 5)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
@pytest.mark.parametrize("fault", FAULTS)
def test_nothing_is_lost_by(fault: str) -> None:
    command = (sys.executable, "-m", "tests.faults", "--only", fault, "--times", str(TIMES), "--places", str(PLACES))
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    print(done.stdout)
    assert done.returncode == 0, done.stdout + done.stderr
    if fault.startswith("kill"):
        assert done.stdout.rstrip().endswith("× (nothing) |")
    else:
        assert re.search(REFUSAL, done.stdout), done.stdout


@pytest.mark.parametrize(
    "texts",
    [
        ("trạng thái cũ",) * (COUNTS["cũ"] - 1),
        ("trạng thái cũ",) * (COUNTS["cũ"] - 1) + ("trạng thái mới",),
        ("trạng thái cũ",) * COUNTS["mới"],
        (),
    ],
)
def test_an_answer_of_no_state_is_seen(texts: tuple[str, ...]) -> None:
    with pytest.raises(Lost):
        assert Answer(len(texts), texts).state
