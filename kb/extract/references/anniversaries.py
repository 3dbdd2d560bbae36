"""Anniversaries: how many years since what, with the two days where the text says them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.extract.passages import Passage
from kb.extract.references.times import iso
from kb.model import Reference, Span

YEARS = r"(?P<years>\d{1,4})"
EVENT_WORD = r"(?!giai đoạn|và tổng|nhiệm kỳ)[^\s,;.:()“”\"|!]+"
ANNIVERSARY = re.compile(
    rf"(?P<cue>[Kk]ỷ niệm(?: lần thứ)? )?(?<![\d/.,]){YEARS} năm,? "
    rf"(?P<event>(?:Ngày|ngày|Cách mạng|Quốc khánh|Chiến thắng|chiến thắng|Toàn quốc|thành lập|truyền thống|Thành lập"
    r"|tái lập|giải phóng|Giải phóng|Tổng|Khởi nghĩa|khởi nghĩa|Phong trào|Chiến dịch|chiến dịch|Đảng bộ|Đoàn|Hội|Bác"
    r"|Hồ Chí Minh)"
    rf"(?: {EVENT_WORD}){{0,14}})"
)
DAYS = re.compile(r"\s*\((?P<inside>[^()]{6,60})\)")
# "5 năm ngày càng phát triển", "3 năm ngày nào cũng": no day that is kept.
NO_DAY = re.compile(r"ngày (?:càng|nào|đêm|nay|một|ngày|tháng)\b")


def anniversaries(passage: Passage) -> Iterator[Reference]:
    """The anniversaries of a paragraph, in order."""
    text = passage.text
    for match in ANNIVERSARY.finditer(text):
        if NO_DAY.match(match["event"]) or _is_inside_a_number(passage, match.start("years")):
            continue
        if not match["cue"] and match["event"].split()[0] in {"Đoàn", "Hội", "Bác", "Hồ", "Đảng", "Phong"}:
            continue
        days = DAYS.match(text, match.end())
        dates = _dates(passage, Span(*days.span("inside"))) if days else ()
        event = _event(match["event"])
        end = days.end() if days and dates else match.start("event") + len(event)
        span = Span(match.start(), end)
        date = f"{dates[0]}/{dates[-1]}" if len(dates) > 1 else dates[0] if dates else None
        words = " ".join(span.of(text).split())
        yield Reference(span, words, "anniversary", number=match["years"], title=" ".join(event.split()), date=date)


def _dates(passage: Passage, inside: Span) -> tuple[str, ...]:
    found = [value for value in passage.values if inside.holds(value.span)]
    told: list[str] = []
    for value in found:
        if value.kind in {"date", "month", "year"} and (day := iso(value)) is not None:
            told.append(day)
        elif value.kind == "period" and (both := iso(value)) is not None:
            told += both.split("/")
    return tuple(told)


ENDS_EVENT = re.compile(
    r" (?:trên địa bàn|với|gắn|bằng|trong|đã|được|sẽ|là|nhằm|tại|và (?!phát triển)|để|theo|do|của cả)\b.*$"
)


def _event(words: str) -> str:
    """The event without what is said of its keeping; "Ngày Chủ tịch Hồ Chí Minh ra Lời kêu gọi" stays whole."""
    return ENDS_EVENT.sub("", words)


def _is_inside_a_number(passage: Passage, place: int) -> bool:
    return any(value.span.start < place < value.span.end for value in passage.values)
