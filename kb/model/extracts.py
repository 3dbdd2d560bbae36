"""What is found in a document beside its text, and where each of it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from kb.model.answer import FacetValue
from kb.model.body import Location, Span
from kb.model.document import DocumentId, SectionId
from kb.model.figure import Figure
from kb.model.finding import Finding
from kb.model.phrase import Phrase
from kb.model.quote import Quote
from kb.model.reference import Reference

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Extracts:
    """All that is found in one document, each kind in the order of the text.

    `key` is what the document is known by when others name it: "doc:258|qd|ttg"; None for one without a number.
    `phrases` have no place.
    """

    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    references: tuple[Reference, ...] = ()
    findings: tuple[Finding, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Placed(Generic[Found]):
    """Something found, with the place it stands at.

    `mark` is its anchor on the document's page and in addresses: kind, line, number on the line ("q102-1"). `printed`
    is what the source has in its place, line ends and all, before any repair.
    """

    document: DocumentId
    section: SectionId
    mark: str
    location: Location
    printed: str
    found: Found


@dataclass(frozen=True, slots=True)
class FoundPage(Generic[Found]):
    """A page of what was found in all documents, in the order of document and text.

    `total` counts all that was asked for. `facets` counts, for each field that narrows the list, what there would be
    of each value under all the other conditions; the most frequent first.
    """

    total: int
    offset: int
    rows: tuple[Placed[Found], ...]
    facets: dict[str, tuple[FacetValue, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Another place where the words of a quote stand.

    `is_quoted`: in quotation marks there, under `mark` and perhaps another `speaker`. `difference` holds the words in
    which the two differ, the quote's first; "" where one has none.
    """

    document: DocumentId
    section: SectionId
    location: Location
    span: Span
    words: str
    is_quoted: bool
    speaker: str | None = None
    mark: str | None = None
    difference: tuple[tuple[str, str], ...] = ()
