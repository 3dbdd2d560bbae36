"""Each way of writing a value has one normal form: the lists of gold/normal_forms.txt, and equalities."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from kb.vietnamese.values import Value, read_values

GOLDEN = Path(__file__).parents[2] / "golden"
LINES = (GOLDEN / "normal_forms.txt").read_text("utf-8").splitlines()
SPLIT = next(at for at, line in enumerate(LINES) if line.startswith("---"))
PARAGRAPHS = (GOLDEN / "clean.txt").read_text("utf-8").split("\n")

EQUAL = (
    ("13.458", "13458", "mười ba nghìn bốn trăm năm mươi tám", "muoi ba nghin bon tram nam muoi tam"),
    ("13.458 tỷ", "13458 tỉ", "13.458 ty", "13.458.000.000.000", "mười ba nghìn bốn trăm năm mươi tám tỷ"),
    ("40 triệu", "40.000.000", "40000000", "bốn mươi triệu", "40 trieu", "bon muoi trieu"),
    ("1,2 nghìn tỷ", "1.200 tỷ", "1.200.000.000.000", "1,2 ngàn tỉ", "1200 ty"),
    ("2 triệu 500 nghìn", "2,5 triệu", "2.500.000", "hai triệu rưỡi", "hai triệu năm trăm nghìn"),
    ("1,6", "1.6", "1,60"),
    ("1.308", "1308", "một nghìn ba trăm linh tám", "một ngàn ba trăm lẻ tám"),
    ("04", "4"),
    ("1,234,567", "1.234.567", "1234567"),
    ("6,6%", "6.6 %", "6,6 %", "6,6 phần trăm", "6.6 phan tram"),
    ("15%", "mười lăm phần trăm", "muoi lam phan tram", "15,0%"),
    ("11/6/1948", "11-6-1948", "11.6.1948", "11 / 6 / 1948", "11/06/1948", "ngày 11 tháng 6 năm 1948",
     "ngay 11 thang 6 nam 1948", "11 tháng 6 năm 1948", "Ngày 11 tháng 06 năm 1948", "ngày 11/6 năm 1948",
     "1948-06-11", "ngày mười một tháng sáu năm 1948", "ngày 11 tháng sáu năm 1948", "NGÀY 11 THÁNG 6 NĂM 1948"),
    ("04/3/2008", "4/3/2008", "ngày 04 tháng 3 năm 2008", "ngày mùng 4 tháng 3 năm 2008", "4.3.2008"),
    ("11/6", "ngày 11 tháng 6", "ngay 11 thang 6", "ngày 11/6", "11/06", "ngày 11-6", "ngày 11.6"),
    ("ngày 30/4/75", "30/4/1975", "ngày 30 tháng tư năm 1975"),
    ("tháng 6/1948", "6/1948", "tháng 6 năm 1948", "thang 6/1948", "tháng 06/1948", "tháng sáu năm 1948",
     "tháng 6-1948", "thang 6 nam 1948"),
    ("27, 28/8/2020", "27 và 28/8/2020", "27-28/8/2020", "các ngày 27, 28 tháng 8 năm 2020",
     "từ ngày 27 đến ngày 28/8/2020", "27/8 - 28/8/2020"),
    ("2016 - 2020", "2016-2020", "2016 – 2020", "từ 2016 đến 2020", "từ năm 2016 đến năm 2020",
     "tu nam 2016 den nam 2020", "nhiệm kỳ 2016 - 2020", "giai đoạn 2016 đến 2020", "2016- 2020"),
    ("quý I/2020", "quý 1 năm 2020", "quý I năm 2020", "quy 1/2020", "3 tháng đầu năm 2020"),
    ("6 tháng đầu năm 2020", "sáu tháng đầu năm 2020", "06 tháng đầu năm 2020", "nửa đầu năm 2020",
     "6 thang dau nam 2020", "từ tháng 1 đến tháng 6 năm 2020"),
    ("6 tháng cuối năm", "nửa cuối năm", "sáu tháng cuối năm"),
    ("lần thứ XII", "thứ 12", "lần thứ 12", "lan thu xii", "lần thứ mười hai", "thứ mười hai", "khóa XII", "khoá 12",
     "Đại hội XII", "đại hội 12"),
    ("thứ V", "thứ 5", "thứ năm", "lần thứ V"),
    ("hạng Ba", "hạng III", "giải ba"),
    ("258/QĐ-TTg", "258/qd-ttg", "258 /QĐ-TTg", "258/QĐ - TTg", "0258/QĐ-TTg", "258 qđ ttg"),
    ("05-CT/TW", "05 ct tw", "5-CT/TW", "05-ct/tw", "05 - CT/TW"),
    ("30/2020/NĐ-CP", "30/2020/nd-cp", "30/2020/NĐ - CP"),
    ("quyết định 258", "Quyết định số 258", "QĐ 258", "qd 258", "quyet dinh 258", "quyet dinh so 258", "qđ số 258",
     "QĐ258", "Quyết định số: 258"),
    ("chỉ thị 5", "chi thi 05", "CT 05", "Chỉ thị số 05", "ct 5"),
    ("nghị quyết 57", "nghi quyet 57", "NQ 57", "nq57", "Nghị quyết số 57"),
    ("8/8 cấp huyện", "8/8 huyện"),
    ("hai phần ba", "hai phan ba"),
    ("3 - 5 tuổi", "3-5 tuổi", "từ 3 đến 5 tuổi", "3 – 5 tuoi"),
    ("5 năm qua", "05 năm qua", "5 nam qua"),
)  # fmt: skip


def one(text: str) -> Value:
    values = read_values(text)
    assert len(values) == 1, (text, values)
    return values[0]


@pytest.mark.parametrize(("first", "other"), [(row[0], other) for row in EQUAL for other in row[1:]])
def test_ways_of_writing_one_value_have_one_first_term(first: str, other: str) -> None:
    assert one(other).terms[0] == one(first).terms[0]


@pytest.mark.parametrize("line", LINES[1:SPLIT])
def test_a_short_text_has_these_terms_and_no_others(line: str) -> None:
    text, terms = re.split(r"\s+(?=\[)", line, maxsplit=1)
    assert [term for value in read_values(text) for term in value.terms] == ast.literal_eval(terms)


@pytest.mark.parametrize("line", LINES[SPLIT + 1 :])
def test_every_expression_of_the_outline_has_its_terms(line: str) -> None:
    found = re.fullmatch(r"\d+ (?P<before>.*)\[(?P<printed>.*)\] (?P<terms>\[.*\])", line)
    assert found
    place = _in_the_outline(found["before"], found["printed"])
    covers = next(value for value in read_values(place.string) if _covers(value, place))
    assert set(ast.literal_eval(found["terms"])) <= set(covers.terms)


def _in_the_outline(before: str, printed: str) -> re.Match[str]:
    """Where the expression stands in the repaired outline, which has its dashes between spaces."""
    before, printed = (re.escape(re.sub(r"(?<=\d)- ", " - ", part)) for part in (before, printed))
    found = (re.search(rf"{before}(?P<printed>{printed})(?!\w)", paragraph) for paragraph in PARAGRAPHS)
    return next(match for match in found if match)


def _covers(value: Value, place: re.Match[str]) -> bool:
    return value.span.start <= place.start("printed") and place.end("printed") <= value.span.end
