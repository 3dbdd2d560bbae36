"""Periods: "2016 - 2020", "từ năm 2016 đến 2020", "quý I/2020", "6 tháng đầu năm", "5 năm qua".

A term ("nhiệm kỳ 2015 - 2020") is its years. Single months and years are `months`.
"""

from __future__ import annotations

import re
from decimal import Decimal

from kb.vietnamese.syllables import folded_key
from kb.vietnamese.values.amounts import IN_WORDS, number_of
from kb.vietnamese.values.calendar import END_OF_DATE, MONTH, NEAR_YEAR, months
from kb.vietnamese.values.digits import term, written
from kb.vietnamese.values.form import DASH, GAP, NUMERAL, SPACE, START, Form, span, unique
from kb.vietnamese.values.roman import read_roman
from kb.vietnamese.values.spelled import FIRST_WORDS
from kb.vietnamese.values.value import Days, Grain, Relative, TimeUnit, Value

FIRST = NEAR_YEAR.replace("<y>", "<first>")
OF_YEAR = rf"(?:(?:{SPACE}năm{SPACE}|{GAP}[/-]{GAP}|{SPACE}){NEAR_YEAR}(?!\d))?{END_OF_DATE}"

TIME_UNITS: dict[str, tuple[TimeUnit, str]] = {
    "nam": ("year", "Y"),
    "thang": ("month", "M"),
    "tuan": ("week", "W"),
    "ngay": ("day", "D"),
}
"""Folded word -> unit, and its letter in an ISO 8601 duration."""


def _years(match: re.Match[str]) -> Value | None:
    first, last = int(match["first"]), int(match["y"])
    if first >= last:
        return None
    days = Days(f"{first}-01-01", f"{last}-12-31", "year")
    return Value(span(match), "period", f"{first}-{last}", (f"r:{first}-{last}", f"y:{first}", f"y:{last}"), days)


def _quarter(match: re.Match[str]) -> Value | None:
    quarter = int(match["q"]) if match["q"].isdigit() else read_roman(match["q"])
    if quarter is None or not 1 <= quarter <= 4:
        return None
    return _of_months(match, 3 * quarter - 2, 3 * quarter, "quarter")


def _first_months(match: re.Match[str]) -> Value | None:
    """ "6 tháng đầu năm 2020" and "nửa đầu năm" are months 1 to 6; of "cuối năm" the last so many."""
    said = match["digits"] or match["words"]
    count = number_of(said) if said else Decimal(6)
    if count is None or count != int(count) or not 1 <= count < 12:
        return None
    is_first = folded_key(match["which"]) == "dau"
    first, last = (1, int(count)) if is_first else (13 - int(count), 12)
    return _of_months(match, first, last, "half" if count == 6 else "month", *((term(count),) if said else ()))


def _months(match: re.Match[str]) -> Value | None:
    first, last = int(match["from"]), int(match["m"])
    return _of_months(match, first, last, "month") if first < last else None


def _of_months(match: re.Match[str], first: int, last: int, grain: Grain, *also: str) -> Value:
    """Months of a year, or of any; `also`: terms of how it is said."""
    year = int(match["y"]) if match["y"] else None
    stretch = f"{first:02}..{last:02}"
    of_year = (f"p:{year}-{stretch}",) if year else ()
    terms = (*of_year, f"p:{stretch}", *((f"y:{year}",) if year else ()), *also)
    value = f"{year}-{stretch}" if year else f"--{stretch}"
    return Value(span(match), "period", value, terms, months(first, last, year, grain))


def _relative(match: re.Match[str]) -> Value | None:
    count = number_of(match["digits"] or match["words"])
    # One word alone may be no number: "năm năm qua" is five years or each year.
    if count is None or (match["words"] and len(match["words"].split()) == 1):
        return None
    unit, letter = TIME_UNITS[folded_key(match["unit"])]
    past = match["past"] is not None
    value = f"{'-' if past else ''}P{written(count)}{letter}"
    return Value(span(match), "period", value, unique(term(count)), Relative(count, unit, past))


FORMS = (
    Form(
        "years",
        "0",
        rf"{START}(?<!\d[-–—]){FIRST}{GAP}{DASH}{GAP}{NEAR_YEAR}(?!\w)(?!{GAP}[-–—/]\d)(?![.,]\d)",
        _years,
        takes="nhiệm kỳ 2015 - 2020",
        leaves="2020 - 2016",
    ),
    Form(
        "from year to year",
        "từ 0",
        rf"(?:(?<!\w)từ{SPACE}(?:năm{SPACE})?)?{START}{FIRST}(?:{SPACE}(?:đến|tới){SPACE}|{GAP}{DASH}{GAP})"
        rf"(?:hết{SPACE})?(?:năm{SPACE})?{NEAR_YEAR}{END_OF_DATE}",
        _years,
        takes="Từ năm 2016 đến 2020",
        leaves="từ 2016 hộ đến 2020 hộ",
    ),
    Form(
        "quarter",
        "quý",
        rf"(?<!\w)quý{SPACE}(?P<q>IV|I{{1,3}}|[1-4]){OF_YEAR}",
        _quarter,
        takes="trong quý II/2020",
        leaves="quý vị, quý V",
    ),
    Form(
        "first or last months of a year",
        f"0 nửa {FIRST_WORDS}",
        rf"(?:{START}(?P<digits>\d{{1,2}}){SPACE}tháng|{IN_WORDS}{SPACE}tháng|(?<!\w)nửa)"
        rf"{SPACE}(?P<which>đầu|cuối){SPACE}năm{OF_YEAR}",
        _first_months,
        takes="6 tháng đầu năm 2020",
        leaves="6 tháng đầu tiên",
    ),
    Form(
        "month to month",
        "từ tháng",
        rf"(?<!\w)(?:từ{SPACE})?tháng{SPACE}{MONTH.replace('<m>', '<from>')}(?:{GAP}{DASH}{GAP}|{SPACE}đến{SPACE})"
        rf"(?:hết{SPACE})?(?:tháng{SPACE})?{MONTH}(?:{SPACE}năm{SPACE}|{GAP}/{GAP}){NEAR_YEAR}{END_OF_DATE}",
        _months,
        takes="từ tháng 6 đến tháng 9 năm 2020",
        leaves="từ tháng 6/2019 đến tháng 9/2020",
    ),
    Form(
        "so long ago or ahead",
        f"0 {FIRST_WORDS}",
        rf"(?:{START}(?P<digits>{NUMERAL})|{IN_WORDS}){SPACE}(?P<unit>năm|tháng|tuần|ngày)"
        rf"{SPACE}(?:(?P<past>(?:vừa{SPACE})?qua|gần{SPACE}đây|trước(?:{SPACE}đây|(?=[.,;:)])|$)|trở{SPACE}lại{SPACE}đây)"
        rf"|sắp{SPACE}tới|tới|tiếp{SPACE}theo)(?!\w)",
        _relative,
        takes="trong 5 năm qua",
        leaves="năm năm qua, 5 năm học",
    ),
)
