"""What is suggested for what is typed, over the shipped corpus and over small documents."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb.home import Home
from kb.ingest import index, ingest
from kb.snapshot import Snapshot, open_snapshot
from kb.suggest import suggest
from tests.indexed import indexed_home

GOLD = json.loads((Path(__file__).parent / "golden" / "suggest.json").read_text("utf-8"))
MET = 25  # of 25, among the first six


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    with open_snapshot(indexed_home(tmp_path_factory.mktemp("suggest"))) as opened:
        yield opened


def _texts(snapshot: Snapshot, typed: str) -> list[str]:
    return [phrase.text for phrase in suggest(snapshot, typed, limit=6)]


def test_what_should_be_suggested_is(snapshot: Snapshot) -> None:
    met = 0
    for row in GOLD:
        found = [text.casefold() for text in _texts(snapshot, row["typed"])]
        met += any(wanted.casefold() in found for wanted in row["wanted"]) if row["wanted"] else not found
    assert met >= MET


def test_typed_with_marks_the_marks_count(snapshot: Snapshot) -> None:
    assert all("thi đua" in text.casefold() for text in _texts(snapshot, "thi đua"))
    assert _texts(snapshot, "thí đua") == []


def test_a_space_says_that_the_word_is_finished(snapshot: Snapshot) -> None:
    assert [text for text in _texts(snapshot, "th ") if text.startswith("thi")] == []


def test_any_word_of_a_phrase_may_be_the_first_typed(snapshot: Snapshot) -> None:
    assert "Bắc Kạn chung sức xây dựng nông thôn mới" in _texts(snapshot, "chung suc xay dung nong thon")


def test_each_text_is_suggested_once(snapshot: Snapshot) -> None:
    for typed in ("t", "th", "thi", "ho chi minh", "dai hoi"):
        found = [text.casefold() for text in _texts(snapshot, typed)]
        assert len(found) == len(set(found))


@pytest.mark.parametrize(
    "typed", ["", " ", "?!", "\x00", "'; DROP TABLE phrases", "%", "_", "*", "\ud800", "🙂", "qzxw"]
)
def test_what_begins_nothing_suggests_nothing(typed: str, snapshot: Snapshot) -> None:
    assert _texts(snapshot, typed) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.text(max_size=30) | st.sampled_from(("thi " * 500, "a" * 20_000, "ớ" * 300, '"' * 4_000)))
def test_any_text_may_be_typed(snapshot: Snapshot, typed: str) -> None:
    assert len(suggest(snapshot, typed)) <= 8


def _home(folder: Path, *texts: str) -> Home:
    rows = folder / "rows.jsonl"
    lines = (
        json.dumps({"id": f"d{number}", "title": f"Tệp {number}", "text": text}) for number, text in enumerate(texts)
    )
    rows.write_text("\n".join(lines), "utf-8")
    home = Home(folder / "home")
    ingest(home, [rows])
    return home


def test_counts_of_several_documents_add_up(tmp_path: Path) -> None:
    home = _home(tmp_path, "Chăm lo cho phong trào “Ngói đỏ”.", "Hưởng ứng phong trào “Ngói đỏ”, phong trào “Ngói đỏ”.")
    with open_snapshot(home) as snapshot:
        assert [(one.text, one.count) for one in suggest(snapshot, "ngoi d")] == [("Ngói đỏ", 3)]


def test_what_is_gone_is_not_suggested(tmp_path: Path) -> None:
    home = _home(tmp_path, "Hưởng ứng phong trào “Ngói đỏ”.")
    next(home.corpus.rglob("rows.jsonl")).unlink()
    index(home)
    with open_snapshot(home) as snapshot:
        assert suggest(snapshot, "ngoi") == ()
