"""`/figures`: the numbers that state facts, as a table that is sorted and narrowed by links; `as=csv` is its file."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass, replace
from io import StringIO
from typing import Literal

from flask import Blueprint, Response, request

from kb.browse.figures import FIGURE_ORDERS, FigureOrder, FiguresWanted, figures, read_range, read_years
from kb.links import figures_url, mark_url
from kb.model import Document, DocumentId, Figure, FoundPage, Location, Placed
from kb.shapes.figures import table
from kb.snapshot import Snapshot
from kb_web import asked
from kb_web.contents import name_of
from kb_web.frame import page
from kb_web.language import gettext as _
from kb_web.listing import LAST_PAGE, turns
from kb_web.shelf import Shelf

PER_PAGE = 200
MOST_UNITS = 60
FORMS = ("", "csv")
SORTS = tuple(f"{sign}{order}" for order in FIGURE_ORDERS for sign in ("", "-"))


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column: a link that sorts by it, and how the table is sorted by it now."""

    name: str
    url: str
    sorted: Literal["ascending", "descending", ""]


@dataclass(frozen=True, slots=True)
class Row:
    """One figure with its place. `group` names the section, where another one begins; `is_tied`: it compares with the
    row above or is part of it."""

    mark: str
    location: Location
    url: str
    qualifier: str | None
    words: str
    subject: str
    period: str | None
    inherited: str | None
    relation: str | None
    is_tied: bool
    group: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for; `value` and `period` as they were typed."""

    query: str
    units: tuple[str, ...]
    value: str
    period: str
    documents: tuple[str, ...]
    sort: str
    page: int

    @classmethod
    def of(cls, arguments: asked.Arguments) -> Asked:
        """The request; BadRequest."""
        return cls(
            asked.question(arguments),
            asked.several(arguments, "unit"),
            arguments.get("value", "").strip(),
            arguments.get("period", "").strip(),
            asked.several(arguments, "document"),
            asked.choice(arguments, "sort", SORTS),
            asked.number(arguments, "page", 1, least=1, most=LAST_PAGE),
        )

    @property
    def order(self) -> FigureOrder:
        return FIGURE_ORDERS[FIGURE_ORDERS.index(self.sort.removeprefix("-"))]

    @property
    def is_descending(self) -> bool:
        return self.sort.startswith("-")

    @property
    def wanted(self) -> FiguresWanted:
        """The question; BadRequest."""
        return FiguresWanted(
            self.query,
            self.units,
            read_range(self.value) if self.value else None,
            read_years(self.period) if self.period else None,
            self.documents,
        )

    def url(self, form: str | None = None) -> str:
        return figures_url(
            q=self.query,
            document=self.documents,
            sort=None if self.sort == SORTS[0] else self.sort,
            page=None if self.page == 1 else self.page,
            unit=self.units,
            value=self.value,
            period=self.period,
            **{"as": form},
        )


def pages(shelf: Shelf) -> Blueprint:
    """`/figures`, answered from what stands on the shelf."""
    blueprint = Blueprint("figures", __name__)

    @blueprint.get("/figures")
    def listed() -> str | Response:
        snapshot = shelf.snapshot()
        wanted = Asked.of(request.args)
        if asked.choice(request.args, "as", FORMS) == "csv":
            return _csv(figures(snapshot, wanted.wanted, order=wanted.order, descending=wanted.is_descending))
        found = figures(
            snapshot,
            wanted.wanted,
            order=wanted.order,
            descending=wanted.is_descending,
            limit=PER_PAGE,
            offset=(wanted.page - 1) * PER_PAGE,
        )
        return _page(snapshot, wanted, found)

    return blueprint


def _csv(found: FoundPage[Figure]) -> Response:
    written = StringIO(newline="")
    csv.writer(written).writerows(table(found))
    name = {"Content-Disposition": 'attachment; filename="so-lieu.csv"'}
    return Response("\ufeff" + written.getvalue(), mimetype="text/csv; charset=utf-8", headers=name)


def _page(snapshot: Snapshot, wanted: Asked, found: FoundPage[Figure]) -> str:
    last = found.offset + len(found.rows)
    units = tuple(value.value for value in found.facets["unit"][:MOST_UNITS])
    return page(
        "figures.html",
        snapshot,
        wanted=wanted,
        units=(*units, *(unit for unit in wanted.units if unit not in units)),
        heads=_heads(wanted),
        rows=_rows(found, wanted, snapshot.library.document),
        total=found.total,
        csv_url=replace(wanted, page=1).url("csv"),
        turns=turns(wanted.page, lambda number: replace(wanted, page=number).url(), has_more=last < found.total),
    )


def _heads(wanted: Asked) -> tuple[Head, ...]:
    names: dict[FigureOrder, str] = {
        "place": _("Nơi nêu"),
        "value": _("Số"),
        "subject": _("Nói về"),
        "period": _("Thời kỳ"),
    }
    return tuple(_head(wanted, order, name) for order, name in names.items())


def _head(wanted: Asked, order: FigureOrder, name: str) -> Head:
    if wanted.order != order:
        return Head(name, replace(wanted, sort=order, page=1).url(), "")
    turned = order if wanted.is_descending else f"-{order}"
    return Head(name, replace(wanted, sort=turned, page=1).url(), "descending" if wanted.is_descending else "ascending")


def _rows(found: FoundPage[Figure], wanted: Asked, document_of: Callable[[DocumentId], Document]) -> tuple[Row, ...]:
    rows: list[Row] = []
    before = None
    for placed in found.rows:
        here = (placed.document, placed.section)
        begins = wanted.order == "place" and here != before
        rows.append(_row(placed, _group(placed, document_of) if begins else None, by_place=wanted.order == "place"))
        before = here
    return tuple(rows)


def _group(placed: Placed[Figure], document_of: Callable[[DocumentId], Document]) -> str:
    document = document_of(placed.document)
    section = document.lineage(placed.section)[-1]
    return f"{document.front.title} · {name_of(section, document.text)}"


def _row(placed: Placed[Figure], group: str | None, *, by_place: bool) -> Row:
    figure, relation = placed.found, placed.found.relation
    return Row(
        mark=placed.mark,
        location=placed.location,
        url=mark_url(placed.document, placed.section, placed.mark, placed.location.lines[0]),
        qualifier=figure.qualifier,
        words=figure.words,
        subject=figure.subject,
        period=figure.period.text if figure.period else None,
        inherited=_inherited(figure),
        relation=f"{_('so với')} {relation.against}" if relation and relation.against else None,
        is_tied=by_place and relation is not None and relation.figure is not None and group is None,
        group=group,
    )


def _inherited(figure: Figure) -> str | None:
    """From where the period was taken that the figure's own clause does not say."""
    names = {
        "sentence": _("theo câu"),
        "paragraph": _("theo đầu đoạn"),
        "lead-in": _("theo câu dẫn"),
        "heading": _("theo tiêu đề"),
    }
    return names.get(figure.period.inherited or "") if figure.period else None
