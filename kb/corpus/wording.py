"""corpus/synonyms.tsv and corpus/names.tsv: what people of the home wrote of abbreviations, near words and persons.

Synonyms are read when a question is asked, so that a change counts at once and no index is made anew for it. Names are
also needed when documents are indexed (kb.ingest): what was indexed with other names is indexed again. What was read is
kept as long as the file is as it was.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Generic, TypeVar

from kb.errors import BadSynonyms, NoPermission
from kb.home import Home
from kb.query.near import Known
from kb.query.synonyms import Synonyms, read_rows, with_own
from kb.vietnamese.people import People, read_people, with_own_people

T = TypeVar("T")
_Stamp = tuple[int, int]


class Wording:
    """The abbreviations, near words and persons that count in a home. Threads may share it."""

    def __init__(self, home: Home) -> None:
        self._synonyms = _Kept(home.synonyms, _synonyms)
        self._people = _Kept(home.names, _people)

    def known(self) -> Known:
        """What counts just now; BadSynonyms with the line that cannot be read, NoPermission."""
        return Known(self._synonyms.value(), self._people.value())


def read_names(home: Home) -> tuple[People, str]:
    """The people that count in a home, and what changes whenever they do; the errors of `Wording.known`."""
    people = _people(_text(home.names), str(home.names))
    return people, sha256(repr(people.everybody).encode()).hexdigest()


class _Kept(Generic[T]):
    """What a file says, read again when it is another one."""

    def __init__(self, path: Path, read: Callable[[str, str], T]) -> None:
        self._path = path
        self._read = read
        self._last: tuple[_Stamp | None, T] | None = None

    def value(self) -> T:
        stamp = _stamp(self._path)
        last = self._last
        if last is None or last[0] != stamp:
            last = self._last = (stamp, self._read(_text(self._path), str(self._path)))
        return last[1]


def _synonyms(text: str, path: str) -> Synonyms:
    return with_own(read_rows(text, path))


def _people(text: str, path: str) -> People:
    return with_own_people(read_people(text, path))


def _stamp(path: Path) -> _Stamp | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def _text(path: Path) -> str:
    """What the file says; "" where there is none."""
    try:
        return path.read_text("utf-8")
    except FileNotFoundError:
        return ""
    except (PermissionError, IsADirectoryError) as error:
        raise NoPermission(path=path) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise BadSynonyms(path=path, line=line, why="not-utf8", place=error.start) from error
