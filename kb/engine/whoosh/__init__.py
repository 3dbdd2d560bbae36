"""The engine on a Whoosh index.

The index itself is Whoosh's and any Whoosh program can open it; questions are answered from posting arrays beside
each of its segments (kb.engine.arrays). Whoosh's own search is not used: its `search(limit=10)` loses hits, and a
plain OR of four words over 20,000 entries was seen never to return.

Asking takes `reading` and `contents`, which do without Whoosh; `recovery` makes lost arrays again. Changing takes
`changes`, `segments` and `postings`, under the `lock`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from kb.engine.port import EntryId, IndexEntry, Order, Ranking, Stamp
from kb.engine.whoosh.contents import last_commit
from kb.engine.whoosh.folders import Folders
from kb.query.tree import Query, checked

if TYPE_CHECKING:
    from kb.engine.arrays.snapshot import Snapshot


class WhooshEngine:
    """An index in a folder, which need not exist before the first rebuild."""

    def __init__(self, folder: Path) -> None:
        self._folders = Folders(folder)
        self._opening = Lock()
        self._snapshot: Snapshot | None = None
        self._commit = -1

    def rebuild(self, entries: Iterable[IndexEntry], stamp: Stamp) -> None:
        from kb.engine.whoosh.changes import rebuild

        rebuild(self._folders, entries, stamp)
        self.close()

    def update(self, entries: Iterable[IndexEntry], removed: Iterable[EntryId]) -> None:
        from kb.engine.whoosh.changes import update

        update(self._folders, entries, removed)
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
        from kb.engine.whoosh.reading import contents_of

        contents = contents_of(self._folders)
        return contents.stamp if contents else None

    def changed(self) -> bool:
        return self._snapshot is not None and last_commit(self._folders.index) != self._commit

    def close(self) -> None:
        self._snapshot = None

    def _opened(self) -> Snapshot:
        """The commit that this engine reads; opened with the first question, once for all threads."""
        snapshot = self._snapshot
        if snapshot is None:
            from kb.engine.whoosh.reading import open_snapshot

            with self._opening:
                snapshot = self._snapshot
                if snapshot is None:
                    self._commit, snapshot = open_snapshot(self._folders)
                    self._snapshot = snapshot
        return snapshot
