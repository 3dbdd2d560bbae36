"""Tests of what may not be read: only where the system refuses this user anything."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest


def _reads_everything() -> bool:
    """Windows' chmod refuses no reader, and root is refused nothing."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "closed")
        path.touch(0)
        try:
            path.open("rb").close()
        except PermissionError:
            return False
        return True


needs_permissions = pytest.mark.skipif(_reads_everything(), reason="this user may read everything")
