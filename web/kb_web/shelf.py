"""The one open snapshot that all requests read, exchanged for the newest when the index has changed."""

from __future__ import annotations

from threading import Lock

from kb.desk import Desk
from kb.home import Home
from kb.snapshot import Snapshot, open_snapshot


class Shelf:
    """Looks at a home's index once a request. A request that still reads the old snapshot keeps it until it is done."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._lock = Lock()
        self._snapshot: Snapshot | None = None

    @property
    def home(self) -> Home:
        return self._home

    def desk(self) -> Desk:
        """What people put on the home's desk."""
        return Desk(self._home.desk)

    def snapshot(self) -> Snapshot:
        """The newest state of the index; IndexMissing, IndexOutdated, IndexDamaged."""
        with self._lock:
            if self._snapshot is None or not self._snapshot.is_current(self._home):
                self._snapshot = open_snapshot(self._home)
            return self._snapshot
