"""Which sections of a long text are shown by their names only, and how: it opens by its top sections.

What stands before and between them is shown as it is. A folded section leads to its own page and keeps an anchor for
each section in it, so that an address with a fragment still lands where its words can be found.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from kb.browse import location_of
from kb.model import Document, Location, Section, SectionId
from kb_web.contents import TITLED, name_of
from kb_web.frame import Link

LONGEST = 40_000  # bytes of text; with its marks and links such a page is about as long again
MOST_ANCHORS = 300  # of sections that are not named; a guess that keeps the page small


@dataclass(frozen=True, slots=True)
class Fold:
    """A section that is only named, with the titled sections right under it; `hits`: passages in all of it."""

    kind: ClassVar[str] = "fold"
    id: SectionId
    name: str
    url: str
    place: Location
    hits: int
    below: tuple[tuple[SectionId, Link], ...]
    anchors: tuple[SectionId, ...]

    @property
    def lines(self) -> tuple[int, int]:
        return self.place.lines


def foldable(document: Document, opened: Section | None) -> tuple[Section, ...]:
    """The titled sections right under what is opened (None: the document), if all of it is over `LONGEST`; else ()."""
    text = opened.whole.of(document.text) if opened else document.text
    if len(text.encode()) <= LONGEST:
        return ()
    beside = opened.children if opened else document.sections
    return tuple(section for section in beside if section.kind in TITLED)


def fold(document: Document, section: Section, hits: Sequence[SectionId], address: Callable[[SectionId], str]) -> Fold:
    """The section as it is named. `hits` has a section's id once for each passage in it."""
    inside = tuple(one.id for one in section.walk())
    known = frozenset(inside)
    below = tuple(child for child in section.children if child.kind in TITLED)
    named = {section.id, *(child.id for child in below)}
    return Fold(
        section.id,
        name_of(section, document.text),
        address(section.id),
        location_of(document, section),
        sum(hit in known for hit in hits),
        tuple((child.id, Link(name_of(child, document.text), address(child.id))) for child in below),
        tuple(id for id in inside if id not in named)[:MOST_ANCHORS],
    )
