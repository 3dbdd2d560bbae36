"""Where a text calls a person of the table: by a name, or by a word of respect that means the one it speaks of.

Decided when a document is read, because it takes the text before: "Người" is Hồ Chí Minh in a text that names him, and
God in one that does not. Places and bodies that bear a name are none of its mentions.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kb.model import Span
from kb.vietnamese.people.named import People, Person
from kb.vietnamese.people.respect import Verdict, verdict

REACH = 6000  # code points: three pages behind a name, a word of respect no longer means its bearer
RIVAL_REACH = 600
NEAR = 60  # code points before a name that may make it that of a place or body

# "Thành phố Hồ Chí Minh", "Đoàn Thanh niên Cộng sản Hồ Chí Minh", "đường mòn Hồ Chí Minh", "trường Nguyễn Ái Quốc".
BEARS_NAME = re.compile(
    r"(?:thành phố|thành ủy|thành đoàn|tp\.?|tphcm|đường|đường mòn|phố|đại lộ|cầu|trường|đại học|học viện|chiến dịch"
    r"|huân chương|huy hiệu|giải thưởng|bảo tàng|quảng trường|cộng sản|tncs|tntp|tiền phong|nhi đồng|nhà máy|sân bay"
    r"|công viên|thư viện|quốc gia|hành chính quốc gia|bệnh viện|tàu|lớp|khu di tích|phường|xã)\W{0,2}$",
    re.IGNORECASE,
)
RIVALS = re.compile(r"\b(?:Chúa|Thiên Chúa|Đức Phật|Phật|Đức Mẹ|Thượng đế|Giêsu|Jesus|Allah|Giáo hoàng|Hoàng đế|vua)\b")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place of a text that means a person."""

    span: Span
    person: Person


def find_mentions(text: str, people: People, *, about: str = "") -> tuple[Mention, ...]:
    """The mentions of people in a text (NFC), in order; none overlaps another.

    `about` is what is said of the text outside of it, as its title: who is named there is named from the start.

    >>> from kb.vietnamese.people import shipped_people
    >>> text = "Theo Chủ tịch Hồ Chí Minh, thi đua là yêu nước. Người chỉ rõ: không ganh đua."
    >>> [mention.span.of(text) for mention in find_mentions(text, shipped_people())]
    ['Hồ Chí Minh', 'Người']
    """
    named = tuple(_named(text, people))
    from_start = frozenset(one.person.name for one in _named(about, people))
    called = _called(text, people, named, from_start)
    return tuple(sorted((*named, *called), key=lambda one: one.span))


def _named(text: str, people: People) -> Iterator[Mention]:
    pattern = _names(tuple(people.by_name))
    for match in pattern.finditer(text) if pattern else ():
        if match[0][0].isupper() and not BEARS_NAME.search(text[max(0, match.start() - NEAR) : match.start()]):
            yield Mention(Span(*match.span()), people.by_name[" ".join(match[0].lower().split())])


@lru_cache(8)
def _names(names: tuple[str, ...]) -> re.Pattern[str] | None:
    if not names:
        return None
    listed = sorted(names, key=lambda name: (-len(name), name))
    words = "|".join(re.escape(name).replace(r"\ ", r"[ \n]+") for name in listed)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


def _called(text: str, people: People, named: Sequence[Mention], from_start: frozenset[str]) -> Iterator[Mention]:
    """The words of respect that mean somebody."""
    words = people.by_respect
    if not words:
        return
    taken = {one.span.start for one in named}
    starts = {person.name: [one.span.start for one in named if one.person == person] for person in words.values()}
    for match in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", text):
        person = words[match[0]]
        if match.start() in taken:
            continue
        line_start = text.rfind("\n", max(0, match.start() - 2 * NEAR), match.start()) + 1 or max(
            0, match.start() - NEAR
        )
        line = text[line_start : match.end() + NEAR].split("\n")[0]
        meaning = verdict(match[0], line, match.start() - line_start)
        is_named = (meaning != "no" and person.name in from_start) or _is_spoken_of(
            match.start(), starts[person.name], meaning
        )
        if meaning == "means" or (is_named and not _has_rival(text, match.start(), starts[person.name])):
            yield Mention(Span(*match.span()), person)


def _is_spoken_of(place: int, named_at: Sequence[int], meaning: Verdict) -> bool:
    """Whether the text has named the person, as its place asks for."""
    if meaning == "means if named ever":
        return bool(named_at)
    before = bisect_left(named_at, place)
    return meaning != "no" and before > 0 and place - named_at[before - 1] <= REACH


def _has_rival(text: str, place: int, named_at: Sequence[int]) -> bool:
    """Whether somebody else who is called with respect was named more lately."""
    before = bisect_left(named_at, place)
    since = max(named_at[before - 1] if before else 0, place - RIVAL_REACH)
    return RIVALS.search(text, since, place) is not None
