"""Documents as columns and back, compactly: what one reading's row holds.

Owns the packed forms and nothing of SQLite. Lines are lengths, because they tile the text; repairs are four lists.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import chain, groupby, repeat
from typing import Any

from kb.model import Body, Cover, Front, Line, Page, Repair, Section, Span

# What json.loads gives is of any shape; each function here knows the one that its twin has written.
Packed = Any


def packed(value: Packed) -> bytes:
    """A JSON value as compressed bytes."""
    return zlib.compress(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def unpacked(data: bytes) -> Packed:
    return json.loads(zlib.decompress(data))


def front_text(front: Front) -> str:
    """A front as JSON, without what it does not say.

    >>> front_text(Front("Luật", number="5"))
    '{"title": "Luật", "number": "5"}'
    """
    said = asdict(front)
    return json.dumps({key: value for key, value in said.items() if value is not None}, ensure_ascii=False)


def front_of(text: str) -> Front:
    said = json.loads(text)
    cover = said.pop("cover", None)
    return Front(**said, cover=Cover(**cover) if cover else None)


def pack_body(body: Body) -> bytes:
    pages = [[page, len(list(run))] for page, run in groupby(line.page for line in body.lines)]
    rules = sorted({repair.rule for repair in body.repairs})
    ends = chain((0,), (repair.span.end for repair in body.repairs))
    return packed(
        [
            body.text,
            [len(line.span) for line in body.lines],
            pages,
            [
                rules,
                [rules.index(repair.rule) for repair in body.repairs],
                [repair.span.start - end for repair, end in zip(body.repairs, ends, strict=False)],
                [len(repair.span) for repair in body.repairs],
                [repair.before for repair in body.repairs],
            ],
            [[p.number, p.first_line, p.last_line, p.how, p.printed, p.printed_how] for p in body.pages],
        ]
    )


def body_of(data: bytes) -> Body:
    text, lengths, runs, (rules, *repairs), pages = unpacked(data)
    page_of_line = chain.from_iterable(repeat(page, count) for page, count in runs)
    return Body(
        text,
        tuple(_lines(lengths, page_of_line)),
        tuple(_repairs(rules, *repairs)),
        tuple(Page(*page) for page in pages),
    )


def pack_outline(sections: tuple[Section, ...]) -> bytes:
    return packed([_section_row(section) for section in sections])


def outline_of(data: bytes) -> tuple[Section, ...]:
    return tuple(map(_section, unpacked(data)))


def _lines(lengths: list[int], pages: Iterable[int | None]) -> Iterator[Line]:
    place = 0
    for number, (length, page) in enumerate(zip(lengths, pages, strict=True), 1):
        yield Line(number, page, Span(place, place + length))
        place += length


def _repairs(
    rules: list[str], kinds: list[int], gaps: list[int], lengths: list[int], befores: list[str]
) -> Iterator[Repair]:
    place = 0
    for kind, gap, length, before in zip(kinds, gaps, lengths, befores, strict=True):
        start = place + gap
        place = start + length
        yield Repair(rules[kind], Span(start, place), before)


def _section_row(section: Section) -> Packed:
    return [
        section.id,
        section.marker,
        section.level,
        section.kind,
        section.title,
        [section.heading.start, section.heading.end],
        [[span.start, span.end] for span in section.own],
        [section.whole.start, section.whole.end],
        [_section_row(child) for child in section.children],
    ]


def _section(row: Packed) -> Section:
    id, marker, level, kind, title, heading, own, whole, children = row
    return Section(
        id=id,
        marker=marker,
        level=level,
        kind=kind,
        title=title,
        heading=Span(*heading),
        own=tuple(Span(*span) for span in own),
        whole=Span(*whole),
        children=tuple(map(_section, children)),
    )
