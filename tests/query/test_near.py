"""What words are looked for as too changes who answers, is told, and can be left out."""

from __future__ import annotations

import pytest

from kb.find import IndexWords
from kb.query.near import Known
from kb.query.plan import Plan, plan
from kb.query.read import read
from kb.query.synonyms import shipped

KNOWN = Known(shipped())


def _plan(typed: str, words: IndexWords, *unwanted: str) -> Plan:
    return plan(read(typed), words, (), KNOWN.without(unwanted))


def _answering(made: Plan, words: IndexWords) -> list[int]:
    return sorted(int(one.id) for one in words._engine.search(made.query, limit=10).ranked)


ANSWERED = (
    ("NTM", [0]),
    ("hiến đất NTM", [0]),
    ("TTg", [2]),
    ("cbcc", [3]),
    ("thi đua ái quốc", [2]),
    ("Bắc Cạn", [0]),
)


@pytest.mark.parametrize(("typed", "passages"), ANSWERED)
def test_the_other_way_to_write_it_answers(typed: str, passages: list[int], words: IndexWords) -> None:
    assert set(passages) <= set(_answering(_plan(typed, words), words))


@pytest.mark.parametrize("typed", ['"NTM"', '"thi đua ái quốc"', "-NTM CNTT"])
def test_in_quotation_marks_nothing_else_is_looked_for(typed: str, words: IndexWords) -> None:
    assert _answering(_plan(typed, words), words) == []


def test_it_is_told_and_the_abbreviation_is_not_called_unknown(words: IndexWords) -> None:
    told = _plan("hiến đất NTM", words).understood
    assert [(part.kind, part.text, part.note) for part in told if part.kind != "words"] == [
        ("synonym", "NTM", "gần nghĩa: nông thôn mới")
    ]


def test_what_stands_nowhere_is_not_told_as_looked_for(words: IndexWords) -> None:
    assert [part.kind for part in _plan("HTX", words).understood] == ["words", "unknown"]


@pytest.mark.parametrize("unwanted", ["NTM", "ntm", "0"])
def test_it_can_be_left_out(unwanted: str, words: IndexWords) -> None:
    assert _answering(_plan("NTM", words, unwanted), words) == []


def test_what_is_typed_goes_before_what_is_near(words: IndexWords) -> None:
    best = words._engine.search(_plan("thi đua yêu nước", words).query, limit=1).ranked
    assert [one.id for one in best] == ["2"]


def test_what_else_is_looked_for_is_marked(words: IndexWords) -> None:
    runs = [run for mark in _plan("NTM", words).marks for run in mark.runs]
    assert ["nong", "thon", "moi"] in [[form.folded for form in run] for run in runs]
