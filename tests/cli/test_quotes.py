"""`kb quotes` as a person and as a program calls it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kb.cli import run
from kb.home import Home
from kb.ingest import index

Captured = pytest.CaptureFixture[str]
TEXT = """KẾ HOẠCH
I. TUYÊN TRUYỀN
Chủ tịch Hồ Chí Minh chỉ rõ: “thi đua là yêu nước, yêu nước thì phải thi đua”.
Tỉnh phát động phong trào “Chung sức xây dựng nông thôn mới”.
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KB_HOME", str(tmp_path))
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "ke-hoach.txt").write_text(TEXT, encoding="utf-8")
    index(Home(tmp_path))
    return tmp_path


def answer(captured: Captured, *arguments: str) -> dict[str, Any]:
    assert run(["quotes", "--json", *arguments]) == 0
    found: dict[str, Any] = json.loads(captured.readouterr().out)
    return found


@pytest.mark.usefixtures("home")
def test_a_quote_has_the_fields_of_the_contract(capsys: Captured) -> None:
    (quote,) = answer(capsys, "--kind", "quotation")["quotes"]
    assert quote["text"] == "thi đua là yêu nước, yêu nước thì phải thi đua"
    assert (quote["speaker"], quote["kind"], quote["section"], quote["lines"]) == (
        "Hồ Chí Minh",
        "quotation",
        "I",
        [3, 3],
    )
    fields = {"printed", "source", "cue", "org", "certainty", "sieve", "document", "pages", "mark", "span"}
    assert fields <= quote.keys()


@pytest.mark.usefixtures("home")
def test_quotes_are_found_by_words_without_marks_and_by_speaker(capsys: Captured) -> None:
    assert [quote["kind"] for quote in answer(capsys, "nong thon")["quotes"]] == ["movement"]
    assert answer(capsys, "--speaker", "ho chi minh")["total"] == 1


@pytest.mark.usefixtures("home")
def test_the_total_and_the_facets_do_not_depend_on_the_limit(capsys: Captured) -> None:
    found = answer(capsys, "--limit", "1")
    assert (found["total"], len(found["quotes"])) == (2, 1)
    assert {kind["value"]: kind["count"] for kind in found["facets"]["kind"]} == {"quotation": 1, "movement": 1}


@pytest.mark.usefixtures("home")
def test_nothing_found_is_status_1(capsys: Captured) -> None:
    assert run(["quotes", "bánh xèo"]) == 1
    assert capsys.readouterr().out == ""


def test_a_quote_is_gone_with_its_document(home: Path, capsys: Captured) -> None:
    (home / "corpus" / "ke-hoach.txt").unlink()
    index(Home(home))
    assert run(["quotes"]) == 1
    assert capsys.readouterr().out == ""
