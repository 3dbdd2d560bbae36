"""`kb documents`, `outline`, `text` and `cite` as a person and another program use them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kb.cli import run
from tests.indexed import OUTLINE, indexed_home

GOLD = json.loads((Path(__file__).parent.parent / "golden" / "sections.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(indexed_home(tmp_path_factory.mktemp("reading")).root)


def test_documents_lists_what_the_catalogue_says(home: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["documents", "--home", home, "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)["documents"]
    assert (row["document"], row["kind"], row["pages"], row["lines"], row["sections"]) == (
        OUTLINE,
        "Đề cương tuyên truyền",
        14,
        1107,
        52,
    )


def test_outline_is_the_one_made_by_hand(home: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["outline", OUTLINE, "--home", home, "--json"]) == 0
    sections = json.loads(capsys.readouterr().out)["sections"]
    fields = ("id", "marker", "level", "kind", "title", "parent")
    assert [[section[name] for name in fields] for section in sections] == [
        [row[name] for name in fields] for row in GOLD
    ]
    assert [section["lines"] for section in sections] == [[row["start_line"], row["end_line"]] for row in GOLD]
    assert [section["pages"] for section in sections] == [[row["page"], row["page_end"]] for row in GOLD]
    assert [section["printed_pages"][0] for section in sections] == [row["printed_page"] for row in GOLD]


def test_text_says_what_was_repaired_and_where(home: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["text", OUTLINE, "--section", "T.1", "--home", home, "--json"]) == 0
    shape = json.loads(capsys.readouterr().out)
    assert [block["text"] for block in shape["blocks"]] == ["ĐỀ CƯƠNG TUYÊN TRUYỀN"]
    assert {"rule": "oi_letter", "before": "CƢƠNG", "after": "CƯƠNG", "line": 1} in shape["repairs"]


def test_raw_text_is_the_file_s_own(home: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["text", OUTLINE, "--section", "T.1", "--raw", "--home", home]) == 0
    assert capsys.readouterr().out == "1\t ĐỀ CƢƠNG TUYÊN TRUYỀN \n"


def test_cite_gives_both_forms_and_the_lasting_address(home: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["cite", OUTLINE, "--lines", "102-104", "--home", home, "--json"]) == 0
    shape = json.loads(capsys.readouterr().out)
    assert set(shape) == {"label", "full", "short", "url", "ris", "bibtex", "csl"}
    assert shape["full"].startswith("Hồ Chí Minh, dẫn theo Ban Tuyên giáo Tỉnh ủy Bắc Kạn: ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["outline", "khong-co"], "Không có văn bản khong-co trong kho. Hãy xem các văn bản: kb documents."),
        (["cite", OUTLINE, "--lines", "x"], "Không hiểu --lines=x. Hãy ghi dòng đầu và dòng cuối, ví dụ 102-104."),
        (["text", OUTLINE, "--section", "X.9"], f"Văn bản {OUTLINE} không có mục X.9."),
    ],
)
def test_what_cannot_be_done_is_one_line_and_status_2(
    home: str, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert run([*arguments, "--home", home]) == 2
    error = capsys.readouterr().err
    assert error.startswith(said)
    assert error.count("\n") == 1
