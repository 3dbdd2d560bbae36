"""Documents of other kinds, in small, with the sections a person would expect: tests/golden/outlines.

A line is a paragraph: the id of the section that it opens, or nothing, and its text.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kb.model import Section

GOLDEN = Path(__file__).parent.parent / "golden"


@dataclass(frozen=True, slots=True)
class Expected:
    """A document's paragraphs and the ids of its sections, in order; parts of the title block are not named."""

    name: str
    paragraphs: tuple[str, ...]
    ids: tuple[str, ...]


def expected(path: Path) -> Expected:
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    return Expected(path.stem, tuple(text for _, text in rows), tuple(id for id, _ in rows if id))


EXPECTED = tuple(expected(path) for path in sorted((GOLDEN / "outlines").glob("*.tsv")))


def ids_of(sections: tuple[Section, ...]) -> tuple[str, ...]:
    """The ids of all sections in the order of the text, without the parts of the title block."""
    return tuple(s.id for top in sections for s in top.walk() if not s.id.startswith("T."))
