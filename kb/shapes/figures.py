"""Figures as JSON, and as the rows of a table for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kb.model import Figure, FoundPage, Period, Placed, Relation, Span
from kb.shapes import Json, facets
from kb.shapes.document import places

TABLE_HEADS = (
    "văn bản", "mục", "trang", "dòng", "số in", "số", "đến", "đơn vị", "trị số", "đơn vị gốc", "nói về", "mức",
    "thời kỳ", "từ", "đến hết", "quan hệ", "vế câu",
)  # fmt: skip


def figures(page: FoundPage[Figure]) -> dict[str, Json]:
    """`kb figures`. `total` counts all that there are, not only those listed."""
    return {
        "total": page.total,
        "figures": [_figure(placed) for placed in page.rows],
        "facets": facets(page.facets),
    }


def table(page: FoundPage[Figure]) -> Iterator[tuple[str, ...]]:
    """The heads and a row a figure, all text: what `--csv` and the page's table file write."""
    yield TABLE_HEADS
    for placed in page.rows:
        figure = placed.found
        period, relation = figure.period, figure.relation
        pages = placed.location.pages
        yield (
            placed.document,
            placed.section,
            str(pages[0]) if pages else "",
            str(placed.location.lines[0]),
            figure.words,
            said(figure.low) or "",
            said(figure.high) or "",
            figure.unit,
            said(figure.amount) or "",
            figure.base,
            figure.subject,
            figure.qualifier or "",
            period.text if period else "",
            (period.start if period else None) or "",
            (period.end if period else None) or "",
            relation.kind if relation else "",
            figure.clause_words,
        )


def said(number: Decimal | None) -> str | None:
    """A decimal as contracts write it: with a dot, without an exponent or zeros at its end.

    >>> said(Decimal("13458E9")), said(Decimal("6.60")), said(Decimal("0"))
    ('13458000000000', '6.6', '0')
    """
    if number is None:
        return None
    plain = f"{number:f}"
    return (plain.rstrip("0").rstrip(".") or "0") if "." in plain else plain


def _figure(placed: Placed[Figure]) -> dict[str, Json]:
    figure = placed.found
    return {
        "printed": figure.words,
        "value": said(figure.value),
        "low": said(figure.low),
        "high": said(figure.high),
        "unit": figure.unit,
        "amount": said(figure.amount),
        "base": figure.base,
        "subject": figure.subject,
        "qualifier": figure.qualifier,
        "bound": figure.bound,
        "period": _period(figure.period),
        "clause": figure.clause_words,
        "relation": _relation(figure.relation),
        "document": placed.document,
        "section": placed.section,
        **places(placed.location),
        "mark": placed.mark,
        "span": _ends(figure.span),
    }


def _period(period: Period | None) -> Json:
    if period is None:
        return None
    return {
        "text": period.text,
        "from": period.start,
        "to": period.end,
        "inherited": period.inherited,
        "span": _ends(period.span),
    }


def _relation(relation: Relation | None) -> Json:
    if relation is None:
        return None
    return {
        "kind": relation.kind,
        "direction": relation.direction,
        "against": relation.against,
        "of": said(relation.whole),
        "figure": _ends(relation.figure),
    }


def _ends(span: Span | None) -> Json:
    return [span.start, span.end] if span else None
