"""Of which time a figure is: said beside it, or taken from what stands before it, and then it says from where.

Owns the times of a paragraph (dates, years, spans, "5 năm qua", "đến nay") and the order in which one is chosen. Times
that a figure is compared with ("so với năm 2015") and days of papers ("Quyết định … ngày 05/9/2016") are none of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kb.extract.passages import Passage
from kb.model import Span
from kb.model.figure import Grain, Inherited, Period
from kb.vietnamese.values import Days, Value

LEADING = re.compile(
    r"(?:(?:[Tt]ính )?(?:[Đđ]ến|[Tt]ới)(?: hết| cuối| đầu| giữa| thời điểm)?|[Tt]rong(?: cả)?|[Tt]ừ|[Tt]rước|[Ss]au"
    r"|[Kk]ể từ|[Tt]ính từ|[Vv]ào)?\s*(?:\b(?:[Đđ]ầu|[Cc]uối|[Gg]iữa|[Hh]ết|[Cc]ả))?\s*(?:\b(?:[Gg]iai đoạn|[Nn]hiệm kỳ"
    r"|[Nn]iên khóa|[Nn]ăm học|[Cc]ác năm|[Nn]ăm|[Nn]gày|[Tt]háng|[Qq]uý (?:[IV]+|\d)(?:/| năm)?"
    r"|\d+ tháng(?: đầu| cuối)?(?: năm)?))?\s*$"
)
NOT_SHOWN = re.compile(r"^(?:[Tt]rong(?: cả)?|[Vv]ào)\s+(?!\d)")
COUNT = r"(?:\d+|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nhiều|những|các)"
UNITS = r"(?:năm|tháng|quý|tuần|ngày|nhiệm kỳ|thập kỷ)"
SPOKEN = re.compile(
    rf"\b(?:(?:[Tt]rong|[Ss]au|[Tt]rải qua|[Qq]ua|[Tt]ừ)\s+)?(?:hơn |gần )?{COUNT} {UNITS}(?: (?:vừa|đã))?"
    r" (?:qua|gần đây|trở lại đây|tới|nay|tiếp theo|đầu (?:năm|nhiệm kỳ)|cuối năm)(?: \d{4})?(?!\w)"
    rf"|\b(?:[Cc]hỉ )?[Tt]rong(?: vòng)? {COUNT} {UNITS}(?=,)"
    rf"|\b\d+ năm(?= (?:đạt|là|có|tăng|giảm|ước))"
    rf"|\b(?:[Tt]ính chung|[Cc]ả) (?:hai|ba|bốn|năm|sáu|\d+) (?:năm|tháng|tuần|quý)"
    r"|\b(?:[Tt]ính )?[Đđ]ến nay\b|\b[Hh]iện nay\b|\b[Hh]iện tại\b|\b[Nn]ăm (?:nay|qua|ngoái|trước)\b"
    r"|\b[Tt]uần thứ \w+(?: \(từ ngày [\d/]+ đến ngày [\d/]+\))?"
    r"|\b(?:[Tt]rong )?[Tt]háng (?:1[0-2]|0?[1-9])(?![\d/]| năm)(?!\w)"
    r"|\b[Qq]uý (?:IV|I{1,3}|[1-4])(?! năm)(?!\w)"
)
TIMES = frozenset({"date", "month", "year", "period"})
GRAINS: dict[str, Grain] = {"period": "span", "year": "year", "month": "month", "date": "day"}
BASE = re.compile(r"so (?:với|cùng kỳ)[^,;.]{0,40}$", re.IGNORECASE)
PAPER = re.compile(r"(?:số \S+|[A-ZĐ]{2,})(?:,| ngày|\s)*$")
EVENT = re.compile(r"(?:khởi công|thành lập|ban hành|ký|khánh thành|ra đời|sinh|tái lập|bắt đầu|từ) $")
ASIDE = re.compile(r"[”\"»]\s*$|trong khi\s*$")
NEXT_TO = re.compile(r"\s*\(?\s*(?:(?:vào|trong|của|hồi)\s+)?(?:đầu |cuối |giữa |hết )?(?:năm |tháng |ngày )?\s*")
BEHIND = re.compile(r"(?:vào|trong|đến|tới|năm|giai đoạn|tính|nhiệm kỳ|hết|cuối|đầu)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Time:
    """A time said in a paragraph. `base`: something is compared with it. `aside`: it is of a name or of a thing said by
    the way, and of no other figure ("phong trào “…” giai đoạn 2016 - 2020", "trong khi năm 2020 mới đạt 65,2")."""

    period: Period
    base: bool
    aside: bool = False

    @property
    def span(self) -> Span:
        return self.period.span


def times(passage: Passage, year: str | None) -> tuple[Time, ...]:
    """The times of a paragraph, in order, not overlapping; places are the paragraph's. `year` is the document's own,
    for times that name none ("tháng 5")."""
    found = [*_dated(passage, year), *_spoken(passage, year)]
    taken: list[Time] = []
    for time in sorted(found, key=lambda time: (time.span.start, -time.span.end)):
        if not taken or time.span.start >= taken[-1].span.end:
            taken.append(time)
    return tuple(taken)


def own_period(passage: Passage, figure: Span, known: Sequence[Time], taken: frozenset[Span]) -> Period | None:
    """The time that the figure's own clause says, right behind it first; None where it says none.

    `taken` are the times that stand right behind another figure and are its own."""
    text = passage.text
    if (behind := right_behind(passage, figure, known)) is not None:
        return behind.period
    clause = passage.clause(figure.start)
    usable = [time for time in known if not time.base and clause.holds(Span(time.span.start, time.span.start + 1))]
    before = [time for time in usable if time.span.end <= figure.start and time.span not in taken]
    if before:
        return before[-1].period
    later = [time for time in usable if time.span.start >= figure.end and _is_told(text, time.span)]
    return later[0].period if later else None


def right_behind(passage: Passage, figure: Span, known: Sequence[Time]) -> Time | None:
    """The time that stands right behind a figure: "61,5% năm 2016"."""
    for time in known:
        gap = passage.text[figure.end : time.span.start]
        if time.span.start >= figure.end and len(gap) < LONGEST_GAP and NEXT_TO.fullmatch(gap):
            return time
    return None


def sentence_period(passage: Passage, figure: Span, known: Sequence[Time], taken: frozenset[Span]) -> Period | None:
    """The nearest time said before the figure in the same sentence."""
    sentence = passage.sentence(figure.start)
    usable = [time for time in known if not (time.base or time.aside) and time.span not in taken]
    before = [time for time in usable if sentence.start <= time.span.start and time.span.end <= figure.start]
    return _inherited(before[-1].period, "sentence") if before else None


def opening_period(passage: Passage, known: Sequence[Time]) -> Period | None:
    """The time with which a paragraph begins, and which holds for all of it: "Tính đến hết ngày 12/6/2021, …"."""
    for time in known:
        lead = passage.text[passage.marker : time.span.start].strip()
        if not time.base and not lead and passage.text[time.span.end :].lstrip().startswith(","):
            return _inherited(time.period, "paragraph")
        break
    return None


def lead_in_period(passage: Passage, known: Sequence[Time]) -> Period | None:
    """The last time said in a paragraph that leads to a list."""
    usable = [time for time in known if not time.base]
    return _inherited(usable[-1].period, "lead-in") if usable and passage.text.endswith(":") else None


def heading_period(known: Sequence[Time]) -> Period | None:
    usable = [time for time in known if not time.base]
    return _inherited(usable[-1].period, "heading") if usable else None


def moved(period: Period | None, by: int) -> Period | None:
    """The period with its place in the document."""
    return replace(period, span=period.span.moved(by)) if period else None


LONGEST_GAP = 24


def _inherited(period: Period, how: Inherited) -> Period:
    return replace(period, inherited=how)


def _is_told(text: str, time: Span) -> bool:
    """Whether a time behind a figure is the figure's: "vào năm 2023", not "được khởi công tháng 11/2019"."""
    return BEHIND.match(text, time.start) is not None and not EVENT.search(text[max(0, time.start - 12) : time.start])


def _dated(passage: Passage, year: str | None) -> Iterator[Time]:
    text = passage.text
    for value in passage.values:
        if value.kind not in TIMES or not isinstance(value.meaning, Days):
            continue
        near = text[max(0, value.span.start - 40) : value.span.start]
        if value.kind == "date" and PAPER.search(near):
            continue
        led = LEADING.search(near)
        start = value.span.start - len(near) + (led.start() if led else len(near))
        yield _time(text, _shown(text, Span(start, value.span.end)), value, year)


def _time(text: str, span: Span, value: Value, year: str | None) -> Time:
    days = value.meaning
    assert isinstance(days, Days)
    words = " ".join(span.of(text).split())
    first, last = _dated_in(days.first, year), _dated_in(days.last, year)
    grain = GRAINS[value.kind]
    period = Period(words, span, _cut(first, grain), _cut(last, grain), grain)
    return Time(period, _is_base(text, span), _is_aside(text, span))


def _spoken(passage: Passage, year: str | None) -> Iterator[Time]:
    text = passage.text
    for match in SPOKEN.finditer(text):
        span = Span(*match.span())
        month = re.search(r"háng (\d+)$", match[0])
        at = f"{year}-{int(month[1]):02}" if month and year else None
        yield Time(Period(match[0], span, at, at, "month" if month else "span"), _is_base(text, span))


def _shown(text: str, span: Span) -> Span:
    hidden = NOT_SHOWN.match(span.of(text))
    start = span.start + (hidden.end() if hidden else 0)
    return Span(start, span.end).trimmed(text)


def _is_base(text: str, span: Span) -> bool:
    return BASE.search(text[max(0, span.start - 60) : span.start]) is not None


def _is_aside(text: str, span: Span) -> bool:
    return ASIDE.search(text[max(0, span.start - 40) : span.start]) is not None


def _dated_in(day: str, year: str | None) -> str | None:
    """A day of any year as one of the document's year."""
    return f"{year}{day[1:]}" if day.startswith("--") and year else None if day.startswith("--") else day


def _cut(day: str | None, grain: Grain) -> str | None:
    return day if day is None or grain == "day" else day[:7] if grain == "month" else day[:4]
