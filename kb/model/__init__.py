"""The nouns of kb: frozen values that every layer passes on, and nothing that does work.

body: text and places; document: outline and pieces; quote and extracts: what is found in a text; answer: what a search
gives.
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
from kb.model.extracts import Extracts, FoundPage, Placed, Recurrence
from kb.model.figure import Bound, Figure, Grain, Inherited, Period, Relation, RelationKind
from kb.model.finding import FINDING_CATEGORIES, VERDICTS, Finding, FindingCategory, Verdict
from kb.model.phrase import Phrase, PhraseKind
from kb.model.quote import QUOTE_KINDS, Certainty, Cue, Quote, QuoteKind, Speaker, Work
from kb.model.reference import REFERENCE_KINDS, IssuerTold, Reference, ReferenceKind

__all__ = [
    "FINDING_CATEGORIES",
    "LAYOUT",
    "OUTSIDE",
    "QUOTE_KINDS",
    "REFERENCE_KINDS",
    "SIGNATURE",
    "TITLE_BLOCK",
    "VERDICTS",
    "Body",
    "Bound",
    "Certainty",
    "Chunk",
    "ChunkId",
    "Citation",
    "Cover",
    "Cue",
    "Document",
    "DocumentId",
    "EntryId",
    "Extracts",
    "FacetValue",
    "Figure",
    "Finding",
    "FindingCategory",
    "FoundPage",
    "Front",
    "Grain",
    "Hit",
    "Inherited",
    "IssuerTold",
    "Line",
    "Location",
    "Page",
    "PageEvidence",
    "Period",
    "Phrase",
    "PhraseKind",
    "Placed",
    "Quote",
    "QuoteKind",
    "RawText",
    "Recurrence",
    "Reference",
    "ReferenceKind",
    "Relation",
    "RelationKind",
    "Repair",
    "ResultPage",
    "Section",
    "SectionId",
    "SectionKind",
    "Source",
    "Span",
    "Speaker",
    "Understood",
    "Verdict",
    "Work",
]
