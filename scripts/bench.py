"""How fast the engine is beside its peers: the same tokens, the same questions, in turns, in one run.

    python scripts/bench.py                                     1,000 and 10,000 passages
    python scripts/bench.py --sizes 1000 10000 100000 --folder DIR   what DIR has of an earlier run is taken from there

Prints tables in Markdown, with day and machine; README has the last ones. Times are CPU time of the process, since the
clock measures who else is at work. tantivy is measured where it is installed (pip install tantivy, or the group "bench"
of pyproject.toml). Answers are compared: totals with every peer that tells one, and with --oracle the first ten with
the oracle of the tests, which looks at every passage.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench_corpus import BATCH, passages, prepare, prepared
from bench_engines import TOP, Ask, Fts5, Ours, Peer, peers
from bench_questions import Prefix, Question, questions
from bench_table import Asked, Built, Run, tables, thousands

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = ROOT.parent / "shared" / "data" / "wiki_politics_history_2025.jsonl.gz"
OUTLINE = ROOT / "corpus" / "000_d092e2f3fc018b89.txt"
SAMPLED = 5000  # passages that questions are made of
LARGE = 5000  # from here on Whoosh's own search is asked no prefixes, and less of the rest
COUNTED = 1000  # up to so many passages FTS5's totals are compared


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be measured."""

    folder: Path
    sizes: tuple[int, ...]
    each: int
    rounds: int
    slow: int
    oracle: int
    without: frozenset[str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run of one size says, and every difference between two answers, in words."""

    run: Run
    differences: tuple[str, ...]
    compared: int


def main() -> int:
    """0; 1 when two answers differed."""
    options = read_arguments()
    if options.build:
        print(json.dumps(build(options.folder, options.build, options.sizes[0])))
        return 0
    with TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        without = frozenset(options.without)
        plan = Plan(folder, tuple(options.sizes), options.each, options.rounds, options.slow, options.oracle, without)
        outcomes = [outcome for size in plan.sizes if (outcome := measure(plan, size))]
    print(f"{date.today()}, {machine()}")
    print(*tables([outcome.run for outcome in outcomes]), sep="\n")
    for outcome in outcomes:
        print(f"{thousands(outcome.run.size)} passages: {outcome.compared} answers compared,", end=" ")
        print(f"{len(outcome.differences)} different", *outcome.differences, sep="\n  ")
    return int(any(outcome.differences for outcome in outcomes))


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000], metavar="N", help="how many passages")
    parser.add_argument("--each", type=int, default=40, metavar="N", help="questions of each kind")
    parser.add_argument("--slow", type=int, default=4, metavar="N", help="of each kind, for Whoosh's own search")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="each question so often")
    parser.add_argument("--folder", type=Path, metavar="DIR", help="where indexes are kept from run to run")
    parser.add_argument("--without", nargs="*", default=[], metavar="PEER", help="peers that are left out")
    parser.add_argument("--oracle", type=int, default=0, metavar="N", help="questions that the oracle answers too")
    parser.add_argument("--build", metavar="PEER", help=argparse.SUPPRESS)
    return parser.parse_args()


def measure(plan: Plan, size: int) -> Outcome | None:
    """Build what is not built yet, ask, and compare."""
    entries = _prepared(plan.folder, max(plan.sizes))
    asked_of = [peer for peer in peers(size, LARGE) if peer.name not in plan.without]
    if not any(peer.name == "tantivy" for peer in asked_of):
        say("tantivy is not measured: it is not installed, or left out.")
    built = [_built(plan.folder, peer.name, size) for peer in asked_of if peer.name != "kb + counts"]
    for peer in asked_of:
        peer.opened(_index_of(plan.folder, peer.name, size))
    sample = list(prepared(entries, min(size, SAMPLED)))
    asked = questions(sample, plan.each)
    times = [*ask(asked_of, asked, plan, size)]
    compared, differences = compare(asked_of, asked, size)
    if plan.oracle:
        more, others = compare_with_oracle(list(prepared(entries, size)), asked_of, asked[: plan.oracle])
        compared, differences = compared + more, (*differences, *others)
    return Outcome(Run(size, built, times), differences, compared)


class Call(NamedTuple):
    """A question to a peer, and how long its answers took."""

    peer: str
    kind: str
    ask: Ask
    times: list[float]


def ask(asked_of: Sequence[Peer], asked: Sequence[Question], plan: Plan, size: int) -> Iterator[Asked]:
    """Ask every peer every question, in turns of another order each time: who comes after the greediest finds the
    processor's caches empty. A first round warms up and is not measured."""
    calls = list(_calls(asked_of, asked, plan, size))
    chance = random.Random(size)
    gc.collect()
    gc.freeze()  # what the measuring itself holds is not searched for garbage in anybody's time
    for turn in range(plan.rounds + 1):
        say(f"{thousands(size)} passages, round {turn} of {plan.rounds}")
        for one_question in calls:
            for call in chance.sample(one_question, len(one_question)):
                if turn == 0 and call.peer == "Whoosh" and size > LARGE:
                    continue
                started = time.process_time_ns()
                call.ask()
                if turn:
                    call.times.append((time.process_time_ns() - started) / 1e6)
    for one_question in calls:
        for call in one_question:
            yield Asked(call.peer, call.kind, median(call.times))


def _calls(asked_of: Sequence[Peer], asked: Sequence[Question], plan: Plan, size: int) -> Iterator[list[Call]]:
    """The calls of each question; Whoosh's own search is asked few where it is slow."""
    met: Counter[str] = Counter()
    for question in asked:
        met[question.kind] += 1
        too_slow = size > LARGE and met[question.kind] > plan.slow
        peers_asked = [peer for peer in asked_of if not (peer.name == "Whoosh" and too_slow)]
        ready = [(peer.name, peer.ready(question.asked)) for peer in peers_asked]
        yield [Call(name, question.kind, call, []) for name, call in ready if call]


def compare(asked_of: Sequence[Peer], asked: Sequence[Question], size: int) -> tuple[int, tuple[str, ...]]:
    """How many answers were compared with kb's, and those that have another total."""
    compared, differences = 0, []
    (ours,) = (peer for peer in asked_of if isinstance(peer, Ours) and peer.name == "kb")
    for question in asked:
        if not ours.asks_all(question.asked):
            continue
        total = ours.ready(question.asked)()
        for peer in asked_of:
            its = _total(peer, question, size)
            if its is None or peer is ours:
                continue
            compared += 1
            if its != total:
                differences.append(f"{question}: kb {total}, {peer.name} {its}")
    return compared, tuple(differences)


def _total(peer: Peer, question: Question, size: int) -> int | None:
    if isinstance(peer, Fts5):
        return peer.total(question.asked) if size <= COUNTED else None
    if peer.name == "Whoosh":  # its AndNot keeps what it should exclude, and it is slow
        return None
    call = peer.ready(question.asked)
    return call() if call else None


def compare_with_oracle(
    entries: Sequence[object], asked_of: Sequence[Peer], asked: Sequence[Question]
) -> tuple[int, tuple[str, ...]]:
    """The same with the oracle of the tests: total, first ten and scores."""
    from tests.engine.oracle import Oracle

    oracle = Oracle(entries)  # type: ignore[arg-type]
    (ours,) = (peer for peer in asked_of if isinstance(peer, Ours) and peer.name == "kb")
    differences = []
    trees = [question.asked for question in asked if not isinstance(question.asked, Prefix)]
    for tree in trees:
        if ours.engine.search(tree, limit=TOP) != oracle.search(tree, limit=TOP):
            differences.append(f"{tree}: another answer than the oracle's")
    return len(trees), tuple(differences)


def build(folder: Path, name: str, size: int) -> Built:
    """Build the index of one peer in this process, which does nothing else."""
    (peer,) = (peer for peer in peers(size, LARGE) if peer.name == name)
    entries = folder / ENTRIES
    started = time.process_time()
    for _ in prepared(entries, size):
        pass
    reading, before = time.process_time() - started, _peak_memory()
    index = _index_of(folder, name, size)
    index.mkdir(parents=True)
    started = time.process_time()
    peer.built(index, prepared(entries, size))
    seconds = time.process_time() - started - reading
    on_disk = sum(path.stat().st_size for path in index.rglob("*") if path.is_file())
    return Built(name, seconds, _peak_memory() - before, on_disk)


ENTRIES = "entries.pickle"


def _prepared(folder: Path, size: int) -> Path:
    """The file of entries, made where it is not there or holds too few."""
    file, told = folder / ENTRIES, folder / "entries.json"
    known = json.loads(told.read_text(encoding="utf-8")) if told.is_file() else {"asked": 0}
    if known["asked"] < size:
        say(f"Reading {thousands(size)} passages from {ARTICLES if ARTICLES.is_file() else OUTLINE}")
        made = prepare(file, passages(ARTICLES, OUTLINE, size), (os.cpu_count() or 1) if size > 5 * BATCH else 1)
        known = {"asked": size, "entries": made.entries, "seconds": made.analysis_seconds}
        told.write_text(json.dumps(known), encoding="utf-8")
    return file


def _built(folder: Path, name: str, size: int) -> Built:
    told = folder / str(size) / f"{name}.json"
    if not told.is_file():
        say(f"Building {name}, {thousands(size)} passages")
        command = (sys.executable, __file__, "--build", name, "--sizes", str(size), "--folder", str(folder))
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
        told.write_text(done.stdout, encoding="utf-8")
    return Built(*json.loads(told.read_text(encoding="utf-8")))


def _index_of(folder: Path, name: str, size: int) -> Path:
    return folder / str(size) / name.partition(" ")[0]


def _peak_memory() -> int:
    """Bytes; 0 where the system does not say."""
    try:
        import resource
    except ImportError:
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def machine() -> str:
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
