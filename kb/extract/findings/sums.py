"""Parts against their whole: what "gồm" and "trong đó" list, shares that make 100 %, totals of a list, products."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from kb.extract.findings.parts import Reading, written
from kb.extract.passages import Passage
from kb.model import Figure, Finding, Span, Verdict

NEAR = Decimal("0.1")  # how far parts that need not be all may be from the whole and still be meant to make it
ROUNDING = Decimal("0.3")  # per cent that a list of rounded shares may be off 100
LOOKED_BACK = 160  # characters before a total in which it is called one
COUNTED = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
TOTAL = re.compile(
    r"(?:^|[\s(])(?P<cue>tính chung|tổng cộng|cộng|tổng (?:số|kinh phí|giá trị|số tiền|chi|thu|vốn)|cả)(?!\w)"
    r"(?P<of>[^,;.:]{0,24}?\b(?P<count>hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d)\b)?",
    re.IGNORECASE,
)
STRUCTURE = re.compile(r"\b(?:cơ cấu|tỷ trọng|tỉ trọng)\b", re.IGNORECASE)
RATE = re.compile(r"/(?P<noun>\w+)$")
PRODUCT = re.compile(r"\b(?:thành tiền|tổng (?:số tiền|kinh phí|cộng)?|số tiền)\b", re.IGNORECASE)


def sums(reading: Reading) -> Iterator[Finding]:
    yield from _parts(reading)
    yield from _shares(reading)
    yield from _totals(reading)
    yield from _products(reading)


def _parts(reading: Reading) -> Iterator[Finding]:
    by_whole: dict[Span, list[Figure]] = {}
    known = {figure.span: figure for figure in reading.figures}
    for figure in reading.figures:
        relation = figure.relation
        if relation and relation.kind == "part_of" and relation.figure:
            by_whole.setdefault(relation.figure, []).append(figure)
    for place, parts in by_whole.items():
        whole = known.get(place)
        if whole is None or len(parts) < 2:
            continue
        listed = all(part.relation is not None and part.relation.listed for part in parts)
        if (found := _sum(reading, whole, parts, listed=listed)) is not None:
            yield found


def _sum(
    reading: Reading, whole: Figure, parts: Sequence[Figure], *, listed: bool, all_meant: bool = False
) -> Finding | None:
    if any(one.amount is None or one.bound in {"about", "vague", "over", "under"} for one in (whole, *parts)):
        return None
    told = [part.amount for part in parts if part.amount is not None]
    total = sum(told, Decimal(0))
    said = whole.amount
    assert said is not None
    steps = [
        f"{' + '.join(_in(part, whole) for part in parts)} = {written(total / whole.scale)}",
        f"văn bản viết: {whole.words}",
    ]
    evidence = [whole.span, *(part.span for part in parts)]
    if total == said:
        return reading.finding("sum", "holds", steps[0], evidence, steps)
    verdict: Verdict
    if listed or all_meant:
        verdict = "error"
    elif total > said or abs(said - total) <= NEAR * said:
        verdict = "likely"
    else:
        return None  # "trong đó 5.207 người hy sinh, 3.164 bị thương": not all of them are told
    what = f"{steps[0]}, không phải {written(said / whole.scale)} {whole.unit}"
    return reading.finding("sum", verdict, what, evidence, steps)


def _in(part: Figure, whole: Figure) -> str:
    return written((part.amount or Decimal(0)) / whole.scale)


def _shares(reading: Reading) -> Iterator[Finding]:
    """Percentages of one sentence that make 100, or are meant to: "Cơ cấu kinh tế: …"."""
    for passage in reading.passages:
        inside = [figure for figure in reading.figures_in(passage) if figure.unit == "%"]
        groups: dict[Span, list[Figure]] = {}
        for figure in inside:
            if figure.relation is not None or figure.value is None or figure.bound in {"over", "under", "vague"}:
                continue
            sentence = passage.sentence(figure.span.start - passage.span.start)
            groups.setdefault(sentence, []).append(figure)
        for sentence, shares in groups.items():
            words = sentence.of(passage.text)
            if STRUCTURE.search(words) and len(shares) >= 3:
                yield from _structure(reading, shares)
            else:
                yield from _pairs(reading, passage, shares)


def _structure(reading: Reading, shares: Sequence[Figure]) -> Iterator[Finding]:
    total = sum((share.value for share in shares if share.value is not None), Decimal(0))
    steps = [f"{' + '.join(written(share.value or Decimal(0)) for share in shares)} = {written(total)} (%)"]
    evidence = [share.span for share in shares]
    if abs(total - 100) <= ROUNDING:
        yield reading.finding("sum", "holds", f"{steps[0]}", evidence, steps)
    elif abs(total - 100) <= 10:
        what = f"Các tỷ trọng cộng lại được {written(total)}%, không phải 100%"
        yield reading.finding("sum", "error", what, evidence, [*steps, "các phần của một cơ cấu phải đủ 100%"])


def _pairs(reading: Reading, passage: Passage, shares: Sequence[Figure]) -> Iterator[Finding]:
    parts: dict[Span, list[Figure]] = {}
    for share in shares:
        parts.setdefault(passage.part(share.span.start - passage.span.start), []).append(share)
    for group in parts.values():
        total = sum((share.value for share in group if share.value is not None), Decimal(0))
        if len(group) == 2 and total == 100 and all(share.value for share in group):
            steps = [f"{' + '.join(written(share.value or Decimal(0)) for share in group)} = 100 (%)"]
            yield reading.finding("sum", "holds", steps[0], [share.span for share in group], steps)


def _totals(reading: Reading) -> Iterator[Finding]:
    """A total behind the list that it adds up: "Tính chung bốn tuần, toàn tỉnh có 88 ca"."""
    for place, whole in enumerate(reading.figures):
        passage = reading.passage_at(whole.span.start)
        if passage is None or whole.relation is not None or whole.bound != "exact":
            continue
        sentence = passage.sentence(whole.span.start - passage.span.start)
        here = whole.span.start - passage.span.start
        before = passage.text[max(sentence.start, here - LOOKED_BACK) : here]
        cue = TOTAL.search(before)
        if cue is None or (cue["cue"].casefold() == "cả" and not cue["count"]):
            continue
        count = COUNTED.get((cue["count"] or "").casefold()) or (
            int(cue["count"]) if cue["count"] and cue["count"].isdigit() else None
        )
        added = _added(reading, place, passage, count)
        if len(added) > 1 and (found := _sum(reading, whole, added, listed=False, all_meant=count is not None)):
            yield found


def _added(reading: Reading, place: int, passage: Passage, count: int | None) -> list[Figure]:
    """The figures before a total that it adds: those of the same paragraph, else one an item of the list before."""
    whole = reading.figures[place]
    same = [one for one in reading.before(place) if _is_of(one, whole) and one.relation is None]
    here = [one for one in same if passage.span.holds(one.span)]
    if count is not None and len(here) >= count:
        return here[-count:]
    if here and count is not None:
        return []
    items: dict[object, Figure] = {}
    for one in same:
        owner = reading.passage_at(one.span.start)
        if owner is not None and len(owner.above) > 1 and owner.above[-2].id == passage.section.id:
            items.setdefault(owner.section.id, one)
    found = list(items.values())
    if count is None:
        return found if len(found) >= 3 else []
    return found if len(found) == count else []


def _is_of(one: Figure, whole: Figure) -> bool:
    """Whether two figures count the same: "12 ca" and "88 ca mắc"; "3.477 triệu đồng" and "4.275 triệu đồng"."""
    if "đồng" in whole.base or "%" in whole.base:
        return one.base == whole.base
    return one.base.casefold().split()[:1] == whole.base.casefold().split()[:1] and "/" not in one.base


def _products(reading: Reading) -> Iterator[Finding]:
    """So many, so much each, in all: "2.318 người, mức 1,5 triệu đồng/người, thành tiền 3.477 triệu đồng"."""
    for count, rate, money in zip(reading.figures, reading.figures[1:], reading.figures[2:], strict=False):
        per = RATE.search(rate.unit)
        if per is None or per["noun"].casefold() not in count.unit.casefold().split() or "đồng" not in rate.unit:
            continue
        if money.base != "đồng" or money.span.start - count.span.start > 160:
            continue
        if None in (count.amount, rate.amount, money.amount) or any(
            one.bound != "exact" for one in (count, rate, money)
        ):
            continue
        if not PRODUCT.search(reading.document.text[rate.span.end : money.span.start]):
            continue
        total = (count.amount or Decimal(0)) * (rate.amount or Decimal(0)) / money.scale
        said = (money.amount or Decimal(0)) / money.scale
        each = (rate.amount or Decimal(0)) / money.scale
        step = f"{written(count.amount or Decimal(0))} × {written(each)} = {written(total)}"
        steps = [step, f"văn bản viết: {money.words}"]
        evidence = [count.span, rate.span, money.span]
        if agrees_exactly(total, said):
            yield reading.finding("sum", "holds", step, evidence, steps)
        else:
            yield reading.finding("sum", "error", f"{step}, không phải {money.words}", evidence, steps)


def agrees_exactly(total: Decimal, said: Decimal) -> bool:
    from kb.extract.findings.parts import agrees

    return total == said or agrees(total, said)
