"""Values in a text and their normal forms: numbers, percentages, days, documents' numbers, periods, ordinals.

One module a kind, each a table of forms; `read_values` asks them all, and of readings that overlap keeps the longest.
The same terms are made for what is indexed and for what is asked.
"""

from __future__ import annotations

from functools import cache

from kb.vietnamese.values import amounts, dates, digits, docnumbers, months, ordinals, periods, ranges, ratios, spelled
from kb.vietnamese.values.form import Form, Forms
from kb.vietnamese.values.value import Amount, Days, DocNumber, Kind, Meaning, Relative, Share, Value

__all__ = ["FORMS", "Amount", "Days", "DocNumber", "Kind", "Meaning", "Relative", "Share", "Value", "read_values"]

FORMS: tuple[Form, ...] = (
    *docnumbers.FORMS,
    *periods.FORMS,
    *dates.FORMS,
    *months.FORMS,
    *ordinals.FORMS,
    *amounts.FORMS,
    *ranges.FORMS,
    *ratios.FORMS,
    *digits.FORMS,
    *spelled.FORMS,
)
"""Every form, of equally long readings the first."""


def read_values(text: str) -> tuple[Value, ...]:
    """The values of a text in order of place; none overlaps another. `text` is in NFC.

    >>> [value.terms[0] for value in read_values("Quyết định số 258/QĐ-TTg ngày 04/3/2008, tặng 1.308 cá nhân")]
    ['doc:258|qd|ttg', 'd:2008-03-04', 'n:1308']
    """
    found = sorted(_forms().values(text), key=lambda value: -len(value.span))
    taken = bytearray(len(text))
    kept = []
    for value in found:
        start, end = value.span.start, value.span.end
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            kept.append(value)
    return tuple(sorted(kept, key=lambda value: value.span.start))


@cache
def _forms() -> Forms:
    return Forms.of(FORMS)
