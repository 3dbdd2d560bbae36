"""Whether two syllables stand side by side in some word: the word list of pyvi asked by search, not by loading it.

A question has few pairs and a command little time: kb.vietnamese.lexicon lays all pairs out (.2 s), which pays where a
text is read; looking for a pair in the list's text takes .1 ms.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import product

from kb.vietnamese.lexicon import word_list
from kb.vietnamese.syllables import folded_key, place_tone, split_tone


def is_compound(left: str, right: str) -> bool:
    """Whether the syllables, with their marks, are neighbours in some word; any case, the tone in either style.

    >>> is_compound("Thi", "đua"), is_compound("đua", "yêu"), is_compound("hoà", "bình"), is_compound("thì", "đua")
    (True, False, True, False)
    """
    spelled = product(_styles(left), _styles(right))
    return any(f" {one} {other} " in _listed() for one, other in spelled)


def may_be_compound(left: str, right: str) -> bool:
    """The same of folded tokens: whether some marks make them neighbours.

    >>> may_be_compound("thi", "dua"), may_be_compound("dua", "yeu")
    (True, False)
    """
    return f" {left} {right} " in _folded()


def may_be_syllable(token: str) -> bool:
    """Whether some word of the list has a syllable that folds to the token.

    >>> may_be_syllable("giap"), may_be_syllable("khne")
    (True, False)
    """
    return f" {token} " in _folded()


def _styles(syllable: str) -> tuple[str, ...]:
    base, tone, _ = split_tone(syllable)
    placed = (place_tone(base, tone), place_tone(base, tone, style="new"))
    return tuple(dict.fromkeys(one for one in placed if one)) or (syllable.lower(),)


@cache
def _listed() -> str:
    """The list as one text in lower case, each word between two spaces of its own."""
    return f" {'  '.join(word_list())} ".lower()


@cache
def _folded() -> str:
    # letters.fold does the same letter by letter: .08 s for the whole list.
    bare = unicodedata.normalize("NFD", _listed().replace("đ", "d")).encode("ascii", "ignore").decode()
    open_y = re.compile(r"(?<= )(?:[hklmst]|qu)y(?= )")
    return open_y.sub(lambda match: folded_key(match[0]), bare)
