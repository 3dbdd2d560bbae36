"""`/`, `/documents` and `/about`: where a reader begins, and what is in the knowledge base."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint

from kb import __version__
from kb.library import Listed
from kb.links import api_url, document_url, source_url
from kb.snapshot import Snapshot
from kb_web.examples import Example, examples
from kb_web.facts import facts, origin
from kb_web.frame import Link, page
from kb_web.shelf import Shelf

SHOWN_AT_START = 8


@dataclass(frozen=True, slots=True)
class Row:
    """A document in a list."""

    title: str
    url: str
    facts: tuple[str, ...]
    origin: tuple[str, ...]
    pages: int | None
    sections: int
    format: str
    source_url: str

    @classmethod
    def of(cls, card: Listed) -> Row:
        front = card.front
        return cls(
            front.title,
            document_url(card.id),
            facts(front, card.pages, card.sections),
            origin(front),
            card.pages,
            card.sections,
            card.format,
            source_url(card.id),
        )


def pages(shelf: Shelf) -> Blueprint:
    """The pages around the search, answered from what stands on the shelf."""
    blueprint = Blueprint("start", __name__)

    @blueprint.get("/")
    def start() -> str:
        snapshot = shelf.snapshot()
        listed = snapshot.library.documents()
        return page(
            "start.html",
            snapshot,
            examples=_examples(snapshot, listed),
            documents=tuple(map(Row.of, listed[:SHOWN_AT_START])),
            total=len(listed),
        )

    @blueprint.get("/documents")
    def documents() -> str:
        snapshot = shelf.snapshot()
        return page("documents.html", snapshot, documents=tuple(map(Row.of, snapshot.library.documents())))

    @blueprint.get("/about")
    def about() -> str:
        snapshot = shelf.snapshot()
        listed = snapshot.library.documents()
        return page("about.html", snapshot, twins=_twins(listed), version=__version__)

    return blueprint


def _examples(snapshot: Snapshot, listed: tuple[Listed, ...]) -> tuple[Example, ...]:
    """Questions to try in the document with the richest outline."""
    if not listed:
        return ()
    richest = max(listed, key=lambda one: one.sections)
    return examples(snapshot.library.document(richest.id))


def _twins(listed: tuple[Listed, ...]) -> tuple[Link, ...]:
    """The JSON of some pages, to look at."""
    addresses = [api_url("search", q="thi đua"), api_url("documents")]
    if listed:
        addresses += [api_url("outline", document=listed[0].id), api_url("text", document=listed[0].id)]
    return tuple(Link(address, address) for address in addresses)
