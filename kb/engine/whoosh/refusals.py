"""What the system refuses a writer, in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from errno import EACCES, EDQUOT, EFBIG, ENOSPC, EPERM, EROFS

from kb.engine.whoosh.folders import Folders
from kb.errors import IndexUnwritable

REASONS = {
    ENOSPC: "no-room",
    EDQUOT: "no-room",
    EFBIG: "no-room",
    EACCES: "write-refused",
    EPERM: "write-refused",
    EROFS: "write-refused",
}


@contextmanager
def refusals_told(folders: Folders) -> Iterator[None]:
    """IndexUnwritable for an OSError. Only around our own writing: what the caller's entries raise is not ours."""
    try:
        yield
    except OSError as error:
        why = REASONS.get(error.errno or 0, error.strerror or str(error))
        raise IndexUnwritable(path=folders.root, why=why) from error
