"""`kb references`: the papers, events, anniversaries and days that documents name, and who names a document."""

from __future__ import annotations

from typing import cast

import click

from kb.cli import show
from kb.cli.command import Example, Request, command
from kb.model import REFERENCE_KINDS, DocumentId, Placed, Reference, ReferenceKind

KINDS = {
    "document": "văn bản",
    "event": "sự kiện",
    "anniversary": "kỷ niệm",
    "date": "ngày",
    "year": "năm",
    "period": "giai đoạn",
}


@command(
    Example("kb references --kind document", "các văn bản được dẫn: loại, số, ngày, nơi ban hành, tên"),
    Example("kb references 258/QĐ-TTg", "mọi chỗ nhắc đến văn bản ấy"),
    Example("kb references --cites quyet-dinh-258", "văn bản nào dẫn chiếu văn bản này"),
)
@click.argument("query", nargs=-1, metavar="CHỮ…")
@click.option("--kind", multiple=True, type=click.Choice(REFERENCE_KINDS), help="Chỉ loại này (dùng được nhiều lần).")
@click.option("--document", multiple=True, metavar="MÃ", help="Chỉ trong văn bản này.")
@click.option("--cites", metavar="MÃ", help="Chỉ những chỗ dẫn chiếu đến văn bản này.")
@click.option("--limit", type=click.IntRange(0), metavar="N", help="Nhiều nhất N dòng (không ghi: tất cả).")
@click.option("--offset", type=click.IntRange(0), default=0, metavar="N", help="Bỏ qua N dòng đầu.")
def references(
    request: Request,
    query: tuple[str, ...],
    kind: tuple[str, ...],
    document: tuple[str, ...],
    cites: str | None,
    limit: int | None,
    offset: int,
) -> int:
    """Liệt kê văn bản được dẫn, sự kiện, kỷ niệm, ngày tháng; và văn bản nào dẫn chiếu một văn bản."""
    from kb.browse.references import ReferencesWanted
    from kb.browse.references import references as find
    from kb.shapes.references import references as shape
    from kb.snapshot import open_snapshot

    wanted = ReferencesWanted(" ".join(query), cast("tuple[ReferenceKind, ...]", kind), document, cites)
    with open_snapshot(request.home) as snapshot:
        found = find(snapshot, wanted, limit=limit, offset=offset)
    if request.json:
        show.as_json(shape(found.page, found.targets))
    else:
        rows = [_row(placed, found.targets.get(place)) for place, placed in enumerate(found.page.rows)]
        show.table(rows, heads=("văn bản", "dòng", "loại", "chữ", "ngày", "có ở đây"))
    return 0 if found.page.total else 1


def _row(placed: Placed[Reference], target: DocumentId | None) -> tuple[str, str, str, str, str, str]:
    one = placed.found
    first, last = placed.location.lines
    lines = str(first) if first == last else f"{first}–{last}"
    return placed.document, lines, KINDS[one.kind], one.words, one.date or "–", target or "–"
