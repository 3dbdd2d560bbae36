"""The documents with labels, read once: the outline and the four of tests/golden/documents."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from kb.extract.passages import Passage, passages
from kb.model import Document, DocumentId, Front, Section, SectionId, Source, Span
from kb.read import read_document
from kb.source import open_file

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
OUTLINE = ROOT / "corpus" / "000_d092e2f3fc018b89.txt"
OTHERS = ("dev01", "dev02", "w1-1", "w2-1")
SECTION = Section(SectionId("0"), "", 0, "body", "", Span(0, 0), (), Span(0, 0))

Label = dict[str, Any]


@cache
def document(name: str) -> Document:
    """The outline by that name, else a document of tests/golden/documents."""
    path = OUTLINE if name == "outline" else GOLDEN / "documents" / f"{name}.txt"
    opened = open_file(path)
    return read_document(opened.raw, DocumentId(name), Source(path.name, opened.format, opened.sha256), Front(""))


@cache
def read(name: str) -> tuple[Passage, ...]:
    return passages(document(name))


def labels(name: str, kind: str) -> list[Label]:
    """What is labelled in a document: `kind` is figures, references or findings."""
    if name != "outline":
        found: list[Label] = json.loads((GOLDEN / "documents" / f"{name}.json").read_text("utf-8"))[kind]
        return found
    file = {"references": "refs"}.get(kind, kind)
    told: list[Label] = json.loads((GOLDEN / f"{file}.json").read_text("utf-8"))
    return told


def lines_of(name: str, span: Span) -> tuple[int, int]:
    return document(name).body.locate(span).lines


def meets(lines: tuple[int, int], label: Label) -> bool:
    return bool(lines[0] <= label["line_end"] and label["line_start"] <= lines[1])


def words(text: str | None) -> set[str]:
    return set("".join(c if c.isalnum() else " " for c in (text or "").casefold()).split())


def f1(found: int, wrong: int, wanted: int) -> float:
    return 2 * found / (found + wrong + wanted) if found else 0.0


def paired(wanted: Sequence[Label], have: Sequence[Any], fits: Any) -> Iterator[tuple[Label, Any]]:
    """Each label with something found that fits it, every find once; labels without one are left out."""
    used: set[int] = set()
    for label in wanted:
        for place, one in enumerate(have):
            if place not in used and fits(label, one):
                used.add(place)
                yield label, one
                break
