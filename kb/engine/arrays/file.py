"""The one file that holds a segment's arrays: written whole or not at all, mapped to be read, never read when damaged.

Layout: a prologue (magic, version, where the contents begin, length of the file, second of writing, two checksums), the
arrays, each at a multiple of 64 bytes, and at the end the contents, a JSON list that names them. Prologue and contents
are checked each time. A file whose time of change is not the second of writing may have been touched since: only then
the arrays are checked too, so opening a large index reads nothing of them.
"""

from __future__ import annotations

import json
import mmap
import os
import struct
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any, BinaryIO
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Arrays = dict[str, NDArray[Any]]

MAGIC = b"kbarrays"
VERSION = 2  # of what the arrays mean: another version is made anew
PROLOGUE = struct.Struct("<8sIQQQ")
CHECKSUMS = struct.Struct("<II")  # of prologue and contents, and of the arrays between them
ALIGNED = 64


@dataclass(frozen=True, slots=True)
class Block:
    """Where an array lies in the file."""

    name: str
    dtype: str
    shape: tuple[int, ...]
    offset: int


@contextmanager
def writing(path: Path) -> Iterator[Callable[[Arrays], None]]:
    """Take arrays until the end of the block, then put them in a file of this name; else leave what was there.

    What is yielded takes more arrays. OSError: no room, no permission.
    """
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    made = int(time.time()) // 2 * 2  # some file systems keep no more of the time of change than even seconds
    try:
        with new.open("wb") as file:
            growing = _Growing(file)
            yield growing.add
            growing.finish(made)
        os.utime(new, (made, made))
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


class _Growing:
    """A file of arrays on its way."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._checksum, self._blocks = file, 0, list[Block]()
        file.write(bytes(ALIGNED))

    def add(self, arrays: Arrays) -> None:
        for name, array in arrays.items():
            self._blocks.append(Block(name, array.dtype.str, array.shape, self._file.tell()))
            self._write(np.ascontiguousarray(array).data.cast("B") if array.size else b"")
            self._write(bytes(-self._file.tell() % ALIGNED))

    def finish(self, made: int) -> None:
        contents = json.dumps([astuple(block) for block in self._blocks]).encode()
        at, arrays = self._file.tell(), self._checksum
        self._write(contents)
        prologue = PROLOGUE.pack(MAGIC, VERSION, at, self._file.tell(), made)
        self._file.seek(0)
        self._file.write(prologue + CHECKSUMS.pack(crc32(contents, crc32(prologue)), arrays))
        self._file.flush()
        os.fsync(self._file.fileno())

    def _write(self, content: bytes | memoryview) -> None:
        self._checksum = crc32(content, self._checksum)
        self._file.write(content)


def read(path: Path) -> Arrays | None:
    """The arrays of a file, mapped; None where there is none, or it is damaged or of another version."""
    try:
        with path.open("rb") as file:
            stat = os.fstat(file.fileno())
            if stat.st_size < ALIGNED:
                return None
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (FileNotFoundError, NotADirectoryError):
        return None
    contents = _contents(mapped, stat)
    if contents is None:
        mapped.close()
        return None
    blocks = (Block(name, dtype, tuple(shape), offset) for name, dtype, shape, offset in json.loads(contents))
    return {block.name: _mapped(mapped, block) for block in blocks}


def _contents(mapped: mmap.mmap, stat: os.stat_result) -> bytes | None:
    """What names the arrays, when the file is what was written."""
    magic, version, at, length, made = PROLOGUE.unpack_from(mapped)
    if (magic, version, length) != (MAGIC, VERSION, stat.st_size) or not ALIGNED <= at <= length:
        return None
    first, second = CHECKSUMS.unpack_from(mapped, PROLOGUE.size)
    contents = mapped[at:]
    if crc32(contents, crc32(mapped[: PROLOGUE.size])) != first:
        return None
    with memoryview(mapped) as whole, whole[ALIGNED:at] as arrays:
        touched = stat.st_mtime != made
        return None if touched and crc32(arrays) != second else contents


def _mapped(mapped: mmap.mmap, block: Block) -> NDArray[Any]:
    dtype = np.dtype(block.dtype)
    count = int(np.prod(block.shape, dtype=np.int64))
    if not count:
        return np.zeros(block.shape, dtype)
    return np.frombuffer(mapped, dtype, count, block.offset).reshape(block.shape)
