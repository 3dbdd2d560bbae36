"""How often the right passage comes first, of a set of passages with one for each question, and what peers do on it.

    python scripts/passages.py ../shared/data/xquad_vi             as typed, without marks, one letter wrong
    python scripts/passages.py ../shared/data/xquad_vi --every 5   every fifth question

The folder has corpus.jsonl ({id, title, text}, each taken in as a document), queries.jsonl ({id, text}) and qrels.tsv
(question, passage). R@1: the share of questions whose first hit is of their passage; MRR: the mean of one over its
place. The peers are plain BM25 over syllables with their marks, and SQLite's FTS5 with `remove_diacritics 2`, any word.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from tempfile import TemporaryDirectory

from kb.analysis import analyze
from kb.find import search
from kb.home import Home
from kb.ingest import ingest
from kb.snapshot import Snapshot, open_snapshot
from kb.vietnamese.letters import fold

LETTERS = "abcdeghiklmnopqrstuvxy"
MOST = 100  # hits looked through
K1, B = 1.2, 0.75

Finder = Callable[[str], Sequence[str]]
"""A question -> ids of passages, the best first."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the set, and the passage that answers it."""

    id: str
    text: str
    passage: str


@dataclass(frozen=True, slots=True)
class Passage:
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """Of `asked` questions: those with their passage first, the mean of one over its place, those without a hit."""

    asked: int
    first: int
    mean_reciprocal: float
    nothing: int

    @property
    def share(self) -> float:
        return self.first / max(self.asked, 1)


def with_slip(asked: Asked) -> str:
    """The question with one letter wrong, always the same: two swapped, one left out, doubled or another one.

    >>> with_slip(Asked("7", "Đội thủ Panthers đã thua bao nhiêu điểm?", ""))
    'Đội thủ Panthers đã thua bao niêu điểm?'
    """
    chance = random.Random(asked.id)
    words = list(re.finditer(r"[^\W\d_]{3,}", asked.text))
    if not words:
        return asked.text
    match = chance.choice(words)
    word = match[0]
    at = chance.randrange(len(word) - 1)
    wrong = {
        "swap": word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        "leave out": word[:at] + word[at + 1 :],
        "double": word[: at + 1] + word[at:],
        "replace": word[:at] + chance.choice(LETTERS) + word[at + 1 :],
    }
    return asked.text[: match.start()] + wrong[chance.choice(sorted(wrong))] + asked.text[match.end() :]


WAYS: dict[str, Callable[[Asked], str]] = {
    "as typed": lambda asked: asked.text,
    "without marks": lambda asked: fold(asked.text),
    "one letter wrong": with_slip,
}


def questions(folder: Path, every: int = 1) -> tuple[Asked, ...]:
    lines = [line.split("\t") for line in (folder / "qrels.tsv").read_text("utf-8").splitlines()]
    wanted = {question: passage for question, passage, *_ in lines}
    rows = [json.loads(line) for line in (folder / "queries.jsonl").read_text("utf-8").splitlines()[::every]]
    return tuple(Asked(row["id"], row["text"], wanted[row["id"]]) for row in rows)


def passages(folder: Path) -> tuple[Passage, ...]:
    rows = [json.loads(line) for line in (folder / "corpus.jsonl").read_text("utf-8").splitlines()]
    return tuple(Passage(row["id"], row["text"]) for row in rows)


def measured(find: Finder, asked: Sequence[Asked], way: str) -> Found:
    answers = [find(WAYS[way](one)) for one in asked]
    places = [
        found.index(one.passage) + 1 if one.passage in found else None
        for one, found in zip(asked, answers, strict=True)
    ]
    mean = sum(1 / place for place in places if place) / max(len(places), 1)
    return Found(len(places), places.count(1), mean, sum(not found for found in answers))


def of_kb(snapshot: Snapshot) -> Finder:
    return lambda text: [hit.chunk.document for hit in search(snapshot, text, limit=MOST).hits]


def of_bm25(known: Sequence[Passage]) -> Finder:
    """Lucene's formula over syllables with their marks, each passage as it is."""
    counts = [Counter(_syllables(passage.text)) for passage in known]
    lengths = [sum(count.values()) for count in counts]
    mean = sum(lengths) / len(lengths)
    spread = Counter(token for count in counts for token in count)

    def score(at: int, token: str) -> float:
        often = counts[at][token]
        rare = log(1 + (len(known) - spread[token] + 0.5) / (spread[token] + 0.5))
        return rare * often / (often + K1 * (1 - B + B * lengths[at] / mean))

    def find(text: str) -> list[str]:
        tokens = dict.fromkeys(_syllables(text))
        scores = [sum(score(at, token) for token in tokens if token in counts[at]) for at in range(len(known))]
        ranked = sorted((at for at, value in enumerate(scores) if value), key=lambda at: (-scores[at], at))
        return [known[at].id for at in ranked[:MOST]]

    return find


def of_fts5(known: Sequence[Passage]) -> Finder:
    """SQLite's index, marks folded, any word of the question."""
    database = sqlite3.connect(":memory:")
    database.execute("create virtual table passages using fts5(text, tokenize = 'unicode61 remove_diacritics 2')")
    database.executemany("insert into passages values (?)", [(passage.text,) for passage in known])

    def find(text: str) -> list[str]:
        words = " OR ".join(f'"{word}"' for word in dict.fromkeys(re.findall(r"\w+", text)))
        rows = database.execute(
            "select rowid from passages where passages match ? order by rank limit ?", (words, MOST)
        )
        return [known[number - 1].id for (number,) in rows]

    return find


def report(folder: Path, every: int) -> Iterator[str]:
    asked, known = questions(folder, every), passages(folder)
    yield f"{'':<14}{'':<18}{'asked':>6}{'R@1':>7}{'MRR':>7}{'nothing':>9}"
    with TemporaryDirectory() as made:
        home = Home(Path(made))
        ingest(home, [folder / "corpus.jsonl"])
        with open_snapshot(home) as snapshot:
            for name, find in (("kb", of_kb(snapshot)), ("BM25", of_bm25(known)), ("FTS5", of_fts5(known))):
                for way in WAYS:
                    found = measured(find, asked, way)
                    shares = f"{found.asked:>6}{found.share:>7.3f}{found.mean_reciprocal:>7.3f}{found.nothing:>9}"
                    yield f"{name:<14}{way:<18}{shares}"


def _syllables(text: str) -> list[str]:
    return [token.text for token in analyze(text, words=False).syllables]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=1)
    given = parser.parse_args()
    for line in report(given.folder, given.every):
        print(line, flush=True)


if __name__ == "__main__":
    main()
