"""`kb text`: the repaired text of a document or section, or the file's own lines."""

from __future__ import annotations

import click

from kb.cli import show
from kb.cli.command import Example, Request, command


@command(
    Example("kb text de-cuong-bac-kan-2020 --section I.2", "chữ của mục I.2, đã sửa, mỗi đoạn một dòng"),
    Example("kb text de-cuong-bac-kan-2020 --raw", "đúng như trong tệp"),
)
@click.argument("document", metavar="VĂN_BẢN")
@click.option("--section", metavar="MỤC", help="Chỉ mục này và các mục bên trong (xem kb outline).")
@click.option("--raw", is_flag=True, help="Các dòng như trong tệp, chưa sửa.")
def text(request: Request, document: str, section: str | None, raw: bool) -> int:
    """In chữ của một văn bản hay một mục, kèm dòng của tệp."""
    from kb import browse
    from kb.shapes.document import text as shape
    from kb.snapshot import open_snapshot

    with open_snapshot(request.home) as snapshot:
        found = browse.document(snapshot, document)
    within = browse.section_of(found, section) if section else None
    blocks = browse.raw_blocks(found, within) if raw else browse.blocks(found, within)
    if request.json:
        rows = [(block.section, block.text, block.location) for block in blocks]
        show.as_json(shape(found, rows, within.whole if within else None))
    else:
        for block in blocks:
            show.line(f"{block.location.lines[0]}\t{block.text}")
    return 0 if blocks else 1
