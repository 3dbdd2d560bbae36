"""Days: "11/6/1948", "ngày 11 tháng 6 năm 1948", "11/6", "27, 28/8/2020", each with and without marks.

A day that no calendar has ("31/2", "99/6") is none. Months, quarters and years are `months`.
"""

from __future__ import annotations

import re

from kb.model import Span
from kb.vietnamese.values.calendar import DAY, END_OF_DATE, IN_WORDS, MONTH, YEAR, Day, counted, whole_year
from kb.vietnamese.values.counting import before_counted
from kb.vietnamese.values.form import DASH, GAP, SPACE, START, Form, span, unique
from kb.vietnamese.values.value import Days, Value

EARLY = r"(?:(?:mùng|mồng) )?"
BETWEEN_DAYS = rf"(?:{GAP},{GAP}| và | đến(?: hết)?(?: ngày)? |{GAP}{DASH}{GAP})(?:ngày )?"
"""What stands between days of one month: "27, 28/8/2020", "từ ngày 27 đến ngày 28/8/2020"."""


def _date(match: re.Match[str]) -> Value | None:
    """One day, of the groups d, m and y; y may be missing. "3 tháng 6 xã" counts months and communes."""
    found = match.groupdict()
    day, month, year = counted(found["d"]), counted(found["m"]), found.get("y")
    if day is None or month is None:
        return None
    if not year and "cue" in found and not found["cue"] and before_counted(match.string, match.end()):
        return None
    return _of_day(span(match), Day(day, month, int(whole_year(year)) if year else None))


def _of_day(place: Span, day: Day) -> Value | None:
    return Value(place, "date", day.iso, day.terms, Days(day.iso, day.iso, "day")) if day.exists else None


def _day_of_month(match: re.Match[str]) -> Value | None:
    """ "11/6": a day, unless what follows is counted ("8/8 cấp huyện", outline, line 798)."""
    if not match["cue"] and before_counted(match.string, match.end()):
        return None
    year = match.groupdict().get("y")
    return _of_day(
        Span(match.start("d"), match.end()), Day(int(match["d"]), int(match["m"]), int(year) if year else None)
    )


def _days(match: re.Match[str]) -> Value | None:
    """Several days in order, of one month or each with its own, of one year."""
    month, year = int(match["m"]), int(match["y"]) if match["y"] else None
    if not year and (not match["named"] or before_counted(match.string, match.end())):
        return None  # "3, 5/6" may be anything
    before = re.findall(r"(\d{1,2})(?:/(\d{1,2}))?", match["before"])
    days = [Day(int(day), int(own or month), year) for day, own in before]
    days.append(Day(int(match["d"]), month, year))
    in_order = days == sorted(days, key=lambda day: (day.month, day.day))
    if not in_order or not all(day.exists for day in days):
        return None
    terms = unique(*(term for day in days for term in day.terms))
    meaning = Days(days[0].iso, days[-1].iso, "day")
    return Value(span(match), "date", ", ".join(day.iso for day in days), terms, meaning)


FORMS = (
    Form(
        "day, month and year",
        "0",
        rf"{START}{DAY}{GAP}(?P<mark>[/.-]){GAP}{MONTH}{GAP}(?P=mark){GAP}{YEAR}{END_OF_DATE}",
        _date,
        takes="ngày 04/3/2008",
        leaves="31/2/2008",
    ),
    Form(
        "a year of two digits",
        "0",
        rf"(?<=ngày ){DAY}(?P<mark>[/-]){MONTH}(?P=mark)(?P<y>\d{{2}}){END_OF_DATE}",
        _date,
        takes="ngày 30/4/75",
        leaves="tỷ lệ 1/2/15",
    ),
    Form(
        "a day with its month's name",
        "ngày mùng mồng 0",
        rf"(?<!\w)(?P<cue>ngày{SPACE})?{EARLY}(?<!\d[.,/]){DAY}{SPACE}tháng{SPACE}{MONTH}"
        rf"(?:(?:,?{SPACE}năm{SPACE}|{GAP}[/-]{GAP}|,{SPACE}){YEAR})?{END_OF_DATE}",
        _date,
        takes="ngày 23 tháng 7 năm 2020",
        leaves="5 tháng đầu năm 2020",
    ),
    Form(
        "a day in words",
        "ngày mùng mồng",
        rf"(?<!\w)(?:ngày{SPACE}{EARLY}|mùng |mồng )(?P<d>{IN_WORDS}|\d{{1,2}}){SPACE}tháng{SPACE}"
        rf"(?P<m>giêng|chạp|tư|{IN_WORDS}|\d{{1,2}})(?:,?{SPACE}năm{SPACE}{YEAR})?(?!\w)",
        _date,
        takes="ngày mười một tháng sáu năm 1948",
        leaves="ngày hai mươi",
    ),
    Form(
        "day and month",
        "ngày mùng mồng lễ dịp kỷ sáng chiều tối đến từ 0",
        rf"(?P<cue>(?<!\w)(?:ngày|mùng|mồng|lễ|dịp|kỷ niệm|sáng|chiều|tối|đến|từ) )?"
        rf"{START}{DAY}/{MONTH}(?:,? năm (?P<y>[12]\d{{3}}))?{END_OF_DATE}",
        _day_of_month,
        takes="ngày 11/6 hằng năm",
        leaves="8/8 cấp huyện",
    ),
    Form(
        "a day, with a cue",
        "ngày mùng mồng",
        rf"(?<!\w)(?P<cue>ngày|mùng|mồng) {DAY}[.-]{MONTH}{END_OF_DATE}(?!{GAP}[.-])",
        _day_of_month,
        takes="ngày 11.6",
        leaves="tăng 11.6",
    ),
    Form(
        "several days",
        "0",
        rf"{START}(?P<before>\d{{1,2}}(?:/\d{{1,2}})?(?:{BETWEEN_DAYS}\d{{1,2}}(?:/\d{{1,2}})?){{0,5}}){BETWEEN_DAYS}"
        rf"{DAY}(?:{GAP}/{GAP}|(?P<named>{SPACE}tháng{SPACE})){MONTH}"
        rf"(?:(?:{GAP}/{GAP}|,?{SPACE}năm{SPACE}){YEAR})?{END_OF_DATE}",
        _days,
        takes="vào các ngày 27, 28/8/2020",
        leaves="2 xã, 28/8/2020",
    ),
    Form(
        "year, month and day",
        "0",
        rf"{START}{YEAR}-(?P<m>\d{{2}})-(?P<d>\d{{2}}){END_OF_DATE}",
        _date,
        takes="1948-06-11",
        leaves="2016-20-20",
    ),
)
