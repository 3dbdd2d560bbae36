"""What the system refuses a writer, as rows of `REASONS` in kb.errors.words."""

from __future__ import annotations

from errno import EACCES, EDQUOT, EFBIG, ENOSPC, EPERM, EROFS

NO_ROOM, REFUSED = "no-room", "write-refused"

REASONS = {
    ENOSPC: NO_ROOM,
    EDQUOT: NO_ROOM,
    EFBIG: NO_ROOM,
    EACCES: REFUSED,
    EPERM: REFUSED,
    EROFS: REFUSED,
}


def refusal(error: OSError) -> str:
    """The reason for an error of the system's; its own words where none stands in the table.

    >>> refusal(OSError(ENOSPC, "No space left on device")), refusal(OSError(5, "Input/output error"))
    ('no-room', 'Input/output error')
    """
    return REASONS.get(error.errno or 0, error.strerror or str(error))
