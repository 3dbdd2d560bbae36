"""How a kind of value is written: rows of patterns, and the letters that every pattern shares.

Patterns are written with their marks; `compiled` lets each marked word stand without them too ("ngay 11 thang 6"), with
its tone on either letter (khóa, khoá) and with i for y (tỷ, tỉ). They are matched whatever the case.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
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
    """One way of writing a value. `read` gives it from a match; None when it is none after all ("99/6").

    `opens`: the words that it may begin with, written with their marks; "0" stands for any digits. It is looked for
    there only.
    """

    name: str
    opens: str
    pattern: str
    read: Callable[[re.Match[str]], Value | None]
    takes: str
    leaves: str


_OPENING = re.compile(r"\d+|[^\W\d_]+")


@dataclass(frozen=True, slots=True, eq=False)
class Forms:
    """Forms that are looked for together, in one pass over a text."""

    rows: tuple[Form, ...]
    opened: Mapping[str, tuple[int, ...]]

    @classmethod
    def of(cls, rows: Iterable[Form]) -> Forms:
        opened: dict[str, dict[int, None]] = {}
        kept = tuple(rows)
        for index, form in enumerate(kept):
            for word in form.opens.split():
                for way in spellings(word):
                    opened.setdefault(way, {})[index] = None
        return cls(kept, {way: tuple(indexes) for way, indexes in opened.items()})

    def values(self, text: str) -> Iterator[Value]:
        """What each form reads in a text (NFC), from left to right; of one form no two overlap, of several they may."""
        resume = [0] * len(self.rows)
        for opening in _OPENING.finditer(text):
            word, at = opening[0], opening.start()
            for index in self.opened.get("0" if word[0].isdigit() else word.lower(), ()):
                if at < resume[index]:
                    continue
                form = self.rows[index]
                match = compiled(form.pattern).match(text, at)
                if match is not None:
                    value = form.read(match)
                    resume[index] = match.end() if value is None else value.span.end
                    if value is not None:
                        yield value


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern written with marks, as one that also takes its words without.

    >>> [bool(compiled("khóa tỷ").fullmatch(text)) for text in ("KHÓA TỶ", "khoá tỉ", "khoa ty", "khòa tỷ")]
    [True, True, True, False]
    """
    return re.compile(re.sub(r"[^\W\d_]+", lambda word: _either(word[0]), pattern), re.IGNORECASE)


def _either(word: str) -> str:
    """A word of a pattern with its spellings; letters without marks (of the patterns' language too) are left."""
    return word if fold(word) == word.lower() else f"(?:{'|'.join(spellings(word))})"


def spellings(word: str) -> tuple[str, ...]:
    """The ways to write a syllable, in small letters: as it is, with its tone on another letter, with i for y, bare.

    >>> spellings("khóa"), spellings("tỷ"), spellings("năm"), spellings("ha")
    (('khóa', 'khoá', 'khoa'), ('tỷ', 'tỉ', 'ty', 'ti'), ('năm', 'nam'), ('ha',))
    """
    base, tone, _ = split_tone(word)
    other = {"y": "i", "i": "y"}.get(base[-1], "")
    bases = (base, base[:-1] + other) if other and fold(word) != word.lower() else (base,)
    placed = (place_tone(one, tone, style=style) for one in bases for style in ("old", "new"))
    return tuple(dict.fromkeys((word.lower(), *(way for way in placed if way), *map(fold, bases))))


def span(match: re.Match[str], group: str | int = 0) -> Span:
    """Where a group stands, in code points of the text."""
    return Span(*match.span(group))


def unique(*terms: str) -> tuple[str, ...]:
    """Terms, each once, in order."""
    return tuple(dict.fromkeys(terms))
