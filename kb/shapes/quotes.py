"""What stands in quotation marks as JSON."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kb.model import FoundPage, Placed, Quote, Recurrence, Span
from kb.shapes import Json, facets
from kb.shapes.document import places

Recurrences = Callable[[Placed[Quote]], Sequence[Recurrence]]


def quotes(page: FoundPage[Quote], recurs: Recurrences | None = None) -> dict[str, Json]:
    """`kb quotes`. `total` counts all that there are, not only those listed.

    With `recurs`, which gives the other places of a quote's words, each row has them.
    """
    return {
        "total": page.total,
        "quotes": [
            _quote(placed) | ({"recurs": [_recurrence(one) for one in recurs(placed)]} if recurs else {})
            for placed in page.rows
        ],
        "facets": facets(page.facets),
    }


def _recurrence(one: Recurrence) -> dict[str, Json]:
    return {
        "document": one.document,
        "section": one.section,
        **places(one.location),
        "text": one.words,
        "quoted": one.is_quoted,
        "speaker": one.speaker,
        "mark": one.mark,
        "difference": [list(pair) for pair in one.difference],
    }


def _quote(placed: Placed[Quote]) -> dict[str, Json]:
    quote = placed.found
    return {
        "text": quote.words,
        "printed": placed.printed,
        "kind": quote.kind,
        "speaker": quote.speaker.name if quote.speaker else None,
        "role": quote.speaker.role if quote.speaker else None,
        "source": str(quote.source) if quote.source else None,
        "cue": quote.cue.words if quote.cue else None,
        "org": quote.org,
        "certainty": quote.certainty,
        "sieve": quote.sieve,
        "document": placed.document,
        "section": placed.section,
        **places(placed.location),
        "mark": placed.mark,
        "span": _ends(quote.span),
        "cue_span": _ends(quote.cue.span if quote.cue else None),
    }


def _ends(span: Span | None) -> Json:
    return [span.start, span.end] if span else None
