"""References: how papers, events and anniversaries are written, documents with labels as floors, odd input."""

from __future__ import annotations

from dataclasses import replace
from time import process_time

import pytest

from kb.extract.passages import passages
from kb.extract.references import paper_key, read_references
from kb.model import Body, Document, DocumentId, Front, Line, Reference, Source, Span
from tests.extract.documents import OTHERS, SECTION, Label, document, f1, labels, lines_of, meets, paired, read, words


def references_of(text: str) -> tuple[Reference, ...]:
    whole = Span(0, len(text))
    section = replace(SECTION, own=(whole,), whole=whole)
    body = Body(text, (Line(1, None, whole),), ())
    made = Document(DocumentId("a"), Source("a.txt", "txt", "0"), Front("", signed_on="2021-07-23"), body, (section,))
    return read_references(made, passages(made))


PAPERS = [
    # text, type, number, date, issuer, title
    ("Quyết định số 258/QĐ-TTg ngày 04/3/2008 của Thủ tướng Chính phủ “Về việc lấy ngày 11 tháng 6”",
     "Quyết định", "258/QĐ-TTg", "2008-03-04", "Thủ tướng Chính phủ", "Về việc lấy ngày 11 tháng 6"),
    ("ngày 04/3/2008, Thủ tướng Chính phủ ban hành Quyết định số 258/QĐ-TTg.",
     "Quyết định", "258/QĐ-TTg", "2008-03-04", "Thủ tướng Chính phủ", None),
    ("(tại Quyết định số 733/QĐ-TTg ngày 14/6/2019)", "Quyết định", "733/QĐ-TTg", "2019-06-14", "Thủ tướng Chính phủ",
     None),
    ("Chỉ thị số 16/CT-TTg ngày 31/3/2020 của Thủ tướng Chính phủ và Công điện số 09/CĐ-UBND",
     "Chỉ thị", "16/CT-TTg", "2020-03-31", "Thủ tướng Chính phủ", None),
    ("Ngày 31/10/2016, UBND tỉnh đã ban hành Kế hoạch 368/KH-UBND xây dựng", "Kế hoạch", "368/KH-UBND", "2016-10-31",
     "UBND tỉnh", None),
    ("Nghị quyết số 15-NQ/TW ngày 01/6/2012 của Hội nghị lần thứ năm Ban Chấp hành Trung ương khóa XI, nêu",
     "Nghị quyết", "15-NQ/TW", "2012-06-01", "Hội nghị lần thứ năm Ban Chấp hành Trung ương khóa XI", None),
    ("Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương khóa XII", "Nghị quyết", None, None,
     "Hội nghị lần thứ tư Ban Chấp hành Trung ương khóa XII", None),
    ("ngày 15/8/1946, Xứ ủy Bắc Kỳ ra Nghị quyết thành lập Đảng bộ tỉnh Lâm Thượng, nêu rõ", "Nghị quyết", None,
     "1946-08-15", "Xứ ủy Bắc Kỳ", "thành lập Đảng bộ tỉnh Lâm Thượng"),
    ("13 năm thực hiện Luật Thi đua, khen thưởng trên địa bàn tỉnh", "Luật", None, None, None,
     "Luật Thi đua, khen thưởng"),
    ("Trong bài “Sức khỏe và thể dục” đăng báo Cứu quốc ngày 27/3/1946, Người viết", "Bài", None, "1946-03-27",
     "Hồ Chí Minh", "Sức khỏe và thể dục"),
    ("theo Luật Thi đua, khen thưởng số 06/2022/QH15 và", "Luật", "06/2022/QH15", None, "Quốc hội",
     "Luật Thi đua, khen thưởng"),
    ("Hiến pháp năm 2013 quy định", "Hiến pháp", None, "2013", None, "Hiến pháp năm 2013"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "type", "number", "date", "issuer", "title"), PAPERS)
def test_a_paper_is_read_with_what_stands_around_it(
    text: str, type: str, number: str | None, date: str | None, issuer: str | None, title: str | None
) -> None:
    paper = next(one for one in references_of(text) if one.kind == "document")
    assert (paper.type, paper.number, paper.date, paper.issuer, paper.title) == (type, number, date, issuer, title)


@pytest.mark.parametrize(
    "text", ["Nghị quyết này phổ biến đến chi bộ", "các kế hoạch triển khai", "ban hành quyết định"]
)
def test_what_names_no_paper_is_none(text: str) -> None:
    assert references_of(text) == ()


OTHER = [
    ("Đại hội toàn quốc lần thứ XIII của Đảng", "event", "XIII", None),
    ("bầu cử đại biểu Quốc hội khóa XV", "event", "XV", None),
    ("Cách mạng Tháng Tám năm 1945", "event", None, "1945-08"),
    ("kỷ niệm 60 năm Ngày Bác Hồ về thăm tỉnh (19/9/1960 - 19/9/2021)", "anniversary", "60", "1960-09-19/2021-09-19"),
    ("sinh hoạt ngày 11 tháng 6 hàng năm", "date", None, "--06-11"),
    ("vào các ngày 27, 28/8/2020", "date", None, "2020-08-27/2020-08-28"),
    ("từ ngày 03/5 đến ngày 09/5", "date", None, "2021-05-03"),
    ("giai đoạn 2016 - 2020", "period", None, "2016/2020"),
]


@pytest.mark.parametrize(("text", "kind", "number", "date"), OTHER)
def test_events_anniversaries_and_times(text: str, kind: str, number: str | None, date: str | None) -> None:
    found = [one for one in references_of(text) if one.kind == kind]
    assert (found[0].number, found[0].date) == (number, date)


@pytest.mark.parametrize("text", ["trực 24/7", "ngày càng phát triển trong 5 năm ngày nào cũng vậy"])
def test_what_is_no_time_is_none(text: str) -> None:
    assert references_of(text) == ()


def test_mentions_of_one_event_share_a_key() -> None:
    one, other = references_of("Đại hội đại biểu Đảng bộ tỉnh lần thứ XVI; Đại hội Đảng bộ tỉnh lần thứ 16")
    assert one.key == other.key


def test_a_document_is_known_by_its_number() -> None:
    assert paper_key(Front("", kind="Nghị quyết", number="09-NQ/TU")) == "doc:9|nq|tu"
    assert paper_key(Front("Đề cương")) is None


def fits(name: str, label: Label, one: Reference) -> bool:
    kind, date = label["kind"], label.get("iso", label.get("date"))
    if one.kind != kind or not meets(lines_of(name, one.span), label):
        return False
    if kind == "period":
        return one.date == f"{label['from_year']}/{label['to_year']}"
    if kind == "document" and label["number"]:
        return bool(one.number == label["number"])
    return one.date == date if kind in {"date", "year"} else bool(words(one.words) & words(label["text"]))


def found_in(name: str) -> tuple[list[tuple[Label, Reference]], list[Label], list[Reference]]:
    wanted = labels(name, "references")
    kinds = {label["kind"] for label in wanted}
    have = [one for one in read_references(document(name), read(name)) if one.kind in kinds]
    return list(paired(wanted, have, lambda label, one: fits(name, label, one))), wanted, have


def test_the_references_of_the_outline_are_found() -> None:
    pairs, wanted, _ = found_in("outline")
    assert len(pairs) >= len(wanted) - 1  # "ngày thành lập Đảng hằng năm" says no day
    papers = [(label, one) for label, one in pairs if label["kind"] == "document"]
    assert all(one.number == label["number"] for label, one in papers)
    assert all(one.date == label["date"] for label, one in papers if label["date"])
    dates = [label for label in wanted if label["kind"] == "date"]
    assert sum(label["kind"] == "date" for label, _ in pairs) == len(dates)


@pytest.mark.parametrize(("name", "least"), [("dev01", 0.99), ("dev02", 0.99), ("w1-1", 0.99), ("w2-1", 0.96)])
def test_the_references_of_other_documents_are_found_and_few_others(name: str, least: float) -> None:
    pairs, wanted, have = found_in(name)
    assert f1(len(pairs), len(have) - len(pairs), len(wanted)) >= least


def test_papers_of_other_documents_have_number_date_and_issuer() -> None:
    papers = [pair for name in OTHERS for pair in found_in(name)[0] if pair[0]["kind"] == "document"]
    assert all(one.number == label["number"] and one.date == label["date"] for label, one in papers)
    assert all(one.issuer == label["issuer"] for label, one in papers)


@pytest.mark.parametrize(
    "text",
    [
        "số 1/QĐ-TTg " * 2000,
        "Luật A " * 4000,
        "của A " * 4000,
        "bài “a " * 3000,
        "70 năm Ngày " * 2000,
        "Đại hội " * 3000,
    ],
)
def test_long_odd_lines_are_read_in_bounded_time(text: str) -> None:
    started = process_time()
    references_of(text)
    assert process_time() - started < 20
