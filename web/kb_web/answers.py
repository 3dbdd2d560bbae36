"""Passages that answer, as a page shows them: by document, each with its place, sections, words and citation."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from kb import cite
from kb.links import cite_url, document_url, line_fragment, section_url
from kb.model import Document, DocumentId, Hit, Location, Span
from kb_web.contents import name_of
from kb_web.facts import facts
from kb_web.language import gettext as _
from kb_web.pieces import Dress, Piece, cut

Finder = Callable[[DocumentId, Span], Collection[str]]


@dataclass(frozen=True, slots=True)
class Row:
    """One passage. `path` names the sections around its own; `quoted` is what is copied: its words and their place;
    the page at `cite_url` has every form of citing them.

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
    quoted: str
    cite_url: str
    badges: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A document and its passages on this page, in the order of their ranks."""

    title: str
    url: str
    facts: tuple[str, ...]
    rows: tuple[Row, ...]


def groups(
    hits: Iterable[Hit],
    question: str,
    document: Callable[[DocumentId], Document],
    found_in: Finder,
) -> tuple[Group, ...]:
    """The passages of each document together; documents in the order of their best passage.

    `found_in` tells what was found in a span of a document's text: "quotes", "figures".
    """
    by_document: dict[DocumentId, list[Hit]] = {}
    for hit in hits:
        by_document.setdefault(hit.chunk.document, []).append(hit)
    return tuple(_group(document(id), found, question, found_in) for id, found in by_document.items())


def _group(document: Document, hits: Sequence[Hit], question: str, found_in: Finder) -> Group:
    return Group(
        document.front.title,
        document_url(document.id, q=question),
        facts(document.front, len(document.body.pages) or None),
        tuple(_row(document, hit, question, found_in(document.id, hit.chunk.span)) for hit in hits),
    )


def _row(document: Document, hit: Hit, question: str, found: Collection[str]) -> Row:
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
        quoted=f"{cite.quoted(hit.snippet)} ({hit.citation.label})",
        badges=tuple((kind, name) for what, kind, name in _badges() if what in found),
        cite_url=cite_url(document.id, hit.chunk.section, hit.citation.location.lines),
    )


def _has_words(text: str) -> bool:
    """Whether it is more than a bullet or a full stop."""
    return any(map(str.isalnum, text))


def _badges() -> tuple[tuple[str, str, str], ...]:
    """What a passage may hold, the class of its tag, and its name."""
    return (("quotes", "q", _("trích dẫn")), ("figures", "f", _("số liệu")))


def _tags() -> dict[str, str]:
    """What a section is called beside its name, where the name does not say it."""
    return {"slogan-item": _("khẩu hiệu"), "title-block": _("phần đầu"), "signature": _("phần ký")}
