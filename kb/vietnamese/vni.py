"""VNI keys left in a text: "tuoi7" -> "tươi", "d9ua" -> "đua".

What is typed when the input method is off. A word is read so only when it comes out as a Vietnamese syllable; whether
it was meant is for the caller to say (nothing that stands in a collection as it is typed is read as keys).
"""

from __future__ import annotations

import re

from kb.vietnamese.syllables import is_syllable, place_tone

MARKS = {"6": {"a": "â", "e": "ê", "o": "ô"}, "7": {"o": "ơ", "u": "ư"}, "8": {"a": "ă"}, "9": {"d": "đ"}}
"""What each key of a letter's own mark does; 1 to 5 are the tones, as kb.vietnamese.syllables numbers them."""

TONES = {"1": "1", "2": "2", "3": "3", "4": "4", "5": "5"}
SHAPE = re.compile(r"[a-z]{2,7}|(?=.{3,9}$)[a-z]+[1-9][a-z]*(?:[1-9][a-z]*)?(?:[1-9][a-z]*)?")
FEWEST = 2  # letters: "A2" and "E5" are names of things


def read_vni(word: str) -> str | None:
    """The syllable whose keys were typed, in lower case; None when it is none.

    Each key stands anywhere behind its letter, as people type it.

    >>> read_vni("tre3"), read_vni("tuo7i"), read_vni("d9ua"), read_vni("thuong7"), read_vni("Bac81")
    ('trẻ', 'tươi', 'đua', 'thương', 'bắc')
    >>> read_vni("A2"), read_vni("covid19"), read_vni("thi")
    (None, None, None)
    """
    typed = word.lower()
    if not SHAPE.fullmatch(typed) or typed.isalpha() or sum(map(str.isalpha, typed)) < FEWEST:
        return None
    letters, tones = "", []
    for key in typed:
        if key in TONES:
            tones.append(key)
        elif key.isalpha():
            letters += key
        elif (marked := _marked(letters, MARKS[key])) is not None:
            letters = marked
        else:
            return None
    if len(tones) > 1:
        return None
    toned = place_tone(letters, tones[0]) if tones else letters
    return toned if toned and is_syllable(toned) else None


def _marked(letters: str, marks: dict[str, str]) -> str | None:
    """The letters with the last that can have the mark given it; "uo" gets both horns at once."""
    if "ơ" in marks.values() and "uo" in letters:
        return letters.replace("uo", "ươ")
    at = max((letters.rfind(plain) for plain in marks), default=-1)
    return None if at < 0 else letters[:at] + marks[letters[at]] + letters[at + 1 :]
