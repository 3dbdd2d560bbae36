"""Whoosh's table of contents, read without Whoosh: which segments an index has, and what it was made with.

The file is a pickle, which could do anything when it is read; here it can make nothing but plain values and stand-ins
without behaviour. It is also all that opening needs, and importing Whoosh takes longer than a search.
"""

from __future__ import annotations

import pickle
import re
import struct
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any as Untyped

from kb.engine.port import Stamp
from kb.engine.whoosh.folders import NAME
from kb.errors import IndexDamaged

TOC_NAME = re.compile(rf"_{NAME}_(\d+)\.toc")
TOC_VERSION = -111  # of Whoosh 2.7.4
BYTE_ORDER = -12345  # what Whoosh writes to know its numbers again

PLAIN: dict[str, type] = {"set": set, "frozenset": frozenset, "int": int, "defaultdict": defaultdict}
BROKEN = (pickle.UnpicklingError, struct.error, EOFError, ValueError, IndexError, KeyError, AttributeError, TypeError)


@dataclass(frozen=True, slots=True)
class Written:
    """A segment as the table of contents has it; `deleted` are Whoosh's numbers of entries."""

    id: str
    entries: int
    deleted: frozenset[int]


@dataclass(frozen=True, slots=True)
class Contents:
    """What one commit holds. `number` counts the commits."""

    number: int
    stamp: Stamp | None
    segments: tuple[Written, ...]


def toc_name(number: int) -> str:
    return f"_{NAME}_{number}.toc"


def last_commit(folder: Path) -> int:
    """The number of the last commit to the Whoosh index in a folder; -1 where there is none."""
    try:
        names = [entry.name for entry in folder.iterdir()]
    except (FileNotFoundError, NotADirectoryError):
        return -1
    return max((int(match[1]) for name in names if (match := TOC_NAME.fullmatch(name))), default=-1)


def read_contents(folder: Path) -> Contents | None:
    """What the last commit holds; None where there is no index.

    FileNotFoundError: a later commit took its place meanwhile. IndexDamaged: it cannot be read.
    """
    number = last_commit(folder)
    if number < 0:
        return None
    path = folder / toc_name(number)
    content = path.read_bytes()
    try:
        return _contents(number, BytesIO(content))
    except BROKEN as error:
        raise IndexDamaged(path=path, why="broken-contents", detail=f"{type(error).__name__} {error}") from error


def _contents(number: int, file: BytesIO) -> Contents:
    for _ in range(3):  # the sizes of C's numbers
        _varint(file)
    byte_order, version = struct.unpack("!ii", file.read(8))
    if (byte_order, version) != (BYTE_ORDER, TOC_VERSION):
        raise ValueError(f"version {version}")
    for _ in range(3):  # Whoosh's own version
        _varint(file)
    schema = _Reader(BytesIO(file.read(_varint(file)))).load()
    file.read(8)  # the number of the commit again, and a number without use
    segments = _Reader(file).load()
    stamp = schema.state.get("kb_stamp")
    return Contents(number, Stamp(*stamp) if stamp else None, tuple(map(_written, segments)))


def _varint(file: BytesIO) -> int:
    """Seven bits a byte, the lowest first; the highest bit says that more follow."""
    number = shift = 0
    while True:
        (byte,) = file.read(1)
        number |= (byte & 0x7F) << shift
        if byte < 0x80:
            return number
        shift += 7


def _written(segment: _StandIn) -> Written:
    name, id = segment.state["indexname"], segment.state["segid"]
    return Written(f"{name}_{id}", segment.state["_doccount"], frozenset(segment.state["_deleted"] or ()))


class _StandIn:
    """An object of any class of Whoosh: its state and nothing else."""

    state: dict[str, Untyped]

    def __new__(cls, *_: object) -> _StandIn:
        made = super().__new__(cls)
        made.state = {}
        return made

    def __setstate__(self, state: dict[str, object]) -> None:
        self.state = state


class _Reader(pickle.Unpickler):
    """Makes plain values, and stand-ins for what is Whoosh's."""

    def find_class(self, module: str, name: str) -> type | Callable[..., object]:
        if module.startswith("whoosh."):
            return _StandIn
        if (module, name) == ("re", "_compile"):  # the pattern of a tokenizer in the schema
            return _StandIn
        if name in PLAIN and module in ("builtins", "__builtin__", "collections"):
            return PLAIN[name]
        raise pickle.UnpicklingError(f"{module}.{name} has no place in a table of contents")
