"""Plain words in a row, read against a collection: what each stands for, the units they make, and where those stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kb.query import weights
from kb.query.cover import above, here
from kb.query.near import NOTHING, Known, Near, find_near
from kb.query.numbers import read_numbers
from kb.query.question import Words
from kb.query.spelling import Form, Sought, seek
from kb.query.tree import Any, Key, Query
from kb.query.units import Unit, cut
from kb.query.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Placed:
    """A unit and where it stands in a passage itself, which may be nowhere in the whole collection."""

    unit: Unit
    here: tuple[Query, ...]
    nowhere: bool = False

    @property
    def bits(self) -> int:
        """What it counts: more where it stands nowhere, which no passage can make up for."""
        return self.unit.weight * (weights.NOWHERE if self.nowhere else 1)

    @property
    def present(self) -> Query:
        """Passages that have it, or stand under headings that do; a year also in documents of that year."""
        of_document = (Key("year", self.unit.readings[0][0]),) if self.unit.is_year else ()
        return Any((*self.here, *above(self.unit), *of_document))

    @property
    def whole(self) -> bool:
        """A date, a year, a period or a document's number: a passage without it does not answer."""
        return self.unit.whole


@dataclass(frozen=True, slots=True)
class Run:
    """The words of one stretch of the question, its units, and what else some of the words are looked for as."""

    words: Words
    sought: tuple[Sought, ...]
    placed: tuple[Placed, ...]
    near: tuple[Near, ...] = ()

    @property
    def units(self) -> tuple[Unit, ...]:
        return tuple(placed.unit for placed in self.placed)

    @property
    def ranking_units(self) -> tuple[Unit, ...]:
        """The same for ranking, where the words that name a person count little: who is meant counts by any name."""
        named = {at for one in self.near if one.kind == "person" for at in range(one.start, one.end)}
        return tuple(replace(unit, weight=0) if unit.start in named else unit for unit in self.units)


def read_run(words: Words, vocabulary: Vocabulary, known: Known = NOTHING, *, marked: bool) -> Run:
    """The run of these words; `marked`: the question was typed with marks."""
    near = tuple(find_near(words.words, vocabulary, known, marked=marked))
    places = [*((one.start, one.end) for one in near), *((one.start, one.end) for one in read_numbers(words.words))]
    places += ((at, at + 1) for at, word in enumerate(words.words) if not known.wants(word.text))
    sought = _as_known(seek(words.words, vocabulary, marked=marked), places)
    units = cut(sought, marked=marked)
    if not any(unit.weight for unit in units):  # "ở đâu": where nothing else is asked, even this is looked for
        units = tuple(replace(unit, weight=1) for unit in units)
    return Run(words, sought, tuple(_placed(unit, vocabulary, near) for unit in units), near)


def _as_known(sought: tuple[Sought, ...], places: Sequence[tuple[int, int]]) -> tuple[Sought, ...]:
    """An abbreviation that is known, the words of a value and those that are wanted as typed are no slips, though they
    stand nowhere themselves."""
    meant = {at for start, end in places for at in range(start, end)}
    return tuple(
        Sought(one.word, (Form(one.word.exact, one.word.folded),)) if at in meant and one.how != "typed" else one
        for at, one in enumerate(sought)
    )


def _placed(unit: Unit, vocabulary: Vocabulary, near: Sequence[Near]) -> Placed:
    others = [one for one in near if one.start <= unit.start and unit.end <= one.end]
    own = () if any(one.instead for one in others) else _here(unit, vocabulary)
    places = (*own, *(place for one in others for place in one.places))
    return Placed(unit, places, unit.weight > 0 and not vocabulary.count(Any(places)))


def _here(unit: Unit, vocabulary: Vocabulary) -> tuple[Query, ...]:
    """Where a unit stands: with its marks; a compound that stands nowhere so, whatever the marks.

    ("triễn khai" is a common slip for "triển khai", but "tàu" is not "tau".)
    """
    exact = here(unit, exact=True)
    if exact and (len(unit) == 1 or unit.kind == "name" or vocabulary.count(Any(exact))):
        return exact
    return here(unit, exact=False)
