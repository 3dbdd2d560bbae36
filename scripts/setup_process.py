"""What the two commands and the processes they start have in common: variables, UTF-8, and who gets Ctrl-C."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence

# These take packages, or Python's own modules, away from the environment that is being filled or used.
LEADING_ASTRAY = ("PYTHONPATH", "PYTHONHOME", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_PYTHON", "VIRTUAL_ENV")


def speak_utf8() -> None:
    """Make what this process prints UTF-8, whatever the console or the pipe says it is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def own_environment(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The variables for a process: the person's own without those that lead it astray; what it prints is UTF-8.

    >>> own_environment({"PIP_INDEX_URL": "https://a", "PYTHONPATH": "/b"})
    {'PIP_INDEX_URL': 'https://a', 'PYTHONIOENCODING': 'utf-8'}
    """
    kept = {name: value for name, value in environment.items() if name not in LEADING_ASTRAY}
    return kept | {"PYTHONIOENCODING": "utf-8"}


def become(command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Let this process be another from here on; its exit status where it ends before this one.

    Windows cannot replace a process: there this one waits and leaves Ctrl-C to the other.
    """
    sys.stdout.flush()
    if os.name != "nt":
        os.execve(command[0], list(command), environment)
    signal.signal(signal.SIGINT, lambda *_: None)
    return subprocess.call(command, env=environment)
