"""What contradicts itself in all documents, and what was tried and holds: by words, category, verdict and document."""

from __future__ import annotations

from dataclasses import dataclass

from kb.browse.listing import counted, cut
from kb.browse.reading import section_at
from kb.desk import Accepted, Desk, now
from kb.errors import NoSuchFinding
from kb.library import FINDINGS, KnownFinding
from kb.model import (
    DocumentId,
    Finding,
    FindingCategory,
    FoundPage,
    Location,
    Placed,
    SectionId,
    Span,
    Verdict,
)
from kb.snapshot import Snapshot

ORDER: dict[Verdict, int] = {"error": 0, "likely": 1, "review": 2, "holds": 3}


@dataclass(frozen=True, slots=True)
class FindingsWanted:
    """Which findings are asked for. `accepted`: those with these ids are left out, unless `with_accepted`;
    `only_accepted` lists no others."""

    query: str = ""
    verdicts: tuple[Verdict, ...] = ()
    categories: tuple[FindingCategory, ...] = ()
    documents: tuple[str, ...] = ()
    accepted: frozenset[str] = frozenset()
    with_accepted: bool = False
    only_accepted: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place of a finding with its words."""

    document: DocumentId
    section: SectionId
    location: Location
    span: Span
    words: str


def findings(
    snapshot: Snapshot, wanted: FindingsWanted, *, limit: int | None = None, offset: int = 0
) -> FoundPage[Finding]:
    """The findings that are asked for, the surest first, then in the order of the text; facets by `verdict` and
    `category`."""
    known = [KnownFinding(*row) for row in snapshot.library.known(FINDINGS, wanted.query, wanted.documents)]
    open_ones = [one for one in known if _is_open(one, wanted)]
    of_categories = [one for one in open_ones if not wanted.categories or one.category in wanted.categories]
    of_verdicts = [one for one in open_ones if not wanted.verdicts or one.verdict in wanted.verdicts]
    chosen = [one for one in of_categories if not wanted.verdicts or one.verdict in wanted.verdicts]
    chosen.sort(key=lambda one: (ORDER[one.verdict], one.document, one.place))
    shown = cut(chosen, limit, offset)
    return FoundPage(
        total=len(chosen),
        offset=offset,
        rows=snapshot.library.finds(FINDINGS, (one.place for one in shown)),
        facets={
            "verdict": counted(one.verdict for one in of_categories),
            "category": counted(one.category for one in of_verdicts),
        },
    )


def accept(snapshot: Snapshot, desk: Desk, id: str, note: str = "") -> None:
    """Put a finding on the desk as looked at. NoSuchFinding, DeskUnusable, HomeUnwritable."""
    rows = (KnownFinding(*row) for row in snapshot.library.known(FINDINGS))
    place = next((one.place for one in rows if one.id == id), None)
    if place is None:
        raise NoSuchFinding(finding=id[:40])
    (placed,) = snapshot.library.finds(FINDINGS, (place,))
    finding = placed.found
    desk.accept(Accepted(finding.id, finding.category, finding.words, placed.document, note, now()))


def evidence_of(snapshot: Snapshot, placed: Placed[Finding]) -> tuple[Evidence, ...]:
    """The places of a finding, in the order of the text."""
    document = snapshot.library.document(placed.document)
    return tuple(
        Evidence(placed.document, section_at(document, span).id, document.body.locate(span), span, words)
        for span, words in zip(placed.found.evidence, placed.found.words, strict=True)
    )


def _is_open(one: KnownFinding, wanted: FindingsWanted) -> bool:
    is_accepted = one.id in wanted.accepted
    return is_accepted if wanted.only_accepted else wanted.with_accepted or not is_accepted
