"""References: the papers, events, anniversaries, dates and periods that a document names.

`papers` have a number, `named` have none; `events` have ordinals; `times` are read from the values. The key of a paper
or an event is made here; which document it leads to, and who else names it, is asked of the library.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kb.extract.passages import Passage
from kb.extract.references.anniversaries import anniversaries
from kb.extract.references.events import events
from kb.extract.references.named import named
from kb.extract.references.papers import papers
from kb.extract.references.times import times
from kb.model import SIGNATURE, Document, Front, Reference
from kb.vietnamese.values import DocNumber, read_values


def read_references(document: Document, passages: Sequence[Passage]) -> tuple[Reference, ...]:
    """The references of a document in the order of the text; places are the document's.

    A document's own number is none. Of two mentions that begin together the longer comes first.
    """
    year = document.front.signed_on[:4] if document.front.signed_on else None
    own = paper_key(document.front)
    found = [
        one
        for passage in passages
        if passage.section.id != SIGNATURE
        for one in _of(passage, year, own, document.front.kind)
    ]
    return tuple(sorted(found, key=lambda one: (one.span.start, -one.span.end)))


def paper_key(front: Front) -> str | None:
    """What a document is known by when others name it; None for one without a number.

    >>> paper_key(Front("", kind="Quyết định", number="258/QĐ-TTg"))
    'doc:258|qd|ttg'
    """
    if front.number is None:
        return None
    values = read_values(f"{front.kind or 'Văn bản'} số {front.number}")
    return next((one.meaning.key for one in values if isinstance(one.meaning, DocNumber) and one.meaning.issuer), None)


def _of(passage: Passage, year: str | None, own: str | None, kind: str | None) -> Iterator[Reference]:
    by = passage.span.start
    numbered = [paper for paper in papers(passage) if not _is_itself(passage, paper, own, kind)]
    held = tuple(events(passage))
    for one in (
        *numbered,
        *named(passage, numbered, held),
        *held,
        *anniversaries(passage),
        *times(passage, year),
    ):
        yield replace(one, span=one.span.moved(by))


def _is_itself(passage: Passage, paper: Reference, own: str | None, kind: str | None) -> bool:
    """Whether a number is that of the document itself: in its letterhead ("Số: 09-NQ/TU")."""
    same = paper.type is None or (kind is not None and paper.type.casefold() == kind.casefold())
    return passage.section.kind == "title-block" and own is not None and paper.key == own and same
