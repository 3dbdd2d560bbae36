"""How lists are counted: the value of a printed number, and which value may come after which.

Owns Roman numbers, the Vietnamese order of letters and ordinal words. What a marker looks like is `markers`.
"""

from __future__ import annotations

from typing import Literal

Count = Literal["roman", "arabic", "letter", "word"]
"""I II III · 1 2 3 · a b c · nhất hai ba ("Phần thứ nhất")."""

ORDINAL_WORDS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_OTHER_WORDS = {"nhì": 2, "bốn": 4, "bẩy": 7}

_ROMAN = (("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))

# Two alphabets are in use: the law's "a b c d đ e g h i k l …" and the one of keyboards, "a b c d e f …".
_ALPHABETS = ("abcdđeghiklmnopqrstuvxy", "abcdefghijklmnopqrstuvwxyz")


def value(printed: str, count: Count) -> int | None:
    """The value of a printed number; None where it is none. Letters give their code point: see `follows`.

    >>> value("IV", "roman"), value("iiii", "roman"), value("07", "arabic"), value("thứ ba", "word")
    (4, None, 7, 3)
    """
    text = printed.lower()
    if count == "roman":
        return _roman(text)
    if count == "arabic":
        return int(text) if text.isdecimal() else None
    if count == "letter":
        return ord(text) if len(text) == 1 else None
    word = text.removeprefix("thứ").strip()
    return ORDINAL_WORDS.index(word) + 1 if word in ORDINAL_WORDS else _OTHER_WORDS.get(word)


def is_first(number: int, count: Count) -> bool:
    """Whether a list may begin with this value.

    >>> is_first(1, "roman"), is_first(ord("a"), "letter"), is_first(ord("b"), "letter")
    (True, True, False)
    """
    return number == (ord("a") if count == "letter" else 1)


def follows(last: int, number: int, count: Count, *, by: int = 1) -> bool:
    """Whether `number` is the value `by` steps after `last`.

    >>> follows(3, 4, "arabic"), follows(3, 5, "arabic"), follows(3, 5, "arabic", by=2)
    (True, False, True)
    >>> [follows(ord(before), ord(after), "letter") for before, after in ("dđ", "de", "eg", "ac")]
    [True, True, True, False]
    """
    if count != "letter":
        return number == last + by
    before, after = chr(last), chr(number)
    return any(
        before in alphabet and after in alphabet and alphabet.index(after) - alphabet.index(before) == by
        for alphabet in _ALPHABETS
    )


def _roman(text: str) -> int | None:
    """The value of a Roman number up to thirty-nine, strictly written; longer lists do not exist in documents."""
    rest, total = text, 0
    for letters, amount in _ROMAN:
        while rest.startswith(letters) and total + amount < 40:
            rest, total = rest[len(letters) :], total + amount
    return total if not rest and total and _in_roman(total) == text else None


def _in_roman(number: int) -> str:
    """A number below forty in small Roman letters."""
    tens, ones = divmod(number, 10)
    return "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[ones]
