"""A writer that is watched: `kb index` in a process of its own, and readers that ask all the while.

The process is a fork, so that a run takes a fraction of a second and most of it is work on files; what it prints is
kept. Where a system cannot fork there are no such tests.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from tempfile import TemporaryFile
from threading import Timer

from kb.cli import run
from kb.home import Home
from tests.faults.states import asked, served

KILLED = -signal.SIGTERM if sys.platform == "win32" else -signal.SIGKILL
HANGS = 120  # seconds, and then it will never end


@dataclass(frozen=True, slots=True)
class Run:
    """How a run of `kb index` ended, what it printed, and which states the readers saw in the meantime, in order."""

    status: int
    printed: str
    seconds: float
    seen: tuple[str, ...]

    @property
    def killed(self) -> bool:
        return self.status == KILLED


@dataclass(slots=True)
class Watched:
    """A home that is written to, and the address of a server that reads it all the while."""

    home: Home
    address: str
    runs: list[Run] = field(default_factory=list)

    def index(
        self,
        *options: str,
        kill_after: float | None = None,
        before: Callable[[], None] | None = None,
        watch: bool = True,
    ) -> Run:
        """Run `kb index`, killed after so many seconds; `before` is what the process does first.

        With `watch`, readers ask until it has ended. Lost: one got an answer of no state.
        """
        started = time.monotonic()
        with TemporaryFile() as out:
            process = _forked(self.home, options, out.fileno(), before)
            timer = Timer(HANGS if kill_after is None else kill_after, os.kill, (process, signal.SIGKILL))
            timer.start()
            seen: list[str] = []
            try:
                while not (waited := os.waitpid(process, os.WNOHANG if watch else 0))[0]:
                    seen += (served(self.address), asked(self.home))
            finally:
                timer.cancel()
                timer.join()
            status = waited[1]
            out.seek(0)
            printed = out.read().decode("utf-8")
        done = Run(os.waitstatus_to_exitcode(status), printed, time.monotonic() - started, tuple(seen))
        self.runs.append(done)
        return done


def _forked(home: Home, options: tuple[str, ...], out: int, before: Callable[[], None] | None) -> int:
    sys.stdout.flush()
    process = os.fork()
    if process:
        return process
    status = 70
    try:
        os.dup2(out, 1)
        os.dup2(out, 2)
        sys.stdout, sys.stderr = open(1, "w", closefd=False), open(2, "w", closefd=False)  # noqa: SIM115
        if before:
            before()
        status = run(["index", *options, "--home", str(home.root)])
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(status)


@contextmanager
def watched(home: Home) -> Iterator[Watched]:
    """A running `kb serve` over the home, and the means to write to it."""
    command = (sys.executable, "-m", "kb", "--home", str(home.root), "serve", "--port", "0")
    log = home.root.parent / "serve.log"
    with (
        log.open("wb") as talk,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=talk, encoding="utf-8") as server,
    ):
        try:
            assert server.stdout
            yield Watched(home, server.stdout.readline().strip())
        finally:
            server.kill()
