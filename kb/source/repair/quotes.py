"""Quotation marks that do not fit their partner: a curly one opened and a straight one closes, or the other way round.

Owns pairing inside one paragraph. A pair of straight marks is the author's choice and stays, and so does a mark whose
partner is in another paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.model import Span
from kb.source.edits import Edit

_CLOSING_AFTER = ".,;:!?…%)]”’"


def match_quotes(text: str) -> Iterator[Edit]:
    """Make a straight quotation mark curly where its partner is; drop a space that then stands before a closing one.

    >>> [edit.after for edit in match_quotes('“phát triển"; "điểm sáng”; "riêng"; “Dân vận khéo ".')]
    ['”', '“', '', '”']
    """
    if '"' not in text or not ("“" in text or "”" in text):
        return
    open_marks: list[int] = []
    for place, mark in enumerate(text):
        if mark == "“" or (mark == '"' and _opens(text, place)):
            open_marks.append(place)
        elif mark in '”"' and open_marks:
            yield from _close(text, open_marks.pop(), place)


def _opens(text: str, place: int) -> bool:
    """Whether a straight mark opens a quotation, by what stands around it."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return after.isalnum() and not before.isalnum() and before not in _CLOSING_AFTER


def _close(text: str, opening: int, closing: int) -> Iterator[Edit]:
    if text[opening] == text[closing]:
        return
    if text[opening] == '"':
        yield Edit(Span(opening, opening + 1), "“", "mixed_quote")
    elif text[closing] == '"':
        if text[closing - 1] == " ":
            yield Edit(Span(closing - 1, closing), "", "space_before_punct")
        yield Edit(Span(closing, closing + 1), "”", "mixed_quote")
