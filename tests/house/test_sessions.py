"""What the documents show is what happens: every command is run, every session prints what stands there.

In a ```console block `$` begins a command and what it prints follows; `…` stands for any words, alone on a line for
any lines. Every line of a ```sh block that begins with `kb` is run too, and must be possible: 0, or 1 where it finds
nothing. Each block begins in a fresh home with the shipped corpus (tests/house/examples.py) and depends on no other.
"""

from __future__ import annotations

import io
import re
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import click
import pytest

from kb.cli import group, run
from tests.house.examples import Office
from tests.house.markdown import ROOT, Block, Call, blocks, calls

DOCUMENTS = ("README.md", "README.vi.md", "GUIDE.md", "CONTRIBUTING.md")

sessions = [block for file in DOCUMENTS for block in blocks(file, "console")]
scripts = [block for file in DOCUMENTS for block in blocks(file, "sh")]


@pytest.mark.parametrize("block", sessions, ids=lambda block: block.name)
def test_a_session_prints_what_is_shown(block: Block, office: Office) -> None:
    office.enter()
    for call in calls(block):
        assert call.output is not None
        printed = printed_by(call)
        if not re.fullmatch(pattern(call.output), printed):
            shown = f"{block.file} shows:\n{call.output}\nand this is printed:\n{printed}"
            pytest.fail(f"{block.name}: $ {call.typed}\n{shown}", pytrace=False)


@pytest.mark.parametrize("block", scripts, ids=lambda block: block.name)
def test_every_command_shown_runs(block: Block, office: Office) -> None:
    office.enter()
    for call in calls(block):
        match call.arguments:
            case ["kb", "serve", *options]:
                command = group().get_command(click.Context(group()), "serve")
                assert command
                command.make_context("serve", options)
            case ["kb", *arguments]:
                assert run(arguments) in (0, 1), f"{block.name}: {call.typed}"
            case [("python3" | "python"), script, *_] if script != "-m":
                assert (ROOT / script).is_file(), f"{block.name}: there is no {script}"


def printed_by(call: Call) -> str:
    """What a command prints, results and talk in their order; the blanks at the ends of lines do not show."""
    name, *arguments = call.arguments
    assert name == "kb", f"a session runs kb, not {name}"
    shown = io.StringIO()
    with redirect_stdout(shown), redirect_stderr(shown):
        run(arguments)
    return re.sub(r" +$", "", shown.getvalue(), flags=re.M)


def pattern(output: str) -> str:
    """What a session shows, as an expression.

    >>> bool(re.fullmatch(pattern("a … c\\n…\\nz\\n"), "a b c\\n1\\n2\\nz\\n"))
    True
    """
    lines = (r"(?:.*\n)*?" if line == "…" else _line(line) for line in output.splitlines())
    return "".join(lines)


def _line(shown: str) -> str:
    return ".*?".join(map(re.escape, shown.split("…"))) + r"\n"


def test_both_readmes_show_the_same_commands() -> None:
    shown = [
        [call.arguments for block in blocks(file, "sh", "console") for call in calls(block)]
        for file in ("README.md", "README.vi.md")
    ]
    assert shown[0] == shown[1]


def test_the_documents_are_there() -> None:
    assert [name for name in DOCUMENTS if not Path(ROOT, name).is_file()] == []
