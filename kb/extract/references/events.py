"""Events with their ordinals ("Đại hội toàn quốc lần thứ XIII của Đảng", "Quốc hội khóa XV") and days that are kept.

An event's key is its name without ordinal and place words of no weight, so that mentions of one event meet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.extract.passages import Passage
from kb.model import Reference, Span
from kb.vietnamese.letters import fold
from kb.vietnamese.values.roman import read_roman

_SMALL = "một|hai|ba|bốn|lăm|sáu|bảy|tám|chín"
ORDINAL = rf"(?:[IVXL]+|\d{{1,3}}|nhất|đầu tiên|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười(?: (?:{_SMALL}))?)"
HEADS = r"(?:[Đđ]ại hội|[Hh]ội nghị|[Kk]ỳ họp|[Hh]ội (?:thi|diễn)|[Ll]iên hoan|[Cc]uộc (?:vận động|thi)|[Pp]hiên họp)"
TERM = r"(?:[Kk]hóa|[Kk]hoá)"
NAME_WORD = r"[^\s,;.:()“”\"|]+"
_BODY = "Đảng|BCH|Ban Chấp hành|Quốc hội|Hội đồng|Đảng bộ|Công đoàn|Đoàn|Hội"
EVENT = re.compile(
    rf"(?<!\w)(?P<name>{HEADS}(?: (?!lần|và|đã|sẽ){NAME_WORD}){{0,9}}?) lần thứ (?P<ordinal>{ORDINAL})(?!\w)"
    rf"(?P<of>(?: của)? (?:{_BODY})(?: (?!khóa|khoá|lần|và|đã|sẽ){NAME_WORD}){{0,4}}? {TERM} [IVXL\d]+"
    r"| của (?:Đảng|Đoàn|Hội|Quốc hội)(?!\w))?"
)
ELECTED = re.compile(
    r"(?P<name>(?:bầu cử đại biểu )?(?:Quốc hội|Ban Chấp hành Trung ương(?: Đảng)?|Ban Chấp hành Đảng bộ \w+)) "
    rf"{TERM} (?P<ordinal>[IVXL]+|\d{{1,2}})(?!\w)"
)
CONGRESS = re.compile(r"(?<!\w)(?P<name>Đại hội(?: Đảng)?) (?P<ordinal>[IVXL]+)(?!\w)")
KEPT = re.compile(
    r"(?<!\w)(?P<name>Ngày [Tt]ruyền thống"
    r"(?: (?!hằng|hàng|và|được|là|có|trên|với|tại|năm|của)[^\s,;.:()“”\"|\d]+){1,8})"
)
_PLACE = r"[A-ZĐ]\w+(?: [A-ZĐ]\w+){0,4}"
REVOLUTION = re.compile(
    r"(?<!\w)(?P<name>(?:[Cc]ách mạng [Tt]háng (?:Tám|Mười(?: Nga)?)|[Tt]ổng khởi nghĩa"
    rf"|[Cc]hiến thắng {_PLACE}|[Cc]hiến dịch {_PLACE}))"
    r"(?:,? (?:năm |mùa xuân |mùa Xuân )?(?P<year>1[89]\d\d|20\d\d)|\s\((?:[^()\d]{0,20})(?P<inner>1[89]\d\d|20\d\d)\))"
)
SPOKEN = {
    "nhất": 1, "đầu tiên": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười một": 11, "mười hai": 12, "mười ba": 13, "mười bốn": 14, "mười lăm": 15,
}  # fmt: skip
WEIGHTLESS = re.compile(r"\b(?:dai bieu|bau cu|cua|lan thu|khoa)\b")


def events(passage: Passage) -> Iterator[Reference]:
    """The events of a paragraph that have an ordinal or a year; they may lie in the mention of a paper."""
    text = passage.text
    taken: list[Span] = []
    for pattern in (EVENT, ELECTED, CONGRESS, REVOLUTION, KEPT):
        for match in pattern.finditer(text):
            span = Span(*match.span())
            if any(span.start < other.end and other.start < span.end for other in taken):
                continue
            taken.append(span)
            yield _event(text, match, span)


def ordinal_of(words: str) -> int | None:
    """The place that an ordinal says.

    >>> ordinal_of("XVIII"), ordinal_of("tám"), ordinal_of("15")
    (18, 8, 15)
    """
    if words.isdigit():
        return int(words)
    if words.casefold() in SPOKEN:
        return SPOKEN[words.casefold()]
    return read_roman(words)


def event_key(name: str, ordinal: int | None) -> str:
    """What mentions of one event share: its name folded, without words of no weight, and its ordinal.

    >>> event_key("Đại hội đại biểu Đảng bộ tỉnh", 18) == event_key("Đại hội Đảng bộ tỉnh", 18)
    True
    """
    plain = " ".join(WEIGHTLESS.sub(" ", fold(name)).split())
    return f"event:{plain}" + ("" if ordinal is None else f"|{ordinal}")


def _event(text: str, match: re.Match[str], span: Span) -> Reference:
    groups = match.groupdict()
    of = " ".join((groups.get("of") or "").split())
    name = " ".join(f"{groups['name']} {of}".split())
    number = groups.get("ordinal")
    year = groups.get("year") or groups.get("inner")
    words = " ".join(span.of(text).split())
    date = f"{year}-08" if year == "1945" and "Tháng Tám" in name else year
    return Reference(
        span,
        words,
        "event",
        number=number,
        title=name,
        date=date,
        key=event_key(name, ordinal_of(number) if number else None),
    )
