"""Plain text: whether its lines are paragraphs or pieces of them."""

from __future__ import annotations

from kb.model import RawText

LONGEST_PRINTED_LINE = 200  # a page of the widest text has about 130 characters a line; a paragraph easily more
SHARE = 0.05  # a printed text has a table or an address that long now and then


def read_text(text: str, title: str | None = None) -> RawText:
    """The text as it is. It counts as wrapped unless a fair share of it stands in lines that no page could hold.

    >>> read_text("Một dòng\\nngắn").wrapped, read_text("dài " * 60 + "\\nngắn").wrapped
    (True, False)
    """
    long = sum(len(line) for line in text.split("\n") if len(line) > LONGEST_PRINTED_LINE)
    return RawText(text, wrapped=long < SHARE * len(text), title=title)
