"""The repair of a text: what the printer, the PDF and the fonts did to it is undone, and every change is told.

Owns the order of the steps and the way back: which line of the source each piece of the repaired text stands on. The
steps are `letters`, kb.source.layout (lines to paragraphs), `marks`, `splits`, `quotes`, `punctuation`. What the author
wrote stays as it is, slips and all: "tiên tiên tiến", hoá beside hóa, a date that cannot be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from kb.model import Body, Line, Page, RawText, Span
from kb.source.edits import Edit, Ledger
from kb.source.layout import lay_out
from kb.source.repair.letters import compose, drop_unseen, plain_spaces, true_letters
from kb.source.repair.marks import attach_detached, place_misplaced
from kb.source.repair.punctuation import SPACINGS
from kb.source.repair.quotes import match_quotes
from kb.source.repair.splits import join_splits

__all__ = ["LETTER_RULES", "WORD_RULES", "apply_rules", "repair"]

Rule = Callable[[str], Iterable[Edit]]
"""A repair of one line or paragraph: its text in, edits of it out."""

LETTER_RULES: tuple[Rule, ...] = (drop_unseen, plain_spaces, compose, true_letters)
"""In order; before lines are joined, because layout measures lines by the letters on them."""

WORD_RULES: tuple[Rule, ...] = (
    attach_detached,
    join_splits,
    place_misplaced,
    match_quotes,
    *(row.edits for row in SPACINGS),
)
"""In order. Splits before misplaced marks: in "kết q uả" the "uả" alone would become "ủa"."""


def repair(raw: RawText) -> Body:
    """The repaired text, one paragraph a line, with its lines, pages and repairs; undoing these gives `raw.text`.

    >>> body = repair(RawText("Phong trà o thi \\nđua yêu nƣớc , hê \\u0323thống\\n", wrapped=False))
    >>> body.text
    'Phong trào thi\\nđua yêu nước, hệ thống'
    >>> [repair.rule for repair in body.repairs]
    ['split_syllable', 'line_break', 'oi_letter', 'space_before_punct', 'mark_detached', 'line_break']
    """
    ledger = apply_rules(Ledger.of(raw.text), LETTER_RULES)
    ledger, pages = lay_out(ledger, wrapped=raw.wrapped, pages=raw.pages)
    ledger = apply_rules(ledger, WORD_RULES)
    return Body(ledger.text, _lines(ledger, pages), ledger.repairs(), pages)


def apply_rules(ledger: Ledger, rules: Sequence[Rule]) -> Ledger:
    """The ledger after every rule in turn has seen each line of its text."""
    return ledger.apply(_edits(ledger.text, rules))


def _edits(text: str, rules: Sequence[Rule]) -> Iterator[Edit]:
    """What the rules together change, line by line: a line's own ledger is small, so each rule costs little."""
    start = 0
    for line in text.split("\n"):
        small = Ledger.of(line)
        for rule in rules:
            small = small.apply(rule(small.text))
        for change in small.changes:
            yield Edit(change.source.moved(start), change.now.of(small.text), change.rule)
        start += len(line) + 1


def _lines(ledger: Ledger, pages: Sequence[Page]) -> tuple[Line, ...]:
    """Every line of the source with its page and what of the repaired text is printed on it, one span after another."""
    page_of = {number: page.number for page in pages for number in range(page.first_line, page.last_line + 1)}
    printed = ledger.source.removesuffix("\n").split("\n")
    places = [0]
    place = 0
    for line in printed:
        place += len(line) + 1
        places.append(ledger.now_of(place))
    places[-1] = len(ledger.text)
    for number in range(len(printed) - 1, 0, -1):
        if not printed[number].strip():
            # A syllable joined across an empty line would be shared out among all three.
            places[number] = places[number + 1]
    return tuple(
        Line(number, page_of.get(number), Span(start, end))
        for number, (start, end) in enumerate(pairwise(places), start=1)
    )
