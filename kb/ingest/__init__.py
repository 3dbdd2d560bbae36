"""From the corpus to the index: what is new, changed and gone (`kb ingest`, `kb index`).

An update reads into the library first, then lets the engine's commit switch, then remembers the files; a rebuild makes
a new generation beside the old one and moves the pointer. An update that brings more than is there, or other names of
people, has the engine write all entries anew in the same generation. Killed between any two steps, the old index
answers, and the next run deletes what was left over. One writer at a time: IndexBusy.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from kb.corpus import list_sources, read_catalogue
from kb.corpus.wording import read_names
from kb.engine import open_engine
from kb.engine.port import Engine, EntryId, IndexEntry
from kb.errors import IndexDamaged
from kb.home import Generation, Home
from kb.ingest.changes import NEVER, Changes, Progress, Refused, Taken, find_changes
from kb.ingest.pieces import Stored, entries_in, read_piece
from kb.ingest.taking import take
from kb.ingest.workers import Workers
from kb.library import Library, LibraryWriter, Reading, Seen
from kb.query.tree import All
from kb.snapshot import live_readings, today
from kb.vietnamese.people import People

__all__ = ["IndexReport", "IngestReport", "Progress", "Refused", "Taken", "index", "ingest"]

# So many new entries, or more than there were: the engine is given all of them anew, one by one. An update holds its
# entries in memory and leaves one more segment to search.
MANY = 5_000
ENTRIES_A_SECOND = 700  # of which one process reads the words
REPLACED = "replaced"
NAMES = "\0names"  # beside the files that were seen: with which people the entries were made


@dataclass(frozen=True, slots=True)
class Effort:
    """Seconds of CPU in all processes: reading sources, finding words, writing the engine's index; and how many
    processes there were beside this one."""

    reading: float
    words: float
    writing: float
    processes: int


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What the index holds now, and what this run did: `skipped` documents were as they are known."""

    generation: str
    documents: int
    entries: int
    seconds: float
    skipped: int
    removed: int
    taken: tuple[Taken, ...]
    refused: tuple[Refused, ...]
    effort: Effort


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What became of the files that were given: documents taken, how many were known as they are, refusals."""

    ingested: tuple[Taken, ...]
    unchanged: int
    refused: tuple[Refused, ...]


def index(home: Home, *, rebuild: bool = False, progress: Progress | None = None) -> IndexReport:
    """Bring the index in line with corpus/ and the folders read in place; make it where there is none.

    BadCatalogue, IndexBusy, IndexDamaged, IndexUnwritable, HomeUnwritable. A source that cannot be read is told in the
    report.
    """
    home.make()
    with home.lock():
        return _index(home, rebuild, progress)[0]


def ingest(
    home: Home, paths: Sequence[Path], *, in_place: bool = False, progress: Progress | None = None
) -> IngestReport:
    """Take files and folders into the home and bring the index up to date; the errors of `index`."""
    home.make()
    with home.lock():
        intake = take(home, tuple(paths), in_place=in_place)
        report, kept = _index(home, False, progress)
    given = set(intake.paths)
    return IngestReport(
        ingested=tuple(_warned(taken, intake.replaced) for taken in report.taken if taken.path in given),
        unchanged=sum(reading.path in given for reading in kept),
        refused=(*intake.refused, *(refused for refused in report.refused if refused.path in given)),
    )


def _index(home: Home, rebuild: bool, progress: Progress | None) -> tuple[IndexReport, list[Reading]]:
    started = time.monotonic()
    home.sweep()
    catalogue = read_catalogue(home.catalogue)
    people, names = read_names(home)
    listing = list_sources(home, catalogue)
    current = None if rebuild else _usable(home.current())
    generation = current or home.begin()
    engine = open_engine(generation.path)
    workers = Workers()
    try:
        with LibraryWriter(generation.library) as writer, workers:
            live = live_readings(engine) if current else frozenset()
            writer.sweep(live)
            named_otherwise = names != _names_then(writer)
            changes = find_changes(listing, writer.readings(), writer, workers, progress)
            before = time.process_time()
            make = not current or named_otherwise
            entries = _switch(engine, generation, changes, people, workers, progress, make=make)
            switching = time.process_time() - before
            writer.see((*changes.seen, Seen(NAMES, 0, NEVER, names)), changes.forgotten)
    finally:
        engine.close()
    if not current:
        home.publish(generation)
        home.sweep()
    report = IndexReport(
        generation=generation.name,
        documents=len(changes.kept) + len(changes.new),
        entries=entries,
        seconds=time.monotonic() - started,
        skipped=len(changes.kept),
        removed=len(changes.gone),
        taken=tuple(changes.taken),
        refused=tuple(changes.refused),
        effort=_effort(workers, switching),
    )
    return report, changes.kept


def _effort(workers: Workers, switching: float) -> Effort:
    reading, words = read_piece.__name__, entries_in.__name__
    return Effort(workers.seconds[reading], workers.seconds[words], switching - workers.here[words], workers.count)


def _names_then(writer: LibraryWriter) -> str:
    """What `read_names` gave when the entries were made; "" where nothing was."""
    seen = writer.seen().get(NAMES)
    return seen.sha256 if seen else ""


def _warned(taken: Taken, replaced: list[str]) -> Taken:
    return replace(taken, warnings=(*taken.warnings, REPLACED)) if taken.path in replaced else taken


def _usable(current: Generation | None) -> Generation | None:
    """The generation, when today's kb can go on with it; a damaged one is made anew."""
    if current is None or not current.library.is_file():
        return None
    engine = open_engine(current.path)
    try:
        return current if engine.stamp() == today() and _is_whole(engine, current) else None
    except IndexDamaged:
        return None
    finally:
        engine.close()


def _is_whole(engine: Engine, generation: Generation) -> bool:
    """Whether the library holds every reading that the engine names; IndexDamaged where either cannot be read."""
    live = live_readings(engine)
    with closing(Library(generation.library, live)) as library:
        return len(library.documents()) == len(live)


def _switch(
    engine: Engine,
    generation: Generation,
    changes: Changes,
    people: People,
    workers: Workers,
    progress: Progress | None,
    *,
    make: bool,
) -> int:
    """Let the engine answer with the new readings and without the gone, in one commit; how many entries it has then."""
    kept = [reading.reading for reading in changes.kept]
    kept_chunks = sum(reading.chunks for reading in changes.kept)

    def entries(readings: Sequence[int], chunks: int) -> Iterator[IndexEntry]:
        stored = [Stored(generation.library, reading, people) for reading in readings]
        made = workers.map(entries_in, stored, seconds=chunks / ENTRIES_A_SECOND)
        for number, (_, found) in enumerate(made):
            if progress and found:
                progress(number, len(stored), found[0].place[0])
            yield from found or ()

    if make or changes.new_chunks > max(MANY, kept_chunks):
        engine.rebuild(entries([*kept, *changes.new], changes.new_chunks + kept_chunks), today())
    elif changes.new or changes.gone:
        gone = [EntryId(f"{one.reading}:{number}") for one in changes.gone for number in range(one.chunks)]
        engine.update(entries(changes.new, changes.new_chunks), gone)
    return engine.search(All(()), limit=0).total
