"""`kb findings`: what contradicts itself or arithmetic, with the sum redone, and what was tried and holds."""

from __future__ import annotations

from typing import cast

import click

from kb.cli import show
from kb.cli.command import Example, Request, command
from kb.model import FINDING_CATEGORIES, VERDICTS, FindingCategory, Verdict

NAMES = {"error": "chắc là sai", "likely": "có lẽ sai", "review": "cần người xem", "holds": "đã thử, khớp"}


@command(
    Example("kb findings --verdict error", "những chỗ chắc là sai, kèm phép tính"),
    Example("kb findings --document de-cuong-bac-kan-2020 --json", "mọi chỗ đã thử của một văn bản"),
)
@click.argument("query", nargs=-1, metavar="CHỮ…")
@click.option("--verdict", multiple=True, type=click.Choice(VERDICTS), help="Chỉ kết luận này.")
@click.option("--category", multiple=True, type=click.Choice(FINDING_CATEGORIES), help="Chỉ loại này.")
@click.option("--document", multiple=True, metavar="MÃ", help="Chỉ trong văn bản này.")
@click.option("--limit", type=click.IntRange(0), metavar="N", help="Nhiều nhất N chỗ (không ghi: tất cả).")
@click.option("--offset", type=click.IntRange(0), default=0, metavar="N", help="Bỏ qua N chỗ đầu.")
def findings(
    request: Request,
    query: tuple[str, ...],
    verdict: tuple[str, ...],
    category: tuple[str, ...],
    document: tuple[str, ...],
    limit: int | None,
    offset: int,
) -> int:
    """Liệt kê chỗ tự mâu thuẫn hoặc sai phép tính, và chỗ đã thử mà khớp."""
    from kb.browse.findings import Evidence, FindingsWanted, evidence_of
    from kb.browse.findings import findings as find
    from kb.shapes.findings import findings as shape
    from kb.snapshot import open_snapshot

    wanted = FindingsWanted(
        " ".join(query),
        cast("tuple[Verdict, ...]", verdict),
        cast("tuple[FindingCategory, ...]", category),
        document,
    )
    with open_snapshot(request.home) as snapshot:
        page = find(snapshot, wanted, limit=limit, offset=offset)
        evidence: list[tuple[Evidence, ...]] = [evidence_of(snapshot, placed) for placed in page.rows]
    if request.json:
        show.as_json(shape(page, evidence))
        return 0 if page.total else 1
    for placed, told in zip(page.rows, evidence, strict=True):
        finding = placed.found
        show.line(f"{finding.id}  {NAMES[finding.verdict]}  {placed.document}: {finding.what}")
        for step in finding.arithmetic:
            show.line(f"    {step}")
        for one in told:
            show.line(f"    dòng {one.location.lines[0]}: {one.words}")
    return 0 if page.total else 1
