"""What a person asked, as values: alternatives of parts, each of words.

`kb.query.read` makes them from typed text; `kb.query.plan` makes a tree for the engine of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kb.model import Understood
from kb.vietnamese.letters import fold, meant
from kb.vietnamese.syllables import folded_key, key

Ending = Literal["closed", "perhaps", "open"]


@dataclass(frozen=True, slots=True)
class Word:
    """One token as it was typed, in NFC, and what stands before it in its stretch of the question.

    `ending`: "open" when it was typed with a star (đề*), "perhaps" for the last word, which may not be finished.
    `behind`: the sign of a percentage that follows it.
    """

    text: str
    gap: str = ""
    ending: Ending = "closed"
    behind: str = ""

    @property
    def exact(self) -> str:
        """Its key in the streams that tell marks apart."""
        return key(self.text)

    @property
    def folded(self) -> str:
        """Its key in the streams without marks."""
        return folded_key(self.text)

    @property
    def marked(self) -> bool:
        """Whether it was typed with a mark.

        >>> Word("đua").marked, Word("dua").marked, Word("A2").marked
        (True, False, False)
        """
        return fold(self.text) != meant(self.text)

    @property
    def counted(self) -> bool:
        """Whether it begins with a digit: 386, 99,8, 3G."""
        return self.text[:1].isdigit()


def typed(words: Sequence[Word]) -> str:
    """The words as they were typed, with what stood between them.

    >>> typed((Word("thi"), Word("đua", gap="  ")))
    'thi  đua'
    """
    return "".join(f"{word.gap if at else ''}{word.text}" for at, word in enumerate(words))


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words in a row. `every`: each of them has to occur, because the question has AND or OR."""

    words: tuple[Word, ...]
    every: bool = False


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words in quotation marks: they have to stand together, as typed."""

    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """A field and its values from `low` to `high`, both included; the same where one value is meant.

    `typed` is what stands for it in the question; "" for one from outside.
    """

    field: str
    low: str
    high: str
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Without:
    """What must not occur; plain words must not stand together."""

    part: Words | Quoted | Filter


Part = Words | Quoted | Filter | Without


@dataclass(frozen=True, slots=True)
class Question:
    """The typed text, and its alternatives (OR), one of which has to answer; each part of that one has to.

    `notes` says what was read in another way than it looks.
    """

    text: str
    alternatives: tuple[tuple[Part, ...], ...]
    notes: tuple[Understood, ...] = ()

    @property
    def marked(self) -> bool:
        """Whether any mark was typed: without, no syllable's marks mean anything."""
        return any(word.marked for word in self.words())

    def words(self) -> tuple[Word, ...]:
        """Every word that is looked for, quoted or not, in order."""
        parts = (part for parts in self.alternatives for part in parts)
        return tuple(word for part in parts if isinstance(part, Words | Quoted) for word in part.words)
