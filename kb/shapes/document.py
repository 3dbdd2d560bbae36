"""Documents, outlines, texts and citations as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kb import cite
from kb.cite import Place
from kb.library import Listed
from kb.model import LAYOUT, Document, Location, Page, Repair, Section, SectionId, Span
from kb.outline.extent import extent
from kb.shapes import Json


def places(location: Location) -> dict[str, Json]:
    """`lines` and `pages` as every shape has them: first and last, 1-based; pages null where the source shows none."""
    return {"lines": list(location.lines), "pages": list(location.pages) if location.pages else None}


def listed(row: Listed) -> dict[str, Json]:
    """One row of `kb documents`."""
    return {
        "document": row.id,
        "title": row.front.title,
        "kind": row.front.kind,
        "number": row.front.number,
        "issuer": row.front.issuer,
        "signed_on": row.front.signed_on,
        "format": row.format,
        "pages": row.pages,
        "lines": row.lines,
        "sections": row.sections,
    }


def documents(rows: Iterable[Listed]) -> dict[str, Json]:
    """`kb documents`."""
    return {"documents": [listed(row) for row in rows]}


def outline(document: Document, rows: Iterable[tuple[Section, SectionId | None]]) -> dict[str, Json]:
    """`kb outline`: every section in the order of the text, with its parent's id."""
    return {"document": document.id, "sections": [_section(document, section, parent) for section, parent in rows]}


def text(
    document: Document, rows: Iterable[tuple[SectionId, str, Location]], within: Span | None = None
) -> dict[str, Json]:
    """`kb text`: blocks with their section and place, and the repairs that touch them (of the whole document, or of
    the span)."""
    body = document.body
    repairs = body.repairs if within is None else body.repaired_in(within)
    return {
        "document": document.id,
        "blocks": [{"section": section, "text": words, **places(location)} for section, words, location in rows],
        "repairs": [_repair(document, repair) for repair in repairs if repair.rule != LAYOUT],
    }


def citation(place: Place, url: str) -> dict[str, str]:
    """`kb cite`."""
    return {
        "label": cite.label(place),
        "full": cite.full(place),
        "short": cite.short(place),
        "url": url,
        "ris": cite.ris(place, url),
        "bibtex": cite.bibtex(place, url),
        "csl": cite.csl(place, url),
    }


def _section(document: Document, section: Section, parent: SectionId | None) -> dict[str, Json]:
    location = extent(document.body, section)
    return {
        "id": section.id,
        "marker": section.marker,
        "level": section.level,
        "kind": section.kind,
        "title": section.title,
        **places(location),
        "printed_pages": _printed(document.body.pages, location),
        "parent": parent,
    }


def _printed(pages: Sequence[Page], location: Location) -> Json:
    """The printed numbers of the first and last page, and how they are known; null where they are not."""
    if location.pages is None:
        return None
    by_number = {page.number: page for page in pages}
    ends = [by_number[number] for number in location.pages if number in by_number]
    if len(ends) < 2 or any(page.printed is None for page in ends):
        return None
    return [page.printed for page in ends]


def _repair(document: Document, repair: Repair) -> dict[str, Json]:
    return {
        "rule": repair.rule,
        "before": repair.before,
        "after": repair.span.of(document.text),
        "line": document.body.locate(repair.span).lines[0],
    }
