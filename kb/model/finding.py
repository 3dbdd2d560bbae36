"""Something in a document that contradicts itself or arithmetic, or that was tried and holds."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal, get_args

from kb.model.body import Span

FindingCategory = Literal["anniversary", "sum", "percentage", "growth", "value", "ordinal", "date", "name", "marks"]
FINDING_CATEGORIES: tuple[FindingCategory, ...] = get_args(FindingCategory)
"""anniversary: years against their days; sum: parts against their whole; percentage: a share against its numbers;
growth: a change against the two values; value: one figure with two values; ordinal: one event with two ordinals; date:
days that do not fit each other; name: one name in two wordings; marks: quotation marks that do not close."""

Verdict = Literal["error", "likely", "review", "holds"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


ID_LENGTH = 10


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found at the places of `evidence`, in the order of the text, never empty.

    `what` is one sentence of Vietnamese. `arithmetic` is the sum redone, a step a line. `words` are the places' words,
    each on one line. Nothing is corrected: `error` says that two things cannot both be right, not which is wrong.
    """

    category: FindingCategory
    verdict: Verdict
    what: str
    evidence: tuple[Span, ...]
    words: tuple[str, ...]
    arithmetic: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """What it is known by as long as its category and its words stay, whatever the document is read anew."""
        words = "\n".join(" ".join(word.casefold().split()) for word in self.words)
        return sha256(f"{self.category}\n{words}".encode()).hexdigest()[:ID_LENGTH]

    @property
    def span(self) -> Span:
        return self.evidence[0]
