"""A program that is killed at one step after another of `kb index`, and looks each time at what is left.

Run as `killed_at_steps.py FOLDER update|rebuild|first STRIDE` (first: a home that begins with the shipped corpus). The
steps are what the process does to files, and every STRIDE-th is the last of some run. os._exit is a kill as the files
see it: nothing is flushed, closed or tidied up.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from kb.home import Home
from kb.ingest import index
from kb.model import DocumentId
from kb.query.tree import All
from kb.snapshot import open_snapshot

STEPS = frozenset({"open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "sqlite3.connect", "shutil.rmtree"})
KILLED = 9
COUNT = 4


class Countdown:
    """Ends the process at a step; an audit hook cannot be taken away, so it does nothing until it is set."""

    left: int | None = None

    def __call__(self, event: str, _: object) -> None:
        if self.left is not None and event in STEPS:
            self.left -= 1
            if self.left == 0:
                os._exit(KILLED)


def fill(home: Home, word: str) -> None:
    home.make()
    for number in range(COUNT):
        text = f"{word} {number}\nI. Thi đua\n" + "Yêu nước thì phải thi đua. " * 20
        (home.corpus / f"d{number}.txt").write_text(text, "utf-8")


def first_word(home: Home) -> str:
    """The word that every document begins with; the index is whole, and of one state."""
    with open_snapshot(home) as snapshot:
        listed = snapshot.library.documents()
        ranking = snapshot.engine.search(All(()), limit=1000)
        assert len(listed) == COUNT
        assert len(snapshot.library.chunks([one.id for one in ranking.ranked])) == ranking.total
        assert ranking.total == snapshot.library.count_chunks()
        (word,) = {snapshot.library.document(DocumentId(one.id)).text.split()[0] for one in listed}
        return word


def killed(home: Home, countdown: Countdown, step: int, *, rebuild: bool) -> bool:
    """Whether `kb index` came to that step."""
    child = os.fork()
    if child == 0:
        countdown.left = step
        index(home, rebuild=rebuild)
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, KILLED)
    return code == KILLED


def begun(folder: Path, countdown: Countdown, stride: int) -> int:
    """Kill the first `kb index` of an installed kb at every step; the number of the last step."""
    shipped = Home(folder / "gửi kèm")
    fill(shipped, "Đầu")
    home = Home(folder / "kho", shipped.corpus)
    step = 1
    while True:
        shutil.rmtree(home.root, ignore_errors=True)
        was_killed = killed(home, countdown, step, rebuild=False)
        if home.corpus.exists():
            assert len(list(home.corpus.iterdir())) == COUNT, step
        index(home)
        assert first_word(home) == "Đầu", step
        assert {path.name for path in home.root.iterdir()} == {"corpus", "index"}, step
        if not was_killed:
            return step
        step += stride


def main(folder: Path, kind: str, stride: int) -> None:
    countdown = Countdown()
    sys.addaudithook(countdown)
    if kind == "first":
        print(begun(folder, countdown, stride))
        return
    before, home = Home(folder / "trước"), Home(folder / "kho")
    fill(before, "Cũ")
    index(before)
    step = 1
    while True:
        shutil.rmtree(home.root, ignore_errors=True)
        shutil.copytree(before.root, home.root)
        fill(home, "Mới")
        was_killed = killed(home, countdown, step, rebuild=kind == "rebuild")
        assert first_word(home) in ("Cũ", "Mới"), step
        generation = index(home).generation
        assert first_word(home) == "Mới", step
        assert {path.name for path in home.index.iterdir()} == {generation, "CURRENT", "LOCK"}, step
        if not was_killed:
            break
        step += stride
    print(step)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
