"""Results of a search as JSON."""

from __future__ import annotations

from kb.model import Hit, ResultPage, Understood
from kb.shapes import Json, facets
from kb.shapes.document import places


def result(page: ResultPage) -> dict[str, Json]:
    """`kb search`: the hits that answer, or the nearest passages where none does."""
    return {
        "question": page.question,
        "understood": [_understood(part) for part in page.understood],
        "total": page.total,
        "took_ms": page.took_ms,
        "offset": page.offset,
        "hits": [_hit(hit) for hit in page.hits],
        "near": [_hit(hit) for hit in page.near],
        "suggestions": list(page.suggestions),
        "facets": facets(page.facets),
    }


def batch_row(id: Json, page: ResultPage) -> dict[str, Json]:
    """One line of `kb search --batch`: the answer to the row with this id."""
    return {
        "id": id,
        "total": page.total,
        "took_ms": page.took_ms,
        "hits": [
            {
                "document": hit.chunk.document,
                "section": hit.chunk.section,
                "score": hit.score,
                "text": hit.chunk.text,
            }
            for hit in page.hits
        ],
    }


def _understood(part: Understood) -> dict[str, Json]:
    return {"kind": part.kind, "text": part.text, "note": part.note}


def _hit(hit: Hit) -> dict[str, Json]:
    citation = hit.citation
    return {
        "rank": hit.rank,
        "score": hit.score,
        "document": hit.chunk.document,
        "section": hit.chunk.section,
        "path": list(hit.chunk.path),
        "text": hit.chunk.text,
        "snippet": hit.snippet,
        "highlights": [[span.start, span.end] for span in hit.highlights],
        "citation": {"label": citation.label, **places(citation.location), "url": citation.url},
    }
