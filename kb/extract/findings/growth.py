"""Changes against the two values: factors, differences, points, per cent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kb.extract.findings.parts import Reading, agrees, decimals, written
from kb.model import Figure, Finding, Span

UP = re.compile(r"tăng|gấp|cao hơn|nhiều hơn|vượt", re.IGNORECASE)
BEFORE = re.compile(r"(?:tuần|tháng|năm|kỳ|quý|ngày) trước|trước đó", re.IGNORECASE)
FROM = re.compile(r"\btừ\s*(?:\w+ ){0,1}$")
TO = re.compile(r"\b(?:lên|xuống|xuống còn|còn|tới|đến)(?: (?:trên|còn|đến|tới|khoảng|hơn|gần))*\s*$")
APART = re.compile(r"[;.](?!\d)|mỗi năm|hằng năm|hàng năm|bình quân|trung bình|năm trước|kế hoạch|chỉ tiêu|mục tiêu")
LONGEST = 90  # characters between the two values of "từ … lên …"


def growth(reading: Reading) -> Iterator[Finding]:
    known = {figure.span: figure for figure in reading.figures}
    bases = {one.relation.figure: one for one in reading.figures if one.relation and one.relation.kind == "base"}
    for place, figure in enumerate(reading.figures):
        relation = figure.relation
        if relation is None or relation.kind != "comparison" or figure.value is None:
            continue
        target = known.get(relation.figure) if relation.figure else None
        if (pair := _from_to(reading, place)) is not None:
            yield _difference(reading, figure, *pair)
        elif figure.unit == "lần" and target is not None:
            yield from _factor(reading, place, target, bases.get(target.span))
        elif target is not None and (base := bases.get(target.span)):
            yield from _change(reading, figure, target, base)
        elif target is not None and relation.against and BEFORE.search(relation.against):
            yield from _since(reading, place, target)


def _from_to(reading: Reading, place: int) -> tuple[Figure, Figure] | None:
    """The two values right before a change: "tăng từ 61,5% năm 2016 lên 84% năm 2021, tăng 22,5 điểm"."""
    if place < 2:
        return None
    first, last, change = reading.figures[place - 2 : place + 1]
    text = reading.document.text
    if change.span.start - first.span.start > 2 * LONGEST or first.value is None or last.value is None:
        return None
    if first.unit != last.unit or not (change.unit.startswith("điểm") or change.base == last.base):
        return None
    gap = text[first.span.end : last.span.start]
    if not FROM.search(text[max(0, first.span.start - 12) : first.span.start]) or not TO.search(gap):
        return None
    between = text[last.span.end : change.span.start]
    return (first, last) if not APART.search(between) and "/năm" not in change.unit else None


def _difference(reading: Reading, change: Figure, first: Figure, last: Figure) -> Finding:
    a, b, said = first.value or Decimal(0), last.value or Decimal(0), change.value or Decimal(0)
    exact = abs(b - a)
    larger, smaller = max(a, b), min(a, b)
    step = f"{written(larger)} − {written(smaller)} = {written(exact)} {change.unit}"
    steps = [step, f"văn bản viết: {change.words}"]
    evidence = [first.span, last.span, change.span]
    direction = change.relation.direction if change.relation else ""
    fits = exact == said and bool(UP.search(direction or "")) == (b > a)
    if fits:
        return reading.finding("value", "holds", step, evidence, steps)
    if change.unit == "%" and smaller and agrees(exact / a * 100 if a else exact, said):
        return reading.finding("value", "holds", f"{written(exact)} : {written(a)} = {change.words}", evidence, steps)
    return reading.finding("value", "error", f"{step}, không phải {change.words}", evidence, steps)


def _factor(reading: Reading, place: int, target: Figure, base: Figure | None) -> Iterator[Finding]:
    figure = reading.figures[place]
    factor, value = figure.value or Decimal(0), target.amount
    if value is None or factor <= 0:
        return
    if base is not None and base.amount:
        yield _times(reading, figure, target, base.amount, [base.span], f"{written(base.amount / target.scale)}")
        return
    following = reading.figures[place + 1] if place + 1 < len(reading.figures) else None
    if (
        following
        and _is_same_change(figure, following)
        and following.base == target.base.split("/")[0]
        and following.amount
    ):
        before = value - following.amount
        if before > 0:
            now, rise, then = (written(one / target.scale) for one in (value, following.amount, before))
            step = f"{now} − {rise} = {then}"
            yield _times(reading, figure, target, before, [following.span], written(before / target.scale), [step])
        return
    if figure.relation and BEFORE.search(figure.relation.against or figure.clause_words):
        earlier = [
            one for one in reading.figures[:place] if one.base == target.base and one is not target and one.amount
        ]
        if earlier and earlier[-1].amount:
            last = earlier[-1]
            yield _times(
                reading,
                figure,
                target,
                last.amount or Decimal(1),
                [last.span],
                written((last.amount or Decimal(1)) / target.scale),
            )


def _is_same_change(one: Figure, other: Figure) -> bool:
    a, b = one.relation, other.relation
    return bool(a and b and b.kind == "comparison" and a.figure == b.figure and a.direction == b.direction)


def _times(
    reading: Reading,
    figure: Figure,
    target: Figure,
    base: Decimal,
    more: list[Span],
    shown_base: str,
    first: list[str] | None = None,
) -> Finding:
    factor = figure.value or Decimal(1)
    exact = (target.amount or Decimal(0)) / base
    shown = round(exact, max(2, decimals(factor) + 1))
    step = f"{written((target.amount or Decimal(0)) / target.scale)} : {shown_base} = {written(shown)} lần"
    steps = [
        *(first or []),
        step,
        f"văn bản viết: {figure.relation.direction if figure.relation else ''} {figure.words}",
    ]
    evidence = [target.span, figure.span, *more]
    is_fold = agrees(exact, factor) or (figure.bound == "over" and factor <= exact < factor + 1)
    says_by = bool(figure.relation and (figure.relation.direction or "").casefold() == "tăng")
    if says_by and agrees(exact - 1, factor):
        return reading.finding("growth", "holds", step, evidence, steps)
    if is_fold and says_by:
        what = f"“tăng {figure.words}” chỉ khớp nếu hiểu là “gấp {figure.words}”: {step}"
        return reading.finding("growth", "review", what, evidence, steps)
    if is_fold:
        return reading.finding("growth", "holds", step, evidence, steps)
    return reading.finding("growth", "error", f"{step}, không phải {figure.words}", evidence, steps)


def _change(reading: Reading, figure: Figure, target: Figure, base: Figure) -> Iterator[Finding]:
    now, before, said = target.amount, base.amount, figure.value
    if not now or not before or said is None:
        return
    if figure.unit == "%":
        exact = abs(now - before) / before * 100
        new, old = written(now / target.scale), written(before / target.scale)
        step = f"({new} − {old}) : {old} = {written(round(exact, decimals(said) + 1))}%"
    elif figure.base == target.base:
        exact = abs(now - before) / figure.scale
        larger, smaller = (written(one / target.scale) for one in (max(now, before), min(now, before)))
        step = f"{larger} − {smaller} = {written(exact)}"
    else:
        return
    steps = [step, f"văn bản viết: {figure.words}"]
    evidence = [target.span, base.span, figure.span]
    if agrees(exact, said):
        yield reading.finding("growth", "holds", step, evidence, steps)
    else:
        yield reading.finding("growth", "error", f"{step}, không phải {figure.words}", evidence, steps)


def _since(reading: Reading, place: int, target: Figure) -> Iterator[Finding]:
    """A change since the time before, told in the item before: "27 ca, giảm 7 ca so với tuần trước"."""
    figure = reading.figures[place]
    if figure.base != target.base or figure.value is None:
        return
    passage = reading.passage_at(target.span.start)
    earlier = [
        one
        for one in reading.before(place)
        if one.base == target.base and one.relation is None and passage and not passage.span.holds(one.span)
    ]
    if not earlier or earlier[-1].value is None or target.value is None:
        return
    before = earlier[-1]
    exact = abs((target.value or Decimal(0)) - (before.value or Decimal(0)))
    larger, smaller = max(target.value, before.value or Decimal(0)), min(target.value, before.value or Decimal(0))
    step = f"{written(larger)} − {written(smaller)} = {written(exact)} {figure.unit}"
    if exact == figure.value:
        yield reading.finding("growth", "holds", step, [before.span, target.span, figure.span], [step])
