"""Anniversaries against their two days: "60 năm … (19/9/1960 - 19/9/2021)" are 61 years."""

from __future__ import annotations

from collections.abc import Iterator

from kb.extract.findings.parts import Reading
from kb.model import Finding


def anniversaries(reading: Reading) -> Iterator[Finding]:
    """One finding an anniversary that names both days: error or holds."""
    for one in reading.references:
        if one.kind != "anniversary" or not one.date or "/" not in one.date or not one.number:
            continue
        first, last = (
            (int(day[:4]) for day in one.date.split("/") if day[:4].isdigit()) if one.date[0] != "-" else (0, 0)
        )
        if not first:
            continue
        years, said = last - first, int(one.number)
        steps = [f"{last} − {first} = {years}", f"văn bản viết: {said} năm"]
        if years == said:
            yield reading.finding("anniversary", "holds", f"{last} − {first} = {said} năm", [one.span], steps)
        else:
            what = f"{said} năm {one.title or ''}: từ {first} đến {last} là {years} năm, không phải {said} năm"
            yield reading.finding("anniversary", "error", " ".join(what.split()), [one.span], steps)
