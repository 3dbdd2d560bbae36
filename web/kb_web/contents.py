"""The outline beside a text: which sections are listed, where each leads, how many passages in it answer.

Of a whole document every section is listed. Beside an opened section, or a folded document: the titles of the first two
levels, the branch that is open, and whatever holds a passage that answers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kb.model import Document, Section, SectionId

ALWAYS_LISTED = 2  # levels
LONGEST_NAME = 140  # code points; a clause may be "titled" with its whole first sentence
TITLED = ("part", "chapter", "section", "article", "heading")
FIRST_WORDS = 60  # code points that stand for a title
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
    *,
    is_all: bool,
) -> tuple[Entry, ...]:
    """The outline's entries, with `is_all` every section. `hits` has a section's id once for each passage in it."""
    branch = frozenset(section.id for section in document.lineage(current)) if current else frozenset()
    outline = _Outline(document.text, current, branch, Counter(hits), address, is_all)
    return outline.entries(document.sections, is_open=True)


def name_of(section: Section, text: str) -> str:
    """A section's name in a list: its printed number and title; a bullet is left out, a long title cut.

    A section without a title is named by its first words. `text` is the document's.

    >>> from kb.model import Span
    >>> name_of(Section(SectionId("1"), "1.", 1, "clause", "", Span(0, 2), (), Span(0, 25)), "1. Tổ chức tín dụng …")
    '1. Tổ chức tín dụng …'
    """
    marker = section.marker if any(letter.isalnum() for letter in section.marker) else ""
    title = section.title or _first_words(section, text)
    return _cut(" ".join(filter(None, (marker, title))) or section.id, LONGEST_NAME)


def neighbours(document: Document, section: Section, address: Callable[[SectionId], str]) -> tuple[Step, ...]:
    """The titled sections before and after one, as a reader turns the pages: beside it, else above it."""
    before, after = _before(document, section), _after(document, section)
    links = (("prev", before), ("next", after))
    return tuple(
        Step(rel, name_of(other, document.text), address(other.id)) for rel, other in links if other is not None
    )


def _first_words(section: Section, text: str) -> str:
    words = section.printed(text).of(text)[: FIRST_WORDS + len(section.marker) + 1]
    return _cut(words.removeprefix(section.marker).strip().partition("\n")[0], FIRST_WORDS)


def _cut(words: str, longest: int) -> str:
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0] + " …"


@dataclass(frozen=True, slots=True)
class _Outline:
    """What decides of each section whether and how it is listed."""

    text: str
    current: SectionId | None
    branch: frozenset[SectionId]
    hits: Counter[SectionId]
    address: Callable[[SectionId], str]
    is_all: bool

    def entries(self, sections: Sequence[Section], *, is_open: bool) -> tuple[Entry, ...]:
        """The entries of sections beside each other; `is_open`: the one around them is opened."""
        found = (self._entry(section, is_open) for section in sections)
        return tuple(entry for entry in found if entry is not None)

    def _entry(self, section: Section, is_open: bool) -> Entry | None:
        below = self.entries(section.children, is_open=section.id in self.branch)
        hits = self.hits[section.id]
        if not (below or hits or self._is_listed(section, is_open)):
            return None
        return Entry(
            name_of(section, self.text),
            self.address(section.id),
            hits,
            section.id == self.current,
            section.title.isupper(),
            below,
        )

    def _is_listed(self, section: Section, is_open: bool) -> bool:
        if section.kind in FRAME:
            return False
        is_title = section.level <= ALWAYS_LISTED and section.kind in TITLED
        return self.is_all or is_open or is_title


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
