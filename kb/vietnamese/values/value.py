"""What a value in a text is: where it stands, its one normal form, and the terms it is found by.

The nouns of kb.vietnamese.values; the modules beside this one read them, each a kind.

    n:13458  pct:6.6            a number, a percentage
    d:1948-06-11  md:06-11      a day, a day of any year
    m:1948-06  y:1948           a month, a year
    r:2016-2020                 years from .. to
    p:2020-01..06  p:01..06     months from .. to: a quarter, the first half; of any year
    o:12                        an ordinal
    doc:258|qd|ttg  dt:258|qd  dn:258          a document's number whole, with its kind, alone
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from kb.model import Span

Kind = Literal["number", "percent", "date", "month", "year", "period", "ordinal", "docnumber", "range", "ratio"]
Grain = Literal["day", "month", "quarter", "half", "year"]
TimeUnit = Literal["day", "week", "month", "year"]


@dataclass(frozen=True, slots=True)
class Amount:
    """How much: from `low` to `high` as said (the same where one number is said), times `scale` in `base`.

    `unit` is printed behind it as it stands ("tỷ đồng", "%", "ha"; "" where no known unit follows: what is counted
    then, "hộ nghèo", is not read here). "13.458 tỷ đồng": low 13458, scale 10^9, base "đồng". `whole`: with its unit.
    """

    low: Decimal
    high: Decimal
    whole: Span
    unit: str = ""
    base: str = ""
    scale: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many: "110/122 xã", "hai phần ba"."""

    part: Decimal
    whole: Decimal


@dataclass(frozen=True, slots=True)
class Days:
    """The days from `first` to `last`, both included, in ISO 8601: "1948-06-11"; "--06-11" where no year is said.

    `grain`: how finely the text says it.
    """

    first: str
    last: str
    grain: Grain


@dataclass(frozen=True, slots=True)
class Relative:
    """So many years, months … counted from the time of the text: "5 năm qua" (past), "10 năm tới" (coming)."""

    count: Decimal
    unit: TimeUnit
    past: bool


@dataclass(frozen=True, slots=True)
class DocNumber:
    """The parts of a document's number: "30/2020/NĐ-CP" is number "30", year 2020, kind "nd", issuer "cp".

    `kind` is the code of kb.vietnamese.values.doctypes, "" where the number does not tell (QH14); `issuer` the folded
    letters, "" in short forms ("Quyết định 258").
    """

    number: str
    year: int | None
    kind: str
    issuer: str

    @property
    def key(self) -> str:
        """What a document with this number is known by, whoever names it.

        >>> DocNumber("258", None, "qd", "ttg").key, DocNumber("59", 2020, "", "qh14").key
        ('doc:258|qd|ttg', 'doc:59|2020|qh14')
        """
        parts = (self.number, str(self.year or ""), self.kind, self.issuer)
        return "doc:" + "|".join(part for part in parts if part)


Meaning = Amount | Share | Days | Relative | DocNumber


@dataclass(frozen=True, slots=True)
class Value:
    """A value that stands in a text.

    `value` is its normal form to show ("13458", "1948-06-11", "258|qd|ttg"). `terms` are what it is indexed by, the
    most telling first; `also` what it may mean besides when a person types it ("13,458" for 13.458). `number` is it
    multiplied out: of a range the low end; None for what is no number.
    """

    span: Span
    kind: Kind
    value: str
    terms: tuple[str, ...]
    meaning: Meaning | None = None
    number: Decimal | None = None
    also: tuple[str, ...] = ()
