"""`kb figures` as a person and as a program calls it."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from kb.cli import run
from kb.home import Home
from kb.ingest import index

Captured = pytest.CaptureFixture[str]
TEXT = """BÁO CÁO
I. KẾT QUẢ NĂM 2020
Thu ngân sách đạt 6.215 tỷ đồng, trong đó thu nội địa 5.480 tỷ đồng.
Hơn 700 hộ nghèo được vay vốn; tỷ lệ hộ nghèo còn 8,3%.
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KB_HOME", str(tmp_path))
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "bao-cao.txt").write_text(TEXT, encoding="utf-8")
    index(Home(tmp_path))
    return tmp_path


def answer(captured: Captured, *arguments: str) -> dict[str, Any]:
    assert run(["figures", "--json", *arguments]) == 0
    found: dict[str, Any] = json.loads(captured.readouterr().out)
    return found


def printed(captured: Captured, *arguments: str) -> list[str]:
    return [figure["printed"] for figure in answer(captured, *arguments)["figures"]]


@pytest.mark.usefixtures("home")
def test_a_figure_has_the_fields_of_the_contract(capsys: Captured) -> None:
    whole, part, *_ = answer(capsys)["figures"]
    assert (whole["value"], whole["unit"], whole["amount"], whole["base"]) == (
        "6215",
        "tỷ đồng",
        "6215000000000",
        "đồng",
    )
    assert (whole["section"], whole["lines"], whole["period"]["inherited"]) == ("I", [3, 3], "heading")
    assert (part["relation"]["kind"], part["relation"]["figure"]) == ("part_of", whole["span"])
    assert {"low", "high", "subject", "qualifier", "clause", "document", "pages", "mark"} <= whole.keys()


@pytest.mark.usefixtures("home")
def test_figures_are_found_by_subject_unit_value_and_year(capsys: Captured) -> None:
    assert printed(capsys, "ho ngheo", "--unit", "%") == ["8,3%"]
    assert printed(capsys, "--unit", "dong", "--value", "6000..") == ["6.215 tỷ đồng"]
    assert printed(capsys, "--value", "700", "--period", "2019..2020") == ["700 hộ nghèo"]


@pytest.mark.usefixtures("home")
def test_figures_are_ordered_by_value(capsys: Captured) -> None:
    assert printed(capsys, "--sort", "value")[0] == "8,3%"


@pytest.mark.usefixtures("home")
def test_the_table_has_a_byte_order_mark_and_a_row_a_figure(capsys: Captured) -> None:
    assert run(["figures", "--csv"]) == 0
    written = capsys.readouterr().out
    assert written.startswith("\ufeff")
    assert [row[4] for row in csv.reader(StringIO(written.removeprefix("\ufeff")))][1:3] == [
        "6.215 tỷ đồng",
        "5.480 tỷ đồng",
    ]


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("option", [("--value", "nhiều"), ("--period", "năm nay")])
def test_what_is_no_number_is_told(option: tuple[str, str], capsys: Captured) -> None:
    assert run(["figures", *option]) == 2
    assert option[1] in capsys.readouterr().err


@pytest.mark.usefixtures("home")
def test_nothing_found_is_status_1() -> None:
    assert run(["figures", "bánh xèo"]) == 1
