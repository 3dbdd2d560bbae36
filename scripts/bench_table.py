"""What a run says: CPU milliseconds as p50 / p95 / max, ratios, growth, and what building took."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from math import log
from statistics import median
from typing import NamedTuple

from bench_questions import KINDS, MIX

ALL_OF_THE_MIX = "the mix"


class Built(NamedTuple):
    """CPU seconds of the whole process, its highest memory beside what it had before, and what lies on the disk."""

    peer: str
    seconds: float
    peak_bytes: int
    bytes: int


class Asked(NamedTuple):
    """One question to one peer: the median of its rounds, in CPU milliseconds."""

    peer: str
    kind: str
    ms: float


class Run(NamedTuple):
    """Everything of one size."""

    size: int
    built: Sequence[Built]
    asked: Sequence[Asked]


def tables(runs: Sequence[Run]) -> Iterator[str]:
    """The lines of all tables, in Markdown."""
    for run in runs:
        yield from (f"{thousands(run.size)} passages, CPU ms p50 / p95 / max:", "", *_asked(run), "")
    yield from ("Building:", "", *_built(runs), "")
    if len(runs) > 1:
        yield from ("Growth of p50 with N (the exponent of N):", "", *_growth(runs), "")


def _asked(run: Run) -> Iterator[str]:
    peers = list(dict.fromkeys(asked.peer for asked in run.asked))
    rivals = [peer for peer in ("tantivy", "FTS5") if peer in peers]
    yield _row("", *peers, *(f"{peer} : {rival}" for rival in rivals for peer in _ours(peers)))
    yield _row(*["---"] * (1 + len(peers) + len(rivals) * len(_ours(peers))))
    for kind in (ALL_OF_THE_MIX, *KINDS):
        times = {peer: _times(run, peer, kind) for peer in peers}
        ratios = [_ratio(times[peer], times[rival]) for rival in rivals for peer in _ours(peers)]
        yield _row(f"{kind} ({max(map(len, times.values()))})", *map(_three, times.values()), *ratios)


def _built(runs: Sequence[Run]) -> Iterator[str]:
    yield _row("passages", "", "CPU s", "passages a second", "peak memory MB", "on disk MB")
    yield _row(*["---"] * 6)
    for run in runs:
        for built in run.built:
            speed = thousands(round(run.size / built.seconds))
            cells = (f"{built.seconds:.1f}", speed, f"{built.peak_bytes / 1e6:.0f}", f"{built.bytes / 1e6:.1f}")
            yield _row(thousands(run.size), built.peer, *cells)


def _growth(runs: Sequence[Run]) -> Iterator[str]:
    steps = list(pairwise(runs))
    yield _row("", *(f"{thousands(one.size)} to {thousands(other.size)}" for one, other in steps))
    yield _row(*["---"] * (1 + len(steps)))
    for peer in dict.fromkeys(asked.peer for run in runs for asked in run.asked):
        for kinds in (ALL_OF_THE_MIX, KINDS[-1]):
            yield _row(f"{peer}, {kinds}", *(_exponent(one, other, peer, kinds) for one, other in steps))


def _exponent(one: Run, other: Run, peer: str, kind: str) -> str:
    before, after = _times(one, peer, kind), _times(other, peer, kind)
    if not before or not after:
        return "-"
    return f"{log(median(after) / median(before)) / log(other.size / one.size):.2f}"


def _times(run: Run, peer: str, kind: str) -> list[float]:
    kinds = MIX if kind == ALL_OF_THE_MIX else (kind,)
    return sorted(asked.ms for asked in run.asked if asked.peer == peer and asked.kind in kinds)


def _ours(peers: Iterable[str]) -> list[str]:
    return [peer for peer in peers if peer.startswith("kb")]


def percentile(ordered: Sequence[float], share: float) -> float:
    """The value that so many of the ordered ones do not pass.

    >>> percentile([1, 2, 3, 4], 0.5), percentile([1, 2, 3, 4], 0.95)
    (2, 4)
    """
    return ordered[max(0, -int(-len(ordered) * share // 1) - 1)]


def _three(times: Sequence[float]) -> str:
    if not times:
        return "-"
    return " / ".join(map(_ms, (percentile(times, 0.5), percentile(times, 0.95), times[-1])))


def _ratio(ours: Sequence[float], its: Sequence[float]) -> str:
    if not ours or not its:
        return "-"
    at: Callable[[float], float] = lambda share: percentile(ours, share) / percentile(its, share)  # noqa: E731
    return f"{at(0.5):.2f} / {at(0.95):.2f}"


def _ms(number: float) -> str:
    return f"{number:.0f}" if number >= 10 else f"{number:.1f}" if number >= 2 else f"{number:.2f}"


def thousands(number: int) -> str:
    return f"{number:,}"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
