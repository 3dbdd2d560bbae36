"""How the sections around a passage are named in a citation: by their printed numbers, else by their titles.

A section without a printed number ("*", "-") is named by its title, never by the running number that our ids give it.
Labelled paragraphs and items are not named: page and line say where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.model import Section
from kb.vietnamese.casing import small_first

BULLET = re.compile(r"[*+~-]\d*(~\d+)?")
REPEATED = re.compile(r"~\d+$")
CLOSING = ".)/:- "
WHOLE = ("title-block", "signature", "body")
LAW_WORDS = {"article": "Điều", "clause": "khoản", "point": "điểm"}
DIVISIONS = ("part", "chapter", "section")


def section_names(lineage: Sequence[Section], *, numbered_only: bool = False) -> tuple[str, ...]:
    """("mục II.2.2", "lĩnh vực văn hóa"): the parts of a citation that name the section, outermost first.

    Articles are numbered through a whole law, so they stand without their chapter: ("điểm b khoản 2 Điều 5",).
    """
    if not lineage or lineage[0].kind in WHOLE:
        return ()
    law = [section for section in lineage if section.kind in LAW_WORDS]
    if any(section.kind == "article" for section in law):
        return (" ".join(f"{LAW_WORDS[section.kind]} {_number(section)}" for section in reversed(law)),)
    names: list[str] = []
    numbers: list[str] = []
    bullet = ""
    for section in lineage:
        if section.kind in DIVISIONS or _is_worded(section):
            names += (*_joined(numbers), section.marker.rstrip(CLOSING))
            numbers = []
        elif section.kind == "slogan-item" and not _is_bullet(section):
            names += _joined(numbers)
            names.append(f"khẩu hiệu {_number(section)}")
            numbers = []
        elif not _is_bullet(section):
            numbers.append(_number(section))
        elif section.kind == "heading" and section.title:
            bullet = small_first(section.title)
    names += _joined(numbers)
    if numbered_only:
        return tuple(name for name in names if not name.startswith("khẩu hiệu"))
    return (*names, *([bullet] if bullet else []))


def _joined(numbers: list[str]) -> list[str]:
    return ["mục " + ".".join(numbers)] if numbers else []


def _segment(section: Section) -> str:
    return section.id.rsplit(".", 1)[-1]


def _is_bullet(section: Section) -> bool:
    return not section.marker or BULLET.fullmatch(_segment(section)) is not None


def _is_worded(section: Section) -> bool:
    """Whether the marker says itself what it counts: "Câu 1:", "Phụ lục II"."""
    return " " in section.marker.strip()


def _number(section: Section) -> str:
    """The section's own number as printed: "đ" for "đ)", "5" for "Điều 5."; of "2.1." under 2 only "1"."""
    words = section.marker.rstrip(CLOSING).split()
    printed = words[-1] if words else ""
    return printed.rsplit(".", 1)[-1] or REPEATED.sub("", _segment(section))
