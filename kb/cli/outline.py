"""`kb outline`: the section tree of a document, with lines and pages."""

from __future__ import annotations

import click

from kb.cli import show
from kb.cli.command import Example, Request, command
from kb.model import Location, Section


@command(Example("kb outline de-cuong-bac-kan-2020", "mục lục, kèm trang và dòng của từng mục"))
@click.argument("document", metavar="VĂN_BẢN")
def outline(request: Request, document: str) -> int:
    """In mục lục của một văn bản: mã mục, tên, trang và dòng."""
    from kb import browse
    from kb.shapes.document import outline as shape
    from kb.snapshot import open_snapshot

    with open_snapshot(request.home) as snapshot:
        found = browse.document(snapshot, document)
    rows = browse.listed_sections(found)
    if request.json:
        show.as_json(shape(found, rows))
    else:
        show.table(
            [_row(section, browse.location_of(found, section)) for section, _ in rows],
            heads=("mục", "trang", "dòng", "tên"),
        )
    return 0 if rows else 1


def _row(section: Section, location: Location) -> tuple[str, str, str, str]:
    pages = _range(location.pages) if location.pages else "–"
    return section.id, pages, _range(location.lines), "  " * (section.level - 1) + (section.title or section.marker)


def _range(ends: tuple[int, int]) -> str:
    first, last = ends
    return str(first) if first == last else f"{first}–{last}"
