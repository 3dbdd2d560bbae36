"""How alike two wordings are, and where they differ word by word. The one module that imports rapidfuzz."""

from __future__ import annotations

from itertools import groupby

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from kb.analysis import Token, analyze
from kb.extract.quotes.joining import normal
from kb.model import Span

LEAST = 4  # syllables that are enough for one wording to be a part of another
ALIKE = 85.0  # of 100, where one wording is laid on the best place of the other
ALIKE_IN_TEXT = 90.0  # the same, in a text that does not mark the words


def is_variant(one: str, other: str) -> bool:
    """Whether one wording is the other, or a part of it, but for some words.

    >>> is_variant("Thi đua là yêu nước, yêu nước thì phải thi đua", "Thi đua là yêu nước, yêu nước phải thi đua. Và …")
    True
    >>> is_variant("Cả nước chung sức xây dựng nông thôn mới", "Bắc Kạn chung sức xây dựng nông thôn mới")
    False
    """
    first, second = sorted((normal(one), normal(other)), key=len)
    if first == second:
        return True
    if first.count(" ") + 1 < LEAST:
        return False
    return fuzz.partial_ratio(first, second, score_cutoff=ALIKE) > 0 and _same_ends(first, second)


def part_like(words: str, text: str) -> Span | None:
    """Where the words, or most of them in order, stand in a text; None where they do not."""
    tokens = analyze(text, words=False).syllables
    wanted = normal(words).split()
    if len(wanted) < LEAST or not tokens:
        return None
    whole, places = _joined(tokens)
    found = fuzz.partial_ratio_alignment(" ".join(wanted), whole, score_cutoff=ALIKE_IN_TEXT)
    if found is None:
        return None
    inside = [token for token, place in zip(tokens, places, strict=True) if found.dest_start <= place < found.dest_end]
    known = set(wanted)
    shared = [number for number, token in enumerate(inside) if token.text in known]
    return Span(inside[shared[0]].span.start, inside[shared[-1]].span.end) if shared else None


def difference(one: str, other: str) -> tuple[tuple[str, str], ...]:
    """The words in which two wordings differ, in order, as they are written; "" where one has none.

    Case, marks between words and ways of writing a syllable are no difference.

    >>> difference("Yêu nước thì phải thi đua", "yêu nước phải luôn thi đua")
    (('thì', ''), ('', 'luôn'))
    """
    first, second = (analyze(words, words=False).syllables for words in (one, other))
    codes = Indel.opcodes([token.text for token in first], [token.text for token in second])
    pairs: list[tuple[str, str]] = []
    for is_equal, run in groupby(codes, key=lambda code: code.tag == "equal"):
        if not is_equal:
            codes_here = tuple(run)
            beginning, last = codes_here[0], codes_here[-1]
            ours = _written(one, first[beginning.src_start : last.src_end])
            pairs.append((ours, _written(other, second[beginning.dest_start : last.dest_end])))
    return tuple(pairs)


def _same_ends(first: str, second: str) -> bool:
    """Whether a wording that is as long as the other begins or goes on like it: names of two things often end alike."""
    shorter, longer = first.split(), second.split()
    if len(longer) - len(shorter) > 2 or len(shorter) > 2 * LEAST + 4:
        return True
    return shorter[0] == longer[0] or " ".join(shorter) in second


def _joined(tokens: tuple[Token, ...]) -> tuple[str, list[int]]:
    places: list[int] = []
    length = 0
    for token in tokens:
        places.append(length)
        length += len(token.text) + 1
    return " ".join(token.text for token in tokens), places


def _written(text: str, tokens: tuple[Token, ...]) -> str:
    return text[tokens[0].span.start : tokens[-1].span.end] if tokens else ""
