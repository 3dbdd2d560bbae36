"""Held to pyvi itself: KB_ORACLE_PYTHON names a Python that has pyvi 0.1.1 with all it imports."""

from __future__ import annotations

import gzip
import json
import os
import random
import subprocess
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from subprocess import PIPE

import pytest

from kb.vietnamese.letters import nfc
from kb.vietnamese.words import segment

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
WORDS = ROOT / "tests" / "golden" / "words"
ASK_PYVI = """
import json, sys, warnings
warnings.simplefilter("ignore")
from pyvi.ViTokenizer import ViTokenizer
for texts in sys.stdin:
    print(json.dumps([ViTokenizer.tokenize(text) for text in json.loads(texts)]), flush=True)
"""

Oracle = Callable[[list[str]], list[str]]
"""What pyvi prints for each text."""


@pytest.fixture(scope="module")
def pyvi() -> Iterator[Oracle]:
    python = os.environ.get("KB_ORACLE_PYTHON")
    if not python:
        pytest.skip("KB_ORACLE_PYTHON is not set: no pyvi to compare with")
    with subprocess.Popen([python, "-c", ASK_PYVI], stdin=PIPE, stdout=PIPE, text=True, encoding="utf-8") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        asked, answered = process.stdin, process.stdout

        def ask(texts: list[str]) -> list[str]:
            print(json.dumps(texts), file=asked, flush=True)
            answers: list[str] = json.loads(answered.readline())
            return answers

        yield ask


def ours(text: str) -> str:
    """Our cut as pyvi prints it: a space between words, "_" between pieces; a text without pieces as it is."""
    normal = nfc(text)
    return " ".join("_".join(piece.of(normal) for piece in word) for word in segment(normal)) or text


def differences(pyvi: Oracle, texts: list[str]) -> list[tuple[str, str]]:
    return [(theirs, mine) for theirs, mine in zip(pyvi(texts), map(ours, texts), strict=True) if theirs != mine]


def shared(path: str) -> Path:
    if not (SHARED / path).exists():
        pytest.skip(f"{path} is not there: ../shared is not beside this checkout")
    return SHARED / path


def test_the_outlines_lines_are_cut_as_pyvi_cuts_them(pyvi: Oracle) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "corpus").glob("*.txt"))]
    assert differences(pyvi, [*texts, *(line for text in texts for line in text.splitlines())]) == []


def test_the_repaired_outline_is_cut_as_pyvi_cuts_it(pyvi: Oracle) -> None:
    assert differences(pyvi, shared("gold/clean.txt").read_text(encoding="utf-8").splitlines()) == []


def test_the_paragraphs_of_xquad_are_cut_as_pyvi_cuts_them(pyvi: Oracle) -> None:
    rows = shared("data/xquad_vi/corpus.jsonl").read_text(encoding="utf-8").splitlines()
    assert differences(pyvi, [json.loads(row)["text"] for row in rows]) == []


def test_2000_paragraphs_of_wikipedia_are_cut_as_pyvi_cuts_them(pyvi: Oracle) -> None:
    paragraphs = list(islice(wikipedia(shared("data/wiki_politics_history_2025.jsonl.gz")), 2000))
    assert len(paragraphs) == 2000
    assert differences(pyvi, paragraphs) == []


def wikipedia(path: Path) -> Iterator[str]:
    """The first five paragraphs of some length of every article."""
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        for row in rows:
            paragraphs = (line for line in json.loads(row)["text"].splitlines() if len(line) > 200)
            yield from islice(paragraphs, 5)


def test_odd_texts_are_cut_as_pyvi_cuts_them(pyvi: Oracle) -> None:
    dice = random.Random(1948)
    parts = [
        *"aZĐđýẹ01²@@...,,--__::/>=%“…\0\u0323 \n\t",
        "://",
        "Tp.",
        "ThS.",
        "a@b.vn",
        "thi đua",
        "Bắc Kạn",
        " ",
        " ",
    ]
    assert differences(pyvi, ["".join(dice.choices(parts, k=dice.randrange(30))) for _ in range(5000)]) == []


def test_the_golden_files_are_pyvis_own_answers(pyvi: Oracle) -> None:
    rows = [json.loads(row) for path in sorted(WORDS.glob("*.jsonl")) for row in path.read_text("utf-8").splitlines()]
    assert pyvi([row["text"] for row in rows]) == [row["words"] for row in rows]
