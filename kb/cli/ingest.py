"""`kb ingest`: take files and folders in, so that every other command answers about them."""

from __future__ import annotations

from pathlib import Path

import click

from kb.cli import show
from kb.cli.command import Example, Request, command


@command(
    Example("kb ingest bao-cao.txt", "chép một tệp vào corpus/ rồi lập chỉ mục"),
    Example("kb ingest vanban/ tho.jsonl", "cả thư mục, và mỗi dòng của tệp .jsonl là một văn bản"),
    Example("kb ingest --in-place /kho/vanban", "đọc thư mục ở nguyên chỗ, không chép"),
)
@click.argument(
    "paths", metavar="TỆP_HOẶC_THƯ_MỤC…", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False)
)
@click.option("--in-place", is_flag=True, help="Không chép: ghi vào danh mục và đọc ở nguyên chỗ.")
def ingest(request: Request, paths: tuple[Path, ...], in_place: bool) -> int:
    """Nạp tệp hoặc thư mục vào kho và lập chỉ mục cho chúng.

    Đọc được: .txt, .html, .jsonl (mỗi dòng {id, title, text}).
    """
    from kb.cli.taking import taken_words
    from kb.ingest import ingest as take_in
    from kb.shapes.taking import ingested

    with show.progress("Nạp") as progress:
        report = take_in(request.home, paths, in_place=in_place, progress=progress)
    if request.json:
        show.as_json(ingested(report))
    else:
        for taken in report.ingested:
            show.line(taken_words(taken))
    for refused in report.refused:
        show.error(str(refused.error))
    if not (report.ingested or report.unchanged or report.refused):
        show.say("Không có tệp nào để nạp ở đó.")
        return 1
    if not (report.ingested or report.unchanged):
        return 2
    if not request.json:
        show.say(f"Nạp {len(report.ingested)} văn bản, {report.unchanged} không đổi, {len(report.refused)} bị từ chối.")
    return 0
