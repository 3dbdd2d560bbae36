"""What a document says of itself on its first page and at its foot: title, kind, number, office, date, dispatch.

casing (capitals taken back) · titles (kind and subject) · letterhead (number, date, office, dispatch, signer).
"""

from __future__ import annotations

from collections.abc import Sequence

from kb.model import Body, Front, Section
from kb.source.front.letterhead import (
    read_cover,
    read_date,
    read_number,
    read_office,
    read_signer,
    read_signing_office,
    with_place,
)
from kb.source.front.titles import names_in_title, read_names, title_of

__all__ = ["read_front"]

LONGEST_TITLE = 200  # characters of a title that is taken from the first line because nothing else is one
ADOPTED = "thông qua"  # "Luật này được Quốc hội … thông qua ngày 12 tháng 6 năm 2018": a law's only date


def read_front(body: Body, sections: Sequence[Section], title: str | None = None) -> Front:
    """What the document says of itself; None for what it does not say.

    `title` is what the format says outside the text; it counts where the title block names no kind. A document that
    came with a dispatch and has no number, office or date of its own has the dispatch's office and date.
    """
    block = _lines_of(body, sections, "title-block")
    signature = _lines_of(body, sections, "signature")
    text = body.text
    cover = read_cover(block)
    named = read_names(block, text)
    given_kind, given_number = names_in_title(title or (block[0] if block else ""))
    number = read_number(block) or (None if named else given_number)
    kind = named.kind if named else given_kind
    office = read_office(block, text) if named else None
    if office is None and cover is not None and cover.issuer and kind is not None:
        office = read_signing_office(signature, text) or cover.issuer
    office = office or read_signing_office(signature, text)
    return Front(
        title=title_of(named, number) if named else title or _first_line(body, sections),
        kind=kind,
        number=number,
        issuer=with_place(office, (*block, text)) if office else None,
        signed_on=_signed_on(block, signature, text) or (cover.signed_on if cover else None),
        signed_by=read_signer(signature),
        event=named.event if named else None,
        cover=cover,
    )


def _lines_of(body: Body, sections: Sequence[Section], kind: str) -> list[str]:
    """The lines of the first section of a kind, with its parts."""
    section = next((section for section in sections if section.kind == kind), None)
    return section.whole.of(body.text).strip("\n").split("\n") if section else []


def _signed_on(block: Sequence[str], signature: Sequence[str], text: str) -> str | None:
    """The date in the letterhead, else in the signature, else that of a law's adoption at its end."""
    for line in (*(line for line in block if not line.startswith("(")), *signature):
        if (found := read_date(line)) is not None and ", ngày" in line.replace(",ngày", ", ngày").lower():
            return found
    end = text[-1500:]
    return read_date(end[end.find(ADOPTED) :]) if ADOPTED in end else None


def _first_line(body: Body, sections: Sequence[Section]) -> str:
    """The title of a text that names no kind: its title block's, else its first line."""
    block = next((section.title for section in sections if section.kind == "title-block"), "")
    first = block or body.text.split("\n", 1)[0]
    return first if len(first) <= LONGEST_TITLE else first[:LONGEST_TITLE].rsplit(" ", 1)[0] + "…"
