"""Capitals taken back: how words that are printed in capitals, or at the head of a title, stand inside a sentence.

The document itself shows it: "ĐẠI HỘI THI ĐUA YÊU NƯỚC TỈNH BẮC KẠN" on the first page is "Đại hội thi đua yêu nước
tỉnh Bắc Kạn" in its text. No list of names is needed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from kb.outline.signs import HANGING

_ABBREVIATED = frozenset({"UBND", "HĐND", "THPT", "THCS", "MTTQ"})
ENOUGH = 40  # places that are looked at for one name
LONGEST_NAME = 6  # words that are looked for together
_TOKEN = re.compile(r"\S+")
_BARE = re.compile(r"^\W+|\W+$")
# Only behind a word of the same sentence is a capital the word's own and not its place's.
_GOES_ON = re.compile(r"(?:[^\W\d_]{2,}|\d)[,”\"]?[ ][“\"(]?$")
_ROMAN = re.compile(r"[IVXL]+\W*")
# Words that a name follows: what comes after them is a name also where the text never says it.
_NAMED = frozenset("tỉnh huyện xã phường quận".split())
_NUMBERED = frozenset("thứ khóa khoá kỷ quý số tập phần cấp hạng".split())

HABITUAL = """ở Tỉnh ủy, ở Huyện ủy, ở Thành ủy, ở Thị ủy, ở Đảng ủy, ở Quận ủy, ở Ban Chấp hành, ở Ban Thường vụ, ở Ban Bí thư, ở Bộ
Chính trị, ở Ban Tuyên giáo, ở Ban Tổ chức, ở Ban Dân vận, ở Ban Nội chính, ở Ủy ban Kiểm tra, ở Ủy ban Mặt trận Tổ quốc Việt
Nam, ở Ủy ban nhân dân, ở Hội đồng nhân dân, ở Ủy ban Thường vụ Quốc hội, ở Quốc hội, ở Chính phủ, ở Thủ tướng Chính phủ, ở
Văn phòng, ở Sở Nội vụ, ở Sở Giáo dục và Đào tạo, ở Sở Y tế, ở Sở Tài chính, ở Sở Văn hóa, Thể thao và Du lịch, ở Bộ Tài chính,
ở Bộ Nội vụ, ở Bộ Y tế, ở Bộ Công an, ở Bộ Quốc phòng, ở Bộ Tư pháp, ở Bộ Xây dựng, ở Bộ Công Thương, ở Liên đoàn Lao động,
ở Hội Nông dân, ở Hội Liên hiệp Phụ nữ, ở Hội Cựu chiến binh, ở Đoàn Thanh niên Cộng sản Hồ Chí Minh, ở UBND, ở HĐND, ở THPT,
ở Chủ tịch Hồ Chí Minh, ở Đảng Cộng sản Việt Nam, ở Đảng bộ tỉnh, ở Việt Nam"""
"""How offices that sign documents are written, for what the document itself never says inside a sentence."""


class Usage:
    """How a text writes its words inside sentences."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lower = text.lower() if len(text.lower()) == len(text) else text

    def of(self, words: Sequence[str]) -> str | None:
        """The commonest way in which these words, next to each other, are written inside a sentence; None where the text
        has them in capitals, at the head of sentences, or not at all."""
        found = Counter(islice(self._written(" ".join(words).lower()), ENOUGH))
        return max(found, key=lambda way: (found[way], way)) if found else None

    def _written(self, phrase: str) -> Iterator[str]:
        place = self._lower.find(phrase) if phrase else -1
        while place >= 0:
            end = place + len(phrase)
            whole = not self._text[place - 1 : place].isalnum() and not self._text[end : end + 1].isalnum()
            way = self._text[place:end]
            inside = _GOES_ON.search(self._text[max(0, place - 20) : place]) is not None
            if whole and inside and (not way.isupper() or way in _ABBREVIATED):
                yield way
            place = self._lower.find(phrase, end)


def recased(words: str, text: str) -> str:
    """Words printed in capitals as they are written inside a sentence of the text; small where it never says them.

    >>> recased("VỀ ĐẠI HỘI TỈNH BẮC KẠN", "Chào mừng Đại hội của tỉnh Bắc Kạn; nói về Đại hội lần này.")
    'về Đại hội tỉnh Bắc Kạn'
    >>> recased("BAN TUYÊN GIÁO TỈNH ỦY KHÓA XVII", "")
    'Ban Tuyên giáo Tỉnh ủy khóa XVII'
    """
    usage = (Usage(text), Usage(HABITUAL))
    tokens = _TOKEN.findall(words)
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
    if words[0].lower() in HANGING:
        return title[:1].lower() + title[1:]
    written = Usage(text).of([_BARE.sub("", word) for word in words[:2]]) if len(words) > 1 else None
    named = len(words) > 1 and words[1][:1].isupper()
    capital = written[:1].isupper() if written else named
    return title if capital else title[:1].lower() + title[1:]


def _longest(tokens: Sequence[str], place: int, usages: Sequence[Usage]) -> tuple[int, str]:
    """How many of the tokens from here on are written together, and how."""
    for usage in usages:
        for count in range(min(LONGEST_NAME, len(tokens) - place), 1 if usage is not usages[0] else 0, -1):
            group = tokens[place : place + count]
            written = usage.of([_BARE.sub("", token) if token in (group[0], group[-1]) else token for token in group])
            if written:
                return count, _dressed(group, written)
    token = tokens[place]
    before = _BARE.sub("", tokens[place - 1]).lower() if place else ""
    if before in _NAMED and token[:1].isalpha():
        return 1, token.capitalize()
    kept = not any(letter.islower() for letter in token) and any(letter.isdigit() for letter in token)
    return 1, token if kept or (before in _NUMBERED and _ROMAN.fullmatch(token)) else token.lower()


def _dressed(tokens: Sequence[str], written: str) -> str:
    """The words as written, with the marks that stood around the tokens."""
    whole = " ".join(tokens)
    before = re.match(r"^\W*", whole)
    after = re.search(r"\W*$", whole)
    return f"{before.group() if before else ''}{written}{after.group() if after else ''}"
