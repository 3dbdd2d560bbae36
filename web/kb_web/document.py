"""`/d/DOCUMENT` and `/d/DOCUMENT/s/ID`: a document, whole or opened at a section; repaired, with its changes, or raw.

A section that is one paragraph is shown inside the titled section around it, where it can be understood, and the
browser goes to it. Words that answer `q` are marked, and the passages are stepped through in the order of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import merge

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from kb import browse, cite
from kb.links import (
    cite_url,
    document_url,
    references_url,
    search_url,
    section_print,
    section_url,
    source_url,
)
from kb.model import Document, SectionId, Span
from kb.snapshot import Snapshot
from kb_web import changes
from kb_web.contents import entries, name_of, neighbours
from kb_web.facts import facts
from kb_web.folding import Fold, fold
from kb_web.frame import Link, page
from kb_web.language import gettext as _
from kb_web.paragraphs import Found, Paragraph, printed, repaired
from kb_web.passages import found, open_passage, passages_of, steps
from kb_web.shelf import Shelf
from kb_web.shown import VIEWS, Shown


@dataclass(frozen=True, slots=True)
class Head:
    """The document above its text: what it is, how much of it was repaired, and where its forms are."""

    title: str
    facts: tuple[str, ...]
    url: str
    repairs: int
    changes_url: str
    source_url: str


@dataclass(frozen=True, slots=True)
class Source:
    """How what is on the page is cited, and its lasting address with the host it was asked under."""

    words: str
    url: str
    cite_url: str


def pages(shelf: Shelf) -> Blueprint:
    """The pages of a document, answered from what stands on the shelf."""
    blueprint = Blueprint("document", __name__)

    @blueprint.get("/d/<document>")
    def whole(document: str) -> str:
        snapshot = shelf.snapshot()
        return _page(snapshot, Shown.of(browse.document(snapshot, document), None, request.args))

    @blueprint.get("/d/<document>/s/<section>")
    def section(document: str, section: str) -> str | Response:
        snapshot = shelf.snapshot()
        stored = browse.document(snapshot, document)
        cited = request.args.get("v", "")
        now = _cited(stored, SectionId(section), cited) if cited else SectionId(section)
        if now is not None and now != section:
            return redirect(section_url(stored.id, now, v=cited), 303)
        return _page(snapshot, Shown.of(stored, section, request.args), has_changed=now is None)

    return blueprint


def _cited(document: Document, id: SectionId, print: str) -> SectionId | None:
    """The section that holds the words that were cited: this one, another one with the same print, or none."""
    here = document.lineage(id)[-1:]
    for section in (*here, *document.walk()):
        if section_print(section, document.text) == print:
            return section.id
    return None


def _page(snapshot: Snapshot, shown: Shown, *, has_changed: bool = False) -> str:
    document = shown.document
    passages = passages_of(snapshot, document, shown.question)
    opened = open_passage(passages, shown.line, shown.span)
    marked = found(passages, opened).also(snapshot.library.span_of_mark(document.id, shown.mark), document.body)
    hits = tuple(passage.section for passage in passages)
    return page(
        "document.html",
        snapshot,
        title=name_of(shown.named, document.text) if shown.named else document.front.title,
        head=_head(shown),
        view=shown.view,
        views=tuple(
            Link(name, shown.view_url(view), view == shown.view)
            for view, name in zip(VIEWS, (_("Đã sửa"), _("Chỗ sửa"), _("Bản gốc")), strict=True)
        ),
        steps=steps(passages, opened, shown.span.start, shown.passage_url),
        results_url=search_url(q=shown.question),
        outline=entries(
            document,
            shown.named.id if shown.named else None,
            hits,
            shown.entry_url,
            is_all=shown.opened is None and not shown.folded,
        ),
        around=_around(shown),
        paragraphs=_parts(shown, marked, hits),
        all_url=shown.all_url if shown.folded else None,
        first_page=(document.body.locate(shown.span.trimmed(document.text)).pages or ("",))[0],
        cite_paragraph=lambda paragraph: cite_url(document.id, paragraph.owner, paragraph.lines),
        repairs_here=changes.count(document.body, shown.span),
        neighbours=neighbours(document, shown.opened, shown.section_url) if shown.opened else (),
        source=_source(shown),
        cited_by=snapshot.library.count_mentions(document.id),
        cited_by_url=references_url(cites=document.id),
        section_address=shown.section_url,
        opened_id=shown.opened.id if shown.opened else None,
        named_id=shown.named.id if shown.named else None,
        focused_id=_focused(shown),
        has_changed=has_changed,
    )


def _focused(shown: Shown) -> SectionId | None:
    """The section the browser goes to: the named one inside the opened one, where no line is gone to."""
    if shown.named is None or shown.named == shown.opened or shown.line or shown.mark:
        return None
    return shown.named.id


def _parts(shown: Shown, marked: Found, hits: Sequence[SectionId]) -> Iterator[Paragraph | Fold]:
    """What stands on the page, in the order of the text."""
    document = shown.document
    if shown.view == "raw":
        return printed(document, shown.opened, marked)
    paragraphs = repaired(document, shown.opened, marked, changes=shown.view == "changes", without=shown.folded)
    folds = (fold(document, section, hits, shown.section_url) for section in shown.folded)
    return merge(paragraphs, folds, key=lambda part: part.lines)


def _head(shown: Shown) -> Head:
    document = shown.document
    return Head(
        document.front.title,
        facts(document.front, len(document.body.pages) or None),
        shown.whole_url(shown.view),
        changes.count(document.body, Span(0, len(document.text))),
        shown.whole_url("changes"),
        source_url(document.id),
    )


def _around(shown: Shown) -> tuple[Link, ...]:
    """The sections around the opened one, from the top down."""
    if shown.opened is None:
        return ()
    lineage = shown.document.lineage(shown.opened.id)
    return tuple(Link(name_of(section, shown.document.text), shown.section_url(section.id)) for section in lineage[:-1])


def _source(shown: Shown) -> Source:
    """The citation of the named section; of a whole document, the document's own."""
    document = shown.document
    here = request.host_url.rstrip("/")
    if shown.named is None:
        first = document.sections[0].id
        return Source(
            cite.full(cite.Place(document.front, ())), here + document_url(document.id), cite_url(document.id, first)
        )
    cited = browse.passage(document, shown.named.id)
    return Source(cite.full(cited.place), here + cited.url, cite_url(document.id, shown.named.id))
