"""Months and years: "tháng 6/1948", "6/1948", "tháng Tám năm 1945", "năm 2020"; quarters and halves of a year."""

from __future__ import annotations

import re
from decimal import Decimal

from kb.model import Span
from kb.vietnamese.values.calendar import END_OF_DATE, IN_WORDS, MONTH, NEAR_YEAR, counted, months
from kb.vietnamese.values.counting import before_counted
from kb.vietnamese.values.digits import term
from kb.vietnamese.values.form import END, GAP, SPACE, START, Form, span
from kb.vietnamese.values.value import Value

FIRST_NEAR_YEAR = 1800


def _month(match: re.Match[str]) -> Value | None:
    """A month of a year; the year is searched for as a number too, as it is where it stands alone."""
    month, year = counted(match["m"]), int(match["y"])
    if month is None or not 1 <= month <= 12:
        return None
    value = f"{year:04}-{month:02}"
    return Value(span(match), "month", value, (f"m:{value}", f"y:{year}"), months(month, month, year, "month"))


def _month_in_words(match: re.Match[str]) -> Value | None:
    value = _month(match)
    # "tháng Tám năm 1945" (outline, line 41): the year is a number for who looks for "1945"
    return value and Value(
        value.span, value.kind, value.value, (*value.terms, term(Decimal(match["y"]))), value.meaning
    )


def _month_alone(match: re.Match[str]) -> Value | None:
    month = int(match["m"])
    if before_counted(match.string, match.end()):
        return None
    return Value(span(match), "month", f"--{month:02}", (f"n:{month}",), months(month, month, None, "month"))


def _year(match: re.Match[str]) -> Value | None:
    """ "năm 1427" is a year, "mỗi năm 1500 hộ" none; near ones are years without a cue."""
    year = int(match["y"])
    if year < FIRST_NEAR_YEAR and (not match["cue"] or before_counted(match.string, match.end())):
        return None
    place = Span(match.start("y"), match.end("y"))
    return Value(place, "year", str(year), (f"n:{year}", f"y:{year}"), months(1, 12, year, "year"), Decimal(year))


FORMS = (
    Form(
        "month and year",
        "tháng",
        rf"(?<!\w)tháng{SPACE}{MONTH}(?:(?:,?{SPACE}năm)?{SPACE}|{GAP}[/.-]{GAP}){NEAR_YEAR}{END_OF_DATE}",
        _month,
        takes="tháng 6/1948",
        leaves="tháng 6 có 1948 hộ",
    ),
    Form("month/year", "0", rf"{START}{MONTH}/{NEAR_YEAR}{END_OF_DATE}", _month, takes="từ 6/1948", leaves="16/1948"),
    Form(
        "a month in words and year",
        "tháng",
        rf"(?<!\w)tháng{SPACE}(?!năm{SPACE}\d)(?P<m>giêng|chạp|tư|{IN_WORDS})(?:,?{SPACE}năm{SPACE}|{GAP}/{GAP}|{SPACE}){NEAR_YEAR}"
        rf"{END_OF_DATE}",
        _month_in_words,
        takes="Cách mạng Tháng Tám năm 1945",
        leaves="các tháng năm 1945",
    ),
    Form(
        "a month",
        "tháng",
        rf"(?<!\w)tháng{SPACE}{MONTH}{END}",
        _month_alone,
        takes="trong tháng 6,",
        leaves="trong 6 tháng",
    ),
    Form(
        "a year",
        "năm 0",
        rf"(?<!\w)(?P<cue>năm{SPACE})?{START}(?P<y>1\d{{3}}|20\d{{2}}|21[0-4]\d){END}",
        _year,
        takes="năm 2020",
        leaves="năm 2.020",
    ),
)
