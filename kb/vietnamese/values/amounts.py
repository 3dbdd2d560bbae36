"""Percentages, multiplied numbers and numbers with their unit: "6,6%", "13.458 tỷ đồng", "2 triệu 500 nghìn", "20ha".

Money and multiples are numbers with a term for the number multiplied out, and one for it as it is said.
"""

from __future__ import annotations

import re
from decimal import Decimal

from kb.model import Span
from kb.vietnamese.values.digits import also_meant, read_numeral, term, written
from kb.vietnamese.values.form import GAP, NUMERAL, SPACE, START, Form, span, unique
from kb.vietnamese.values.spelled import FIRST_WORDS, WORD, read_spelled
from kb.vietnamese.values.units import JOINED, SCALE, base_of, scale_of, unit_behind
from kb.vietnamese.values.value import Amount, Value

PERCENT = rf"{GAP}(?:%|phần{SPACE}trăm)(?!\w)"
PER_MILLE = rf"{GAP}(?:‰|phần{SPACE}(?:nghìn|ngàn))(?!\w)"
A_NUMBER = rf"(?P<n>{NUMERAL})"
IN_WORDS = rf"(?<!\w)(?P<words>{WORD}(?:[ \u00a0]{WORD}){{0,12}})"


def number_of(text: str) -> Decimal | None:
    """A number in digits or in words."""
    return read_numeral(text) if text[0].isdigit() else read_spelled(text)


def _percent(match: re.Match[str]) -> Value | None:
    return _share(match, "n", Decimal(1))


def _percent_in_words(match: re.Match[str]) -> Value | None:
    return _share(match, "words", Decimal(1))


def _per_mille(match: re.Match[str]) -> Value | None:
    return _share(match, "n", Decimal("0.1"))


def _share(match: re.Match[str], group: str, percent: Decimal) -> Value | None:
    number, printed = number_of(match[group]), unit_behind(match.string, match.end(group))
    if number is None or printed is None:
        return None
    amount = Amount(number, number, Span(match.start(), printed.end), printed.text, printed.base)
    terms = unique(f"pct:{written(number * percent)}", term(number))
    return Value(span(match), "percent", written(number * percent), terms, amount, number, _also(match[group]))


def _points(match: re.Match[str]) -> Value | None:
    """Percentage points are no percentage: "tăng 2 điểm phần trăm"."""
    number = read_numeral(match["n"])
    if number is None:
        return None
    amount = Amount(number, number, span(match), match["unit"], "điểm %")
    return Value(span(match), "number", written(number), (term(number),), amount, number)


def _scaled(match: re.Match[str]) -> Value | None:
    number = read_numeral(match["n"])
    if number is None:
        return None
    scale = scale_of(match["scale"])
    said = number + Decimal("0.5") if match["half"] else number
    return _multiplied(span(match), match.string, match["scale"], said, scale, _also(match["n"]))


def _multiplied(place: Span, text: str, words: str, said: Decimal, scale: Decimal, also: tuple[str, ...] = ()) -> Value:
    printed = unit_behind(text, place.end)
    unit, base, end = (f"{words} {printed.text}", printed.base, printed.end) if printed else (words, "", place.end)
    amount = Amount(said, said, Span(place.start, end), unit, base, scale)
    terms = unique(term(said * scale), term(said))
    return Value(place, "number", written(said * scale), terms, amount, said * scale, also)


def _in_a_row(match: re.Match[str]) -> Value | None:
    """ "2 triệu 500 nghìn": each scale below the one before."""
    parts = re.findall(r"(\d[\d.,]*)\s+([^\d]+?)(?=\s+\d|$)", match[0])
    numbers = [read_numeral(numeral) for numeral, _ in parts]
    scales = [scale_of(words) for _, words in parts]
    if None in numbers or scales != sorted(set(scales), reverse=True):
        return None
    total = sum((number * scale for number, scale in zip(numbers, scales, strict=True) if number), Decimal(0))
    return _multiplied(span(match), match.string, parts[0][1], total / scales[0], scales[0])


def _joined(match: re.Match[str]) -> Value | None:
    number, base = read_numeral(match["n"]), base_of(match["unit"])
    if number is None or base is None:
        return None
    amount = Amount(number, number, span(match), match["unit"], base)
    return Value(span(match, "n"), "number", written(number), (term(number),), amount, number, _also(match["n"]))


def _also(numeral: str) -> tuple[str, ...]:
    other = also_meant(numeral)
    return (term(other),) if other is not None else ()


FORMS = (
    Form("percent", "0", rf"{START}{A_NUMBER}{PERCENT}", _percent, takes="đạt 6,6%", leaves="5 phần"),
    Form(
        "percent in words",
        FIRST_WORDS,
        rf"{IN_WORDS}{PERCENT}",
        _percent_in_words,
        takes="mười lăm phần trăm",
        leaves="mười lăm phần",
    ),
    Form("per mille", "0", rf"{START}{A_NUMBER}{PER_MILLE}", _per_mille, takes="tăng 0,2‰", leaves="0,2 phần"),
    Form(
        "percentage points",
        "0",
        rf"{START}{A_NUMBER}{SPACE}(?P<unit>điểm{SPACE}(?:%|phần{SPACE}trăm))(?!\w)",
        _points,
        takes="tăng 2 điểm phần trăm",
        leaves="2 điểm cầu",
    ),
    Form(
        "multiplied",
        "0",
        rf"{START}{A_NUMBER}{SPACE}(?P<scale>{SCALE})(?P<half>{SPACE}rưỡi)?(?!\w)",
        _scaled,
        takes="13.458 tỷ đồng",
        leaves="13.458 hộ",
    ),
    Form(
        "multiplied in a row",
        "0",
        rf"{START}{NUMERAL}{SPACE}(?:{SCALE})(?:{SPACE}{NUMERAL}{SPACE}(?:{SCALE})(?!\w)){{1,3}}",
        _in_a_row,
        takes="2 triệu 500 nghìn đồng",
        leaves="2 nghìn 5 triệu",
    ),
    Form("joined to its unit", "0", rf"{START}{A_NUMBER}(?P<unit>{JOINED})(?!\w)", _joined, takes="20ha", leaves="3M"),
)
