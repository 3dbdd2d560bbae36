"""Arrays come back from their file as they were, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from kb.engine.arrays import file
from kb.engine.arrays.file import Arrays


@pytest.fixture
def arrays() -> Arrays:
    return {
        "a": np.arange(7, dtype=np.int32),
        "b.c": np.zeros((0, 5), np.uint8),
        "đ": np.arange(6.0).reshape(2, 3),
        "e": np.frombuffer(b"", np.uint8),
    }


def write(path: Path, arrays: Arrays) -> None:
    with file.writing(path) as put:
        for name, array in arrays.items():
            put({name: array})


def test_arrays_come_back_with_their_kinds_and_shapes(tmp_path: Path, arrays: Arrays) -> None:
    write(tmp_path / "x", arrays)
    read = file.read(tmp_path / "x")
    assert read is not None
    assert list(read) == list(arrays)
    for name, array in arrays.items():
        assert (read[name].dtype, read[name].shape) == (array.dtype, array.shape)
        assert np.array_equal(read[name], array)


def test_each_array_begins_at_a_multiple_of_64_bytes(tmp_path: Path, arrays: Arrays) -> None:
    write(tmp_path / "x", arrays)
    read = file.read(tmp_path / "x") or {}
    assert {array.ctypes.data % 64 for array in read.values() if array.size} == {0}


def test_a_file_that_is_not_there_or_too_short_is_none(tmp_path: Path) -> None:
    (tmp_path / "short").write_bytes(b"kb")
    assert (file.read(tmp_path / "none"), file.read(tmp_path / "short")) == (None, None)


def test_every_changed_byte_is_noticed(tmp_path: Path, arrays: Arrays) -> None:
    write(tmp_path / "x", arrays)
    content = (tmp_path / "x").read_bytes()
    os.utime(tmp_path / "x", (1, 1))  # as if the file had been copied
    assert file.read(tmp_path / "x") is not None
    for place in (0, 8, 12, 16, 24, 32, 64, 70, len(content) - 1):
        changed = bytearray(content)
        changed[place] ^= 1
        (tmp_path / "y").write_bytes(changed)
        assert file.read(tmp_path / "y") is None, place


def test_writing_leaves_nothing_else_behind(tmp_path: Path, arrays: Arrays) -> None:
    write(tmp_path / "x", arrays)
    write(tmp_path / "x", arrays)
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_a_writing_that_breaks_off_leaves_what_was_there(tmp_path: Path, arrays: Arrays) -> None:
    write(tmp_path / "x", arrays)
    with pytest.raises(AttributeError):
        write(tmp_path / "x", {"other": np.ones(3), "no array": None})  # type: ignore[dict-item]
    assert list(file.read(tmp_path / "x") or {}) == list(arrays)
    assert [path.name for path in tmp_path.iterdir()] == ["x"]
