"""How often the right section comes first: the queries judged by hand, asked of an index.

    python scripts/relevance.py                          the queries in tests/golden, of the home of this checkout
    python scripts/relevance.py --queries F --home DIR

A query is answered at 1 when the first hit lies in a section of grade 3, within 5 when one of the first five does; MRR
is the mean of one over the place of that section, nDCG at ten weighs every graded section by 2 to its grade, less 1. A
query without a section of grade 3 has no answer: it is right when nothing is found.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import log2
from pathlib import Path

from kb.find import search
from kb.home import Home
from kb.snapshot import Snapshot, open_snapshot

ROOT = Path(__file__).resolve().parent.parent
QUERIES = ROOT / "tests" / "golden" / "queries.json"
EXACT = 3  # the grade of a section that answers exactly


@dataclass(frozen=True, slots=True)
class Judged:
    """A query with the sections that answer it exactly; none when there is no answer."""

    text: str
    form: str
    answers: frozenset[str]
    grades: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a query: the sections of its first hits, best first, and how many passages answered."""

    judged: Judged
    sections: tuple[str, ...]
    total: int

    @property
    def first(self) -> bool:
        return self.within(1)

    def within(self, places: int) -> bool:
        return bool(self.judged.answers.intersection(self.sections[:places]))

    @property
    def place(self) -> int | None:
        """The place of the first section that answers, from 1; None where no hit lies in one."""
        return next((at for at, section in enumerate(self.sections, 1) if section in self.judged.answers), None)

    @property
    def gain(self) -> float:
        """nDCG at ten: of a section that was found twice the first place counts."""
        found = [self.judged.grades.get(section, 0) for section in dict.fromkeys(self.sections)]
        best = sorted(self.judged.grades.values(), reverse=True)
        return _gained(found[:10]) / _gained(best[:10])

    @property
    def silent(self) -> bool:
        """Nothing was found, as it should be where there is no answer."""
        return not self.total


@dataclass(frozen=True, slots=True)
class Share:
    """Of `asked` queries with an answer, how many had it first and within five."""

    asked: int
    first: int
    within_5: int
    mean_reciprocal: float
    gain: float


def judged_queries(path: Path = QUERIES) -> tuple[Judged, ...]:
    rows = json.loads(path.read_text("utf-8"))
    return tuple(
        Judged(
            row["text"],
            row["form"],
            frozenset(r["section"] for r in row["relevant"] if r["grade"] == EXACT),
            {r["section"]: r["grade"] for r in row["relevant"]},
        )
        for row in rows
    )


def outcomes(snapshot: Snapshot, queries: Iterable[Judged]) -> Iterator[Outcome]:
    for judged in queries:
        page = search(snapshot, judged.text, limit=10)
        yield Outcome(judged, tuple(hit.chunk.section for hit in page.hits), page.total)


def share(found: Iterable[Outcome]) -> Share:
    answerable = [outcome for outcome in found if outcome.judged.answers]
    count = len(answerable)
    return Share(
        count,
        sum(o.first for o in answerable),
        sum(o.within(5) for o in answerable),
        sum(1 / o.place for o in answerable if o.place) / max(count, 1),
        sum(o.gain for o in answerable) / max(count, 1),
    )


def _gained(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / log2(at + 1) for at, grade in enumerate(grades, 1))


def report(found: Sequence[Outcome]) -> Iterator[str]:
    """The table: a line for each form, one for all, the queries without an answer, and what was missed."""
    yield f"{'form':<16}{'asked':>6}{'first':>7}{'in 5':>7}{'MRR':>7}{'nDCG':>7}"
    forms = sorted({outcome.judged.form for outcome in found})
    for name, rows in (*((form, [o for o in found if o.judged.form == form]) for form in forms), ("all", found)):
        part = share(rows)
        if part.asked:
            shares = (part.first / part.asked, part.within_5 / part.asked, part.mean_reciprocal, part.gain)
            yield f"{name:<16}{part.asked:>6}" + "".join(f"{one:>7.3f}" for one in shares)
    without = [outcome for outcome in found if not outcome.judged.answers]
    yield f"without an answer: {sum(o.silent for o in without)} of {len(without)} found nothing"
    for outcome in found:
        if outcome.judged.answers and not outcome.first:
            wanted = ", ".join(sorted(outcome.judged.answers))
            yield f"not first: {outcome.judged.text} [{wanted}] {', '.join(outcome.sections[:3]) or '-'}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", type=Path, default=ROOT)
    parser.add_argument("--queries", type=Path, default=QUERIES)
    given = parser.parse_args()
    with open_snapshot(Home(given.home)) as snapshot:
        found = tuple(outcomes(snapshot, judged_queries(given.queries)))
    print(*report(found), sep="\n")


if __name__ == "__main__":
    main()
