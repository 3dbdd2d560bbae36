"""Work given to other processes comes back in order and whole, whatever becomes of them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kb.home import Home
from kb.ingest import index, workers
from kb.ingest.workers import Workers
from kb.query.tree import All
from kb.snapshot import open_snapshot

ROOT = Path(__file__).parents[1]
MUCH = 2 * workers.WORTH
HANGS_AFTER = 60.0  # seconds


def squared(number: int) -> int:
    return number * number


def process_of(_: int) -> int:
    return os.getpid()


def fails_at_three(number: int) -> int:
    if number == 3:
        raise LookupError("three")
    return number


def dies_elsewhere(home: int) -> int:
    """Ends every process but the one with this number."""
    if os.getpid() != home:
        os._exit(9)
    return home


def test_values_come_back_in_the_order_of_the_items() -> None:
    with Workers(2) as some:
        assert list(some.map(squared, range(50), seconds=MUCH)) == [(n, n * n) for n in range(50)]
        assert some.count == 2


def test_what_is_not_wanted_comes_back_without_a_value() -> None:
    with Workers(2) as some:
        made = list(some.map(squared, range(9), seconds=MUCH, wanted=lambda number: number % 2 == 1))
    assert made == [(n, n * n if n % 2 else None) for n in range(9)]


def test_work_that_is_not_worth_it_is_done_here() -> None:
    with Workers(2) as some:
        assert {process for _, process in some.map(process_of, range(9), seconds=1)} == {os.getpid()}
        assert some.count == 0


def test_items_are_taken_no_more_than_a_little_ahead() -> None:
    taken = []
    with Workers(2) as some:
        made = some.map(squared, (taken.append(number) or number for number in range(99)), seconds=MUCH)  # type: ignore[func-returns-value]
        next(made)
    assert len(taken) <= 2 * workers.AHEAD + 1


def test_a_process_that_dies_loses_nothing() -> None:
    with Workers(2) as some:
        items = [os.getpid()] * 8
        assert [value for _, value in some.map(dies_elsewhere, items, seconds=MUCH)] == items


# The process prints what broke it and ends, which is what is wanted.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_an_error_is_raised_where_the_work_was_asked_for() -> None:
    with Workers(2) as some, pytest.raises(LookupError, match="three"):
        list(some.map(fails_at_three, range(9), seconds=MUCH))


def test_an_index_made_by_several_processes_is_that_of_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = Home(tmp_path)
    home.make()
    for number in range(12):
        text = f"KẾ HOẠCH {number}\nI. Thi đua\n" + "Yêu nước thì phải thi đua. " * 20
        (home.corpus / f"d{number}.txt").write_text(text if number != 5 else "", "utf-8")

    def held() -> list[object]:
        with open_snapshot(home) as snapshot:
            ranking = snapshot.engine.search(All(()), limit=999, order="place", counts=("document", "kind"))
            return [ranking, *snapshot.library.chunks([one.id for one in ranking.ranked]).values()]

    one = index(home, rebuild=True)
    alone = held()
    monkeypatch.setattr(workers, "WORTH", 0.0)
    monkeypatch.setattr(workers, "_cores", lambda: 2)
    several = index(home, rebuild=True)
    assert (one.effort.processes, several.effort.processes) == (0, 2)
    assert held() == alone
    assert [refused.path for refused in several.refused] == ["d5.txt"]


PARENT = """
import os, sys, time
from kb.ingest.workers import Workers

def main():
    with Workers(2) as some:
        made = some.map(os.path.basename, ["a/b"] * 4, seconds=99)
        next(made)
        print(*(process.pid for process in __import__("multiprocessing").active_children()), flush=True)
        list(some.map(time.sleep, [3] * 4, seconds=99))

if __name__ == "__main__":
    main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals here")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM], ids=lambda how: how.name)
def test_processes_end_with_the_one_that_they_work_for(tmp_path: Path, how: signal.Signals) -> None:
    program = tmp_path / "parent.py"
    program.write_text(PARENT, "utf-8")
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    parent = subprocess.Popen(
        [sys.executable, program], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    )
    assert parent.stdout is not None
    children = [int(process) for process in parent.stdout.readline().split()]
    assert len(children) == 2
    parent.send_signal(how)
    parent.wait(HANGS_AFTER)
    parent.stdout.close()
    deadline = time.monotonic() + HANGS_AFTER
    while any(map(lives, children)):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def lives(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
