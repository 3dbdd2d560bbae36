"""Dates, years and periods that a text names, each a reference of its own; every year's days too.

Read from the values. How finely a time is said decides its kind: a day or a month is a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.extract.passages import Passage
from kb.model import Reference, Span
from kb.vietnamese.values import Days, Value

YEARLY = re.compile(r" (?:hàng|hằng|mỗi) năm\b")
LED = re.compile(r"(?:ngày|Ngày) $")
SEASON = re.compile(
    r"(?:Thu Đông|Đông Xuân|Hè Thu|Xuân Hè|mùa xuân|mùa thu|mùa hè|mùa đông|Mùa xuân|Mùa thu)(?: năm)? $"
)
SPAN = re.compile(r"\s*(?:[-–—]|đến|tới)\s*(?:ngày\s*)?")
DAY_BEFORE = re.compile(r"(?:[Nn]gày|mùng|mồng) $")
DATES = frozenset({"date", "month"})


def times(passage: Passage, year: str | None) -> Iterator[Reference]:
    """The times of a paragraph, in order. `year` is the document's own, for days that name none."""
    text = passage.text
    for place, value in enumerate(passage.values):
        if not isinstance(value.meaning, Days):
            continue
        if value.kind in DATES:
            yield from _date(passage, place, value, year)
        elif value.kind == "year":
            season = SEASON.search(text[max(0, value.span.start - 16) : value.span.start])
            start = value.span.start - (len(season[0]) if season else 0)
            kind = "date" if season else "year"
            span = Span(start, value.span.end)
            yield Reference(span, _words(text, span), kind, date=iso(value))  # type: ignore[arg-type]
        elif value.kind == "period":
            date = iso(value, year)
            if date is not None and not date.startswith("--"):
                yield Reference(value.span, _words(text, value.span), "period", date=date)


def iso(value: Value, year: str | None = None) -> str | None:
    """The time of a value: "2008-03-04", "2019-11", "1945", "--06-11", "2020-10-14/2020-10-16"; None for no time."""
    days = value.meaning
    if not isinstance(days, Days):
        return None
    first, last = (_in_year(day, year) for day in (days.first, days.last))
    if value.kind == "date":
        return first if first == last else f"{first}/{last}"
    if value.kind == "month":
        return first[:7] if not first.startswith("--") else first[:4]
    if value.kind == "year":
        return first[:4]
    size = 4 if days.grain == "year" else 7
    return f"{first[:size]}/{last[:size]}"


def _date(passage: Passage, place: int, value: Value, year: str | None) -> Iterator[Reference]:
    text, span = passage.text, value.span
    days = value.meaning
    assert isinstance(days, Days)
    yearly = YEARLY.match(text, span.end)
    if yearly is not None:
        start = span.start - (5 if LED.search(text[max(0, span.start - 5) : span.start]) else 0)
        whole = Span(start, yearly.end())
        yield Reference(whole, _words(text, whole), "date", date=days.first)
        return
    if value.kind == "date" and days.first.startswith("--") and not _is_told(passage, place):
        return  # "trực 24/7": nothing says that it is a day
    if value.kind == "month" and days.first.startswith("--"):
        return  # "sinh hoạt tháng 6 và tháng 7": which year is not said
    yield Reference(span, _words(text, span), "date", date=iso(value, _year_of(passage, place, year)))


def _is_told(passage: Passage, place: int) -> bool:
    """Whether a day without a year is said to be one, or joined to one that is."""
    values, text = passage.values, passage.text
    span = values[place].span
    if "tháng" in span.of(text) or DAY_BEFORE.search(text[max(0, span.start - 10) : span.start]):
        return True
    joined = (values[place - 1] if place else None, values[place + 1] if place + 1 < len(values) else None)
    return any(
        other is not None
        and other.kind == "date"
        and SPAN.fullmatch(text[min(span.end, other.span.end) : max(span.start, other.span.start)])
        for other in joined
    )


def _year_of(passage: Passage, place: int, year: str | None) -> str | None:
    """The year of a day that names none: of the day it is joined to ("03/02 - 15/3/2021"), else the document's."""
    values = passage.values
    if place + 1 < len(values) and isinstance(values[place + 1].meaning, Days):
        following = values[place + 1]
        days = following.meaning
        assert isinstance(days, Days)
        gap = passage.text[values[place].span.end : following.span.start]
        if SPAN.fullmatch(gap) and not days.first.startswith("--"):
            return days.first[:4]
    return year


def _in_year(day: str, year: str | None) -> str:
    return f"{year}{day[1:]}" if day.startswith("--") and year else day


def _words(text: str, span: Span) -> str:
    return " ".join(span.of(text).split())
