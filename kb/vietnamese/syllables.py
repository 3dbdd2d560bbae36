"""The Vietnamese syllable: which letters make one, where its tone mark stands, and the keys it is searched by.

The grammar is the two tables `ONSETS` and `NUCLEI`, the spelling rules of school grammars (Đoàn Thiện Thuật, Ngữ âm
tiếng Việt, 1977, chapters on onset, medial, nucleus and ending); it was checked against pyvi's word list, whose
syllables it takes but for loan words and abbreviations (tests/vietnamese/test_lexicon.py names them). It says what may
be spelled, not what is a word: that is `lexicon`.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from kb.vietnamese.letters import TONE_DIGITS, TONE_MARKS, fold, meant, nfc

ToneStyle = Literal["old", "new"]
"""Where the tone of an open oa, oe, uy stands: old "hòa, thúy", new "hoà, thuý"."""

_FRONT = "eêiy"
_BACK = "aăâoôơuư"
_STOPS = ("c", "ch", "p", "t")
_STOP_TONES = ("1", "5")  # a syllable that ends in a stop has sắc or nặng: "các", "cạc", never "cac"
_KEPT = 1 << 15  # distinct words remembered by a cache; 800 articles of Wikipedia have 59,000, most of them once


@dataclass(frozen=True, slots=True)
class Onset:
    """The consonants a syllable opens with, and the first letters of the rhymes that may follow them."""

    letters: str
    before: str
    takes: str
    leaves: str


ONSETS = (
    Onset("", _BACK + _FRONT, takes="yêu", leaves="iêu"),
    *(Onset(letters, _BACK + _FRONT, letters + "y", letters + "yên") for letters in ("h", "l", "m", "s", "t", "v")),
    *(
        Onset(letters, _BACK + "eêi", takes=letters + "i", leaves=letters + "y")
        for letters in ("b", "ch", "d", "đ", "kh", "n", "nh", "p", "ph", "r", "th", "tr", "x")
    ),
    Onset("c", _BACK, takes="ca", leaves="ce"),
    # k stands before back vowels in names of places: "Bắc Kạn" (the outline's own province), "Kon Tum", "Hồng Kông".
    Onset("k", _BACK + _FRONT, takes="kan", leaves="koan"),
    Onset("gh", "eêi", takes="ghi", leaves="gha"),
    # gi before g: "gia" and "giu" are gi + a, gi + u. The i of "gì", "gìn", "giếng" is the vowel too: g + i, g + iê.
    Onset("gi", _BACK + "eê", takes="gia", leaves="gioan"),
    Onset("g", _BACK + "i", takes="giêng", leaves="ge"),
    Onset("ngh", "eêi", takes="nghi", leaves="ngha"),
    Onset("ng", _BACK, takes="nga", leaves="nge"),
)

_WITHOUT_MEDIAL = ("c", "k", "gi")  # /k/ with a medial is spelled qu: "quan", not "coan"


@dataclass(frozen=True, slots=True)
class Nucleus:
    """The vowel letters of a syllable, what may end it after them ("-" is nothing), and which letter has the tone.

    `open_at` counts when nothing follows, old style; `closed_at` when something does, and always in the new style.
    `medial`: the first letter only rounds the onset, and is the u of qu: "oan" is the rhyme of "quan".
    """

    letters: str
    endings: str
    open_at: int = 0
    closed_at: int = 0
    medial: bool = False


NUCLEI = (
    Nucleus("a", "- c ch i m n ng nh o p t u y"),
    Nucleus("ă", "c m n ng p t"),
    Nucleus("â", "c m n ng p t u y"),
    Nucleus("e", "- c m n ng o p t"),
    Nucleus("ê", "- c ch m n ng nh p t u"),
    Nucleus("i", "- ch m n nh p t u"),
    Nucleus("ia", "-"),
    Nucleus("iê", "c m n ng p t u", 1, 1),
    Nucleus("yê", "m n ng t u", 1, 1),
    Nucleus("y", "-"),
    Nucleus("o", "- c i m n ng p t"),
    Nucleus("oo", "c ng", 1, 1),
    Nucleus("ô", "- c i m n ng p t"),
    Nucleus("ôô", "ng", 1, 1),
    Nucleus("ơ", "- i m n p t"),
    Nucleus("u", "- c i m n ng p t"),
    Nucleus("ua", "-"),
    Nucleus("uô", "c i m n ng p t", 1, 1),
    Nucleus("ư", "- c i m n ng t u"),
    Nucleus("ưa", "-"),
    Nucleus("ươ", "c i m n ng p t u", 1, 1),
    Nucleus("oa", "- c ch i m n ng nh o p t y", 0, 1, medial=True),
    Nucleus("oă", "c m n ng p t", 1, 1, medial=True),
    Nucleus("oe", "- m n o t", 0, 1, medial=True),
    Nucleus("uâ", "c n ng p t y", 1, 1, medial=True),
    Nucleus("uê", "- ch n nh t u", 1, 1, medial=True),
    Nucleus("uơ", "- t", 1, 1, medial=True),
    Nucleus("uy", "- ch n nh p t u", 0, 1, medial=True),
    Nucleus("uya", "-", 1, 1, medial=True),
    Nucleus("uyê", "n t", 2, 2, medial=True),
)

AFTER_QU = (
    Nucleus("o", "-"),  # "quạu quọ"
    Nucleus("ô", "c"),  # "quốc"
    Nucleus("a", "u"),
    Nucleus("i", "- n nh t ch"),  # "quí" beside "quý", "quít" beside "quýt"
)
"""What follows qu beside the rhymes with a medial, which lose it there."""

_OPEN_Y = {"hy": "hi", "ky": "ki", "ly": "li", "my": "mi", "sy": "si", "ty": "ti", "quy": "qui"}
"""Open syllables spelled with i or y at will ("lý" = "lí"), without tone. uy and ui are two sounds and stay two."""


@dataclass(frozen=True, slots=True)
class _Spelling:
    """One syllable without tone: which of its letters has the tone in each style, and whether it ends in a stop."""

    old_at: int
    new_at: int
    stopped: bool


@lru_cache(_KEPT)
def is_syllable(word: str) -> bool:
    """Whether a word is spelled as one Vietnamese syllable, its tone mark on the right letter in either style.

    >>> [is_syllable(word) for word in ("hòa", "hoà", "Kạn", "nghiêng", "ngiêng", "cac", "hóà", "pháp-luật")]
    [True, True, True, True, False, False, False, False]
    """
    base, tone, tones = split_tone(word)
    spelling = _spellings().get(base)
    if spelling is None or tones > 1 or (spelling.stopped and tone not in _STOP_TONES):
        return False
    return nfc(word).lower() in (place_tone(base, tone), place_tone(base, tone, style="new"))


@lru_cache(_KEPT)
def split_tone(word: str) -> tuple[str, str, int]:
    """A word's letters without tone (lower case, NFC), its tone as a digit (0 to 5) and how many tone marks it has.

    Of several marks the last is told; where a mark stands is not looked at.

    >>> split_tone("Hòa"), split_tone("Cưụ"), split_tone("năm"), split_tone("hóà")
    (('hoa', '2', 1), ('cưu', '5', 1), ('năm', '0', 0), ('hoa', '2', 2))
    """
    letters: list[str] = []
    tones: list[str] = []
    for letter in unicodedata.normalize("NFD", word.lower()):
        if tone := TONE_DIGITS.get(letter):
            tones.append(tone)
        else:
            letters.append(letter)
    return unicodedata.normalize("NFC", "".join(letters)), tones[-1] if tones else "0", len(tones)


def place_tone(base: str, tone: str, *, style: ToneStyle = "old") -> str | None:
    """The syllable with its tone mark on the right letter, lower case, NFC; None if `base` is no syllable.

    >>> place_tone("hoa", "2"), place_tone("hoa", "2", style="new"), place_tone("khuyu", "3"), place_tone("wto", "1")
    ('hòa', 'hoà', 'khuỷu', None)
    """
    spelling = _spellings().get(base)
    if spelling is None or tone == "0":
        return base if spelling else None
    return _with_tone(base, tone, spelling.old_at if style == "old" else spelling.new_at)


@lru_cache(_KEPT)
def canonical(word: str) -> str:
    """The word in NFC with its tone on the right letter, old style, case kept; a word that is no syllable as it is.

    Only the tone moves: lý stays lý, lí stays lí. Stops are not looked at ("hoac̣h" is "hoạch").

    >>> canonical("hoà"), canonical("Cưụ"), canonical("THUỶ"), canonical("café")
    ('hòa', 'Cựu', 'THỦY', 'café')
    """
    whole = nfc(word)
    base, tone, tones = split_tone(whole)
    spelling = _spellings().get(base)
    if spelling is None or tones != 1:
        return whole
    letters = "".join(letter for letter in unicodedata.normalize("NFD", whole) if letter not in TONE_DIGITS)
    return _with_tone(unicodedata.normalize("NFC", letters), tone, spelling.old_at)


@lru_cache(_KEPT)
def key(word: str) -> str:
    """The search key that tells marks apart and nothing else: letters without tone, then the tone's digit if any.

    One for NFC and NFD, any case, any place of the tone mark, look-alike letters, and i or y in open syllables. A token
    that ends in a digit of its own always has the tone's digit, so that "A2" is not "à".

    >>> key("hòa"), key("HOÀ"), key("lí") == key("Lý"), key("thuý") == key("thúi"), key("A2"), key("13.458")
    ('hoa2', 'hoa2', True, False, 'a20', '13.458')
    """
    base, tone, _ = split_tone(meant(word))
    base = _OPEN_Y.get(base, base)
    if tone == "0" and not _ends_like_a_tone(base):
        return base
    return base + tone


@lru_cache(_KEPT)
def folded_key(word: str) -> str:
    """The search key without any mark, i and y one in open syllables: what is typed without marks.

    >>> folded_key("Đường"), folded_key("lý") == folded_key("li"), folded_key("thủy") == folded_key("thui")
    ('duong', True, False)
    """
    folded = fold(word)
    return _OPEN_Y.get(folded, folded)


def _ends_like_a_tone(base: str) -> bool:
    return base[-1:].isdigit() and any(letter.isalpha() for letter in base)


def _with_tone(base: str, tone: str, at: int) -> str:
    return unicodedata.normalize("NFC", base[: at + 1] + TONE_MARKS[tone] + base[at + 1 :])


@cache
def _spellings() -> dict[str, _Spelling]:
    """Every syllable that can be spelled, without its tone; about 4,000."""
    table: dict[str, _Spelling] = {}
    for onset in ONSETS:
        for nucleus in NUCLEI:
            if _fit(onset, nucleus):
                _spell(table, onset.letters, nucleus)
    for nucleus in NUCLEI:
        if nucleus.medial:
            at = nucleus.closed_at - 1
            _spell(table, "qu", Nucleus(nucleus.letters[1:], nucleus.endings, at, at))
    for nucleus in AFTER_QU:
        _spell(table, "qu", nucleus)
    return table


def _fit(onset: Onset, nucleus: Nucleus) -> bool:
    if nucleus.letters == "iê":
        return bool(onset.letters) and "i" in onset.before
    if nucleus.letters == "yê":
        return not onset.letters
    if nucleus.medial and onset.letters in _WITHOUT_MEDIAL:
        return False
    return nucleus.letters[0] in onset.before


def _spell(table: dict[str, _Spelling], onset: str, nucleus: Nucleus) -> None:
    for ending in nucleus.endings.split():
        at = len(onset)
        if ending == "-":
            spelling = _Spelling(at + nucleus.open_at, at + nucleus.closed_at, stopped=False)
            table.setdefault(onset + nucleus.letters, spelling)
        else:
            at += nucleus.closed_at
            table.setdefault(onset + nucleus.letters + ending, _Spelling(at, at, ending in _STOPS))
