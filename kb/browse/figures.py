"""The figures of all documents: by words, unit, value, period and document, in four orders, with counts of units."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, get_args

from kb.browse.listing import counted, cut
from kb.errors import BadRequest
from kb.library import FIGURES, KnownFigure
from kb.model import Figure, FoundPage
from kb.snapshot import Snapshot
from kb.vietnamese.letters import fold
from kb.vietnamese.values.digits import read_numeral

YEARS = re.compile(r"(?P<first>\d{4})(?:(?:\.\.|\s*[-–]\s*)(?P<last>\d{4}))?")

LEAST_MULTIPLIED_OUT = 1_000_000

FigureOrder = Literal["place", "value", "subject", "period"]
FIGURE_ORDERS: tuple[FigureOrder, ...] = get_args(FigureOrder)


@dataclass(frozen=True, slots=True)
class Range:
    """From `low` to `high`, both included; None is open.

    A million and more is meant multiplied out ("13458000000000" for 13.458 tỷ đồng), less is meant as said.
    """

    low: Decimal | None
    high: Decimal | None

    @property
    def is_multiplied_out(self) -> bool:
        return any(bound is not None and bound >= LEAST_MULTIPLIED_OUT for bound in (self.low, self.high))


@dataclass(frozen=True, slots=True)
class FiguresWanted:
    """Which figures are asked for: the words of `query` stand in the subject, the clause or the period.

    `units` are as printed, without marks if need be; "đồng" finds "tỷ đồng" too. `value` is the number, `years` from
    .. to: figures whose period lies in them. Of several units or documents any will do.
    """

    query: str = ""
    units: tuple[str, ...] = ()
    value: Range | None = None
    years: tuple[str, str] | None = None
    documents: tuple[str, ...] = ()


def figures(
    snapshot: Snapshot,
    wanted: FiguresWanted,
    *,
    order: FigureOrder = "place",
    descending: bool = False,
    limit: int | None = None,
    offset: int = 0,
) -> FoundPage[Figure]:
    """The figures that are asked for, all of them without a limit; a facet by `unit`.

    In another order than by place, figures that have nothing to be ordered by come last.
    """
    known = [KnownFigure.of(row) for row in snapshot.library.known(FIGURES, wanted.query, wanted.documents)]
    fitting = [one for one in known if _is_of_value(one, wanted.value) and _is_of_years(one, wanted.years)]
    chosen = _ordered([one for one in fitting if _is_in_unit(one, wanted.units)], order, descending=descending)
    shown = cut(chosen, limit, offset)
    return FoundPage(
        total=len(chosen),
        offset=offset,
        rows=snapshot.library.finds(FIGURES, (one.place for one in shown)),
        facets={"unit": counted(one.unit for one in fitting)},
    )


def read_range(text: str) -> Range:
    """A number or a range as it is typed: "13458", "13.458", "10..20", "1000..", "..5"; BadRequest.

    >>> read_range("10..20"), read_range("13.458").low
    (Range(low=Decimal('10'), high=Decimal('20')), Decimal('13458'))
    """
    first, dots, last = text.strip().partition("..")
    if not dots:
        last = first
    return Range(_typed(first, text), _typed(last, text))


def _typed(number: str, text: str) -> Decimal | None:
    if not number.strip():
        return None
    value = read_numeral(number.strip()) if number.strip()[:1].isdigit() else None
    if value is None:
        raise BadRequest(name="value", value=text[:60], allowed="13458, 6,6, 10..20, 1000.., ..5")
    return value


def read_years(text: str) -> tuple[str, str]:
    """A year or years as they are typed; BadRequest.

    >>> read_years("2020"), read_years("2016..2020"), read_years("2016-2020")
    (('2020', '2020'), ('2016', '2020'), ('2016', '2020'))
    """
    found = YEARS.fullmatch(text.strip())
    if found is None:
        raise BadRequest(name="period", value=text[:60], allowed="2020, 2016..2020")
    return found["first"], found["last"] or found["first"]


def _is_in_unit(one: KnownFigure, units: Sequence[str]) -> bool:
    if not units:
        return True
    known = {_plain(one.unit), _plain(one.base)}
    return any(_plain(unit) in known for unit in units)


def _is_of_value(one: KnownFigure, value: Range | None) -> bool:
    if value is None:
        return True
    if one.low is None or one.high is None:
        return False
    factor = one.scale if value.is_multiplied_out else 1
    low, high = one.low * factor, one.high * factor
    return (value.high is None or low <= value.high) and (value.low is None or high >= value.low)


def _is_of_years(one: KnownFigure, years: tuple[str, str] | None) -> bool:
    if years is None:
        return True
    if one.since is None or one.until is None:
        return False
    return years[0] <= one.since[:4] and one.until[:4] <= years[1]


ORDERS: dict[FigureOrder, Callable[[KnownFigure], Any]] = {
    "place": lambda one: one.place,
    "value": lambda one: one.amount,
    "subject": lambda one: fold(one.subject) or None,
    "period": lambda one: one.until and (one.until, one.since),
}


def _ordered(found: list[KnownFigure], order: FigureOrder, *, descending: bool) -> list[KnownFigure]:
    if order == "place":
        return found[::-1] if descending else found
    key = ORDERS[order]
    told = [one for one in found if key(one) is not None]
    rest = [one for one in found if key(one) is None]
    return sorted(told, key=key, reverse=descending) + rest


def _plain(unit: str) -> str:
    return fold(" ".join(unit.split()))
