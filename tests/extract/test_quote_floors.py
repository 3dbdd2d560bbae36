"""How many of the quotes that were labelled by hand are read rightly: floors that only rise."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kb.extract.quotes import quotes_in, read_quotes
from kb.model import Document, DocumentId, Front, Quote, Source
from kb.read import read_document
from kb.source import open_file
from kb.vietnamese.letters import fold

GOLDEN = Path(__file__).parents[1] / "golden"
OUTLINE = GOLDEN.parents[1] / "corpus" / "000_d092e2f3fc018b89.txt"
DOCUMENTS = sorted((GOLDEN / "documents").glob("*.json"))


@dataclass(frozen=True, slots=True)
class Pair:
    """A labelled quote and the one that was read in its place, if any."""

    label: dict[str, Any]
    read: Quote | None

    @property
    def speaker(self) -> str | None:
        return self.read.speaker.name if self.read and self.read.speaker else None


def plain(text: str | None) -> str:
    return " ".join(re.findall(r"\w+", fold(text or "")))


def same_name(read: str | None, said: str) -> bool:
    """Whether one name is the other, or all of it ("Bộ Chính trị", "Nghị quyết 23 của Bộ Chính trị")."""
    one, other = f" {plain(read)} ", f" {plain(said)} "
    return bool(one.strip()) and (one in other or other in one)


@cache
def read(path: Path) -> Document:
    opened = open_file(path)
    return read_document(opened.raw, DocumentId("d"), Source(path.name, "txt", "0"), Front(""))


def pairs(path: Path, labels: list[dict[str, Any]]) -> list[Pair]:
    document = read(path)
    waiting = [(plain(q.words), document.body.locate(q.span).lines[0], q) for q in read_quotes(document)]
    found: list[Pair] = []
    for label in labels:
        wanted = (plain(label["text"]), label["line_start"])
        fitting = [one for one in waiting if one[0] == wanted[0] and abs(one[1] - wanted[1]) <= 3]
        if fitting:
            waiting.remove(fitting[0])
        found.append(Pair(label, fitting[0][2] if fitting else None))
    return found


def share(right: list[bool]) -> float:
    return sum(right) / len(right)


def outline_pairs() -> list[Pair]:
    return pairs(OUTLINE, json.loads((GOLDEN / "quotes.json").read_text("utf-8")))


def document_pairs() -> list[Pair]:
    return [
        pair
        for path in DOCUMENTS
        for pair in pairs(path.with_suffix(".txt"), json.loads(path.read_text("utf-8"))["quotes"])
        if pair.label["marked"]
    ]


def is_kind(pair: Pair) -> bool:
    return pair.read is not None and pair.read.kind == pair.label["kind"]


def test_kinds_of_the_outline() -> None:
    assert share([is_kind(pair) for pair in outline_pairs()]) >= 1.0


def test_the_quotations_of_the_outline_have_their_speakers_and_sources() -> None:
    spoken = [pair for pair in outline_pairs() if pair.label["kind"] == "quotation"]
    assert [pair.speaker for pair in spoken] == [pair.label["speaker"] for pair in spoken]
    assert [str(pair.read.source) if pair.read and pair.read.source else None for pair in spoken] == [
        pair.label["source"] for pair in spoken
    ]


def test_no_name_of_the_outline_is_given_to_a_speaker() -> None:
    names = [pair for pair in outline_pairs() if pair.label["kind"] != "quotation"]
    assert [pair.label["text"] for pair in names if pair.speaker] == []


def test_kinds_of_other_documents() -> None:
    assert share([is_kind(pair) for pair in document_pairs()]) >= 1.0


def test_speakers_of_other_documents() -> None:
    named = [pair for pair in document_pairs() if pair.label["speaker"]]
    assert share([same_name(pair.speaker, pair.label["speaker"]) for pair in named]) >= 1.0
    unnamed = [pair for pair in document_pairs() if not pair.label["speaker"]]
    assert [pair.label["text"] for pair in unnamed if pair.speaker] == []


@pytest.fixture(scope="module")
def others() -> list[Pair]:
    """The labelled stretches of other texts, paragraph by paragraph."""
    found: list[Pair] = []
    for row in map(json.loads, (GOLDEN / "quotes_other_texts.jsonl").read_text("utf-8").splitlines()):
        read_here = quotes_in(row["text"])
        for label in row["spans"]:
            near = [
                one
                for one in read_here
                if one.span.start <= label["start"] + 2 and abs(one.span.end - label["end"]) <= 2
            ]
            found.append(Pair(label, near[0] if near else None))
    return found


def test_what_is_called_a_quotation_is_one(others: list[Pair]) -> None:
    told = [pair for pair in others if pair.read and pair.read.kind == "quotation" and pair.label["kind"] != "fragment"]
    assert share([pair.label["kind"] == "quote" for pair in told]) >= 0.98
    quotations = [pair for pair in others if pair.label["kind"] == "quote"]
    assert share([pair.read is not None and pair.read.kind == "quotation" for pair in quotations]) >= 0.97


def test_the_speakers_that_a_paragraph_names_are_found(others: list[Pair]) -> None:
    named = [pair for pair in others if pair.label["kind"] == "quote" and pair.label.get("speaker")]
    assert share([same_name(pair.speaker, pair.label["speaker"]) for pair in named]) >= 0.85
