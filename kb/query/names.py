"""The names in a question: a collection in which a name nowhere stands does not answer it.

Two signs: capitals inside a sentence ("Võ Nguyên Giáp"), and the provinces, which are known also in small letters and
without marks ("tinh thai nguyen"). Bodies are written with a capital for each word, not for each syllable ("Hội Liên
hiệp Phụ nữ"), so that a capital whose word goes on in small letters ends no name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kb.query.compounds import is_compound
from kb.query.question import Word
from kb.vietnamese.provinces import CUES, province_names
from kb.vietnamese.syllables import folded_key, is_syllable

LONGEST_NAME = 5
ALL_CAPITALS = 2 / 3  # of a question's words: then capitals are a habit or a heading and tell nothing

Place = tuple[int, int]
"""The first word of a name in a run of words, and the one after its last."""


def read_names(words: Sequence[Word], *, marked: bool) -> tuple[Place, ...]:
    """The places of the names in a run of words, in order.

    >>> from kb.query.read import read
    >>> read_names(read("lời dạy của Võ Nguyên Giáp với Hội Liên hiệp Phụ nữ").words(), marked=True)
    ((3, 6),)
    >>> read_names(read("dai hoi tinh thai nguyen").words(), marked=False)
    ((3, 5),)
    """
    found = dict.fromkeys((*_capitals(words), *_provinces(words, marked=marked)))
    return tuple(sorted(place for place in found if not any(_inside(place, other) for other in found)))


def _capitals(words: Sequence[Word]) -> Iterator[Place]:
    if sum(map(_is_capital, words)) > ALL_CAPITALS * len(words):
        return
    start = 0
    for at in range(1, len(words) + 1):
        if at == len(words) or not _goes_on(words[at - 1], words[at]):
            end = at - 1 if _word_goes_on(words, at) else at
            first = max(start, 1)  # the first word of a sentence has a capital in any case
            if 2 <= end - first <= LONGEST_NAME and _is_capital(words[first]):
                yield (first, end)
            start = at


def _goes_on(word: Word, following: Word) -> bool:
    """Whether two words may belong to one name: both with a capital, nothing but a space between."""
    return _is_capital(word) and _is_capital(following) and following.gap.strip() == ""


def _word_goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether the word before `at` is the first half of a compound ("Liên hiệp"), not the end of a name."""
    if at >= len(words) or words[at].gap.strip():
        return False
    return is_compound(words[at - 1].text, words[at].text)


def _is_capital(word: Word) -> bool:
    """One syllable with a capital, and not an abbreviation: "Giáp", not "UBND"."""
    return word.text[:1].isupper() and word.text[1:].islower() and is_syllable(word.text)


def _provinces(words: Sequence[Word], *, marked: bool) -> Iterator[Place]:
    names = province_names(marked=marked)
    keys = tuple(word.exact if marked else word.folded for word in words)
    cued = {at for at in range(len(words)) if _follows_cue(words, at)}
    for length in {len(name) for name in names}:
        for start in range(len(words) - length + 1):
            needs_cue = names.get(keys[start : start + length])
            written = all(word.text[:1].isupper() for word in words[start : start + length])
            if needs_cue is False or (needs_cue and (written or start in cued)):
                yield (start, start + length)


def _follows_cue(words: Sequence[Word], at: int) -> bool:
    before = " ".join(word.folded for word in words[max(0, at - 2) : at])
    return any(before == folded or before.endswith(f" {folded}") for folded in map(_folded, CUES))


def _folded(cue: str) -> str:
    return " ".join(map(folded_key, cue.split()))


def _inside(place: Place, other: Place) -> bool:
    return place != other and other[0] <= place[0] and place[1] <= other[1]
