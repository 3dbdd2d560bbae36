"""One quotation, many places: variants of its words are joined across documents, with what differs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.browse.quotes import QuotesWanted, quotes
from kb.browse.variants import recurrences
from kb.extract.quotes.joining import shingles
from kb.extract.quotes.likeness import difference, is_variant, part_like
from kb.home import Home
from kb.ingest import index
from kb.model import Recurrence
from kb.snapshot import Snapshot, open_snapshot

TEXTS = {
    "a": "BÁO CÁO\nBác Hồ dạy: “Thi đua là yêu nước, yêu nước thì phải thi đua. Ai thi đua là người yêu nước nhất”.",
    "b": "DIỄN VĂN\nV.I. Lênin nói: “thi đua là yêu nước, yêu nước phải thi đua”.",
    "c": "KHẨU HIỆU\n1. Muôn năm!\nCả tỉnh thấm nhuần: thi đua là yêu nước, yêu nước thì phải thi đua, từ bản đến xã.",
    "d": "KẾ HOẠCH\nPhong trào “Cả nước chung sức xây dựng nông thôn mới” bắt đầu từ hôm nay.",
    "e": "KẾ HOẠCH\nPhong trào “Bắc Kạn chung sức xây dựng nông thôn mới” bắt đầu từ hôm nay.",
}


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    home = Home(tmp_path_factory.mktemp("variants"))
    home.corpus.mkdir()
    for name, text in TEXTS.items():
        Path(home.corpus, f"{name}.txt").write_text(text + "\n", encoding="utf-8")
    index(home)
    with open_snapshot(home) as opened:
        yield opened


def places_of(snapshot: Snapshot, document: str) -> tuple[Recurrence, ...]:
    (placed,) = quotes(snapshot, QuotesWanted(documents=(document,))).rows
    return recurrences(snapshot, placed)


def test_a_quotation_is_found_in_other_documents_under_other_names_and_without_marks(snapshot: Snapshot) -> None:
    found = [(one.document, one.is_quoted, one.speaker) for one in places_of(snapshot, "a")]
    assert found == [("b", True, "V.I. Lênin"), ("c", False, None)]


def test_the_words_that_differ_are_told_from_both_sides(snapshot: Snapshot) -> None:
    there = [one.difference for one in places_of(snapshot, "b") if one.document == "a"]
    assert there == [(("", "thì"), ("", "Ai thi đua là người yêu nước nhất"))]


def test_words_without_marks_stand_where_they_are_said_to(snapshot: Snapshot) -> None:
    (plain,) = [one for one in places_of(snapshot, "a") if not one.is_quoted]
    assert plain.words == "thi đua là yêu nước, yêu nước thì phải thi đua"
    assert plain.location.lines == (3, 3)


def test_names_of_two_movements_that_end_alike_are_two(snapshot: Snapshot) -> None:
    assert places_of(snapshot, "d") == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Dạy tốt, học tốt", "Dạy tốt - Học tốt", True),
        ("Không để ai bị bỏ lại phía sau", "Không để ai bỏ lại phía sau", True),
        ("điểm nóng", "điểm nóng về an ninh trật tự", False),
        ("Lương y như từ mẫu", "Thầy thuốc như mẹ hiền", False),
    ],
)
def test_wordings_of_one_thing_are_variants(one: str, other: str, same: bool) -> None:
    assert is_variant(one, other) is same
    assert is_variant(other, one) is same


def test_variants_share_a_shingle() -> None:
    long = "một hai ba bốn năm sáu bảy tám chín mười " * 5
    assert set(shingles(long)) & set(shingles(long.replace("tám", "bốn")))


def test_case_and_marks_are_no_difference() -> None:
    assert difference("Dạy tốt, học tốt", "dạy tốt - Học tốt") == ()


def test_words_that_are_not_there_are_not_found() -> None:
    assert part_like("thi đua chứ không phải ganh đua", "Hôm nay trời nắng đẹp và có gió nhẹ từ phía đông") is None
