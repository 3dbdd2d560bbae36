"""One quotation, many places: where the words of a quote stand elsewhere, in marks or not, and what differs there.

Nothing of this is stored: quotes share shingles in the library, and words without marks are asked of the engine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.analysis import analyze
from kb.extract.quotes.likeness import LEAST, difference, is_variant, part_like
from kb.model import EntryId, Placed, Quote, Recurrence, Span
from kb.query.tree import Any, Phrase, Query
from kb.snapshot import Snapshot

MOST = 20  # places of one quotation that are told
ASKED = 200  # passages that are looked through for them
RUN = 5  # syllables in a row that a passage has to share before it is looked at
STREAMS = ("syllables", "heading")  # a slogan that is a section of its own has its words as a heading (outline, III.3)
REPEATED = ("quotation", "slogan")  # kinds that are repeated without marks; words of a name stand anywhere
_SENTENCE = re.compile(r"(?<=[.!?;…])\s+")


def recurrences(snapshot: Snapshot, placed: Placed[Quote]) -> tuple[Recurrence, ...]:
    """The other places of a quote's words, in the order of document and text: quotes first that are alike, then
    passages that hold the words, or one of their sentences, without marks."""
    quoted = tuple(_quoted(snapshot, placed))
    taken = [(placed.document, placed.found.span), *((one.document, one.span) for one in quoted)]
    plain = (
        one
        for one in (_unquoted(snapshot, placed.found.words) if placed.found.kind in REPEATED else ())
        if not any(id == one.document and _meet(span, one.span) for id, span in taken)
    )
    return tuple(sorted((*quoted, *plain), key=lambda one: (one.document, one.span)))[:MOST]


def _quoted(snapshot: Snapshot, placed: Placed[Quote]) -> Iterator[Recurrence]:
    words = placed.found.words
    for other in snapshot.library.quotes_like(words):
        is_itself = (other.document, other.mark) == (placed.document, placed.mark)
        if not is_itself and is_variant(words, other.found.words):
            quote = other.found
            speaker = quote.speaker.name if quote.speaker else None
            changed = difference(words, quote.words)
            where = (other.document, other.section, other.location, quote.span)
            yield Recurrence(*where, quote.words, is_quoted=True, speaker=speaker, mark=other.mark, difference=changed)


def _unquoted(snapshot: Snapshot, words: str) -> Iterator[Recurrence]:
    """The passages in which the words stand, or a sentence of them that is long enough to be known by."""
    sentences = [one for one in _SENTENCE.split(words) if len(one.split()) >= LEAST + 2]
    wanted = [words, *(one for one in sentences if one != words)]
    runs = tuple(run for one in wanted for run in _runs(one))
    if not runs:
        return
    ranked = snapshot.engine.search(Any(tuple(dict.fromkeys(runs))), limit=ASKED).ranked
    for chunk in snapshot.library.chunks(EntryId(one.id) for one in ranked).values():
        for one in wanted:
            found = part_like(one, chunk.text)
            if found is not None:
                span = found.moved(chunk.span.start)
                location = snapshot.library.document(chunk.document).body.locate(span)
                said = " ".join(found.of(chunk.text).split())
                where = (chunk.document, chunk.section, location, span)
                yield Recurrence(*where, said, is_quoted=False, difference=difference(one, said))
                break


def _runs(words: str) -> Iterator[Query]:
    tokens = tuple(token.text for token in analyze(words, words=False).syllables)
    for first in range(0, max(1, len(tokens) - RUN + 1), RUN)[:8]:
        for stream in STREAMS:
            yield Phrase(stream, tokens[first : first + RUN])


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
