"""How long an answer takes from the typed question to the page of results, and where the time goes.

    python scripts/finding.py --home DIR [--asked 300] [--seed 1] [--odd]

Questions are cut from the passages of the home itself: one to seven words that stand together, a third of them without
marks, a third with words of another passage added. `engine` is everything that is asked of the engine for a question
(words counted while it is planned, the ranking, what is near); `library` the rows of its hits; `rest` is reading,
planning, snippets and citations. `--odd` asks the odd questions of tests/golden instead and tells the slowest.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import ParamSpec, TypeVar

from kb.find import search
from kb.home import Home
from kb.query.tree import All
from kb.snapshot import Snapshot, open_snapshot
from kb.vietnamese.letters import fold

ODD = Path(__file__).resolve().parent.parent / "tests" / "golden" / "odd_questions.json"
LONGEST = 7  # words of a question

Given = ParamSpec("Given")
Answer = TypeVar("Answer")


@dataclass
class Watch:
    """Seconds spent in what it watches, since the last reading."""

    seconds: dict[str, float] = field(default_factory=dict)

    def watching(self, part: str, call: Callable[Given, Answer]) -> Callable[Given, Answer]:
        def timed(*given: Given.args, **named: Given.kwargs) -> Answer:
            started = perf_counter()
            try:
                return call(*given, **named)
            finally:
                self.seconds[part] = self.seconds.get(part, 0.0) + perf_counter() - started

        return timed

    def read(self) -> dict[str, float]:
        taken, self.seconds = self.seconds, {}
        return taken


def watched(snapshot: Snapshot) -> Watch:
    """A watch on the engine and the library of a snapshot; both go on answering as before."""
    watch = Watch()
    for part, port, calls in (
        ("engine", snapshot.engine, ("search", "tokens")),
        ("library", snapshot.library, ("chunks", "document")),
    ):
        for name in calls:
            setattr(port, name, watch.watching(part, getattr(port, name)))
    return watch


def questions(snapshot: Snapshot, count: int, chance: random.Random) -> list[str]:
    """Words that stand together in some passage, as they are typed."""
    ranked = snapshot.engine.search(All(()), limit=4 * count, order="place").ranked
    texts = [chunk.text.split() for chunk in snapshot.library.chunks([one.id for one in ranked]).values()]
    asked = []
    for number in range(count):
        typed = _cut(chance.choice(texts), chance)
        if number % 3 == 1:
            typed = fold(typed)
        if number % 3 == 2:
            typed = f"{typed} {_cut(chance.choice(texts), chance)}"
        asked.append(typed)
    return asked


def _cut(words: Sequence[str], chance: random.Random) -> str:
    start = chance.randrange(len(words))
    return " ".join(words[start : start + chance.randint(1, LONGEST)])


def measure(snapshot: Snapshot, asked: Sequence[str]) -> None:
    watch = watched(snapshot)
    for text in asked[:30]:
        search(snapshot, text)
    watch.read()
    totals: list[float] = []
    parts: dict[str, float] = {}
    for text in asked:
        started = perf_counter()
        search(snapshot, text)
        totals.append(perf_counter() - started)
        for part, seconds in watch.read().items():
            parts[part] = parts.get(part, 0.0) + seconds
    totals.sort()
    whole = sum(totals)
    shares = {**parts, "rest": whole - sum(parts.values())}
    told = ", ".join(f"{part} {seconds / whole:.0%}" for part, seconds in shares.items())
    p95 = totals[int(len(totals) * 0.95)]
    print(f"ms p50 {median(totals) * 1000:.1f} p95 {p95 * 1000:.1f} max {totals[-1] * 1000:.1f}")
    print(told)


def slowest(snapshot: Snapshot, asked: Sequence[str]) -> None:
    taken = []
    for text in asked:
        started = perf_counter()
        search(snapshot, text)
        taken.append((perf_counter() - started, text))
    for seconds, text in sorted(taken, reverse=True)[:5]:
        print(f"{seconds * 1000:8.1f} ms  {len(text)} letters  {text[:60]!r}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--asked", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--odd", action="store_true")
    given = parser.parse_args()
    with open_snapshot(Home(given.home)) as snapshot:
        documents = snapshot.library.documents()
        entries = snapshot.engine.search(All(()), limit=0).total
        print(f"{len(documents)} documents, {sum(one.sections for one in documents)} sections, {entries} passages")
        if given.odd:
            slowest(snapshot, json.loads(ODD.read_text("utf-8")))
        else:
            measure(snapshot, questions(snapshot, given.asked, random.Random(given.seed)))


if __name__ == "__main__":
    main()
