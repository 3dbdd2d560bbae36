"""The printed lines of a section, with the rule that is drawn below it."""

from __future__ import annotations

from bisect import bisect_left

from kb.model import Body, Location, Section, Span


def extent(body: Body, section: Section) -> Location:
    """Where a section with all below it is printed; title block and signature end with the rule drawn below them.

    The title block of the outline ends with the rule on line 8, its signature with the one on line 1106.
    """
    words = section.whole.of(body.text).rstrip()
    place = section.whole.start + len(words)
    location = body.locate(Span(section.whole.start, max(place, section.whole.start + 1)))
    down = _lines_to_rule(body, place) if section.level == 1 and section.kind in ("title-block", "signature") else 0
    return Location((location.lines[0], location.lines[1] + down), location.pages)


def _lines_to_rule(body: Body, place: int) -> int:
    """How many lines below the words that end at a place a rule is drawn; 0 where none is."""
    down = to_rule = 0
    for repair in body.repairs[bisect_left(body.repairs, place, key=lambda repair: repair.span.start) :]:
        # Behind the words stand only what was dropped and the one line end that was kept.
        if repair.span.start > place + 1 or repair.span.of(body.text).strip():
            break
        if "rule_line" in repair.rules:
            to_rule = down + repair.before.rstrip().count("\n")
        elif repair.before.strip():
            break
        down += repair.before.count("\n")
    return to_rule
