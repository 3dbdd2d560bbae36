"""The kind and the title of a document, put together as people write them: "Đề cương tuyên truyền cuộc bầu cử …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kb.outline.blocks import KINDS, is_dated, is_kind, is_state_head
from kb.outline.signs import in_capitals
from kb.source.front.casing import inside_sentence, recased

_ABOUT = re.compile(r"(?:về(?:\s+việc)?|V/v)\b", re.IGNORECASE)
_EVENT = re.compile(r"(?:HỘI NGHỊ|ĐẠI HỘI|KỲ HỌP|PHIÊN HỌP)\b")
_AUTHORITY = re.compile(
    r"(?:CỦA\s+)?(?:ỦY BAN|UBND|QUỐC HỘI|CHÍNH PHỦ|THỦ TƯỚNG|BỘ TRƯỞNG|CHỦ TỊCH|HỘI ĐỒNG NHÂN DÂN|BAN THƯỜNG VỤ|BAN CHẤP HÀNH"
    r"|GIÁM ĐỐC|TỔNG|THỐNG ĐỐC|CHÁNH ÁN|VIỆN TRƯỞNG|BAN BÍ THƯ|BỘ CHÍNH TRỊ)\b"
)  # fmt: skip
_NUMBERED = re.compile(r"(?P<kind>[^\d:]+?)\s+(?:số\s*:?\s*)?(?P<number>\d+\s?[\w.]*(?:[-/][\w.Đđ]+)+)", re.IGNORECASE)
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
                if other.startswith("(") or is_state_head(other) or is_dated(other) or other.startswith("Kính gửi"):
                    break
                below.append(other)
            return _named(kind, below, text)
    return None


def kind_of(line: str) -> tuple[str | None, str]:
    """The kind that a line says, and what it says behind it; only a line in capitals may say more than the kind."""
    if is_kind(line):
        return next(kind for kind in KINDS if kind.casefold() == " ".join(line.casefold().split())), ""
    for kind in _LONGEST_FIRST:
        capitals = kind.upper()
        if line.startswith(capitals) and not line[len(capitals) : len(capitals) + 1].isalpha() or (
            # "THÔNG TƯQuy định chi tiết": a line end was lost. Met in pages of vbpl.vn.
            line.startswith(capitals) and line[len(capitals) + 1 : len(capitals) + 2].islower()
        ):
            return kind, line[len(capitals) :].strip()
    return None, ""


def title_of(named: Named, number: str | None) -> str:
    """The title as it is cited: the kind, then the subject inside the sentence; the number where there is no subject.

    >>> title_of(Named("Nghị quyết", "về phát triển giáo dục"), "09-NQ/TU")
    'Nghị quyết về phát triển giáo dục'
    >>> title_of(Named("Công văn", ""), "5-CV/TU")
    'Công văn số 5-CV/TU'
    """
    if named.about:
        return f"{named.kind} {named.about}"
    return f"{named.kind} số {number}" if number else named.kind


def names_in_title(title: str) -> tuple[str | None, str | None]:
    """The kind and number that a title on one line begins with, as web pages have it.

    >>> names_in_title("Nghị định số 25/2026/NĐ-CP Quy định chi tiết"), names_in_title("Super Bowl 50")
    (('Nghị định', '25/2026/NĐ-CP'), (None, None))
    """
    found = _NUMBERED.match(title)
    kind = next((k for k in _LONGEST_FIRST if title.casefold().startswith(f"{k.casefold()} ")), None)
    if kind and found and found["kind"].casefold().startswith(kind.casefold()):
        return kind, re.sub(r"\s+", "", found["number"])
    numbered = re.search(r"số\s*:?\s*(\d+[\w.]*(?:[-/][\w.Đđ]+)+)\s*$", title, re.IGNORECASE)
    return (kind, numbered[1]) if kind and numbered else (None, None)


def _named(kind: str, below: Sequence[str], text: str) -> Named:
    about = next((place for place, line in enumerate(below) if _ABOUT.match(line)), None)
    session = [line for line in below[: about or 0] if _EVENT.match(line)]
    if about is not None and all(_EVENT.match(line) or _AUTHORITY.match(line) for line in below[:about]):
        kept = list(below[about:])
    else:
        kept = list(below)
    while kept and in_capitals(kept[-1]) and _AUTHORITY.match(kept[-1]):
        kept.pop()
    words = " ".join(recased(line, text) if in_capitals(line) else inside_sentence(line, text) for line in kept)
    event = recased(" ".join(session), text) if session else None
    return Named(kind, words, event[:1].upper() + event[1:] if event else None)
