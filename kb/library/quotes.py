"""Quotes as rows of the library and back, and the questions about them.

A quote's row is keyed like a chunk's, by reading and number, so that the rows of a reading lie side by side and are
swept with it. What quotes are asked by has columns; what is only shown is one JSON text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kb.analysis import analyze
from kb.extract.quotes.joining import shingles
from kb.library.places import NUMBER, PlacedRow, located, place_columns
from kb.model import Cue, Placed, Quote, QuoteKind, Span, Speaker, Work

WRITE = f"INSERT INTO quotes VALUES ({', '.join('?' * 19)})"
KNOWN = "SELECT place, document, kind, speaker FROM quotes JOIN readings ON reading = place >> 20"
READ = (
    "SELECT place, document, section, mark, first_line, last_line, first_page, last_page, printed,"
    " start, end, kind, certainty, sieve, speaker, words, details"
    " FROM quotes JOIN readings ON reading = place >> 20"
)
WRITE_SHINGLES = "INSERT INTO quote_shingles VALUES (?, ?)"


@dataclass(frozen=True, slots=True)
class KnownQuote:
    """What decides whether a quote is shown; `place` is the key of its row."""

    place: int
    kind: QuoteKind
    speaker: str | None


def quote_rows(placed: Sequence[PlacedRow[Quote]], reading: int) -> Iterator[tuple[Any, ...]]:
    """The rows of the quotes of one reading, for `WRITE`."""
    for number, row in enumerate(placed):
        quote = row.found
        speaker = quote.speaker.name if quote.speaker else None
        said = " ".join(filter(None, (quote.words, speaker, str(quote.source or ""), quote.org)))
        yield (
            reading << NUMBER | number,
            *place_columns(row),
            quote.span.start,
            quote.span.end,
            quote.kind,
            quote.certainty,
            quote.sieve,
            speaker,
            quote.words,
            json.dumps(_details(quote), ensure_ascii=False),
            *searched(said),
        )


def shingle_rows(placed: Sequence[PlacedRow[Quote]], reading: int) -> Iterator[tuple[int, int]]:
    """The shingles of the quotes of one reading, for `WRITE_SHINGLES`."""
    for number, row in enumerate(placed):
        for shingle in shingles(row.found.words):
            yield shingle, reading << NUMBER | number


def quote_of(row: Sequence[Any]) -> Placed[Quote]:
    """A quote as `READ` gives it."""
    start, end, kind, certainty, sieve, speaker, words, details = row[9:]
    told = json.loads(details)
    return located(
        row[:9],
        Quote(
            span=Span(start, end),
            words=words,
            kind=kind,
            certainty=certainty,
            sieve=sieve,
            speaker=Speaker(speaker, told.get("role"), _span(told.get("named"))) if speaker else None,
            source=Work(*told["source"]) if "source" in told else None,
            cue=_cue(told.get("cue")),
            org=told.get("org"),
        ),
    )


def searched(text: str) -> tuple[str, str]:
    """The text's syllables as one string that `instr` finds them in, with marks and without.

    >>> searched("Thi đua, là")
    (' thi đua la2 ', ' thi dua la ')
    """
    found = analyze(text, words=False)
    marked, folded = (" ".join(token.text for token in stream) for stream in (found.syllables, found.folded))
    return f" {marked} ", f" {folded} "


def asks(query: str) -> tuple[str, tuple[str, ...]]:
    """A condition on rows with `marked` and `folded` that holds where every syllable of the query stands, and its
    values. A syllable without marks may stand for one with them."""
    found = analyze(query, words=False)
    parts: list[str] = []
    values: list[str] = []
    for syllable, folded in zip(found.syllables, found.folded, strict=True):
        is_marked = syllable.text != folded.text
        parts.append(f"instr({'marked' if is_marked else 'folded'}, ?) > 0")
        values.append(f" {(syllable if is_marked else folded).text} ")
    return " AND ".join(parts) or "1", tuple(values)


def _details(quote: Quote) -> Mapping[str, object]:
    speaker = quote.speaker
    values = {
        "role": speaker and speaker.role,
        "named": speaker and speaker.span and [speaker.span.start, speaker.span.end],
        "source": quote.source and [quote.source.name, quote.source.day],
        "cue": quote.cue and [quote.cue.words, quote.cue.span.start, quote.cue.span.end],
        "org": quote.org,
    }
    return {name: value for name, value in values.items() if value}


def _cue(told: Any) -> Cue | None:
    return Cue(told[0], Span(*told[1:])) if told else None


def _span(ends: Sequence[int] | None) -> Span | None:
    return Span(*ends) if ends else None
