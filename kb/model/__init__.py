"""The nouns of kb: frozen values that every layer passes on, and nothing that does work.

body: text and places; document: outline and pieces; answer: what a search gives.
"""

from kb.model.answer import Citation, FacetValue, Hit, ResultPage, Understood
from kb.model.body import LAYOUT, Body, Line, Location, Page, PageEvidence, RawText, Repair, Span
from kb.model.document import (
    OUTSIDE,
    SIGNATURE,
    TITLE_BLOCK,
    Chunk,
    ChunkId,
    Cover,
    Document,
    DocumentId,
    EntryId,
    Front,
    Section,
    SectionId,
    SectionKind,
    Source,
)

__all__ = [
    "LAYOUT",
    "OUTSIDE",
    "SIGNATURE",
    "TITLE_BLOCK",
    "Body",
    "Chunk",
    "ChunkId",
    "Citation",
    "Cover",
    "Document",
    "DocumentId",
    "EntryId",
    "FacetValue",
    "Front",
    "Hit",
    "Line",
    "Location",
    "Page",
    "PageEvidence",
    "RawText",
    "Repair",
    "ResultPage",
    "Section",
    "SectionId",
    "SectionKind",
    "Source",
    "Span",
    "Understood",
]
