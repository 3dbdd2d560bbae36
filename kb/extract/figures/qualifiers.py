"""What stands before a number and says how it is meant: about, more than, at least, on average, in addition.

The words are kept as printed; `bound` says in which direction they leave it open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.model.figure import Bound


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A row: the words, what they mean for the number, an example."""

    words: str
    bound: Bound
    takes: str
    leaves: str


QUALIFIERS = (
    Qualifier("ước(?: tính)?(?: đạt| khoảng| trên)?", "about", "ước đạt 13.458", "ước mơ 5"),
    Qualifier("khoảng|xấp xỉ|độ chừng|chừng|vào khoảng", "about", "khoảng 500", "khoảng cách 5"),
    Qualifier("gần|ngót|xấp xỉ|suýt soát", "under", "gần 9 tỷ", "gần gũi 9"),
    Qualifier("hơn|trên|quá|ngoài|vượt", "over", "hơn 700", "hơn nữa 700"),
    Qualifier("ít nhất|tối thiểu|không dưới", "over", "ít nhất 20%", "ít nhất là 20"),
    Qualifier(
        "dưới|chưa đến|chưa đầy|không quá|tối đa|nhiều nhất|không vượt quá", "under", "không quá 5", "dưới đây 5"
    ),
    Qualifier("trung bình|bình quân", "exact", "trung bình 99,6%", "bình quân đầu người 40"),
    Qualifier(
        "có thêm|thêm|giảm cả|tăng cả|cả|tổng số|tổng cộng|tính chung|riêng|đủ|mới đạt|mới có|chỉ đạt|chỉ còn|còn|từ",
        "exact",
        "có thêm 44",
        "thêm vào 44",
    ),
)
_LED = r"(?:(?:phấn đấu|đạt|có) )?"
_QUALIFIERS = tuple(
    (row, re.compile(rf"(?:^|[\s(“])(?P<words>{_LED}(?:{row.words}))\s*$", re.IGNORECASE)) for row in QUALIFIERS
)
_AVERAGE = re.compile(r"\b(?:trung bình|bình quân)\b", re.IGNORECASE)
_UP = re.compile(r"(?: \w+){0,2} trở lên\b")
_DOWN = re.compile(r"(?: \w+){0,2} trở xuống\b")
LOOKED_BACK = 30


def read_qualifier(before: str, after: str) -> tuple[str | None, Bound, int]:
    """The qualifier that ends the words before a number, what it means, and how many characters of `before` it takes.

    Two may stand together ("có thêm ít nhất"). `after` may open it: "80 tuổi trở lên".

    >>> read_qualifier("có thêm ít nhất ", " xã"), read_qualifier("GRDP bình quân đầu người đạt ", " triệu")
    (('có thêm ít nhất', 'over', 16), ('bình quân', 'exact', 0))
    """
    near = before[-LOOKED_BACK:]
    found: list[str] = []
    bound: Bound = "exact"
    rest = near
    for _ in range(2):
        row = next(((row, match) for row, pattern in _QUALIFIERS if (match := pattern.search(rest))), None)
        if row is None:
            break
        found.insert(0, row[1]["words"])
        bound = row[0].bound if bound == "exact" else bound
        rest = rest[: row[1].start("words")].rstrip()
    taken = len(near) - len(rest) if found else 0
    if bound == "exact" and _UP.match(after):
        bound = "over"
    elif bound == "exact" and _DOWN.match(after):
        bound = "under"
    words = " ".join(found)
    if not words and (average := _AVERAGE.search(before)) is not None:
        words = average[0]
    return words or None, bound, taken
