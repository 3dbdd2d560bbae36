"""One figure with two values: the same thing, the same time, the same unit, another number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from kb.extract.findings.parts import Reading
from kb.model import Figure, Finding, Verdict
from kb.vietnamese.letters import fold

WORD = re.compile(r"\w+")
_WEIGHTLESS = "ty le so tong cac cua la dat tren dia ban tinh o tai tu trong toan nam hien nay duoc co muc den va"
WEIGHTLESS = frozenset(_WEIGHTLESS.split())
GOAL = re.compile(
    r"chỉ tiêu|mục tiêu|phấn đấu|kế hoạch|dự kiến|dự toán|lên (?:trên )?$|đạt trên|trở lên|tối thiểu", re.IGNORECASE
)
NOW = re.compile(r"hiện nay|đến nay|hiện", re.IGNORECASE)
COMMON = frozenset({"lần", "năm", "tháng", "ngày", "ngày làm việc", "tuần", "tuổi", "giờ", "phút", "mức độ"})
LEAST_WORDS = 3  # words of weight that a subject needs to be the same thing beyond doubt
LEAST_COUNT = 20
CLOSE = Decimal("0.02")  # how near two counts of one thing must be to be worth a look


def values(reading: Reading) -> Iterator[Finding]:
    """Pairs of figures that cannot both be right: error where subject and time are the same beyond doubt.

    What has three values and more is told of several things in the same words, and is left.
    """
    by_unit: dict[str, list[Figure]] = {}
    for figure in reading.figures:
        if _is_told(reading, figure):
            by_unit.setdefault(figure.unit.casefold(), []).append(figure)
    for group in by_unit.values():
        pairs = [(one, other) for one, other in combinations(group[:MOST], 2) if one.value != other.value]
        found = [(one, other, verdict) for one, other in pairs if (verdict := _contradict(reading, one, other))]
        for one, other, verdict in found:
            if sum(one in pair or other in pair for pair in found) == 1:
                yield _told(reading, one, other, verdict)


def _told(reading: Reading, one: Figure, other: Figure, verdict: Verdict) -> Finding:
    subject = min(one.subject, other.subject, key=len)
    steps = [f"{_where(reading, figure)}: {figure.words}" for figure in (one, other)]
    return reading.finding("value", verdict, f"{subject}: {one.words} và {other.words}", [one.span, other.span], steps)


LOOKED_BACK = 300  # characters before a figure in which its subject is looked for
MOST = 200  # figures of one unit that are compared with each other


def _is_told(reading: Reading, figure: Figure) -> bool:
    relation = figure.relation
    return (
        figure.value is not None
        and figure.bound == "exact"
        and figure.unit not in COMMON
        and (relation is None or relation.kind in {"base"})
        and not GOAL.search(figure.clause_words)
        and not GOAL.search(reading.document.text[max(0, figure.span.start - 12) : figure.span.start])
        and _is_named_before(reading, figure)
    )


def _is_named_before(reading: Reading, figure: Figure) -> bool:
    """Whether what is measured stands before the number: "bằng 150% mức chi của Hội đồng" does not say how much the
    Council spends. Counted nouns stand behind theirs."""
    if figure.clause_words.casefold().find(figure.unit.casefold()) >= 0 and figure.subject.startswith(figure.unit):
        return True
    passage = reading.passage_at(figure.span.start)
    place = figure.span.start - passage.span.start if passage else 0
    before = fold(passage.text[max(0, place - LOOKED_BACK) : place]) if passage else ""
    return " ".join(fold(figure.subject).split()[:3]) in " ".join(before.split())


def _contradict(reading: Reading, one: Figure, other: Figure) -> Verdict | None:
    here, there = reading.passage_at(one.span.start), reading.passage_at(other.span.start)
    if here is None or there is None or here.section.id == there.section.id:
        return None
    a, b = _weighty(one), _weighty(other)
    if not _same_time(one, other):
        return None
    if a == b and len(a) >= LEAST_WORDS:
        return "error" if one.unit.casefold() != one.subject.casefold() else "review"
    low, high = sorted((one.value or Decimal(0), other.value or Decimal(0)))
    near = low > 0 and (high - low) / low <= CLOSE and high >= LEAST_COUNT
    begins = fold(one.subject).split()[:2] == fold(other.subject).split()[:2]
    named = min(len(fold(figure.subject).split()) for figure in (one, other)) > 1
    if near and begins and named and one.unit == one.base and (a <= b or b <= a):
        return "review"
    return None


def _same_time(one: Figure, other: Figure) -> bool:
    a, b = one.period, other.period
    if a is None or b is None:
        return (a is None or NOW.search(a.text) is not None) and (b is None or NOW.search(b.text) is not None)
    if a.start and b.start:
        same = (a.start[:4], (a.end or "")[:4]) == (b.start[:4], (b.end or "")[:4])
        return same and (a.start[:7] == b.start[:7] or len(a.start) == 4 or len(b.start) == 4)
    return a.start is None and b.start is None and fold(a.text) == fold(b.text)


def _weighty(figure: Figure) -> frozenset[str]:
    return frozenset(word for word in WORD.findall(fold(figure.subject)) if word not in WEIGHTLESS)


def _where(reading: Reading, figure: Figure) -> str:
    passage = reading.passage_at(figure.span.start)
    first, last = reading.document.body.locate(figure.span).lines
    lines = f"dòng {first}" if first == last else f"dòng {first}–{last}"
    return f"{passage.section.id}, {lines}" if passage else lines
