"""`kb ingest` onto a full disk: refused in words, nothing half copied, and what was there answers as before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.errors import HomeUnwritable, IndexUnwritable
from kb.home import Home
from kb.ingest import index, ingest
from kb.snapshot import open_snapshot
from tests.faults.disk import Disk, small_disk

LARGE = "Rừng ngập mặn.\n" * 20_000


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    with small_disk(tmp_path / "đĩa nhỏ") as mounted:
        if mounted is None:
            pytest.skip("this user may not mount a disk")
        yield mounted


def documents(home: Home) -> list[str]:
    with open_snapshot(home) as snapshot:
        return [listed.id for listed in snapshot.library.documents()]


@pytest.mark.parametrize("room", [0, 4096, 100_000, 400_000])
def test_what_does_not_fit_leaves_nothing_behind(disk: Disk, tmp_path: Path, room: int) -> None:
    home = Home(disk.folder / "kho")
    home.make()
    (home.corpus / "a.txt").write_text("Thi đua là yêu nước.\n", "utf-8")
    index(home)
    given = tmp_path / "văn bản"
    given.mkdir()
    (given / "lớn.txt").write_text(LARGE, "utf-8")
    disk.leave(room)
    with pytest.raises((HomeUnwritable, IndexUnwritable), match="đĩa đã đầy"):
        ingest(home, [given])
    assert documents(home) == ["a"]
    assert [path.name for path in home.corpus.rglob(".*")] == []
    disk.empty()
    ingest(home, [given])
    assert documents(home) == ["a", "van-ban.lon"]


def test_a_place_that_cannot_be_noted_leaves_the_catalogue_as_it_was(disk: Disk, tmp_path: Path) -> None:
    home = Home(disk.folder / "kho")
    home.make()
    home.catalogue.write_text("# danh mục\n" * 2000, "utf-8")
    (tmp_path / "tại chỗ").mkdir()
    (tmp_path / "tại chỗ" / "a.txt").write_text("Thi đua.\n", "utf-8")
    disk.leave(0)
    with pytest.raises((HomeUnwritable, IndexUnwritable), match="đĩa đã đầy"):
        ingest(home, [tmp_path / "tại chỗ"], in_place=True)
    assert home.catalogue.read_text("utf-8") == "# danh mục\n" * 2000
    assert [path.name for path in home.corpus.iterdir()] == ["catalogue.toml"]
