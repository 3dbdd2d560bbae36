"""What a question is about, cut into units that are present in a passage as a whole or not at all.

A unit is a number, a name, a compound of two syllables ("thi đua") or a single word; its weight is what it says. That
a compound's syllables stand somewhere apart is no sign of it: of "chuyển đổi số" a passage on "chuyển ... đổi mới ...
số liệu" says nothing. Words never stand for less here than in the text: phrases and ranking use every word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Literal

from kb.query.asking import asking
from kb.query.commonness import information
from kb.query.compounds import is_compound, may_be_compound
from kb.query.names import read_names
from kb.query.numbers import Number, Reading, Terms, read_numbers
from kb.query.spelling import Sought, written
from kb.query.weights import MOST_READINGS, NAME_BITS, NUMBER_BITS, WORD_BITS

Kind = Literal["number", "name", "word"]


@dataclass(frozen=True, slots=True)
class Unit:
    """The words from `start` to `end` (exclusive) of a run as one thing looked for.

    `readings`: runs of folded tokens, any of which will do; `exact`: the same with their marks, () where no mark was
    typed. `sought`: the terms of a value, of each group all. `weight`: what it says, in bits; 0 for what only asks or
    joins. `certain`: a collection where it nowhere stands does not answer; `whole`: a passage without it does not.
    """

    start: int
    end: int
    kind: Kind
    readings: tuple[Reading, ...]
    weight: int
    exact: tuple[Reading, ...] = ()
    sought: tuple[Terms, ...] = ()
    certain: bool = False
    whole: bool = False
    is_year: bool = False

    def __len__(self) -> int:
        return self.end - self.start


def cut(sought: Sequence[Sought], *, marked: bool) -> tuple[Unit, ...]:
    """The units of a run of words, in order, each word in one.

    >>> from kb.query.read import read
    >>> from kb.query.spelling import Form, Sought
    >>> question = read("phong trào thi đua năm 2019 thế nào")
    >>> sought = [Sought(word, (Form(word.exact, word.folded),)) for word in question.words()]
    >>> [(" ".join(unit.readings[0]), unit.weight) for unit in cut(sought, marked=True)]
    [('phong trao', 6), ('thi dua', 5), ('nam', 1), ('2019', 30), ('the', 0), ('nao', 0)]
    """
    words = [one.word for one in sought]
    fixed = {number.start: _number(number) for number in read_numbers(words)}
    for start, end in read_names(words, marked=marked):
        if not any(unit.start < end and start < unit.end for unit in fixed.values()):
            name = sought[start:end]
            fixed[start] = Unit(start, end, "name", _readings(name), NAME_BITS, _exact(name), certain=True)
    asks = asking(words, marked=marked)
    return tuple(_all(sought, fixed, asks, marked=marked))


def _number(number: Number) -> Unit:
    return Unit(
        number.start,
        number.end,
        "number",
        number.readings,
        NUMBER_BITS,
        sought=number.sought,
        certain=number.certain,
        whole=number.whole,
        is_year=number.is_year,
    )


def _all(sought: Sequence[Sought], fixed: dict[int, Unit], asks: frozenset[int], *, marked: bool) -> Iterator[Unit]:
    """The fixed units, and the words between them cut into compounds and single ones."""
    at = 0
    while at < len(sought):
        if at in fixed:
            yield fixed[at]
            at = fixed[at].end
            continue
        end = min((start for start in fixed if start > at), default=len(sought))
        for start, stop in _compounds(sought, at, end, asks, marked=marked):
            yield _word(sought, start, stop, asks)
        at = end


def _word(sought: Sequence[Sought], start: int, end: int, asks: frozenset[int]) -> Unit:
    weight = sum(information(sought[at].forms[0].folded) for at in range(start, end) if at not in asks)
    return Unit(start, end, "word", _readings(sought[start:end]), min(weight, WORD_BITS), _exact(sought[start:end]))


def _readings(sought: Sequence[Sought]) -> tuple[Reading, ...]:
    """The runs of folded tokens that the words may stand for."""
    folded = [dict.fromkeys(form.folded for form in one.forms) for one in sought]
    return tuple(islice(product(*folded), MOST_READINGS))


def _exact(sought: Sequence[Sought]) -> tuple[Reading, ...]:
    """The runs of tokens with marks; none where no mark was typed, or where some word has forms without."""
    forms = [[form.exact for form in one.forms if form.exact] for one in sought]
    if not any(one.word.marked for one in sought) or not all(forms):
        return ()
    return tuple(islice(product(*map(dict.fromkeys, forms)), MOST_READINGS))


def _compounds(
    sought: Sequence[Sought], start: int, end: int, asks: frozenset[int], *, marked: bool
) -> list[tuple[int, int]]:
    """The stretch cut so that as many words as can be are in compounds of two; of equal cuts one that joins early."""
    best: list[tuple[int, list[tuple[int, int]]]] = [(0, [])]
    for at in range(start, end):
        joined, cuts = best[-1]
        choices = [(joined, [*cuts, (at, at + 1)])]
        if at > start and not {at - 1, at} & asks and _is_compound(sought[at - 1], sought[at], marked=marked):
            before, earlier = best[-2]
            choices.append((before + 2, [*earlier, (at - 1, at + 1)]))
        best.append(max(choices, key=lambda choice: choice[0]))
    return best[-1][1]


def _is_compound(left: Sought, right: Sought, *, marked: bool) -> bool:
    """Whether two words stand side by side in a word of the word list, as typed or, without marks, as they may be."""
    if right.word.gap.strip():
        return False
    if marked:
        return is_compound(_spelled(left), _spelled(right))
    return may_be_compound(left.forms[0].folded, right.forms[0].folded)


def _spelled(sought: Sought) -> str:
    """The word as the word list has it."""
    first = sought.forms[0]
    return written(first.exact) if sought.how != "typed" and first.exact else sought.word.text
