"""What an engine is given of a document: the token streams and keys of each chunk."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from kb.analysis import Analysis, Token, analyze, value_terms
from kb.engine.port import EntryId, IndexEntry
from kb.model import Chunk, Document, Front, Section, Span
from kb.vietnamese.people import NOBODY, Mention, People, find_mentions, said_by

NOBODY_CALLED = ("-",)


@dataclass(frozen=True, slots=True)
class Holding:
    """What the chunks of a document hold, by the numbers of the chunks.

    `kinds`: which hold a quotation ("quotes"); `speakers`: whose words a chunk quotes, a name for each quotation.
    """

    kinds: Mapping[str, frozenset[int]] = field(default_factory=dict)
    speakers: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


NOTHING = Holding()


def entries_of(
    document: Document,
    chunks: tuple[Chunk, ...],
    reading: int,
    holding: Holding = NOTHING,
    people: People = NOBODY,
) -> Iterator[IndexEntry]:
    """One entry a chunk, in order.

    Streams: `syllables`, `folded`, `words` of the chunk's text; `heading` and `heading_folded` of its section's title;
    `values`, the terms of the values in both; `above` of the titles around it, the document's own first, folded, and
    of their values: a passage of a plan for Bắc Kạn answers a question that names the province though it does not;
    `entities`: the `people` that the chunk or its title calls, by whatever name, and who is quoted in it (`said_by`).
    A chunk that is a heading alone has its words in the streams of the heading only, so that passages go before it
    (scripts/relevance.py: success@1 .86 -> .90).
    """
    around = {section.id: above for section, above in _with_above(document)}
    sections = {section.id: section for section in document.walk()}
    read = cache(_read_title)
    called = find_mentions(document.text, people, about=document.front.title)
    for number, chunk in enumerate(chunks):
        section = sections[chunk.section]
        own, heading = ("", chunk.text) if section.heading.holds(chunk.span) else (chunk.text, section.title)
        titles = (document.front.title, *around[chunk.section])
        yield IndexEntry(
            id=EntryId(f"{reading}:{number}"),
            place=(document.id, number),
            tokens=_streams(own, heading, titles, read)
            | _entities(called, (section.heading, chunk.span), holding.speakers.get(number, ())),
            keys=_keys(document, section, reading) | _has(number, holding.kinds),
        )


def year(front: Front) -> str | None:
    """The year of a document: of its signing, else of the dispatch that it was sent with."""
    signed_on = front.signed_on or (front.cover and front.cover.signed_on)
    return signed_on[:4] if signed_on else None


def _streams(
    text: str, title: str, titles: tuple[str, ...], read: Callable[[str], _Title]
) -> dict[str, tuple[str, ...]]:
    own = analyze(text)
    return {
        "syllables": _texts(own.syllables),
        "folded": _texts(own.folded),
        "words": _texts(own.words),
        "heading": _texts(read(title).tokens.syllables),
        "heading_folded": _texts(read(title).tokens.folded),
        "values": (*value_terms(text), *read(title).terms),
        "above": tuple(term for above in titles for term in (*_texts(read(above).tokens.folded), *read(above).terms)),
    }


def _entities(
    called: Sequence[Mention], spans: tuple[Span, ...], speakers: tuple[str, ...]
) -> dict[str, tuple[str, ...]]:
    """Who is called in these stretches of the text, once for each place; NOBODY_CALLED where nobody is.

    BM25 reads how rare a token is from the entries that have the stream at all: without one for the others, whoever is
    called alone in a collection would say nothing.
    """
    places = dict[Span, str]()
    for span in spans:
        first = bisect_left(called, span.start, key=_start)
        for one in called[first : bisect_left(called, span.end, lo=first, key=_start)]:
            places[one.span] = one.person.token
    tokens = (*(places[span] for span in sorted(places)), *(said_by(speaker) for speaker in speakers))
    return {"entities": tokens or NOBODY_CALLED}


def _start(mention: Mention) -> int:
    return mention.span.start


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


def _has(number: int, kinds: Mapping[str, frozenset[int]]) -> dict[str, tuple[str, ...]]:
    has = tuple(sorted(what for what, numbers in kinds.items() if number in numbers))
    return {"has": has} if has else {}


def _with_above(document: Document) -> Iterator[tuple[Section, tuple[str, ...]]]:
    """Every section with the titles of those around it, from the top down."""
    waiting: list[tuple[Section, tuple[str, ...]]] = [(section, ()) for section in document.sections]
    while waiting:
        section, above = waiting.pop()
        yield section, above
        waiting += ((child, (*above, section.title)) for child in section.children)


@dataclass(frozen=True, slots=True)
class _Title:
    """A title's tokens, and the terms of its values."""

    tokens: Analysis
    terms: tuple[str, ...]


def _read_title(title: str) -> _Title:
    return _Title(analyze(title, words=False), value_terms(title))


def _texts(tokens: tuple[Token, ...]) -> tuple[str, ...]:
    return tuple(token.text for token in tokens)
