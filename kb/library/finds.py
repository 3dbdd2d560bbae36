"""A table of what is found in texts: quotes, figures, references and findings, each with columns of its own.

Owns the columns that such tables share behind those of `places`, and the questions about them; which columns a kind
has besides, and how it is packed, stand in a module each. What is only shown is one JSON text.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from kb.library.places import NUMBER, PlacedRow, located, place_columns
from kb.library.searched import searched
from kb.model import Placed, Span

Found = TypeVar("Found")

PLACE = "place, document, section, mark, first_line, last_line, first_page, last_page, printed"
PLACE_COLUMNS = 9
OTHER_COLUMNS = 14  # place to printed, start, end, details, marked, folded


@dataclass(frozen=True, slots=True)
class Finds(Generic[Found]):
    """A table: its name, the letter of its anchors, its own columns, and how a find becomes a row and back.

    `columns_of` gives the values of `columns`; `details_of` the rest of the find as JSON; `said` the words it is
    searched by. `found_of` takes the span, the values of `columns` and the details. `deciding`: the columns that decide
    whether a find is listed; () is all of them.
    """

    name: str
    letter: str
    columns: tuple[str, ...]
    span_of: Callable[[Found], Span]
    columns_of: Callable[[Found], tuple[Any, ...]]
    details_of: Callable[[Found], Mapping[str, object]]
    said: Callable[[Found], str]
    found_of: Callable[[Span, Sequence[Any], Mapping[str, Any]], Found]
    deciding: tuple[str, ...] = ()

    @property
    def write(self) -> str:
        return f"INSERT INTO {self.name} VALUES ({', '.join('?' * (OTHER_COLUMNS + len(self.columns)))})"

    @property
    def read(self) -> str:
        own = ", ".join((*self.columns, "details"))
        return f"SELECT {PLACE}, start, end, {own} FROM {self.name} JOIN readings ON reading = place >> {NUMBER}"

    @property
    def known(self) -> str:
        """The question for what decides whether a find is shown: its key, its document, its deciding columns."""
        own = ", ".join(("place", "document", *(self.deciding or self.columns)))
        return f"SELECT {own} FROM {self.name} JOIN readings ON reading = place >> {NUMBER}"

    def rows(self, placed: Sequence[PlacedRow[Found]], reading: int) -> Iterator[tuple[Any, ...]]:
        """The rows of the finds of one reading, for `write`."""
        for number, row in enumerate(placed):
            span = self.span_of(row.found)
            details = json.dumps(self.details_of(row.found), ensure_ascii=False, separators=(",", ":"))
            yield (
                reading << NUMBER | number,
                *place_columns(row),
                span.start,
                span.end,
                *self.columns_of(row.found),
                details,
                *searched(self.said(row.found)),
            )

    def placed_of(self, row: Sequence[Any]) -> Placed[Found]:
        """A find as `read` gives it."""
        start, end, *own, details = row[PLACE_COLUMNS:]
        return located(row[:PLACE_COLUMNS], self.found_of(Span(start, end), own, json.loads(details)))


def ends(span: Span | None) -> list[int] | None:
    """A span as JSON."""
    return [span.start, span.end] if span else None


def span(told: Sequence[int] | None) -> Span | None:
    return Span(*told) if told else None
