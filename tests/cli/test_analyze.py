"""`kb analyze` tells how a text is read."""

from __future__ import annotations

import json
import unicodedata

import pytest

from kb.cli import run

Captured = pytest.CaptureFixture[str]


def test_tokens_and_values_have_the_fields_of_the_contract(capsys: Captured) -> None:
    typed = unicodedata.normalize("NFD", "Tỉnh đạt 6,6%")
    assert run(["analyze", "--json", typed]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["syllables"] == ["tinh3", "đat5", "6,6"]
    assert (found["folded"], found["words"]) == (["tinh", "dat", "6,6"], [])
    value = {"text": "6,6%", "span": [9, 13], "kind": "percent", "value": "6.6", "terms": ["pct:6.6", "n:6.6"]}
    assert found["values"] == [value]


def test_each_stream_and_value_is_a_row(capsys: Captured) -> None:
    assert run(["analyze", "thi", "đua", "258/QĐ-TTg", "-5"]) == 0
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert [row[0] for row in rows] == ["âm tiết", "không dấu", "từ ghép", "258/QĐ-TTg", "5"]
    assert rows[3] == ["258/QĐ-TTg", "số hiệu", "258|qd|ttg", "doc:258|qd|ttg dt:258|qd dn:258"]


def test_a_text_without_words_has_nothing_to_read(capsys: Captured) -> None:
    assert run(["analyze", "…!"]) == 1
    assert run(["analyze", "--json", "\udc80"]) == 1
    capsys.readouterr()
