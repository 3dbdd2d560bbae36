"""Telex keys left in a text: "suwcs" -> "sức", "dduwowngf" -> "đường".

What is typed when the input method is off. A word is read so only when it comes out as a Vietnamese syllable; whether
it was meant is for the caller to say (nothing that stands in a collection as it is typed is read as keys).
"""

from __future__ import annotations

import re

from kb.vietnamese.syllables import is_syllable, place_tone

TONE_KEYS = {"s": "1", "f": "2", "r": "3", "x": "4", "j": "5"}
DOUBLED = (("aa", "â"), ("ee", "ê"), ("oo", "ô"))
HORNS = (("uo", "ươ"), ("ưo", "ươ"), ("uơ", "ươ"), ("a", "ă"), ("o", "ơ"), ("u", "ư"))
"""What w does to the vowels before it; the first that is there."""

SHAPE = re.compile(r"(?P<onset>[^aeiouyw]*)(?P<rest>[aeiouyw].*)")
KEYS = re.compile(r"(?<=.)[sfrxjw]|dd|aa|ee|oo")


def read_telex(word: str) -> str | None:
    """The syllable whose keys were typed, in lower case; None when it is none.

    The tone's key stands anywhere after the first vowel, as people type it.

    >>> read_telex("suwcs"), read_telex("duwngj"), read_telex("mowis"), read_telex("Bawcs"), read_telex("thi")
    ('sức', 'dựng', 'mới', 'bắc', None)
    """
    typed = word.lower()
    shape = SHAPE.fullmatch(typed)
    if shape is None or not typed.isascii() or not KEYS.search(typed):
        return None
    rest = shape["rest"]
    tones = [key for key in rest[1:] if key in TONE_KEYS]
    letters = "".join(letter for letter in rest if letter not in TONE_KEYS)
    syllable = _with_marks(shape["onset"], letters)
    toned = place_tone(syllable, TONE_KEYS[tones[-1]]) if tones else syllable
    return toned if toned and is_syllable(toned) and toned != typed else None


def _with_marks(onset: str, letters: str) -> str:
    """The letters with the marks that doubled letters and w make."""
    if onset.startswith("dd"):
        onset = "đ" + onset[2:]
    for pair, vowel in DOUBLED:
        letters = letters.replace(pair, vowel)
    while "w" in letters:
        before, _, after = letters.partition("w")
        letters = _horned(before) + after
    letters = letters.replace("ưo", "ươ")
    return onset + ("uơ" if letters == "ươ" else letters)  # "thuở": nothing ends in an open ươ


def _horned(vowels: str) -> str:
    for plain, horned in HORNS:
        if plain in vowels:
            return vowels.replace(plain, horned, 1)
    return vowels or "ư"
