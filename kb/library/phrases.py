"""What may be suggested, by how it begins: the phrases of each reading, and a row for each word they may begin with.

`heads` holds what follows in a phrase from each of its words on, folded, so that any word may be the first that is
typed. A head of one to three letters is asked of an index by these and best first; a longer one has few rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log2
from typing import Any
from zlib import crc32

from kb.analysis import analyze
from kb.library.places import NUMBER
from kb.model import Phrase, PhraseKind

WRITE_PHRASES = "INSERT INTO phrases VALUES (?, ?, ?, ?)"
WRITE_HEADS = "INSERT OR IGNORE INTO heads VALUES (?, ?, ?, ?)"
READ_PHRASES = "SELECT place, kind, text, count FROM phrases WHERE place IN"
ONE = "SELECT place, score, same FROM heads WHERE substr(head, 1, 1) = ? ORDER BY score DESC LIMIT ?"
TWO = "SELECT place, score, same FROM heads WHERE substr(head, 1, 2) = ? ORDER BY score DESC LIMIT ?"
THREE = "SELECT place, score, same FROM heads WHERE substr(head, 1, 3) = ? ORDER BY score DESC LIMIT ?"
MORE = "SELECT place, score, same FROM heads WHERE head >= ? AND head < ? LIMIT ?"
SHORT = (ONE, TWO, THREE)
LONGEST_HEAD = 48  # letters that are compared
MOST_HEADS = 12  # words of a phrase that may be the first typed
MOST_READ = 1500
MOST_SHORT = 300
HIGHEST = "\U0010ffff"

WORTH: dict[PhraseKind, float] = {
    "number": 4.0,
    "person": 4.0,
    "name": 3.5,
    "body": 3.0,
    "title": 3.0,
    "quotation": 2.0,
    "phrase": 1.0,
}
FIRST_WORD = 3.0  # what it is worth that the phrase begins with what is typed, not only a word inside


@dataclass(frozen=True, slots=True)
class Head:
    """A phrase that has what was typed: its row, its worth, and a print of its text, the same for the same text."""

    place: int
    score: float
    same: int


@dataclass(frozen=True, slots=True)
class StoredPhrase:
    place: int
    phrase: Phrase


def phrase_rows(phrases: Sequence[Phrase], reading: int) -> Iterator[tuple[Any, ...]]:
    """For `WRITE_PHRASES`."""
    for number, phrase in enumerate(phrases):
        yield (reading << NUMBER | number, phrase.kind, phrase.text, phrase.count)


def head_rows(phrases: Sequence[Phrase], reading: int) -> Iterator[tuple[Any, ...]]:
    """For `WRITE_HEADS`."""
    for number, phrase in enumerate(phrases):
        folded = folded_words(phrase.text)
        same = crc32(" ".join(folded).encode())
        for at in range(min(len(folded), MOST_HEADS)):
            score = WORTH[phrase.kind] + log2(1 + phrase.count) / 2 + (0 if at else FIRST_WORD)
            yield (" ".join(folded[at:])[:LONGEST_HEAD], reading << NUMBER | number, round(score, 2), same)


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text as heads have them.

    >>> folded_words("Quyết định số 258/QĐ-TTg")
    ('quyet', 'dinh', 'so', '258', 'qd', 'ttg')
    """
    return tuple(token.text for token in analyze(text, words=False).folded)


def question(head: str) -> tuple[str, tuple[Any, ...]]:
    """The question for what begins with some folded letters, and its values."""
    if len(head) <= len(SHORT):
        return SHORT[len(head) - 1], (head, MOST_SHORT)
    cut = head[:LONGEST_HEAD]
    return MORE, (cut, cut + HIGHEST, MOST_READ)
