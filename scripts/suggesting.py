"""How long suggesting takes, beside a plain prefix scan of SQLite over the same strings in the same run.

    python scripts/suggesting.py --home DIR [--asked 400] [--seed 1]

What is asked is cut from the phrases of the home itself: 1 to 12 letters from the beginning of some word, half of them
without marks. The scan asks an indexed column for the first eight phrases that begin so: no word inside a phrase, no
rank, no marks.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

from kb.home import Home
from kb.library.phrases import HIGHEST, folded_words
from kb.snapshot import open_snapshot
from kb.suggest import suggest
from kb.vietnamese.letters import fold

LONGEST = 12


def asked(texts: Sequence[str], count: int, chance: random.Random) -> list[str]:
    """Beginnings of words of phrases, as they are typed."""
    beginnings = []
    for text in chance.choices(texts, k=count):
        words = text.split()
        at = chance.randrange(len(words))
        typed = " ".join(words[at:])[: chance.randint(1, LONGEST)]
        beginnings.append(fold(typed) if chance.random() < 0.5 else typed)
    return beginnings


def scan(texts: Sequence[str]) -> Callable[[str], object]:
    """A prefix scan over the folded texts."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE strings (folded TEXT, text TEXT)")
    rows = ((" ".join(folded_words(text)), text) for text in texts)
    connection.executemany("INSERT INTO strings VALUES (?, ?)", rows)
    connection.execute("CREATE INDEX strings_by_folded ON strings (folded)")

    def ask(typed: str) -> object:
        head = " ".join(folded_words(typed))
        question = "SELECT text FROM strings WHERE folded >= ? AND folded < ? LIMIT 8"
        return connection.execute(question, (head, head + HIGHEST)).fetchall()

    return ask


def times(ask: Callable[[str], object], typed: Sequence[str]) -> list[float]:
    """Milliseconds of each, in order of size."""
    taken = []
    for one in typed:
        started = perf_counter()
        ask(one)
        taken.append((perf_counter() - started) * 1000)
    return sorted(taken)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--asked", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with open_snapshot(Home(given.home)) as snapshot:
        sections = sum(document.sections for document in snapshot.library.documents())
        texts = snapshot.library.phrase_texts()
        typed = asked(texts, given.asked, random.Random(given.seed))
        print(f"{sections} sections, {len(texts)} phrases, {len(typed)} beginnings")
        ways = {"suggest": lambda one: suggest(snapshot, one), "prefix scan": scan(texts)}
        for name, ask in ways.items():
            times(ask, typed[:50])
            taken = times(ask, typed)
            p50, p95 = taken[len(taken) // 2], taken[int(len(taken) * 0.95)]
            print(f"{name:<12} p50 {p50:.2f} ms, p95 {p95:.2f} ms, most {taken[-1]:.2f} ms")


if __name__ == "__main__":
    main()
