"""References as rows of the library and back; which document a key leads to stands in the table `papers`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kb.library.finds import Finds
from kb.model import Reference, ReferenceKind, Span

TARGETS = "SELECT key, reading, document, signed_on FROM papers JOIN readings USING (reading)"


@dataclass(frozen=True, slots=True)
class KnownReference:
    """What decides whether a reference is listed; `place` is the key of its row."""

    place: int
    document: str
    kind: ReferenceKind
    type: str | None
    number: str | None
    date: str | None
    key: str | None


@dataclass(frozen=True, slots=True)
class Paper:
    """A document here that others may name: its key, and its day where it says one."""

    key: str
    document: str
    signed_on: str | None

    def is_of(self, day: str | None) -> bool:
        """Whether a mention with this day can mean it: numbers begin anew each year."""
        return day is None or self.signed_on is None or day == self.signed_on


def _details(one: Reference) -> Mapping[str, object]:
    told = {"words": one.words, "title": one.title, "issuer": one.issuer, "issuer_told": one.issuer_told}
    return {name: value for name, value in told.items() if value is not None}


def _reference(place: Span, own: Sequence[Any], told: Mapping[str, Any]) -> Reference:
    kind, type, number, date, key = own
    return Reference(
        place,
        told["words"],
        kind,
        type,
        number,
        told.get("title"),
        told.get("issuer"),
        told.get("issuer_told"),
        date,
        key,
    )


REFERENCES = Finds(
    name="refs",
    letter="r",
    columns=("kind", "type", "number", "date", "key"),
    span_of=lambda one: one.span,
    columns_of=lambda one: (one.kind, one.type, one.number, one.date, one.key),
    details_of=_details,
    said=lambda one: " ".join(filter(None, (one.words, one.title, one.issuer, one.number))),
    found_of=_reference,
)
