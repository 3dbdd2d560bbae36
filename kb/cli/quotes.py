"""`kb quotes`: what stands in quotation marks, with kind, speaker and place."""

from __future__ import annotations

from typing import cast

import click

from kb.cli import show
from kb.cli.command import Example, Request, command
from kb.model import QUOTE_KINDS, Placed, Quote, QuoteKind

KINDS = {
    "quotation": "trích dẫn",
    "movement": "phong trào",
    "slogan": "khẩu hiệu",
    "title": "tên gọi",
    "model": "mô hình",
    "award": "danh hiệu",
    "scare": "cách nói",
}


@command(
    Example("kb quotes --kind quotation", "lời của một người hay một văn bản, không kể tên phong trào, khẩu hiệu"),
    Example("kb quotes thi đua --speaker 'ho chi minh'", "lời Hồ Chí Minh có chữ “thi đua”; gõ không dấu cũng được"),
)
@click.argument("query", nargs=-1, metavar="CHỮ…")
@click.option("--speaker", multiple=True, metavar="TÊN", help="Chỉ lời của người hay văn bản này.")
@click.option("--kind", multiple=True, type=click.Choice(QUOTE_KINDS), help="Chỉ loại này (dùng được nhiều lần).")
@click.option("--document", multiple=True, metavar="MÃ", help="Chỉ trong văn bản này.")
@click.option("--limit", type=click.IntRange(0), metavar="N", help="Nhiều nhất N dòng (không ghi: tất cả).")
@click.option("--offset", type=click.IntRange(0), default=0, metavar="N", help="Bỏ qua N dòng đầu.")
def quotes(
    request: Request,
    query: tuple[str, ...],
    speaker: tuple[str, ...],
    kind: tuple[str, ...],
    document: tuple[str, ...],
    limit: int | None,
    offset: int,
) -> int:
    """Liệt kê những gì trong ngoặc kép: loại, lời của ai, ở đâu."""
    from kb.browse.quotes import QuotesWanted
    from kb.browse.quotes import quotes as find
    from kb.shapes.quotes import quotes as shape
    from kb.snapshot import open_snapshot

    wanted = QuotesWanted(" ".join(query), speaker, cast("tuple[QuoteKind, ...]", kind), document)
    with open_snapshot(request.home) as snapshot:
        page = find(snapshot, wanted, limit=limit, offset=offset)
    if request.json:
        show.as_json(shape(page))
    else:
        show.table([_row(placed) for placed in page.rows], heads=("văn bản", "dòng", "loại", "lời của", "chữ"))
    return 0 if page.total else 1


def _row(placed: Placed[Quote]) -> tuple[str, str, str, str, str]:
    quote = placed.found
    first, last = placed.location.lines
    lines = str(first) if first == last else f"{first}–{last}"
    return placed.document, lines, KINDS[quote.kind], quote.speaker.name if quote.speaker else "–", quote.words
