"""The engine on a Whoosh index: the index itself, its one writer and its commits.

Owns the schema, the lock, what is written when, and which commit is read. Finding and ranking are in
kb.engine.postings. Whoosh's own search, parser and analyzers are not used: its `search(limit=10)` loses hits.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from whoosh import fields  # type: ignore[import-untyped]
from whoosh.analysis import SpaceSeparatedTokenizer  # type: ignore[import-untyped]
from whoosh.filedb.filestore import FileStorage  # type: ignore[import-untyped]
from whoosh.index import EmptyIndexError, FileIndex  # type: ignore[import-untyped]
from whoosh.writing import CLEAR, SegmentWriter  # type: ignore[import-untyped]

from kb.engine.port import SCHEMA, UNPLACED, EntryId, IndexEntry, Order, Ranking, Stamp
from kb.errors import IndexBusy, IndexMissing, IndexOutdated
from kb.query.tree import Query, checked

if TYPE_CHECKING:
    from kb.engine.postings import Postings


class WhooshEngine:
    """An index in a folder: `whoosh/` holds what Whoosh writes, `writer` says who is writing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = Lock()
        self._read: Postings | None = None

    def rebuild(self, entries: Iterable[IndexEntry], stamp: Stamp) -> None:
        """Replace everything, in one commit."""
        with self._writer(create=True) as writer:
            writer.schema = new_schema(stamp)
            _add(writer, entries)
            writer.commit(mergetype=CLEAR)
        self.close()

    def update(self, entries: Iterable[IndexEntry], removed: Iterable[EntryId]) -> None:
        """Add and remove, in one commit that leaves the segments before it as they are."""
        self._known_stamp()
        entries = list(entries)
        with self._writer(create=False) as writer:
            with writer.searcher() as searcher:
                for id in {*removed, *(entry.id for entry in entries)}:
                    writer.delete_by_term("id", id, searcher=searcher)
            _add(writer, entries)
            writer.commit(merge=False)
        self.close()

    def search(
        self,
        query: Query,
        *,
        limit: int,
        offset: int = 0,
        order: Order = "score",
        counts: Sequence[str] = (),
    ) -> Ranking:
        with self._lock:
            return self._postings().search(checked(query), limit=limit, offset=offset, order=order, counts=counts)

    def tokens(self, stream: str, prefix: str, *, limit: int) -> tuple[tuple[str, int], ...]:
        with self._lock:
            return self._postings().tokens(stream, prefix, limit)

    def stamp(self) -> Stamp | None:
        index = self._index()
        stamped = index and getattr(index.schema, "kb_stamp", None)
        return Stamp(*stamped) if stamped else None

    def changed(self) -> bool:
        index = self._index()
        return self._read is not None and index is not None and index.latest_generation() != self._read.generation

    def close(self) -> None:
        with self._lock:
            if self._read is not None:
                self._read.close()
            self._read = None

    def _postings(self) -> Postings:
        from kb.engine.postings import Postings

        if self._read is None:
            self._known_stamp()
            self._read = Postings(self._index())
        return self._read

    def _known_stamp(self) -> None:
        stamp = self.stamp()
        if stamp is None:
            raise IndexMissing(path=self._folder)
        if stamp.schema != SCHEMA:
            raise IndexOutdated(path=self._folder)

    def _index(self) -> Any:
        try:
            return FileIndex(FileStorage(str(self._folder / "whoosh")))
        except EmptyIndexError:
            return None

    @contextmanager
    def _writer(self, *, create: bool) -> Iterator[Any]:
        """Whoosh's writer under Whoosh's own lock, so that no other Whoosh program writes either."""
        storage = FileStorage(str(self._folder / "whoosh")).create()
        lock = storage.lock("MAIN_WRITELOCK")
        holder = self._folder / "writer"
        if not lock.acquire():
            process, host = (holder.read_text(encoding="utf-8").split() if holder.exists() else ()) or ("?", "?")
            raise IndexBusy(process=process, host=host)
        try:
            holder.write_text(f"{os.getpid()} {socket.gethostname()}", encoding="utf-8")
            index = self._index() or (FileIndex.create(storage, fields.Schema()) if create else None)
            if index is None:
                raise IndexMissing(path=self._folder)
            writer = SegmentWriter(index, _lk=False, limitmb=1024)
            try:
                yield writer
            except BaseException:
                writer.cancel()
                raise
        finally:
            holder.unlink(missing_ok=True)
            lock.release()


def new_schema(stamp: Stamp) -> Any:
    """A schema of Whoosh's own fields, with the stamp as an attribute: it is committed with the data."""
    schema = fields.Schema(id=fields.ID(stored=True, unique=True), place=fields.STORED())
    schema.kb_stamp = (stamp.schema, stamp.analysis)
    return schema


def _add(writer: Any, entries: Iterable[IndexEntry]) -> None:
    """Streams and keys get their fields as they are met."""
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            raise ValueError(f"two entries with the id {entry.id!r}")
        seen.add(entry.id)
        values: dict[str, object] = {"id": entry.id, "place": entry.place}
        for stream, tokens in entry.tokens.items():
            values[f"tokens_{stream}"] = list(tokens)
        for field, keys in entry.keys.items():
            values[f"keys_{field}"] = list(keys)
        for name in values.keys() - writer.schema.names():
            writer.schema.add(name, _field(name))
        writer.add_document(**values)


def _field(name: str) -> Any:
    kind, _, stream = name.partition("_")
    if kind == "keys":
        return fields.ID()
    return fields.TEXT(analyzer=SpaceSeparatedTokenizer(), phrase=stream not in UNPLACED)
