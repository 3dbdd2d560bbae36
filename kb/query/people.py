"""Whom a question names: by any of a person's names, or by a word of respect, which people type in small letters and
without marks too ("cau noi cua bac").

In a text a capital tells "Bác" from "bác"; in a question only the words around can. Rows say which; names need none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kb.analysis import analyze
from kb.query.question import Word
from kb.vietnamese.people import People, Person
from kb.vietnamese.syllables import folded_key

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """The words from `start` to `end` (exclusive) of a run name a person."""

    start: int
    end: int
    person: Person


@dataclass(frozen=True, slots=True)
class Around:
    """Words beside a word of respect that make it one. `takes` and `leaves` are questions with and without it."""

    before: str
    after: str
    takes: str
    leaves: str


AROUND = (
    Around("của", "", "câu nói của bác", "câu nói bác bỏ"),
    Around("lời", "", "làm theo lời bác", "bác bỏ"),
    Around("theo", "", "theo Người, thi đua là gì", "người theo dõi"),
    Around("theo gương", "", "học tập theo gương bác", "gương điển hình"),
    Around("nhớ ơn", "", "nhớ ơn Bác", "ơn"),
    Around("", "dạy", "bác dạy thiếu niên", "bác sĩ dạy"),
    Around("", "dặn", "bác dặn gì về đoàn kết", "dặn"),
    Around("", "căn dặn", "Người căn dặn", "người căn cước"),
    Around("", "kính yêu", "bác kính yêu", "kính"),
    Around("", "chỉ rõ", "Người chỉ rõ", "chỉ rõ"),
    Around("", "khẳng định", "Người khẳng định", "khẳng định"),
    Around("", "kêu gọi", "Bác kêu gọi thi đua", "lời kêu gọi"),
)
BORN_OF = (
    "sĩ",
    "sỹ",
    "học",
    "bỏ",
    "ái",
    "cổ",
    "vật",
    "dân",
    "lao",
    "cao",
    "có",
    "nghèo",
    "khuyết",
    "tiêu",
    "ta",
    "khác",
)
"""What a compound goes on with: "bác sĩ", "người dân"."""
BEARING = (
    "thành phố",
    "tp",
    "thanh niên cộng sản",
    "tncs",
    "đường",
    "quảng trường",
    "bảo tàng",
    "chiến dịch",
    "phường",
)


SAYING = (
    "nói",
    "dạy",
    "dặn",
    "căn dặn",
    "câu nói",
    "lời",
    "phát biểu",
    "khẳng định",
    "viết",
    "khuyên",
    "chỉ rõ",
    "kêu gọi",
)


def asks_what_was_said(words: Sequence[Word], *, marked: bool) -> bool:
    """Whether a question that names somebody asks for their words.

    >>> from kb.query.read import read
    >>> asks_what_was_said(read("Bác Hồ dặn gì về đoàn kết").words(), marked=True)
    True
    """
    keys = tuple(word.exact if marked else word.folded for word in words)
    said = [_keys(words, marked) for words in SAYING]
    return any(keys[at : at + len(one)] == one for one in said for at in range(len(keys)))


def read_people(words: Sequence[Word], people: People, *, marked: bool) -> Iterator[Named]:
    """The people that a run of words names, in order; the longest name from the left.

    >>> from kb.query.read import read
    >>> from kb.vietnamese.people import shipped_people
    >>> question = read("cau noi cua bac ve thi dua")
    >>> [named.person.name for named in read_people(question.words(), shipped_people(), marked=False)]
    ['Hồ Chí Minh']
    """
    table = _table(people, marked)
    keys = tuple(word.exact if marked else word.folded for word in words)
    at = 0
    while at < len(words):
        named = _named(words, keys, at, table, marked) or _respected(words, keys, at, people, marked=marked)
        if named:
            yield named
        at = named.end if named else at + 1


@lru_cache(8)
def _table(people: People, marked: bool) -> dict[Keys, Person]:
    return {_keys(name, marked): person for name, person in reversed(people.by_name.items())}


def _keys(words: str, marked: bool) -> Keys:
    analysis = analyze(words, words=False)
    return tuple(token.text for token in (analysis.syllables if marked else analysis.folded))


def _named(words: Sequence[Word], keys: Keys, at: int, table: dict[Keys, Person], marked: bool) -> Named | None:
    for end in range(min(len(words), at + max(map(len, table), default=0)), at, -1):
        person = table.get(keys[at:end])
        if person and not any(_ends_with(keys[:at], _keys(place, marked)) for place in BEARING):
            return Named(at, end, person)
    return None


def _respected(words: Sequence[Word], keys: Keys, at: int, people: People, *, marked: bool) -> Named | None:
    """A word of respect: typed with its capital inside the question, or between words that make it one."""
    word = words[at]
    person = next((one for call, one in people.by_respect.items() if keys[at] == _keys(call, marked)[0]), None)
    if person is None or (at + 1 < len(words) and keys[at + 1] in {_keys(part, marked)[0] for part in BORN_OF}):
        return None
    capital = word.text[:1].isupper() and word.text[1:].islower()
    # "cua nguoi" may be any "của người …" when no mark was typed and no capital either.
    if folded_key(word.text) == folded_key("Người") and not capital:
        return None
    goes_on = at + 1 < len(words) and words[at + 1].text[:1].isupper()
    if capital and at > 0 and not goes_on and not words[at - 1].text[:1].isupper():
        return Named(at, at + 1, person)
    around = any(
        (not row.before or _ends_with(keys[:at], _keys(row.before, marked)))
        and (not row.after or keys[at + 1 :][: len(_keys(row.after, marked))] == _keys(row.after, marked))
        for row in AROUND
    )
    return Named(at, at + 1, person) if around and not goes_on else None


def _ends_with(keys: Keys, wanted: Keys) -> bool:
    return keys[-len(wanted) :] == wanted
