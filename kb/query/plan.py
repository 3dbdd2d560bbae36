"""Question -> Plan: the tree for the engine, what is to be marked in the passages, and how the question was understood.

    words       the passages that hold enough of what the words say (answer), the best first (score)
    "phrase"    has to stand together, as typed
    AND, OR     each word has to occur
    -word, NOT  must not occur, neither in the text nor in its heading

A name or number that stands nowhere in the collection: nothing answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from kb.model import Understood
from kb.query import marks, score, weights
from kb.query.answer import answering
from kb.query.cover import EVERY, NONE
from kb.query.filters import kept_by, without_value
from kb.query.marks import Mark
from kb.query.near import NOTHING, Known
from kb.query.question import Filter, Part, Question, Quoted, Without, Words, typed
from kb.query.run import Run, read_run
from kb.query.spelling import Sought
from kb.query.told import meant, of_filter, of_near, of_no_value, of_quoted, of_without, of_words
from kb.query.tree import MOST_LEAVES, All, Any, Boosted, Not, Query, leaves
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

    `carried` are the parts that say something, to tell which of them is missing; `meant` is the question with its slips
    put right, as it was looked for.
    """

    query: Query
    near: Query
    ranked: bool
    marks: tuple[Mark, ...]
    understood: tuple[Understood, ...]
    carried: tuple[Carried, ...]
    meant: str


@dataclass(frozen=True, slots=True)
class _Side:
    """One alternative of the question."""

    answers: Query
    kept: tuple[Query, ...]
    scores: tuple[Query, ...]
    marks: tuple[Mark, ...]
    understood: tuple[Understood, ...]
    carried: tuple[Carried, ...]
    sought: tuple[Sought, ...]


def plan(question: Question, vocabulary: Vocabulary, filters: Iterable[Filter] = (), known: Known = NOTHING) -> Plan:
    """The plan of a question against a collection. Each of `filters`, from outside the typed text, has to hold too.

    `known`: the abbreviations, near words and people that plain words are also looked for as.
    """
    room = weights.MOST_CONDITIONS // max(len(question.alternatives), 1)
    sides = [_side(parts, vocabulary, room, known, marked=question.marked) for parts in question.alternatives]
    filters = tuple(filters)
    kept = tuple(kept_by(filters, vocabulary))
    typed_filters = (part for parts in question.alternatives for part in parts if isinstance(part, Filter))
    empty = map(of_no_value, without_value((*filters, *typed_filters), vocabulary))
    answers = Boosted(Any(tuple(side.answers for side in sides)), 0.0)
    refused = sides[0].kept if len(sides) == 1 else ()
    scores = _fitting(chain.from_iterable(side.scores for side in sides), All((*kept, *refused, answers)))
    return Plan(
        query=All((*kept, answers, Any((EVERY, *scores)))),
        near=All((*kept, *refused, Any(scores))),
        ranked=bool(scores),
        marks=tuple(dict.fromkeys(chain.from_iterable(side.marks for side in sides))),
        understood=(*chain.from_iterable(side.understood for side in sides), *question.notes, *empty),
        carried=tuple(chain.from_iterable(side.carried for side in sides)),
        meant=meant(question.text, chain.from_iterable(side.sought for side in sides)),
    )


def _fitting(scores: Iterable[Query], beside: Query) -> tuple[Query, ...]:
    """Each once, and no more than a tree has room for beside the conditions: the first words of a long question."""
    room = MOST_LEAVES - leaves(beside)
    fitting: list[Query] = []
    for one in dict.fromkeys(scores):
        room -= leaves(one)
        if room < 0:
            break
        fitting.append(one)
    return tuple(fitting)


def _side(parts: Sequence[Part], vocabulary: Vocabulary, room: int, known: Known, *, marked: bool) -> _Side:
    runs = [read_run(part, vocabulary, known, marked=marked) for part in parts if isinstance(part, Words)]
    quotes = [part for part in parts if isinstance(part, Quoted)]
    carried = (*_carried(runs), *(Carried(typed(one.words), Any(score.quoted(one.words)), False) for one in quotes))
    missing = any(one.certain and not vocabulary.count(one.query) for one in carried)
    kept = (
        *kept_by((part for part in parts if isinstance(part, Filter)), vocabulary),
        *(Not(_refused(part, vocabulary)) for part in parts if isinstance(part, Without)),
    )
    return _Side(
        answers=NONE if missing else answering(runs, quotes, kept, vocabulary, room),
        kept=kept,
        scores=tuple(_scores(runs, quotes, marked=marked)),
        marks=tuple(_marks(runs, quotes)),
        understood=tuple(_told(parts, runs)),
        carried=carried,
        sought=tuple(one for run in runs for one in run.sought),
    )


def _refused(without: Without, vocabulary: Vocabulary) -> Query:
    if isinstance(without.part, Filter):
        return All(tuple(kept_by((without.part,), vocabulary)))
    return Any(score.quoted(without.part.words))


def _scores(runs: Sequence[Run], quotes: Sequence[Quoted], *, marked: bool) -> Iterator[Query]:
    for run in runs:
        yield from score.scores(run.sought, run.ranking_units, marked=marked)
        yield from (query for one in run.near for query in one.scores)
    for quoted in quotes:
        yield from (Boosted(place, weights.QUOTED) for place in score.quoted(quoted.words))


def _marks(runs: Sequence[Run], quotes: Sequence[Quoted]) -> Iterator[Mark]:
    for run in runs:
        yield from marks.of_units(run.units, run.sought)
        yield from (mark for one in run.near for mark in one.marks)
    yield from (marks.of_quoted(quoted.words, weights.QUOTED_BITS) for quoted in quotes)


def _carried(runs: Sequence[Run]) -> Iterator[Carried]:
    for run in runs:
        for one in run.placed:
            if one.unit.weight:
                words = [sought.word for sought in run.sought[one.unit.start : one.unit.end]]
                # Above, a name's syllables may stand apart: "Văn Đồng" under "văn hóa ... lao động".
                stands = Any(one.here) if one.unit.kind == "name" else one.present
                yield Carried(typed(words), stands, one.unit.certain)


def _told(parts: Sequence[Part], runs: Sequence[Run]) -> Iterator[Understood]:
    read = {id(run.words): run for run in runs}
    for part in parts:
        match part:
            case Words():
                yield from of_words(read[id(part)].sought)
                yield from map(of_near, read[id(part)].near)
            case Quoted():
                yield of_quoted(part)
            case Without():
                yield of_without(part)
            case Filter():
                yield of_filter(part)
