"""References as JSON."""

from __future__ import annotations

from collections.abc import Mapping

from kb.model import DocumentId, FoundPage, Placed, Reference
from kb.shapes import Json, facets
from kb.shapes.document import places


def references(page: FoundPage[Reference], targets: Mapping[int, DocumentId]) -> dict[str, Json]:
    """`kb references`. `total` counts all that there are; `targets` says where the rows lead, by their place."""
    return {
        "total": page.total,
        "references": [_reference(placed, targets.get(place)) for place, placed in enumerate(page.rows)],
        "facets": facets(page.facets),
    }


def _reference(placed: Placed[Reference], target: DocumentId | None) -> dict[str, Json]:
    one = placed.found
    return {
        "text": one.words,
        "kind": one.kind,
        "type": one.type,
        "number": one.number,
        "title": one.title,
        "issuer": one.issuer,
        "issuer_told": one.issuer_told,
        "date": one.date,
        "document": placed.document,
        "section": placed.section,
        **places(placed.location),
        "target": target,
        "key": one.key,
        "mark": placed.mark,
        "span": [one.span.start, one.span.end],
    }
