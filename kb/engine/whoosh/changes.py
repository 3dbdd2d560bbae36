"""Changing an index: everything new in one commit, or some entries in and out in one.

A rebuild writes one large segment. An update writes its entries as a segment of their own and marks what they replace
as deleted; segments that are not much larger than what comes in are merged into it, so there are never many, and an
entry is written again only when the index has grown by half.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any as Untyped

from whoosh.filedb.filestore import FileStorage  # type: ignore[import-untyped]
from whoosh.index import TOC  # type: ignore[import-untyped]

from kb.engine.arrays.entries import entries as entries_of
from kb.engine.arrays.gather import Gathered
from kb.engine.arrays.segment import Segment
from kb.engine.port import EntryId, IndexEntry, Stamp
from kb.engine.whoosh.contents import Contents, Written
from kb.engine.whoosh.folders import NAME, Folders
from kb.engine.whoosh.lock import writing
from kb.engine.whoosh.reading import known_contents, open_segment
from kb.engine.whoosh.refusals import refusals_told
from kb.engine.whoosh.schema import new_schema
from kb.engine.whoosh.segments import commit, sweep, write_segment

LARGEST = 1 << 25  # tokens of a stream in one segment, some 200,000 sections; it bounds the memory that writing takes
MERGED = 2  # an update takes in segments that are no more than so many times as large


def rebuild(folders: Folders, entries: Iterable[IndexEntry], stamp: Stamp) -> None:
    """Replace everything. ValueError: an id that occurs twice. IndexBusy, IndexUnwritable."""
    with _changing(folders):
        schema = new_schema(stamp)
        segments = list(_segments(folders, schema, _once(entries, set())))
        with refusals_told(folders):
            commit(folders, schema, segments)


def update(folders: Folders, entries: Iterable[IndexEntry], removed: Iterable[EntryId]) -> None:
    """Add entries, replacing those of the same id, and take out the removed; ValueError and errors as above."""
    known_contents(folders)
    with _changing(folders):
        before = known_contents(folders)
        toc = TOC.read(FileStorage(str(folders.index)), NAME)
        coming: set[EntryId] = set()
        added = list(_once(entries, coming))
        found = _delete(folders, before, toc.segments, coming.union(removed))
        if not added and not found:
            return
        kept = [segment for segment in toc.segments if _live(segment)]
        merged = _to_merge(kept, len(added))
        again = (entry for segment in merged for entry in entries_of(_opened(folders, segment)))
        written = list(_segments(folders, toc.schema, (entry for some in (again, added) for entry in some)))
        with refusals_told(folders):
            commit(folders, toc.schema, [*(segment for segment in kept if segment not in merged), *written])


@contextmanager
def _changing(folders: Folders) -> Iterator[None]:
    """The right to write; whatever breaks off leaves nothing behind."""
    with ExitStack() as stack:
        with refusals_told(folders):
            folders.make()
            stack.enter_context(writing(folders))
        try:
            yield
        except BaseException:
            sweep(folders)
            raise


def _segments(folders: Folders, schema: Untyped, entries: Iterable[IndexEntry]) -> Iterator[Untyped]:
    """The entries written as segments, each of bounded size."""
    gathered = Gathered()
    for entry in entries:
        gathered.add(entry)
        if gathered.tokens() >= LARGEST:
            with refusals_told(folders):
                yield write_segment(folders, schema, gathered)
            gathered = Gathered()
    if len(gathered):
        with refusals_told(folders):
            yield write_segment(folders, schema, gathered)


def _once(entries: Iterable[IndexEntry], seen: set[EntryId]) -> Iterator[IndexEntry]:
    """The entries, their ids noted. ValueError: an id that occurs twice."""
    for entry in entries:
        if entry.id in seen:
            raise ValueError(f"two entries with the id {entry.id!r}")
        seen.add(entry.id)
        yield entry


def _delete(folders: Folders, before: Contents, segments: list[Untyped], ids: Iterable[EntryId]) -> bool:
    """Mark the entries of these ids as deleted, where they are; whether there was one."""
    found = False
    for written, segment in zip(before.segments, segments, strict=True):
        for number in open_segment(folders, written).numbers(ids):
            segment.delete_document(number)
            found = True
    return found


def _live(segment: Untyped) -> int:
    return int(segment.doc_count_all() - segment.deleted_count())


def _to_merge(segments: list[Untyped], coming: int) -> list[Untyped]:
    """Those to take in, from the smallest on."""
    merged = []
    for segment in sorted(segments, key=_live):
        if _live(segment) > MERGED * coming:
            break
        coming += _live(segment)
        merged.append(segment)
    return merged


def _opened(folders: Folders, segment: Untyped) -> Segment:
    deleted = frozenset(segment.deleted_docs())
    return open_segment(folders, Written(segment.segment_id(), segment.doc_count_all(), deleted))
