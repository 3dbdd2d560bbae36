"""One writer at a time: Whoosh's own lock, so that no other Whoosh program writes either, and who holds it."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kb.engine.whoosh.folders import NAME, Folders
from kb.errors import IndexBusy

WHOOSH_LOCK = f"{NAME}_WRITELOCK"


@contextmanager
def writing(folders: Folders) -> Iterator[None]:
    """The right to write until the end of the block; the system takes it back from a process that dies.

    IndexBusy at once when another has it.
    """
    from whoosh.util.filelock import FileLock  # type: ignore[import-untyped]

    lock = FileLock(str(folders.index / WHOOSH_LOCK))
    if not lock.acquire():
        process, host = _held_by(folders.holder)
        raise IndexBusy(process=process, host=host)
    try:
        folders.holder.write_text(f"{os.getpid()} {socket.gethostname()}", encoding="utf-8")
        yield
    finally:
        folders.holder.unlink(missing_ok=True)
        lock.release()


def _held_by(holder: Path) -> tuple[str, str]:
    """The process and host that `holder` names; written as "PROCESS HOST" while the index is written."""
    try:
        process, host = holder.read_text(encoding="utf-8").split(" ", 1)
    except (OSError, ValueError):  # it is just beginning or ending, or another Whoosh program writes
        return "?", "?"
    return process, host
