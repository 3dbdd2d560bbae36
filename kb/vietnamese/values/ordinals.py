"""Ordinals behind what says that they are some: "lần thứ XII", "khóa 12", "thế kỷ XX", "Đại hội XIII", "hạng Ba".

A Roman numeral is read behind such a word only ("V sẽ được" is none); numbers of sections are no values.
"""

from __future__ import annotations

import re

from kb.vietnamese.letters import fold
from kb.vietnamese.values.counting import before_counted
from kb.vietnamese.values.form import SPACE, Form, span
from kb.vietnamese.values.roman import read_roman
from kb.vietnamese.values.spelled import WORD, read_spelled
from kb.vietnamese.values.value import Value

ROMAN = r"(?=[IVX])(?:X{0,3}(?:IX|IV|V?I{0,3}))"  # C, L and D are grades: "giải C", "hạng D"
NAMED = {"nhất": 1, "nhì": 2, "nhi": 2, "nhat": 1, "tư": 4, "tu": 4}
WORDS = rf"(?:nhất|nhì|{WORD}(?:[ \u00a0](?!năm){WORD}){{0,3}})"
DIGITS = r"0?[1-9]\d?\d?"
END_OF_ORDINAL = r"(?!\w)(?![.,/:]\d|\.\w|[ \u00a0]?%)(?!-[^\W\d_])"
AROUND = 40  # code points that tell whether a text is typed without marks


def _ordinal(match: re.Match[str]) -> Value | None:
    numeral = match["o"]
    number = int(numeral) if numeral.isdigit() else _numbered(numeral, match)
    if not number or _is_other_word(match):
        return None
    if numeral.isdigit() and before_counted(match.string, match.end()):
        return None  # "thu 5 tỷ", "Đại hội 12 xã"
    terms = (f"o:{number}", *((f"n:{number}",) if numeral.isdigit() else ()))
    return Value(span(match, "o"), "ordinal", str(number), terms)


def _numbered(numeral: str, match: re.Match[str]) -> int | None:
    """What a Roman numeral or words say. Roman in small letters is typed only right behind its cue: "khoa xii"."""
    if (roman := read_roman(numeral)) is not None:
        return roman if numeral.isupper() or not match.groupdict().get("far") else None
    words = read_spelled(numeral)
    return int(words) if words is not None else NAMED.get(numeral.lower())


def _is_other_word(match: re.Match[str]) -> bool:
    """Whether the cue is another word: "thu" for "thứ" only where nothing around has marks."""
    cue = match["cue"]
    if fold(cue) != cue.lower():
        return False
    around = match.string[max(0, match.start() - AROUND) : match.end() + AROUND]
    return fold(around) != around.lower()


FORMS = (
    Form(
        "thứ",
        "thứ",
        rf"(?<!\w)(?P<cue>thứ){SPACE}(?P<o>{ROMAN}|{DIGITS}|{WORDS}){END_OF_ORDINAL}",
        _ordinal,
        takes="lần thứ XII",
        leaves="thứ đó, thư 5",
    ),
    Form(
        "lần",
        "lần khóa thế nhiệm kỳ trung TW",
        rf"(?<!\w)(?P<cue>lần|khóa|thế{SPACE}kỷ|nhiệm{SPACE}kỳ|kỳ{SPACE}họp|Trung{SPACE}ương|TW)"
        rf"{SPACE}(?P<o>{ROMAN}|{DIGITS}){END_OF_ORDINAL}",
        _ordinal,
        takes="thế kỷ XX",
        leaves="1,9 lần 5 xã",
    ),
    Form(
        "Đại hội",
        "đại hội",
        rf"(?<!\w)(?P<cue>Đại{SPACE}hội|Hội{SPACE}nghị)(?P<far>(?:{SPACE}[^\W\d_]{{1,8}}){{1,8}}?)?"
        rf"{SPACE}(?P<o>{ROMAN}|(?<=hội ){DIGITS}){END_OF_ORDINAL}",
        _ordinal,
        takes="Đại hội XIII",
        leaves="Đại hội v.v",
    ),
    Form(
        "grade",
        "hạng giải loại huân",
        rf"(?<!\w)(?P<cue>hạng|giải|loại|huân{SPACE}chương){SPACE}(?P<o>{ROMAN}|nhất|nhì|ba|tư){END_OF_ORDINAL}",
        _ordinal,
        takes="Huân chương Lao động hạng Ba",
        leaves="giải C",
    ),
)
