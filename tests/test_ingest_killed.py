"""kb index killed at any moment: the old index answers every time, and the next run leaves nothing behind."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kb.home import Home
from kb.ingest import index
from kb.library import LibraryWriter
from kb.model import DocumentId
from kb.query.tree import All
from kb.snapshot import open_snapshot

PARAGRAPH = "Thi đua là yêu nước, yêu nước thì phải thi đua; và những người thi đua là những người yêu nước nhất. " * 4
COUNT = 25
KILLS = 5


def fill(home: Home, word: str) -> None:
    home.corpus.mkdir(parents=True, exist_ok=True)
    for number in range(COUNT):
        text = f"{word} {number}\n" + f"{PARAGRAPH}\n" * 20
        (home.corpus / f"d{number}.txt").write_text(text, "utf-8")


def first_words(home: Home) -> set[str]:
    """The word that each document begins with, when library and engine agree about all of them."""
    with open_snapshot(home) as snapshot:
        listed = snapshot.library.documents()
        assert len(listed) == COUNT
        ranking = snapshot.engine.search(All(()), limit=10_000)
        chunks = snapshot.library.chunks([ranked.id for ranked in ranking.ranked])
        assert len(chunks) == ranking.total == snapshot.library.count_chunks()
        return {snapshot.library.document(DocumentId(one.id)).text.split()[0] for one in listed}


def killed_after(home: Home, seconds: float, *options: str) -> bool:
    """Whether the run was still going when it was killed."""
    run = subprocess.Popen([sys.executable, "-m", "kb", "--home", str(home.root), "index", *options])
    try:
        run.wait(seconds)
    except subprocess.TimeoutExpired:
        run.kill()
    return run.wait() != 0


def duration_of(home: Home, *options: str) -> float:
    started = time.monotonic()
    subprocess.run([sys.executable, "-m", "kb", "--home", str(home.root), "index", *options], check=True)
    return time.monotonic() - started


@pytest.mark.parametrize("options", [(), ("--rebuild",)], ids=["update", "rebuild"])
def test_a_kill_leaves_the_old_index_answering_and_nothing_for_ever(tmp_path: Path, options: tuple[str, ...]) -> None:
    home = Home(tmp_path / "kho")
    fill(home, "Cũ")
    whole = duration_of(home)
    fill(home, "Mới")
    chance = random.Random(os.environ.get("KB_SEED", "5"))
    killed = 0
    for _ in range(KILLS):
        killed += killed_after(home, chance.uniform(0.1, 1) * whole, *options)
        words = first_words(home)
        assert words in ({"Cũ"}, {"Mới"})
        if words == {"Mới"}:
            fill(home, "Cũ")
            index(home)
            fill(home, "Mới")
    assert killed > 0
    report = index(home)
    assert first_words(home) == {"Mới"}
    assert sorted(path.name for path in home.index.iterdir()) == [report.generation, "CURRENT", "LOCK"]
    index(home)
    current = home.current()
    assert current
    with LibraryWriter(current.library) as writer:
        assert len(writer.readings()) == COUNT


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
@pytest.mark.parametrize("kind", ["update", "rebuild"])
def test_a_kill_at_any_step_leaves_a_whole_index_of_one_state(tmp_path: Path, kind: str) -> None:
    program = Path(__file__).with_name("killed_at_steps.py")
    run = subprocess.run([sys.executable, program, tmp_path, kind, "9"], capture_output=True, text=True, check=False)
    assert run.stderr == ""
    assert int(run.stdout) > 50
