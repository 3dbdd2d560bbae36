"""`kb search` as a person and another program use it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kb.cli import run
from tests.indexed import OUTLINE, indexed_home


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(indexed_home(tmp_path_factory.mktemp("search")).root)


def test_several_words_are_one_question(home: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["search", "luong", "y", "nhu", "tu", "mau", "--home", home]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("1 đoạn\n")
    assert "“Lương y như từ mẫu”" in shown
    assert "tr. 8, dòng 60" in shown


def test_json_has_the_fields_of_the_contract(home: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["search", "huy chương vàng", "--limit", "1", "--json", "--home", home]) == 0
    shape = json.loads(capsys.readouterr().out)
    assert {"question", "understood", "total", "took_ms", "hits", "near", "suggestions", "facets"} <= set(shape)
    (hit,) = shape["hits"]
    wanted = {"rank", "score", "document", "section", "path", "text", "snippet", "highlights", "citation"}
    assert wanted <= set(hit)
    assert {"label", "lines", "pages", "url"} <= set(hit["citation"])
    assert "Huy chương Vàng" in [hit["snippet"][start:end] for start, end in hit["highlights"]]
    assert (hit["document"], hit["section"], hit["citation"]["pages"]) == (OUTLINE, "II.2.2.*2.-3", [9, 9])


@pytest.mark.parametrize("excluded", ["-doanh", "-vàng", "-hành", "-jsonx", "--doanh"])
def test_what_is_no_option_is_part_of_the_question(
    excluded: str, home: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["search", "thi", "đua", excluded, "--json", "--home", home])
    assert json.loads(capsys.readouterr().out)["question"] == f"thi đua {excluded}"


def test_options_may_stand_between_the_words(home: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(["search", "thi", "--limit=2", "đua", "--offset", "1", "--json", "--home", home])
    shape = json.loads(capsys.readouterr().out)
    assert (shape["question"], [hit["rank"] for hit in shape["hits"]]) == ("thi đua", [2, 3])


def test_filters_narrow(home: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(["search", "thi đua", "--section-kind", "slogan-item", "--order", "place", "--json", "--home", home])
    shape = json.loads(capsys.readouterr().out)
    assert [hit["section"] for hit in shape["hits"]] == ["III.1", "III.2", "III.3", "III.4", "III.5", "III.6"]


def test_nothing_found_is_said_with_the_nearest_and_ends_with_1(home: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["search", "đại hội thi đua yêu nước tỉnh thái nguyên", "--home", home]) == 1
    shown = capsys.readouterr()
    assert shown.out.startswith("Không thấy đoạn nào trả lời.\nGần nhất, nhưng không phải câu trả lời:\n")
    assert "thái nguyên: không có ở đoạn nào trong kho" in shown.err


def test_a_batch_answers_each_row_on_a_line(home: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = ({"id": "a", "text": "huy chương vàng"}, {"id": 7, "text": "Cao Bằng"})
    file = tmp_path / "hoi.jsonl"
    file.write_text("".join(json.dumps(row) + "\n\n" for row in rows), "utf-8")
    assert run(["search", "--batch", str(file), "--limit", "1", "--home", home]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["id"], set(first)) == ("a", {"id", "total", "took_ms", "hits"})
    assert {"document", "section", "score", "text"} <= set(first["hits"][0])
    assert (second["id"], second["total"], second["hits"]) == (7, 0, [])


@pytest.mark.parametrize("line", ["{", "[]", '{"id": 1}', '"text"', "\xff"])
def test_a_row_that_is_none_is_named(line: str, home: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "hoi.jsonl"
    file.write_bytes(b'{"id": 1, "text": "thi dua"}\n' + line.encode("latin-1"))
    assert run(["search", "--batch", str(file), "--home", home]) == 2
    assert "hoi.jsonl:2" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["search"], "Chưa có câu hỏi"),
        (["search", "x", "--year", "abc"], "year=abc"),
        (["search", "--batch", "/khong/co.jsonl"], "Không có tệp /khong/co.jsonl"),
        (["search", "x", "--limit", "nhiều"], "--limit"),
        (["search", "x", "--order", "giá"], "--order"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    arguments: list[str], said: str, home: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*arguments, "--home", home]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


def test_without_an_index_the_cure_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["search", "thi đua", "--home", str(tmp_path)]) == 2
    assert "kb index" in capsys.readouterr().err


def test_suggestions_have_the_fields_of_the_contract(home: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["suggest", "loi", "keu", "g", "--json", "--home", home]) == 0
    found = json.loads(capsys.readouterr().out)["suggestions"]
    assert set(found[0]) == {"text", "kind", "count"}


def test_what_begins_nothing_ends_with_1(home: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["suggest", "qzxw", "--home", home]) == 1
    assert capsys.readouterr().out == ""
