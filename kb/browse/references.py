"""What all documents refer to: by words or number, kind and document; where each leads, and who names a document.

A key leads to the document that has it, asked now: a paper taken in later is found too (architecture, decision 6).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kb.browse.listing import counted, cut
from kb.library import REFERENCES, KnownReference
from kb.model import DocumentId, FoundPage, Placed, Reference, ReferenceKind
from kb.snapshot import Snapshot
from kb.vietnamese.values import DocNumber, read_values


@dataclass(frozen=True, slots=True)
class ReferencesWanted:
    """Which references are asked for: the words of `query` stand in the mention, its title or issuer.

    A whole number of a paper ("258/QĐ-TTg", "QĐ 258/QĐ-TTg") is that paper's, however it is written. `cites`: only
    mentions of this document, in others. Of several kinds or documents any will do.
    """

    query: str = ""
    kinds: tuple[ReferenceKind, ...] = ()
    documents: tuple[str, ...] = ()
    cites: str | None = None


@dataclass(frozen=True, slots=True)
class ReferencesFound:
    """A page of references, and the document that each leads to, by its place in `page.rows`."""

    page: FoundPage[Reference]
    targets: Mapping[int, DocumentId]


def references(
    snapshot: Snapshot, wanted: ReferencesWanted, *, limit: int | None = None, offset: int = 0
) -> ReferencesFound:
    """The references that are asked for, all of them without a limit; a facet by `kind`. NoSuchDocument for `cites`."""
    keys = _keys(wanted.query)
    rows = snapshot.library.known(REFERENCES, "" if keys else wanted.query, wanted.documents)
    known = [KnownReference(*row) for row in rows]
    if keys:
        known = [one for one in known if one.key in keys]
    if wanted.cites is not None:
        known = _citing(snapshot, known, wanted.cites)
    chosen = [one for one in known if not wanted.kinds or one.kind in wanted.kinds]
    shown = cut(chosen, limit, offset)
    placed = snapshot.library.finds(REFERENCES, (one.place for one in shown))
    page = FoundPage(len(chosen), offset, placed, {"kind": counted(one.kind for one in known)})
    return ReferencesFound(page, _targets(snapshot, placed))


def _keys(query: str) -> frozenset[str]:
    """The keys of the papers whose numbers are the whole query, but for their kinds' names."""
    values = read_values(query)
    numbers = [value for value in values if isinstance(value.meaning, DocNumber) and value.meaning.issuer]
    rest = "".join(query[: value.span.start] + query[value.span.end :] for value in numbers[:1])
    alone = len(numbers) == 1 and not any(letter.isdigit() for letter in rest) and len(rest.split()) <= MOST_WORDS
    return frozenset(one.meaning.key for one in numbers if isinstance(one.meaning, DocNumber)) if alone else frozenset()


MOST_WORDS = 3  # beside a number: "Quyết định số"


def _citing(snapshot: Snapshot, known: Sequence[KnownReference], cites: str) -> list[KnownReference]:
    document = snapshot.library.document(DocumentId(cites))
    paper = snapshot.library.paper(document.id)
    if paper is None:
        return []
    return [one for one in known if one.key == paper.key and one.document != cites and paper.is_of(one.date)]


def _targets(snapshot: Snapshot, placed: Sequence[Placed[Reference]]) -> Mapping[int, DocumentId]:
    papers = snapshot.library.papers(one.found.key for one in placed if one.found.key and one.found.kind == "document")
    targets: dict[int, DocumentId] = {}
    for place, one in enumerate(placed):
        for paper in papers:
            if paper.key == one.found.key and paper.document != one.document and paper.is_of(one.found.date):
                targets.setdefault(place, DocumentId(paper.document))
    return targets
