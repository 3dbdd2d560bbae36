"""The one exact answer to a question as a page shows it: its words, whose or of what they are, its only place."""

from __future__ import annotations

from dataclasses import dataclass

from kb import cite
from kb.browse.exact import exact_answer
from kb.links import cite_url, mark_url
from kb.model import Figure, Location, Placed, Quote
from kb.snapshot import Snapshot
from kb_web.language import gettext as _
from kb_web.narrowing import Asked


@dataclass(frozen=True, slots=True)
class Answer:
    """`name` says what it is; `words` are the source's, `facts` what is known of them, in our order."""

    name: str
    tag: str
    words: str
    facts: tuple[str, ...]
    location: Location
    label: str
    url: str
    cite_url: str
    copied: str


def answer(snapshot: Snapshot, wanted: Asked) -> Answer | None:
    """The exact answer on the first page of an answer that nothing narrows; None where there is none."""
    if wanted.chosen or wanted.page > 1:
        return None
    placed = exact_answer(snapshot, wanted.question)
    if placed is None:
        return None
    found = placed.found
    document = snapshot.library.document(placed.document)
    label = cite.label(cite.place_of(document, placed.section, found.span))
    words = cite.quoted(found.words) if isinstance(found, Quote) else found.words
    return Answer(
        name=_("Trích dẫn khớp") if isinstance(found, Quote) else _("Số liệu khớp"),
        tag="q" if isinstance(found, Quote) else "f",
        words=words,
        facts=_of_quote(found) if isinstance(found, Quote) else _of_figure(found),
        location=placed.location,
        label=label,
        url=_url(placed),
        cite_url=cite_url(placed.document, placed.section, placed.location.lines),
        copied=f"{words} ({label})",
    )


def _url(placed: Placed[Quote] | Placed[Figure]) -> str:
    return mark_url(placed.document, placed.section, placed.mark, placed.location.lines[0])


def _of_quote(quote: Quote) -> tuple[str, ...]:
    speaker = quote.speaker.name if quote.speaker else _("văn bản không nêu lời của ai")
    cue = _("nhận ra từ chữ “{words}”").format(words=quote.cue.words) if quote.cue else ""
    return tuple(filter(None, (speaker, cue, str(quote.source) if quote.source else _("văn bản không nêu xuất xứ"))))


def _of_figure(figure: Figure) -> tuple[str, ...]:
    period = figure.period.text if figure.period else ""
    return tuple(filter(None, (figure.subject, period, figure.qualifier)))
