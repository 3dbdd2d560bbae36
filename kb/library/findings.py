"""Findings as rows of the library and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kb.library.finds import Finds, ends
from kb.model import Finding, FindingCategory, Span, Verdict


@dataclass(frozen=True, slots=True)
class KnownFinding:
    """What decides whether a finding is listed; `place` is the key of its row, `id` what it is accepted by."""

    place: int
    document: str
    category: FindingCategory
    verdict: Verdict
    id: str


def _details(one: Finding) -> Mapping[str, object]:
    return {
        "what": one.what,
        "evidence": [ends(span) for span in one.evidence],
        "words": one.words,
        "arithmetic": one.arithmetic,
    }


def _finding(_: Span, own: Sequence[Any], told: Mapping[str, Any]) -> Finding:
    category, verdict, _id = own
    evidence = tuple(Span(*ends) for ends in told["evidence"])
    return Finding(category, verdict, told["what"], evidence, tuple(told["words"]), tuple(told["arithmetic"]))


FINDINGS = Finds(
    name="findings",
    letter="x",
    columns=("category", "verdict", "id"),
    span_of=lambda one: one.span,
    columns_of=lambda one: (one.category, one.verdict, one.id),
    details_of=_details,
    said=lambda one: " ".join((one.what, *one.words)),
    found_of=_finding,
)
