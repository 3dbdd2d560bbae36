"""The sources of a home: every file under corpus/ and in the folders read in place, and the id of each.

An id follows from the path alone, never from the content: the catalogue's, else the slug of the path.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from unicodedata import normalize

from kb.corpus.catalogue import NOTHING, Catalogue, Entry
from kb.errors import KbError, NoPermission, NoSuchFile, UnreadableSource
from kb.home import Home
from kb.model import DocumentId, Front
from kb.vietnamese.letters import fold

OWN_FILES = frozenset({"catalogue.toml", "catalogue.toml.new", "README.md", "synonyms.tsv", "names.tsv"})
# What systems and offices leave in folders: hidden files, Word's "~$…" beside an open document, Windows' own.
LEFT_BY_SYSTEMS = re.compile(r"\.|~\$|thumbs\.db$|desktop\.ini$", re.I)


@dataclass(frozen=True, slots=True)
class Found:
    """A source: where to open it, its path as `Source.path` has it, and what the catalogue says of it.

    `id` is that of the document in it; the rows of a .jsonl file have ids of their own.
    """

    file: Path
    path: str
    id: DocumentId
    address: str | None = None
    said: Front = NOTHING


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A folder or file that could not be looked at, by its path.

    What is known of it stays as it is, unless it is `gone`: a file that the catalogue describes and corpus/ no longer
    has. A folder read in place may only be out of reach for a while.
    """

    path: str
    error: KbError
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """Sources in the order of their paths, corpus/ before folders read in place."""

    found: tuple[Found, ...]
    unlisted: tuple[Unlisted, ...]


def list_sources(home: Home, catalogue: Catalogue) -> Listing:
    """Every source there is just now. Files that only systems make, and hidden ones, are none."""
    unlisted: list[Unlisted] = []
    files: dict[str, tuple[Path, tuple[str, ...]]] = {}
    for name, file, parts in _all_files(home, catalogue, unlisted):
        files.setdefault(name, (file, parts))
    names = sorted(files, key=lambda name: (Path(name).is_absolute(), normalize("NFC", name), name))
    entries = {entry.path: entry for entry in catalogue.documents}
    ids = _ids({name: files[name][1] for name in names}, entries)
    found = tuple(_found(files[name][0], name, ids[name], entries.get(name)) for name in names)
    return Listing(found, tuple(unlisted))


def slug(words: str) -> str:
    """Words as they may stand in an id: ASCII letters and digits, small, with hyphens between.

    What has no such letter is named by its hash, so that every file has a name.

    >>> slug("Đề cương_(Bắc Kạn) 2020"), slug("文")
    ('de-cuong-bac-kan-2020', '3677ef77')
    """
    plain = fold(normalize("NFC", words)).lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or _hex(words, 8)


def _all_files(
    home: Home, catalogue: Catalogue, unlisted: list[Unlisted]
) -> Iterator[tuple[str, Path, tuple[str, ...]]]:
    """Path, file, and the names an id is made of."""
    for file in files_below(home.corpus, "", unlisted):
        parts = file.relative_to(home.corpus).parts
        if parts[0] not in OWN_FILES:
            yield "/".join(parts), file, parts
    for folder in catalogue.folders:
        if not folder.is_dir():
            unlisted.append(Unlisted(str(folder), NoSuchFile(path=folder)))
        for file in files_below(folder, str(folder), unlisted):
            if not file.is_relative_to(home.corpus):
                yield str(file), file, (folder.name, *file.relative_to(folder).parts)
    for entry in catalogue.documents:
        file = home.corpus / entry.path
        if not file.is_file():
            unlisted.append(Unlisted(entry.path, NoSuchFile(path=file), gone=not Path(entry.path).is_absolute()))
        elif Path(entry.path).is_absolute():
            yield entry.path, file, (file.name,)


def files_below(folder: Path, shown: str, unlisted: list[Unlisted]) -> Iterator[Path]:
    """The files in a folder and the folders below, in order; what cannot be looked at is added to `unlisted`.

    `shown` is the folder's name in the paths of these.
    """

    def cannot(error: OSError) -> None:
        if isinstance(error, PermissionError):
            inside = Path(error.filename).relative_to(folder).as_posix()
            unlisted.append(Unlisted(f"{shown}/{inside}" if shown else inside, NoPermission(path=error.filename)))

    for here, folders, names in os.walk(folder, onerror=cannot):
        folders[:] = sorted(name for name in folders if not LEFT_BY_SYSTEMS.match(name))
        for name in sorted(names):
            file = Path(here, name)
            if LEFT_BY_SYSTEMS.match(name) or not file.is_file():
                continue
            if _is_utf8(str(file)):
                yield file
            else:
                shown_name = os.fsencode(file).decode("utf-8", "backslashreplace")
                unlisted.append(Unlisted(shown_name, UnreadableSource(path=shown_name, why="name-not-utf8")))


def _ids(names: dict[str, tuple[str, ...]], entries: dict[str, Entry]) -> dict[str, DocumentId]:
    ids = {name: entries[name].id for name in names if name in entries}
    taken = {entry.id for entry in entries.values() if entry.id}
    given: dict[str, DocumentId] = {}
    for name, parts in names.items():
        id = ids.get(name)
        if id is None:
            id = DocumentId(next(free for free in _candidates(name, parts) if free not in taken))
            taken.add(id)
        given[name] = id
    return given


def _candidates(name: str, parts: tuple[str, ...]) -> Iterable[str]:
    plain = ".".join(map(slug, (*parts[:-1], Path(parts[-1]).stem)))
    yield plain
    for length in range(4, 65):
        yield f"{plain}-{_hex(name, length)}"


def _found(file: Path, name: str, id: DocumentId, entry: Entry | None) -> Found:
    if entry is None:
        return Found(file, name, id)
    return Found(file, name, id, entry.origin, entry.said)


def _hex(words: str, length: int) -> str:
    return sha256(normalize("NFC", words).encode()).hexdigest()[:length]


def _is_utf8(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:  # bytes that are no UTF-8 come as lone surrogates
        return False
    return True
