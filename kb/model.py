"""The nouns of kb: frozen values that every layer passes on, and nothing that does work.

One coordinate system: a place in a document is a `Span` of `Document.text`, half-open, in code points of the
repaired text. Lines and pages of the source are computed from it by `Body.locate`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NewType

DocumentId = NewType("DocumentId", str)
SectionId = NewType("SectionId", str)
ChunkId = NewType("ChunkId", str)
EntryId = NewType("EntryId", str)
"""What a chunk is called in the index: "{reading}:{number}", never used twice."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of a text, in code points.

    >>> Span(4, 7).of("thi đua")
    'đua'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def moved(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)

    def trimmed(self, text: str) -> Span:
        """The span without the white space of the text at its ends; empty where it holds nothing else."""
        inner = self.of(text)
        start = self.start + len(inner) - len(inner.lstrip())
        return Span(start, max(start, self.start + len(inner.rstrip())))


@dataclass(frozen=True, slots=True)
class RawText:
    """What a source file says, decoded and not yet repaired.

    `text` has "\\n" for every line end and nothing else changed (form feeds stay). `wrapped`: a paragraph may go on
    over several lines, as in the text of a PDF; otherwise every line is a paragraph. `pages` is the page of each line
    where the format itself knows it, else empty. `title` is what the format says outside the text (HTML, JSONL).
    `warnings` are what a person should look at, as rows of kb.errors.WARNINGS.
    """

    text: str
    wrapped: bool
    pages: tuple[int, ...] = ()
    title: str | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Location:
    """Where words stand in the source: first and last line, first and last page; 1-based, inclusive."""

    lines: tuple[int, int]
    pages: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Line:
    """What of the repaired text is printed on one line of the source; an empty span where nothing of it is."""

    number: int
    page: int | None
    span: Span


PageEvidence = Literal["form-feed", "leading-space", "page-number", "source", "only-page"]


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the source file, and how it is known.

    `number` counts the pages of the file from 1. `printed` is the number that stands on the page: "read" from it or
    "inferred" by counting from a page where it could be read; None where neither can be said.
    """

    number: int
    first_line: int
    last_line: int
    how: PageEvidence
    printed: int | None = None
    printed_how: Literal["read", "inferred"] | None = None


LAYOUT = "line_break"
"""The rule of a repair that is none: line ends and indents between paragraphs, as the text is set."""


@dataclass(frozen=True, slots=True)
class Repair:
    """`span` of the repaired text stands where the source had `before`; `rule` names why (kb.source.repair).

    Rule `LAYOUT` is not shown to people.
    """

    rule: str
    span: Span
    before: str

    @property
    def rules(self) -> tuple[str, ...]:
        """Every rule by name, where several had a part in it."""
        return tuple(self.rule.split("+"))


@dataclass(frozen=True, slots=True)
class Body:
    """The repaired text of a document: one paragraph a line ("\\n" between), with the way back to the source.

    `lines` holds every line of the source in order, and their spans tile the text. `repairs` are in order and do not
    overlap; putting each `before` back gives the source (`undone`).
    """

    text: str
    lines: tuple[Line, ...]
    repairs: tuple[Repair, ...]
    pages: tuple[Page, ...] = ()

    def locate(self, span: Span) -> Location:
        """The lines and pages on which a span is printed; an empty span is where its first character would be."""
        last_place = max(span.start, span.end - 1)
        first = self._line_at(span.start)
        last = self._line_at(last_place)
        pages = None if first.page is None or last.page is None else (first.page, last.page)
        return Location((first.number, last.number), pages)

    def _line_at(self, place: int) -> Line:
        # Empty lines share their start with the line that follows; bisect finds the last of them, the printed one.
        index = bisect_right(self.lines, place, key=lambda line: line.span.start) - 1
        return self.lines[max(index, 0)]

    def undone(self) -> str:
        """The source's text, letter for letter: every repair taken back."""
        pieces: list[str] = []
        place = 0
        for repair in self.repairs:
            pieces += (self.text[place : repair.span.start], repair.before)
            place = repair.span.end
        pieces.append(self.text[place:])
        return "".join(pieces)


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
