"""A document: what it says of itself, its outline, and the pieces in which it is searched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NewType

from kb.model.body import Body, Span

DocumentId = NewType("DocumentId", str)

SectionId = NewType("SectionId", str)

ChunkId = NewType("ChunkId", str)

EntryId = NewType("EntryId", str)
"""What a chunk is called in the index: "{reading}:{number}", never used twice."""


@dataclass(frozen=True, slots=True)
class Source:
    """The file a document was read from.

    `path` is relative to corpus/ with "/" between, or absolute for a folder read in place. `address` is where the file
    came from, as the catalogue says.
    """

    path: str
    format: str
    sha256: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Cover:
    """The dispatch that a document was sent with: "(Kèm theo Công văn số 1641-CV/BTGTU ngày 23 tháng 7 năm 2020 …)"."""

    kind: str
    number: str | None
    signed_on: str | None
    issuer: str | None


@dataclass(frozen=True, slots=True)
class Front:
    """What a document says of itself on its first page, and what the catalogue says instead. Dates are ISO."""

    title: str
    kind: str | None = None
    number: str | None = None
    issuer: str | None = None
    signed_on: str | None = None
    signed_by: str | None = None
    event: str | None = None
    cover: Cover | None = None


TITLE_BLOCK, SIGNATURE, OUTSIDE = SectionId("T"), SectionId("S"), SectionId("0")
"""The sections that no printed marker names: title block, signature, and the text that stands in no section."""

SectionKind = Literal[
    "title-block",
    "part",
    "chapter",
    "section",
    "article",
    "clause",
    "point",
    "heading",
    "labelled-paragraph",
    "item",
    "slogan-item",
    "signature",
    "body",
]


@dataclass(frozen=True, slots=True)
class Section:
    """One node of a document's outline.

    `heading` is the printed marker and title, `title` the title alone on one line. `own` is the text of the section
    without its children's: more than one span where text follows the children (outline, I.2). `whole` holds it all.
    Id "0", kind "body", is the text that stands in no section; it has no heading (an empty span) and no title.
    """

    id: SectionId
    marker: str
    level: int
    kind: SectionKind
    title: str
    heading: Span
    own: tuple[Span, ...]
    whole: Span
    children: tuple[Section, ...] = ()

    def walk(self) -> Iterator[Section]:
        """This section, then all below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()

    def printed(self, text: str) -> Span:
        """The whole section without white space at its ends, so that it ends on the line of its last word."""
        return self.whole.trimmed(text)


@dataclass(frozen=True, slots=True)
class Document:
    id: DocumentId
    source: Source
    front: Front
    body: Body
    sections: tuple[Section, ...] = ()

    @property
    def text(self) -> str:
        return self.body.text

    def walk(self) -> Iterator[Section]:
        for section in self.sections:
            yield from section.walk()

    @property
    def section_count(self) -> int:
        """How many sections it has; the text that stands in no section is none."""
        return sum(section.id != OUTSIDE for section in self.walk())

    def lineage(self, id: SectionId) -> tuple[Section, ...]:
        """The section with this id and the sections around it, from the top down; () where there is none."""
        return _lineage(self.sections, id)


def _lineage(sections: tuple[Section, ...], id: SectionId) -> tuple[Section, ...]:
    for section in sections:
        if section.id == id:
            return (section,)
        if below := _lineage(section.children, id):
            return (section, *below)
    return ()


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of one section's own text: what is indexed and found.

    `path` holds the titles of the sections around it from the top down, its own section's last. The id is
    inside only, never in an address: "de-cuong-bac-kan-2020#II.2.1.*1/0".
    """

    id: ChunkId
    document: DocumentId
    section: SectionId
    path: tuple[str, ...]
    span: Span
    text: str
