"""From printed lines to paragraphs: pages, what is printed on them and is no text, and line ends inside paragraphs.

`lay_out` changes white space and drops furniture; letters and words are never touched (kb.source.repair does that).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kb.model import Page
from kb.source.edits import Ledger
from kb.source.layout.clearing import layout_edits
from kb.source.layout.furniture import RULE, is_rule
from kb.source.layout.lines import PrintedLine, printed_lines
from kb.source.layout.pages import find_pages, read_pages
from kb.source.layout.paragraphs import Paragraph
from kb.source.layout.unwrap import Partings, unwrap

__all__ = ["lay_out"]


def lay_out(ledger: Ledger, *, wrapped: bool, pages: Sequence[int] = ()) -> tuple[Ledger, tuple[Page, ...]]:
    """The text with exactly one paragraph a line, and the pages of the source; () where it does not show them.

    `wrapped`: a paragraph may go on over several lines; otherwise every line that is not empty is one. `pages` is the
    page of each line where the format knows it. The ledger's lines must still be those of the source.

    >>> source = "1. Ý nghĩa \\n\\nLời kêu gọi thi đua \\n\\nái quốc. \\n\\n-----\\n"
    >>> lay_out(Ledger.of(source), wrapped=True)[0].text
    '1. Ý nghĩa\\nLời kêu gọi thi đua ái quốc.'
    """
    lines = printed_lines(ledger.text)
    marks = find_pages(lines, wrapped=wrapped, given=pages)
    furniture = {found.line: found.rule for found in marks.furniture}
    furniture |= {line.number: RULE for line in lines if line.number not in furniture and is_rule(line.ink)}
    kept = [line for line in lines if line.ink and line.number not in furniture]
    starts = frozenset(start for start, _ in marks.starts[1:])
    if wrapped:
        paragraphs = unwrap(kept, _partings(kept, furniture, starts))
    else:
        paragraphs = tuple(Paragraph((line,)) for line in kept)
    edits = layout_edits(ledger.text, lines, paragraphs, furniture, starts)
    return ledger.apply(edits), read_pages(marks, lines)


def _partings(kept: Sequence[PrintedLine], furniture: dict[int, str], starts: frozenset[int]) -> Partings:
    """Which of the lines that are kept are cut off from the one above: by a page's start, furniture or a rule."""
    between = {below.number: range(above.number + 1, below.number) for above, below in pairwise(kept)}
    ruled = {line for line, gap in between.items() if any(furniture.get(number) == RULE for number in gap)}
    parted = {
        line
        for line, gap in between.items()
        if line in starts or any(number in furniture or number in starts for number in gap)
    }
    return Partings(frozenset(parted), frozenset(ruled))
