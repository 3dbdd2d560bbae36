"""What may be suggested while a question is typed: words that stand in a document as one thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PhraseKind = Literal["number", "person", "title", "name", "body", "quotation", "phrase"]
"""number: of a document; person; title: of a section; name: in quotation marks, of a movement, slogan, work, model;
body: an office, association or award; quotation: somebody's words; phrase: words that often stand together."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words as they are shown, what they are, and at how many places they stand."""

    text: str
    kind: PhraseKind
    count: int
