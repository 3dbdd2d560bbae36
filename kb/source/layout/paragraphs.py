"""Printed lines that belong together, and a paragraph while it is being put together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kb.outline.signs import ends, still_open
from kb.source.layout.damaged import read_damaged, tightened
from kb.source.layout.lines import PrintedLine

LONGEST_HEADING = 300  # characters; the longest title of a law's article that was met has 262
LABEL = re.compile(r"\S:\s+\S")
_NUMBER_AT_END = re.compile(r"\d\S*/\S*-$")
_STOP_INSIDE = re.compile(r"[^\W\d_]{3}[.!?]”? |; ")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that make one paragraph, in order."""

    lines: tuple[PrintedLine, ...]

    @property
    def text(self) -> str:
        return " ".join(line.ink for line in self.lines)


@dataclass(slots=True)
class Growing:
    """A paragraph to which lines are still added; what is asked of it costs the same however long it gets.

    `head` is the beginning of its text, a little more than a heading may have. `open` counts its open quotations and
    brackets.
    """

    lines: list[PrintedLine] = field(default_factory=list)
    head: str = ""
    open: tuple[int, int] = (0, 0)

    def add(self, line: PrintedLine) -> None:
        self.lines.append(line)
        self.open = still_open(line.ink, self.open)
        if len(self.head) <= LONGEST_HEADING:
            self.head = f"{self.head} {line.ink}".lstrip()

    def done(self) -> Paragraph:
        return Paragraph(tuple(self.lines))


def number_goes_on(before: PrintedLine, after: PrintedLine) -> bool:
    """Whether a document's number is broken behind a hyphen ("258/QĐ-" / "TTg"), so that no space belongs between.

    >>> from kb.source.layout.lines import printed_lines
    >>> [number_goes_on(*printed_lines(text)) for text in ("Quyết định số 258/QĐ-\\nTTg của", "2016 -\\n2020")]
    [True, False]
    """
    return _NUMBER_AT_END.search(before.ink) is not None and after.ink[:1].isalpha()


def is_heading(text: str) -> bool:
    """Whether a paragraph looks like a heading that may end here: a marker and a title without an end or a label.

    >>> is_heading("1. Hoàn cảnh ra đời"), is_heading("- Ý nghĩa: Lời kêu gọi"), is_heading("“Điều 7. Yêu cầu")
    (True, False, True)
    """
    unquoted = tightened(text.lstrip('“"'))
    markers = read_damaged(unquoted)
    if not markers or len(text) > LONGEST_HEADING:
        return False
    title = unquoted[markers[0].end :]
    return not (_STOP_INSIDE.search(title) or LABEL.search(title) or ends(title, ".;,"))
