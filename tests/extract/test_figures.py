"""Figures: rows of the tables, documents with labels as floors that only rise, odd input in bounded time."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from time import process_time

import pytest

from kb.extract.figures import read_figures
from kb.extract.figures.numbers import LEAVES, Trap, counted
from kb.extract.figures.qualifiers import QUALIFIERS, Qualifier, read_qualifier
from kb.extract.figures.units import MEASURES, Measure, read_unit
from kb.extract.passages import passage_of, passages
from kb.model import Body, Document, DocumentId, Figure, Front, Line, Source, Span
from tests.extract.documents import OTHERS, SECTION, Label, document, f1, labels, lines_of, meets, paired, read, words

TRAPS = pytest.mark.parametrize("trap", LEAVES, ids=lambda trap: trap.takes)


def numbers(text: str) -> list[str]:
    passage = passage_of(text, SECTION)
    return [one.span.of(text) for one in counted(passage)]


def figures_of(text: str, title: str = "") -> tuple[Figure, ...]:
    whole = Span(0, len(text))
    section = replace(SECTION, own=(whole,), whole=whole)
    body = Body(text, (Line(1, None, whole),), ())
    told = Front(title, signed_on="2020-07-23")
    made = Document(DocumentId("a"), Source("a.txt", "txt", "0"), told, body, (section,))
    return read_figures(made, passages(made))


@TRAPS
def test_a_trap_takes_its_example(trap: Trap) -> None:
    assert any(
        re.search(trap.before, trap.takes[: at.start()], re.I) and re.match(trap.after, trap.takes[at.end() :], re.I)
        for at in re.finditer(r"\d+", trap.takes)
    )


@TRAPS
def test_a_trap_leaves_what_counts(trap: Trap) -> None:
    assert not any(
        re.search(trap.before, trap.leaves[: at.start()], re.I) and re.match(trap.after, trap.leaves[at.end() :], re.I)
        for at in re.finditer(r"\d+", trap.leaves)
    )


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.dimension)
def test_a_measure_takes_its_example_and_leaves_another(measure: Measure) -> None:
    taken, left = read_unit(f" {measure.takes}", 0), read_unit(f" {measure.leaves}", 0)
    assert taken is not None
    assert taken.dimension == measure.dimension
    assert left is None or left.dimension != measure.dimension


@pytest.mark.parametrize("row", QUALIFIERS, ids=lambda row: row.takes)
def test_a_qualifier_takes_its_example_and_leaves_another(row: Qualifier) -> None:
    taken, left = (re.split(r"\d", text, maxsplit=1)[0] for text in (row.takes, row.leaves))
    assert read_qualifier(taken, "")[0] is not None
    assert read_qualifier(left, "")[1] == "exact"


UNITS = [
    ("13.458 tỷ đồng, tăng", "tỷ đồng"),
    ("39 trường trung học cơ sở; tỷ lệ", "trường trung học cơ sở"),
    ("89/108 xã, phường, thị trấn đã", "xã, phường, thị trấn"),
    ("21 Huy chương Vàng, 17", "Huy chương Vàng"),
    ("612 tổ chức cơ sở đảng, trong", "tổ chức cơ sở đảng"),
    ("9,1 bác sĩ/vạn dân", "bác sĩ/vạn dân"),
    ("07 đồng chí do", "đồng chí"),
    ("4 huyện Nậm Lay, Sơn Thủy", "huyện"),
    ("1.500 - 1.600 đảng viên/năm.", "đảng viên/năm"),
    ("1,2 triệu ngày công, cứng", "triệu ngày công"),
    ("hai mươi triệu đồng bào ta lúc ấy", "đồng bào"),
    ("87 sản phẩm 4 sao", "sản phẩm"),
]


@pytest.mark.parametrize(("text", "unit"), UNITS)
def test_a_unit_is_the_measure_or_the_noun_behind_the_number(text: str, unit: str) -> None:
    assert [one.unit.text for one in counted(passage_of(f"có {text}", SECTION))] == [unit]


NO_FIGURES = [
    "ngày 11/6/1948 và năm 2020",
    "giai đoạn 2016 - 2020 của tỉnh",
    "Quyết định số 258/QĐ-TTg của Thủ tướng",
    "phong trào “5 không 3 sạch” và mạng 3G, 4G",
    "dịch bệnh Covid-19 tại Quốc lộ 3, tổ 7, phường Lô Khê",
    "theo khoản 4, 5 và 6 Điều 9 của Luật này",
    "Lời kêu gọi ra đời 70 năm Ngày giải phóng tỉnh",
    "phát vào 5 giờ 30 phút và 17 giờ hằng ngày",
    "the 2010 Law on Credit Institutions, point 2 of this Article",
    "24 tháng 1: Bộ An ninh bắt đầu hoạt động",
    "đường dây nóng 0219.3866.115 tiếp nhận",
]


@pytest.mark.parametrize("text", NO_FIGURES)
def test_names_dates_and_labels_are_no_figures(text: str) -> None:
    assert numbers(text) == []


def test_a_comparison_knows_what_it_compares() -> None:
    first, second, third = figures_of(
        "GRDP năm 2020 đạt 40 triệu đồng/người, tăng 1,9 lần (18,9 triệu đồng) so với năm 2015."
    )
    for one in (second, third):
        assert one.relation is not None
        assert (one.relation.kind, one.relation.figure, one.relation.direction) == ("comparison", first.span, "tăng")
        assert one.relation.against == "năm 2015"


def test_parts_belong_to_the_whole_before_them() -> None:
    whole, *parts, next_whole, part = figures_of(
        "được 107 huy chương, gồm: 21 Huy chương Vàng, 17 Huy chương Bạc, 69 Huy chương Đồng; 59 giải, gồm 59 giải nhì."
    )
    assert [one.relation and one.relation.figure for one in parts] == [whole.span] * 3
    assert part.relation is not None
    assert part.relation.figure == next_whole.span


def test_a_vague_amount_has_no_value() -> None:
    (one,) = figures_of("trao hàng nghìn suất quà cho người nghèo.")
    assert (one.value, one.amount, one.bound, one.unit) == (None, None, "vague", "suất quà")


def test_an_amount_is_multiplied_out_exactly() -> None:
    (one,) = figures_of("thu 58,6 tỷ đồng.")
    assert (one.value, one.amount, one.base) == (Decimal("58.6"), Decimal(58_600_000_000), "đồng")


PERIODS = [
    ("Năm 2020, thu 5 tỷ đồng.", "Năm 2020", "sentence"),
    ("thu 5 tỷ đồng năm 2015 và 9 tỷ đồng.", "năm 2015", None),
    ("Trong 5 năm qua, tỉnh có 5 trường; 9 lớp.", "Trong 5 năm qua", "sentence"),
    ("thu 5 tỷ đồng, tăng so với năm 2015.", None, None),
    ("phong trào “A” giai đoạn 2016 - 2020; thu 5 tỷ đồng.", None, None),
]


@pytest.mark.parametrize(("text", "period", "inherited"), PERIODS)
def test_a_period_is_said_or_taken_from_before(text: str, period: str | None, inherited: str | None) -> None:
    found = figures_of(text)[0].period
    assert (found and found.text, found and found.inherited) == (period, inherited)


def fits(name: str, label: Label, figure: Figure) -> bool:
    """Whether a figure is the labelled one: the same number on the same line."""
    value, low = label["value"], label.get("low", label.get("value_min"))
    high = label.get("high", label.get("value_max"))
    if not meets(lines_of(name, figure.span), label):
        return False
    if value is not None:
        return figure.low == figure.high == Decimal(str(value))
    if low is not None:
        return (figure.low, figure.high) == (Decimal(str(low)), Decimal(str(high)))
    return figure.bound == "vague" and figure.unit.startswith(label["unit"][:5])


def same_unit(label: Label, figure: Figure) -> bool:
    one, other = (" ".join(unit.casefold().split()) for unit in (label["unit"], figure.unit))
    return one.startswith(other) or other.startswith(one)


def same_period(label: Label, figure: Figure) -> bool:
    said, have = label["period"], figure.period
    if said is None or have is None:
        return said is None and have is None
    return have.text.casefold() in said.casefold() or said.casefold() in have.text.casefold()


def found_in(name: str) -> tuple[list[tuple[Label, Figure]], list[Label], tuple[Figure, ...]]:
    wanted, have = labels(name, "figures"), read_figures(document(name), read(name))
    return list(paired(wanted, have, lambda label, one: fits(name, label, one))), wanted, have


def test_the_figures_of_the_outline_are_found_with_unit_period_and_subject() -> None:
    pairs, wanted, have = found_in("outline")
    assert len(pairs) == len(wanted)
    assert all(same_unit(*pair) for pair in pairs)
    assert sum(same_period(*pair) for pair in pairs) >= len(pairs)
    assert all(words(label["subject"]) & words(one.subject) for label, one in pairs)
    assert len(have) <= 80  # all of them were looked at: none is false


@pytest.mark.parametrize(("name", "least"), [("dev01", 0.99), ("dev02", 0.99), ("w1-1", 0.99), ("w2-1", 0.99)])
def test_the_figures_of_other_documents_are_found_and_no_others(name: str, least: float) -> None:
    pairs, wanted, have = found_in(name)
    assert f1(len(pairs), len(have) - len(pairs), len(wanted)) >= least


def test_units_periods_and_subjects_of_other_documents() -> None:
    pairs = [pair for name in OTHERS for pair in found_in(name)[0]]
    assert sum(same_unit(*pair) for pair in pairs) / len(pairs) >= 0.99
    assert sum(same_period(*pair) for pair in pairs) / len(pairs) >= 0.74
    assert sum(bool(words(label["subject"]) & words(one.subject)) for label, one in pairs) / len(pairs) >= 0.96


@pytest.mark.parametrize(
    "text",
    ["1 xã, " * 4000, "9" * 20_000, "(" * 20_000, "“1 " * 8000, "so với năm 2015 " * 1500, "trong đó 1 xã " * 1500],
)
def test_long_odd_lines_are_read_in_bounded_time(text: str) -> None:
    started = process_time()
    figures_of(text)
    assert process_time() - started < 20
