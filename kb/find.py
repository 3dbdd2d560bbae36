"""Finding: a typed question and a snapshot -> a page of results.

Owns the order of the steps and what becomes of their answers: read, plan, rank, fetch, cut snippets, cite. A hit is a
passage (a chunk), so that a long section may be found in several places; `total` counts passages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from time import perf_counter

from kb import cite
from kb.engine.port import Engine, Order, Ranked
from kb.highlight import mark, snippet
from kb.links import section_print, section_url
from kb.model import Chunk, Citation, Document, FacetValue, Hit, ResultPage, Span, Understood
from kb.query.marks import Mark
from kb.query.plan import Plan, plan
from kb.query.question import Filter
from kb.query.read import read, years
from kb.query.told import missing
from kb.query.tree import All, Query
from kb.snapshot import Snapshot

FACETS = ("document", "kind", "issuer", "year", "section_kind", "has")
VALUES = 50  # of a field that are counted beside the hits, the most frequent; a list of more is nothing to choose from
NEAR = 3


def search(
    snapshot: Snapshot,
    text: str,
    *,
    limit: int = 10,
    offset: int = 0,
    document: Sequence[str] = (),
    kind: Sequence[str] = (),
    issuer: Sequence[str] = (),
    section_kind: Sequence[str] = (),
    year: Sequence[str] = (),
    has: Sequence[str] = (),
    order: Order = "score",
    syn: Sequence[str] = (),
) -> ResultPage:
    """The passages that answer, from `offset` on; any text is a question.

    The filters are values of their fields, of which one has to hold; a year may be a period ("2016..2020"), `has` is
    "quotes" or "figures". `order` is by score or by place in the document; without words to rank by it is by place.
    `syn` names words of the question to be looked for as they are, not by others of near meaning nor as slips put
    right ("0": all of them). `suggestions`: the question with its slips put right, as it was looked for. BadRequest: a
    year that is none. BadSynonyms: of the home's table.
    """
    started = perf_counter()
    chosen = {"document": document, "kind": kind, "issuer": issuer, "section_kind": section_kind, "has": has}
    filters = (one for field, values in chosen.items() for one in _filters(field, values))
    planned = _plan(snapshot, text, (*filters, *map(years, year)), syn)
    by = order if planned.ranked else "place"
    ranking = snapshot.engine.search(planned.query, limit=limit, offset=offset, order=by, counts=FACETS, most=VALUES)
    near: tuple[Ranked, ...] = ()
    if not ranking.total:
        near = snapshot.engine.search(planned.near, limit=NEAR).ranked
    return ResultPage(
        question=text,
        understood=planned.understood if ranking.total else _with_missing(snapshot, planned),
        total=ranking.total,
        hits=tuple(_hits(snapshot, ranking.ranked, planned.marks, offset)),
        near=tuple(_hits(snapshot, near, planned.marks, 0)),
        offset=offset,
        suggestions=(planned.meant,) if planned.meant != text else (),
        facets={field: tuple(FacetValue(*pair) for pair in ranking.counts[field]) for field in FACETS},
        took_ms=round((perf_counter() - started) * 1000, 3),
    )


def marker(snapshot: Snapshot, text: str) -> Callable[[str], tuple[Span, ...]]:
    """What marks the words of a question in a text: its spans, in order."""
    marks = _plan(snapshot, text, (), ()).marks
    return lambda passage: mark(passage, marks).spans()


class IndexWords:
    """The vocabulary of an engine's index; what was asked once is remembered, for one question."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._counted: dict[Query, int] = {}

    def count(self, query: Query) -> int:
        if query not in self._counted:
            self._counted[query] = self._engine.search(query, limit=0).total
        return self._counted[query]

    def tokens(self, stream: str, prefix: str, *, limit: int) -> tuple[tuple[str, int], ...]:
        return self._engine.tokens(stream, prefix, limit=limit)

    def values(self, field: str) -> tuple[str, ...]:
        counts = self._engine.search(All(()), limit=0, counts=(field,)).counts[field]
        return tuple(value for value, _ in counts)


def _plan(snapshot: Snapshot, text: str, filters: Sequence[Filter], syn: Sequence[str]) -> Plan:
    known = snapshot.wording.known().without(syn)
    return plan(read(text), IndexWords(snapshot.engine), filters, known)


def _filters(field: str, values: Sequence[str]) -> Iterator[Filter]:
    return (Filter(field, value, value) for value in values)


def _with_missing(snapshot: Snapshot, planned: Plan) -> tuple[Understood, ...]:
    """How a question without an answer was understood, with the parts of it that stand nowhere."""
    words = IndexWords(snapshot.engine)
    texts = dict.fromkeys(part.text for part in planned.carried if not words.count(part.query))
    told = (part for part in planned.understood if not (part.kind == "unknown" and part.text in texts))
    return (*told, *map(missing, texts))


def _hits(snapshot: Snapshot, ranked: Sequence[Ranked], marks: Sequence[Mark], offset: int) -> Iterator[Hit]:
    chunks = snapshot.library.chunks([one.id for one in ranked])
    for number, one in enumerate(ranked):
        chunk = chunks[one.id]
        yield _hit(snapshot.library.document(chunk.document), chunk, offset + number + 1, one.score, marks)


def _hit(document: Document, chunk: Chunk, rank: int, score: float, marks: Sequence[Mark]) -> Hit:
    marked = mark(chunk.text, marks)
    shown = snippet(marked)
    highlights = tuple(span.moved(-shown.start) for span in marked.spans() if shown.holds(span))
    return Hit(chunk, rank, score, shown.of(chunk.text), highlights, _citation(document, chunk, shown))


def _citation(document: Document, chunk: Chunk, shown: Span) -> Citation:
    """The place of what is shown, not of the whole passage: it is the shown words that are cited."""
    span = shown.moved(chunk.span.start)
    place = cite.place_of(document, chunk.section, span)
    section = place.lineage[-1]
    address = section_url(document.id, chunk.section, v=section_print(section, document.text))
    return Citation(document.id, chunk.section, span, document.body.locate(span), cite.label(place), address)
