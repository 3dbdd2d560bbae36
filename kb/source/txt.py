"""Plain text: whether its lines are paragraphs or pieces of them."""

from __future__ import annotations

import re

from kb.model import RawText

LONGEST_PRINTED_LINE = 200  # a page of the widest text has about 130 characters a line; a paragraph easily more
LONG_SHARE = 0.05  # of the text, in longer lines: a printed text has a table or an address that long now and then
# Of 2,000 articles of Vietnamese Wikipedia, 165 have short lines only; 157 of these have .10 or less that go on. The
# outline has .75, the four documents of gold/documents .36 to .54, a speech of few paragraphs .25.
GOING_ON_SHARE = 0.1
# A line that begins in the middle of a sentence: with a small letter, but not with the letter of a point, "a) ...".
GOES_ON = re.compile(r"\s*(?!\w[).])[^\W\d_]")


def read_text(text: str, title: str | None = None) -> RawText:
    """The text as it is. It counts as wrapped when no more than a little of it stands in lines that no page could hold,
    and some lines go on where the one before ended.

    >>> read_text("Đại hội thi đua\\nyêu nước tỉnh Bắc Kạn").wrapped, read_text("Một dòng\\nHai dòng").wrapped
    (True, False)
    >>> read_text("Thi đua là yêu nước. " * 20 + "\\nvà").wrapped
    False
    """
    return RawText(text, wrapped=_is_wrapped([line for line in text.split("\n") if line.strip()]), title=title)


def _is_wrapped(lines: list[str]) -> bool:
    long = sum(len(line) for line in lines if len(line) > LONGEST_PRINTED_LINE)
    if long > LONG_SHARE * sum(map(len, lines)):
        return False
    return sum(map(_goes_on, lines)) > GOING_ON_SHARE * len(lines)


def _goes_on(line: str) -> bool:
    begin = GOES_ON.match(line)
    return begin is not None and begin[0][-1].islower()
