"""Where an index lies: what Whoosh writes, and the arrays beside it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

NAME = "MAIN"  # what Whoosh calls the only index in a folder


@dataclass(frozen=True, slots=True)
class Folders:
    """The folder of an index: `whoosh/`, `arrays/`, and the file `writer` while someone writes."""

    root: Path

    @property
    def index(self) -> Path:
        return self.root / "whoosh"

    @property
    def arrays(self) -> Path:
        return self.root / "arrays"

    @property
    def holder(self) -> Path:
        return self.root / "writer"

    def arrays_of(self, segment: str) -> Path:
        return self.arrays / f"{segment}.arrays"

    def make(self) -> None:
        self.index.mkdir(parents=True, exist_ok=True)
        self.arrays.mkdir(parents=True, exist_ok=True)
