"""Figures as rows of the library and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kb.library.finds import Finds, ends, span
from kb.model import Figure, Period, Relation, Span


@dataclass(frozen=True, slots=True)
class KnownFigure:
    """What decides whether and where a figure is listed; `place` is the key of its row. Days are ISO, to the year,
    the month or the day. `low` and `high` are as said, `amount` is multiplied out; None for a vague amount."""

    place: int
    document: str
    unit: str
    base: str
    subject: str
    low: Decimal | None
    high: Decimal | None
    scale: Decimal
    since: str | None
    until: str | None

    @property
    def amount(self) -> Decimal | None:
        return None if self.low is None else self.low * self.scale

    @classmethod
    def of(cls, row: Sequence[Any]) -> KnownFigure:
        """A row of `FIGURES.known`."""
        place, document, unit, base, subject, low, high, scale, since, until = row
        return cls(place, document, unit, base, subject, _number(low), _number(high), Decimal(scale), since, until)


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _text(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"


def _columns(figure: Figure) -> tuple[Any, ...]:
    period = figure.period
    return (
        figure.unit,
        figure.base,
        figure.subject,
        _text(figure.low),
        _text(figure.high),
        f"{figure.scale:f}",
        period and period.start,
        period and period.end,
    )


def _details(figure: Figure) -> Mapping[str, object]:
    period, relation = figure.period, figure.relation
    return {
        "words": figure.words,
        "clause": ends(figure.clause),
        "clause_words": figure.clause_words,
        "qualifier": figure.qualifier,
        "bound": figure.bound,
        "period": period and [period.text, *(ends(period.span) or ()), period.grain, period.inherited],
        "relation": relation
        and {
            "kind": relation.kind,
            "figure": ends(relation.figure),
            "direction": relation.direction,
            "against": relation.against,
            "whole": _text(relation.whole),
            "listed": relation.listed,
        },
    }


def _figure(place: Span, own: Sequence[Any], told: Mapping[str, Any]) -> Figure:
    unit, base, subject, low, high, scale, since, until = own
    return Figure(
        span=place,
        words=told["words"],
        low=_number(low),
        high=_number(high),
        unit=unit,
        scale=Decimal(scale),
        base=base,
        subject=subject,
        qualifier=told["qualifier"],
        bound=told["bound"],
        clause=Span(*told["clause"]),
        clause_words=told["clause_words"],
        period=_period(told["period"], since, until),
        relation=_relation(told["relation"]),
    )


def _period(told: Sequence[Any] | None, since: str | None, until: str | None) -> Period | None:
    if told is None:
        return None
    text, start, end, grain, inherited = told
    return Period(text, Span(start, end), since, until, grain, inherited)


def _relation(told: Mapping[str, Any] | None) -> Relation | None:
    if told is None:
        return None
    figure = span(told["figure"])
    return Relation(
        told["kind"], figure, told["direction"], told["against"], _number(told["whole"]), listed=told["listed"]
    )


def _said(figure: Figure) -> str:
    period = figure.period.text if figure.period else ""
    return f"{figure.subject} {figure.clause_words} {figure.words} {period}"


FIGURES = Finds(
    name="figures",
    letter="f",
    columns=("unit", "base", "subject", "low", "high", "scale", "since", "until"),
    span_of=lambda figure: figure.span,
    columns_of=_columns,
    details_of=_details,
    said=_said,
    found_of=_figure,
)
