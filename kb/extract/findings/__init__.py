"""Findings: what in a document contradicts itself or arithmetic, and what was tried and holds.

A module a kind of check; each gets the same reading of the document. What is uncertain is "likely" or for review, and
what cannot be told is left out: a page nobody believes is worse than none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kb.extract.findings.anniversaries import anniversaries
from kb.extract.findings.dates import dates
from kb.extract.findings.growth import growth
from kb.extract.findings.marks import marks
from kb.extract.findings.names import names
from kb.extract.findings.ordinals import ordinals
from kb.extract.findings.parts import Reading
from kb.extract.findings.percentages import percentages
from kb.extract.findings.sums import sums
from kb.extract.findings.values import values
from kb.extract.passages import Passage
from kb.model import Document, Figure, Finding, Reference

CHECKS: tuple[Callable[[Reading], Iterator[Finding]], ...] = (
    anniversaries,
    sums,
    percentages,
    growth,
    values,
    ordinals,
    dates,
    names,
    marks,
)


def find(
    document: Document, passages: Sequence[Passage], figures: Sequence[Figure], references: Sequence[Reference]
) -> tuple[Finding, ...]:
    """What was found in a document, in the order of the first place of each."""
    reading = Reading(document, passages, figures, references)
    found = [finding for check in CHECKS for finding in check(reading)]
    return tuple(sorted(found, key=lambda finding: (finding.span, finding.category, finding.what)))
