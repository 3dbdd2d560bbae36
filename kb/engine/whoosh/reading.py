"""Opening the last commit: its table of contents, and its segments by their arrays."""

from __future__ import annotations

from contextlib import suppress

from kb.engine.arrays import file
from kb.engine.arrays.segment import Segment
from kb.engine.arrays.snapshot import Snapshot
from kb.engine.port import SCHEMA
from kb.engine.whoosh.contents import Contents, Written, last_commit, read_contents
from kb.engine.whoosh.folders import Folders
from kb.errors import IndexDamaged, IndexMissing, IndexOutdated

PATIENCE = 10  # commits of another process that may come between reading the contents and opening what they name


def contents_of(folders: Folders) -> Contents | None:
    """What the last commit holds, of whatever stamp; None where there is no index. IndexDamaged."""
    for _ in range(PATIENCE):
        try:
            return read_contents(folders.index)
        except FileNotFoundError:
            continue
    return None


def known_contents(folders: Folders) -> Contents:
    """What the last commit holds. IndexMissing, IndexOutdated, IndexDamaged."""
    contents = contents_of(folders)
    if contents is None or contents.stamp is None:
        raise IndexMissing(path=folders.root)
    if contents.stamp.schema != SCHEMA:
        raise IndexOutdated(path=folders.root)
    return contents


def open_snapshot(folders: Folders) -> tuple[int, Snapshot]:
    """The last commit and its number. IndexMissing, IndexOutdated, IndexDamaged."""
    for _ in range(PATIENCE):
        contents = known_contents(folders)
        try:
            return contents.number, Snapshot([open_segment(folders, written) for written in contents.segments])
        except FileNotFoundError as error:
            if last_commit(folders.index) == contents.number:
                raise IndexDamaged(path=folders.root, why="broken-segment", detail=str(error)) from error
    raise IndexMissing(path=folders.root)


def open_segment(folders: Folders, written: Written) -> Segment:
    """A segment by its arrays, which are made anew where they are lost. FileNotFoundError: swept meanwhile."""
    arrays = file.read(folders.arrays_of(written.id))
    if arrays is not None:
        with suppress(KeyError):  # made by another kb that gave them other names and the same number
            return Segment(arrays, written.deleted)
    from kb.engine.whoosh.recovery import recovered

    return Segment(recovered(folders, written.id), written.deleted)
