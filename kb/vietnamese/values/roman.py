"""Roman numerals."""

from __future__ import annotations

import re

ROMAN = r"(?=[IVXLC])C?(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
"""A pattern of the numerals up to 189, whatever the case where it is matched so."""

_WHOLE = re.compile(ROMAN)
_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def read_roman(numeral: str) -> int | None:
    """The number a Roman numeral writes; None if it is none.

    >>> read_roman("XII"), read_roman("XIV"), read_roman("XCIX"), read_roman("IIX")
    (12, 14, 99, None)
    """
    if not _WHOLE.fullmatch(numeral.upper()):
        return None
    digits = [_DIGITS[letter] for letter in numeral.upper()]
    return sum(-one if one < after else one for one, after in zip(digits, [*digits[1:], 0], strict=True))
