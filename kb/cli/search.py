"""`kb search`: passages that answer a question."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kb.cli import show
from kb.cli.command import Example, Request, command
from kb.errors import BadRequest, NoPermission, NoSuchFile, NothingAsked

if TYPE_CHECKING:
    from kb.engine.port import Order
    from kb.model import FacetValue, Hit, ResultPage
    from kb.shapes import Json

HAS = ("quotes", "figures")
CRUMB = " › "
MOST_VALUES = 5  # of a facet
LONGEST_TITLE = 40  # letters


@command(
    Example("kb search luong y nhu tu mau", "gõ không dấu cũng được"),
    Example("kb search '\"thi đua là yêu nước\"'", "đúng nguyên cụm trong ngoặc kép"),
    Example("kb search thi đua -doanh năm:2016..2020", "bỏ đoạn có chữ “doanh”, chỉ văn bản các năm ấy"),
    Example("kb search --batch cauhoi.jsonl", "mỗi dòng một câu hỏi {id, text}, trả lời mỗi dòng một JSON"),
    unknown_options=True,
)
@click.argument("query", nargs=-1, metavar="CÂU_HỎI…")
@click.option("--limit", type=click.IntRange(0, 1000), default=10, metavar="N", help="Nhiều nhất N đoạn (10).")
@click.option("--offset", type=click.IntRange(0), default=0, metavar="N", help="Bỏ qua N đoạn đầu.")
@click.option("--document", multiple=True, metavar="MÃ", help="Chỉ trong văn bản này (dùng được nhiều lần).")
@click.option("--kind", multiple=True, metavar="LOẠI", help="Chỉ trong loại văn bản này.")
@click.option("--issuer", multiple=True, metavar="CƠ_QUAN", help="Chỉ văn bản của cơ quan này.")
@click.option("--section-kind", multiple=True, metavar="LOẠI", help="Chỉ trong loại mục này.")
@click.option("--year", multiple=True, metavar="NĂM", help="Chỉ văn bản năm này; được ghi 2016..2020.")
@click.option("--has", multiple=True, type=click.Choice(HAS), help="Chỉ đoạn có trích dẫn, có số liệu.")
@click.option("--order", type=click.Choice(("score", "place")), default="score", help="Xếp theo độ sát hay thứ tự.")
@click.option(
    "--syn", multiple=True, metavar="TỪ", help="Tìm đúng TỪ ấy: không tìm từ gần nghĩa, không sửa; 0: mọi từ."
)
@click.option("--batch", type=click.Path(path_type=Path), metavar="TỆP", help="Nhiều câu hỏi trong tệp .jsonl.")
def search(
    request: Request,
    query: tuple[str, ...],
    limit: int,
    offset: int,
    document: tuple[str, ...],
    kind: tuple[str, ...],
    issuer: tuple[str, ...],
    section_kind: tuple[str, ...],
    year: tuple[str, ...],
    has: tuple[str, ...],
    order: Order,
    syn: tuple[str, ...],
    batch: Path | None,
) -> int:
    """Tìm các đoạn trả lời một câu hỏi: từ, cụm trong ngoặc kép, -bỏ, AND OR NOT, trường:giá_trị, đầu_từ*."""
    from kb.find import search as find
    from kb.snapshot import open_snapshot

    if not query and batch is None:
        raise NothingAsked
    with open_snapshot(request.home) as snapshot:

        def answer(text: str) -> ResultPage:
            return find(
                snapshot,
                text,
                limit=limit,
                offset=offset,
                document=document,
                kind=kind,
                issuer=issuer,
                section_kind=section_kind,
                year=year,
                has=has,
                order=order,
                syn=syn,
            )

        if batch is not None:
            return _batch(batch, answer)
        page = answer(" ".join(query))
        if request.json:
            from kb.shapes.search import result

            show.as_json(result(page))
        else:
            _show(page)
    return 0 if page.total else 1


def _batch(path: Path, answer: Callable[[str], ResultPage]) -> int:
    """A line of JSON for each question, in the order of the file."""
    from kb.shapes.search import batch_row

    found = 0
    for id, text in _questions(path):
        page = answer(text)
        found += page.total > 0
        show.as_json(batch_row(id, page))
    return 0 if found else 1


def _questions(path: Path) -> Iterator[tuple[Json, str]]:
    """The rows of a file: the id as it stands there, and the question."""
    try:
        lines = path.read_bytes().splitlines()
    except FileNotFoundError as error:
        raise NoSuchFile(path=path) from error
    except (PermissionError, IsADirectoryError) as error:
        raise NoPermission(path=path) from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _question(line, f"{path}:{number}")


def _question(line: bytes, place: str) -> tuple[Json, str]:
    try:
        row = json.loads(line)
        return row["id"], str(row["text"])
    except (ValueError, KeyError, TypeError) as error:
        raise BadRequest(
            name="--batch", value=place, allowed='Mỗi dòng phải là {"id": …, "text": "câu hỏi"}'
        ) from error


def _show(page: ResultPage) -> None:
    for part in page.understood:
        if part.note:
            show.say(f"{part.text}: {part.note}")
    for meant in page.suggestions:
        show.say(f"Ý bạn là: {meant}")
    if page.total:
        show.line(f"{page.total} đoạn")
    else:
        show.line("Không thấy đoạn nào trả lời.")
        if page.near:
            show.line("Gần nhất, nhưng không phải câu trả lời:")
    for hit in page.hits or page.near:
        _show_hit(hit)
    for field, values in page.facets.items():
        if len(values) > 1 or (values and field == "has"):
            _show_facet(field, values)


def _show_facet(field: str, values: Sequence[FacetValue]) -> None:
    """The option that narrows the answer, and its values with their counts."""
    shown = " · ".join(f"{value.value} ({value.count})" for value in values[:MOST_VALUES])
    rest = " · …" if len(values) > MOST_VALUES else ""
    show.say(f"--{field.replace('_', '-')}: {shown}{rest}")


def _show_hit(hit: Hit) -> None:
    show.line()
    show.line(f"{hit.rank}. {CRUMB.join(map(_short, hit.chunk.path))}".rstrip())
    show.line(show.marked(hit.snippet, hit.highlights).replace("\n", " "))
    show.line(f"   {hit.citation.label}")


def _short(title: str) -> str:
    """A title of the path, cut where it would push the passage off the screen."""
    return title if len(title) <= LONGEST_TITLE else title[:LONGEST_TITLE].rsplit(" ", 1)[0] + "…"
