"""What a document refers to: papers, dates, periods, events and anniversaries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from kb.model.body import Span

ReferenceKind = Literal["document", "event", "anniversary", "date", "year", "period"]
REFERENCE_KINDS: tuple[ReferenceKind, ...] = get_args(ReferenceKind)

IssuerTold = Literal["beside", "sentence", "number"]
"""How an issuer is known: named beside the paper, earlier in its sentence, or by the letters of its number (QĐ-TTg)."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One mention. `words` are those at `span` on one line.

    `type` is the kind of paper ("Quyết định"). `number` is a paper's number, an event's ordinal as printed ("XIII",
    "tám") or the years of an anniversary. `title` is what the paper is called or about, the event or what is
    remembered. `date` is ISO 8601, to the day, the month or the year: "1948-06-11", "--06-11" for every year,
    "1946-08-15/2021-08-15" from and to. `key` is what a paper with this number is known by, whoever names it
    ("doc:258|qd|ttg"), or the event's name and ordinal ("event:dai hoi dai bieu dang bo tinh|18").
    """

    span: Span
    words: str
    kind: ReferenceKind
    type: str | None = None
    number: str | None = None
    title: str | None = None
    issuer: str | None = None
    issuer_told: IssuerTold | None = None
    date: str | None = None
    key: str | None = None
