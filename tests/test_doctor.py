"""kb doctor: a home that is well passes, and each kind of harm fails its own check with a cure."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.doctor import Check, examine
from kb.engine import open_engine
from kb.engine.port import EntryId
from kb.home import Home
from kb.ingest import index


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home(tmp_path / "kho")
    made.make()
    (made.corpus / "a.txt").write_text("KẾ HOẠCH\nI. MỤC ĐÍCH\nThi đua là yêu nước.\n", "utf-8")
    (made.corpus / "b.jsonl").write_text('{"id": "x", "text": "Hàng"}\n{"id": "y"}\n', "utf-8")
    index(made)
    return made


def failing(home: Home) -> dict[str, Check]:
    return {check.name: check for check in examine(home) if not check.ok}


def test_a_home_that_is_well_passes_every_check(home: Home) -> None:
    assert failing(home) == {}
    assert [check.name for check in examine(home)] == [
        "catalogue",
        "index",
        "sources",
        "library",
        "counts",
        "model",
        "lock",
    ]


def test_without_an_index_the_checks_of_the_index_fail_with_its_cure(tmp_path: Path) -> None:
    empty = Home(tmp_path)
    empty.make()
    assert failing(empty).keys() == {"index", "sources", "library", "counts"}
    assert all(check.cure == "Hãy chạy: kb index" for check in failing(empty).values())


@pytest.mark.parametrize(
    ("path", "text", "says"),
    [
        ("a.txt", "khác", "1 tệp đã đổi: a.txt"),
        ("b.jsonl", '{"id": "x", "text": "Khác"}', "1 tệp đã đổi: b.jsonl"),
        ("c.txt", "mới", "1 tệp chưa có trong chỉ mục: c.txt"),
    ],
)
def test_a_source_that_differs_from_what_was_read_is_told(home: Home, path: str, text: str, says: str) -> None:
    (home.corpus / path).write_text(text, "utf-8")
    (check,) = failing(home).values()
    assert (check.name, check.detail, check.cure) == ("sources", says, "Hãy chạy: kb index")
    index(home)
    assert failing(home) == {}


def test_a_source_that_is_gone_is_told(home: Home) -> None:
    (home.corpus / "a.txt").unlink()
    assert failing(home)["sources"].detail == "1 tệp không còn: a.txt"


def test_a_wrong_catalogue_is_told_with_its_line(home: Home) -> None:
    home.catalogue.write_text("[[document]]\n", "utf-8")
    assert "dòng 1" in failing(home)["catalogue"].detail


def test_an_index_of_another_kb_is_told(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kb.snapshot.READING", 0)
    assert failing(home)["index"].cure == "Hãy chạy: kb index --rebuild"


def test_entries_that_are_lost_are_told(home: Home) -> None:
    current = home.current()
    assert current
    engine = open_engine(current.path)
    engine.update([], [EntryId("1:0")])
    engine.close()
    assert "máy tìm có" in failing(home)["counts"].detail


def test_a_damaged_library_is_told_with_the_cure(home: Home) -> None:
    current = home.current()
    assert current
    current.library.write_bytes(b"no library" * 1000)
    assert failing(home)["library"].cure == "Hãy chạy: kb index --rebuild"
    index(home, rebuild=True)
    assert failing(home) == {}


def test_who_is_writing_is_told_and_is_no_fault(home: Home) -> None:
    with home.lock():
        assert "đang ghi" in next(check.detail for check in examine(home) if check.name == "lock")
        assert failing(home) == {}
