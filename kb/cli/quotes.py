"""`kb quotes`: what stands in quotation marks, with kind, speaker and place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

import click

from kb.cli import show
from kb.cli.command import Example, Request, command
from kb.model import QUOTE_KINDS, Location, Placed, Quote, QuoteKind

if TYPE_CHECKING:
    from kb.shapes.quotes import Recurrences

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
    Example("kb quotes --kind quotation --variants", "thêm mọi nơi khác nhắc lại chữ ấy, kèm chữ khác nhau"),
    Example("kb quotes thi đua --speaker 'ho chi minh'", "lời Hồ Chí Minh có chữ “thi đua”; gõ không dấu cũng được"),
)
@click.argument("query", nargs=-1, metavar="CHỮ…")
@click.option("--speaker", multiple=True, metavar="TÊN", help="Chỉ lời của người hay văn bản này.")
@click.option("--kind", multiple=True, type=click.Choice(QUOTE_KINDS), help="Chỉ loại này (dùng được nhiều lần).")
@click.option("--document", multiple=True, metavar="MÃ", help="Chỉ trong văn bản này.")
@click.option("--variants", is_flag=True, help="Kể thêm chữ ấy còn ở đâu nữa, khác chữ nào, cả nơi không có ngoặc kép.")
@click.option("--limit", type=click.IntRange(0), metavar="N", help="Nhiều nhất N dòng (không ghi: tất cả).")
@click.option("--offset", type=click.IntRange(0), default=0, metavar="N", help="Bỏ qua N dòng đầu.")
def quotes(
    request: Request,
    query: tuple[str, ...],
    speaker: tuple[str, ...],
    kind: tuple[str, ...],
    document: tuple[str, ...],
    variants: bool,
    limit: int | None,
    offset: int,
) -> int:
    """Liệt kê những gì trong ngoặc kép: loại, lời của ai, ở đâu."""
    from kb.browse.quotes import QuotesWanted
    from kb.browse.quotes import quotes as find
    from kb.browse.variants import recurrences
    from kb.shapes.quotes import quotes as shape
    from kb.snapshot import open_snapshot

    wanted = QuotesWanted(" ".join(query), speaker, cast("tuple[QuoteKind, ...]", kind), document)
    with open_snapshot(request.home) as snapshot:
        page = find(snapshot, wanted, limit=limit, offset=offset)
        recurs = partial(recurrences, snapshot) if variants else None
        if request.json:
            show.as_json(shape(page, recurs))
        else:
            rows = [row for placed in page.rows for row in (_row(placed), *_others(placed, recurs))]
            show.table(rows, heads=("văn bản", "dòng", "loại", "lời của", "chữ"))
    return 0 if page.total else 1


def _others(placed: Placed[Quote], recurs: Recurrences | None) -> list[tuple[str, str, str, str, str]]:
    """The other places of a quote's words, each with what differs there."""
    return [
        (
            f"  ↳ {one.document}",
            _lines(one.location),
            "trong ngoặc kép" if one.is_quoted else "không có ngoặc kép",
            one.speaker or "–",
            "; ".join(f"{ours or '–'} → {theirs or '–'}" for ours, theirs in one.difference) or "cùng chữ",
        )
        for one in (recurs(placed) if recurs else ())
    ]


def _row(placed: Placed[Quote]) -> tuple[str, str, str, str, str]:
    quote = placed.found
    return (
        placed.document,
        _lines(placed.location),
        KINDS[quote.kind],
        quote.speaker.name if quote.speaker else "–",
        quote.words,
    )


def _lines(location: Location) -> str:
    first, last = location.lines
    return str(first) if first == last else f"{first}–{last}"
