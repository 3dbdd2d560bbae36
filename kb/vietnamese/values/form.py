"""How a kind of value is written: rows of patterns, and the letters that every pattern shares.

Patterns are written with their marks; `compiled` lets each marked word stand without them too ("ngay 11 thang 6"), with
its tone on either letter (khóa, khoá) and with i for y (tỷ, tỉ). They are matched whatever the case.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from kb.model import Span
from kb.vietnamese.letters import fold
from kb.vietnamese.syllables import place_tone, split_tone
from kb.vietnamese.values.value import Value

SPACE = r"[ \u00a0\n]{1,3}"
GAP = r"[ \u00a0]?"
DASH = r"[-–—]"

START = r"(?<!\w)(?<!\d[.,/:])(?<![^\W\d_][-–/])"
"""Where a number may begin: not inside "A2", "1.2", "Covid-19"."""

END = r"(?!\w)(?![.,/:]\d)(?!-[^\W\d_])"
"""Where it may end: not before "3G", "5/6", "34-CT"."""

NUMERAL = r"(?>\d+(?:[.,]\d+)*)"
"""Digits with their marks, taken whole or not at all, so that a long run is looked at once."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing a value. `read` gives it from a match; None when it is none after all ("99/6")."""

    name: str
    pattern: str
    read: Callable[[re.Match[str]], Value | None]
    takes: str
    leaves: str

    def values(self, text: str) -> Iterator[Value]:
        """The values written so in a text (NFC), in order of place."""
        for match in compiled(self.pattern).finditer(text):
            value = self.read(match)
            if value is not None:
                yield value


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern written with marks, as one that also takes its words without.

    >>> [bool(compiled("khóa tỷ").fullmatch(text)) for text in ("KHÓA TỶ", "khoá tỉ", "khoa ty", "khòa tỷ")]
    [True, True, True, False]
    """
    return re.compile(re.sub(r"[^\W\d_]+", lambda word: _spellings(word[0]), pattern), re.IGNORECASE)


def _spellings(word: str) -> str:
    """The ways to write a word of a pattern; letters without marks (of the pattern's own language too) are left."""
    base, tone, _ = split_tone(word)
    if fold(word) == word.lower():
        return word
    bases = (
        (base, base[:-1] + "i") if base.endswith("y") else (base, base[:-1] + "y") if base.endswith("i") else (base,)
    )
    placed = (place_tone(one, tone, style=style) for one in bases for style in ("old", "new"))
    ways = dict.fromkeys((word, *(way for way in placed if way), *map(fold, bases)))
    return f"(?:{'|'.join(ways)})"


def span(match: re.Match[str], group: str | int = 0) -> Span:
    """Where a group stands, in code points of the text."""
    return Span(*match.span(group))


def unique(*terms: str) -> tuple[str, ...]:
    """Terms, each once, in order."""
    return tuple(dict.fromkeys(terms))
