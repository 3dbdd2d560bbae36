"""The answer to a question: hits with their citations, and how the question was read."""

from __future__ import annotations

from dataclasses import dataclass, field

from kb.model.body import Location, Span
from kb.model.document import Chunk, DocumentId, SectionId


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a hit stands, for people (`label`) and for links (`url`, a path without host)."""

    document: DocumentId
    section: SectionId
    span: Span
    location: Location
    label: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage that answers.

    `highlights` are spans of `snippet`, which is cut from `chunk.text`. A score means something within one answer only.
    """

    chunk: Chunk
    rank: int
    score: float
    snippet: str
    highlights: tuple[Span, ...]
    citation: Citation


@dataclass(frozen=True, slots=True)
class Understood:
    """One part of a question as it was read.

    `kind` names the part (word, phrase, without, filter, corrected, ignored); `note` says what was done, in words.
    """

    kind: str
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class FacetValue:
    value: str
    count: int


@dataclass(frozen=True, slots=True)
class ResultPage:
    """The answer to a question. `total` counts what answers; `near` is filled only when nothing does."""

    question: str
    understood: tuple[Understood, ...]
    total: int
    hits: tuple[Hit, ...]
    near: tuple[Hit, ...] = ()
    offset: int = 0
    suggestions: tuple[str, ...] = ()
    facets: dict[str, tuple[FacetValue, ...]] = field(default_factory=dict)
    took_ms: float = 0.0
