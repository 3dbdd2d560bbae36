"""How the two commands of the README begin and end: UTF-8 on every console, and an exit status for each end."""

from __future__ import annotations

import sys
from collections.abc import Callable

from setup_process import speak_utf8
from setup_steps import SetupFailure

CANNOT = 2
STOPPED = 130  # what shells give for Ctrl-C


def ended(run: Callable[[], int]) -> int:
    """The exit status: what `run` gives; 2 when the set-up cannot be done, which is told; 130 when it was stopped."""
    speak_utf8()
    try:
        return run()
    except SetupFailure as failure:
        print(failure, file=sys.stderr)
        return CANNOT
    except KeyboardInterrupt:
        print("Đã dừng. Chạy lại thì làm tiếp từ chỗ này.", file=sys.stderr)
        return STOPPED
