"""What is printed on a page and is no part of the text: rules, page numbers, running heads and feet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kb.outline.blocks import is_state_head
from kb.outline.markers import read_markers
from kb.outline.signs import awaits_number, ends, starts_small
from kb.source.layout.lines import PrintedLine

RULE = "rule_line"
PAGE_NUMBER = "page_number"
RUNNING_HEAD = "running_head"
RUNNING_FOOT = "running_foot"
DROPPED = frozenset((RULE, PAGE_NUMBER, RUNNING_HEAD, RUNNING_FOOT))
"""The rules of repairs that leave a whole printed line out of the text."""

APART = 8  # lines with ink between two page numbers, at least: no page is shorter (a guess; pages have 25 to 50)
EDGE = 2  # lines at the top and at the foot of a page among which furniture stands
IRREGULAR = 0.2  # share by which the lengths of pages may differ
OFTEN = 3  # times that a line comes again, at least, to be a head where pages do not show

_RULE = re.compile(r"[-_=*~–—\s]{3,}|\*(?:\s*\*)*")
_NUMBER = re.compile(
    r"[-–—(\[|]*\s*(?:trang\s*(?:số\s*)?:?\s*)?(?P<number>\d{1,4})(?:\s*/\s*\d{1,3})?\s*[-–—)\]|]*", re.IGNORECASE
)
_NAMED_PAGE = re.compile(r"(?:^|\s)(?:trang|tr\.)\s*(?P<number>\d{1,4})(?:\s*/\s*\d{1,4})?$", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Furniture:
    """A line that is no part of the text, why, and the page number it carries."""

    line: int
    rule: str
    number: int | None = None


def is_rule(ink: str) -> bool:
    """Whether a line only draws: "-----", "_____", "* * *", "*".

    >>> is_rule("-----"), is_rule("* * *"), is_rule("- 5 tuổi"), is_rule("--")
    (True, True, False, False)
    """
    return _RULE.fullmatch(ink) is not None


def bare_number(ink: str) -> int | None:
    """The number of a line that says nothing else, as a page number is printed; else None.

    >>> bare_number("8"), bare_number("- 12 -"), bare_number("Trang 3/14"), bare_number("8 - 10"), bare_number("5/2021")
    (8, 12, 3, None, None)
    """
    found = _NUMBER.fullmatch(ink)
    return int(found["number"]) if found else None


def counting_numbers(lines: Sequence[PrintedLine]) -> tuple[Furniture, ...]:
    """The numbers that count the pages of a text whose pages are not marked otherwise; `lines` have ink.

    A number stands alone on its line, or as "… Trang 3" at its end. It counts pages when each is one more than the one
    before and a page lies between them: a column of a table does neither.
    """
    found = [(place, number) for place, line in enumerate(lines) if (number := _page_number(line.ink)) is not None]
    chain = _longest_count(found, len(lines) - 1)
    if len(chain) < 2 and (len(found) != 1 or not _is_lone_page_number(lines, *found[0])):
        return ()
    if 2 * len(chain) < len(found):
        return ()  # a table
    return tuple(
        Furniture(lines[place].number, PAGE_NUMBER if bare_number(lines[place].ink) else RUNNING_HEAD, number)
        for place, number in chain
    )


def interrupting(lines: Sequence[PrintedLine]) -> tuple[Furniture, ...]:
    """The running heads of a text that does not show its pages; `lines` have ink.

    A line that comes again at regular distances, a page apart, and half the time in the middle of a sentence. A law may
    repeat a line of its text, but not at every page.
    """
    places: dict[str, list[int]] = {}
    for place, line in enumerate(lines):
        if _may_head(line.ink):
            places.setdefault(_likeness(line.ink), []).append(place)
    return tuple(
        Furniture(lines[place].number, RUNNING_HEAD)
        for found in places.values()
        if len(found) >= OFTEN and _regular(found)
        if 2 * sum(_interrupts(lines, place) for place in found) >= len(found)
        for place in found
    )


def page_furniture(pages: Sequence[Sequence[PrintedLine]]) -> tuple[Furniture, ...]:
    """Page numbers, running heads and feet of a text whose pages are known; `pages` are their lines with ink.

    A head or a foot is a line at the edge of a page that names the page, that stands, but for its number, on other
    pages' edges too, or that says the document's title again.
    """
    numbers = _numbers(pages)
    again = _repeated(pages)
    found: list[Furniture] = []
    for page, lines in enumerate(pages, 1):
        for line in _edges(lines):
            number = bare_number(line.ink)
            if number is not None:
                if (page, number) in numbers:
                    found.append(Furniture(line.number, PAGE_NUMBER, number))
                continue
            head = line in lines[:EDGE]
            named = _NAMED_PAGE.search(line.ink) is not None
            # A head on the first page may be the title itself.
            if named or (_likeness(line.ink) in again and (page > 1 or not head)):
                carried = _number_in(line.ink, page)
                found.append(Furniture(line.number, RUNNING_HEAD if head else RUNNING_FOOT, carried))
    return tuple(found)


def _page_number(ink: str) -> int | None:
    named = _NAMED_PAGE.search(ink)
    return int(named["number"]) if named else bare_number(ink)


def _regular(places: Sequence[int]) -> bool:
    """Whether the distances are those of pages: long enough, and much the same."""
    distances = [after - before for before, after in pairwise(places)]
    return min(distances) > APART and max(distances) - min(distances) <= IRREGULAR * max(distances)


def _interrupts(lines: Sequence[PrintedLine], place: int) -> bool:
    """Whether the lines above and below a line are one sentence."""
    if not 0 < place < len(lines) - 1:
        return False
    return not ends(lines[place - 1].ink) and starts_small(lines[place + 1].ink)


def _longest_count(found: Sequence[tuple[int, int]], final: int) -> list[tuple[int, int]]:
    """The longest run of (place, number) in which each number is one more and a page further down.

    Other bare numbers may stand between: the rest of a wrapped line, or of a table. The last number may stand at the
    foot of a last page of a few lines, on the final line.
    """
    ending: dict[int, list[tuple[int, int]]] = {}  # the longest run so far that ends with a number
    longest: list[tuple[int, int]] = []
    for place, number in found:
        before = ending.get(number - 1, [])
        apart = before and (place - before[-1][0] > APART or place == final)
        run = [*before, (place, number)] if apart else [(place, number)]
        if len(run) > len(ending.get(number, ())):
            ending[number] = run
        longest = max(longest, run, key=len)
    return longest


def _is_lone_page_number(lines: Sequence[PrintedLine], place: int, number: int) -> bool:
    """Whether the only bare number of a text is a page's: not more than the lines above make pages, and no line's rest.

    "giai đoạn 2016 -" / "2020" is a wrapped heading.
    """
    above = lines[place - 1].ink if place else ""
    rest = place + 1 < len(lines) and (above.endswith(("-", "–")) or awaits_number(above, lines[place].ink))
    return place >= APART and number <= 2 + place / APART and not rest


def _numbers(pages: Sequence[Sequence[PrintedLine]]) -> set[tuple[int, int]]:
    """Which (page, bare number) at the edges count pages.

    Those that are the page's place in the file, or differ from it as most of them do, and those that the page before or
    behind counts on with: the pages of an annex are counted anew.
    """
    found = {
        (page, number)
        for page, lines in enumerate(pages, 1)
        for line in _edges(lines)
        if (number := bare_number(line.ink)) is not None
    }
    offsets = {0, *(offset for offset, _ in Counter(number - page for page, number in found).most_common(1))}
    return {
        (page, number)
        for page, number in found
        if number - page in offsets or (page + 1, number + 1) in found or (page - 1, number - 1) in found
    }


def _repeated(pages: Sequence[Sequence[PrintedLine]]) -> set[str]:
    """What stands at the same edge of half the pages behind the first, numbers aside.

    It comes twice at least, or says again what stands at the top of the first page. A law may say the same twice at the
    edges of pages: what begins in mid-sentence or with a marker is its text.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for lines in pages[1:]:
        for edge, chosen in (("top", lines[:EDGE]), ("foot", lines[-EDGE:])):
            counts.update((edge, words) for words in {_likeness(line.ink) for line in chosen if _may_head(line.ink)})
    title = {_likeness(line.ink) for line in pages[0][: 2 * EDGE]} if pages else set()
    half = (len(pages) - 1) / 2
    return {words for (_, words), count in counts.items() if count >= max(half, 1 if words in title else 2)}


def _edges(lines: Sequence[PrintedLine]) -> Sequence[PrintedLine]:
    return lines if len(lines) <= 2 * EDGE else (*lines[:EDGE], *lines[-EDGE:])


def _may_head(ink: str) -> bool:
    says = sum(letter.isalpha() for letter in ink) > 1
    return says and not starts_small(ink) and not read_markers(ink) and not is_state_head(ink)


def _likeness(ink: str) -> str:
    """A line without what differs from page to page: its numbers, spaces and case."""
    return " ".join(_DIGITS.sub("#", ink).casefold().split())


def _number_in(ink: str, page: int) -> int | None:
    """The page number in a running head: the number that is nearest to the page's place in the file."""
    numbers = [int(number) for number in _DIGITS.findall(ink)]
    return min(numbers, key=lambda number: abs(number - page)) if 0 < len(numbers) <= 2 else None
