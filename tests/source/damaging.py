"""Damage as PDFs, fonts and converters do it, put into sound text with a seed: to measure how much is repaired.

Every kind of damage takes one word (and the next, where it needs it) and gives what would be printed instead, or None
where the word cannot be damaged so. `damage` puts them into a paragraph and remembers where.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from kb.model import Span
from kb.vietnamese.letters import TONE_DIGITS, nfc
from kb.vietnamese.syllables import is_syllable, split_tone

_WORD = re.compile(r"(\W*)([^\W\d_]+)(\W*)")
_CYRILLIC = dict(zip("aeopcxyiTHKMBCAOă", "аеорсхуіТНКМВСАОǎ", strict=True))


@dataclass(frozen=True, slots=True)
class Word:
    """A word between two spaces: signs, letters, signs; and the word after it, "" at the end."""

    opening: str
    letters: str
    closing: str
    following: str

    def with_letters(self, letters: str) -> str:
        return self.opening + letters + self.closing


@dataclass(frozen=True, slots=True)
class Damaged:
    """What was printed at `span` of the damaged text, by its kind, for the `correct` words."""

    kind: str
    span: Span
    correct: str


Kind = Callable[[Word, Random], str | None]


def damage(text: str, random: Random, *, share: float, kinds: Mapping[str, Kind]) -> tuple[str, tuple[Damaged, ...]]:
    """A paragraph with at most `share` of its words damaged, each in one way, and where."""
    words = text.split(" ")
    printed = ""
    places: list[Damaged] = []
    while words:
        word, following = words.pop(0), words[0] if words else ""
        printed += " " if printed else ""
        match = _WORD.fullmatch(word)
        kind, instead = None, None
        if match and random.random() < share:
            kind = random.choice(sorted(kinds))
            opening, letters, closing = match.groups()
            instead = kinds[kind](Word(opening, letters, closing, following), random)
        if kind is None or instead is None:
            printed += word
            continue
        correct = word
        if kind in TAKING_TWO:
            correct = f"{word} {words.pop(0)}"
        places.append(Damaged(kind, Span(len(printed), len(printed) + len(instead)), correct))
        printed += instead
    return printed, tuple(places)


def _decomposed(word: Word, _: Random) -> str | None:
    apart = unicodedata.normalize("NFD", word.letters)
    return word.with_letters(apart) if apart != word.letters else None


def _mark_misplaced(word: Word, _: Random) -> str | None:
    """The tone goes to the next letter: "hoạch" is printed "hoac̣h"."""
    apart = unicodedata.normalize("NFD", word.letters)
    place = next((place for place, letter in enumerate(apart) if letter in TONE_DIGITS), None)
    if place is None:
        return None
    after = place + 1
    while after < len(apart) and unicodedata.combining(apart[after]):
        after += 1
    if after == len(apart):
        return None
    moved = nfc(apart[:place] + apart[place + 1 : after + 1] + apart[place] + apart[after + 1 :])
    return None if is_syllable(moved) else word.with_letters(moved)


def _mark_detached(word: Word, random: Random) -> str | None:
    """The tone goes behind the space: "bộ tỉnh" is printed "bô ̣tỉnh"."""
    base, _, tones = split_tone(word.letters)
    apart = unicodedata.normalize("NFD", word.letters)
    marks = [letter for letter in apart if letter in TONE_DIGITS]
    if tones != 1 or word.closing or not word.following[:1].isalpha() or nfc(base + marks[0]) != word.letters:
        return None
    return f"{word.opening}{base} {marks[0]}{random.choice(('', '', ' '))}{word.following}"


def _oi_letter(word: Word, _: Random) -> str | None:
    apart = unicodedata.normalize("NFD", word.letters)
    printed = nfc(apart.replace("u\u031b", "ƣ").replace("U\u031b", "Ƣ"))
    return word.with_letters(printed) if "ƣ" in printed.lower() else None


def _split_syllable(word: Word, random: Random) -> str | None:
    if len(word.letters) < 2 or not word.letters.islower() or not is_syllable(word.letters):
        return None
    cut = random.randrange(1, len(word.letters))
    return word.with_letters(f"{word.letters[:cut]} {word.letters[cut:]}")


def _space_before_punct(word: Word, _: Random) -> str | None:
    return f"{word.opening}{word.letters} {word.closing}" if word.closing in (",", ".", ";", ":", "!", "?") else None


def _missing_space(word: Word, _: Random) -> str | None:
    fits = word.closing == "," and is_syllable(word.letters) and len(word.letters) > 1 and len(word.following) > 1
    return word.with_letters(word.letters) + word.following if fits and word.following.isalpha() else None


def _double_space(word: Word, _: Random) -> str | None:
    return word.with_letters(word.letters) + "  " + word.following if word.following else None


def _nbsp(word: Word, _: Random) -> str | None:
    return word.with_letters(word.letters) + "\u00a0" + word.following if word.following else None


def _hidden(letter: str) -> Kind:
    def inside(word: Word, random: Random) -> str | None:
        if len(word.letters) < 2:
            return None
        cut = random.randrange(1, len(word.letters))
        return word.with_letters(word.letters[:cut] + letter + word.letters[cut:])

    return inside


def _lookalike(word: Word, random: Random) -> str | None:
    places = [place for place, letter in enumerate(word.letters) if letter in _CYRILLIC]
    if not places or len(word.letters) < 2:
        return None
    place = random.choice(places)
    letters = word.letters[:place] + _CYRILLIC[word.letters[place]] + word.letters[place + 1 :]
    return word.with_letters(letters)


KINDS: Mapping[str, Kind] = {
    "decomposed": _decomposed,
    "double_space": _double_space,
    "lookalike": _lookalike,
    "mark_detached": _mark_detached,
    "mark_misplaced": _mark_misplaced,
    "missing_space": _missing_space,
    "nbsp": _nbsp,
    "oi_letter": _oi_letter,
    "soft_hyphen": _hidden("\u00ad"),
    "space_before_punct": _space_before_punct,
    "split_syllable": _split_syllable,
    "zero_width": _hidden("\u200b"),
}
TAKING_TWO = frozenset(("double_space", "mark_detached", "missing_space", "nbsp"))
