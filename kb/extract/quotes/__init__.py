"""What stands in quotation marks in a text: its kind, whose words it is, and how that is known.

stretches (what stands between marks) -> sieves (one decision for each, with what was decided before) -> repeats (what
is named once is the same name elsewhere). The decision carries the sieve that made it; what nothing decides is a guess.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kb.extract.quotes.context import Context
from kb.extract.quotes.owners import owner_of
from kb.extract.quotes.repeats import settle_repeats
from kb.extract.quotes.sieves import decide
from kb.extract.quotes.stretches import Stretch, stretches
from kb.model import Document, Quote, Span

REMEMBERED = 12  # stretches before one in its paragraph: as many as a list under one head may have in one sentence

__all__ = ["owner_of", "quotes_in", "read_quotes"]


def read_quotes(document: Document) -> tuple[Quote, ...]:
    """Every stretch in quotation marks, in the order of the text, those inside others too."""
    return quotes_in(document.text)


def quotes_in(text: str) -> tuple[Quote, ...]:
    """Every stretch in quotation marks of a text that has one paragraph a line.

    >>> [(q.kind, q.speaker and q.speaker.name) for q in quotes_in("Người chỉ rõ: “thi đua chứ không phải ganh đua”.")]
    [('quotation', 'Hồ Chí Minh')]
    """
    paragraphs = tuple(_paragraphs(text))
    found = stretches(text, paragraphs)
    return settle_repeats(tuple(_decided(text, paragraphs, found)))


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        yield Span(start, start + len(line))
        start += len(line) + 1


def _decided(text: str, paragraphs: Sequence[Span], found: Sequence[Stretch]) -> Iterator[Quote]:
    blanked = _blanked(text, found)
    before: list[tuple[Stretch, Quote]] = []
    for stretch in found:
        if before and before[-1][0].paragraph != stretch.paragraph:
            before = [one for one in before if one[0].span.end > stretch.span.start]
        if not any(letter.isalnum() for letter in stretch.span.of(text)):
            continue
        quote = decide(Context.of(text, blanked, paragraphs, stretch, before[-REMEMBERED:]))
        before.append((stretch, quote))
        yield quote


def _blanked(text: str, found: Sequence[Stretch]) -> str:
    """The text with ¤ for every letter in quotation marks, so that no word there is read as the author's."""
    pieces: list[str] = []
    place = 0
    for stretch in found:
        if stretch.depth == 0:
            inner = stretch.span.of(text)
            pieces += (text[place : stretch.span.start], "".join(" " if one.isspace() else "¤" for one in inner))
            place = stretch.span.end
    # The stars of an emphasis that hugs a mark (*"…"*) say nothing.
    return "".join((*pieces, text[place:])).replace("*", " ")
