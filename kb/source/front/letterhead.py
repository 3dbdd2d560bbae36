"""What stands above the text of an official document: its number, date and office, and the dispatch it came with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from kb.model import Cover
from kb.outline.blocks import MOTTO, STATE_HEADS
from kb.outline.signs import CAPITALS, in_capitals
from kb.source.front.casing import recased
from kb.source.front.titles import kind_of

_DATE = re.compile(
    r"ngày\s+(?P<day>\d{1,2})\s*(?:tháng|[/.-])\s*(?P<month>\d{1,2})\s*(?:năm|[/.-])\s*(?P<year>\d{4})", re.IGNORECASE
)
_NUMBER = re.compile(r"(?:^|\s)(?:[Ss]ố|SỐ)\s*:?\s*(?P<number>\d+[\w.]*(?:\s?[-/]\s?[\w.+]+)+)")
_NUMBERED = re.compile(r"(?:[^\W\d_]+\s+)?(?:[Ss]ố|SỐ)\s*:.*$|(?:[Ss]ố|SỐ)\s*\d+\S*[-/].*$")
# Each word is taken whole (?>…): where spaces are lost, "HộiĐồngNhânDân" could be cut in 2 ** 3 ways, and all be tried.
_PLACE_AND_DATE = re.compile(rf"(?:(?:TP\.?|(?>[{CAPITALS}][^\W\d_]*[^\W\d_{CAPITALS}]))\s?)+,\s*ngày\s.*$")
_DISPATCH = re.compile(
    r"[(](?:Ban hành\s+)?[Kk]èm theo\s+(?P<kind>[^\d(]+?)\s+"
    r"(?:số\s*:?\s*(?P<number>\d[^\s,)]*)|(?=ngày\b|của\b))(?P<rest>.*)[)]$"
)
_ISSUER = re.compile(r"\bcủa\s+(?P<issuer>[^()]+?)\s*$")

_PARTY = ("TỈNH ỦY", "HUYỆN ỦY", "THÀNH ỦY", "THỊ ỦY", "ĐẢNG ỦY", "QUẬN ỦY")
_STATE = ("ỦY BAN NHÂN DÂN", "UBND", "HỘI ĐỒNG NHÂN DÂN")
_ALONE = ("CHI BỘ", "ĐẢNG BỘ", "ĐẢNG ỦY", "CHI ỦY")
_CONTINUES = re.compile(r"(?:TỈNH|HUYỆN|XÃ|PHƯỜNG|THÀNH PHỐ|THỊ XÃ|QUẬN|QUỐC HỘI|VIỆT NAM)\b(?! ỦY)")
_PLACED = re.compile(
    r"(?P<office>.*\b(?:(?:TỈNH|HUYỆN|THÀNH|THỊ|QUẬN|ĐẢNG) ỦY|TỈNH|HUYỆN|THÀNH PHỐ|THỊ XÃ|XÃ|PHƯỜNG|QUẬN|THỊ TRẤN))"
    r"\s+(?P<place>(?!ỦY\b)\w+(?:[ -]+\w+){0,4})"
)
_PLACE = re.compile(r"\b(?:tỉnh|huyện|thành phố|thị xã|xã|phường|quận)\s.*$", re.IGNORECASE)

LEVELS = (
    ("Tỉnh ủy", "tỉnh"),
    ("Huyện ủy", "huyện"),
    ("Thành ủy", "thành phố"),
    ("Thị ủy", "thị xã"),
    ("Ủy ban nhân dân tỉnh", "tỉnh"),
)
"""How the name of an office without its place ends, and the word that stands before the place in a text."""


def read_date(text: str) -> str | None:
    """The first written-out date of a text, in ISO; None where it has none or the calendar does not.

    >>> read_date("Sông Vân, ngày 25 tháng 3 năm 2022"), read_date("ngày 31/02/2020")
    ('2022-03-25', None)
    """
    for found in _DATE.finditer(text):
        try:
            return date(int(found["year"]), int(found["month"]), int(found["day"])).isoformat()
        except ValueError:
            continue
    return None


def read_number(lines: Sequence[str]) -> str | None:
    """The number of the document itself: "Số 09-NQ/TU", "Luật số: 24/2018/QH14"; not that of its dispatch.

    >>> read_number(["Luật số: 24/2018/QH14"]), read_number(["(Kèm theo Công văn số 318-CV/BTGTU)"])
    ('24/2018/QH14', None)
    """
    above = next((place for place, line in enumerate(lines) if kind_of(line)[0]), len(lines))
    # Below the kind only a line of its own has the number; a subject may name another document's.
    below = (line for line in lines[above:] if line.startswith(("Số", "SỐ")))
    for line in (*lines[:above], *below):
        found = None if line.startswith("(") else _NUMBER.search(line)
        if found:
            return re.sub(r"\s+", "", found["number"]).rstrip(".")
    return None


def read_cover(lines: Sequence[str]) -> Cover | None:
    """The dispatch in brackets below a title; None where there is none.

    >>> read_cover(["(Kèm theo Công văn số 5-CV/TU ngày 02 tháng 3 năm 2021 của Tỉnh ủy)"])
    Cover(kind='Công văn', number='5-CV/TU', signed_on='2021-03-02', issuer='Tỉnh ủy')
    """
    found = next((found for line in lines if (found := _DISPATCH.match(line))), None)
    if found is None:
        return None
    issuer = _ISSUER.search(found["rest"])
    return Cover(found["kind"], found["number"], read_date(found["rest"]), issuer["issuer"] if issuer else None)


def read_office(lines: Sequence[str], text: str) -> str | None:
    """The office above the kind of the document: the one that issues, with the one it belongs to.

    "TỈNH ỦY AN BÌNH" / "BAN TUYÊN GIÁO" is "Ban Tuyên giáo Tỉnh ủy An Bình"; "UBND TỈNH AN BÌNH" / "SỞ NỘI VỤ" is
    "Sở Nội vụ tỉnh An Bình".
    """
    offices = list(_offices(lines))[:2]
    if len(offices) == 2 and _CONTINUES.match(offices[1]):
        offices = [" ".join(offices)]
    names = [office_name(office, text) for office in offices]
    if len(names) < 2 or offices[1].startswith(_ALONE):
        return names[-1] if names else None
    if offices[0].startswith(_PARTY):
        return f"{names[1]} {names[0]}"
    place = _PLACE.search(names[0]) if offices[0].startswith(_STATE) else None
    return f"{names[1]} {place.group()[:1].lower()}{place.group()[1:]}" if place else names[1]


def office_name(office: str, text: str) -> str:
    """An office printed in capitals as a name; each word of a place is capital, whether the text says it or not.

    >>> office_name("HUYỆN ỦY TÂN LẬP", "")
    'Huyện ủy Tân Lập'
    """
    placed = _PLACED.match(office)
    name = recased(placed["office"] if placed else office, text)
    if placed:
        name = " ".join([name, *(word.capitalize() for word in placed["place"].split())])
    return name[:1].upper() + name[1:]


def with_place(office: str, texts: Sequence[str]) -> str:
    """An office with the place it stands for, where its name ends without: "… Tỉnh ủy" of "tỉnh Bắc Kạn".

    The place is the first that one of the texts names with the word for its level.

    >>> with_place("Ban Tuyên giáo Tỉnh ủy", ["Đại hội thi đua yêu nước tỉnh Bắc Kạn lần thứ VI"])
    'Ban Tuyên giáo Tỉnh ủy Bắc Kạn'
    """
    level = next((word for ending, word in LEVELS if office.endswith(ending)), None)
    if level is None:
        return office
    name = re.compile(rf"\b{level}\s+(?P<name>[{CAPITALS}][^\W\d_]*(?:\s[{CAPITALS}][^\W\d_]*){{0,2}})")
    found = next((found for text in texts if (found := name.search(text))), None)
    return f"{office} {found['name']}" if found else office


def _offices(lines: Sequence[str]) -> Iterator[str]:
    """The offices of a letterhead, from the top down: its left column, without the state's name, number and date."""
    for line in lines:
        if kind_of(line)[0]:
            return
        left = MOTTO.sub("", line.split(" | ")[0])
        for head in STATE_HEADS:
            left = left.partition(head)[0]
        left = _NUMBERED.sub("", _PLACE_AND_DATE.sub("", left)).strip(" -–—_*:")
        if in_capitals(left) and len(left) > 3:
            yield left
