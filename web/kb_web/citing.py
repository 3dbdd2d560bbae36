"""`/d/DOCUMENT/s/ID/cite?lines=A-B`: every form in which a section, or lines of it, are cited.

Each form stands in a box from which it can be copied; what other programs read is also a file, by `as=`.
"""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, Response, request

from kb import browse, cite
from kb.browse import Passage
from kb.links import cite_url, line_fragment, section_url
from kb.model import Document, SectionId
from kb.snapshot import Snapshot
from kb_web import asked
from kb_web.contents import name_of
from kb_web.frame import page
from kb_web.language import gettext as _
from kb_web.shelf import Shelf

LONGEST_QUOTATION = 1500  # code points; a section longer than this is cited, not quoted
FILES = {
    "ris": ("application/x-research-info-systems", "ris"),
    "bibtex": ("application/x-bibtex", "bib"),
    "csl": ("application/vnd.citationstyles.csl+json", "json"),
}


@dataclass(frozen=True, slots=True)
class Form:
    """One form: its id on the page, its name, the words, how many rows they take, and the address of its file."""

    id: str
    name: str
    words: str
    rows: int
    file_url: str | None = None


def pages(shelf: Shelf) -> Blueprint:
    """The page of citations, answered from what stands on the shelf."""
    blueprint = Blueprint("citing", __name__)

    @blueprint.get("/d/<document>/s/<section>/cite")
    def forms(document: str, section: str) -> str | Response:
        snapshot = shelf.snapshot()
        stored = browse.document(snapshot, document)
        lines = asked.lines(request.args)
        kind = asked.choice(request.args, "as", ("", *FILES))
        passage = browse.passage(stored, section, lines)
        if kind:
            return _file(kind, passage)
        return _page(snapshot, stored, SectionId(section), lines, passage)

    return blueprint


def _file(kind: str, passage: Passage) -> Response:
    media_type, suffix = FILES[kind]
    made = {"ris": cite.ris, "bibtex": cite.bibtex, "csl": cite.csl}[kind](passage.place, _with_host(passage.url))
    response = Response(made, mimetype=media_type)
    response.headers.set("Content-Disposition", "attachment", filename=f"kb.{suffix}")
    return response


def _page(
    snapshot: Snapshot, document: Document, section: SectionId, lines: tuple[int, int] | None, passage: Passage
) -> str:
    quoted = _quoted(document, section, lines)
    fragment = line_fragment(lines[0]) if lines else ""
    return page(
        "cite.html",
        snapshot,
        document_title=document.front.title,
        name=name_of(browse.section_of(document, section), document.text),
        url=section_url(document.id, section, hit=lines[0] if lines else None) + fragment,
        label=cite.label(passage.place),
        quoted=cite.quotable(passage.place, quoted),
        owners=passage.place.owners,
        forms=_forms(passage, quoted, document, section, lines),
        path=passage.url,
        address=_with_host(passage.url),
    )


def _forms(
    passage: Passage, quoted: str, document: Document, section: SectionId, lines: tuple[int, int] | None
) -> tuple[Form, ...]:
    place, address = passage.place, _with_host(passage.url)
    words = [("full", _("Đầy đủ"), cite.full(place)), ("short", _("Ngắn"), cite.short(place))]
    if quoted:
        words.append(("quotation", _("Câu trích kèm nguồn"), cite.quotation(place, quoted)))
    exports = (
        ("ris", "RIS", cite.ris(place, address).replace("\r\n", "\n").rstrip("\n")),
        ("bibtex", "BibTeX", cite.bibtex(place, address)),
        ("csl", "CSL-JSON", cite.csl(place, address)),
    )
    return (
        *(Form(f"kb-{id}", name, text, 1 + len(text) // 80) for id, name, text in words),
        *(
            Form(f"kb-{id}", name, text, 1 + text.count("\n"), cite_url(document.id, section, lines, **{"as": id}))
            for id, name, text in exports
        ),
    )


def _quoted(document: Document, section: SectionId, lines: tuple[int, int] | None) -> str:
    """The words that are cited, where they are few enough to be quoted; else ""."""
    if lines:
        words = browse.span_of_lines(document, *lines).of(document.text)
    else:
        words = browse.section_of(document, section).printed(document.text).of(document.text)
    return words if len(words) <= LONGEST_QUOTATION else ""


def _with_host(url: str) -> str:
    return request.host_url.rstrip("/") + url
