"""The label of a hit, and the full and short form of a citation."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.cite.whereabouts import section_names
from kb.model import Document, Front, Location, Page, Section, SectionId, Span

DASH = "–"
ONE_QUOTATION = re.compile(r"“[^“”]+”")


@dataclass(frozen=True, slots=True)
class Place:
    """What a citation needs to know: the document's front, the sections from the top down, lines and pages.

    `location` is None when the whole document or section is meant. `pages` are the document's. `owners` are those whose
    words the document quotes there, written as they are to be cited (kb.extract.quotes).
    """

    front: Front
    lineage: tuple[Section, ...]
    location: Location | None = None
    pages: tuple[Page, ...] = ()
    owners: tuple[str, ...] = ()


def place_of(document: Document, section: SectionId, span: Span | None = None) -> Place:
    """The place of a span of a document's text; without a span, of the whole section."""
    location = None if span is None else document.body.locate(span)
    return Place(document.front, document.lineage(section), location, document.body.pages)


def label(place: Place) -> str:
    """One line under a hit: title, section, page, lines; no full stop.

    >>> label(Place(Front("Kế hoạch tháng 5"), (), Location((3, 4), (1, 1))))
    'Kế hoạch tháng 5, tr. 1, dòng 3–4'
    """
    return ", ".join((place.front.title, *section_names(place.lineage), *_page(place), *_lines(place)))


def full(place: Place) -> str:
    """The form of a first citation, with its full stop.

    >>> front = Front("Chỉ thị về rừng", "Chỉ thị", "05-CT/TU", "Tỉnh ủy A", "2020-02-04")
    >>> full(Place(front, (), Location((3, 3), None)))
    'Tỉnh ủy A: Chỉ thị số 05-CT/TU ngày 04/02/2020 về rừng, dòng 3.'
    """
    return (
        ", ".join((_quoting(place) + _work(place.front), *section_names(place.lineage), *_page(place), *_lines(place)))
        + "."
    )


def short(place: Place) -> str:
    """The form from the second citation on: kind, number and day, then section and page; no full stop."""
    names = section_names(place.lineage, numbered_only=True)
    return ", ".join((_quoting(place) + _short_work(place.front), *names, *_page(place, printed=False)))


def quoted(words: str) -> str:
    """Words in quotation marks, as one paragraph; quotation marks inside them become single ones.

    >>> quoted("Người dạy:\\n“trồng rừng”"), quoted("“trồng rừng”")
    ('“Người dạy: ‘trồng rừng’”', '“trồng rừng”')
    """
    line = " ".join(words.split())
    if ONE_QUOTATION.fullmatch(line):
        return line
    return "“" + line.replace("“", "‘").replace("”", "’") + "”"


def quotation(place: Place, words: str) -> str:
    """Words of the passage with their source, as one paragraph.

    Of a passage that is cited as another's words, only those are quoted, where they are one quotation.

    >>> place = Place(Front("Kế hoạch tháng 5"), (), Location((3, 3), (1, 1)), owners=("Hồ Chí Minh",))
    >>> quotation(place, "Người dạy: “trồng rừng”.")
    '“trồng rừng” (Hồ Chí Minh, dẫn theo Kế hoạch tháng 5, tr. 1, dòng 3)'
    """
    return f"{quoted(quotable(place, words))} ({full(place).removesuffix('.')})"


def quotable(place: Place, words: str) -> str:
    """What of the words is quoted: of another's words only those, where they are one quotation; else all of them."""
    own = ONE_QUOTATION.findall(words) if place.owners and words.count("“") == 1 else ()
    return own[0] if own else words


def written_date(iso: str) -> str:
    """A day as Nghị định 30/2020/NĐ-CP writes it: days below 10 and the months 1 and 2 take a zero.

    A month or year alone stays one.

    >>> written_date("2008-03-04"), written_date("1930-02-03"), written_date("2020-07"), written_date("1945")
    ('04/3/2008', '03/02/1930', '7/2020', '1945')
    """
    year, *rest = iso.split("-")
    if not rest:
        return year
    month = int(rest[0])
    written = f"{month:02d}" if month <= 2 else str(month)
    return f"{written}/{year}" if len(rest) == 1 else f"{int(rest[1]):02d}/{written}/{year}"


def _quoting(place: Place) -> str:
    """ "Hồ Chí Minh, dẫn theo ": another's words are never cited as if the original had been read."""
    return "; ".join(place.owners) + ", dẫn theo " if place.owners else ""


def _work(front: Front) -> str:
    """The document itself, as the full form names it."""
    if not _has_own_number(front):
        issuer = f"{front.issuer}: " if front.issuer else ""
        return f"{issuer}{front.title}{_sent_with(front)}"
    head = _numbered(front.kind or "", front.number or "", front.signed_on)
    subject = _subject(front)
    if is_state_number(front.number or ""):
        return " ".join(filter(None, (head, f"của {front.issuer}" if front.issuer else "", subject)))
    return (f"{front.issuer}: " if front.issuer else "") + " ".join(filter(None, (head, subject)))


def _short_work(front: Front) -> str:
    if _has_own_number(front):
        return _numbered(front.kind or "", front.number or "", front.signed_on)
    if front.cover and front.cover.number:
        cover = _numbered(front.cover.kind, front.cover.number, front.cover.signed_on)
        return f"{front.kind or front.title} ({cover})"
    return front.title


def _has_own_number(front: Front) -> bool:
    """Whether the number is the document's, and not that of the dispatch it was sent with."""
    return bool(front.kind and front.number and not (front.cover and front.cover.number == front.number))


def _sent_with(front: Front) -> str:
    if front.cover is None or front.cover.number is None:
        return ""
    return f" (kèm theo {_numbered(front.cover.kind, front.cover.number, front.cover.signed_on)})"


def _numbered(kind: str, number: str, signed_on: str | None) -> str:
    day = f" ngày {written_date(signed_on)}" if signed_on else ""
    return f"{kind} số {number}{day}"


def _subject(front: Front) -> str:
    """The title without the kind it begins with: "về phát triển giáo dục …"."""
    title = front.title
    kind = front.kind or ""
    return title[len(kind) :].lstrip() if title.casefold().startswith(kind.casefold()) else title


def is_state_number(number: str) -> bool:
    slash, hyphen = number.find("/"), number.find("-")
    return slash >= 0 and (hyphen < 0 or slash < hyphen)


def _page(place: Place, *, printed: bool = True) -> tuple[str, ...]:
    """("tr. 7 (số in 8)",): the page of the file; the printed number only where it was read there, not counted."""
    if place.location is None or place.location.pages is None:
        return ()
    first, last = place.location.pages
    if first != last:
        return (f"tr. {first}{DASH}{last}",)
    read = {page.number: page.printed for page in place.pages if page.printed_how == "read"}
    return (f"tr. {first}" + (f" (số in {read[first]})" if printed and first in read else ""),)


def _lines(place: Place) -> tuple[str, ...]:
    if place.location is None:
        return ()
    first, last = place.location.lines
    return (f"dòng {first}" if first == last else f"dòng {first}{DASH}{last}",)
