"""Whose words stand in quotation marks: one row a sieve and a trap."""

from __future__ import annotations

import pytest

from kb.extract.quotes.owned import owned_words, quoted

OWNED = [
    ("Người chỉ rõ: “việc dễ mấy không có dân cũng chịu”.", ["Hồ Chí Minh"]),
    ("Như lời Bác dặn: “lá phiếu có sức như viên đạn”.", ["Hồ Chí Minh"]),
    ("Theo Người, học là việc lâu dài và “học, học nữa, học mãi không thôi”.", ["Hồ Chí Minh"]),
    ("Theo Người, rừng quý, như Nguyễn Trãi đã đúc kết trong câu “việc nhân nghĩa cốt ở yên dân”.", []),
    ("Bác sĩ trực nói: “bệnh nhân đêm qua đã tỉnh”.", []),
    ("Người nói: “một hai ba bốn năm”, rồi “sáu bảy tám chín mười”.", ["Hồ Chí Minh", "Hồ Chí Minh"]),
    ("Theo đề nghị của Người, ngày 02/3/1950, Xứ ủy Nam Bộ ra Chỉ thị về học tập, nêu rõ: “phải học cho kỳ được”.",
     ["Chỉ thị về học tập ngày 02/3/1950 của Xứ ủy Nam Bộ"]),
    ("Ngày nay, theo Quyết định số 12/QĐ-TTg ngày 03/4/2010 của Thủ tướng Chính phủ “Về việc lập Ngày Sách Việt Nam”.",
     ["Quyết định số 12/QĐ-TTg ngày 03/4/2010 của Thủ tướng Chính phủ"]),
    ("Từ ngày 03/4/2010, Bộ Y tế ban hành Chỉ thị số 05/CT-BYT “Về việc phòng dịch mùa hè”.",
     ["Chỉ thị số 05/CT-BYT ngày 03/4/2010 của Bộ Y tế"]),
    ("Theo đó, Hội đồng nhân dân tỉnh ra Nghị quyết số 07/NQ-HĐND “Về việc chăm lo người có công”.",
     ["Nghị quyết số 07/NQ-HĐND của Hội đồng nhân dân tỉnh"]),
    ("Ngày 01/02/2021, thay mặt ủy ban, của nhân dân xã ban hành Kế hoạch số 3/KH-UBND “Về việc trồng cây đầu xuân”.",
     ["Kế hoạch số 3/KH-UBND"]),
    ("Người phát động phong trào “Toàn dân thi đua học chữ”.", []),
    ("Đẩy mạnh việc “Học tập và làm theo tư tưởng Hồ Chí Minh”.", []),
    ("Kế hoạch số 27-KH/TU ngày 05/02/2021 của Tỉnh ủy yêu cầu không để xảy ra “điểm nóng”.", []),
]  # fmt: skip


@pytest.mark.parametrize(("paragraph", "owners"), OWNED)
def test_words_have_the_owner_that_the_text_states(paragraph: str, owners: list[str]) -> None:
    assert [words.owner for words in owned_words(paragraph)] == owners


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("a “b c” d", ["b c"]),
        ('a “b c" d', ["b c"]),
        ("a “b “c” d” e", ["b “c” d"]),
        ("a “b và “c” d", ["c"]),
        ('a "b" «c»', ["b", "c"]),
        ("a ” b", []),
    ],
)
def test_a_mark_that_is_never_closed_opens_nothing(text: str, stretches: list[str]) -> None:
    assert [span.of(text) for span in quoted(text)] == stretches


def test_marks_that_never_close_are_read_in_one_pass() -> None:
    assert list(quoted("“a " * 100_000)) == []
