"""scripts/bench.py, run small: every peer that is installed answers alike. How fast is measured, not tested."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from bench_corpus import passages

ROOT = Path(__file__).parents[2]
OUTLINE = ROOT / "corpus" / "000_d092e2f3fc018b89.txt"


@pytest.fixture(scope="module")
def run() -> subprocess.CompletedProcess[str]:
    options = ("--sizes", "60", "200", "--each", "3", "--rounds", "1", "--oracle", "21")
    command = (sys.executable, ROOT / "scripts" / "bench.py", *options)
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_peers_answer_alike_and_as_the_oracle_does(run: subprocess.CompletedProcess[str]) -> None:
    assert run.returncode == 0, run.stdout + run.stderr
    compared = [line for line in run.stdout.splitlines() if "answers compared" in line]
    assert [line.endswith(" 0 different") for line in compared] == [True, True], run.stdout


def test_it_prints_a_table_for_each_size_and_one_of_building_and_of_growth(
    run: subprocess.CompletedProcess[str],
) -> None:
    titles = [line for line in run.stdout.splitlines() if line.endswith(":")]
    assert [title.split(",")[0] for title in titles] == ["60 passages", "200 passages", "Building:", titles[-1]]
    assert titles[-1].startswith("Growth")


@pytest.mark.skipif(find_spec("tantivy") is not None, reason="tantivy is installed")
def test_a_peer_that_is_missing_is_said_to_be(run: subprocess.CompletedProcess[str]) -> None:
    assert "tantivy is not measured" in run.stderr


def test_without_the_articles_passages_are_made_of_the_outline(tmp_path: Path) -> None:
    made = list(passages(tmp_path / "none", OUTLINE, 30))
    assert len({(passage.document, passage.position) for passage in made}) == 30
    assert all(len(passage.text.split()) > 150 for passage in made)
