"""Abbreviations and words of near meaning: the table that the product ships, the home's own, and what they say of a
question.

The shipped table is synonyms.tsv beside this module; its head tells people its form. Rows of a home's table come in the
place of the shipped ones with the same word on the left. What is done with the ways found here is kb.query.near.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

from kb.analysis import analyze
from kb.errors import BadSynonyms
from kb.query.question import Word
from kb.query.spelling import unmarked, written
from kb.vietnamese.letters import nfc
from kb.vietnamese.syllables import is_syllable

How = Literal["eq", "one", "upper", "off"]
HOWS: tuple[How, ...] = ("eq", "one", "upper", "off")
MOST_WAYS = 6  # of one word; the table's longest row has five
LONGEST = 12  # words of one entry

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: how it is to be used, the word, what else to look for, and how much that counts."""

    how: How
    left: str
    right: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Way:
    """Another way to write something: as people write it, its keys with marks, and how much it counts (0 to 1)."""

    text: str
    keys: Keys
    weight: float


@dataclass(frozen=True, slots=True)
class Place:
    """The words from `start` to `end` (exclusive) of a run may be written in these ways too."""

    start: int
    end: int
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    ways: tuple[Way, ...]
    capitals_only: bool


@dataclass(frozen=True, slots=True)
class Synonyms:
    """A table by the keys of its words: as they are written, and folded for questions without marks."""

    exact: Mapping[Keys, _Entry]
    folded: Mapping[Keys, _Entry]
    longest: int

    @classmethod
    def of(cls, rows: Iterable[Row]) -> Synonyms:
        """The table of these rows, in which a later row adds to an earlier one of the same word."""
        entries: dict[Keys, _Entry] = {}
        for row in rows:
            for left, others in _directions(row):
                keys = _keys(left)
                known = entries.get(keys)
                ways = (*(known.ways if known else ()), *(_way(other, row.weight) for other in others))
                capitals_only = row.how == "upper" and (known is None or known.capitals_only)
                entries[keys] = _Entry(tuple(_usable(keys, ways)), capitals_only)
        folded: dict[Keys, _Entry] = {}
        for keys, entry in entries.items():
            bare = tuple(map(unmarked, keys))
            if len(bare) > 1 or not is_syllable(written(keys[0])):  # "dan" is not "dặn"
                folded.setdefault(bare, entry)
        return cls(entries, folded, max(map(len, entries), default=0))

    def places(self, words: Sequence[Word], *, marked: bool) -> Iterator[Place]:
        """Where words of the table stand in a run, the longest first from the left; none overlaps another.

        >>> from kb.query.read import read
        >>> [place.ways[0].text for place in shipped().places(read("ứng dụng CNTT").words(), marked=True)]
        ['công nghệ thông tin']
        """
        at = 0
        while at < len(words):
            place = next(self._starting(words, at, marked=marked), None)
            if place:
                yield place
            at = place.end if place else at + 1

    def _starting(self, words: Sequence[Word], at: int, *, marked: bool) -> Iterator[Place]:
        for end in range(min(len(words), at + self.longest), at, -1):
            stretch = words[at:end]
            entry = self.exact.get(tuple(word.exact for word in stretch))
            if entry is None and (not marked or _is_shortened(stretch)):
                entry = self.folded.get(tuple(word.folded for word in stretch))
            if entry and entry.ways and (not entry.capitals_only or _is_meant(words, stretch)):
                yield Place(at, end, entry.ways[:MOST_WAYS])


@cache
def shipped_rows() -> tuple[Row, ...]:
    """The rows of the table that the product has with it."""
    name = "synonyms.tsv"
    return read_rows(resources.files(__package__).joinpath(name).read_text("utf-8"), name)


@cache
def shipped() -> Synonyms:
    return Synonyms.of(shipped_rows())


def with_own(own: Sequence[Row]) -> Synonyms:
    """The shipped table with a home's rows in the place of those that have the same word on the left."""
    if not own:
        return shipped()
    replaced = {_keys(row.left) for row in own}
    kept = (row for row in shipped_rows() if _keys(row.left) not in replaced)
    return Synonyms.of((*kept, *(row for row in own if row.how != "off")))


def read_rows(text: str, path: str) -> tuple[Row, ...]:
    """The rows of a table; BadSynonyms names the line that is none.

    >>> read_rows("# ghi chú\\neq\\tNTM\\tnông thôn mới", "x")
    (Row(how='eq', left='NTM', right=('nông thôn mới',), weight=1.0),)
    """
    lines = enumerate(nfc(text).removeprefix("\ufeff").splitlines(), 1)
    return tuple(_row(line, path, number) for number, line in lines if line.strip() and not line.startswith("#"))


def _row(line: str, path: str, number: int) -> Row:
    how, left, right, weight, *_ = (*(cell.strip() for cell in line.split("\t")), "", "", "")
    known = next((one for one in HOWS if one == how), None)
    if known is None:
        raise BadSynonyms(path=path, line=number, why="odd-how", how=how[:40], known=", ".join(HOWS))
    others = tuple(other.strip() for other in right.split("|") if other.strip())
    if known != "off" and not others:
        raise BadSynonyms(path=path, line=number, why="no-right")
    for word in (left, *others):
        if not 1 <= len(_keys(word)) <= LONGEST:
            raise BadSynonyms(path=path, line=number, why="odd-word", word=word[:40], most=LONGEST)
    if not re.fullmatch(r"|0?\.\d{1,3}|0|1|1\.0{1,3}", weight):
        raise BadSynonyms(path=path, line=number, why="odd-weight", weight=weight[:40])
    return Row(known, left, others, float(weight or 1))


def _directions(row: Row) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each word that a row is asked by, with what it is then also looked for as."""
    if row.how != "eq":
        yield row.left, row.right
        return
    together = (row.left, *row.right)
    for word in together:
        yield word, tuple(other for other in together if other != word)


def _usable(own: Keys, ways: Iterable[Way]) -> Iterator[Way]:
    """Each other way once; none that spells one syllable: "TƯ" would find every "đầu tư"."""
    seen = {own}
    for way in ways:
        if way.keys not in seen and not (len(way.keys) == 1 and is_syllable(way.text)):
            seen.add(way.keys)
            yield way


def _way(text: str, weight: float) -> Way:
    return Way(text, _keys(text), weight)


@cache
def _keys(text: str) -> Keys:
    return tuple(token.text for token in analyze(text, words=False).syllables)


def _is_shortened(stretch: Sequence[Word]) -> bool:
    """One abbreviation, whose marks people leave out also in a question that has some: "HDND"."""
    return len(stretch) == 1 and stretch[0].text.isupper() and not is_syllable(stretch[0].text)


def _is_meant(words: Sequence[Word], stretch: Sequence[Word]) -> bool:
    """Whether capitals are this word's own and not the habit of the whole question ("TU DUONG DAO DUC")."""
    if not all(word.text.isupper() for word in stretch):
        return False
    letters = [word.text for word in words if word.text.isalpha()]
    return len(letters) == len(stretch) or not all(text.isupper() for text in letters)
