"""`kb suggest`: what the beginning of a question may become."""

from __future__ import annotations

import click

from kb.cli import show
from kb.cli.command import Example, Request, command

KINDS = {
    "number": "số hiệu",
    "person": "người",
    "title": "đề mục",
    "name": "tên gọi",
    "body": "cơ quan, tên riêng",
    "quotation": "trích dẫn",
    "phrase": "cụm từ",
}


@command(
    Example("kb suggest 'thi đua á'", "gõ dở tiếng cuối cũng được"),
    Example("kb suggest loi keu g", "gõ không dấu cũng được"),
    Example("kb suggest 258/q", "số hiệu văn bản"),
)
@click.argument("prefix", nargs=-1, required=True, metavar="CHỮ_ĐẦU…")
@click.option("--limit", type=click.IntRange(1, 50), default=8, metavar="N", help="Nhiều nhất N gợi ý (8).")
def suggest(request: Request, prefix: tuple[str, ...], limit: int) -> int:
    """Gợi ý điều có trong kho bắt đầu bằng những chữ ấy: đề mục, tên gọi, số hiệu, người, cụm từ."""
    from kb.shapes.suggest import suggestions
    from kb.snapshot import open_snapshot
    from kb.suggest import suggest as find

    with open_snapshot(request.home) as snapshot:
        found = find(snapshot, " ".join(prefix), limit=limit)
    if request.json:
        show.as_json(suggestions(found))
    else:
        rows = ((one.text, KINDS[one.kind], str(one.count)) for one in found)
        show.table(rows, heads=("gợi ý", "loại", "số chỗ"))
    return 0 if found else 1
