"""A small collection to read questions against, in a real engine."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kb.analysis import analyze, value_terms
from kb.engine import open_engine
from kb.engine.port import SCHEMA, Engine, EntryId, IndexEntry, Stamp
from kb.find import IndexWords
from kb.query.plan import plan
from kb.query.read import read

PASSAGES = (
    "Bà con hiến đất làm đường, xây dựng nông thôn mới ở Bắc Kạn từ năm 2016 đến năm 2020.",
    "Tỉnh giành được 21 Huy chương Vàng; khen thưởng 1.308 cá nhân ngày 24/8/1949.",
    "Quyết định số 258/QĐ-TTg về phong trào thi đua yêu nước của Thủ tướng Chính phủ.",
    "Cán bộ, công chức nói không với tiêu cực; văn hóa công sở; Đại hội lần thứ V.",
    "Nhân dân thực hiện thi đua sản xuất, không phải ganh đua, giữ vững văn minh.",
)


@pytest.fixture(scope="session")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """The passages under the heading "Kết quả", their numbers as ids, in an index of their own."""
    made = open_engine(tmp_path_factory.mktemp("collection"))
    made.rebuild((_entry(number, text) for number, text in enumerate(PASSAGES)), Stamp(SCHEMA, "test"))
    return made


@pytest.fixture
def words(engine: Engine) -> IndexWords:
    return IndexWords(engine)


@pytest.fixture
def answered(engine: Engine) -> Callable[[str], list[int]]:
    """The numbers of the passages that answer a question, best first."""

    def answer(question: str) -> list[int]:
        ranked = engine.search(plan(read(question), IndexWords(engine)).query, limit=10).ranked
        return [int(one.id) for one in ranked]

    return answer


def _entry(number: int, text: str) -> IndexEntry:
    own, heading = analyze(text), analyze("Kết quả", words=False)
    streams = {
        "syllables": own.syllables,
        "folded": own.folded,
        "words": own.words,
        "heading": heading.syllables,
        "heading_folded": heading.folded,
        "above": analyze("Phần chung", words=False).folded,
    }
    tokens = {stream: tuple(token.text for token in found) for stream, found in streams.items()}
    tokens["values"] = value_terms(text)
    keys = {
        "year": (str(2018 + number),),
        "kind": ("Kế hoạch" if number % 2 else "Báo cáo",),
        "document": (f"d{number}",),
    }
    return IndexEntry(EntryId(str(number)), ("d", number), tokens, keys)
