"""`kb figures`: the numbers that state facts, with unit, subject, period and place."""

from __future__ import annotations

from typing import cast

import click

from kb.cli import show
from kb.cli.command import Example, Request, command
from kb.model import Figure, Placed


@command(
    Example("kb figures tăng trưởng", "số liệu nói về tăng trưởng, kèm thời kỳ và chỗ đứng"),
    Example("kb figures --unit 'tỷ đồng' --value 1000..", "số tiền từ 1.000 tỷ đồng trở lên"),
    Example("kb figures --document de-cuong-bac-kan-2020 --csv > so-lieu.csv", "bảng cho Excel"),
)
@click.argument("query", nargs=-1, metavar="CHỮ…")
@click.option("--unit", multiple=True, metavar="ĐƠN_VỊ", help="Chỉ đơn vị này (%, tỷ đồng, hộ …).")
@click.option("--value", metavar="SỐ", help="Số này, hoặc một khoảng: 10..20, 1000.., ..5.")
@click.option("--period", metavar="NĂM", help="Chỉ số liệu của năm hay các năm này: 2020, 2016..2020.")
@click.option("--document", multiple=True, metavar="MÃ", help="Chỉ trong văn bản này.")
@click.option("--sort", type=click.Choice(("place", "value", "subject", "period")), default="place", help="Thứ tự.")
@click.option("--limit", type=click.IntRange(0), metavar="N", help="Nhiều nhất N dòng (không ghi: tất cả).")
@click.option("--offset", type=click.IntRange(0), default=0, metavar="N", help="Bỏ qua N dòng đầu.")
@click.option("--csv", "as_csv", is_flag=True, help="In thành bảng .csv (có BOM, mở được bằng Excel).")
def figures(
    request: Request,
    query: tuple[str, ...],
    unit: tuple[str, ...],
    value: str | None,
    period: str | None,
    document: tuple[str, ...],
    sort: str,
    limit: int | None,
    offset: int,
    as_csv: bool,
) -> int:
    """Liệt kê số liệu: số, đơn vị, nói về gì, thời kỳ nào, ở đâu."""
    from kb.browse.figures import FigureOrder, FiguresWanted, read_range, read_years
    from kb.browse.figures import figures as find
    from kb.shapes.figures import figures as shape
    from kb.shapes.figures import table
    from kb.snapshot import open_snapshot

    wanted = FiguresWanted(
        " ".join(query),
        unit,
        read_range(value) if value is not None else None,
        read_years(period) if period is not None else None,
        document,
    )
    with open_snapshot(request.home) as snapshot:
        page = find(snapshot, wanted, order=cast("FigureOrder", sort), limit=limit, offset=offset)
    if request.json:
        show.as_json(shape(page))
    elif as_csv:
        show.as_csv(table(page))
    else:
        show.table(map(_row, page.rows), heads=("văn bản", "dòng", "số", "nói về", "thời kỳ"))
    return 0 if page.total else 1


def _row(placed: Placed[Figure]) -> tuple[str, str, str, str, str]:
    figure = placed.found
    first, last = placed.location.lines
    lines = str(first) if first == last else f"{first}–{last}"
    printed = f"{figure.qualifier} {figure.words}" if figure.qualifier else figure.words
    return placed.document, lines, printed, figure.subject, figure.period.text if figure.period else "–"
