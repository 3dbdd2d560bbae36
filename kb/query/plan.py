"""Question -> Plan: the tree for the engine, what is to be marked in the passages, and how the question was understood.

    words       the passages that hold enough of what the words say (cover), the best first (score)
    "phrase"    has to stand together, as typed
    AND, OR     each word has to occur
    -word, NOT  must not occur, neither in the text nor in its heading

A name or number that stands nowhere in the collection: nothing answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from math import ceil

from kb.model import Understood
from kb.query import marks, score, weights
from kb.query.cover import EVERY, NONE, Weighed, above, at_least, here
from kb.query.filters import kept_by
from kb.query.marks import Mark
from kb.query.question import Filter, Part, Question, Quoted, Without, Words
from kb.query.spelling import Sought, seek
from kb.query.told import of_filter, of_quoted, of_without, of_words, typed
from kb.query.tree import All, Any, Boosted, Key, Not, Query, Term, leaves
from kb.query.units import Unit, cut
from kb.query.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Carried:
    """A part of the question that says something, and where it stands. `certain`: where it nowhere stands, nothing
    answers."""

    text: str
    query: Query
    certain: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """`query`: who answers, ranked. `near`: the nearest, when nobody does. `ranked`: whether there is any score.

    `carried` are the parts that say something, to tell which of them is missing.
    """

    query: Query
    near: Query
    ranked: bool
    marks: tuple[Mark, ...]
    understood: tuple[Understood, ...]
    carried: tuple[Carried, ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A unit and where it stands in a passage, which may be nowhere in the whole collection."""

    unit: Unit
    here: tuple[Query, ...]
    nowhere: bool = False

    @property
    def bits(self) -> int:
        """What it counts: more where it stands nowhere, which no passage can make up for."""
        return self.unit.weight * (weights.NOWHERE if self.nowhere else 1)

    @property
    def present(self) -> Query:
        of_document = (Key("year", self.unit.readings[0][0]),) if self.unit.is_year else ()
        return Any((*self.here, *above(self.unit), *of_document))

    @property
    def whole(self) -> bool:
        """A date, a year, a period or a document's number: a passage without it does not answer."""
        return self.unit.kind == "number" and (len(self.unit.readings[0]) > 1 or self.unit.is_year)


@dataclass(frozen=True, slots=True)
class _Run:
    """Plain words, read against the collection."""

    words: Words
    sought: tuple[Sought, ...]
    placed: tuple[_Placed, ...]
    marked: bool

    @property
    def units(self) -> tuple[Unit, ...]:
        return tuple(placed.unit for placed in self.placed)


@dataclass(frozen=True, slots=True)
class _Side:
    """One alternative of the question."""

    answers: Query
    kept: tuple[Query, ...]
    scores: tuple[Query, ...]
    marks: tuple[Mark, ...]
    understood: tuple[Understood, ...]
    carried: tuple[Carried, ...]


def plan(question: Question, vocabulary: Vocabulary, filters: Iterable[Filter] = ()) -> Plan:
    """The plan of a question against a collection. Each of `filters`, from outside the typed text, has to hold too."""
    sides = [_side(parts, vocabulary, marked=question.marked) for parts in question.alternatives]
    kept = tuple(kept_by(filters, vocabulary))
    scores = tuple(dict.fromkeys(chain.from_iterable(side.scores for side in sides)))
    answers = Any(tuple(side.answers for side in sides))
    refused = sides[0].kept if len(sides) == 1 else ()
    return Plan(
        query=All((*kept, Boosted(answers, 0.0), Any((EVERY, *scores)))),
        near=All((*kept, *refused, Any(scores))),
        ranked=bool(scores),
        marks=tuple(chain.from_iterable(side.marks for side in sides)),
        understood=(*chain.from_iterable(side.understood for side in sides), *question.notes),
        carried=tuple(chain.from_iterable(side.carried for side in sides)),
    )


def _side(parts: Sequence[Part], vocabulary: Vocabulary, *, marked: bool) -> _Side:
    runs = [_run(part, vocabulary, marked=marked) for part in parts if isinstance(part, Words)]
    quotes = [part for part in parts if isinstance(part, Quoted)]
    carried = (*_carried(runs), *(Carried(typed(one.words), Any(score.quoted(one.words)), False) for one in quotes))
    missing = any(one.certain and not vocabulary.count(one.query) for one in carried)
    kept = (
        *kept_by((part for part in parts if isinstance(part, Filter)), vocabulary),
        *(Not(_refused(part, vocabulary)) for part in parts if isinstance(part, Without)),
    )
    conditions = (
        *_quotes_stand(quotes, alone=not runs and len(quotes) == 1),
        *_enough(runs, vocabulary),
        *_here(runs, quotes),
    )
    return _Side(
        answers=NONE if missing else All((*kept, *conditions)),
        kept=kept,
        scores=tuple(_scores(runs, quotes)),
        marks=tuple(_marks(runs, quotes)),
        understood=tuple(_told(parts, runs)),
        carried=carried,
    )


def _run(words: Words, vocabulary: Vocabulary, *, marked: bool) -> _Run:
    sought = seek(words.words, vocabulary, marked=marked)
    units = cut(sought, marked=marked)
    if not any(unit.weight for unit in units):  # "ở đâu": where nothing else is asked, even this is looked for
        units = tuple(replace(unit, weight=1) for unit in units)
    return _Run(words, sought, tuple(_placed(unit, vocabulary) for unit in units), marked)


def _placed(unit: Unit, vocabulary: Vocabulary) -> _Placed:
    places = _here_of(unit, vocabulary)
    return _Placed(unit, places, unit.weight > 0 and not vocabulary.count(Any(places)))


def _here_of(unit: Unit, vocabulary: Vocabulary) -> tuple[Query, ...]:
    """Where a unit stands in a passage: with its marks; a compound that stands nowhere so, whatever the marks.

    ("triễn khai" is a common slip for "triển khai", but "tàu" is not "tau".)
    """
    exact = here(unit, exact=True)
    if exact and (len(unit) == 1 or unit.kind == "name" or vocabulary.count(Any(exact))):
        return exact
    return here(unit, exact=False)


def _weighty(runs: Sequence[_Run]) -> list[_Placed]:
    """The units that say something, each once, the weightiest first, no more than a tree has room for."""
    placed = {one.unit.readings: one for run in runs for one in run.placed if one.unit.weight}
    return sorted(placed.values(), key=lambda one: -one.unit.weight)[: weights.MOST_UNITS]


def _enough(runs: Sequence[_Run], vocabulary: Vocabulary) -> Iterator[Query]:
    """What has to be present of the plain words: all that says something, or enough of it."""
    placed = _weighty(runs)
    parts = [Weighed(one.present, one.bits) for one in placed]
    if any(run.words.every for run in runs):
        yield from (part.query for part in parts)
        return
    yield from (one.present for one in placed if one.whole)
    share = _share(parts, vocabulary)
    while parts:
        condition = at_least(parts, ceil(share * sum(part.bits for part in parts)))
        if leaves(condition) <= weights.MOST_CONDITIONS:
            yield condition
            return
        parts.pop()


def _share(parts: Sequence[Weighed], vocabulary: Vocabulary) -> float:
    """How much of the bits is enough: more where the question is short, or some passage holds all of it."""
    is_short = sum(part.bits for part in parts) <= weights.SHORT
    is_held = is_short or (parts and vocabulary.count(All(tuple(part.query for part in parts))))
    return weights.ENOUGH_AT_BEST if is_held else weights.ENOUGH


def _here(runs: Sequence[_Run], quotes: Sequence[Quoted]) -> Iterator[Query]:
    """Something of the question has to stand in the passage itself, not only in the headings above it."""
    places = [query for one in _weighty(runs) for query in one.here]
    places += (query for quoted in quotes for query in score.quoted(quoted.words))
    if places:
        yield Any(tuple(places))


def _quotes_stand(quotes: Sequence[Quoted], *, alone: bool) -> Iterator[Query]:
    """Each quotation in the text or its heading; beside other words the headings above will do."""
    for quoted in quotes:
        places = score.quoted(quoted.words)
        above = All(tuple(Term("above", word.folded) for word in quoted.words))
        yield Any(places if alone else (*places, above))


def _refused(without: Without, vocabulary: Vocabulary) -> Query:
    if isinstance(without.part, Filter):
        return All(tuple(kept_by((without.part,), vocabulary)))
    return Any(score.quoted(without.part.words))


def _scores(runs: Sequence[_Run], quotes: Sequence[Quoted]) -> Iterator[Query]:
    for run in runs:
        yield from score.scores(run.sought, run.units, marked=run.marked)
    for quoted in quotes:
        yield from (Boosted(place, weights.QUOTED) for place in score.quoted(quoted.words))


def _marks(runs: Sequence[_Run], quotes: Sequence[Quoted]) -> Iterator[Mark]:
    for run in runs:
        yield from marks.of_units(run.units, run.sought)
    yield from (marks.of_quoted(quoted.words, weights.NUMBER_BITS) for quoted in quotes)


def _carried(runs: Sequence[_Run]) -> Iterator[Carried]:
    for run in runs:
        for one in run.placed:
            if one.unit.weight:
                words = [sought.word for sought in run.sought[one.unit.start : one.unit.end]]
                # Above, a name's syllables may stand apart: "Văn Đồng" under "văn hóa ... lao động".
                stands = Any(one.here) if one.unit.kind == "name" else one.present
                yield Carried(typed(words), stands, one.unit.certain)


def _told(parts: Sequence[Part], runs: Sequence[_Run]) -> Iterator[Understood]:
    read = {id(run.words): run for run in runs}
    for part in parts:
        match part:
            case Words():
                yield from of_words(read[id(part)].sought)
            case Quoted():
                yield of_quoted(part)
            case Without():
                yield of_without(part)
            case Filter():
                yield of_filter(part)
