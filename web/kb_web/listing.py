"""What the pages of finds share: tabs, and the links to the page before and the page after."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from kb_web.frame import Link
from kb_web.language import gettext as _

LAST_PAGE = 1000
"""No page of a list has a higher number."""


@dataclass(frozen=True, slots=True)
class Tab:
    """One kind with how many there are, as a link."""

    name: str
    count: int
    url: str
    is_current: bool


class Turns(NamedTuple):
    """The links to the pages beside this one; None where there is none."""

    previous: Link | None
    next: Link | None


def turns(number: int, url: Callable[[int], str], *, has_more: bool) -> Turns:
    """The links beside page `number`, given the address of each page."""
    return Turns(
        Link(_("Trang trước"), url(number - 1)) if number > 1 else None,
        Link(_("Trang sau"), url(number + 1)) if has_more else None,
    )
