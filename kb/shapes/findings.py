"""Findings as JSON."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from kb.model import DocumentId, Finding, FoundPage, Location, Placed, SectionId
from kb.shapes import Json, facets
from kb.shapes.document import places


class Place(Protocol):
    """One place of a finding with its words (kb.browse.findings.Evidence)."""

    @property
    def document(self) -> DocumentId: ...
    @property
    def section(self) -> SectionId: ...
    @property
    def location(self) -> Location: ...
    @property
    def words(self) -> str: ...


def findings(
    page: FoundPage[Finding], evidence: Sequence[Sequence[Place]], accepted: Collection[str] = ()
) -> dict[str, Json]:
    """`kb findings`. `evidence` holds the places of each row, `accepted` the ids that a person has accepted."""
    return {
        "total": page.total,
        "findings": [
            _finding(placed, places_of, placed.found.id in accepted)
            for placed, places_of in zip(page.rows, evidence, strict=True)
        ],
        "facets": facets(page.facets),
    }


def _finding(placed: Placed[Finding], evidence: Sequence[Place], accepted: bool) -> dict[str, Json]:
    finding = placed.found
    return {
        "category": finding.category,
        "verdict": finding.verdict,
        "what": finding.what,
        "arithmetic": list(finding.arithmetic),
        "evidence": [
            {"document": one.document, "section": one.section, **places(one.location), "text": one.words}
            for one in evidence
        ],
        "id": finding.id,
        "accepted": accepted,
        "document": placed.document,
        "section": placed.section,
        "mark": placed.mark,
    }
