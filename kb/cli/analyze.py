"""`kb analyze`: how any text is read: the tokens it is indexed by, and the values in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kb.cli import show
from kb.cli.command import Example, Request, command

if TYPE_CHECKING:
    from kb.vietnamese.values import Kind

KINDS: dict[Kind, str] = {
    "number": "số",
    "percent": "phần trăm",
    "date": "ngày",
    "month": "tháng",
    "year": "năm",
    "period": "thời kỳ",
    "ordinal": "thứ tự",
    "docnumber": "số hiệu",
    "range": "khoảng",
    "ratio": "phần của tổng",
}


@command(
    Example("kb analyze 'ngày 11 tháng 6 năm 1948'", "ngày ấy và mọi cách viết của nó là một"),
    Example("kb analyze 13.458 tỷ đồng, quyết định 258", "các giá trị và dạng chuẩn của chúng"),
    unknown_options=True,
)
@click.argument("text", nargs=-1, required=True, metavar="CHỮ…")
def analyze(request: Request, text: tuple[str, ...]) -> int:
    """In cách đọc một đoạn chữ: âm tiết, từ ghép, và các giá trị với dạng chuẩn của chúng."""
    from kb.analysis import analyze as read_tokens
    from kb.shapes.analysis import analysis
    from kb.vietnamese.letters import nfc
    from kb.vietnamese.values import read_values

    whole = nfc(" ".join(text).encode("utf-8", "replace").decode("utf-8"))
    tokens = read_tokens(whole)
    if request.json:
        show.as_json(analysis(whole))
    else:
        streams = (("âm tiết", tokens.syllables), ("không dấu", tokens.folded), ("từ ghép", tokens.words))
        show.table([(name, " ".join(token.text for token in found)) for name, found in streams], ("luồng", "mã"))
        rows = [
            (value.span.of(whole), KINDS[value.kind], value.value, " ".join(value.terms))
            for value in read_values(whole)
        ]
        show.table(rows, ("giá trị", "loại", "dạng chuẩn", "tìm được bằng"))
    return 0 if tokens.syllables else 1
