"""Passages that answer, as a page shows them: by document, each with its place, sections, words and citation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kb.links import document_url, line_fragment, section_url
from kb.model import Document, DocumentId, Hit, Location, Span
from kb_web.contents import name_of
from kb_web.facts import facts
from kb_web.language import gettext as _
from kb_web.pieces import Dress, Piece, cut


@dataclass(frozen=True, slots=True)
class Row:
    """One passage. `path` names the sections around its own; `quoted` is what is copied: its words and their place.

    `is_cut`: whether the passage has more words before and after those that are shown.
    """

    rank: int
    location: Location
    url: str
    path: tuple[str, ...]
    name: str
    tag: str
    pieces: tuple[Piece, ...]
    is_cut: tuple[bool, bool]
    citation: str
    quoted: str


@dataclass(frozen=True, slots=True)
class Group:
    """A document and its passages on this page, in the order of their ranks."""

    title: str
    url: str
    facts: tuple[str, ...]
    rows: tuple[Row, ...]


def groups(hits: Iterable[Hit], question: str, document: Callable[[DocumentId], Document]) -> tuple[Group, ...]:
    """The passages of each document together; documents in the order of their best passage."""
    by_document: dict[DocumentId, list[Hit]] = {}
    for hit in hits:
        by_document.setdefault(hit.chunk.document, []).append(hit)
    return tuple(_group(document(id), found, question) for id, found in by_document.items())


def _group(document: Document, hits: Sequence[Hit], question: str) -> Group:
    return Group(
        document.front.title,
        document_url(document.id, q=question),
        facts(document.front, len(document.body.pages) or None),
        tuple(_row(document, hit, question) for hit in hits),
    )


def _row(document: Document, hit: Hit, question: str) -> Row:
    lineage = document.lineage(hit.chunk.section)
    names = [name_of(section, document.text) for section in lineage if section.kind != "body"]
    line = hit.citation.location.lines[0]
    text, whole, shown = document.text, hit.chunk.span, hit.citation.span
    return Row(
        rank=hit.rank,
        location=hit.citation.location,
        url=section_url(document.id, hit.chunk.section, q=question, hit=line) + line_fragment(line),
        path=tuple(names[:-1]),
        name=names[-1] if names else _("Đoạn không thuộc mục nào"),
        tag=_tags().get(lineage[-1].kind, "") if lineage else "",
        pieces=cut(hit.snippet, Span(0, len(hit.snippet)), Dress(marks=hit.highlights)),
        is_cut=(_has_words(Span(whole.start, shown.start).of(text)), _has_words(Span(shown.end, whole.end).of(text))),
        citation=hit.citation.label,
        quoted=f"{hit.snippet} ({hit.citation.label})",
    )


def _has_words(text: str) -> bool:
    """Whether it is more than a bullet or a full stop."""
    return any(map(str.isalnum, text))


def _tags() -> dict[str, str]:
    """What a section is called beside its name, where the name does not say it."""
    return {"slogan-item": _("khẩu hiệu"), "title-block": _("phần đầu"), "signature": _("phần ký")}
