"""The only printer: results on stdout, talk on stderr, UTF-8 on every console, colour only on a terminal."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from kb.model import Span

Progress = Callable[[int, int, str], None]


def use_utf8() -> None:
    """Write UTF-8 whatever the console's code page is; what cannot be written is escaped, never an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def as_json(shape: object) -> None:
    """A JSON value on stdout, Vietnamese letters as they are, on one line."""
    line(json.dumps(shape, ensure_ascii=False))


def line(text: str = "") -> None:
    """A line of the result; at once on stdout, also where that is a pipe."""
    print(text, flush=True)


def say(text: str) -> None:
    """A line of talk: not part of the result."""
    print(text, file=sys.stderr, flush=True)


def error(text: str) -> None:
    """Why it cannot be done: one line, whatever stands in the values."""
    say(" ".join(text.split()))


def nobody_reads() -> int:
    """What is left to do when the reader of a pipe has gone (kb search … | head): leave quietly."""
    # Python flushes stdout once more at its end; without this that would be a second error.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def table(rows: Iterable[Sequence[str]], heads: Sequence[str] = ()) -> None:
    """Rows of cells: drawn under `heads` on a terminal, with tabs between and no heads for other programs."""
    if not _on_terminal(sys.stdout):
        for row in rows:
            line("\t".join(" ".join(cell.split()) for cell in row))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(*heads, show_header=bool(heads), box=None, pad_edge=False)
    for row in rows:
        drawn.add_row(*map(Text, row))
    Console().print(drawn)


def as_csv(rows: Iterable[Sequence[str]]) -> None:
    """Rows as a table for spreadsheets: UTF-8 with a byte order mark, which Excel needs, and lines ended as it does."""
    import csv
    from io import StringIO

    written = StringIO(newline="")
    csv.writer(written).writerows(rows)
    sys.stdout.write("\ufeff" + written.getvalue())
    sys.stdout.flush()


def marked(text: str, spans: Iterable[Span]) -> str:
    """The text with its spans set off on a terminal (black on yellow), as it is elsewhere."""
    if not _on_terminal(sys.stdout):
        return text
    pieces: list[str] = []
    place = 0
    for span in spans:
        pieces += (text[place : span.start], "\x1b[30;43m", span.of(text), "\x1b[0m")
        place = span.end
    return "".join((*pieces, text[place:]))


@contextmanager
def progress(what: str) -> Iterator[Progress | None]:
    """A bar on stderr, to be told (done, total, name); None where stderr is no terminal."""
    if not _on_terminal(sys.stderr):
        yield None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (
        TextColumn(what),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}"),
    )
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("", total=None)
        yield lambda done, total, name: bars.update(task, completed=done, total=total, description=escape(name))


def _on_terminal(stream: TextIO) -> bool:
    # NO_COLOR and TERM=dumb: what is written is to be plain (no-color.org).
    plain = "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    return stream.isatty() and not plain
