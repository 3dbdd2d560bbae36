"""What is printed on a page and is no part of the text: rules, page numbers, running heads and feet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kb.outline.signs import awaits_number
from kb.source.layout.lines import PrintedLine

RULE = "rule_line"
PAGE_NUMBER = "page_number"
RUNNING_HEAD = "running_head"
RUNNING_FOOT = "running_foot"

_RULE = re.compile(r"[-_=*~–—\s]{3,}|\*(?:\s*\*)*")
_NUMBER = re.compile(r"[-–—(\[|]*\s*(?:trang\s*(?:số\s*)?:?\s*)?(?P<number>\d{1,4})(?:\s*/\s*\d{1,3})?\s*[-–—)\]|]*", re.IGNORECASE)
_NAMED_PAGE = re.compile(r"(?:^|\s)(?:trang|tr\.)\s*\d{1,4}(?:\s*/\s*\d{1,4})?$", re.IGNORECASE)
_NUMBER_INSIDE = re.compile(r"\d+")
APART = 8  # lines with ink between two page numbers, at least: no page is shorter (a guess; pages have 25 to 50)
EDGE = 2  # lines at the top and at the foot of a page among which furniture stands


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
    """The bare numbers of a text whose pages are not marked, when they count its pages.

    They do when each is one more than the one before and a page lies between them: a column of a table does neither.
    """
    found = [(place, number) for place, line in enumerate(lines) if (number := bare_number(line.ink)) is not None]
    chain = _longest_count(found, len(lines) - 1)
    if len(chain) < 2 and (len(found) != 1 or not _is_lone_page_number(lines, *found[0])):
        return ()
    return tuple(Furniture(lines[place].number, PAGE_NUMBER, number) for place, number in chain)


def _longest_count(found: Sequence[tuple[int, int]], final: int) -> list[tuple[int, int]]:
    """The longest run of (place, number) in which each number is one more and a page further down.

    Other bare numbers may stand between: the rest of a wrapped line, or of a table. The last number may stand at the
    foot of a last page of a few lines, on the final line.
    """
    chains: list[list[tuple[int, int]]] = []
    for place, number in found:
        before = [c for c in chains if c[-1][1] == number - 1 and (place - c[-1][0] > APART or place == final)]
        chains.append([*max(before, key=len, default=[]), (place, number)])
    return max(chains, key=len, default=[])


def _is_lone_page_number(lines: Sequence[PrintedLine], place: int, number: int) -> bool:
    """Whether the only bare number of a text is a page's: not more than the lines above make pages, and no line's rest.

    "giai đoạn 2016 -" / "2020" is a wrapped heading.
    """
    above = lines[place - 1].ink if place else ""
    rest = place + 1 < len(lines) and (above.endswith(("-", "–")) or awaits_number(above, lines[place].ink))
    return APART <= place and number <= 2 + place / APART and not rest


def page_furniture(pages: Sequence[Sequence[PrintedLine]]) -> tuple[Furniture, ...]:
    """Page numbers, running heads and feet of a text whose pages are known; `pages` are their lines with ink.

    A head or a foot is a line at the edge of a page that stands, but for its number, on another page's edge too, or
    that says the document's title again.
    """
    found: list[Furniture] = []
    offsets = Counter(
        number - page
        for page, lines in enumerate(pages, 1)
        for line in _edges(lines)
        if (number := bare_number(line.ink)) is not None
    )
    offset = offsets.most_common(1)[0][0] if offsets else 0
    repeated = Counter(words for lines in pages for words in {_likeness(line.ink) for line in _edges(lines)})
    often = max(2, len(pages) / 3)
    title = {_likeness(line.ink) for line in pages[0][: 2 * EDGE]} if pages else set()
    for page, lines in enumerate(pages, 1):
        for line in _edges(lines):
            number = bare_number(line.ink)
            words = _likeness(line.ink)
            if number is not None and number - page == offset:
                found.append(Furniture(line.number, PAGE_NUMBER, number))
            elif number is None and _says(line.ink):
                head = line in lines[:EDGE]
                carried = _number_in(line.ink, page)
                again = repeated[words] >= often or (page > 1 and words in title) or _NAMED_PAGE.search(line.ink)
                if again and (page > 1 or not head or carried):  # on the first page it may be the title itself
                    found.append(Furniture(line.number, RUNNING_HEAD if head else RUNNING_FOOT, carried))
    return tuple(found)


def _edges(lines: Sequence[PrintedLine]) -> Sequence[PrintedLine]:
    return lines if len(lines) <= 2 * EDGE else (*lines[:EDGE], *lines[-EDGE:])


def _says(ink: str) -> bool:
    return sum(letter.isalpha() for letter in ink) > 1


def _likeness(ink: str) -> str:
    """A line without what differs from page to page: its numbers, spaces and case."""
    return " ".join(_NUMBER_INSIDE.sub("#", ink).casefold().split())


def _number_in(ink: str, page: int) -> int | None:
    """The page number in a running head: the number that is nearest to the page's place in the file."""
    numbers = [int(number) for number in _NUMBER_INSIDE.findall(ink)]
    return min(numbers, key=lambda number: abs(number - page)) if numbers and len(numbers) <= 2 else None
