"""Which syllables there are and which stand side by side in words, from the word list of the installed pyvi (MIT).

Owns looking up; how a syllable is spelled is `syllables`, where a word ends in a running text is `words`. All entries
are lower case with the tone in its canonical place (`syllables.canonical`): look up canonical spellings.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from kb.vietnamese.installed import WORD_LIST, read_installed
from kb.vietnamese.syllables import canonical, is_syllable


@cache
def word_list() -> tuple[str, ...]:
    """The 31,158 entries of the list as they stand there, in its order: syllables with a space between.

    ModelMissing when pyvi is not installed or its list is another one.
    """
    return tuple(read_installed(WORD_LIST).decode("utf-8").split("\n"))


@cache
def attested() -> frozenset[str]:
    """Every syllable that stands in some word: 6,463 of them. Loan words and abbreviations are left out.

    >>> "trưởng" in attested(), "hòa" in attested(), "trửng" in attested(), "ubnd" in attested()
    (True, True, False, False)
    """
    return frozenset(syllable for entry in _entries() for syllable in entry if is_syllable(syllable))


@cache
def pairs() -> frozenset[str]:
    """Every two syllables that stand side by side in some word, with a space between.

    >>> "thi đua" in pairs(), "đua yêu" in pairs()
    (True, False)
    """
    return frozenset(
        f"{left} {right}"
        for entry in _entries()
        for left, right in pairwise(entry)
        if is_syllable(left) and is_syllable(right)
    )


@cache
def _entries() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(map(canonical, entry.lower().split(" "))) for entry in word_list())
