"""What of a document may be suggested, and what it is."""

from __future__ import annotations

import pytest

from kb.extract.phrases import read_phrases
from kb.model import Document, DocumentId, Front, RawText, Source
from kb.read import extract, read_document


def _document(text: str) -> Document:
    return read_document(RawText(text, wrapped=False), DocumentId("d"), Source("d.txt", "txt", ""), Front(""))


def _phrases(text: str) -> list[tuple[str, str, int]]:
    return [(one.kind, one.text, one.count) for one in extract(_document(text)).phrases]


TAKES = (
    ("Theo Chỉ thị số 34-CT/TW của Bộ Chính trị.", ("number", "34-CT/TW", 1)),
    ("Theo Chỉ thị số 34-CT/TW của Bộ Chính trị.", ("number", "Chỉ thị số 34-CT/TW", 1)),
    ("Theo Chỉ thị số 34-CT/TW của Bộ Chính trị.", ("body", "Bộ Chính trị", 1)),
    ("Khi ấy Chủ tịch Hồ Chí Minh và Bác Hồ.", ("person", "Hồ Chí Minh", 3)),
    ("Do đồng chí Trần Đình Khuê làm Bí thư.", ("person", "Trần Đình Khuê", 1)),
    ("Tỉnh giành 21 Huy chương Vàng tại giải.", ("body", "Huy chương Vàng", 1)),
    ("Xây dựng nông thôn mới. Lo việc nông thôn mới.", ("phrase", "nông thôn mới", 2)),
    ("Hưởng ứng mô hình “Ngân hàng bò” của xã.", ("name", "Ngân hàng bò", 1)),
)


@pytest.mark.parametrize(("text", "phrase"), TAKES)
def test_it_may_be_suggested(text: str, phrase: tuple[str, str, int]) -> None:
    assert phrase in _phrases(text)


LEAVES = (
    ("Phong trào thi đua. Các phong trào thi đua.", "trào thi đua"),
    ("Của tỉnh và của huyện. Của tỉnh và của huyện.", "Của tỉnh"),
    ("Ngày 24/8/1949, đạt 99,8%.", "24/8/1949"),
)


@pytest.mark.parametrize(("text", "left"), LEAVES)
def test_it_is_not_suggested(text: str, left: str) -> None:
    assert left not in [shown for _, shown, _ in _phrases(text)]


@pytest.mark.parametrize("odd", ["a" * 20_000, "Thi Đua " * 3_000, "“" * 4_000, "1-" * 5_000])
def test_long_odd_text_is_read(odd: str) -> None:
    assert len(read_phrases(_document("Chữ đầu. " + odd), (), ())) <= 500
