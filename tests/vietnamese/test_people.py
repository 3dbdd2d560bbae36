"""Who is called in a text: by names, and by words of respect only where they mean somebody."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.errors import BadSynonyms
from kb.vietnamese.people import (
    People,
    Person,
    find_mentions,
    read_people,
    shipped_people,
    with_own_people,
)
from kb.vietnamese.people.respect import ROWS, Row, row_at

GOLDEN = Path(__file__).parent.parent / "golden"


def _called(text: str, about: str = "") -> list[str]:
    return [mention.span.of(text) for mention in find_mentions(text, shipped_people(), about=about)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.takes)
def test_a_row_takes_its_example_and_leaves_the_other(row: Row) -> None:
    assert [_row(row.takes) is row, _row(row.leaves) is row] == [True, False]


def _row(example: str) -> Row | None:
    word = re.search(r"\[(\w+)\]", example)
    assert word is not None
    return row_at(word[1], example.replace("[", "").replace("]", ""), word.start())


NAMES = (
    "Lời kêu gọi của Chủ tịch Hồ Chí Minh",
    "TƯ TƯỞNG HỒ CHÍ MINH",
    "xứng danh Bộ đội Cụ Hồ",
    "lời Bác Hồ dạy",
    "Hồ Chủ tịch về thăm",
    "lãnh tụ Nguyễn Ái Quốc",
    "sách của Nguyễn\nÁi Quốc",
)


@pytest.mark.parametrize("text", NAMES)
def test_every_name_is_that_person(text: str) -> None:
    assert [one.person.name for one in find_mentions(text, shipped_people())] == ["Hồ Chí Minh"]


BEARERS = (
    "Thành phố Hồ Chí Minh",
    "TP. Hồ Chí Minh",
    "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
    "Đội Thiếu niên Tiền phong Hồ Chí Minh",
    "đường mòn Hồ Chí Minh",
    "Chiến dịch Hồ Chí Minh",
    "Học viện Chính trị quốc gia Hồ Chí Minh",
    "Huân chương Hồ Chí Minh",
    "Trường Đại học Nguyễn Tất Thành",
)


@pytest.mark.parametrize("text", BEARERS)
def test_what_bears_a_name_is_not_the_person(text: str) -> None:
    assert _called(text) == []


MEANT = (
    ("Theo Người, thi đua là yêu nước.", "Người"),
    ("- Về phương châm: Người chỉ rõ: “không ganh đua”", "Người"),
    ("Người còn căn dặn: “Đoàn kết”.", "Người"),
    ("học tập và làm theo tấm gương của Bác", "Bác"),
    ("Nói chuyện với đồng bào, Bác ân cần dặn dò", "Bác"),
)


@pytest.mark.parametrize(("text", "word"), MEANT)
def test_a_word_of_respect_means_who_is_spoken_of(text: str, word: str) -> None:
    assert _called(text, about="Tư tưởng Hồ Chí Minh") == [word]


NOT_MEANT = (
    "6. Người người thi đua, ngành ngành thi đua",
    "Bác sĩ Tôn Thất Tùng",
    "thời kỳ đầu, Bác học Ê-đi-xơn",
    "Tỉnh đã Bác bỏ đơn",
    "trên báo Người Lao động",
    "Hội Người cao tuổi Việt Nam",
    "Ngày Người khuyết tật",
    "Người dân gọi đó là “lũy tre xanh chống dịch”",
    "chi trả: Người lao động tạm hoãn hợp đồng",
    "nói: “Người bệnh không đến được",
    "cuộc vận động “Người Việt Nam ưu tiên dùng hàng Việt Nam”",
    "Người có công với cách mạng",
    "Người viết bài này cho rằng",
    "với Bác Ba Phi",
    "người dân và bác nông dân",
    "CÁC NGƯỜI DÂN",
)


@pytest.mark.parametrize("text", NOT_MEANT)
def test_a_word_like_any_other_means_nobody(text: str) -> None:
    assert _called(text, about="Tư tưởng Hồ Chí Minh") == []


def test_who_is_not_named_is_not_meant() -> None:
    assert _called("Trong thư, Người chỉ rõ nhiệm vụ. Thế rồi Người ra đi.") == []


def test_somebody_else_named_with_respect_is_meant_then() -> None:
    assert _called("Hồ Chí Minh đến. Các giáo dân tin Chúa Giêsu, và Người đã sống lại.") == ["Hồ Chí Minh"]


def test_a_name_three_pages_back_is_not_spoken_of_any_more() -> None:
    assert _called("Hồ Chí Minh. " + "Chuyện khác. " * 1000 + "Khi ấy Người ra đi.") == ["Hồ Chí Minh"]


def test_the_outline_calls_him_by_respect_in_these_places() -> None:
    text = (GOLDEN / "clean.txt").read_text("utf-8")
    respect = [one.span for one in find_mentions(text, shipped_people()) if one.span.of(text) in ("Người", "Bác")]
    assert [text[span.start : span.start + 13] for span in respect] == [
        "Người, ngày 2",
        "Người, thi đu",
        "Người chỉ rõ:",
        "Bác dạy “Lươn",
        "Bác của tổ ch",
        "Bác trở thành",
    ]


WORDS = st.sampled_from(
    (
        "Hồ Chí Minh",
        "Người",
        "Bác",
        "Bác Hồ",
        "theo",
        "của",
        "dạy",
        ".",
        ":",
        "“",
        "\n",
        " ",
        "-",
        "sĩ",
        "Chúa",
        "Thành phố",
    )
)


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_mentions_are_in_order_and_none_overlaps_another(text: str) -> None:
    spans = [mention.span for mention in find_mentions(text, shipped_people())]
    assert all(left.end <= right.start for left, right in pairwise(spans))


@pytest.mark.parametrize(
    "odd", ["Người " * 20_000, "Bác" * 20_000, "Hồ Chí " * 20_000, "“" * 20_000 + "Người", "a" * 20_000]
)
def test_long_odd_text_is_read_at_once(odd: str) -> None:
    assert len(find_mentions("Hồ Chí Minh " + odd, shipped_people())) <= 20_001


def test_a_home_adds_people_and_comes_in_the_place_of_the_shipped() -> None:
    own = read_people("Võ Nguyên Giáp\tAnh Văn\nHồ Chí Minh\tBác Hồ", "x")
    people = with_own_people(own)
    assert [one.person.name for one in find_mentions("Anh Văn gặp Bác Hồ", people)] == ["Võ Nguyên Giáp", "Hồ Chí Minh"]
    assert find_mentions("Nguyễn Ái Quốc", people) == ()


def test_without_people_nobody_is_called() -> None:
    assert find_mentions("Hồ Chí Minh", People(())) == ()
    assert find_mentions("Theo Người", People((Person("Hồ Chí Minh"),)), about="Hồ Chí Minh") == ()


BAD = (("Giáp\tAnh Văn", "short-name"), ("Võ Nguyên Giáp\tVăn", "short-name"), ("Võ Nguyên Giáp\t\tanh", "odd-respect"))


@pytest.mark.parametrize(("line", "why"), BAD)
def test_a_line_that_is_none_is_named(line: str, why: str) -> None:
    with pytest.raises(BadSynonyms) as raised:
        read_people(f"# ghi chú\n{line}", "names.tsv")
    assert (raised.value.values["line"], raised.value.values["why"]) == (2, why)
