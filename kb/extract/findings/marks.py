"""Quotation marks that do not close, or were closed with another mark in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.extract.findings.parts import Reading
from kb.model import Finding, Span

OPENS, CLOSES = "“«", {"”": "“", "»": "«"}
SHOWN = 60  # characters behind a mark that is never closed
RULE = "mixed_quote"
MARK = re.compile('[“”«»"]')
MOST = 20  # places listed


def marks(reading: Reading) -> Iterator[Finding]:
    yield from _mixed(reading)
    yield from _open(reading)


def _mixed(reading: Reading) -> Iterator[Finding]:
    """Pairs that the repair put right: opened curly and closed straight (outline, lines 187 and 872), all in one."""
    repairs = reading.document.body.repairs
    places = [repair.span.start for repair in repairs if RULE in repair.rules and len(repair.span)]
    found = [
        Span(span.start + 1, span.end - 1)
        for passage in reading.passages
        for span in (quoted.moved(passage.span.start) for quoted in passage.quoted)
        if any(span.start <= place < span.end for place in places)
    ]
    if found:
        what = f"Ngoặc mở và ngoặc đóng khác loại ở {len(found)} chỗ"
        yield reading.finding("marks", "error", what, found)


def _open(reading: Reading) -> Iterator[Finding]:
    """Marks that are opened and never closed. Quoted articles run over sections, so the whole text is read at once."""
    text = reading.document.text
    waiting: list[tuple[int, str]] = []
    for match in MARK.finditer(text):
        letter = match[0]
        if letter in OPENS:
            waiting.append((match.start(), letter))
        elif waiting and (letter == '"' or waiting[-1][1] == CLOSES[letter]):
            waiting.pop()
    for place, _ in waiting[:MOST]:
        line = text.find("\n", place, place + SHOWN)
        shown = Span(place, line if line >= 0 else min(len(text), place + SHOWN)).trimmed(text)
        yield reading.finding("marks", "likely", "Dấu ngoặc kép mở ra mà không đóng lại", [shown])
