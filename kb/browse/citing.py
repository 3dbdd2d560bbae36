"""A passage that is to be cited: a section or some lines, with whose quoted words it is made of."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kb.browse.reading import section_at, section_of
from kb.cite import Place, place_of
from kb.errors import BadRequest, NoPrintedLine, NoSuchLines
from kb.extract.quotes import owner_of, read_quotes
from kb.links import section_print, section_url
from kb.model import OUTSIDE, SIGNATURE, TITLE_BLOCK, Document, Span

WHOLE_DOCUMENT = (TITLE_BLOCK, SIGNATURE, OUTSIDE)


@dataclass(frozen=True, slots=True)
class Passage:
    """A section or a run of lines that is to be cited; `url` is the section's lasting address."""

    place: Place
    url: str


def passage(document: Document, section: str | None = None, lines: tuple[int, int] | None = None) -> Passage:
    """What is cited: a section, or lines of the source; the lines alone tell their section.

    Lines that are mostly another's words, quoted, name that person or paper. The title block stands for the whole
    document. NoSuchSection, NoSuchLines; BadRequest for lines that do not stand in the section.
    """
    if lines is None:
        chosen = section_of(document, section or document.sections[0].id)
        span = None if chosen.id in WHOLE_DOCUMENT else chosen.printed(document.text)
    else:
        span = span_of_lines(document, *lines)
        chosen = section_of(document, section) if section else section_at(document, span)
        if section and not chosen.whole.holds(span):
            printed = "-".join(map(str, document.body.locate(chosen.printed(document.text)).lines))
            raise BadRequest(name="lines", value="-".join(map(str, lines)), allowed=f"Mục {chosen.id} ở dòng {printed}")
    address = section_url(document.id, chosen.id, v=section_print(chosen, document.text))
    place = place_of(document, chosen.id, span)
    if lines is not None and span is not None:
        place = replace(place, owners=owners_of(document, span))
    return Passage(place, address)


def owners_of(document: Document, span: Span) -> tuple[str, ...]:
    """Whose quoted words the span is mostly made of, in order; () where it is mostly the document's own text.

    The words that name the speaker count with the quotation, as far as they lie in the span.
    """
    owned = [(owner, quote) for quote in read_quotes(document) if (owner := owner_of(quote)) is not None]
    touched = [
        (owner, quote.span, quote.cue.span if quote.cue else quote.span)
        for owner, quote in owned
        if quote.span.start < span.end and span.start < quote.span.end
    ]
    if not touched:
        return ()
    start = min(max(span.start, cue.start if cue.end > span.start else quote.start) for _, quote, cue in touched)
    end = min(span.end, touched[-1][1].end)
    return tuple(dict.fromkeys(owner for owner, _, _ in touched)) if 2 * (end - start) >= len(span) else ()


def span_of_lines(document: Document, first: int, last: int) -> Span:
    """The text that is printed on these lines; NoSuchLines, or NoPrintedLine where all of them are blank."""
    wanted = [line.span for line in document.body.lines if first <= line.number <= last and len(line.span)]
    final = document.body.lines[-1].number if document.body.lines else 0
    lines = str(first) if first == last else f"{first}-{last}"
    if not 1 <= first <= last <= final:
        raise NoSuchLines(document=document.id, lines=lines, last=final)
    if not wanted:
        raise NoPrintedLine(document=document.id, lines=lines)
    return Span(wanted[0].start, wanted[-1].end).trimmed(document.text)
