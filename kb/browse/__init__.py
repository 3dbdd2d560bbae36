"""Use cases that read the index: a document (`reading`), a passage to cite (`citing`), what was found (`quotes`).

They read a snapshot and give values. What is found in the texts has a module each and is imported from there.
"""

from kb.browse.citing import Passage, owners_of, passage, span_of_lines
from kb.browse.reading import (
    Block,
    blocks,
    document,
    listed_sections,
    location_of,
    raw_blocks,
    section_at,
    section_of,
)

__all__ = [
    "Block",
    "Passage",
    "blocks",
    "document",
    "listed_sections",
    "location_of",
    "owners_of",
    "passage",
    "raw_blocks",
    "section_at",
    "section_of",
    "span_of_lines",
]
