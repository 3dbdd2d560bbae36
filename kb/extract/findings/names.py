"""One name in two wordings: movements and slogans in quotation marks that differ by a word or a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.extract.findings.parts import Reading
from kb.model import Finding, Span

WORD = re.compile(r"\w+")
SHORTEST, LONGEST = 3, 22  # syllables of a name
LEAST_FOR_CHANGE = 6  # syllables of names that may differ by one syllable and still be one name
LEAST_FOR_PREFIX = 7
MOST = 150  # names that are compared with each other
HEAD = re.compile(
    r"(?:phong trào|thi đua|cuộc vận động|vận động|mô hình|chủ đề|danh hiệu|khẩu hiệu|chương trình|việc|mạnh"
    r"|như|hiện|động|[”\"],?|và|;|gương)[\s:,]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Name:
    span: Span
    words: str
    plain: tuple[str, ...]


def names(reading: Reading) -> Iterator[Finding]:
    """One finding a pair of wordings, with every place of both."""
    by_words: dict[str, list[Name]] = {}
    for name in _names(reading):
        by_words.setdefault(name.words, []).append(name)
    spoken = list(by_words.items())[:MOST]
    for place, (words, places) in enumerate(spoken):
        for other, more in spoken[place + 1 :]:
            if _is_one(places[0], more[0]):
                what = f"“{words}” và “{other}”"
                evidence = [name.span for name in (*places, *more)]
                steps = [f"“{words}”: {len(places)} chỗ", f"“{other}”: {len(more)} chỗ"]
                yield reading.finding("name", "review", what, evidence, steps)


def _names(reading: Reading) -> Iterator[Name]:
    for passage in reading.passages:
        for quoted in passage.quoted:
            inner = Span(quoted.start + 1, quoted.end - 1)
            words = " ".join(inner.of(passage.text).split())
            plain = tuple(word.casefold() for word in WORD.findall(words))
            named = HEAD.search(passage.text[max(0, quoted.start - 30) : quoted.start])
            if named and SHORTEST < len(plain) <= LONGEST:
                yield Name(inner.moved(passage.span.start), words, plain)


def _is_one(one: Name, other: Name) -> bool:
    a, b = one.plain, other.plain
    if a == b:
        return _marks(one.words) != _marks(other.words)
    short, long = sorted((a, b), key=len)
    if len(short) >= LEAST_FOR_PREFIX and long[: len(short)] == short:
        return True
    if len(long) - len(short) == 1 and len(short) >= LEAST_FOR_CHANGE:
        return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    if len(a) != len(b) or len(a) < LEAST_FOR_CHANGE:
        return False
    differ = [at for at in range(len(a)) if a[at] != b[at]]
    # Two place names in a row are two names: "Bắc Kạn chung sức …", "Cả nước chung sức …".
    return len(differ) == 1 and not _capital(one, differ[0])


def _marks(words: str) -> str:
    return re.sub(r"[\w\s]", "", words)


def _capital(name: Name, at: int) -> bool:
    words = WORD.findall(name.words)
    return at > 0 and words[at][:1].isupper()
