"""One set-up at a time in a checkout: a lock that the system takes back when its holder dies.

The lock lies on a file's first byte and is not the file's existence, so a killed set-up leaves nothing to clean.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

BETWEEN_TRIES = 0.2  # seconds


@contextmanager
def one_at_a_time(path: Path, on_wait: Callable[[], None]) -> Iterator[None]:
    """Hold the lock; while another process has it, call `on_wait` once and wait. OSError when it cannot be had at all.

    Processes started meanwhile with `close_fds=False` hold it too, until the last of them ends (not on Windows).
    """
    with path.open("ab") as file:
        os.set_inheritable(file.fileno(), True)
        if not _taken(file.fileno()):
            on_wait()
            while not _taken(file.fileno()):
                time.sleep(BETWEEN_TRIES)
        try:
            yield
        finally:
            _give_back(file.fileno())


if sys.platform == "win32":
    import msvcrt

    def _taken(file: int) -> bool:
        os.lseek(file, 0, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

    def _give_back(file: int) -> None:
        os.lseek(file, 0, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _taken(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _give_back(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
