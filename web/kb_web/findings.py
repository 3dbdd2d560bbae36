"""`/findings`: what contradicts itself or arithmetic, the sum redone a step a line, with every place it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from kb.browse.findings import Evidence, FindingsWanted, accept, evidence_of, findings
from kb.errors import NoSuchFinding
from kb.links import findings_url, mark_url
from kb.model import FINDING_CATEGORIES, Finding, FindingCategory, FoundPage, Location, Placed, Verdict
from kb.snapshot import Snapshot
from kb_web import asked
from kb_web.frame import page
from kb_web.guard import check_origin
from kb_web.language import gettext as _
from kb_web.listing import LAST_PAGE, Tab, turns
from kb_web.shelf import Shelf

PER_PAGE = 50
MOST_NOTE = 500  # characters
OPEN: tuple[Verdict, ...] = ("error", "likely")
"""What the page opens on: "Chắc là sai"."""

Show = Literal["wrong", "review", "holds", "accepted"]
SHOWS: Mapping[Show, tuple[Verdict, ...]] = {"wrong": OPEN, "review": ("review",), "holds": ("holds",), "accepted": ()}


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place of a finding."""

    location: Location
    url: str
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """One finding. `state` names its colour, `verdict` and `category` are words."""

    mark: str
    id: str
    state: str
    verdict: str
    category: str
    what: str
    steps: tuple[str, ...]
    places: tuple[PlaceRow, ...]
    document: str
    is_accepted: bool
    note: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for."""

    query: str
    show: Show
    categories: tuple[FindingCategory, ...]
    documents: tuple[str, ...]
    page: int
    accepted: frozenset[str] = frozenset()

    @classmethod
    def of(cls, arguments: asked.Arguments) -> Asked:
        """The request; BadRequest."""
        shows: tuple[Show, ...] = tuple(SHOWS)
        category = asked.choice(arguments, "kind", ("", *FINDING_CATEGORIES))
        return cls(
            asked.question(arguments),
            shows[shows.index(asked.choice(arguments, "verdict", shows))],
            tuple(one for one in FINDING_CATEGORIES if one == category),
            asked.several(arguments, "document"),
            asked.number(arguments, "page", 1, least=1, most=LAST_PAGE),
        )

    @property
    def wanted(self) -> FindingsWanted:
        only = self.show == "accepted"
        return FindingsWanted(
            self.query, SHOWS[self.show], self.categories, self.documents, self.accepted, only, only_accepted=only
        )

    def url(self) -> str:
        return findings_url(
            q=self.query,
            kind=self.categories,
            document=self.documents,
            page=None if self.page == 1 else self.page,
            verdict=None if self.show == "wrong" else self.show,
        )


def pages(shelf: Shelf) -> Blueprint:
    """`/findings`, answered from what stands on the shelf."""
    blueprint = Blueprint("findings", __name__)

    @blueprint.post("/findings")
    def changed() -> BaseResponse:
        """Accept a finding (`accept`), or list it again (`withdraw`); back to the list it was pressed in."""
        check_origin()
        form = request.form
        desk = shelf.desk()
        if id := form.get("withdraw", ""):
            if not desk.withdraw(id):
                raise NoSuchFinding(finding=id[:40])
        else:
            accept(shelf.snapshot(), desk, form.get("accept", ""), form.get("note", "").strip()[:MOST_NOTE])
        return redirect(Asked.of(request.args).url(), 303)

    @blueprint.get("/findings")
    def listed() -> str:
        snapshot = shelf.snapshot()
        told = {one.finding: one.note for one in shelf.desk().accepted()}
        wanted = Asked.of(request.args)
        wanted = replace(wanted, accepted=frozenset(told))
        found = findings(snapshot, wanted.wanted, limit=PER_PAGE, offset=(wanted.page - 1) * PER_PAGE)
        return _page(snapshot, wanted, found, told)

    return blueprint


def show_names() -> Mapping[Show, str]:
    """What the tabs are called."""
    return {
        "wrong": _("Chắc là sai"),
        "review": _("Cần người xem"),
        "holds": _("Đã thử, khớp"),
        "accepted": _("Đã chấp nhận"),
    }


def verdict_names() -> Mapping[Verdict, str]:
    return {
        "error": _("chắc là sai"),
        "likely": _("có lẽ sai"),
        "review": _("cần người xem"),
        "holds": _("đã thử, khớp"),
    }


def category_names() -> Mapping[FindingCategory, str]:
    return {
        "anniversary": _("số năm kỷ niệm"),
        "sum": _("phép cộng"),
        "percentage": _("tỷ lệ"),
        "growth": _("tăng giảm"),
        "value": _("một số liệu, hai giá trị"),
        "ordinal": _("lần thứ, khóa"),
        "date": _("ngày tháng"),
        "name": _("tên gọi"),
        "marks": _("dấu ngoặc kép"),
    }


STATES: Mapping[Verdict, str] = {"error": "bad", "likely": "bad", "review": "warn", "holds": "ok"}


def _page(snapshot: Snapshot, wanted: Asked, found: FoundPage[Finding], told: Mapping[str, str]) -> str:
    last = found.offset + len(found.rows)
    counts = {value.value: value.count for value in found.facets["verdict"]}
    tabs = tuple(
        Tab(
            name,
            sum(counts.get(verdict, 0) for verdict in SHOWS[show]) if SHOWS[show] else len(told),
            replace(wanted, show=show, page=1).url(),
            show == wanted.show,
        )
        for show, name in show_names().items()
    )
    return page(
        "findings.html",
        snapshot,
        wanted=wanted,
        tabs=tabs,
        categories=category_names(),
        rows=tuple(_row(snapshot, placed, told) for placed in found.rows),
        address=wanted.url(),
        total=found.total,
        turns=turns(wanted.page, lambda number: replace(wanted, page=number).url(), has_more=last < found.total),
    )


def _row(snapshot: Snapshot, placed: Placed[Finding], told: Mapping[str, str]) -> Row:
    finding = placed.found
    return Row(
        mark=placed.mark,
        id=finding.id,
        state=STATES[finding.verdict],
        verdict=verdict_names()[finding.verdict],
        category=category_names()[finding.category],
        what=finding.what,
        steps=finding.arithmetic,
        places=tuple(_place(one, placed) for one in evidence_of(snapshot, placed)),
        document=snapshot.library.document(placed.document).front.title,
        is_accepted=finding.id in told,
        note=told.get(finding.id, ""),
    )


def _place(one: Evidence, placed: Placed[Finding]) -> PlaceRow:
    mark = placed.mark if one.span == placed.found.span else None
    line = one.location.lines[0]
    url = mark_url(one.document, one.section, mark, line)
    return PlaceRow(one.location, url, one.words)
