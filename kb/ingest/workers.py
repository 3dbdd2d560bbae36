"""Processes beside this one that take work from it and give back values, in order.

For work that is worth their start; what is less is done here, and so is what a process did not bring to an end, be it
that it ran out of memory or was killed. So an error is raised here and looks the same either way. Processes are
spawned, which is what every system can do, and live no longer than this one: when it ends, however it ends, their pipes
end and so do they. Ctrl-C is for this process alone.

Owns no files and knows nothing of documents: the functions that are given do the work.
"""

from __future__ import annotations

import os
import signal
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import ExitStack, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from queue import SimpleQueue
from time import thread_time
from types import TracebackType
from typing import Self, TypeVar

from kb.errors import KbError

Item = TypeVar("Item")
Value = TypeVar("Value")

WORTH = 5.0  # seconds of work that are worth the start of processes, which takes each of them about one
MOST = 4  # processes: each holds the model of words, some 100 MB
AHEAD = 3  # pieces of work under way for each process; what is done waits for what came before it


class Workers:
    """None at first; they are started with the first work that is worth it, and end with the block.

    `seconds` are those of CPU that each function took anywhere, `here` those of them in this process.
    """

    def __init__(self, most: int | None = None) -> None:
        self._most = min(MOST, _cores()) if most is None else most
        self._ending = ExitStack()
        self._threads: ThreadPoolExecutor | None = None
        self._idle: SimpleQueue[Connection | None] = SimpleQueue()
        self._ended = False
        self.count = 0
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self.here: defaultdict[str, float] = defaultdict(float)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended = True
        self._ending.close()

    def map(
        self,
        function: Callable[[Item], Value],
        items: Iterable[Item],
        *,
        seconds: float,
        wanted: Callable[[Item], bool] = lambda _: True,
    ) -> Iterator[tuple[Item, Value | None]]:
        """Each item with what the function makes of it, None where that is not wanted.

        `seconds`: about how long all of it takes. `items` are taken a little ahead of what is given back. Function and
        items have to be such that pickle can send them.
        """
        if self._most > 1 and seconds > WORTH:
            self._start()
        if self._threads is None:
            yield from ((item, self._here(function, item) if wanted(item) else None) for item in items)
            return
        waiting: deque[tuple[Item, Future[Value] | None]] = deque()
        for item in items:
            waiting.append((item, self._threads.submit(self._sent, function, item) if wanted(item) else None))
            while len(waiting) > AHEAD * self.count or (waiting and waiting[0][1] is None):
                first, future = waiting.popleft()
                yield first, future.result() if future else None
        for item, future in waiting:
            yield item, future.result() if future else None

    def _start(self) -> None:
        if self._threads is not None:
            return
        context = get_context("spawn")
        self._threads = ThreadPoolExecutor(self._most, "kb-worker")
        self._ending.callback(self._threads.shutdown)
        for _ in range(self._most):
            here, there = context.Pipe()
            process = context.Process(target=_work, args=(there,), daemon=True)
            process.start()
            there.close()
            self._idle.put(here)
            self._ending.callback(process.join)
            self._ending.callback(process.terminate)
        self._ending.callback(self._threads.shutdown, wait=False, cancel_futures=True)
        self.count = self._most

    def _sent(self, function: Callable[[Item], Value], item: Item) -> Value:
        """The value from a process that has nothing else to do; from here where that has died."""
        connection = self._idle.get()
        try:
            if connection is not None:
                connection.send((function, item))
                value, seconds = connection.recv()
                self.seconds[function.__name__] += seconds
                return value  # type: ignore[no-any-return]
        except (EOFError, OSError):
            connection = None
        finally:
            self._idle.put(connection)
        if self._ended:
            raise CancelledError
        return self._here(function, item)

    def _here(self, function: Callable[[Item], Value], item: Item) -> Value:
        started = thread_time()
        try:
            return function(item)
        finally:
            took = thread_time() - started
            self.seconds[function.__name__] += took
            self.here[function.__name__] += took


def _work(connection: Connection) -> None:
    """The life of a process: values for items until nobody sends any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError, KbError):
        while True:
            function, item = connection.recv()
            started = thread_time()
            value = function(item)
            connection.send((value, thread_time() - started))


def _cores() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
