"""When a passage answers one alternative of a question: the conditions that it has to meet.

quotations     each stands in it
AND, OR        each word stands in it
plain words    dates, years, periods and document numbers stand in it, and enough of all that is said (cover)
all of them    something stands in the passage itself, not only in the headings above

A long question is asked in other words than the text's. So it is answered as soon as one passage meets all this, and
then by every passage that holds a little of what it says: the ranking, which weighs each word, tells which of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from kb.query import score, weights
from kb.query.cover import Weighed, at_least
from kb.query.question import Quoted
from kb.query.run import Placed, Run
from kb.query.tree import All, Any, Query, Term, leaves
from kb.query.vocabulary import Vocabulary


def answering(
    runs: Sequence[Run], quotes: Sequence[Quoted], kept: Sequence[Query], vocabulary: Vocabulary, room: int
) -> Query:
    """The passages that answer; each meets what is `kept` too.

    The most telling conditions come first, and no more leaves than there is room for; one condition in any case.
    """
    quoted = tuple(_quoted(quotes, alone=not runs and len(quotes) == 1))
    words = _fitting((*quoted, *_words(runs, len(quotes), vocabulary, room), *_here(runs, quotes)), room)
    strict = All((*kept, *words))
    if not _is_long(runs) or not vocabulary.count(strict):
        return strict
    return All((*kept, *_fitting((*quoted, *_some(runs, room), *_here(runs, quotes)), room)))


def _fitting(queries: Iterable[Query], room: int) -> Iterator[Query]:
    taken = 0
    for query in queries:
        taken += leaves(query)
        if taken > room and taken > leaves(query):
            return
        yield query


def _quoted(quotes: Sequence[Quoted], *, alone: bool) -> Iterator[Query]:
    """Each quotation in the text or its heading; beside other words the headings above will do."""
    for quoted in quotes:
        places = score.quoted(quoted.words)
        above = All(tuple(Term("above", word.folded) for word in quoted.words))
        yield Any(places if alone else (*places, above))


def _words(runs: Sequence[Run], quotes: int, vocabulary: Vocabulary, room: int) -> Iterator[Query]:
    """What has to be present of the plain words; dates and the like, and quotations beside them, are there already."""
    placed = _weighty(runs)
    whole = [one for one in placed if one.whole]
    yield from (one.present for one in whole)
    parts = [Weighed(one.present, one.bits) for one in placed if not one.whole]
    if any(run.words.every for run in runs):
        yield from (part.query for part in parts)
    else:
        granted = sum(one.bits for one in whole) + quotes * weights.QUOTED_BITS
        share = _share(parts, granted, vocabulary)
        yield from _enough(parts, granted, share, room - sum(leaves(one.present) for one in whole))


def _some(runs: Sequence[Run], room: int) -> Iterator[Query]:
    """The little that a passage has to hold of a long question, when another holds enough.

    A name says no more here than two words, and what stands nowhere says nothing.
    """
    placed = _weighty(runs)
    bits = _said_in_words(placed)
    needed = [one for one in placed if one.unit.kind == "number" and bits < weights.LONG]
    parts = [
        Weighed(one.present, min(one.unit.weight, weights.NAME_LITTLE))
        for one in placed
        if one not in needed and not one.nowhere
    ]
    yield from (one.present for one in needed)
    yield from _enough(parts, len(needed) * weights.NAME_LITTLE, weights.LITTLE, room)


def _is_long(runs: Sequence[Run]) -> bool:
    """Whether it says much in plain words; a number and a word or two, or AND and OR, are to be taken at their word."""
    return not any(run.words.every for run in runs) and _said_in_words(_weighty(runs)) > weights.SHORT


def _said_in_words(placed: Sequence[Placed]) -> int:
    return sum(one.unit.weight for one in placed if one.unit.kind == "word")


def _enough(parts: list[Weighed], granted: int, share: float, room: int) -> Iterator[Query]:
    """Enough bits beside those that are granted; of fewer units, the weightiest, where there is no room for all."""
    while parts:
        needed = ceil(share * (granted + sum(part.bits for part in parts))) - granted
        condition = at_least(parts, needed)
        if leaves(condition) <= room:
            yield condition
            return
        parts = parts[:-1]


def _share(parts: Sequence[Weighed], granted: int, vocabulary: Vocabulary) -> float:
    """How much of the bits is enough: more where the question is short, or some passage holds all of it."""
    is_short = granted + sum(part.bits for part in parts) <= weights.SHORT
    is_held = is_short or (parts and vocabulary.count(All(tuple(part.query for part in parts))))
    return weights.ENOUGH_AT_BEST if is_held else weights.ENOUGH


def _here(runs: Sequence[Run], quotes: Sequence[Quoted]) -> Iterator[Query]:
    places = [query for one in _weighty(runs) for query in one.here]
    places += (query for quoted in quotes for query in score.quoted(quoted.words))
    if places:
        yield Any(tuple(places))


def _weighty(runs: Sequence[Run]) -> list[Placed]:
    """The units that say something, each once, the weightiest first, no more than a tree has room for."""
    placed = {(one.unit.readings, one.unit.sought): one for run in runs for one in run.placed if one.unit.weight}
    return sorted(placed.values(), key=lambda one: -one.unit.weight)[: weights.MOST_UNITS]
