"""The documents of the house as values: sections of a Markdown file, its blocks of commands, the rows of its tables."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
CODE = re.compile(r"`([^`]+)`")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: the file, the line of its fence, its language, its lines."""

    file: str
    line: int
    language: str
    text: str

    @property
    def name(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Call:
    """A command as it is typed, and the output shown below it; None where a block shows none."""

    typed: str
    output: str | None

    @property
    def arguments(self) -> list[str]:
        """What the shell makes of it.

        >>> Call("kb search '\\"ganh đua\\"' -doanh   # without a word", None).arguments
        ['kb', 'search', '"ganh đua"', '-doanh']
        """
        return shlex.split(self.typed, comments=True)


def read(file: str) -> str:
    return (ROOT / file).read_text("utf-8")


def blocks(file: str, *languages: str) -> list[Block]:
    """The fenced blocks in one of these languages."""
    text = read(file)
    found = (Block(file, text.count("\n", 0, at.start()) + 1, at[1], at[2]) for at in FENCE.finditer(text))
    return [block for block in found if block.language in languages]


def calls(block: Block) -> Iterator[Call]:
    """The commands of a block: every line of a `sh` block, and what follows a `$` in a `console` block.

    >>> [call.output for call in calls(Block("a", 1, "console", "$ kb index\\none\\ntwo\\n$ kb doctor\\n"))]
    ['one\\ntwo\\n', '']
    """
    if block.language == "sh":
        yield from (Call(line, None) for line in block.text.splitlines() if line.strip() and not line.startswith("#"))
    else:
        for part in re.split(r"^\$ ", block.text, flags=re.M)[1:]:
            typed, _, output = part.partition("\n")
            yield Call(typed, output)


def section(text: str, heading: str) -> str:
    """What stands under a heading, with the deeper headings below it; "" where there is no such heading.

    >>> section("# a\\nx\\n## b\\ny\\n# c\\nz\\n", "# a")
    'x\\n## b\\ny\\n'
    """
    level = len(heading) - len(heading.lstrip("#"))
    found = re.search(rf"^{re.escape(heading)}\n(.*?)(?=^#{{1,{level}}} |\Z)", text, re.M | re.S)
    return found[1] if found else ""


def rows(text: str) -> list[list[str]]:
    """The cells of every row of the tables in a text, but their heads.

    >>> rows("| a | b |\\n|---|---|\\n| `x\\\\|y` | 2 |\\n")
    [['`x|y`', '2']]
    """
    lines = text.splitlines()
    bodies = [line for above, line in zip(["", *lines], lines, strict=False) if _is_row(line) and _is_row(above)]
    cells = [re.split(r"(?<!\\)\|", line.strip().strip("|")) for line in bodies if not set(line) <= set("|-: ")]
    return [[cell.replace("\\|", "|").strip() for cell in row] for row in cells]


def code(text: str) -> list[str]:
    """Everything that stands between backticks, outside fenced blocks."""
    return CODE.findall(FENCE.sub("", text))


def _is_row(line: str) -> bool:
    return line.startswith("|")
