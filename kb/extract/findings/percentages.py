"""Shares against the numbers they are of: "58/96 xã, chiếm 60,4%", and rates over 100 %."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from kb.extract.findings.parts import Reading, agrees, decimals, written
from kb.model import Figure, Finding, Span

RATE = re.compile(r"^(?:tỷ lệ|tỉ lệ|công suất|tỷ trọng|độ che phủ)", re.IGNORECASE)
WHOLE_SAID = re.compile(r"^ (?P<words>[^,;.()]{4,60})")
HUNDRED = Decimal(100)


def percentages(reading: Reading) -> Iterator[Finding]:
    known: dict[Span | None, Figure] = {figure.span: figure for figure in reading.figures}
    for place, figure in enumerate(reading.figures):
        if figure.unit != "%" or figure.value is None:
            continue
        relation = figure.relation
        target = known.get(relation.figure) if relation and relation.kind == "of" and relation.figure else None
        if target is not None and (pair := _share_of(reading, place, target, known)):
            yield _checked(reading, figure, target, *pair)
        elif RATE.search(figure.subject) and _is_over(figure):
            what = (
                f"{figure.subject} {figure.qualifier or ''} {figure.words}: một tỷ lệ của toàn bộ không vượt quá 100%"
            )
            note = "có thể đúng (quá tải, vượt kế hoạch): cần người xem"
            yield reading.finding("percentage", "review", " ".join(what.split()), [figure.span], [note])


def _is_over(figure: Figure) -> bool:
    value = figure.value or Decimal(0)
    return figure.relation is None and (value > HUNDRED or (value == HUNDRED and figure.bound == "over"))


def _share_of(
    reading: Reading, place: int, target: Figure, known: Mapping[Span | None, Figure]
) -> tuple[Decimal, Decimal, Figure | None] | None:
    """Part and whole of a share: of a ratio, of a part and its whole, of a sum and another named behind it."""
    if target.relation is not None and target.relation.whole and target.value is not None:
        return target.value, target.relation.whole, None
    if target.amount is None or target.bound != "exact":
        return None
    if target.relation is not None and target.relation.kind == "part_of":
        whole = known.get(target.relation.figure)
        if whole is not None and whole.amount and whole.bound == "exact":
            return target.amount, whole.amount, whole
    figure = reading.figures[place]
    said = WHOLE_SAID.match(reading.document.text[figure.span.end : figure.span.end + 80])
    if said is None:
        return None
    wanted = set(said["words"].casefold().split())
    for other in reversed(reading.before(place)):
        told = set(f"{other.subject} {other.clause_words}".casefold().split())
        if other is not target and other.base == target.base and other.amount and wanted <= told:
            return target.amount, other.amount, other
    return None


def _checked(
    reading: Reading, figure: Figure, target: Figure, part: Decimal, whole: Decimal, other: Figure | None
) -> Finding:
    said = figure.value or Decimal(0)
    exact = part / whole * HUNDRED
    scale = target.scale
    shown = round(exact, max(decimals(said), 1))
    step = f"{written(part / scale)} : {written(whole / scale)} = {written(shown)}%"
    steps = [step, f"văn bản viết: {figure.words}"]
    evidence = [target.span, figure.span, *([other.span] if other else [])]
    fits = (
        agrees(exact, said) or (figure.bound == "over" and exact >= said) or (figure.bound == "under" and exact <= said)
    )
    if fits or (figure.bound == "about" and abs(exact - said) < 2):
        return reading.finding("percentage", "holds", step, evidence, steps)
    return reading.finding("percentage", "error", f"{step}, không phải {figure.words}", evidence, steps)
