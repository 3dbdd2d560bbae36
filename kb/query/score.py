"""What ranks the passages that answer: every word of the question in every stream, each with its weight.

Nothing here decides whether a passage answers; that is `kb.query.cover`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kb.query import weights
from kb.query.commonness import information
from kb.query.cover import here, together
from kb.query.question import Word
from kb.query.spelling import Form, Sought
from kb.query.tree import Any, Boosted, Phrase, Query, Term
from kb.query.units import Unit


def scores(sought: Sequence[Sought], units: Sequence[Unit], *, marked: bool) -> Iterator[Query]:
    """The weighed parts of a run of words; a passage's score is the sum of those that match."""
    asks = {at for unit in units if unit.weight == 0 for at in range(unit.start, unit.end)}
    seen: set[tuple[Form, ...]] = set()
    for at, one in enumerate(sought):
        if one.forms not in seen:
            seen.add(one.forms)
            yield from _boosted(_word(one), weights.ASKING if at in asks else _said(one, marked=marked))
    yield from _pairs(sought, asks, marked=marked)
    for unit in units:
        if unit.kind == "number":
            yield Boosted(Any(here(unit, exact=False)), weights.WHOLE_NUMBER)


def _said(one: Sought, *, marked: bool) -> float:
    """How much a word that does not ask counts, by what it says at large; without marks "cua" may be many words."""
    return weights.BY_BITS[information(one.forms[0].folded)] if marked and not one.word.counted else 1.0


def quoted(words: Sequence[Word]) -> tuple[Query, ...]:
    """Where words in quotation marks stand together: in the text, in the heading. With marks, if any was typed."""
    marked = any(word.marked for word in words)
    tokens = tuple(word.exact if marked else word.folded for word in words)
    streams = ("syllables", "heading") if marked else ("folded", "heading_folded")
    return tuple(together(stream, tokens) for stream in streams)


def _word(one: Sought) -> Iterator[Query]:
    sure = {"corrected": weights.CORRECTED, "begun": weights.BEGUN}.get(one.how, 1.0)
    for form in dict.fromkeys(one.forms):
        for query in _form(form, one.word):
            yield Boosted(query.part, query.weight * sure)


def _form(form: Form, word: Word) -> Iterator[Boosted]:
    """One token in the text, in the heading and in the headings above."""
    exact, folded = _shares(form, word)
    if exact and form.exact:
        yield Boosted(Term("syllables", form.exact), exact)
        yield Boosted(Term("heading", form.exact), weights.HEADING * weights.HEADING_EXACT)
    yield Boosted(Term("folded", form.folded), folded)
    of_heading = 1 - weights.HEADING_EXACT if exact else 1.0
    yield Boosted(Term("heading_folded", form.folded), weights.HEADING * of_heading)
    yield Boosted(Term("above", form.folded), weights.ABOVE)


def _shares(form: Form, word: Word) -> tuple[float, float]:
    """What a token weighs with its marks and without."""
    if word.counted:
        return 0.0, weights.NUMBER
    if form.exact is None:
        return 0.0, weights.FOLDED_ALONE
    if form.exact != form.folded:
        return weights.EXACT, weights.FOLDED_BESIDE
    return weights.TONELESS_EXACT, weights.TONELESS_FOLDED


def _pairs(sought: Sequence[Sought], asks: set[int], *, marked: bool) -> Iterator[Query]:
    """Neighbours in the question that are neighbours in the text."""
    weight = weights.PAIR if marked else weights.PAIR_UNMARKED
    for at, (left, right) in enumerate(pairwise(sought)):
        only_asks = at in asks or at + 1 in asks
        for second in right.forms:
            pair = Phrase("folded", (left.forms[0].folded, second.folded))
            yield Boosted(pair, weight * (weights.ASKING if only_asks else 1.0))


def _boosted(parts: Iterator[Query], weight: float) -> Iterator[Query]:
    return parts if weight == 1.0 else (Boosted(part, weight) for part in parts)
