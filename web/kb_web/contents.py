"""The outline beside a text: which sections are listed, where each leads, how many passages in it answer.

Of a whole document every section is listed. Beside an opened section: the titles of the first two levels, the branch
that is open, and whatever holds a passage that answers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kb.model import Document, Section, SectionId

ALWAYS_LISTED = 2  # levels
LONGEST_NAME = 140  # code points; a clause may be "titled" with its whole first sentence
TITLED = ("part", "chapter", "section", "article", "heading")
FRAME = ("title-block", "signature", "body")


@dataclass(frozen=True, slots=True)
class Entry:
    """One section of the outline; `is_loud`: its title is in capitals, so it is set smaller."""

    name: str
    url: str
    hits: int
    is_current: bool
    is_loud: bool
    below: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """The section before ("prev") or after ("next") the one that is shown."""

    rel: str
    name: str
    url: str


def entries(
    document: Document,
    current: SectionId | None,
    hits: Sequence[SectionId],
    address: Callable[[SectionId], str],
) -> tuple[Entry, ...]:
    """The outline's entries. `hits` has a section's id once for each passage in it."""
    counts = Counter(hits)
    branch = {section.id for section in document.lineage(current)} if current else set()
    return tuple(
        entry
        for section in document.sections
        if (entry := _entry(section, True, current, branch, counts, address)) is not None
    )


def name_of(section: Section) -> str:
    """A section's name in a list: its printed number and title; a bullet is left out, a long title cut.

    >>> from kb.model import Span
    >>> name_of(Section(SectionId("II"), "II.", 1, "heading", "KẾT QUẢ", Span(0, 0), (), Span(0, 0)))
    'II. KẾT QUẢ'
    """
    marker = section.marker if any(letter.isalnum() for letter in section.marker) else ""
    name = " ".join(filter(None, (marker, section.title))) or section.marker or section.id
    return name if len(name) <= LONGEST_NAME else name[:LONGEST_NAME].rsplit(" ", 1)[0] + " …"


def neighbours(document: Document, section: Section, address: Callable[[SectionId], str]) -> tuple[Step, ...]:
    """The titled sections before and after one, as a reader turns the pages: beside it, else above it."""
    before, after = _before(document, section), _after(document, section)
    links = (("prev", before), ("next", after))
    return tuple(Step(rel, name_of(other), address(other.id)) for rel, other in links if other is not None)


def _entry(
    section: Section,
    is_near: bool,
    current: SectionId | None,
    branch: set[SectionId],
    counts: Counter[SectionId],
    address: Callable[[SectionId], str],
) -> Entry | None:
    """The entry of a section; None where it is not listed. `is_near`: its parent is open."""
    is_branch = section.id in branch
    below = tuple(
        entry
        for child in section.children
        if (entry := _entry(child, is_branch, current, branch, counts, address)) is not None
    )
    is_listed = current is None or is_near or (section.level <= ALWAYS_LISTED and section.kind in TITLED)
    if section.kind in FRAME:
        is_listed = False
    if not (is_listed or below or counts[section.id]):
        return None
    return Entry(
        name_of(section),
        address(section.id),
        counts[section.id],
        section.id == current,
        section.title.isupper(),
        below,
    )


def _before(document: Document, section: Section) -> Section | None:
    *above, here = document.lineage(section.id)
    beside = above[-1].children if above else document.sections
    index = [one.id for one in beside].index(here.id)
    earlier = [one for one in beside[:index] if one.kind in TITLED]
    return earlier[-1] if earlier else above[-1] if above else None


def _after(document: Document, section: Section) -> Section | None:
    lineage = document.lineage(section.id)
    for depth in range(len(lineage) - 1, -1, -1):
        beside = lineage[depth - 1].children if depth else document.sections
        index = [one.id for one in beside].index(lineage[depth].id)
        later = [one for one in beside[index + 1 :] if one.kind in TITLED]
        if later:
            return later[0]
    return None
