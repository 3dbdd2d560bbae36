"""`kb findings`: what contradicts itself or arithmetic, with the sum redone, and what was tried and holds."""

from __future__ import annotations

from typing import cast

import click

from kb.cli import show
from kb.cli.command import Example, Request, command
from kb.errors import NoSuchFinding
from kb.model import FINDING_CATEGORIES, VERDICTS, FindingCategory, Verdict

NAMES = {"error": "chắc là sai", "likely": "có lẽ sai", "review": "cần người xem", "holds": "đã thử, khớp"}


@command(
    Example("kb findings --verdict error", "những chỗ chắc là sai, kèm phép tính"),
    Example("kb findings --accept 3f2a9c1b70 --note 'đã hỏi sở'", "đã xem chỗ ấy, không liệt kê nữa"),
    Example("kb findings --document de-cuong-bac-kan-2020 --json", "mọi chỗ đã thử của một văn bản"),
)
@click.argument("query", nargs=-1, metavar="CHỮ…")
@click.option("--verdict", multiple=True, type=click.Choice(VERDICTS), help="Chỉ kết luận này.")
@click.option("--category", multiple=True, type=click.Choice(FINDING_CATEGORIES), help="Chỉ loại này.")
@click.option("--document", multiple=True, metavar="MÃ", help="Chỉ trong văn bản này.")
@click.option("--accept", metavar="MÃ_CHỖ", help="Đã xem và chấp nhận chỗ này: không liệt kê nữa.")
@click.option("--note", default="", metavar="CHỮ", help="Ghi chú cho --accept.")
@click.option("--withdraw", metavar="MÃ_CHỖ", help="Thôi chấp nhận chỗ này.")
@click.option("--accepted", "with_accepted", is_flag=True, help="Liệt kê cả những chỗ đã chấp nhận.")
@click.option("--limit", type=click.IntRange(0), metavar="N", help="Nhiều nhất N chỗ (không ghi: tất cả).")
@click.option("--offset", type=click.IntRange(0), default=0, metavar="N", help="Bỏ qua N chỗ đầu.")
def findings(
    request: Request,
    query: tuple[str, ...],
    verdict: tuple[str, ...],
    category: tuple[str, ...],
    document: tuple[str, ...],
    accept: str | None,
    note: str,
    withdraw: str | None,
    with_accepted: bool,
    limit: int | None,
    offset: int,
) -> int:
    """Liệt kê chỗ tự mâu thuẫn hoặc sai phép tính, và chỗ đã thử mà khớp."""
    from kb.browse.findings import Evidence, FindingsWanted, evidence_of
    from kb.browse.findings import findings as find
    from kb.desk import Desk
    from kb.shapes.findings import findings as shape
    from kb.snapshot import open_snapshot

    desk = Desk(request.home.desk)
    if withdraw is not None and not desk.withdraw(withdraw):
        raise NoSuchFinding(finding=withdraw)
    if accept is not None:
        from kb.browse.findings import accept as put

        with open_snapshot(request.home) as snapshot:
            put(snapshot, desk, accept, note)
    if accept is not None or withdraw is not None:
        return 0
    accepted = frozenset(one.finding for one in desk.accepted())
    wanted = FindingsWanted(
        " ".join(query),
        cast("tuple[Verdict, ...]", verdict),
        cast("tuple[FindingCategory, ...]", category),
        document,
        accepted,
        with_accepted,
    )
    with open_snapshot(request.home) as snapshot:
        page = find(snapshot, wanted, limit=limit, offset=offset)
        evidence: list[tuple[Evidence, ...]] = [evidence_of(snapshot, placed) for placed in page.rows]
    if request.json:
        show.as_json(shape(page, evidence, accepted))
        return 0 if page.total else 1
    for placed, told in zip(page.rows, evidence, strict=True):
        finding = placed.found
        show.line(f"{finding.id}  {NAMES[finding.verdict]}  {placed.document}: {finding.what}")
        for step in finding.arithmetic:
            show.line(f"    {step}")
        for one in told:
            show.line(f"    dòng {one.location.lines[0]}: {one.words}")
    return 0 if page.total else 1
