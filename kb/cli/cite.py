"""`kb cite`: how a section or some lines are cited."""

from __future__ import annotations

import re

import click

from kb.cli import show
from kb.cli.command import Example, Request, command
from kb.errors import BadRequest

STYLES = ("full", "short", "label", "ris", "bibtex", "csl")
LINES = re.compile(r"(?P<first>\d{1,9})(?:\s*[-–]\s*(?P<last>\d{1,9}))?")


@command(
    Example("kb cite de-cuong-bac-kan-2020 --lines 102-104", "nguồn của ba dòng ấy, dạng đầy đủ và dạng ngắn"),
    Example("kb cite de-cuong-bac-kan-2020 --section I.2 --style ris", "cho Zotero, EndNote"),
)
@click.argument("document", metavar="VĂN_BẢN")
@click.option("--section", metavar="MỤC", help="Mục được dẫn (xem kb outline).")
@click.option("--lines", metavar="A-B", help="Các dòng của tệp được dẫn, ví dụ 102-104.")
@click.option("--style", type=click.Choice(STYLES), help="Chỉ in một dạng.")
def cite(request: Request, document: str, section: str | None, lines: str | None, style: str | None) -> int:
    """Ghi nguồn của một mục hay một số dòng: dạng đầy đủ, dạng ngắn, RIS, BibTeX, CSL-JSON."""
    from kb import browse
    from kb.shapes.document import citation
    from kb.snapshot import open_snapshot

    with open_snapshot(request.home) as snapshot:
        found = browse.document(snapshot, document)
    passage = browse.passage(found, section, _lines(lines) if lines else None)
    shape = citation(passage.place, passage.url)
    if request.json:
        show.as_json(shape)
    elif style:
        show.line(shape[style])
    else:
        show.line(shape["full"])
        show.line(shape["short"])
    return 0


def _lines(typed: str) -> tuple[int, int]:
    """ "102-104" as numbers; a single line is both ends."""
    match = LINES.fullmatch(typed.strip())
    if match is None:
        raise BadRequest(name="--lines", value=typed, allowed="Hãy ghi dòng đầu và dòng cuối, ví dụ 102-104")
    first = int(match["first"])
    return first, int(match["last"] or first)
