"""What a line shows by its look alone: capitals, an end of sentence, an open quotation, a word left hanging.

Used to put lines together (kb.source.layout) and to tell headings from running text (kb.outline).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

CLOSERS: Final = "”’\"')»]"
"""What may stand after the mark that ends a sentence."""

JUDGED: Final = 200
"""So many characters of a line tell whether it is in capitals; a paragraph may have thousands."""

ENDS: Final = ".!?…:;"

# A range would not do: between À and Ỹ stand the small letters too.
CAPITALS: Final = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
"""The capital letters of Vietnamese, for a character class."""

RECIPIENTS: Final = r"(?:Nơi nhận|NƠI NHẬN|Nơi gửi)"
"""What heads the list of who gets a document, at its foot on the left."""

ON_BEHALF: Final = r"(?:T/M|TM|T\.M|K/T|KT|TL|T/L|TUQ|Q)\.?\s+"
"""What stands before the office or the rank that somebody signs for: thay mặt, ký thay, thừa lệnh, thừa ủy quyền."""

_WORD = re.compile(r"(?:^|[\s(“\"])[^\W\d_]{2,}(?=$|[\s,.;:!?)”\"…])")
_MARKS = re.compile(r"[“”\"()]")
_COUNTED = re.compile(
    r"\b(?:ngày|tháng|năm|quý|tuần|số|khóa|khoá|kỳ|lần|thứ|điều|khoản|điểm|mục|chương|đoạn|hạng|cấp|tổ|loại)$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d|[IVX]+\b")

# Words that lead to another one: no heading and no paragraph ends with them. All are of closed classes (prepositions,
# conjunctions, the copula), so the list is the language's, not a document's.
HANGING = frozenset(
    re.findall(
        r"\w+",
        "và hoặc của cho với các những một là do để về theo từ tại ở trong trên dưới ngoài giữa bằng đến tới vào"
        " nhằm khi mà thì nếu vì bởi cùng như thuộc gồm được bị đã đang sẽ không ra đối qua",
    )
)


def in_capitals(text: str) -> bool:
    """Whether a line is set in capitals: it has a word of capitals, and four fifths of its letters are capital.

    >>> in_capitals("I. HOÀN CẢNH RA ĐỜI"), in_capitals("UBND tỉnh Bắc Kạn"), in_capitals("A. MỤC ĐÍCH, YÊU CầU")
    (True, False, True)
    >>> in_capitals("46/2019/QH14.")
    False
    """
    letters = [letter for letter in text[:JUDGED] if letter.isalpha()]
    return has_word(text[:JUDGED]) and sum(letter.isupper() for letter in letters) >= 0.8 * len(letters)


def has_word(text: str) -> bool:
    """Whether anything on a line is a word: letters alone, two at least.

    >>> has_word("NĂM 2020"), has_word("46/2019/QH14."), has_word("- 2020")
    (True, False, False)
    """
    return _WORD.search(text) is not None


def ends(text: str, marks: str = ENDS) -> bool:
    """Whether the last thing on a line is one of the marks, closing quotes and brackets aside.

    >>> ends("trong nhân dân."), ends("“Dạy tốt, học tốt”."), ends("yêu nước!”"), ends("giai đoạn 2016 - 2020")
    (True, True, True, False)
    """
    return text.rstrip(CLOSERS + " ")[-1:] in tuple(marks)


def hangs(text: str) -> bool:
    """Whether the last word of a line leads to another, so that what it belongs to goes on.

    >>> hangs("kế hoạch triển khai của"), hangs("Công tác tổ chức"), hangs("giai đoạn 2016 -")
    (True, False, True)
    """
    words = text.split()
    return bool(words) and (words[-1].lower() in HANGING or words[-1] in ("-", "–", "/"))


def awaits_number(before: str, after: str) -> bool:
    """Whether a line ends with a word that a number completes, and the next one begins with it.

    >>> awaits_number("số 04-NQ/TU ngày", "20/12/2016 của"), awaits_number("Đại hội lần thứ", "V sẽ")
    (True, True)
    """
    return _COUNTED.search(before) is not None and _NUMBER.match(after) is not None


def unclosed(text: str) -> bool:
    """Whether a quotation or a bracket that is opened in the text is not closed in it.

    >>> unclosed("phong trào “Dạy tốt,"), unclosed('phong trào “Dạy tốt"'), unclosed("(Kèm theo Công văn số 318")
    (True, False, True)
    """
    return any(still_open(text))


def still_open(text: str, before: tuple[int, int] = (0, 0)) -> tuple[int, int]:
    """How many quotations and how many brackets are open behind a text, when so many were open before it.

    A straight quote closes a curly one: “ngàn cân treo sợi tóc" is met in damaged texts. "a) …" closes what nothing
    opened.
    """
    quotes, brackets = before
    for mark in _MARKS.findall(text):
        if mark in "()":
            brackets = max(0, brackets + (1 if mark == "(" else -1))
        else:
            quotes = quotes + 1 if mark == "“" else max(0, quotes - 1)
    return quotes, brackets


def first_word(text: str) -> str:
    """The first run of letters of a line that stands between spaces; "" where there is none."""
    return text.split(maxsplit=1)[0] if text.strip() else ""


def starts_small(text: str) -> bool:
    """Whether a line begins in the middle of a sentence: with a small letter, or a mark that only goes on.

    A tone mark that lost its letter is one ("hê" / "̣thống").

    >>> starts_small("dân Pháp dã tâm"), starts_small(", chiến sĩ"), starts_small("“Du lịch")
    (True, True, False)
    """
    first = text[:1]
    return first.islower() or first in tuple(",;.)”%…!?:/") or (bool(first) and unicodedata.combining(first) > 0)
