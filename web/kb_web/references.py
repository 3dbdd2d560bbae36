"""`/references`: the papers, events, anniversaries and days that documents name; a paper that is here is a link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from flask import Blueprint, request

from kb.browse.references import ReferencesFound, ReferencesWanted, references
from kb.cite import written_date
from kb.links import document_url, mark_url, references_url
from kb.model import REFERENCE_KINDS, DocumentId, Location, Placed, Reference, ReferenceKind
from kb.snapshot import Snapshot
from kb_web import asked
from kb_web.frame import page
from kb_web.language import gettext as _
from kb_web.listing import LAST_PAGE, Tab, turns
from kb_web.shelf import Shelf

PER_PAGE = 100


@dataclass(frozen=True, slots=True)
class Row:
    """One mention with its place. `target` is the address of the paper itself, where it is here."""

    mark: str
    location: Location
    url: str
    words: str
    number: str | None
    title: str | None
    issuer: str | None
    issuer_told: str | None
    date: str | None
    document: str
    target: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for."""

    query: str
    kind: ReferenceKind
    documents: tuple[str, ...]
    cites: str
    page: int

    @classmethod
    def of(cls, arguments: asked.Arguments) -> Asked:
        """The request; BadRequest."""
        return cls(
            asked.question(arguments),
            REFERENCE_KINDS[REFERENCE_KINDS.index(asked.choice(arguments, "kind", REFERENCE_KINDS))],
            asked.several(arguments, "document"),
            arguments.get("cites", "").strip(),
            asked.number(arguments, "page", 1, least=1, most=LAST_PAGE),
        )

    @property
    def wanted(self) -> ReferencesWanted:
        return ReferencesWanted(self.query, (self.kind,), self.documents, self.cites or None)

    def url(self) -> str:
        return references_url(
            q=self.query,
            kind=None if self.kind == REFERENCE_KINDS[0] else self.kind,
            document=self.documents,
            cites=self.cites,
            page=None if self.page == 1 else self.page,
        )


def pages(shelf: Shelf) -> Blueprint:
    """`/references`, answered from what stands on the shelf."""
    blueprint = Blueprint("references", __name__)

    @blueprint.get("/references")
    def listed() -> str:
        snapshot = shelf.snapshot()
        wanted = Asked.of(request.args)
        offset = (wanted.page - 1) * PER_PAGE
        return _page(snapshot, wanted, references(snapshot, wanted.wanted, limit=PER_PAGE, offset=offset))

    return blueprint


def kind_names() -> Mapping[ReferenceKind, str]:
    """What the kinds are called, in the order of the tabs."""
    return {
        "document": _("Văn bản"),
        "event": _("Sự kiện"),
        "anniversary": _("Kỷ niệm"),
        "date": _("Ngày tháng"),
        "year": _("Năm"),
        "period": _("Giai đoạn"),
    }


def _page(snapshot: Snapshot, wanted: Asked, found: ReferencesFound) -> str:
    listed = found.page
    last = listed.offset + len(listed.rows)
    counts = {value.value: value.count for value in listed.facets["kind"]}
    tabs = tuple(
        Tab(name, counts.get(kind, 0), replace(wanted, kind=kind, page=1).url(), kind == wanted.kind)
        for kind, name in kind_names().items()
    )
    return page(
        "references.html",
        snapshot,
        wanted=wanted,
        tabs=tabs,
        rows=tuple(_row(snapshot, one, found.targets.get(place)) for place, one in enumerate(listed.rows)),
        total=listed.total,
        turns=turns(wanted.page, lambda number: replace(wanted, page=number).url(), has_more=last < listed.total),
    )


def _row(snapshot: Snapshot, placed: Placed[Reference], target: DocumentId | None) -> Row:
    one = placed.found
    told = {"sentence": _("theo câu"), "number": _("theo số hiệu")}
    return Row(
        mark=placed.mark,
        location=placed.location,
        url=mark_url(placed.document, placed.section, placed.mark, placed.location.lines[0]),
        words=one.words,
        number=one.number,
        title=one.title,
        issuer=one.issuer,
        issuer_told=told.get(one.issuer_told or ""),
        date=_shown(one.date),
        document=snapshot.library.document(placed.document).front.title,
        target=document_url(target) if target else None,
    )


def _shown(date: str | None) -> str | None:
    """An ISO day as papers print it: 04/3/2008; a day of every year without one; "…–…" for a span."""
    if date is None:
        return None
    return "–".join(_day(part) for part in date.split("/"))


def _day(iso: str) -> str:
    if iso.startswith("--"):
        month, day = iso[2:].split("-")
        return f"{day}/{int(month)}"
    year, *rest = iso.split("-")
    return f"{int(rest[0])}/{year}" if len(rest) == 1 else written_date(iso)
