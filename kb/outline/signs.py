"""What a line shows by its look alone: capitals, an end of sentence, an open quotation, a label, a word left hanging.

Used to put lines together (kb.source.layout) and to tell headings from running text (kb.outline).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

CLOSERS: Final = "”’\"')»]"
"""What may stand after the mark that ends a sentence."""

ENDS: Final = ".!?…:;"

# A range would not do: between À and Ỹ stand the small letters too.
CAPITALS: Final = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
"""The capital letters of Vietnamese, for a character class."""

# Words that lead to another one: no heading and no paragraph ends with them. All are of closed classes (prepositions,
# conjunctions, the copula), so the list is the language's, not a document's.
HANGING = frozenset(
    "và hoặc của cho với các những một là do để về theo từ tại ở trong trên dưới ngoài giữa bằng đến tới vào"
    " nhằm khi mà thì nếu vì bởi cùng như thuộc gồm được bị đã đang sẽ không ra đối qua".split()
)


def in_capitals(text: str) -> bool:
    """Whether a line is set in capitals: at least two letters, and four fifths of them capital.

    >>> in_capitals("I. HOÀN CẢNH RA ĐỜI"), in_capitals("UBND tỉnh Bắc Kạn"), in_capitals("A. MỤC ĐÍCH, YÊU CầU")
    (True, False, True)
    """
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 1 and sum(letter.isupper() for letter in letters) >= 0.8 * len(letters)


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


def unclosed(text: str) -> bool:
    """Whether a quotation or a bracket that is opened in the text is not closed in it.

    A straight quote closes a curly one: “ngàn cân treo sợi tóc" is met in damaged texts.

    >>> unclosed("phong trào “Dạy tốt,"), unclosed("phong trào “Dạy tốt\\""), unclosed("(Kèm theo Công văn số 318")
    (True, False, True)
    """
    quotes = brackets = 0
    for mark in re.findall(r"[“”\"()]", text):
        if mark in "()":
            # "a) …" closes what nothing opened.
            brackets = max(0, brackets + (1 if mark == "(" else -1))
        else:
            quotes = quotes + 1 if mark == "“" else max(0, quotes - 1)
    return quotes > 0 or brackets > 0


def first_word(text: str) -> str:
    """The first run of letters of a line that stands between spaces; "" where there is none."""
    return text.split(maxsplit=1)[0] if text.strip() else ""


def starts_small(text: str) -> bool:
    """Whether a line begins in the middle of a sentence: with a small letter, or a mark that only goes on.

    A tone mark that lost its letter is one ("hê" / "̣thống").

    >>> starts_small("dân Pháp dã tâm"), starts_small(", chiến sĩ"), starts_small("“Du lịch"), starts_small("2016 - 2020")
    (True, True, False, False)
    """
    first = text[:1]
    return first.islower() or first in tuple(",;.)”%…!?:/") or (bool(first) and unicodedata.combining(first) > 0)
