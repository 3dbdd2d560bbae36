"""What the figures of a paragraph are measured against: each other, a year before, a whole.

Parts of a whole are read from "gồm", "trong đó", ":" and the list behind it; comparisons from the verb before the
number and "so với" behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.extract.figures.drafts import Draft
from kb.extract.figures.periods import Time
from kb.extract.passages import Passage
from kb.model import Span
from kb.model.figure import Relation

AGAINST = re.compile(r"so (?:với )?(?P<words>[^,;.()]{2,60}?)(?=\s*[,;.()]|$)")
BEHIND_LIFT = re.compile(r"^ (?P<words>(?:tháng|năm|tuần|kỳ|quý|cùng kỳ|bình quân|mức)[^,;.()]{0,40})")
PARTS = re.compile(
    r"(?:^|[\s,(])(?:(?P<all>bao gồm(?! cả)|gồm(?: có)?(?! cả)|chia ra|chia thành)"
    r"|(?P<some>trong đó(?: có)?))(?!\w)[:,]?",
    re.IGNORECASE,
)
COLON = re.compile(r"\s*:\s*(?:\w+\s){0,2}$")
SHARE = re.compile(r"(?:chiếm|bằng|đạt)(?: (?:tỷ lệ|tỉ lệ|khoảng|gần|hơn|trên|tới|đến))*\s*$", re.IGNORECASE)
LIST_ENDS = re.compile(r";|[.!?](?=\s|\[)")
LAST_OF_LIST = re.compile(r"\bvà\s+(?:\w+\s){0,4}$|\bvà\b[^,;]*$")
LONGEST_GAP = 260  # characters between two parts of one list; the longest of the outline is 160 (line 1072)


def relations(passage: Passage, figures: Sequence[Draft], known: Sequence[Time]) -> tuple[Relation | None, ...]:
    """The relation of each figure, in order; spans are the paragraph's."""
    found: list[Relation | None] = []
    for place in range(len(figures)):
        found.append(_relation(passage, figures, place, found, known))
    for total, parts, listed in part_lists(passage.text, figures, found):
        for part in parts:
            if found[part] is None or found[part] == Relation("of"):
                found[part] = Relation("part_of", figures[total].span, listed=listed)
    return tuple(found)


def compared_with(time: Time, passage: Passage, figure: Span) -> bool:
    """Whether a figure in brackets is the value at the time compared with: "so với năm 2015 (24.150 tỷ đồng)"."""
    gap = passage.text[time.span.end : figure.start]
    return time.base and len(gap) < 12 and re.fullmatch(r"\s*\(\s*(?:đạt |là |chỉ )?", gap) is not None


def _relation(
    passage: Passage, figures: Sequence[Draft], place: int, found: Sequence[Relation | None], known: Sequence[Time]
) -> Relation | None:
    text, one = passage.text, figures[place]
    before = figures[place - 1] if place else None
    if one.counted.whole is not None:
        return Relation("of", whole=one.counted.whole)
    if any(compared_with(time, passage, one.span) for time in known):
        return Relation("base", _measured(passage, figures, found, place))
    if before and place and (last := found[place - 1]) and last.kind == "comparison":
        gap = text[before.span.end : one.span.start]
        if re.fullmatch(r"\s*\((?:(?!từ )\w+ ){0,3}", gap):
            return Relation("comparison", last.figure, last.direction, _against(passage, one) or last.against)
    if one.direction:
        target = None if one.named else _measured(passage, figures, found, place)
        return Relation("comparison", target, one.direction, _against(passage, one))
    led = text[one.clause.start : one.span.start]
    if (
        one.counted.unit.dimension == "percent"
        and before
        and (SHARE.fullmatch(led.strip()) or (not one.named and SHARE.search(led)))
    ):
        if before.counted.unit.dimension in {"age", "time"}:
            return None
        return Relation("of", _measured(passage, figures, found, place))
    return None


def _measured(passage: Passage, figures: Sequence[Draft], found: Sequence[Relation | None], place: int) -> Span | None:
    """The nearest figure before this one in the sentence that is no comparison itself."""
    sentence = passage.sentence(figures[place].span.start)
    for at in range(place - 1, -1, -1):
        if figures[at].span.start < sentence.start:
            return None
        relation = found[at]
        if relation is None or relation.kind not in {"comparison", "base"}:
            return figures[at].span
    return None


def _against(passage: Passage, one: Draft) -> str | None:
    text = passage.text
    sentence = passage.sentence(one.span.start)
    near = text[one.span.end : min(sentence.end, one.span.end + 120)]
    stop = near.find(";")
    near = near if stop < 0 else near[:stop]
    match = AGAINST.search(near) or BEHIND_LIFT.match(near)
    # "tăng 1,9 lần (18,9 triệu đồng) so với năm 2015": a bracket may stand between; a comma may not.
    if match is None or ", " in near[: match.start()]:
        return None
    return " ".join(match["words"].split())


def part_lists(
    text: str, figures: Sequence[Draft], found: Sequence[Relation | None]
) -> tuple[tuple[int, tuple[int, ...], bool], ...]:
    """Each whole with its parts, as places in `figures`, and whether the text lists all of them ("gồm")."""
    lists: list[tuple[int, tuple[int, ...], bool]] = []
    for place in range(len(figures) - 1):
        gap = text[figures[place].span.end : figures[place + 1].span.start]
        intro = PARTS.search(gap)
        colon = None if intro else COLON.match(gap)
        if (intro is None and colon is None) or LIST_ENDS.search(gap[: intro.start()] if intro else gap):
            continue
        listed = intro is None or intro["all"] is not None
        total = _total(figures, found, place, place + 1)
        if total is None:
            continue
        parts = _parts(text, figures, total, place + 1, listed=listed)
        if not parts and _adds_up(figures, total, told := _parts(text, figures, total, place + 1, listed=True)):
            parts = told  # "612 tổ chức cơ sở đảng, trong đó có 274 đảng bộ cơ sở và 338 chi bộ cơ sở"
        if parts:
            lists.append((total, parts, listed))
    return tuple(lists)


def _total(figures: Sequence[Draft], found: Sequence[Relation | None], last: int, part: int) -> int | None:
    """The whole that a list of parts is of: the nearest figure before it that the first part can be part of."""
    for at in range(last, max(-1, last - 3), -1):
        relation = found[at]
        if relation is not None and relation.kind in {"comparison", "base"}:
            continue
        if _fits(figures[at], figures[part]) or at == last:
            return at
    return None


def _parts(text: str, figures: Sequence[Draft], total: int, first: int, *, listed: bool) -> tuple[int, ...]:
    parts: list[int] = []
    for at in range(first, len(figures)):
        gap = text[figures[at - 1].span.end : figures[at].span.start]
        if parts and (LIST_ENDS.search(gap) or len(gap) > LONGEST_GAP or PARTS.search(gap)):
            break
        same = figures[at].counted.unit.dimension == figures[total].counted.unit.dimension
        if not same or figures[at].direction or not (_fits(figures[total], figures[at]) or (listed and _is_short(gap))):
            if not same and figures[at].counted.unit.dimension in {"percent", "age"}:
                continue  # "gồm 78 trường (36,4%), 97 trường": a share of the part
            break
        parts.append(at)
        if len(parts) > 1 and LAST_OF_LIST.search(gap):
            break
    return tuple(parts)


def _adds_up(figures: Sequence[Draft], total: int, parts: Sequence[int]) -> bool:
    values = [figures[part].counted.low for part in parts]
    return len(parts) > 1 and None not in values and sum(filter(None, values)) == figures[total].counted.low


def _fits(total: Draft, part: Draft) -> bool:
    """Whether a figure can be a part of another: the same unit, or a noun that begins with the same word."""
    a, b = total.counted.unit, part.counted.unit
    if a.dimension != b.dimension:
        return False
    if a.dimension == "count":
        return bool(set(a.head.split()[:1]) & set(b.head.split()[:1])) or b.head in a.base.casefold()
    return a.base == b.base


def _is_short(gap: str) -> bool:
    return len(gap.split()) <= 8
