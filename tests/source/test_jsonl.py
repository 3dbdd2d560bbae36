"""Rows of JSON: each is a document or says why it is none, and no row hinders another."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kb.errors import BadRow, UnknownFormat, UnreadableSource
from kb.source import Row, holds_rows, open_source, read_rows
from tests.disks import failing_disk


def rows_of(folder: Path, *lines: str | bytes) -> list[Row | BadRow]:
    path = folder / "hàng.jsonl"
    path.write_bytes(b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines))
    return list(read_rows(path))


def row(**values: object) -> str:
    return json.dumps({"id": "a", "title": "Tên", "text": "Chữ"} | values, ensure_ascii=False)


def test_a_row_has_its_id_title_and_text(tmp_path: Path) -> None:
    (only,) = rows_of(tmp_path, row(id="xq00_00", title=" Thi  đua ", text="Một\r\nHai"))
    assert isinstance(only, Row)
    assert (only.id, only.raw.title, only.raw.text) == ("xq00_00", "Thi đua", "Một\nHai")


def test_numbers_may_be_ids_and_titles_may_be_missing(tmp_path: Path) -> None:
    (only,) = rows_of(tmp_path, '{"id": 7, "text": "Chữ"}')
    assert isinstance(only, Row)
    assert (only.id, only.raw.title) == ("7", None)


def test_a_byte_order_mark_and_blank_lines_are_passed_over(tmp_path: Path) -> None:
    assert [type(one) for one in rows_of(tmp_path, "﻿" + row(), "", " ", row(id="b"))] == [Row, Row]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "not-json"),
        ("[" * 100_000, "not-json"),
        (b"\xff", "not-json"),
        ("[1]", "no-object"),
        ('{"text": "Chữ"}', "no-object"),
        (row(id=""), "bad-id"),
        (row(id=".."), "bad-id"),
        (row(id="a/b"), "bad-id"),
        (row(id=" a"), "bad-id"),
        (row(id="a\nb"), "bad-id"),
        ('{"id": "\\ud83d", "text": "Chữ"}', "bad-id"),
        (row(id="a" * 300), "bad-id"),
        (row(text=""), "no-text"),
        (row(text="---"), "no-text"),
        (row(text=5), "no-text"),
        (row(text=None), "no-text"),
        ('{"id": "a", "text": "Chữ \\ud83d"}', "no-letters"),
        (row(text="a\x00\x01"), "no-letters"),
    ],
)
def test_a_line_that_is_no_document_says_why_and_where(tmp_path: Path, line: str | bytes, why: str) -> None:
    good, bad = rows_of(tmp_path, row(), line)
    assert isinstance(good, Row)
    assert isinstance(bad, BadRow)
    assert (bad.values["why"], bad.values["line"]) == (why, 2)
    assert "Dòng 2 của" in str(bad)


def test_a_file_of_rows_is_known_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "hàng.txt"
    path.write_text("\n" + row() + "\n", "utf-8")
    assert holds_rows(path)


def test_json_without_texts_is_no_file_of_rows(tmp_path: Path) -> None:
    path = tmp_path / "cài đặt.json"
    path.write_text('{"a": 1}', "utf-8")
    assert not holds_rows(path)


def test_a_file_of_rows_is_not_one_document(tmp_path: Path) -> None:
    path = tmp_path / "hàng.jsonl"
    path.write_text(row(), "utf-8")
    with pytest.raises(UnknownFormat, match="JSONL"):
        open_source(path)


def test_the_hash_of_a_row_is_that_of_its_line(tmp_path: Path) -> None:
    one, two = rows_of(tmp_path, row(), row() + " ")
    assert isinstance(one, Row)
    assert isinstance(two, Row)
    assert one.sha256 == two.sha256


def test_a_disk_that_fails_in_the_middle_is_a_refusal_after_the_rows_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "hàng.jsonl"
    path.write_text(row() + "\n" + row() + "\n", "utf-8")
    failing_disk(monkeypatch, path, after=1)
    read = read_rows(path)
    assert isinstance(next(read), Row)
    with pytest.raises(UnreadableSource, match="Input/output error"):
        next(read)
