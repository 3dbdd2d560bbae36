"""Figures of one paragraph on their way: each number with its words before and behind, before it is tied to others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kb.extract.figures.numbers import Counted, counted
from kb.extract.figures.periods import Time
from kb.extract.figures.qualifiers import read_qualifier
from kb.extract.figures.subjects import led_words, subject
from kb.extract.passages import Passage
from kb.model import Span
from kb.model.figure import Bound

VERB = r"(?:tăng|giảm|gấp|vượt|cao hơn|thấp hơn|nhiều hơn|ít hơn|hụt)"
_LED = "bình quân|trung bình|thêm|hơn|gần|khoảng|trên|từ|lên|xuống|còn|tới|đến|được|đạt|gấp|nhanh|mạnh|là|ước"
DIRECTION = re.compile(rf"(?:^|[\s(])(?<!gia )(?<!suy )(?P<verb>{VERB})(?P<from>(?:\s(?:{_LED}))*)\s*$", re.IGNORECASE)
FROM_TO = re.compile(r"\btừ\b|\blên\b|\bxuống\b|\bcòn\b|\btới\b|\bđến\b")
ITEM_END = re.compile(r",| và (?=\d)|;|\.(?!\w)")
LONGEST_LABEL = 12  # syllables
SHARED = re.compile(r"\s*(?:,|và|,\s*và|cùng)\s*")


@dataclass(frozen=True, slots=True)
class Draft:
    """A number that counts, with the clause around it. `before` ends at its qualifier; `tail` is what follows its unit
    up to the end of the clause. `direction`: the verb of a comparison right before it; `named`: the clause says of
    what by itself."""

    counted: Counted
    clause: Span
    before: Span
    tail: Span
    qualifier: str | None
    bound: Bound
    direction: str | None
    subject: str
    named: bool

    @property
    def span(self) -> Span:
        return self.counted.span


def drafts(passage: Passage, known: Sequence[Time]) -> tuple[Draft, ...]:
    """The figures of a paragraph in order."""
    found = counted(passage)
    made = [_draft(passage, found, place, known) for place in range(len(found))]
    return tuple(_with_shared_words(passage, made))


def _draft(passage: Passage, found: Sequence[Counted], place: int, known: Sequence[Time]) -> Draft:
    text, one = passage.text, found[place]
    first, last = one.span.start, one.span.end
    clause = passage.clause(first)
    start = max(clause.start, _end_before(found, place), passage.marker)
    qualifier, bound, taken = read_qualifier(text[start:first], text[last : last + 24])
    before = Span(start, max(start, first - taken))
    following = found[place + 1].span.start if place + 1 < len(found) else len(text)
    part = passage.part(first)
    end = min(max(passage.clause(last - 1).end, last), following, max(part.end, last))
    if (cut := ITEM_END.search(text, last, end)) is not None:
        end = cut.start()
    tail = Span(last, max(last, end))
    turned = DIRECTION.search(before.of(text))
    ranged = one.low != one.high
    direction = turned["verb"] if turned and (ranged or not FROM_TO.search(turned["from"])) else None
    if direction and turned and "gấp" in turned["from"].split():
        direction = f"{direction} gấp"  # "tăng gấp 2,5 lần" is 2,5 times as much, and not as much more
    if not ranged and qualifier is not None and qualifier.endswith("từ"):
        direction = None  # "giảm từ 9,8% năm 2018 xuống 4,1%": the value, not the change
    said_before = Span(before.start, before.start + turned.start("verb")) if turned and direction else before
    said = subject(passage, one, Span(last, last) if direction else tail, said_before, known, _label(passage, first))
    named = bool(led_words(passage, said_before, known)) if direction else bool(said)
    return Draft(one, clause, before, tail, qualifier, bound, direction, said, named)


def _end_before(found: Sequence[Counted], place: int) -> int:
    """Where the words before a figure begin at the earliest: behind the last one that is not the age of whom it is of
    ("Tỷ lệ huy động trẻ 3 - 5 tuổi đến trường đạt 99,6%")."""
    earlier = (one for one in reversed(found[:place]) if one.unit.dimension != "age")
    return (
        next((one.span.end for one in earlier), 0)
        if found[place].unit.dimension != "age"
        else (found[place - 1].span.end if place else 0)
    )


def _label(passage: Passage, place: int) -> str:
    """What stands before the colon of the figure's sentence: "Số người ứng cử: 10 người"."""
    sentence = passage.sentence(place)
    words, colon, _ = passage.text[max(sentence.start, passage.marker) : place].partition(":")
    label = words.strip(" -+*")
    return label if colon and 1 < len(label.split()) <= LONGEST_LABEL and not re.search(r"\d[\d.,]* \w", label) else ""


def _with_shared_words(passage: Passage, made: list[Draft]) -> list[Draft]:
    """ "1.308 cá nhân, 28 tập thể có thành tích …": what is said of the last of a list is said of all."""
    for place in range(len(made) - 2, -1, -1):
        one, following = made[place], made[place + 1]
        gap = passage.text[one.span.end : following.span.start]
        both = one.counted.unit.dimension == following.counted.unit.dimension == "count"
        if both and SHARED.fullmatch(gap) and one.subject.startswith(one.counted.unit.text):
            words = following.subject.removeprefix(following.counted.unit.text)
            own = one.subject.removeprefix(one.counted.unit.text)
            if words != following.subject and (not own or own.startswith(" (")):
                made[place] = replace(one, subject=one.counted.unit.text + (words or own))
    return made
