"""What new users stumbled over: each says what is so, and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.cli import run
from kb.doctor import examine
from kb.home import Home


def test_an_empty_folder_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "trống").mkdir()
    assert run(["ingest", str(tmp_path / "trống"), "--home", str(tmp_path / "home")]) == 1
    assert capsys.readouterr().err == "Không có tệp nào để nạp ở đó.\n"


def test_an_option_without_its_value_is_told_in_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["text", "van-ban", "--section"]) == 2
    assert capsys.readouterr().err.startswith("Tùy chọn --section cần một giá trị theo sau.")


def test_a_refused_file_leaves_the_doctor_content(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    home.corpus.mkdir(parents=True)
    (home.corpus / "kế hoạch.txt").write_text("KẾ HOẠCH\nI. MỤC ĐÍCH\nTuyên truyền.\n", "utf-8")
    (home.corpus / "ảnh.txt").write_bytes(bytes(range(256)) * 4)
    assert run(["index", "--home", str(home.root)]) == 0
    sources = next(check for check in examine(home) if check.name == "sources")
    assert (sources.ok, "1 tệp không đọc được" in sources.detail) == (True, True)
