"""Paragraphs printed as a PDF's text has them: wrapped at a width, paged, with blank lines or indents in some way.

What is put in is known, so that a reading can be compared with it; `test_layout_printed` uses every `Setting`.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from kb.source.layout.paragraphs import is_heading

Blank = Literal["line", "paragraph", "none"]
Mark = Literal["", "form-feed", "head", "leading-space", "number", "foot", "named-foot"]

NARROW = 0.8  # headings and slogans are set narrower than the text
INDENT = "     "


@dataclass(frozen=True, slots=True)
class Setting:
    """How a document is printed: its width, where blank lines stand, and how a page of `length` lines is marked."""

    width: int
    blank: Blank
    mark: Mark = ""
    length: int = 28
    indent: bool = False


def printed(paragraphs: Sequence[str], setting: Setting) -> str:
    """The text of the file, with "\\n" for line ends."""
    page = 1
    lines: list[str] = []
    for count, (line, last) in enumerate(_lines(paragraphs, setting)):
        first = line
        if setting.mark and count and count % setting.length == 0:
            page += 1
            first = _marked(lines, line, page, setting)
        lines.append(first)
        if setting.blank == "line" or (setting.blank == "paragraph" and last):
            lines.append("")
    if setting.mark.endswith("foot"):
        lines += ["", _foot(page, setting)]
    return "\n".join(lines) + "\n"


def _lines(paragraphs: Sequence[str], setting: Setting) -> Iterator[tuple[str, bool]]:
    """The printed lines, and whether each is the last of its paragraph."""
    for paragraph in paragraphs:
        if INDENT in paragraph:  # two columns
            yield paragraph, True
            continue
        title = paragraph.isupper() or (is_heading(paragraph) and not paragraph.endswith(":"))
        width = int(setting.width * NARROW) if title else setting.width
        indent = INDENT if setting.indent and not paragraph.isupper() else ""
        wrapped = textwrap.wrap(paragraph, width, initial_indent=indent, break_long_words=False, break_on_hyphens=False)
        yield from ((line, place == len(wrapped)) for place, line in enumerate(wrapped, 1))


def _marked(lines: list[str], line: str, page: int, setting: Setting) -> str:
    """The first line of a page; what stands between the pages is added to the lines above it."""
    if setting.mark == "leading-space":
        while lines and not lines[-1]:
            lines.pop()
        return f" {line}"
    if setting.mark == "form-feed":
        lines += [f"\f{' ' * (setting.width // 2)}{page}", ""]
    elif setting.mark == "head":
        lines += [f"\fBan Tuyên giáo Tỉnh ủy          Trang {page}", ""]
    else:
        lines += ["", str(page) if setting.mark == "number" else _foot(page - 1, setting), ""]
    return line


def _foot(page: int, setting: Setting) -> str:
    return f"Tài liệu lưu hành nội bộ - Trang {page}" if setting.mark == "named-foot" else str(page)


SETTINGS = (
    Setting(80, "line"),
    Setting(66, "line", "leading-space"),
    Setting(72, "paragraph", "form-feed"),
    Setting(70, "paragraph"),
    Setting(84, "none"),
    Setting(75, "none", "form-feed", indent=True),
    Setting(75, "paragraph", "head", indent=True),
    Setting(62, "line", "number"),
    Setting(90, "paragraph", "foot"),
    Setting(78, "line", "named-foot"),
    Setting(68, "none", "named-foot"),
)
