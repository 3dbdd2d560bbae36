"""Findings: each check on the smallest text, documents with labels as floors, no false alarms where there are none."""

from __future__ import annotations

from dataclasses import replace
from time import process_time

import pytest

from kb.extract.figures import read_figures
from kb.extract.findings import find
from kb.extract.passages import passages
from kb.extract.references import read_references
from kb.model import Body, Document, DocumentId, Finding, Front, Line, Section, SectionId, Source, Span
from tests.extract.documents import OTHERS, SECTION, Label, document, labels, lines_of, meets

CATEGORIES = {
    "anniversary arithmetic": "anniversary",
    "quotation marks": "marks",
    "wording of a figure": "growth",
    "dates against each other": "date",
}
VERDICTS = {"certain error": "error", "needs a person": "review", "checks out": "holds"}


def found_of(made: Document) -> tuple[Finding, ...]:
    told = passages(made)
    return find(made, told, read_figures(made, told), read_references(made, told))


def findings_of(*paragraphs: str) -> tuple[Finding, ...]:
    """What is found in paragraphs that stand in a section each."""
    text = "\n".join(paragraphs)
    lines: list[Line] = []
    sections: list[Section] = []
    place = 0
    for number, paragraph in enumerate(paragraphs, 1):
        whole = Span(place, place + len(paragraph))
        lines.append(Line(number, None, whole))
        sections.append(replace(SECTION, id=SectionId(str(number)), own=(whole,), whole=whole))
        place += len(paragraph) + 1
    body = Body(text, tuple(lines), ())
    front = Front("", signed_on="2021-07-23")
    return found_of(Document(DocumentId("a"), Source("a.txt", "txt", "0"), front, body, tuple(sections)))


CHECKS = [
    # paragraphs, category, verdict, a step of the arithmetic
    (["kỷ niệm 60 năm Ngày Bác Hồ về thăm tỉnh (19/9/1960 - 19/9/2021)."], "anniversary", "error", "2021 − 1960 = 61"),
    (["kỷ niệm 61 năm Ngày Bác Hồ về thăm tỉnh (19/9/1960 - 19/9/2021)."], "anniversary", "holds", "2021 − 1960 = 61"),
    (["Có 12 xã, gồm 5 xã vùng cao và 6 xã vùng thấp."], "sum", "error", "5 + 6 = 11"),
    (["Có 11 xã, gồm 5 xã vùng cao và 6 xã vùng thấp."], "sum", "holds", "5 + 6 = 11"),
    (["Thu 6.215 tỷ đồng, trong đó thu nội địa 5.480 tỷ đồng, thu khác 730 tỷ đồng."], "sum", "likely",
     "5.480 + 730 = 6.210"),
    (["Cơ cấu kinh tế: nông nghiệp 21,4%; công nghiệp 38,1%; dịch vụ 38,5%."], "sum", "error",
     "21,4 + 38,1 + 38,5 = 98 (%)"),
    (["Hỗ trợ 416 hộ, mức 3 triệu đồng/hộ, thành tiền 1.284 triệu đồng."], "sum", "error", "416 × 3 = 1.248"),
    (["Có 7/9 huyện hoàn thành, đạt 87,5%."], "percentage", "error", "7 : 9 = 77,8%"),
    (["Có 58/96 xã đạt chuẩn, chiếm 60,4%."], "percentage", "holds", "58 : 96 = 60,4%"),
    (["Tỷ lệ sử dụng giường bệnh đạt trên 100%."], "percentage", "review", None),
    (["GRDP năm 2020 đạt 38.640 tỷ đồng, gấp 1,8 lần so với năm 2015 (24.150 tỷ đồng)."], "growth", "error",
     "38.640 : 24.150 = 1,6 lần"),
    (["GRDP năm 2020 đạt 40 triệu đồng/người, tăng 1,9 lần (18,9 triệu đồng) so với năm 2015."], "growth", "review",
     "40 − 18,9 = 21,1"),
    (["Tỷ lệ hộ nghèo giảm từ 22,8% năm 2016 xuống còn 8,3% năm 2020, giảm 15,4 điểm phần trăm."], "value", "error",
     "22,8 − 8,3 = 14,5 điểm phần trăm"),
    (["Tỷ lệ huy động trẻ mầm non đạt 86,7%.", "Tỷ lệ huy động trẻ mầm non đạt 87,6%."], "value", "error", None),
    (["Đại hội đại biểu Đảng bộ tỉnh lần thứ XVIII, nhiệm kỳ 2020 - 2025.",
      "Đại hội đại biểu Đảng bộ tỉnh lần thứ XIX, nhiệm kỳ 2020 - 2025."], "ordinal", "error", None),
    (["Họp ngày 31/6/2020."], "date", "error", "tháng 6/2020 có 30 ngày"),
    (["Kế hoạch giai đoạn 2025 - 2021."], "date", "error", "2025 > 2021"),
    (["Quyết định số 5/QĐ-TTg ngày 01/3/2020.", "Quyết định số 5/QĐ-TTg ngày 02/3/2020."], "date", "error", None),
    (["Nghị quyết số 5-NQ/TU ngày 01/9/2021."], "date", "likely", "01/9/2021 sau 23/7/2021"),
    (["phong trào “Dạy tốt, học tốt”; phong trào “Dạy tốt - Học tốt”."], "name", "review", None),
    (["Người nói: “thi đua là yêu nước."], "marks", "likely", None),
]  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "category", "verdict", "step"), CHECKS)
def test_a_check_says_what_it_found_and_how(
    paragraphs: list[str], category: str, verdict: str, step: str | None
) -> None:
    found = findings_of(*paragraphs)
    assert [(one.category, one.verdict) for one in found] == [(category, verdict)]
    assert step is None or step in found[0].arithmetic


FINE = [
    ["Có 38.415 người nhập ngũ, trong đó 5.207 người hy sinh, 3.164 người bị thương."],
    ["Đại hội Đảng bộ tỉnh lần thứ XI, nhiệm kỳ 2015 - 2020; chào mừng Đại hội Đảng bộ tỉnh lần thứ XII."],
    ["Trong 05 ngày làm việc kể từ ngày nhận hồ sơ.", "Trong 07 ngày làm việc kể từ ngày nhận hồ sơ."],
    ["Tỷ lệ hộ nghèo năm 2019 còn 5%.", "Tỷ lệ hộ nghèo năm 2020 còn 4%."],
    ["Hội nghị lần thứ hai năm 2020; Hội nghị lần thứ ba năm 2020."],
    ["Politics, 2/19/1999."],
    ["Tỷ lệ hộ nghèo giảm từ 9,8% năm 2018 xuống 4,1% năm 2022, bình quân mỗi năm giảm 1,4%."],
    ["Quỹ đạt 62,5 tỷ đồng, tăng gấp 2,5 lần so với năm 2018 (25 tỷ đồng)."],
    ["phong trào “Bắc Kạn chung sức xây dựng nông thôn mới”, “Cả nước chung sức xây dựng nông thôn mới”"],
    ["Sửa đổi như sau: “Điều 1. Phạm vi", "Thông tư này quy định.”"],
]


@pytest.mark.parametrize("paragraphs", FINE)
def test_what_is_fine_gives_no_alarm(paragraphs: list[str]) -> None:
    assert [one for one in findings_of(*paragraphs) if one.verdict != "holds"] == []


def test_the_id_of_a_finding_does_not_depend_on_its_place() -> None:
    (one,) = findings_of("Họp ngày 31/6/2020.")
    (other,) = findings_of("Mở đầu.", "Họp ngày  31/6/2020.")
    assert one.id == other.id


def is_told(name: str, label: Label, found: tuple[Finding, ...]) -> bool:
    """Whether a label's contradiction is told as one, or what holds as holding, at its places."""
    category = CATEGORIES.get(label["category"], label["category"])
    holds = VERDICTS.get(label["verdict"], label["verdict"]) == "holds"
    for one in found:
        places = [lines_of(name, span) for span in one.evidence]
        met = sum(any(meets(lines, place) for lines in places) for place in label["evidence"])
        if one.category == category and (one.verdict == "holds") == holds and 2 * met >= len(label["evidence"]):
            return True
    return False


def test_all_errors_of_the_outline_are_found_and_its_sums_hold() -> None:
    found = found_of(document("outline"))
    missed = [label["what"] for label in labels("outline", "findings") if not is_told("outline", label, found)]
    assert missed == ["Appeal 11/6/1948 and Ngày Truyền thống 11 tháng 6"]
    alarms = [(one.category, one.verdict) for one in found if one.verdict != "holds"]
    # Seen one by one: each is in the text. Four names in two wordings, a rate over 100 %, "tăng 1,9 lần".
    assert sorted(alarms) == [
        ("anniversary", "error"),
        ("growth", "review"),
        ("marks", "error"),
        ("name", "review"),
        ("name", "review"),
        ("name", "review"),
        ("name", "review"),
        ("ordinal", "error"),
        ("percentage", "review"),
    ]


def test_contradictions_of_other_documents_are_found() -> None:
    found = {name: found_of(document(name)) for name in OTHERS}
    told = [(label, is_told(name, label, found[name])) for name in OTHERS for label in labels(name, "findings")]
    wrong = [is_so for label, is_so in told if label["verdict"] != "holds"]
    right = [is_so for label, is_so in told if label["verdict"] == "holds"]
    assert sum(wrong) / len(wrong) >= 0.93
    assert sum(right) / len(right) >= 0.96
    alarms = sum(one.verdict in {"error", "likely"} for name in OTHERS for one in found[name])
    assert alarms <= sum(wrong) + 1  # the fifth document's marks were damaged on purpose


@pytest.mark.parametrize(
    "text", ["Có 5 xã, gồm 2 xã, " * 900, "“a " * 4000, "tỷ lệ 5%, " * 1500, "phong trào “A b c d”, " * 800]
)
def test_long_odd_lines_are_checked_in_bounded_time(text: str) -> None:
    started = process_time()
    findings_of(text)
    assert process_time() - started < 30
