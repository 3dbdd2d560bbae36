"""What a document says of itself on its first page and at its foot: title, kind, number, office, date, dispatch.

casing (capitals taken back) · titles (kind and subject) · letterhead (number, date, office, dispatch) · signature.
"""

from __future__ import annotations

from collections.abc import Sequence

from kb.model import Body, Front, Section, SectionKind
from kb.source.front.letterhead import read_cover, read_date, read_number, read_office, with_place
from kb.source.front.signature import read_signer, read_signing_office
from kb.source.front.titles import names_in_title, read_names, title_of

__all__ = ["read_front"]

LONGEST_TITLE = 200  # characters of a title that is taken from the first line because nothing else is one
ADOPTED = "thông qua"  # "Luật này được Quốc hội … thông qua ngày 12 tháng 6 năm 2018": a law's only date
CLOSING = 1500  # characters at the end of a law in which that sentence stands


def read_front(body: Body, sections: Sequence[Section], title: str | None = None) -> Front:
    """What the document says of itself; None for what it does not say.

    `title` is what the format says outside the text; it counts where the title block names no kind. A document that
    came with a dispatch and has no office or date of its own has the dispatch's.
    """
    block, signature = _lines_of(body, sections, "title-block"), _lines_of(body, sections, "signature")
    cover = read_cover(block)
    named = read_names(block, body.text)
    given_kind, given_number = names_in_title(title or (block[0] if block else ""))
    number = read_number(block) or (None if named else given_number)
    office = read_office(block, body.text) if named else None
    office = office or read_signing_office(signature, body.text) or (cover.issuer if cover else None)
    return Front(
        title=title_of(named, number) if named else title or _first_line(body, sections),
        kind=named.kind if named else given_kind,
        number=number,
        issuer=with_place(office, (*block, body.text)) if office else None,
        signed_on=_signed_on(block, signature, body.text) or (cover.signed_on if cover else None),
        signed_by=read_signer(signature),
        event=named.event if named else None,
        cover=cover,
    )


def _lines_of(body: Body, sections: Sequence[Section], kind: SectionKind) -> list[str]:
    """The lines of the first section of a kind, with its parts."""
    section = next((section for section in sections if section.kind == kind), None)
    return section.whole.of(body.text).strip("\n").split("\n") if section else []


def _signed_on(block: Sequence[str], signature: Sequence[str], text: str) -> str | None:
    """The date behind a place ("Sông Vân, ngày …") above or below the text, else that of a law's adoption."""
    for line in (*block, *signature):
        if ", ngày" in line and not line.startswith("(") and (found := read_date(line)) is not None:
            return found
    end = text[-CLOSING:]
    return read_date(end[end.find(ADOPTED) :]) if ADOPTED in end else None


def _first_line(body: Body, sections: Sequence[Section]) -> str:
    """The title of a text that names no kind: its title block's, else its first line."""
    block = next((section.title for section in sections if section.kind == "title-block"), "")
    first = block or body.text.split("\n", 1)[0]
    return first if len(first) <= LONGEST_TITLE else first[:LONGEST_TITLE].rsplit(" ", 1)[0] + "…"
