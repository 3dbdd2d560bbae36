"""Units of measure and money that stand behind a number, and the words that multiply it: "tỷ đồng", "ha", "%".

What is counted ("hộ nghèo", "tập thể") is no unit here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from kb.vietnamese.syllables import folded_key
from kb.vietnamese.values.form import GAP, compiled

SCALES = {
    "nghìn tỷ": Decimal(10**12),
    "ngàn tỷ": Decimal(10**12),
    "triệu tỷ": Decimal(10**15),
    "trăm tỷ": Decimal(10**11),
    "chục tỷ": Decimal(10**10),
    "trăm triệu": Decimal(10**8),
    "chục triệu": Decimal(10**7),
    "trăm nghìn": Decimal(10**5),
    "tỷ": Decimal(10**9),
    "triệu": Decimal(10**6),
    "vạn": Decimal(10**4),
    "nghìn": Decimal(10**3),
    "ngàn": Decimal(10**3),
    "trăm": Decimal(100),
    "chục": Decimal(10),
}
"""Words that multiply the number before them; the longest reading first."""

SCALE = "|".join(SCALES)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as terms call it, and how else it is written. `joined`: it may stand behind digits without a space."""

    base: str
    written: tuple[str, ...]
    joined: bool = False


UNITS = (
    Unit("đồng", ("đồng", "VNĐ", "VND", "đ"), joined=True),
    Unit("USD", ("USD", "đô la Mỹ", "đô-la Mỹ", "đô la", "đô-la"), joined=True),
    Unit("EUR", ("EUR", "euro")),
    Unit("ha", ("ha", "héc ta", "héc-ta", "hecta"), joined=True),
    Unit("km2", ("km2", "km²", "ki-lô-mét vuông"), joined=True),
    Unit("m2", ("m2", "m²", "mét vuông"), joined=True),
    Unit("m3", ("m3", "m³", "mét khối"), joined=True),
    Unit("km", ("km", "ki-lô-mét", "kilômét"), joined=True),
    Unit("cm", ("cm",), joined=True),
    Unit("mm", ("mm",), joined=True),
    Unit("m", ("m", "mét"), joined=True),
    Unit("kg", ("kg", "ki-lô-gam", "kilôgam"), joined=True),
    Unit("tấn", ("tấn",), joined=True),
    Unit("tạ", ("tạ",)),
    Unit("lít", ("lít",)),
    Unit("kWh", ("kWh",), joined=True),
    Unit("kW", ("kW",), joined=True),
    Unit("MW", ("MW",), joined=True),
    Unit("%", ("%", "phần trăm"), joined=True),
    Unit("‰", ("‰", "phần nghìn", "phần ngàn"), joined=True),
    Unit("điểm %", ("điểm phần trăm", "điểm %")),
)

_WRITTEN = sorted({way: unit for unit in UNITS for way in unit.written}.items(), key=lambda row: -len(row[0]))
_ONE = "|".join(re.escape(way) for way, _ in _WRITTEN)
BEHIND = rf"{GAP}(?P<unit>(?P<one>{_ONE})(?P<per>(?:/[^\W\d_]{{1,12}}(?: [^\W\d_]{{1,12}}(?=/))?){{0,2}}))(?!\w)"
JOINED = "|".join(re.escape(way) for way, unit in _WRITTEN if unit.joined)


@dataclass(frozen=True, slots=True)
class Printed:
    """A unit as it stands behind a number: as printed, what it is called, and where it ends."""

    text: str
    base: str
    end: int


def unit_behind(text: str, at: int) -> Printed | None:
    """The unit that stands at a place, behind at most a space; None where there is none.

    >>> unit_behind("18,9 triệu đồng/người/năm", 10)
    Printed(text='đồng/người/năm', base='đồng/người/năm', end=25)
    >>> unit_behind("5 hộ", 1), unit_behind("20 héc-ta", 2)
    (None, Printed(text='héc-ta', base='ha', end=9))
    """
    found = compiled(BEHIND).match(text, at)
    if found is None:
        return None
    base = base_of(found["one"])
    return Printed(found["unit"], base + found["per"].lower(), found.end()) if base else None


def base_of(written: str) -> str | None:
    """What a unit is called that is written so; None where its case makes it another word ("M" is no metre)."""
    if len(written) == 1 and written != written.lower():
        return None
    return _bases()[_plain(written)]


def scale_of(words: str | None) -> Decimal:
    """What the words multiply by; 1 for none.

    >>> scale_of("tỉ"), scale_of("nghin ty"), scale_of(None)
    (Decimal('1000000000'), Decimal('1000000000000'), Decimal('1'))
    """
    return _scales()[_plain(words)] if words else Decimal(1)


def _plain(words: str) -> str:
    return " ".join(map(folded_key, words.split()))


@cache
def _bases() -> dict[str, str]:
    return {_plain(way): unit.base for way, unit in reversed(_WRITTEN)}


@cache
def _scales() -> dict[str, Decimal]:
    return {_plain(words): scale for words, scale in SCALES.items()}
