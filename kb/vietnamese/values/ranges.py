"""From one number to another: "3 - 5 tuổi", "từ 10 đến 15%", "1,5 - 2 triệu đồng", "từ 500 triệu đến 1 tỷ đồng".

From year to year is `periods`, from day to day `dates`.
"""

from __future__ import annotations

import re
from decimal import Decimal

from kb.model import Span
from kb.vietnamese.values.digits import read_numeral, term, written
from kb.vietnamese.values.form import DASH, GAP, NUMERAL, SPACE, START, Form, span, unique
from kb.vietnamese.values.units import SCALE, scale_of, unit_behind
from kb.vietnamese.values.value import Amount, Value

BETWEEN = rf"(?:{GAP}{DASH}{GAP}|{SPACE}(?:đến|tới){SPACE})"
END_OF_RANGE = rf"(?!\w)(?![.,:]\d|/\w)(?!{GAP}{DASH}{GAP}\d)(?!-[^\W\d_])"
YEAR = re.compile(r"(?:1[89]|20)\d\d")


def _range(match: re.Match[str]) -> Value | None:
    if _is_no_amount(match["low"]) or _is_no_amount(match["high"]):
        return None
    low, high = read_numeral(match["low"]), read_numeral(match["high"])
    if low is None or high is None:
        return None
    scale = scale_of(match["scale"])
    low_scale = scale_of(match["low_scale"]) if match["low_scale"] else scale
    if low * low_scale >= high * scale:
        return None  # "12 - 10" is a score or a sum, no range
    terms = _terms(match, (low, low_scale), (high, scale))
    amount = _amount(match, low * low_scale / scale, high, scale)
    value = f"{written(low * low_scale)}-{written(high * scale)}"
    return Value(span(match), "range", value, terms, amount, low * low_scale)


def _is_no_amount(numeral: str) -> bool:
    """A year, or digits that count nothing ("0209-3870", "ISBN 978-9571138459")."""
    return YEAR.fullmatch(numeral) is not None or re.match(r"0\d\d|\d{8}", numeral) is not None


def _terms(match: re.Match[str], *ends: tuple[Decimal, Decimal]) -> tuple[str, ...]:
    """What each end is multiplied out, then what is said of it."""
    whole = [f"pct:{written(number)}" if match["percent"] else term(number * scale) for number, scale in ends]
    return unique(*whole, *(term(number) for number, _ in ends))


def _amount(match: re.Match[str], low: Decimal, high: Decimal, scale: Decimal) -> Amount:
    at = match.end("scale") if match["scale"] else match.end("high")
    printed = unit_behind(match.string, at)
    words = [match["scale"] or "", printed.text if printed else ""]
    whole = Span(match.start(), printed.end if printed else match.end())
    return Amount(low, high, whole, " ".join(filter(None, words)), printed.base if printed else "", scale)


FORMS = (
    Form(
        "range",
        "từ 0",
        rf"(?:(?<!\w)từ{SPACE})?{START}(?<!\d[-–—])(?P<low>{NUMERAL})(?:{GAP}%|{SPACE}(?P<low_scale>{SCALE})(?!\w))?"
        rf"{BETWEEN}(?P<high>{NUMERAL})(?:(?P<percent>{GAP}(?:%|phần{SPACE}trăm))|{SPACE}(?P<scale>{SCALE})(?!\w))?"
        rf"{END_OF_RANGE}",
        _range,
        takes="trẻ 3 - 5 tuổi",
        leaves="2016 - 2020, 12 - 10, 1-2-3",
    ),
)
