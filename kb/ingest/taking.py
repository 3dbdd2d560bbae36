"""Taking files into the home: copied into corpus/, or named in the catalogue and read where they are.

Everything is opened before anything is copied, so what cannot be read leaves the home as it was.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from dataclasses import dataclass, field
from filecmp import cmp
from pathlib import Path

from kb.corpus import Catalogue, Unlisted, append_place, files_below, read_catalogue
from kb.errors import KbError, NoPermission, NoSuchFile
from kb.home import Home, writing
from kb.ingest.changes import Refused
from kb.source import holds_rows, open_file

BEING_MADE = ".kb-new"


@dataclass(slots=True)
class Intake:
    """What was given: the paths of the sources that are in the home now, as `Source.path`, and what was refused.

    `replaced` are the paths of sources that had other bytes before.
    """

    paths: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


def take(home: Home, places: tuple[Path, ...], *, in_place: bool) -> Intake:
    """Take files and folders. Only for who has the lock; BadCatalogue, before anything is done, and HomeUnwritable."""
    read_catalogue(home.catalogue)
    _sweep(home)
    intake = Intake()
    for place in places:
        # normpath, not resolve: a link is called by its own name, and read where it leads.
        _take(home, Path(os.path.normpath(place.absolute())), intake, in_place=in_place)
    return intake


def _take(home: Home, place: Path, intake: Intake, *, in_place: bool) -> None:
    unlisted: list[Unlisted] = []
    if place.is_dir():
        files = list(files_below(place, str(place), unlisted))
    elif place.exists():
        files = [place]
    else:
        files = []
        unlisted.append(Unlisted(str(place), _not_there(place)))
    intake.refused += (Refused(one.path, one.error) for one in unlisted)
    derived = (home.index, home.desk)  # met when the folder that holds the home is given
    files = [file for file in files if not any(map(file.is_relative_to, derived))]
    readable = [file for file in files if _opens(file, intake)]
    if not readable:
        return
    if in_place and not place.is_relative_to(home.corpus):
        _register(home, place)
        intake.paths += map(str, readable)
    else:
        for file in readable:
            _copy(home, file, place, intake)


def _opens(file: Path, intake: Intake) -> bool:
    try:
        if not holds_rows(file):
            open_file(file)
    except KbError as error:
        intake.refused.append(Refused(str(file), error))
        return False
    return True


def _copy(home: Home, file: Path, place: Path, intake: Intake) -> None:
    """Copy a file to corpus/<folder>/<name>; the folder that was given keeps its name and what is below it."""
    if file.is_relative_to(home.corpus):
        intake.paths.append(file.relative_to(home.corpus).as_posix())
        return
    above = place if place.is_dir() else place.parent
    # Hidden files and folders are no sources (kb.corpus.listing), so what was given by name is copied without its dot.
    path = Path(*(part.lstrip(".") or part for part in (above.name, *file.relative_to(above).parts)))
    target = home.corpus / path
    intake.paths.append(path.as_posix())
    if target.exists():
        if cmp(file, target, shallow=False):
            return
        intake.replaced.append(path.as_posix())
    being_made = target.with_name(f".{target.name}{BEING_MADE}")  # hidden: no source when this is killed
    with writing(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            # The time is not copied: with the old time and size a file of other bytes would count as seen.
            shutil.copyfile(file, being_made)
            being_made.replace(target)
        finally:
            being_made.unlink(missing_ok=True)


def _sweep(home: Home) -> None:
    """Take away what a killed run has copied in part."""
    for file in home.corpus.rglob(f".*{BEING_MADE}"):
        with suppress(OSError):
            file.unlink()


def _register(home: Home, place: Path) -> None:
    if not _covers(read_catalogue(home.catalogue), place):
        with writing(home.catalogue):
            append_place(home.catalogue, place)


def _covers(catalogue: Catalogue, place: Path) -> bool:
    return any(place.is_relative_to(folder) for folder in catalogue.folders) or any(
        entry.path == str(place) for entry in catalogue.documents
    )


def _not_there(place: Path) -> KbError:
    try:
        place.stat()
    except PermissionError:
        return NoPermission(path=place)
    except OSError:
        pass
    return NoSuchFile(path=place)
