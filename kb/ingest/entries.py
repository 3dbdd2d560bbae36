"""What an engine is given of a document: the token streams and keys of each chunk."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from kb.analysis import Analysis, Token, analyze
from kb.engine.port import EntryId, IndexEntry
from kb.model import Chunk, Document, Front, Section

NOTHING: Mapping[str, frozenset[int]] = MappingProxyType({})


def entries_of(
    document: Document, chunks: tuple[Chunk, ...], reading: int, holding: Mapping[str, frozenset[int]] = NOTHING
) -> Iterator[IndexEntry]:
    """One entry a chunk, in order. `holding` says which chunks, by number, hold a quotation ("quotes").

    Streams: `syllables`, `folded`, `words` of the chunk's text; `heading` and `heading_folded` of its section's title;
    `above` of the titles around it, the document's own first, folded: a passage of a plan for Bắc Kạn answers a
    question that names the province though it does not. A chunk that is a heading alone has its words in the streams of
    the heading only, so that passages go before it (scripts/relevance.py: success@1 .86 -> .90).
    """
    around = {section.id: above for section, above in _with_above(document)}
    sections = {section.id: section for section in document.walk()}
    read = cache(_read_title)
    for number, chunk in enumerate(chunks):
        section = sections[chunk.section]
        own, heading = ("", chunk.text) if section.heading.holds(chunk.span) else (chunk.text, section.title)
        titles = (document.front.title, *around[chunk.section])
        yield IndexEntry(
            id=EntryId(f"{reading}:{number}"),
            place=(document.id, number),
            tokens=_streams(analyze(own), heading, titles, read),
            keys=_keys(document, section, reading) | _has(number, holding),
        )


def year(front: Front) -> str | None:
    """The year of a document: of its signing, else of the dispatch that it was sent with."""
    signed_on = front.signed_on or (front.cover and front.cover.signed_on)
    return signed_on[:4] if signed_on else None


def _streams(
    own: Analysis, title: str, titles: tuple[str, ...], read: Callable[[str], Analysis]
) -> dict[str, tuple[str, ...]]:
    return {
        "syllables": _texts(own.syllables),
        "folded": _texts(own.folded),
        "words": _texts(own.words),
        "heading": _texts(read(title).syllables),
        "heading_folded": _texts(read(title).folded),
        "above": tuple(text for above in titles for text in _texts(read(above).folded)),
    }


def _keys(document: Document, section: Section, reading: int) -> dict[str, tuple[str, ...]]:
    values = {
        "document": document.id,
        "kind": document.front.kind,
        "issuer": document.front.issuer,
        "year": year(document.front),
        "section_kind": section.kind,
        "section": section.id,
        "reading": str(reading),
    }
    return {field: (value,) for field, value in values.items() if value}


def _has(number: int, holding: Mapping[str, frozenset[int]]) -> dict[str, tuple[str, ...]]:
    has = tuple(sorted(what for what, numbers in holding.items() if number in numbers))
    return {"has": has} if has else {}


def _with_above(document: Document) -> Iterator[tuple[Section, tuple[str, ...]]]:
    """Every section with the titles of those around it, from the top down."""
    waiting: list[tuple[Section, tuple[str, ...]]] = [(section, ()) for section in document.sections]
    while waiting:
        section, above = waiting.pop()
        yield section, above
        waiting += ((child, (*above, section.title)) for child in section.children)


def _read_title(title: str) -> Analysis:
    return analyze(title, words=False)


def _texts(tokens: tuple[Token, ...]) -> tuple[str, ...]:
    return tuple(token.text for token in tokens)
