"""The kind and the title of a document, put together as people write them: "Đề cương tuyên truyền cuộc bầu cử …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kb.outline.blocks import KINDS, is_dated, is_kind, is_state_head
from kb.outline.signs import in_capitals
from kb.source.front.casing import inside_sentence, recased

_ABOUT = re.compile(r"(?:về(?:\s+việc)?|V/v)\b", re.IGNORECASE)
_SESSION = re.compile(r"(?:HỘI NGHỊ|ĐẠI HỘI|KỲ HỌP|PHIÊN HỌP)\b")
_AUTHORITY = re.compile(
    r"(?:CỦA\s+)?(?:ỦY BAN|UBND|QUỐC HỘI|CHÍNH PHỦ|THỦ TƯỚNG|BỘ TRƯỞNG|CHỦ TỊCH|HỘI ĐỒNG NHÂN DÂN|BAN THƯỜNG VỤ"
    r"|BAN CHẤP HÀNH|GIÁM ĐỐC|TỔNG|THỐNG ĐỐC|CHÁNH ÁN|VIỆN TRƯỞNG|BAN BÍ THƯ|BỘ CHÍNH TRỊ)\b"
)
_NUMBERED = re.compile(r"(?P<kind>[^\d:]+?)\s+(?:số\s*:?\s*)?(?P<number>\d+\s?[\w.]*(?:[-/][\w.]+)+)", re.IGNORECASE)
_NUMBER_AT_END = re.compile(r"số\s*:?\s*(?P<number>\d+[\w.]*(?:[-/][\w.]+)+)\s*$", re.IGNORECASE)
_LONGEST_FIRST = sorted(KINDS, key=len, reverse=True)


@dataclass(frozen=True, slots=True)
class Named:
    """What the lines of a title block name: the kind, what the document is about, and the session that adopted it."""

    kind: str
    about: str
    event: str | None = None


def read_names(lines: Sequence[str], text: str) -> Named | None:
    """The kind and the subject below it; None where no line says a kind.

    The subject is all that stands below the kind up to a bracket. Where one line begins with "về", it is what follows,
    and what stands between is the session: "NGHỊ QUYẾT" / "HỘI NGHỊ LẦN THỨ BẢY …" / "về phát triển …".
    """
    for place, line in enumerate(lines):
        kind, rest = kind_of(line)
        if kind:
            below = [rest] if rest else []
            for other in lines[place + 1 :]:
                if other.startswith(("(", "Kính gửi")) or is_state_head(other) or is_dated(other):
                    break
                below.append(other)
            return _named(kind, below, text)
    return None


def kind_of(line: str) -> tuple[str | None, str]:
    """The kind that a line says, and what it says behind it; only a line in capitals may say more than the kind.

    >>> kind_of("Nghị quyết"), kind_of("LUẬT AN NINH MẠNG"), kind_of("Luật này có hiệu lực")
    (('Nghị quyết', ''), ('Luật', 'AN NINH MẠNG'), (None, ''))
    """
    if is_kind(line):
        return next(kind for kind in KINDS if kind.casefold() == " ".join(line.casefold().split())), ""
    for kind in _LONGEST_FIRST:
        if line.startswith(kind.upper()):
            rest = line[len(kind) :]
            # "THÔNG TƯQuy định chi tiết": a line end was lost. Met in pages of vbpl.vn.
            if not rest[:1].isalpha() or rest[1:2].islower():
                return kind, rest.strip()
    return None, ""


def title_of(named: Named, number: str | None) -> str:
    """The title as it is cited: the kind, then the subject; the number where there is no subject.

    >>> title_of(Named("Nghị quyết", "về phát triển giáo dục"), "09-NQ/TU"), title_of(Named("Công văn", ""), "5-CV/TU")
    ('Nghị quyết về phát triển giáo dục', 'Công văn số 5-CV/TU')
    """
    if named.about:
        return f"{named.kind} {named.about}"
    return f"{named.kind} số {number}" if number else named.kind


def names_in_title(title: str) -> tuple[str | None, str | None]:
    """The kind and number in a title on one line, as web pages have it; None, None where it has not both.

    >>> names_in_title("Nghị định số 25/2026/NĐ-CP Quy định chi tiết"), names_in_title("Super Bowl 50")
    (('Nghị định', '25/2026/NĐ-CP'), (None, None))
    """
    kind = next((kind for kind in _LONGEST_FIRST if title.casefold().startswith(f"{kind.casefold()} ")), None)
    if kind is None:
        return None, None
    found = _NUMBERED.match(title) or _NUMBER_AT_END.search(title)
    return (kind, re.sub(r"\s+", "", found["number"])) if found else (None, None)


def _named(kind: str, below: Sequence[str], text: str) -> Named:
    about = next((place for place, line in enumerate(below) if _ABOUT.match(line)), 0)
    above = below[:about]
    kept = list(below[about:]) if all(_SESSION.match(line) or _AUTHORITY.match(line) for line in above) else list(below)
    while kept and in_capitals(kept[-1]) and _AUTHORITY.match(kept[-1]):
        kept.pop()
    words = " ".join(recased(line, text) if in_capitals(line) else inside_sentence(line, text) for line in kept)
    event = recased(" ".join(line for line in above if _SESSION.match(line)), text)
    return Named(kind, words, event[:1].upper() + event[1:] or None)
