"""What stands in quotation marks, in all documents: by words, kind, speaker and document, with counts of the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kb.browse.listing import counted, cut
from kb.library import QUOTES, KnownQuote
from kb.model import FoundPage, Quote, QuoteKind
from kb.snapshot import Snapshot
from kb.vietnamese.letters import fold


@dataclass(frozen=True, slots=True)
class QuotesWanted:
    """Which quotes are asked for: the words of `query` stand in the quotation, its cue, speaker or source.

    Of several speakers, kinds or documents any will do. A speaker may be typed without marks and in part.
    """

    query: str = ""
    speakers: tuple[str, ...] = ()
    kinds: tuple[QuoteKind, ...] = ()
    documents: tuple[str, ...] = ()


def quotes(snapshot: Snapshot, wanted: QuotesWanted, *, limit: int | None = None, offset: int = 0) -> FoundPage[Quote]:
    """The quotes that are asked for, all of them without a limit; facets by `kind` and `speaker`."""
    known = [KnownQuote(*row) for row in snapshot.library.known(QUOTES, wanted.query, wanted.documents)]
    of_speakers = [one for one in known if not wanted.speakers or _is_speaker(one, wanted.speakers)]
    of_kinds = [one for one in known if not wanted.kinds or one.kind in wanted.kinds]
    chosen = [one for one in of_speakers if not wanted.kinds or one.kind in wanted.kinds]
    shown = cut(chosen, limit, offset)
    return FoundPage(
        total=len(chosen),
        offset=offset,
        rows=snapshot.library.finds(QUOTES, (one.place for one in shown)),
        facets={
            "kind": counted(one.kind for one in of_speakers),
            "speaker": counted(one.speaker for one in of_kinds if one.speaker),
        },
    )


def _is_speaker(one: KnownQuote, speakers: Iterable[str]) -> bool:
    name = fold(one.speaker or "")
    return any(fold(" ".join(speaker.split())) in name for speaker in speakers) if name else False
