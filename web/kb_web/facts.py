"""What a page says about a document in one line: who issued it, its number and day, what it came with, its pages."""

from __future__ import annotations

from kb.cite import written_date
from kb.model import Front
from kb_web.language import gettext as _
from kb_web.language import ngettext


def origin(front: Front) -> tuple[str, ...]:
    """Who issued it, number, day, the dispatch it was sent with; what it does not say is left out."""
    cover = front.cover
    is_own = not (cover and cover.number and front.number in (None, cover.number))
    number = _("số {number}").format(number=front.number) if front.number and is_own else ""
    day = written_date(front.signed_on) if front.signed_on and is_own else ""
    return tuple(filter(None, (front.issuer, number, day, _sent_with(front))))


def facts(front: Front, pages: int | None, sections: int | None = None) -> tuple[str, ...]:
    """The origin, then how many pages the file has, where it shows them, and how many sections."""
    counts = []
    if pages:
        counts.append(ngettext("{count} trang", "{count} trang", pages).format(count=pages))
    if sections:
        counts.append(ngettext("{count} mục", "{count} mục", sections).format(count=sections))
    return (*origin(front), *counts)


def _sent_with(front: Front) -> str:
    cover = front.cover
    if cover is None or cover.number is None:
        return ""
    if cover.signed_on is None:
        return _("kèm {kind} số {number}").format(kind=cover.kind, number=cover.number)
    return _("kèm {kind} số {number} ngày {day}").format(
        kind=cover.kind, number=cover.number, day=written_date(cover.signed_on)
    )
