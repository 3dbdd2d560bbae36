"""Locks on open files that the system frees when their owner ends, however it ends.

One lock a file: exclusive (one owner) or shared (many). The locked byte lies far behind the content, so that on
Windows, where a locked byte cannot be read, what the file says stays readable.
"""

from __future__ import annotations

import sys
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt

    FAR = 1 << 30

    def take(file: BinaryIO, *, shared: bool = False) -> bool:
        """Try to take the lock, without waiting; whether it was got. Windows knows no shared locks: those hold nothing,
        because an open file there already keeps its folder from being renamed or removed."""
        if shared:
            return True
        file.seek(FAR)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def take(file: BinaryIO, *, shared: bool = False) -> bool:
        """Try to take the lock, without waiting; whether it was got. Closing the file frees it."""
        try:
            fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
