"""kb ingest and kb index as other programs see them: JSON, exit status, a line on stderr for each refusal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kb.cli import run
from kb.home import Home
from tests.permissions import needs_permissions

Captured = pytest.CaptureFixture[str]
TEXT = "KẾ HOẠCH\nI. MỤC ĐÍCH\nThi đua là yêu nƣớc.\n"


@pytest.fixture
def given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a good file, a row that is none, and a file that is not read."""
    monkeypatch.setenv("KB_HOME", str(tmp_path / "kho"))
    folder = tmp_path / "vb"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, "utf-8")
    (folder / "b.pdf").write_bytes(b"%PDF-1.7")
    (folder / "c.jsonl").write_text('{"id": "x", "text": "Hàng"}\n{"id": "y"}\n', "utf-8")
    return folder


def test_ingest_tells_what_it_took_and_what_it_refused(capsys: Captured, given: Path) -> None:
    assert run(["ingest", str(given), "--json"]) == 0
    shown = capsys.readouterr()
    told = json.loads(shown.out)
    assert told["unchanged"] == 0
    assert told["ingested"][0] == {
        "document": "vb.a",
        "path": "vb/a.txt",
        "format": "txt",
        "pages": told["ingested"][0]["pages"],
        "lines": 3,
        "sections": 2,
        "repairs": 1,
        "warnings": [],
    }
    assert [row["document"] for row in told["ingested"]] == ["vb.a", "x"]
    assert [row.keys() for row in told["refused"]] == [{"path", "error", "cure"}] * 2
    assert shown.err.count("\n") == 2


def test_ingest_says_it_in_words_too(capsys: Captured, given: Path) -> None:
    assert run(["ingest", str(given)]) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith("vb.a: ")
    assert "Nạp 2 văn bản, 0 không đổi, 2 bị từ chối." in shown.err


def test_ingest_of_what_is_known_is_done(capsys: Captured, given: Path) -> None:
    run(["ingest", str(given / "a.txt")])
    capsys.readouterr()
    assert run(["ingest", str(given / "a.txt"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"ingested": [], "unchanged": 1, "refused": []}


def test_ingest_of_an_empty_folder_finds_nothing(tmp_path: Path, given: Path) -> None:
    (tmp_path / "trống").mkdir()
    assert given
    assert run(["ingest", str(tmp_path / "trống")]) == 1


@pytest.mark.parametrize("name", ["b.pdf", "không có.txt"])
def test_ingest_of_nothing_that_can_be_taken_is_one_line_and_status_2(capsys: Captured, given: Path, name: str) -> None:
    assert run(["ingest", str(given / name)]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert name in shown.err
    assert shown.err.count("\n") == 1


@needs_permissions
def test_a_folder_without_permission_is_one_vietnamese_line(capsys: Captured, given: Path) -> None:
    given.chmod(0)
    status = run(["ingest", str(given)])
    given.chmod(0o755)
    assert status == 2
    assert capsys.readouterr().err == f"Không được phép đọc {given}. Hãy xin quyền đọc tệp hoặc thư mục ấy.\n"


def test_index_tells_what_there_is_and_what_it_did(capsys: Captured, given: Path) -> None:
    run(["ingest", str(given / "a.txt")])
    capsys.readouterr()
    assert run(["index", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told.keys() >= {"generation", "documents", "entries", "seconds", "skipped"}
    assert (told["documents"], told["skipped"]) == (1, 1)


def test_index_with_a_source_that_cannot_be_read_is_done_and_says_so(capsys: Captured, given: Path) -> None:
    home = Home(given.parent / "kho")
    home.make()
    for file in given.iterdir():
        file.rename(home.corpus / file.name)
    assert run(["index"]) == 0
    assert "b.pdf" in capsys.readouterr().err
    assert run(["index", "--rebuild"]) == 0


def test_index_when_nothing_at_all_can_be_read_is_status_2(given: Path) -> None:
    home = Home(given.parent / "kho")
    home.make()
    (given / "b.pdf").rename(home.corpus / "b.pdf")
    assert run(["index"]) == 2


def test_the_catalogue_being_wrong_is_one_line(capsys: Captured, given: Path) -> None:
    home = Home(given.parent / "kho")
    home.make()
    home.catalogue.write_text("[[document]]\n", "utf-8")
    assert run(["ingest", str(given)]) == 2
    assert capsys.readouterr().err == (
        f"Danh mục {home.catalogue} sai: dòng 1 thiếu path. Hãy sửa tệp danh mục rồi chạy lại kb index.\n"
    )
