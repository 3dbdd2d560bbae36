"""The quote that a sieve has decided on: its kind and certainty put together with speaker, source, cue and org."""

from __future__ import annotations

import re
from dataclasses import replace

from kb.extract.quotes.bodies import read_body
from kb.extract.quotes.context import Context
from kb.extract.quotes.cues import Said
from kb.extract.quotes.heads import Head
from kb.extract.quotes.sources import source_of
from kb.model import Certainty, Quote, QuoteKind, Span, Speaker, Work

_ORG_AFTER = re.compile(r"^[,\s]*(?:của|do)\s(?P<who>[^,;.:“”\"()]{3,90})")


def made(
    context: Context,
    kind: QuoteKind,
    certainty: Certainty,
    sieve: str,
    *,
    head: Head | None = None,
    cue: Span | None = None,
    source: Work | None = None,
    org: str | None = None,
) -> Quote:
    """The stretch as a quote of this kind, known from the head or the cue; nobody's words yet."""
    where = Span(head.start, head.end) if head else cue
    if org is None and kind != "quotation":
        org = _org_behind(context)
    return Quote(
        span=context.stretch.span,
        words=context.words,
        kind=kind,
        certainty=certainty,
        sieve=sieve,
        cue=context.cue(where.start, where.end) if where else None,
        source=source,
        org=org,
    )


def quotation(context: Context, said: Said, certainty: Certainty) -> Quote:
    """Words of whoever says them; the source of the quotation before goes on with its speaker."""
    subject = said.subject
    if subject is None:
        return made(context, "quotation", certainty, said.sieve, cue=Span(said.start, said.end))
    last = context.last
    speaker = Speaker(subject.name, subject.role, Span(subject.start, subject.end))
    source = subject.work or source_of(context)
    if (
        source is None
        and last is not None
        and last.speaker is not None
        and last.speaker.name == subject.name
        and _follows(context)
    ):
        source = last.source
    return replace(
        made(context, "quotation", certainty, said.sieve, cue=Span(said.start, said.end), source=source),
        speaker=speaker,
    )


def carried(context: Context, said: Said | None) -> Quote:
    """Words of the speaker of the quotation before, which is there."""
    last = context.last
    assert last is not None
    quote = made(context, "quotation", "likely", "carried", cue=Span(said.start, said.end) if said else None)
    speaker = replace(last.speaker, span=None) if last.speaker else None
    return replace(quote, speaker=speaker, source=last.source, cue=quote.cue or last.cue)


def _follows(context: Context) -> bool:
    """Whether this stands in the next sentence after the quotation before."""
    return len(context.between) < 160 and not re.search(r"(?:Trong|Tại|Năm|Ngày|Khi) ", context.between)


def _org_behind(context: Context) -> str | None:
    """Whose the thing is that is named: "phong trào “…” của Hội Nông dân tỉnh"."""
    match = _ORG_AFTER.match(context.blanked[context.stretch.span.end + 1 : context.stretch.span.end + 120])
    body = read_body(match["who"]) if match else None
    return body.name if body else None
