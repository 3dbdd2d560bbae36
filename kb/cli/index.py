"""`kb index`: bring the index in line with the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kb.cli import show
from kb.cli.command import Example, Request, command

if TYPE_CHECKING:
    from kb.ingest import Effort


@command(
    Example("kb index", "đọc tệp mới và tệp đã đổi, bỏ tệp không còn"),
    Example("kb index --rebuild", "làm lại từ đầu; chỉ mục cũ vẫn trả lời cho đến khi xong"),
)
@click.option("--rebuild", is_flag=True, help="Làm lại từ đầu, bên cạnh chỉ mục đang dùng.")
def index(request: Request, rebuild: bool) -> int:
    """Làm cho chỉ mục khớp với corpus/ và các thư mục đọc tại chỗ."""
    from kb.ingest import index as bring_in_line
    from kb.shapes.taking import indexed

    with show.progress("Lập chỉ mục") as progress:
        report = bring_in_line(request.home, rebuild=rebuild, progress=progress)
    if request.json:
        show.as_json(indexed(report))
    else:
        show.line(
            f"Chỉ mục có {report.documents} văn bản, {report.entries} đoạn"
            f" ({len(report.taken)} mới đọc, {report.skipped} không đổi, {report.removed} bỏ đi)."
        )
        if request.verbose:
            show.say(f"Thế hệ {report.generation}, {_decimal(report.seconds)} giây.")
            show.say(_efforts(report.effort))
    for refused in report.refused:
        show.error(str(refused.error))
    return 2 if report.refused and not report.documents else 0


def _efforts(effort: Effort) -> str:
    """What the time went into: seconds of CPU, of all processes together."""
    parts = (("đọc nguồn", effort.reading), ("tách từ", effort.words), ("ghi chỉ mục", effort.writing))
    beside = f"; {effort.processes} tiến trình giúp" if effort.processes else ""
    return f"Giây CPU: {', '.join(f'{what} {_decimal(seconds)}' for what, seconds in parts)}{beside}."


def _decimal(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")
