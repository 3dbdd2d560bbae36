"""The faults, each tried so many times on a home that goes from one state to the other and back.

After every fault a new reader and the running server answer from one whole state; then `kb index` runs undisturbed, the
server answers from the new state with its next request, and nothing is left over.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from typing import Literal

from kb.home import Home
from kb.ingest import index
from tests.faults.disk import Disk, limit_files, small_disk
from tests.faults.states import Lost, asked, fill, leftovers, other, served
from tests.faults.writer import Run, Watched, watched

GENERATION = re.compile(r"/\S.*?/index/\d{6}-[0-9a-f]{6}")

Kind = Literal["update", "rebuild"]
OPTIONS: dict[Kind, tuple[str, ...]] = {"update": (), "rebuild": ("--rebuild",)}


@dataclass(slots=True)
class Tally:
    """What came of a fault: how often it was tried, how often it struck, what was lost, and the lines printed then."""

    times: int = 0
    struck: int = 0
    answers: int = 0
    lost: list[str] = field(default_factory=list)
    printed: Counter[str] = field(default_factory=Counter)

    def add(self, done: Run, struck: bool) -> None:
        self.times += 1
        self.struck += struck
        self.answers += len(done.seen)
        if struck:
            self.printed[GENERATION.sub("index/…", done.printed.strip()) or "(nothing)"] += 1


@contextmanager
def calm(folder: Path) -> Iterator[Watched]:
    """A home in the state "cũ", indexed and served; a first change has warmed everything up."""
    home = Home(folder / "kho của tôi")
    fill(home, "mới")
    index(home)
    with watched(home) as watching:
        fill(home, "cũ")
        _index_calmly(watching, "cũ")
        yield watching


def killed(folder: Path, kind: Kind, times: int, chance: Random) -> Tally:
    """kill -9 at random moments of a change."""
    with calm(folder) as watching:
        seconds = min(_flip(watching, OPTIONS[kind]).seconds for _ in range(3))

        def fault(_: int) -> Run:
            return watching.index(*OPTIONS[kind], kill_after=chance.uniform(0, seconds))

        return _try(watching, times, fault, lambda run: run.killed)


def disk_full(folder: Path, kind: Kind, places: int) -> Tally:
    """The disk is full at so many places of a change, from its beginning to its end.

    Where no disk can be mounted, no file may grow beyond a size instead, from nothing to that of the largest.
    """
    with small_disk(folder / "đĩa nhỏ") as disk:
        return _full(disk, kind, places) if disk else _limited(folder, kind, places)


def _full(disk: Disk, kind: Kind, places: int) -> Tally:
    with calm(disk.folder) as watching:
        room = disk.free()
        with disk.least() as least:
            _flip(watching, OPTIONS[kind])
        need = room - least[0]

        def fault(number: int) -> Run:
            disk.leave(need * number // places)
            try:
                return watching.index(*OPTIONS[kind])
            finally:
                disk.empty()

        return _try(watching, places, fault, lambda run: run.status == 2)


def _limited(folder: Path, kind: Kind, places: int) -> Tally:
    with calm(folder) as watching:
        largest = max(path.stat().st_size for path in watching.home.index.rglob("*"))

        def fault(number: int) -> Run:
            return watching.index(*OPTIONS[kind], before=partial(limit_files, largest * number // places))

        return _try(watching, places, fault, lambda run: run.status == 2)


def _try(watching: Watched, times: int, fault: Callable[[int], Run], struck: Callable[[Run], bool]) -> Tally:
    tally = Tally()
    for number in range(times):
        state = asked(watching.home)
        fill(watching.home, other(state))
        try:
            done = fault(number)
            tally.add(done, struck(done))
            _check(watching, done, state, unchanged=struck(done) and not done.killed)
            _index_calmly(watching, other(state))
        except Lost as lost:
            tally.lost.append(f"{number}: {lost}")
            break
    return tally


def _check(watching: Watched, done: Run, old: str, *, unchanged: bool) -> None:
    """Every reader saw the old state and then perhaps the new; after a refusal it is the old one."""
    new = other(old)
    order = [*done.seen, asked(watching.home)]
    # Two readers look by turns, and the index may change between them: each for itself never goes back.
    for seen in (order[0::2], order[1::2]):
        if new in seen and old in seen[seen.index(new) :]:
            raise Lost(f"the old state came back: {seen}")
    if unchanged and new in order:
        raise Lost("a change that was refused is seen")
    if done.status == 0 and {asked(watching.home), served(watching.address)} != {new}:
        raise Lost("a change that is done is not seen")
    if served(watching.address) != asked(watching.home):
        raise Lost("the server answers from another state")


def _index_calmly(watching: Watched, state: str) -> None:
    done = watching.index(watch=False)
    if done.status != 0:
        raise Lost(f"kb index cannot go on: {done.printed}")
    if (served(watching.address), asked(watching.home)) != (state, state):
        raise Lost("the next request is not answered from the new index")
    if found := leftovers(watching.home):
        watching.index(watch=False)
        found = leftovers(watching.home)
        if found:
            raise Lost(f"left over: {found}")


def _flip(watching: Watched, options: tuple[str, ...]) -> Run:
    state = other(asked(watching.home))
    fill(watching.home, state)
    done = watching.index(*options, watch=False)
    if done.status != 0:
        raise Lost(f"kb index cannot: {done.printed}")
    return done


Fault = Callable[[Path, int, int, Random], Tally]

FAULTS: dict[str, Fault] = {
    "kill -9 during update": lambda folder, times, _, chance: killed(folder, "update", times, chance),
    "kill -9 during rebuild": lambda folder, times, _, chance: killed(folder, "rebuild", times, chance),
    "disk full during update": lambda folder, _, places, __: disk_full(folder, "update", places),
    "disk full during rebuild": lambda folder, _, places, __: disk_full(folder, "rebuild", places),
}
