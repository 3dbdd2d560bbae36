"""How often the right section comes first: the queries judged by hand, asked of an index.

    python scripts/relevance.py                          the queries in tests/golden, of the home of this checkout
    python scripts/relevance.py --queries F --home DIR

A query is answered at 1 when the first hit lies in a section of grade 3, within 5 when one of the first five does. A
query without such a section has no answer: it is right when nothing is found.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
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
    def silent(self) -> bool:
        """Nothing was found, as it should be where there is no answer."""
        return not self.total


@dataclass(frozen=True, slots=True)
class Share:
    """Of `asked` queries with an answer, how many had it first and within five."""

    asked: int
    first: int
    within_5: int


def judged_queries(path: Path = QUERIES) -> tuple[Judged, ...]:
    rows = json.loads(path.read_text("utf-8"))
    return tuple(
        Judged(row["text"], row["form"], frozenset(r["section"] for r in row["relevant"] if r["grade"] == EXACT))
        for row in rows
    )


def outcomes(snapshot: Snapshot, queries: Iterable[Judged]) -> Iterator[Outcome]:
    for judged in queries:
        page = search(snapshot, judged.text, limit=10)
        yield Outcome(judged, tuple(hit.chunk.section for hit in page.hits), page.total)


def share(found: Iterable[Outcome]) -> Share:
    answerable = [outcome for outcome in found if outcome.judged.answers]
    return Share(len(answerable), sum(o.first for o in answerable), sum(o.within(5) for o in answerable))


def report(found: Sequence[Outcome]) -> Iterator[str]:
    """The table: a line for each form, one for all, the queries without an answer, and what was missed."""
    yield f"{'form':<16}{'asked':>6}{'first':>7}{'in 5':>7}"
    forms = sorted({outcome.judged.form for outcome in found})
    for name, rows in (*((form, [o for o in found if o.judged.form == form]) for form in forms), ("all", found)):
        part = share(rows)
        if part.asked:
            yield f"{name:<16}{part.asked:>6}{part.first / part.asked:>7.3f}{part.within_5 / part.asked:>7.3f}"
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
