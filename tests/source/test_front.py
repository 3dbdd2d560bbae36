"""What a document says of itself: the golden documents, letterheads in rows, and what is not said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given

from kb.model import Cover, Front, RawText
from kb.outline import outline
from kb.source.front import read_front
from kb.source.front.casing import inside_sentence, recased
from kb.source.front.letterhead import office_name, read_cover, read_date, read_number, read_office
from kb.source.front.signature import read_signer, read_signing_office
from kb.source.front.titles import names_in_title
from kb.source.repair import repair
from tests.outline.expected import EXPECTED, GOLDEN
from tests.strategies import raw_texts

OUTLINE = GOLDEN.parent.parent / "corpus" / "000_d092e2f3fc018b89.txt"
DOCUMENTS = sorted((GOLDEN / "documents").glob("*.txt"))
NOT_PRINTED = {("dev02", "title"), ("w2-1", "number")}
"""What the gold knows and the document does not print: dev02's province in the title, w2-1's number (a dispatch's)."""


def front(text: str, *, wrapped: bool = False, title: str | None = None) -> Front:
    body = repair(RawText(text, wrapped=wrapped))
    return read_front(body, outline(body), title)


def test_the_outline_says_kind_title_office_and_dispatch() -> None:
    assert front(OUTLINE.read_text(encoding="utf-8"), wrapped=True) == Front(
        title="Đề cương tuyên truyền Đại hội thi đua yêu nước tỉnh Bắc Kạn lần thứ VI năm 2020",
        kind="Đề cương tuyên truyền",
        issuer="Ban Tuyên giáo Tỉnh ủy Bắc Kạn",
        signed_on="2020-07-23",
        cover=Cover("Công văn", "1641-CV/BTGTU", "2020-07-23", "Ban Tuyên giáo Tỉnh ủy"),
    )


@pytest.mark.parametrize("key", ["title", "kind", "number", "issuer", "signed_on"])
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_the_other_documents_say_what_the_gold_has(path: Path, key: str) -> None:
    if (path.stem, key) in NOT_PRINTED:
        pytest.skip("the gold has it, the document does not print it")
    gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["document"]
    assert getattr(front(path.read_text(encoding="utf-8"), wrapped=True), key) == gold[key]


FRONTS = {
    "ke-hoach": (
        "Kế hoạch tuyên truyền kỷ niệm 94 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2024)",
        "112-KH/BTGTU", "Ban Tuyên giáo Tỉnh ủy An Bình", "2024-01-05", "Trần Thị Mai",
    ),
    "quy-che": (
        "Quy chế tiếp công dân của các cơ quan hành chính nhà nước trên địa bàn tỉnh An Bình",
        "15/2023/QĐ-UBND", "Ủy ban nhân dân tỉnh An Bình", "2023-05-12", "Lê Hoàng Nam",
    ),
    "to-trinh": (
        "Tờ trình về việc tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
        "118/TTr-SNV", "Sở Nội vụ", "2023-06-02", "Đỗ Thị Thu",
    ),
    "luat-sua-doi": ("Luật sửa đổi, bổ sung một số điều của Luật Thư viện", "99/2024/QH15", "Quốc hội", None, None),
    "dien-van": ("Diễn văn khai mạc Lễ kỷ niệm 70 năm Ngày giải phóng tỉnh An Bình", None, None, None, None),
    "van-kien": (
        "Báo cáo chính trị tại Đại hội đại biểu Đảng bộ huyện lần thứ XXII", None, None, None, None,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FRONTS)
def test_documents_of_other_kinds_say_title_number_office_date_and_signer(name: str) -> None:
    document = next(document for document in EXPECTED if document.name == name)
    said = front("\n".join(document.paragraphs))
    assert (said.title, said.number, said.issuer, said.signed_on, said.signed_by) == FRONTS[name]


def test_what_a_document_does_not_say_is_none() -> None:
    assert front("Hôm nay trời đẹp.\nMai cũng vậy.") == Front("Hôm nay trời đẹp.")


def test_the_title_of_the_format_counts_where_the_text_names_no_kind() -> None:
    said = front("Broncos đã đánh bại Steelers.", title="Nghị định số 25/2026/NĐ-CP Quy định chi tiết")
    assert (said.title, said.kind, said.number) == (
        "Nghị định số 25/2026/NĐ-CP Quy định chi tiết",
        "Nghị định",
        "25/2026/NĐ-CP",
    )


def test_a_law_is_dated_by_its_adoption() -> None:
    end = "Luật này được Quốc hội khóa XIV thông qua ngày 12 tháng 6 năm 2018."
    assert front(f"LUẬT\nAN NINH MẠNG\nĐiều 1. Phạm vi\nNội dung.\nĐiều 2. Hiệu lực\n{end}").signed_on == "2018-06-12"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Hà Nội, ngày 05 tháng 01 năm 2024", "2024-01-05"),
        ("ngày 5/1/2024", "2024-01-05"),
        ("ngày 31/02/2020 và ngày 1/3/2020", "2020-03-01"),
        ("ngày    tháng    năm 2024", None),
    ],
)
def test_a_date_is_read_where_the_calendar_has_it(text: str, date: str | None) -> None:
    assert read_date(text) == date


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        (["Số 09-NQ/TU          Sông Vân, ngày 25 tháng 3 năm 2022"], "09-NQ/TU"),
        (["Luật số: 24/2018/QH14"], "24/2018/QH14"),
        (["THÔNG TƯ", "Sửa đổi Thông tư số 09/2025/TT-BCT"], None),
        (["Số:      /KH-UBND"], None),
    ],
)
def test_the_number_is_the_documents_own(lines: list[str], number: str | None) -> None:
    assert read_number(lines) == number


@pytest.mark.parametrize(
    ("line", "cover"),
    [
        (
            "(Kèm theo Công văn số 5-CV/TU ngày 02 tháng 3 năm 2021 của Tỉnh ủy)",
            Cover("Công văn", "5-CV/TU", "2021-03-02", "Tỉnh ủy"),
        ),
        (
            "(Ban hành kèm theo Quyết định số 15/2023/QĐ-UBND ngày 12/5/2023 của UBND tỉnh)",
            Cover("Quyết định", "15/2023/QĐ-UBND", "2023-05-12", "UBND tỉnh"),
        ),
        ("(Kèm theo Hướng dẫn của Ban Tổ chức)", Cover("Hướng dẫn", None, None, "Ban Tổ chức")),
        ("(Dùng cho lớp bồi dưỡng)", None),
    ],
)
def test_a_dispatch_stands_in_brackets(line: str, cover: Cover | None) -> None:
    assert read_cover([line]) == cover


@pytest.mark.parametrize(
    ("lines", "office"),
    [
        (["TỈNH ỦY SÔNG VÂN ĐẢNG CỘNG SẢN VIỆT NAM"], "Tỉnh ủy Sông Vân"),
        (["TỈNH ỦY AN BÌNH ĐẢNG CỘNG SẢN VIỆT NAM", "BAN TUYÊN GIÁO"], "Ban Tuyên giáo Tỉnh ủy An Bình"),
        (["ỦY BAN NHÂN DÂN TỈNH AN BÌNH", "SỞ NỘI VỤ", "Số: 5/BC-SNV"], "Sở Nội vụ tỉnh An Bình"),
        (["ỦY BAN NHÂN DÂN", "TỈNH AN BÌNH"], "Ủy ban nhân dân tỉnh An Bình"),
        (["QUỐC HỘI | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], "Quốc hội"),
        (["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"], None),
    ],
)
def test_the_office_stands_above_the_kind(lines: list[str], office: str | None) -> None:
    assert read_office([*lines, "BÁO CÁO", "KẾT QUẢ THI ĐUA"], "") == office


def test_a_place_is_capital_in_the_name_of_an_office() -> None:
    assert office_name("ĐẢNG ỦY XÃ PHÚ SƠN", "") == "Đảng ủy xã Phú Sơn"


def test_an_office_signs_and_a_rank_does_not() -> None:
    assert read_signing_office(["BÍ THƯ", "T/M BAN CHẤP HÀNH"], "") == "Ban Chấp hành"


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["TM. ĐẢNG ỦY", "Đại tá Đặng Văn Thắng"], "Đặng Văn Thắng"),
        (["Nơi nhận: T/M BAN CHẤP HÀNH", "- Lưu Văn phòng Tỉnh ủy. Triệu Đình Khoan"], "Triệu Đình Khoan"),
        (["TM. ĐẢNG ỦY", "BÍ THƯ"], None),
        (["Lê Nam"], None),
    ],
)
def test_the_signer_is_a_name_alone(lines: list[str], name: str | None) -> None:
    assert read_signer(lines) == name


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("KẾT QUẢ CỦA HỘI NÔNG DÂN", "", "kết quả của Hội Nông dân"),
        ("HỘI NGHỊ LẦN THỨ BẢY KHÓA XVII", "", "hội nghị lần thứ bảy khóa XVII"),
        ("XỬ LÝ VI PHẠM", "", "xử lý vi phạm"),
        ("“DẠY TỐT, HỌC TỐT”", "phong trào “Dạy tốt, học tốt” lan rộng", "“Dạy tốt, học tốt”"),
    ],
)
def test_capitals_are_taken_back_as_the_text_writes_its_words(words: str, text: str, expected: str) -> None:
    assert recased(words, text) == expected


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Đại hội thi đua", "Mừng Đại hội thi đua, vì Đại hội; đại hội này", "Đại hội thi đua"),
        ("Kết quả công tác", "1. Kết quả công tác\nnêu rõ kết quả công tác", "kết quả công tác"),
        ("Về Luật Cư trú", "", "về Luật Cư trú"),
        ("UBND tỉnh", "", "UBND tỉnh"),
    ],
)
def test_a_title_goes_on_with_a_sentence(title: str, text: str, expected: str) -> None:
    assert inside_sentence(title, text) == expected


def test_a_title_without_a_number_names_no_kind() -> None:
    assert names_in_title("Luật bất thành văn") == (None, None)


@given(raw_texts())
def test_any_text_has_a_front(raw: RawText) -> None:
    body = repair(raw)
    read_front(body, outline(body))


def test_a_place_whose_spaces_are_lost_is_read_at_once() -> None:
    assert read_office(["HộiĐồng" * 200 + " x", "SỞ Y TẾ", "BÁO CÁO"], "") == "Sở Y tế"
