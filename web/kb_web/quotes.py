"""`/quotes`: what stands in quotation marks, by kind; real quotations first. Each row opens its marked words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from flask import Blueprint, request

from kb import cite
from kb.browse.quotes import QuotesWanted, quotes
from kb.browse.variants import recurrences
from kb.links import cite_url, line_fragment, mark_url, quotes_url, section_url
from kb.model import (
    QUOTE_KINDS,
    Document,
    DocumentId,
    FacetValue,
    FoundPage,
    Location,
    Placed,
    Quote,
    QuoteKind,
    Recurrence,
    SectionId,
)
from kb.snapshot import Snapshot
from kb_web import asked
from kb_web.contents import name_of
from kb_web.frame import page
from kb_web.language import gettext as _
from kb_web.listing import LAST_PAGE, Tab, turns
from kb_web.shelf import Shelf

PER_PAGE = 50
ASKED_WORDS = 10  # of words without marks that are asked for, so that the page they stand on marks them


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of the form with how many there are of it."""

    value: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Other:
    """Another place of the words: where it is, as a link, whose they are there, and the words that differ."""

    where: str
    location: Location
    url: str
    is_quoted: bool
    speaker: str | None
    difference: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One quote: its words and place, who says them and from which words that is known, and where it is from.

    `copied` is the words with how they are cited; the page at `cite_url` has every form.
    """

    mark: str
    location: Location
    url: str
    words: str
    speaker: str | None
    role: str | None
    cue: str | None
    certainty: str
    source: str | None
    org: str | None
    where: str
    cite_url: str
    copied: str
    others: tuple[Other, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for."""

    query: str
    kind: QuoteKind
    speakers: tuple[str, ...]
    documents: tuple[str, ...]
    page: int

    @classmethod
    def of(cls, arguments: asked.Arguments) -> Asked:
        """The request; BadRequest."""
        return cls(
            asked.question(arguments),
            QUOTE_KINDS[QUOTE_KINDS.index(asked.choice(arguments, "kind", QUOTE_KINDS))],
            asked.several(arguments, "speaker"),
            asked.several(arguments, "document"),
            asked.number(arguments, "page", 1, least=1, most=LAST_PAGE),
        )

    def url(self, kind: QuoteKind, number: int = 1) -> str:
        """A page of the same list, or of another kind."""
        return quotes_url(
            q=self.query,
            speaker=self.speakers,
            kind=None if kind == QUOTE_KINDS[0] else kind,
            document=self.documents,
            page=None if number == 1 else number,
        )


def pages(shelf: Shelf) -> Blueprint:
    """`/quotes`, answered from what stands on the shelf."""
    blueprint = Blueprint("quotes", __name__)

    @blueprint.get("/quotes")
    def listed() -> str:
        snapshot = shelf.snapshot()
        wanted = Asked.of(request.args)
        found = quotes(
            snapshot,
            QuotesWanted(wanted.query, wanted.speakers, (wanted.kind,), wanted.documents),
            limit=PER_PAGE,
            offset=(wanted.page - 1) * PER_PAGE,
        )
        return _page(snapshot, wanted, found)

    return blueprint


def kind_names() -> Mapping[QuoteKind, str]:
    """What the kinds are called, in the order of the tabs."""
    return {
        "quotation": _("Trích dẫn"),
        "movement": _("Phong trào"),
        "slogan": _("Khẩu hiệu, chủ đề"),
        "title": _("Tên văn bản, tác phẩm"),
        "model": _("Mô hình"),
        "award": _("Danh hiệu"),
        "scare": _("Cách nói"),
    }


def _page(snapshot: Snapshot, wanted: Asked, found: FoundPage[Quote]) -> str:
    last = found.offset + len(found.rows)
    return page(
        "quotes.html",
        snapshot,
        wanted=wanted,
        kind_name=kind_names()[wanted.kind],
        tabs=_tabs(wanted, found.facets["kind"]),
        speakers=_choices(found.facets["speaker"], wanted.speakers),
        rows=tuple(_row(placed, snapshot.library.document, _recurrences(snapshot, placed)) for placed in found.rows),
        total=found.total,
        turns=turns(wanted.page, lambda number: wanted.url(wanted.kind, number), has_more=last < found.total),
    )


def _tabs(wanted: Asked, counts: Sequence[FacetValue]) -> tuple[Tab, ...]:
    known = {value.value: value.count for value in counts}
    return tuple(
        Tab(name, known.get(kind, 0), wanted.url(kind), kind == wanted.kind) for kind, name in kind_names().items()
    )


def _choices(counts: Sequence[FacetValue], chosen: Sequence[str]) -> tuple[Choice, ...]:
    known = dict.fromkeys(chosen, 0) | {value.value: value.count for value in counts}
    return tuple(Choice(value, count, value in chosen) for value, count in known.items())


def _recurrences(snapshot: Snapshot, placed: Placed[Quote]) -> tuple[Recurrence, ...]:
    """Where else the words of a quotation stand; names stand everywhere, so that is not told of them."""
    return recurrences(snapshot, placed) if placed.found.kind == "quotation" else ()


def _row(
    placed: Placed[Quote], document_of: Callable[[DocumentId], Document], others: Sequence[Recurrence] = ()
) -> Row:
    quote = placed.found
    document = document_of(placed.document)
    label = cite.label(cite.place_of(document, placed.section, quote.span))
    speaker = quote.speaker.name if quote.speaker else None
    return Row(
        mark=placed.mark,
        location=placed.location,
        url=mark_url(placed.document, placed.section, placed.mark, placed.location.lines[0]),
        words=quote.words,
        speaker=speaker,
        role=quote.speaker.role if quote.speaker else None,
        cue=quote.cue.words if quote.cue else None,
        certainty=quote.certainty,
        source=str(quote.source) if quote.source else None,
        org=quote.org,
        where=_where(document, placed.section),
        cite_url=cite_url(placed.document, placed.section, placed.location.lines),
        copied=cite.quoted(quote.words) + (f", {speaker}" if speaker else "") + f" ({label})",
        others=tuple(_other(one, document_of(one.document)) for one in others),
    )


def _other(one: Recurrence, document: Document) -> Other:
    line = one.location.lines[0]
    if one.mark:
        url = mark_url(one.document, one.section, one.mark, line)
    else:
        phrase = " ".join(one.words.replace('"', " ").split()[:ASKED_WORDS])
        url = section_url(one.document, one.section, q=f'"{phrase}"', hit=line) + line_fragment(line)
    return Other(_where(document, one.section), one.location, url, one.is_quoted, one.speaker, one.difference)


def _where(document: Document, section: SectionId) -> str:
    return f"{document.front.title}, {name_of(document.lineage(section)[-1], document.text)}"
