"""corpus/synonyms.tsv: what people of the home wrote of abbreviations and words of near meaning.

It is read when a question is asked, so that a change counts at once and no index is made anew for it; what was read is
kept as long as the file is as it was.
"""

from __future__ import annotations

from pathlib import Path

from kb.errors import BadSynonyms, NoPermission
from kb.home import Home
from kb.query.near import Known
from kb.query.synonyms import Synonyms, read_rows, shipped, with_own

_Stamp = tuple[int, int]


class Wording:
    """The abbreviations and near words that count in a home. Threads may share it."""

    def __init__(self, home: Home) -> None:
        self._path = home.synonyms
        self._read: tuple[_Stamp | None, Synonyms] = (None, shipped())

    def known(self) -> Known:
        """What counts just now; BadSynonyms with the line that cannot be read, NoPermission."""
        stamp = _stamp(self._path)
        if stamp != self._read[0]:
            self._read = (stamp, _synonyms(self._path) if stamp else shipped())
        return Known(self._read[1])


def _stamp(path: Path) -> _Stamp | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def _synonyms(path: Path) -> Synonyms:
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return shipped()
    except (PermissionError, IsADirectoryError) as error:
        raise NoPermission(path=path) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise BadSynonyms(path=path, line=line, why="not-utf8", place=error.start) from error
    return with_own(read_rows(text, str(path)))
