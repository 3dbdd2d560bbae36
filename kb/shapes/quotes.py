"""What stands in quotation marks as JSON."""

from __future__ import annotations

from kb.model import FoundPage, Placed, Quote, Span
from kb.shapes import Json, facets
from kb.shapes.document import places


def quotes(page: FoundPage[Quote]) -> dict[str, Json]:
    """`kb quotes`. `total` counts all that there are, not only those listed."""
    return {
        "total": page.total,
        "quotes": [_quote(placed) for placed in page.rows],
        "facets": facets(page.facets),
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
