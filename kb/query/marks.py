"""What of a question is to be marked in the passages it finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product

from kb.query.question import Word
from kb.query.spelling import Form, Sought
from kb.query.units import Unit
from kb.query.weights import MOST_READINGS
from kb.vietnamese.people import Person

Run = tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing to mark: the runs of tokens that stand for it, and what it says in bits.

    A form with `exact` marks only the token with those marks, one without marks all that fold to it. `whole`: its words
    are marked only where they stand together. What says next to nothing is marked between others only. `terms`: values
    that have one of them are marked, however they are written. `person`: places that call somebody by whatever name.
    """

    runs: tuple[Run, ...]
    bits: int
    whole: bool = False
    terms: frozenset[str] = frozenset()
    person: Person | None = None


def of_units(units: Iterable[Unit], sought: Sequence[Sought]) -> Iterator[Mark]:
    """The marks of a run of plain words."""
    for unit in units:
        if unit.kind == "number":
            runs = tuple(tuple(Form(None, token) for token in reading) for reading in unit.readings)
            # A year is four digits wherever it stands: of the day that it is in only they are marked.
            terms = frozenset(term for group in unit.sought for term in group if not term.startswith("y:"))
            yield Mark(runs, unit.weight, whole=True, terms=terms)
        else:
            places = [[_marking(form, one.word) for form in one.forms] for one in sought[unit.start : unit.end]]
            spelled = tuple(dict.fromkeys(islice(product(*places), MOST_READINGS)))
            yield Mark(spelled, unit.weight, whole=unit.kind == "name")


def of_quoted(words: Sequence[Word], bits: int) -> Mark:
    """The mark of words in quotation marks; their marks count when one of them has any, as in the search."""
    marked = any(word.marked for word in words)
    return Mark((tuple(Form(word.exact if marked else None, word.folded) for word in words),), bits, whole=True)


def _marking(form: Form, word: Word) -> Form:
    """Typed with marks a word marks itself only, typed without also those that fold to it."""
    toneless = form.exact == form.folded and not word.marked
    return Form(None, form.folded) if toneless else form
