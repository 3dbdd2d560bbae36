"""`kb references` and `kb findings` as a person and as a program calls them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kb.cli import run
from kb.home import Home
from kb.ingest import index
from kb_web import create_app

Captured = pytest.CaptureFixture[str]
DECISION = """THỦ TƯỚNG CHÍNH PHỦ
Số: 258/QĐ-TTg
Hà Nội, ngày 04 tháng 3 năm 2008
QUYẾT ĐỊNH
Về việc lấy ngày 11 tháng 6 hàng năm là Ngày Truyền thống thi đua yêu nước
Điều 1. Lấy ngày 11 tháng 6 hàng năm là Ngày Truyền thống thi đua yêu nước.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
"""
PLAN = """KẾ HOẠCH
I. CĂN CỨ
Thực hiện Quyết định số 258/QĐ-TTg ngày 04/3/2008 của Thủ tướng Chính phủ.
II. NỘI DUNG
Kỷ niệm 35 năm Ngày tái lập tỉnh (02/11/1991 - 02/11/2021).
Có 12 xã, gồm 5 xã vùng cao và 7 xã vùng thấp.
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KB_HOME", str(tmp_path))
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "ke-hoach.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "corpus" / "quyet-dinh.txt").write_text(DECISION, encoding="utf-8")
    index(Home(tmp_path))
    return tmp_path


def answer(captured: Captured, *arguments: str) -> dict[str, Any]:
    assert run([*arguments, "--json"]) == 0
    found: dict[str, Any] = json.loads(captured.readouterr().out)
    return found


@pytest.mark.usefixtures("home")
def test_a_paper_that_is_here_is_its_target(capsys: Captured) -> None:
    (paper,) = answer(capsys, "references", "--kind", "document")["references"]
    assert (paper["number"], paper["date"], paper["issuer"]) == ("258/QĐ-TTg", "2008-03-04", "Thủ tướng Chính phủ")
    assert (paper["target"], paper["document"], paper["lines"]) == ("quyet-dinh", "ke-hoach", [3, 3])


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("query", [("258/QĐ-TTg",), ("QĐ", "258/qd-ttg"), ("--cites", "quyet-dinh")])
def test_mentions_are_found_by_number_and_by_the_paper_itself(query: tuple[str, ...], capsys: Captured) -> None:
    assert [one["document"] for one in answer(capsys, "references", *query)["references"]] == ["ke-hoach"]


def test_a_paper_that_goes_is_a_target_no_more(home: Path, capsys: Captured) -> None:
    (home / "corpus" / "quyet-dinh.txt").unlink()
    index(Home(home))
    (paper,) = answer(capsys, "references", "--kind", "document")["references"]
    assert paper["target"] is None


def test_a_document_s_page_says_how_often_it_is_named(home: Path) -> None:
    client = create_app(Home(home)).test_client()
    assert "1 chỗ dẫn chiếu đến" in client.get("/d/quyet-dinh").text
    assert "chỗ dẫn chiếu đến" not in client.get("/d/ke-hoach").text


@pytest.mark.usefixtures("home")
def test_an_unknown_document_is_told(capsys: Captured) -> None:
    assert run(["references", "--cites", "khong-co"]) == 2
    assert "khong-co" in capsys.readouterr().err


@pytest.mark.usefixtures("home")
def test_a_finding_has_its_sum_and_its_places(capsys: Captured) -> None:
    wrong, right = answer(capsys, "findings")["findings"]
    assert (wrong["category"], wrong["verdict"], wrong["arithmetic"][0]) == ("anniversary", "error", "2021 − 1991 = 30")
    (place,) = wrong["evidence"]
    assert (place["document"], place["section"], place["lines"]) == ("ke-hoach", "II", [5, 5])
    assert (right["category"], right["verdict"], len(right["evidence"])) == ("sum", "holds", 3)


@pytest.mark.usefixtures("home")
def test_findings_are_narrowed_by_verdict_and_category(capsys: Captured) -> None:
    assert answer(capsys, "findings", "--verdict", "error")["total"] == 1
    assert run(["findings", "--category", "marks"]) == 1


@pytest.mark.usefixtures("home")
def test_the_sum_is_printed_for_people(capsys: Captured) -> None:
    assert run(["findings", "--verdict", "holds"]) == 0
    assert "5 + 7 = 12" in capsys.readouterr().out


def test_an_accepted_finding_stays_accepted_when_all_is_read_anew(home: Path, capsys: Captured) -> None:
    (wrong,) = answer(capsys, "findings", "--verdict", "error")["findings"]
    assert run(["findings", "--accept", wrong["id"], "--note", "đã hỏi"]) == 0
    (home / "corpus" / "ke-hoach.txt").write_text("KẾ HOẠCH\n\n" + PLAN.removeprefix("KẾ HOẠCH\n"), encoding="utf-8")
    index(Home(home), rebuild=True)
    assert run(["findings", "--verdict", "error"]) == 1
    assert [one["accepted"] for one in answer(capsys, "findings", "--verdict", "error", "--accepted")["findings"]] == [
        True
    ]
    assert run(["findings", "--withdraw", wrong["id"]]) == 0
    assert answer(capsys, "findings", "--verdict", "error")["total"] == 1


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("option", ["--accept", "--withdraw"])
def test_a_finding_that_is_none_is_told(option: str, capsys: Captured) -> None:
    assert run(["findings", option, "0000000000"]) == 2
    assert "0000000000" in capsys.readouterr().err
