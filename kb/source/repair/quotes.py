"""Quotation marks that do not fit their partner: a curly one opened and a straight one closes, or the other way round.

Which marks belong together is kb.vietnamese.quotation. A pair of straight marks is the author's choice and stays, and
so does a mark whose partner is in another paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.model import Span
from kb.source.edits import Edit
from kb.vietnamese.quotation import pair_marks


def match_quotes(text: str) -> Iterator[Edit]:
    """Make a straight quotation mark curly where its partner is; drop a space that then stands before a closing one.

    >>> [edit.after for edit in match_quotes('“phát triển"; "điểm sáng”; "riêng"; “Dân vận khéo ".')]
    ['”', '“', '', '”']
    """
    if '"' not in text or not ("“" in text or "”" in text):
        return
    edits = [edit for opening, closing in pair_marks(text).pairs for edit in _edits(text, opening, closing)]
    yield from sorted(edits, key=lambda edit: edit.span)


def _edits(text: str, opening: int, closing: int) -> Iterator[Edit]:
    if text[opening] == '"' and text[closing] == "”":
        yield Edit(Span(opening, opening + 1), "“", "mixed_quote")
    elif text[opening] == "“" and text[closing] == '"':
        if text[closing - 1] == " ":
            yield Edit(Span(closing - 1, closing), "", "space_before_punct")
        yield Edit(Span(closing, closing + 1), "”", "mixed_quote")
