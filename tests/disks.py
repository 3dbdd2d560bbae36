"""Disks that fail: a file that the system can read only in part."""

from __future__ import annotations

import errno
import os
from io import BytesIO
from pathlib import Path
from typing import IO, Any

import pytest


class _FailingFile(BytesIO):
    """The first lines of a file, then what a broken disk or a lost network share gives."""

    def __init__(self, content: bytes, after: int) -> None:
        super().__init__(content)
        self._left = after

    def __next__(self) -> bytes:
        if self._left == 0:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        self._left -= 1
        return super().__next__()


def failing_disk(monkeypatch: pytest.MonkeyPatch, path: Path, *, after: int) -> None:
    """From now on only so many lines of the file can be read."""
    content, really_open = path.read_bytes(), Path.open

    def opened(self: Path, *arguments: Any, **options: Any) -> IO[Any]:
        opened: IO[Any] = _FailingFile(content, after) if self == path else really_open(self, *arguments, **options)
        return opened

    monkeypatch.setattr(Path, "open", opened)
