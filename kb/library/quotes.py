"""Quotes as rows of the library and back, and the shingles by which variants of one find each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kb.extract.quotes.joining import shingles
from kb.library.finds import Finds, ends, span
from kb.library.places import NUMBER, PlacedRow
from kb.model import Cue, Quote, QuoteKind, Span, Speaker, Work

WRITE_SHINGLES = "INSERT INTO quote_shingles VALUES (?, ?)"


@dataclass(frozen=True, slots=True)
class KnownQuote:
    """What decides whether a quote is listed; `place` is the key of its row."""

    place: int
    document: str
    kind: QuoteKind
    speaker: str | None


def shingle_rows(placed: Sequence[PlacedRow[Quote]], reading: int) -> Iterator[tuple[int, int]]:
    """The shingles of the quotes of one reading, for `WRITE_SHINGLES`."""
    for number, row in enumerate(placed):
        for shingle in shingles(row.found.words):
            yield shingle, reading << NUMBER | number


def _columns(quote: Quote) -> tuple[Any, ...]:
    speaker = quote.speaker.name if quote.speaker else None
    return (quote.kind, quote.certainty, quote.sieve, speaker, quote.words)


def _details(quote: Quote) -> Mapping[str, object]:
    speaker = quote.speaker
    values = {
        "role": speaker and speaker.role,
        "named": speaker and ends(speaker.span),
        "source": quote.source and [quote.source.name, quote.source.day],
        "cue": quote.cue and [quote.cue.words, quote.cue.span.start, quote.cue.span.end],
        "org": quote.org,
    }
    return {name: value for name, value in values.items() if value}


def _quote(place: Span, own: Sequence[Any], told: Mapping[str, Any]) -> Quote:
    kind, certainty, sieve, speaker, words = own
    return Quote(
        span=place,
        words=words,
        kind=kind,
        certainty=certainty,
        sieve=sieve,
        speaker=Speaker(speaker, told.get("role"), span(told.get("named"))) if speaker else None,
        source=Work(*told["source"]) if "source" in told else None,
        cue=_cue(told.get("cue")),
        org=told.get("org"),
    )


def _cue(told: Sequence[Any] | None) -> Cue | None:
    return Cue(told[0], Span(*told[1:])) if told else None


def _said(quote: Quote) -> str:
    speaker = quote.speaker.name if quote.speaker else None
    return " ".join(filter(None, (quote.words, speaker, str(quote.source or ""), quote.org)))


QUOTES = Finds(
    name="quotes",
    letter="q",
    columns=("kind", "certainty", "sieve", "speaker", "words"),
    span_of=lambda quote: quote.span,
    columns_of=_columns,
    details_of=_details,
    said=_said,
    found_of=_quote,
    deciding=("kind", "speaker"),
)
