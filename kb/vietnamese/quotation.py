"""Quotation marks: which mark opens, which closes it, and what stands between.

The one place where marks are paired: repair, outline and extraction ask here. Owns one paragraph or any other text that
is read as one; what runs over paragraphs is kb.extract.quotes.stretches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

OPENING: Final = "“«„‘"
CLOSING: Final = "”»’"
STRAIGHT: Final = '"'
BEGINNING: Final = tuple('“"«„')
"""Marks that a quotation may begin with, but for the single ones."""

_MARKS = re.compile(f"[{OPENING}{CLOSING}{STRAIGHT}]")
_FAMILY = {"“": 2, "”": 2, "„": 2, '"': 2, "«": 3, "»": 3, "‘": 1, "’": 1}
_CLOSES_AFTER = ".,;:!?…%)]”’»"
_OPENS_AFTER = '([{-–—/“«„‘"'


@dataclass(frozen=True, slots=True)
class Marks:
    """What was found of quotation marks in a text.

    `pairs` are the places of an opening mark and of the one that closes it, in the order of the opening ones; pairs are
    apart or lie in each other. `open` are the places of marks that open and are never closed, `closed` of marks that
    close what was never opened.
    """

    pairs: tuple[tuple[int, int], ...]
    open: tuple[int, ...]
    closed: tuple[int, ...]

    def outer(self) -> Iterator[tuple[int, int]]:
        """The pairs that lie in no other one."""
        end = -1
        for opening, closing in self.pairs:
            if opening > end:
                yield opening, closing
                end = closing


def pair_marks(text: str) -> Marks:
    """Pair the marks of a text; each is closed by the next one that can close it, of the wrong shape too.

    A curly mark may be closed by a straight one and the other way round (outline, line 187), and “ printed for ” closes
    where it can open nothing. Guillemets and single marks close only their own kind; ’ between letters is no mark
    (H’Mông). In one pass, whatever is never closed.

    >>> text = "“phát triển\\"; \\"điểm sáng”; «hai “lần”»"
    >>> [text[opening + 1 : closing] for opening, closing in pair_marks(text).pairs]
    ['phát triển', 'điểm sáng', 'hai “lần”', 'lần']
    >>> pair_marks("dở “dang"), pair_marks("xong”")
    (Marks(pairs=(), open=(3,), closed=()), Marks(pairs=(), open=(), closed=(4,)))
    """
    waiting: list[int] = []
    count = {1: 0, 2: 0, 3: 0}
    pairs: list[tuple[int, int]] = []
    left_open: list[int] = []
    closed: list[int] = []
    for match in _MARKS.finditer(text):
        place, mark = match.start(), match[0]
        family = _FAMILY[mark]
        if family == 1 and _in_word(text, place):
            continue
        if _opens(text, place, waiting):
            waiting.append(place)
            count[family] += 1
        elif count[family]:
            while _FAMILY[text[waiting[-1]]] != family:
                unclosed = waiting.pop()
                count[_FAMILY[text[unclosed]]] -= 1
                left_open.append(unclosed)
            count[family] -= 1
            pairs.append((waiting.pop(), place))
        elif family != 1:
            closed.append(place)
    left_open += waiting
    opened = (place for place in left_open if _FAMILY[text[place]] != 1)
    return Marks(tuple(sorted(pairs)), tuple(sorted(opened)), tuple(closed))


def _opens(text: str, place: int, waiting: list[int]) -> bool:
    """Whether a mark opens, by its shape, what stands around it, and what is open before it."""
    mark = text[place]
    if mark in "«„‘»’":
        return mark in OPENING
    is_open = any(_FAMILY[text[one]] == 2 for one in waiting[-2:])
    if mark == "“":
        return not (is_open and text[waiting[-1]] in "„“" and _can_only_close(text, place))
    if mark == "”":
        return not is_open and _can_only_open(text, place)
    return _can_only_open(text, place) if is_open else not _can_only_close(text, place)


def _can_only_open(text: str, place: int) -> bool:
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return (not before or before.isspace() or before in _OPENS_AFTER) and (after.isalnum() or after in tuple("“‘…["))


def _can_only_close(text: str, place: int) -> bool:
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return (before.isalnum() or before in tuple(_CLOSES_AFTER)) and not after.isalnum() and after not in tuple("“‘")


def _in_word(text: str, place: int) -> bool:
    return text[place - 1 : place].isalnum() and text[place + 1 : place + 2].isalnum()
