"""The engine on a Whoosh index.

The index itself is Whoosh's and any Whoosh program can open it; questions are answered from posting arrays beside
each of its segments (kb.engine.arrays). Whoosh's own search is not used: its `search(limit=10)` loses hits, and a
plain OR of four words over 20,000 entries was seen never to return. `contents` reads the table of contents, `lock`
keeps other writers away, `segments` writes, `recovery` makes lost arrays again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from errno import EACCES, EDQUOT, ENOSPC, EPERM, EROFS
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING
from typing import Any as Untyped

from kb.engine.port import SCHEMA, EntryId, IndexEntry, Order, Ranking, Stamp
from kb.engine.whoosh.contents import Contents, Written, last_commit, read_contents
from kb.engine.whoosh.folders import NAME, Folders
from kb.errors import IndexMissing, IndexOutdated, IndexUnwritable
from kb.query.tree import Query, checked

if TYPE_CHECKING:
    from kb.engine.arrays.segment import Segment
    from kb.engine.arrays.snapshot import Snapshot

LARGEST = 1 << 25  # tokens of a stream in one segment, some 200,000 sections; it bounds the memory that writing takes
REFUSALS = {
    ENOSPC: "no-room",
    EDQUOT: "no-room",
    EACCES: "write-refused",
    EPERM: "write-refused",
    EROFS: "write-refused",
}
PATIENCE = 10  # commits of another process that may come between reading the contents and opening what they name


class WhooshEngine:
    """An index in a folder, which need not exist before the first rebuild."""

    def __init__(self, folder: Path) -> None:
        self._folders = Folders(folder)
        self._opening = Lock()
        self._snapshot: Snapshot | None = None
        self._commit = -1

    def rebuild(self, entries: Iterable[IndexEntry], stamp: Stamp) -> None:
        """Replace everything, in one commit."""
        from kb.engine.whoosh.schema import new_schema
        from kb.engine.whoosh.segments import commit

        with self._writing(new=True):
            schema = new_schema(stamp)
            segments = list(self._segments(schema, entries))
            with self._told():
                commit(self._folders, schema, segments)
        self.close()

    def update(self, entries: Iterable[IndexEntry], removed: Iterable[EntryId]) -> None:
        """Add and remove, in one commit that leaves the segments before it as they are."""
        from whoosh.filedb.filestore import FileStorage  # type: ignore[import-untyped]
        from whoosh.index import TOC  # type: ignore[import-untyped]

        from kb.engine.whoosh.segments import commit

        with self._writing(new=False):
            before = self._known()
            toc = TOC.read(FileStorage(str(self._folders.index)), NAME)
            coming: set[EntryId] = set()
            added = list(self._segments(toc.schema, _noted(entries, coming)))
            if not self._delete(before, toc.segments, coming.union(removed)) and not added:
                return
            kept = [segment for segment in toc.segments if segment.deleted_count() < segment.doc_count_all()]
            with self._told():
                commit(self._folders, toc.schema, [*kept, *added])
        self.close()

    def search(
        self,
        query: Query,
        *,
        limit: int,
        offset: int = 0,
        order: Order = "score",
        counts: Sequence[str] = (),
        most: int | None = None,
    ) -> Ranking:
        return self._opened().search(
            checked(query), limit=limit, offset=offset, order=order, counts_of=counts, most=most
        )

    def tokens(self, stream: str, prefix: str, *, limit: int) -> tuple[tuple[str, int], ...]:
        return self._opened().tokens(stream, prefix, limit)

    def stamp(self) -> Stamp | None:
        contents = self._contents()
        return contents.stamp if contents else None

    def changed(self) -> bool:
        return self._snapshot is not None and last_commit(self._folders.index) != self._commit

    def close(self) -> None:
        self._snapshot = None

    # Reading

    def _opened(self) -> Snapshot:
        """The commit that this engine reads; opened with the first question, once for all threads."""
        snapshot = self._snapshot
        if snapshot is None:
            with self._opening:
                snapshot = self._snapshot or self._open()
        return snapshot

    def _open(self) -> Snapshot:
        from kb.engine.arrays.snapshot import Snapshot

        for _ in range(PATIENCE):
            contents = self._known()
            try:
                segments = [self._segment(written) for written in contents.segments]
            except FileNotFoundError:
                if last_commit(self._folders.index) == contents.number:
                    raise
                continue
            self._commit = contents.number
            self._snapshot = Snapshot(segments)
            return self._snapshot
        raise IndexMissing(path=self._folders.root)

    def _segment(self, written: Written) -> Segment:
        """A segment by its arrays, which are made anew where they are lost. FileNotFoundError: swept meanwhile."""
        from kb.engine.arrays import file
        from kb.engine.arrays.segment import Segment

        arrays = file.read(self._folders.arrays_of(written.id))
        if arrays is None:
            from kb.engine.whoosh.recovery import recovered

            arrays = recovered(self._folders, written.id)
        return Segment(arrays, written.deleted)

    def _contents(self) -> Contents | None:
        for _ in range(PATIENCE):
            try:
                return read_contents(self._folders.index)
            except FileNotFoundError:
                continue
        return None

    def _known(self) -> Contents:
        contents = self._contents()
        if contents is None or contents.stamp is None:
            raise IndexMissing(path=self._folders.root)
        if contents.stamp.schema != SCHEMA:
            raise IndexOutdated(path=self._folders.root)
        return contents

    # Writing

    @contextmanager
    def _writing(self, *, new: bool) -> Iterator[None]:
        """The right to write; whatever breaks off leaves nothing behind."""
        from kb.engine.whoosh.lock import writing
        from kb.engine.whoosh.segments import sweep

        if not new:
            self._known()
        with ExitStack() as stack:
            with self._told():
                self._folders.make()
                stack.enter_context(writing(self._folders))
            try:
                yield
            except BaseException:
                sweep(self._folders)
                raise

    def _segments(self, schema: Untyped, entries: Iterable[IndexEntry]) -> Iterator[Untyped]:
        """Entries written as segments, each of bounded size. ValueError: an id that occurs twice."""
        from kb.engine.arrays.gather import Gathered
        from kb.engine.whoosh.segments import write_segment

        gathered, seen = Gathered(), set[EntryId]()
        for entry in entries:
            if entry.id in seen:
                raise ValueError(f"two entries with the id {entry.id!r}")
            seen.add(entry.id)
            gathered.add(entry)
            if gathered.tokens() >= LARGEST:
                with self._told():
                    yield write_segment(self._folders, schema, gathered)
                gathered = Gathered()
        if len(gathered):
            with self._told():
                yield write_segment(self._folders, schema, gathered)

    def _delete(self, before: Contents, segments: Sequence[Untyped], ids: Iterable[EntryId]) -> bool:
        """Mark the entries of these ids as deleted, where they are; whether there was one."""
        found = False
        for written, segment in zip(before.segments, segments, strict=True):
            for number in self._segment(written).numbers(ids):
                segment.delete_document(number)
                found = True
        return found

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What the system refuses, in words. Only around our own writing: the caller's entries have other errors."""
        try:
            yield
        except OSError as error:
            why = REFUSALS.get(error.errno or 0, error.strerror or str(error))
            raise IndexUnwritable(path=self._folders.root, why=why) from error


def _noted(entries: Iterable[IndexEntry], ids: set[EntryId]) -> Iterator[IndexEntry]:
    for entry in entries:
        ids.add(entry.id)
        yield entry
