"""What is not in the outline is not found: questions about others, which it nowhere answers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.find import search
from kb.snapshot import Snapshot, open_snapshot
from tests.indexed import indexed_home

ROWS = json.loads((Path(__file__).parent.parent / "golden" / "no_answer.json").read_text("utf-8"))
HARD = [row["text"] for row in ROWS if row["form"] in ("topic", "elsewhere")]
OTHERS = [row["text"] for row in ROWS if row["form"] not in ("topic", "elsewhere")]

# Topics of which the outline has half of the words ("xổ số miền bắc"), and numbers that it has of something else ("26
# huy chương vàng": 26 people, medals of another kind). Only to fall.
HARD_ANSWERED = 8


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    with open_snapshot(indexed_home(tmp_path_factory.mktemp("no_answer"))) as opened:
        yield opened


@pytest.mark.parametrize("question", OTHERS)
def test_another_province_time_number_document_or_name_is_not_there(question: str, snapshot: Snapshot) -> None:
    page = search(snapshot, question)
    assert (page.total, page.hits) == (0, ())


def test_few_questions_are_answered_with_what_only_looks_like_an_answer(snapshot: Snapshot) -> None:
    answered = [question for question in HARD if search(snapshot, question).total]
    assert len(answered) <= HARD_ANSWERED, answered
