"""The desk: made on first need, kept over a rebuild, migrated once, refused when a newer kb wrote it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kb.desk import Accepted, Desk
from kb.desk.migrations import LATEST, version
from kb.errors import DeskUnusable

ONE = Accepted("ab12", "sum", ("Có 12 xã", "5 xã"), "ke-hoach", "đã hỏi", "2021-07-23T10:00:00+07:00")


def test_nothing_is_made_by_looking(tmp_path: Path) -> None:
    assert Desk(tmp_path / "desk").accepted() == ()
    assert not (tmp_path / "desk").exists()


def test_what_is_accepted_comes_back_as_it_was(tmp_path: Path) -> None:
    Desk(tmp_path).accept(ONE)
    assert Desk(tmp_path).accepted() == (ONE,)


def test_what_is_withdrawn_is_gone(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.accept(ONE)
    assert [desk.withdraw("ab12"), desk.withdraw("ab12")] == [True, False]
    assert desk.accepted() == ()


def test_a_file_has_the_latest_version(tmp_path: Path) -> None:
    Desk(tmp_path).accept(ONE)
    with closing(sqlite3.connect(tmp_path / "desk.sqlite")) as connection:
        assert version(connection) == LATEST


def test_a_file_of_a_newer_kb_is_refused_and_kept(tmp_path: Path) -> None:
    Desk(tmp_path).accept(ONE)
    with closing(sqlite3.connect(tmp_path / "desk.sqlite")) as connection:
        connection.execute(f"PRAGMA user_version = {LATEST + 1}")
    with pytest.raises(DeskUnusable):
        Desk(tmp_path).accepted()


def test_a_file_that_is_no_desk_is_told(tmp_path: Path) -> None:
    (tmp_path / "desk.sqlite").write_bytes(b"x" * 5000)
    with pytest.raises(DeskUnusable):
        Desk(tmp_path).accepted()
