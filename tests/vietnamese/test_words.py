"""Words are cut as pyvi cuts them."""

import json
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.model import Span
from kb.vietnamese.letters import nfc
from kb.vietnamese.words import segment

ROWS = [
    json.loads(row)
    for path in sorted((Path(__file__).parents[1] / "golden" / "words").glob("*.jsonl"))
    for row in path.read_text(encoding="utf-8").splitlines()
]
"""Texts and what pyvi 0.1.1 prints for them; test_words_oracle.py asks it again where it is at hand."""


def printed(text: str) -> str:
    normal = nfc(text)
    return " ".join("_".join(piece.of(normal) for piece in word) for word in segment(normal)) or text


@pytest.mark.parametrize("row", ROWS, ids=lambda row: repr(row["text"][:30]))
def test_a_text_is_cut_as_pyvi_cuts_it(row: dict[str, str]) -> None:
    assert printed(row["text"]) == row["words"]


@given(st.text())
def test_the_pieces_are_all_of_the_text_but_white_space(text: str) -> None:
    pieces = [piece for word in segment(text) for piece in word]
    places = [place for piece in pieces for place in range(piece.start, piece.end)]
    assert sorted(set(places)) == places
    assert set(places) >= {place for place, letter in enumerate(text) if not letter.isspace()}


@given(st.text("aA1.,_@:/->= \n"))
def test_runs_that_could_begin_an_address_are_pieces_like_others(text: str) -> None:
    assert [piece for word in segment(text) for piece in word] == sorted({Span(*p) for p in _slowly(text)})


def _slowly(text: str) -> list[tuple[int, int]]:
    """pyvi's own expression, looking for an address at every place."""
    first = r"[A-ZĐ]+\.|Tp\.|Mr\.|Mrs\.|Ms\.|Dr\.|ThS\.|==>|->|\.\.\.|>>|\n|\w+://[^\s]+"
    mail = r"[a-zA-Z0-9_.+-]+@(?:[a-zA-Z0-9-]+\.)+[a-zA-Z0-9-]+"
    return [match.span() for match in re.finditer(rf"{first}|{mail}|\d+(?:[.,_]\d+)+|[^\w\s]|\w+", text)]


@pytest.mark.parametrize("run", ["-", "a.", "a@", "@", "a.a@b", "1_a_", "A.", "a@a.a", "a://"])
def test_a_long_run_takes_no_longer_for_each_character_than_a_short_one(run: str) -> None:
    # Quadratic, 100,000 characters would take half a minute: the limit of the whole run would strike.
    assert segment((run * 100_000)[:100_000])


def test_importing_the_module_loads_no_model_and_using_it_no_pyvi() -> None:
    told = subprocess.run(
        [sys.executable, "-c", LOOK], capture_output=True, text=True, encoding="utf-8", check=True
    ).stdout.split()
    assert told == ["0", "0", "1", "0"]


LOOK = """
import sys
from kb.vietnamese import lexicon, words
loaded = words._segmenter.cache_info, lexicon.word_list.cache_info
print(*(info().currsize for info in loaded))
words.segment("thi đua")
print(words._segmenter.cache_info().currsize, sum(name.split(".")[0] in ("pyvi", "sklearn") for name in sys.modules))
"""


def test_threads_share_the_model() -> None:
    texts = [row["text"] for row in ROWS]
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(printed, texts * 4)) == [row["words"] for row in ROWS] * 4
