"""The text that is measured on: passages of about 165 syllables, and what engines are given of each.

From the Vietnamese articles beside the checkout (../shared/data), one after the other; where these are missing, from
the sentences of the outline in corpus/, put together anew by chance, which is no measure of a real vocabulary. What was
analyzed is kept in a file, so that every engine and every run is given the same.
"""

from __future__ import annotations

import gzip
import json
import pickle
import random
import re
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import count, islice
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from kb.analysis import analyze
from kb.engine.port import EntryId, IndexEntry

SYLLABLES = 165  # of a passage, in the mean that chapters of outlines have
BATCH = 1000  # passages in one piece of the file
KINDS = ("Báo cáo", "Kế hoạch", "Nghị quyết", "Chỉ thị", "Luật", "Nghị định", "Thông tư", "Đề cương", "Quy chế")
SECTION_KINDS = ("heading", "labelled-paragraph", "article", "clause", "point")
WORD = re.compile(r"\S+\n*")
SENTENCE = re.compile(r"[^.;!?\n]+[.;!?]")


class Passage(NamedTuple):
    """A piece of a document's text; `position` counts in the document."""

    document: str
    position: int
    text: str


def passages(articles: Path, outline: Path, most: int) -> Iterator[Passage]:
    """So many passages, or as many as the articles hold."""
    found = _of_articles(articles) if articles.is_file() else _made_of(outline.read_text(encoding="utf-8"))
    return islice(found, most)


def _of_articles(file: Path) -> Iterator[Passage]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            for position, text in enumerate(_pieces(article["text"])):
                yield Passage(article["id"], position, text)


def _pieces(text: str) -> Iterator[str]:
    """Paragraphs put together, and cut where they are too long, to between three and five quarters of the length."""
    held: list[str] = []
    for word in WORD.finditer(text):
        held.append(word[0].strip())
        if len(held) >= SYLLABLES * 5 // 4 or (len(held) >= SYLLABLES * 3 // 4 and word[0].endswith("\n")):
            yield " ".join(held)
            held = []
    if len(held) > SYLLABLES // 4:
        yield " ".join(held)


def _made_of(text: str) -> Iterator[Passage]:
    chance = random.Random(1948)
    sentences = [sentence.strip() for sentence in SENTENCE.findall(text)]
    for number in count():
        for position in range(20):
            held: list[str] = []
            while sum(len(sentence.split()) for sentence in held) < SYLLABLES:
                held.append(chance.choice(sentences))
            yield Passage(f"d{number}", position, " ".join(held))


def entry_of(number: int, passage: Passage) -> IndexEntry:
    """What an engine is given: three streams, and four fields as the product has them."""
    read = analyze(passage.text)
    streams = {"syllables": read.syllables, "folded": read.folded, "words": read.words}
    chance = random.Random(passage.document)
    return IndexEntry(
        EntryId(f"{number:07}"),
        (passage.document, passage.position),
        {name: tuple(token.text for token in tokens) for name, tokens in streams.items()},
        {
            "document": (passage.document,),
            "kind": (chance.choice(KINDS),),
            "year": (str(chance.randint(1946, 2025)),),
            "section_kind": (SECTION_KINDS[passage.position % len(SECTION_KINDS)],),
        },
    )


class Prepared(NamedTuple):
    """What preparing took: of analysis alone, over all processes."""

    entries: int
    analysis_seconds: float


def prepare(file: Path, found: Iterable[Passage], processes: int) -> Prepared:
    """Write the entries of the passages to a file."""
    entries, seconds = 0, 0.0
    numbered = enumerate(found)
    batches = iter(lambda: list(islice(numbered, BATCH)), [])
    with file.open("wb") as out, ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        for content, number, cpu in pool.map(_analyzed, batches) if processes > 1 else map(_analyzed, batches):
            out.write(content)
            entries, seconds = entries + number, seconds + cpu
    return Prepared(entries, seconds)


def _analyzed(batch: list[tuple[int, Passage]]) -> tuple[bytes, int, float]:
    started = time.process_time()
    entries = [entry_of(number, passage) for number, passage in batch]
    return pickle.dumps(entries), len(entries), time.process_time() - started


def prepared(file: Path, most: int) -> Iterator[IndexEntry]:
    """The first so many entries of a file that `prepare` wrote."""
    return islice(_all_prepared(file), most)


def _all_prepared(file: Path) -> Iterator[IndexEntry]:
    with file.open("rb") as content:
        while content.peek(1):
            yield from pickle.load(content)
