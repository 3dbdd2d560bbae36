"""The folder table of ARCHITECTURE.md is the tree: nothing in kb/ without its question, no row without its folder."""

from __future__ import annotations

from pathlib import Path

from tests.house.markdown import ROOT, code, read, rows, section

TABLE = rows(section(read("ARCHITECTURE.md"), "## Folders and their questions"))
TOLD = [name for row in TABLE for name in code(row[0])]
NO_PART = {"__init__.py", "__main__.py", "py.typed"}


def test_every_row_names_what_is_there() -> None:
    assert [name for name in TOLD if not (ROOT / name).exists()] == []
    assert [name for name in TOLD if (ROOT / name).is_dir() != name.endswith("/")] == []


def test_every_part_of_kb_has_one_row() -> None:
    parts = sorted(map(told_as, (ROOT / "kb").iterdir()))
    wanted = [part for part in parts if part and part.rsplit("/", 1)[-1] not in NO_PART]
    told = sorted(name for name in TOLD if name.startswith("kb/"))
    assert [part for part in wanted if part not in told] == [], "ARCHITECTURE.md has no row for these"
    assert len(told) == len(set(told))


def test_every_top_folder_has_a_row() -> None:
    folders = {"web/kb_web/", "scripts/", "tests/"}
    assert folders - set(TOLD) == set()


def test_every_row_has_a_question_or_says_what_is_there() -> None:
    assert [row for row in TABLE if len(row) != 2 or not row[1].endswith(("?", ".", ")"))] == []


def told_as(path: Path) -> str:
    """The name of a module or package as the table has it; "" for what is no part of the product."""
    name = path.relative_to(ROOT).as_posix()
    if path.is_dir():
        return f"{name}/" if (path / "__init__.py").is_file() else ""
    return name if path.suffix == ".py" else ""
