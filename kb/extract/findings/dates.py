"""Days that do not fit: a day that no calendar has, a span that runs backwards, one paper with two days, papers dated
after the document that names them, and what "sẽ" says of a day."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from kb.extract.findings.parts import Reading
from kb.model import SIGNATURE, Finding, Reference, Span

PRINTED_DAY = re.compile(r"(?<![\d/.,-])(?P<day>\d{1,2})\s?/\s?(?P<month>\d{1,2})\s?/\s?(?P<year>[12]\d{3})(?![\d/])")
BACKWARDS = re.compile(
    r"(?:giai đoạn|nhiệm kỳ|năm học|niên khóa|từ năm) (?P<first>[12]\d{3})\s?"
    r"(?:[-–]|đến(?: năm)?)\s?(?P<last>[12]\d{3})(?!\d)",
    re.IGNORECASE,
)
FUTURE = re.compile(r"\b(?:sẽ|dự kiến)\b")
MONTHS = 12


def dates(reading: Reading) -> Iterator[Finding]:
    yield from _impossible(reading)
    yield from _backwards(reading)
    yield from _two_days(reading)
    yield from _later_papers(reading)
    yield from _foretold(reading)


def _impossible(reading: Reading) -> Iterator[Finding]:
    """Days such as 31/6/2020. A month over 12 is the English way to write a day, and no slip: "2/19/1999"."""
    for match in PRINTED_DAY.finditer(reading.document.text):
        day, month, year = (int(match[name]) for name in ("day", "month", "year"))
        if not 1 <= month <= MONTHS or 1 <= day <= monthrange(year, month)[1]:
            continue
        steps = [f"tháng {month}/{year} có {monthrange(year, month)[1]} ngày"]
        yield reading.finding("date", "error", f"Không có ngày {match[0]}", [Span(*match.span())], steps)


def _backwards(reading: Reading) -> Iterator[Finding]:
    for match in BACKWARDS.finditer(reading.document.text):
        if int(match["first"]) > int(match["last"]):
            steps = [f"{match['first']} > {match['last']}"]
            what = f"“{' '.join(match[0].split())}”: năm đầu lớn hơn năm cuối"
            yield reading.finding("date", "error", what, [Span(*match.span())], steps)


def _two_days(reading: Reading) -> Iterator[Finding]:
    """One paper by number with two days."""
    known: dict[str, Reference] = {}
    for one in _papers(reading):
        if one.key is None or one.date is None:
            continue
        first = known.setdefault(one.key, one)
        if (
            first.date != one.date
            and first.type == one.type
            and (first.issuer is None or one.issuer is None or first.issuer == one.issuer)
        ):
            what = f"{one.type or 'Văn bản'} số {one.number}: ngày {_day(first.date or '')} và ngày {_day(one.date)}"
            yield reading.finding("date", "error", what, [first.span, one.span])


def _later_papers(reading: Reading) -> Iterator[Finding]:
    signed = reading.document.front.signed_on
    if signed is None:
        return
    for one in _papers(reading):
        if one.date and len(one.date) == len(signed) and one.date > signed:
            what = f"{one.words} có ngày sau ngày ký văn bản này ({_day(signed)})"
            yield reading.finding("date", "likely", what, [one.span], [f"{_day(one.date)} sau {_day(signed)}"])


def _foretold(reading: Reading) -> Iterator[Finding]:
    """Days said with "sẽ" against the day the document was signed."""
    signed = reading.document.front.signed_on
    if signed is None:
        return
    for one in reading.references:
        if one.kind != "date" or not one.date or len(one.date) < len(signed) or one.date.startswith("--"):
            continue
        passage = reading.passage_at(one.span.start)
        if passage is None or passage.section.id == SIGNATURE:
            continue
        clause = passage.clause(one.span.start - passage.span.start)
        before = passage.text[clause.start : one.span.start - passage.span.start]
        if not FUTURE.search(before) or re.search(r"\bsố\b|\btheo\b", before):
            continue
        day = one.date.partition("/")[0]
        step = f"“sẽ … {one.words}”, ký ngày {_day(signed)}"
        if day >= signed:
            yield reading.finding("date", "holds", step, [one.span], [f"{_day(day)} sau {_day(signed)}"])
        else:
            yield reading.finding(
                "date", "likely", f"{step}: ngày ấy đã qua", [one.span], [f"{_day(day)} trước {_day(signed)}"]
            )


def _papers(reading: Reading) -> Iterator[Reference]:
    return (one for one in reading.references if one.kind == "document" and one.number)


def _day(iso: str) -> str:
    """An ISO day as papers print it: 04/3/2008."""
    parts = iso.split("-")
    if len(parts) != 3:
        return iso
    year, month, day = parts
    return f"{day}/{month if int(month) < 3 else int(month)}/{year}"
