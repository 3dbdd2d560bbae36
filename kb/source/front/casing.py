"""Capitals taken back: how words that are printed in capitals, or at the head of a title, stand inside a sentence.

The document itself shows it: "ĐẠI HỘI THI ĐUA YÊU NƯỚC TỈNH BẮC KẠN" on the first page is "Đại hội thi đua yêu nước
tỉnh Bắc Kạn" in its text. `OFFICES` says it only for offices that a document signs with and never names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from kb.outline.signs import HANGING
from kb.vietnamese.casing import small_first

LONGEST_NAME = 6  # words that are looked for together
ENOUGH = 40  # places that are looked at for one name

OFFICES = (
    "Ban Bí thư", "Ban Chấp hành", "Ban Dân vận", "Ban Nội chính", "Ban Thường vụ", "Ban Tổ chức", "Ban Tuyên giáo",
    "Bộ Chính trị", "Bộ Công an", "Bộ Công Thương", "Bộ Nội vụ", "Bộ Quốc phòng", "Bộ Tài chính", "Bộ Tư pháp",
    "Bộ Xây dựng", "Bộ Y tế", "Chính phủ", "Đảng bộ", "Đảng Cộng sản Việt Nam", "Đảng ủy",
    "Đoàn Thanh niên Cộng sản Hồ Chí Minh", "HĐND", "Hội Cựu chiến binh", "Hội đồng nhân dân",
    "Hội Liên hiệp Phụ nữ", "Hội Nông dân", "Huyện ủy", "Liên đoàn Lao động", "Quận ủy", "Quốc hội",
    "Sở Giáo dục và Đào tạo", "Sở Nội vụ", "Sở Tài chính", "Sở Văn hóa, Thể thao và Du lịch", "Sở Y tế", "Thành ủy",
    "Thị ủy", "THPT", "Thủ tướng Chính phủ", "Tỉnh ủy", "UBND", "Ủy ban Kiểm tra",
    "Ủy ban Mặt trận Tổ quốc Việt Nam", "Ủy ban nhân dân", "Ủy ban Thường vụ Quốc hội", "Văn phòng", "Việt Nam",
)  # fmt: skip
"""How the offices of party, state and fronts are written by law, for a letterhead in capitals."""

_OFFICE_NAMES = {office.lower(): office for office in OFFICES}
_BARE = re.compile(r"^\W+|\W+$")
# Only behind a word of the same sentence is a capital the word's own and not its place's.
_GOES_ON = re.compile(r"(?:[^\W\d_]{2,}|\d)[,”\"]?[ ][“\"(]?$")
_ROMAN = re.compile(r"[IVXL]+\W*")
_NAMED = frozenset(["tỉnh", "huyện", "xã", "phường", "quận"])  # a name follows, whether the text says it or not
_NUMBERED = frozenset(["thứ", "khóa", "khoá", "kỷ", "quý", "số", "tập", "phần", "cấp", "hạng"])


@dataclass(frozen=True, slots=True)
class Usage:
    """How a text writes its words inside sentences. `lower` is the text in small letters, place by place the same."""

    text: str
    lower: str

    @classmethod
    def of(cls, text: str) -> Usage:
        lower = text.lower()
        return cls(text, lower if len(lower) == len(text) else text)

    def written(self, words: Sequence[str]) -> str | None:
        """The commonest way in which these words stand next to each other inside a sentence.

        None where the text has them in capitals, at the head of sentences, or not at all.
        """
        found = Counter(islice(self._places(" ".join(words).lower()), ENOUGH))
        return max(found, key=lambda way: (found[way], way)) if found else None

    def _places(self, phrase: str) -> Iterator[str]:
        place = self.lower.find(phrase) if phrase else -1
        while place >= 0:
            end = place + len(phrase)
            way = self.text[place:end]
            whole = not self.text[place - 1 : place].isalnum() and not self.text[end : end + 1].isalnum()
            inside = _GOES_ON.search(self.text[max(0, place - 20) : place]) is not None
            if whole and inside and (not way.isupper() or way in OFFICES):
                yield way
            place = self.lower.find(phrase, end)


def recased(words: str, text: str) -> str:
    """Words printed in capitals as they are written inside a sentence of the text; small where it never says them.

    >>> recased("VỀ ĐẠI HỘI TỈNH BẮC KẠN", "Chào mừng Đại hội của tỉnh Bắc Kạn; nói về Đại hội lần này.")
    'về Đại hội tỉnh Bắc Kạn'
    >>> recased("BAN TUYÊN GIÁO TỈNH ỦY KHÓA XVII", "")
    'Ban Tuyên giáo Tỉnh ủy khóa XVII'
    """
    usage = Usage.of(text)
    tokens = words.split()
    done: list[str] = []
    place = 0
    while place < len(tokens):
        count, written = _longest(tokens, place, usage)
        done.append(written)
        place += count
    return " ".join(done)


def inside_sentence(title: str, text: str) -> str:
    """A title as it goes on with a sentence: its first letter small, unless the text writes its first words capital.

    >>> inside_sentence("Cuộc bầu cử", "Ngày bầu cử. Chuẩn bị cuộc bầu cử."), inside_sentence("Hồ Chí Minh", "")
    ('cuộc bầu cử', 'Hồ Chí Minh')
    """
    words = title.split()
    if not words or words[0][1:2].isupper():
        return title
    small = title[:1].lower() + title[1:]
    if words[0].lower() in HANGING:
        return small
    written = Usage.of(text).written([_BARE.sub("", word) for word in words[:2]]) if words[1:] else None
    if written is None:
        return small_first(title)
    return title if written[:1].isupper() else small


def _longest(tokens: Sequence[str], place: int, usage: Usage) -> tuple[int, str]:
    """How many of the tokens from here on are written together, and how."""
    for count in range(min(LONGEST_NAME, len(tokens) - place), 0, -1):
        group = tokens[place : place + count]
        inner = [group[0].lstrip('“"('), *group[1:]]
        inner[-1] = _BARE.sub("", inner[-1])
        written = usage.written(inner) or _OFFICE_NAMES.get(" ".join(inner).lower())
        if written:
            return count, _dressed(group, written)
    return 1, _alone(tokens, place)


def _alone(tokens: Sequence[str], place: int) -> str:
    """A word that nothing shows how to write: small, but for numbers and for the name of a place."""
    token = tokens[place]
    before = _BARE.sub("", tokens[place - 1]).lower() if place else ""
    if before in _NAMED and token[:1].isalpha():
        return token.capitalize()
    numbered = any(letter.isdigit() for letter in token) or (before in _NUMBERED and _ROMAN.fullmatch(token))
    return token if numbered else token.lower()


def _dressed(tokens: Sequence[str], written: str) -> str:
    """The words as written, with the marks that stood around the tokens."""
    whole = " ".join(tokens)
    start = len(whole) - len(whole.lstrip('“"('))
    end = len(_BARE.sub("", whole[start:])) + start
    return f"{whole[:start]}{written}{whole[end:]}"
