"""The one file that holds a segment's arrays: written whole or not at all, mapped to be read, never read when damaged.

Layout: a prologue (magic, version, checksum, length of the header, length of the file, second of writing), a JSON
header that names the arrays, the arrays, each at a multiple of 64 bytes. A file whose time of change is not the
second of writing may have been touched since: only then is its checksum computed, so opening a large index reads
nothing of it.
"""

from __future__ import annotations

import json
import mmap
import os
import struct
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Arrays = dict[str, NDArray[Any]]

MAGIC = b"kbarrays"
VERSION = 1  # of what the arrays mean: another version is made anew
PROLOGUE = struct.Struct("<8sIIQQQ")
SIZES = struct.Struct("<QQQ")  # the last three, which are under the checksum too
ALIGNED = 64


@dataclass(frozen=True, slots=True)
class Block:
    """Where an array lies, counted from the end of the header."""

    name: str
    dtype: str
    shape: tuple[int, ...]
    offset: int


def write(path: Path, arrays: Arrays) -> None:
    """Put the arrays in a file of this name, or leave what was there. OSError: no room, no permission."""
    header, blocks = _header(arrays)
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    # A whole even second, because some file systems keep no more of the time of change.
    made = int(time.time()) // 2 * 2
    checksum = crc32(header)
    with new.open("wb") as file:
        file.write(bytes(PROLOGUE.size))
        file.write(header)
        for block, array in zip(blocks, arrays.values(), strict=True):
            padding = bytes(PROLOGUE.size + len(header) + block.offset - file.tell())
            content = np.ascontiguousarray(array).data.cast("B") if array.size else memoryview(b"")
            checksum = crc32(content, crc32(padding, checksum))
            file.write(padding)
            file.write(content)
        length = file.tell()
        file.seek(0)
        sizes = SIZES.pack(len(header), length, made)
        file.write(PROLOGUE.pack(MAGIC, VERSION, crc32(sizes, checksum), len(header), length, made))
        file.flush()
        os.fsync(file.fileno())
    os.utime(new, (made, made))
    new.replace(path)


def read(path: Path) -> Arrays | None:
    """The arrays of a file, mapped; None where there is none, or it is damaged or of another version."""
    try:
        with path.open("rb") as file:
            stat = os.fstat(file.fileno())
            if stat.st_size < PROLOGUE.size:
                return None
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (FileNotFoundError, NotADirectoryError):
        return None
    magic, version, checksum, header_length, length, made = PROLOGUE.unpack_from(mapped)
    if (magic, version, length) != (MAGIC, VERSION, stat.st_size):
        return None
    if stat.st_mtime != made and _checksum(memoryview(mapped)) != checksum:
        return None
    start = PROLOGUE.size + header_length
    return {block.name: _mapped(mapped, start, block) for block in _blocks(mapped[PROLOGUE.size : start])}


def _checksum(content: memoryview) -> int:
    start, end = PROLOGUE.size - SIZES.size, PROLOGUE.size
    return crc32(content[start:end], crc32(content[end:]))


def _header(arrays: Arrays) -> tuple[bytes, list[Block]]:
    """The header, padded so that the arrays begin at a multiple of 64 bytes, and where each lies."""
    blocks, offset = [], 0
    for name, array in arrays.items():
        blocks.append(Block(name, array.dtype.str, array.shape, offset))
        offset += -(-array.nbytes // ALIGNED) * ALIGNED
    said = json.dumps([[block.name, block.dtype, block.shape, block.offset] for block in blocks]).encode()
    return said + b" " * (-(PROLOGUE.size + len(said)) % ALIGNED), blocks


def _blocks(header: bytes) -> list[Block]:
    return [Block(name, dtype, tuple(shape), offset) for name, dtype, shape, offset in json.loads(header)]


def _mapped(mapped: mmap.mmap, start: int, block: Block) -> NDArray[Any]:
    dtype = np.dtype(block.dtype)
    count = int(np.prod(block.shape, dtype=np.int64))
    if not count:
        return np.zeros(block.shape, dtype)
    return np.frombuffer(mapped, dtype, count, start + block.offset).reshape(block.shape)
