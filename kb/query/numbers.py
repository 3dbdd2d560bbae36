"""Numbers, dates, periods and document numbers in a question, and how else they may be printed.

    24/08/1949        24 8 1949, and "ngày 24 tháng 8 năm 1949", "24, 25/8/1949"
    2016-2020         2016 2020, and "từ năm 2016 đến năm 2020"
    258/QĐ-TTg        258 qd ttg, standing together
    1308, 1.308, 05   each as the other would write it
    lần thứ 5         thứ V

Readings are runs of folded tokens; one of them has to stand in a passage. Normal forms of values, indexed with the
text, will take this over; until then the forms are on this side only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from kb.query.question import Word

Reading = tuple[str, ...]
Groups = dict[str, str]


@dataclass(frozen=True, slots=True)
class Number:
    """The words from `start` to `end` (exclusive) are one number, date or the like. `certain`: it can be nothing else,
    so that a collection without it does not answer. A number of one digit is not ("3" may be printed "ba")."""

    start: int
    end: int
    readings: tuple[Reading, ...]
    certain: bool


@dataclass(frozen=True, slots=True)
class Form:
    """A way of writing a number, over the folded words of a question; its readings from the named groups."""

    name: str
    pattern: str
    readings: Callable[[Groups], Iterator[Reading]]
    takes: str
    leaves: str


DAY, MONTH, YEAR = r"(?P<d>3[01]|[12]\d|0?[1-9])", r"(?P<m>1[0-2]|0?[1-9])", r"(?P<y>1[89]\d\d|20\d\d)"
OTHER_YEAR = r"(?P<z>1[89]\d\d|20\d\d)"
BETWEEN = r" ?[/.-] ?"
ROMAN = r"(?=[ivxlc])c?(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
ROMAN_DIGITS = (("c", 100), ("xc", 90), ("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))


def _date(found: Groups) -> Iterator[Reading]:
    day, month, year = found["d"], found["m"], found["y"]
    for d, m in product(_padded(day), _padded(month)):
        yield (d, m, year)
        yield (d, "thang", m, "nam", year)
        yield (f"{d}.{m}.{year}",)
        yield (d, str(int(day) + 1), m, year)  # "27, 28/8/2020" (outline, line 1070): the 27 has no month of its own


def _day(found: Groups) -> Iterator[Reading]:
    for d, m in product(_padded(found["d"]), _padded(found["m"])):
        yield (d, m)
        yield (d, "thang", m)


def _month(found: Groups) -> Iterator[Reading]:
    for m in _padded(found["m"]):
        yield (m, found["y"])
        yield (m, "nam", found["y"])


def _period(found: Groups) -> Iterator[Reading]:
    first, last = found["y"], found["z"]
    yield from ((first, last), (first, "den", last), (first, "den", "nam", last))


def _document(found: Groups) -> Iterator[Reading]:
    first, *rest = re.findall(r"[^\W_]+", found["whole"])
    for number in _padded(first):
        yield (number, *rest)


def _ordinal(found: Groups) -> Iterator[Reading]:
    number = int(found["o"]) if found["o"].isdigit() else _value(found["o"])
    cue = found["cue"].split()
    yield from ((*cue, str(number)), (*cue, _roman(number)))


def _number(found: Groups) -> Iterator[Reading]:
    yield from ((token,) for token in dict.fromkeys(_written(found["n"])))


FORMS = (
    Form(
        "document number",
        r"(?P<whole>\d+(?:/\d{4})?[/-][a-z][a-z0-9]*(?:[/-][a-z][a-z0-9]*)*)",
        _document,
        takes="258/qd-ttg",
        leaves="24/8/1949",
    ),
    Form("date", rf"{DAY}{BETWEEN}{MONTH}{BETWEEN}{YEAR}", _date, takes="24/08/1949", leaves="24/8"),
    Form("date", rf"{DAY} thang {MONTH}(?: nam |{BETWEEN}){YEAR}", _date, "27 thang 8 nam 2020", "27 thang 8"),
    Form("day", rf"{DAY}(?:/| thang ){MONTH}", _day, takes="ngay 11/6", leaves="99/6"),
    Form("month", rf"thang {MONTH}(?: nam |{BETWEEN}){YEAR}", _month, takes="thang 6/1948", leaves="thang 6"),
    Form("month", rf"{MONTH}/{YEAR}", _month, takes="6/1948", leaves="16/1948"),
    Form("period", rf"{YEAR}(?: ?[-–—] ?| den | den nam ){OTHER_YEAR}", _period, "2016 - 2020", leaves="2016, 2020"),
    Form("ordinal", rf"(?P<cue>thu|khoa|the ki) (?P<o>\d{{1,2}}|{ROMAN})", _ordinal, "lan thu xii", "thu do"),
    Form("number", r"(?P<n>\d+(?:[.,]\d+)*)", _number, takes="13.458", leaves="mot tram"),
)
_PATTERNS = tuple((form, re.compile(rf"(?<![a-z0-9])(?:{form.pattern})(?![a-z0-9])")) for form in FORMS)


def read_numbers(words: Sequence[Word]) -> tuple[Number, ...]:
    """The numbers in a run of words, in order; no two share a word.

    >>> from kb.query.read import read
    >>> [number.readings[0] for number in read_numbers(read("QĐ 258/QĐ-TTg ngày 04/3/2008").words())]
    [('258', 'qd', 'ttg'), ('04', '3', '2008')]
    """
    text, starts = _joined(words)
    taken: list[Number] = []
    for form, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = _cover(starts, *match.span())
            if start < end and all(end <= other.start or other.end <= start for other in taken):
                readings = tuple(dict.fromkeys(form.readings(match.groupdict())))
                taken.append(Number(start, end, readings, certain=len(match[0]) > 1))
    return tuple(sorted(taken, key=lambda number: number.start))


def _joined(words: Sequence[Word]) -> tuple[str, list[int]]:
    """The words folded, with what stands between them, spaces made one; and where each begins."""
    text, starts = "", []
    for word in words:
        text += re.sub(r"\s+", " ", word.gap)
        starts.append(len(text))
        text += word.folded
    return text, starts


def _cover(starts: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """The words that begin in a stretch of the joined text."""
    inside = [index for index, at in enumerate(starts) if start <= at < end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _padded(number: str) -> tuple[str, ...]:
    """A day, month or document number below 10 with and without its zero."""
    return (number, *{str(int(number)), f"0{int(number)}"} - {number}) if int(number) < 10 else (number,)


def _written(number: str) -> Iterator[str]:
    """The ways a number is written, the typed one first.

    >>> list(_written("1308")), list(_written("1.308")), list(_written("1.6")), list(_written("5"))
    (['1308', '1.308'], ['1.308', '1308'], ['1.6', '1,6'], ['5', '05'])
    """
    yield number
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", number):
        yield re.sub(r"[.,]", "", number)
    elif re.fullmatch(r"\d+[.,]\d+", number):
        yield number.translate({ord("."): ",", ord(","): "."})
    elif number.isdigit() and len(number) > 3:
        yield f"{int(number):,}".replace(",", ".")
    elif number.isdigit() and int(number) < 10:
        yield from _padded(number)[1:]


def _value(roman: str) -> int:
    """The number that Roman digits write.

    >>> _value("xii"), _value("xiv"), _roman(19)
    (12, 14, 'xix')
    """
    values = [dict(ROMAN_DIGITS)[letter] for letter in roman]
    return sum(-one if one < next_one else one for one, next_one in zip(values, [*values[1:], 0], strict=True))


def _roman(number: int) -> str:
    written = ""
    for digits, value in ROMAN_DIGITS:
        while number >= value:
            written, number = written + digits, number - value
    return written
