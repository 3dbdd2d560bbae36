"""`kb documents`: what is in the knowledge base."""

from __future__ import annotations

from kb.cli import show
from kb.cli.command import Example, Request, command


@command(Example("kb documents", "mỗi văn bản một dòng: mã, số trang, số mục, tên"))
def documents(request: Request) -> int:
    """Liệt kê các văn bản trong kho."""
    from kb.shapes.document import documents as shape
    from kb.snapshot import open_snapshot

    with open_snapshot(request.home) as snapshot:
        rows = snapshot.library.documents()
    if request.json:
        show.as_json(shape(rows))
    else:
        show.table(
            [(row.id, str(row.pages or "–"), str(row.sections), row.front.title) for row in rows],
            heads=("mã", "trang", "mục", "tên"),
        )
    return 0 if rows else 1
