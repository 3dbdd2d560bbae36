"""The printed lines of a source, with their place in the text and the white space around them."""

from __future__ import annotations

from dataclasses import dataclass

FORM_FEED = "\f"


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line of the source, empty or not. `start` is the place of its first character in the text.

    `ink` is what it says, without the white space around it; `indent` how many spaces stand before that.
    """

    number: int
    start: int
    raw: str
    ink: str
    indent: int

    @property
    def ink_start(self) -> int:
        return self.start + len(self.raw) - len(self.raw.lstrip())

    @property
    def ink_end(self) -> int:
        return self.ink_start + len(self.ink)

    @property
    def width(self) -> int:
        """How far the line reaches, in characters from the left edge."""
        return self.indent + len(self.ink)


def printed_lines(text: str) -> tuple[PrintedLine, ...]:
    """The lines of a text, in order, those without ink too.

    >>> [(line.number, line.start, line.ink, line.indent) for line in printed_lines(" I. MỤC ĐÍCH \\n\\n1. Ý")]
    [(1, 0, 'I. MỤC ĐÍCH', 1), (2, 14, '', 0), (3, 15, '1. Ý', 0)]
    """
    lines: list[PrintedLine] = []
    start = 0
    for number, raw in enumerate(text.split("\n"), 1):
        ink = raw.strip()
        before = raw[: len(raw) - len(raw.lstrip())].rpartition(FORM_FEED)[2]
        lines.append(PrintedLine(number, start, raw, ink, len(before) if ink else 0))
        start += len(raw) + 1
    return tuple(lines)
