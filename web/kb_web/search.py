"""`/search`: a question and its answer, with every way on from there as a link. What answers is kb.find's."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from kb.errors import NoSuchDocument
from kb.find import search
from kb.model import DocumentId, ResultPage
from kb.snapshot import Snapshot
from kb_web.answers import groups
from kb_web.chips import chips, remarks, without_missing
from kb_web.exact import answer
from kb_web.frame import Link, page
from kb_web.language import gettext as _
from kb_web.narrowing import ORDERS, Asked, chosen_links, facets
from kb_web.shelf import Shelf

PER_PAGE = 10


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a page of the answer stands in all of it, and the links to its neighbours and to the other order."""

    first: int
    last: int
    total: int
    previous_url: str | None
    next_url: str | None
    orders: tuple[Link, ...]

    @property
    def is_all(self) -> bool:
        return self.first == 1 and self.last == self.total


def pages(shelf: Shelf) -> Blueprint:
    """`/search`, answered from what stands on the shelf."""
    blueprint = Blueprint("search", __name__)

    @blueprint.get("/search")
    def answer() -> str | Response:
        wanted = Asked.of(request.args)
        if not wanted.question:
            return redirect("/", 303)
        snapshot = shelf.snapshot()
        return _page(snapshot, wanted, _search(snapshot, wanted))

    return blueprint


def _search(snapshot: Snapshot, wanted: Asked) -> ResultPage:
    return search(
        snapshot,
        wanted.question,
        limit=PER_PAGE,
        offset=(wanted.page - 1) * PER_PAGE,
        document=wanted.values("document"),
        kind=wanted.values("kind"),
        issuer=wanted.values("issuer"),
        section_kind=wanted.values("section_kind"),
        year=wanted.values("year"),
        has=wanted.values("has"),
        order=wanted.order,
        syn=wanted.syn,
    )


def _page(snapshot: Snapshot, wanted: Asked, result: ResultPage) -> str:
    document = snapshot.library.document

    def title_of(id: str) -> str:
        try:
            return document(DocumentId(id)).front.title
        except NoSuchDocument:  # a filter may be typed into the address
            return id

    return page(
        "search.html",
        snapshot,
        result=result,
        took=max(1, round(result.took_ms)),
        chips=chips(result.understood, wanted) + chosen_links(wanted, title_of),
        remarks=remarks(result.understood),
        shorter=without_missing(result.understood, wanted),
        suggestions=tuple(Link(words, wanted.asking(words).url) for words in result.suggestions),
        facets=facets(result.facets, wanted, title_of),
        answer=answer(snapshot, wanted),
        groups=groups(result.hits, wanted.question, document, snapshot.library.found_in),
        near=groups(result.near, wanted.question, document, snapshot.library.found_in),
        pager=_pager(result, wanted),
    )


def _pager(result: ResultPage, wanted: Asked) -> Pager:
    last = result.offset + len(result.hits)
    names = (_("sát nhất"), _("thứ tự trong văn bản"))
    return Pager(
        first=result.offset + 1,
        last=last,
        total=result.total,
        previous_url=replace(wanted, page=wanted.page - 1).url if wanted.page > 1 else None,
        next_url=replace(wanted, page=wanted.page + 1).url if last < result.total else None,
        orders=tuple(
            Link(name, replace(wanted, order=order, page=1).url, order == wanted.order)
            for order, name in zip(ORDERS, names, strict=True)
        ),
    )
