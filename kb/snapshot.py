"""One state of the index to answer from: an engine and the library rows that belong to it.

Owns which generation is opened, whether today's kb can read it, and which readings are live. A snapshot never changes;
who wants the newest asks `is_current` and opens another.
"""

from __future__ import annotations

import weakref
from types import TracebackType
from typing import BinaryIO, Self

from kb.analysis import ANALYSIS
from kb.corpus.wording import Wording
from kb.engine import open_engine
from kb.engine.port import SCHEMA, Engine, Stamp
from kb.errors import IndexMissing, IndexOutdated
from kb.home import Generation, Home
from kb.library import Library
from kb.query.tree import All

READING = 9
"""Raised whenever some source is read otherwise than before (repair, outline, front, chunks, what is extracted, rows of
the library): an index with older readings is made anew. It stands here so that asking does not load what reads."""

ATTEMPTS = 5  # to hold the current generation, in case that a writer replaces it in between


class Snapshot:
    """The engine and the library of one commit. Many threads may share it; it lets go when it is closed or forgotten.

    Keep it as long as an answer takes: the rows of a snapshot stay until the second change after it.
    """

    def __init__(
        self, generation: Generation, engine: Engine, library: Library, held: BinaryIO, wording: Wording
    ) -> None:
        self.generation = generation
        self.engine = engine
        self.library = library
        self.wording = wording
        self.close = weakref.finalize(self, _close, engine, library, held)

    def is_current(self, home: Home) -> bool:
        """Whether nothing newer is there to answer from."""
        return home.current() == self.generation and not self.engine.changed()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_snapshot(home: Home) -> Snapshot:
    """The newest state of the home's index; IndexMissing, IndexOutdated (made by another kb), IndexDamaged."""
    generation, held = _held(home)
    engine = open_engine(generation.path)
    try:
        made_with = engine.stamp()
        if made_with is None:
            raise IndexMissing(path=home.index)
        if made_with != today():
            raise IndexOutdated(path=home.index)
        library = Library(generation.library, live_readings(engine))
    except BaseException:
        engine.close()
        held.close()
        raise
    return Snapshot(generation, engine, library, held, Wording(home))


def today() -> Stamp:
    """The stamp of an index that this kb makes."""
    return Stamp(SCHEMA, f"{ANALYSIS}.{READING}")


def live_readings(engine: Engine) -> frozenset[int]:
    """The readings that the engine's commit names: with one commit all of them are switched."""
    counts = engine.search(All(()), limit=0, counts=("reading",)).counts
    return frozenset(int(reading) for reading, _ in counts.get("reading", ()))


def _held(home: Home) -> tuple[Generation, BinaryIO]:
    for _ in range(ATTEMPTS):
        generation = home.current()
        held = generation and generation.hold()
        if generation and held:
            return generation, held
    raise IndexMissing(path=home.index)


def _close(engine: Engine, library: Library, held: BinaryIO) -> None:
    library.close()
    engine.close()
    held.close()
