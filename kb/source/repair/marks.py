"""Tone marks that left their letter: behind a space, or on the wrong letter of their syllable.

Owns the two places a mark goes astray to in the text of a PDF. Every function takes one paragraph, composed, and gives
edits of it, in order. The spelling of a syllable is kb.vietnamese.syllables; a style of it (hoá, hóa) is no damage.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from kb.model import Span
from kb.source.edits import Edit
from kb.source.repair.letters import MARKS
from kb.vietnamese.letters import TONE_MARKS, VOWELS
from kb.vietnamese.lexicon import attested
from kb.vietnamese.syllables import canonical, is_syllable, split_tone

_TONES = "".join(TONE_MARKS.values())
_DETACHED = re.compile(rf"(?<!\w)([^\W\d_]+)( +)([{_TONES}])(?![{MARKS}])(?=(\w?))")
_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{MARKS}])*")
_ON_THE_END = re.compile(rf"[{VOWELS}][{MARKS}]*[cghmnpt]{{1,2}}[{_TONES}]", re.IGNORECASE)
_KEPT = 1 << 16  # distinct words remembered; a document of a million words has about 20,000


def attach_detached(text: str) -> Iterator[Edit]:
    """Give a mark that stands behind a space back to the toneless syllable before the space.

    The space stays, once, before a letter; before a sign or another space it goes.

    >>> [edit.after for edit in attach_detached("hê \\u0323thống chính tri \\u0323 đã hỗ trơ \\u0323, giúp")]
    ['hệ ', 'trị', 'trợ']
    """
    for match in _DETACHED.finditer(text):
        syllable, _, mark, next_letter = match.groups()
        whole = canonical(syllable + mark)
        if is_syllable(whole) and split_tone(syllable)[2] == 0:
            yield Edit(Span(*match.span()), whole + " " * bool(next_letter), "mark_detached")


def place_misplaced(text: str) -> Iterator[Edit]:
    """Put a tone mark that stands on the wrong letter of its syllable on the right one, old style.

    >>> [edit.after for edit in place_misplaced("Hôị Cưụ chiến binh hoac̣h định; hoá, hóa, José")]
    ['Hội', 'Cựu', 'hoạch']
    """
    if text.isascii():
        return
    for match in _WORD.finditer(text):
        if (placed := _placed(match[0])) != match[0]:
            yield Edit(Span(*match.span()), placed, "mark_misplaced")


@lru_cache(_KEPT)
def _placed(word: str) -> str:
    """The word with its tone on the right letter; the word itself where that would be no syllable, or a rare guess."""
    placed = canonical(word)
    if placed == word or is_syllable(word) or not is_syllable(placed):
        return word
    if not (word[1:].islower() or word.isupper()):
        return word  # "vaÌ": a capital in the middle is another slip
    # Names are in no word list ("Kạn"), but a tone on a closing consonant is no spelling of any language's syllable.
    sure = placed.lower() in attested() or _ON_THE_END.search(unicodedata.normalize("NFD", word))
    return placed if sure else word
