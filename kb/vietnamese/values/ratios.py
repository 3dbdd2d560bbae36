"""So many of so many: "110/122 xã", "8/8 cấp huyện", "2/3", "hai phần ba", "tỷ lệ 1:500".

"11/6" is a day where nothing counted follows (`dates`), "6/1948" a month (`months`).
"""

from __future__ import annotations

import re
from decimal import Decimal

from kb.vietnamese.values.calendar import Day
from kb.vietnamese.values.counting import before_counted
from kb.vietnamese.values.digits import read_numeral, term, written
from kb.vietnamese.values.form import END, NUMERAL, SPACE, START, Form, span, unique
from kb.vietnamese.values.spelled import read_spelled
from kb.vietnamese.values.value import Share, Value

A_FEW = "một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười"
NEAR_YEAR = re.compile(r"(?:1[89]|20)\d\d")


def _ratio(match: re.Match[str]) -> Value | None:
    part, whole = read_numeral(match["part"]), read_numeral(match["whole"])
    if part is None or not whole or _is_of_calendar(match) or _is_a_name(match["part"]):
        return None
    return _of(match, part, whole)


def _is_a_name(numeral: str) -> bool:
    """Whether its digits count nothing: "doi:10.2307/2752241", "0958/59"."""
    number = read_numeral(numeral)
    return re.match(r"0\d\d", numeral) is not None or ("." in numeral and number is not None and number % 1 != 0)


def _is_of_calendar(match: re.Match[str]) -> bool:
    """Whether it is a day of a month or a month of a year."""
    part, whole = match["part"], match["whole"]
    if not (part.isdigit() and whole.isdigit() and len(part) <= 2):
        return False
    if len(whole) > 2:
        return int(part) <= 12 and NEAR_YEAR.fullmatch(whole) is not None
    return Day(int(part), int(whole)).exists and not before_counted(match.string, match.end())


def _with_cue(match: re.Match[str]) -> Value | None:
    part, whole = read_numeral(match["part"]), read_numeral(match["whole"])
    return None if part is None or not whole else _of(match, part, whole)


def _in_words(match: re.Match[str]) -> Value | None:
    part, whole = read_spelled(match["part"]), read_spelled("bốn" if match["whole"] in ("tư", "tu") else match["whole"])
    return None if part is None or whole is None else _of(match, part, whole)


def _of(match: re.Match[str], part: Decimal, whole: Decimal) -> Value:
    terms = unique(term(part), term(whole))
    return Value(span(match), "ratio", f"{written(part)}/{written(whole)}", terms, Share(part, whole))


FORMS = (
    Form(
        "so many of so many",
        "0",
        rf"{START}(?P<part>{NUMERAL})/(?P<whole>{NUMERAL})(?!\w)(?![.,/:]\d|[/-][^\W\d_])",
        _ratio,
        takes="110/122 xã",
        leaves="11/6, 24/24h, 6/1948, 1/2/2020",
    ),
    Form(
        "one to so many",
        "0",
        rf"(?<=tỷ lệ ){START}(?P<part>{NUMERAL}):(?P<whole>{NUMERAL}){END}",
        _with_cue,
        takes="bản đồ tỷ lệ 1:500",
        leaves="lúc 7:30",
    ),
    Form(
        "a fraction in words",
        A_FEW.replace("|", " "),
        rf"(?<!\w)(?P<part>{A_FEW}){SPACE}phần{SPACE}(?P<whole>tư|{A_FEW})(?!\w)(?!{SPACE}\d)",
        _in_words,
        takes="hai phần ba số đại biểu",
        leaves="một phần năm 2020",
    ),
)
