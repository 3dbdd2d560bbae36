"""Vietnamese letters: normal form, marks, case, and letters that are printed for others.

Owns what is true of letters one by one. Which letters make a syllable is `syllables`; old encodings are `legacy`;
what of a damaged text is put right for reading is kb.source.repair.
"""

from __future__ import annotations

import unicodedata

TONE_DIGITS = {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
"""Combining mark -> tone: sắc 1, huyền 2, hỏi 3, ngã 4, nặng 5, as VNI keyboards number them; no mark is 0."""

TONE_MARKS = {digit: mark for mark, digit in TONE_DIGITS.items()}

VOWELS = "aăâeêioôơuưy"
"""The twelve vowel letters without tone, lower case."""

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Letters' company that nobody sees: soft hyphen, zero-width space, (non-)joiners, word joiner, byte order mark."""

LOOKALIKES = {
    "ð": "đ",  # "Ðại hội" with the Icelandic eth: Vietnamese Wikipedia has it dozens of times
    "ɖ": "đ",
    "ƣ": "ư",  # Word's PDF export: "lƣơng" in many laws as PDF
    "\u030c": "\u0306",  # "nǎm": a caron for the breve, in texts that went through old fonts
    "²": "2",  # "m²" and "m2" are written side by side
    "³": "3",
}
"""What is printed -> the letter meant; lower case, what is printed decomposed.

For keys, in whatever word: two ways of printing are one to search. A text is changed by fewer of them, and only in
words that show the need (kb.source.repair.letters); a test sees that the two never disagree.
"""

_MEANT = str.maketrans(
    {
        **{printed: unicodedata.normalize("NFD", letter) for printed, letter in LOOKALIKES.items()},
        **dict.fromkeys(INVISIBLE),
    }
)
_STROKES = str.maketrans({"đ": "d"})


def nfc(text: str) -> str:
    """The text with every letter in one piece (Unicode NFC); the text itself when it is so already.

    >>> nfc("he\\u0323\\u0302") == "hệ"
    True
    """
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def meant(word: str) -> str:
    """The letters a word means, in lower case and one piece each: look-alikes replaced, invisible ones dropped.

    >>> meant("ÐẢNG"), meant("tư\\u00adởng"), meant("km²")
    ('đảng', 'tưởng', 'km2')
    """
    return unicodedata.normalize("NFC", _decomposed(word).translate(_MEANT))


def fold(word: str) -> str:
    """The word without any mark, in lower case: what is left when somebody types without marks.

    >>> fold("Đường"), fold("THUỶ"), fold("Covid-19")
    ('duong', 'thuy', 'covid-19')
    """
    letters = _decomposed(word).translate(_MEANT)
    # The stroke of đ is no combining mark: no normal form takes it off.
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).translate(_STROKES)


def _decomposed(word: str) -> str:
    # Twice: folding the case of a letter with its mark apart may give one in one piece again.
    return unicodedata.normalize("NFD", unicodedata.normalize("NFD", word).casefold())
