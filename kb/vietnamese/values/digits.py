"""Numbers in digits: the dot groups thousands, the comma is the decimal mark; "1.6" and "1,234,567" are read too.

Owns what a numeral means and how it is written in a term. Units, scales and percent are `amounts`.
"""

from __future__ import annotations

import re
from decimal import Decimal

from kb.vietnamese.values.form import END, NUMERAL, START, Form, span
from kb.vietnamese.values.value import Amount, Value

LONGEST = 24  # digits and marks of a number; what is longer is a telephone book

_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_ENGLISH = re.compile(r"[1-9]\d{0,2}(?:,\d{3}){2,}(?:\.\d+)?")
_ENGLISH_PERHAPS = re.compile(r"[1-9]\d{0,2},\d{3}")


def read_numeral(numeral: str) -> Decimal | None:
    """What a numeral in digits means; None where its marks make no number ("2.1.3", "1,2,3").

    >>> [str(read_numeral(text)) for text in ("13.458", "1,6", "1.6", "04", "1.234.567,8", "2.1.3")]
    ['13458', '1.6', '1.6', '4', '1234567.8', 'None']
    """
    if len(numeral) > LONGEST:
        return None
    if _GROUPED.fullmatch(numeral):
        return Decimal(numeral.replace(".", "").replace(",", "."))
    if _ENGLISH.fullmatch(numeral):
        return Decimal(numeral.replace(",", ""))
    return Decimal(numeral.replace(",", ".")) if len(re.findall(r"[.,]", numeral)) <= 1 else None


def also_meant(numeral: str) -> Decimal | None:
    """What a person may mean who types as in English.

    >>> also_meant("13,458"), also_meant("13,45")
    (Decimal('13458'), None)
    """
    return Decimal(numeral.replace(",", "")) if _ENGLISH_PERHAPS.fullmatch(numeral) else None


def written(number: Decimal) -> str:
    """A number as terms and `value` write it: no exponent, no zeros behind the mark.

    >>> written(Decimal("13458E9")), written(Decimal("6.60")), written(Decimal("0.0"))
    ('13458000000000', '6.6', '0')
    """
    plain = f"{number:f}"
    return (plain.rstrip("0").rstrip(".") or "0") if "." in plain else plain


def term(number: Decimal) -> str:
    return f"n:{written(number)}"


def _number(match: re.Match[str]) -> Value | None:
    number = read_numeral(match[0])
    if number is None or _is_marker(match):
        return None
    other = also_meant(match[0])
    amount = Amount(number, number, span(match))
    also = (term(other),) if other is not None else ()
    return Value(span(match), "number", written(number), (term(number),), amount, number, also)


def _is_marker(match: re.Match[str]) -> bool:
    """Whether the number numbers a line: "2.1. Các phong trào"."""
    text, start, end = match.string, match.start(), match.end()
    return (
        text[start - 1 : start] in ("", "\n") and text[end : end + 1] in (".", ")") and text[end + 1 : end + 2] == " "
    )


FORMS = (
    Form("number", "0", rf"{START}{NUMERAL}{END}", _number, takes="đạt 13.458", leaves="mạng 3G, Covid-19, 24/24h"),
)
