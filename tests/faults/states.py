"""A home whose corpus goes from one state to another, and what an answer tells of the state it comes from.

The states differ in the words of every document and in how many there are, so an answer that mixes them, or lacks part
of one, is seen.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import urlopen

from kb.find import search
from kb.home import Home
from kb.library import LibraryWriter
from kb.query.tree import All
from kb.snapshot import open_snapshot

COUNTS = {"cũ": 12, "mới": 14}
HANGS = 60  # seconds
QUESTION = '"bản số"'
PARAGRAPH = "Thi đua là yêu nước, yêu nước thì phải thi đua; những người thi đua là những người yêu nước nhất."


class Lost(AssertionError):
    """An answer that is of no state."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How many documents were found, and the words of each that tell its state."""

    total: int
    texts: Sequence[str]

    @property
    def state(self) -> str:
        """The state that all of the answer is of; Lost where there is none."""
        for state, count in COUNTS.items():
            whole = self.total == len(self.texts) == count
            if whole and all(f"trạng thái {state}" in text for text in self.texts):
                return state
        raise Lost(f"{self.total} found, {len(self.texts)} shown: {self.texts[:3]}")


def other(state: str) -> str:
    (found,) = COUNTS.keys() - {state}
    return found


def fill(home: Home, state: str) -> None:
    """Put the documents of a state into corpus/, and no others."""
    home.make()
    for file in home.corpus.glob("*.txt"):
        file.unlink()
    for number in range(COUNTS[state]):
        text = f"KẾ HOẠCH\nI. MỤC ĐÍCH\nBản số {number} ở trạng thái {state}.\n" + f"{PARAGRAPH}\n" * 3
        (home.corpus / f"d{number:02}.txt").write_text(text, "utf-8")


def asked(home: Home) -> str:
    """The state that a new reader finds, as `kb search` does; engine and library agree about all of it."""
    with open_snapshot(home) as snapshot:
        page = search(snapshot, QUESTION, limit=100)
        ranking = snapshot.engine.search(All(()), limit=10_000)
        chunks = snapshot.library.chunks([one.id for one in ranking.ranked])
        if not len(chunks) == ranking.total == snapshot.library.count_chunks():
            raise Lost(f"{ranking.total} entries, {len(chunks)} chunks")
        return Answer(page.total, [hit.chunk.text for hit in page.hits]).state


def served(address: str) -> str:
    """The state that a running server answers from."""
    try:
        with urlopen(f"{address}api/v1/search?{urlencode({'q': QUESTION, 'limit': 100})}", timeout=HANGS) as response:
            page: Mapping[str, Any] = json.load(response)
    except HTTPError as error:
        raise Lost(error.read().decode("utf-8")) from error
    return Answer(page["total"], [hit["text"] for hit in page["hits"]]).state


def leftovers(home: Home) -> list[str]:
    """What lies in the home besides one whole index of the documents there are."""
    current = home.current()
    assert current
    expected = {current.name, "CURRENT", "LOCK"}
    files = [path.name for path in home.index.iterdir() if path.name not in expected]
    files += [path.name for path in home.root.iterdir() if path.name not in ("corpus", "index")]
    with LibraryWriter(current.library) as writer:
        paths = {reading.path for reading in writer.readings()}
    return sorted(files) + sorted(paths - {file.name for file in home.corpus.iterdir()})
