"""Web pages: the document's text, all of it and once, and not the site's."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.errors import EmptySource
from kb.model import RawText
from kb.source import open_file
from kb.source.html import read_page

SOURCES = Path(__file__).parent.parent / "sources"

NOTICE = """\
Kết luận về công tác thi đua quý II
Cập nhật lúc 08:30 ngày 02/7/2021
Ngày 30/6/2021, Ủy ban nhân dân huyện Na Khoang tổ chức hội nghị đánh giá công tác thi đua, khen thưởng quý II năm \
2021 và bàn nhiệm vụ quý III.
1. Kết quả
Toàn huyện có 1.250 hộ đăng ký danh hiệu Gia đình văn hóa, đạt 92,5%, theo Quyết định số 15/QĐ-UBND của Chủ tịch Ủy \
ban nhân dân huyện.
Các xã đều có phong trào riêng.
1. Thi đua làm đường thôn.
2. Thi đua dạy tốt, học tốt:
- Cấp mầm non
- Cấp tiểu học
Xã | Số hộ
Nà Lặng | 310
Khe Thỉ
Giao Phòng Nội vụ theo dõi, đôn đốc việc thực hiện và báo cáo Chủ tịch Ủy ban nhân dân huyện trước ngày 30/9/2021.
"""


def page(body: str) -> RawText:
    return read_page(f"<html><body>{body}</body></html>", Path("trang.html"))


def lines(body: str) -> list[str]:
    return page(body).text.splitlines()


def test_a_page_of_a_site_is_read_without_the_site() -> None:
    opened = open_file(SOURCES / "thong-bao.html")
    text = opened.raw.text
    assert opened.format == "html"
    for of_the_site in ("Trang chủ", "Tìm kiếm", "Tin liên quan", "Đọc nhiều", "Điện thoại", "Đoạn này", "var a"):
        assert of_the_site not in text


def test_the_document_of_a_page_is_read_whole_a_line_a_paragraph() -> None:
    raw = open_file(SOURCES / "thong-bao.html").raw
    assert [line for line in NOTICE.splitlines()[2:] if line not in raw.text.splitlines()] == []
    assert raw.title == "Kết luận về công tác thi đua quý II"
    assert not raw.wrapped
    assert raw.warnings == ()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Một</p><p>Hai</p>", ["Một", "Hai"]),
        ("<div>Một<br>Hai<br/>Ba</div>", ["Một", "Hai", "Ba"]),
        ("Một<p>Hai</p>Ba", ["Một", "Hai", "Ba"]),
        ("<P>Một\n   <B>hai</B>\tba</P>", ["Một hai ba"]),
        ("<p>Th<span>i đ</span><span>ua</span></p>", ["Thi đua"]),
        ("<p>m<sup>2</sup> &amp; &#7879;</p>", ["m2 & ệ"]),
        ("<p>a&nbsp;b</p>", ["a\N{NO-BREAK SPACE}b"]),
        ("<pre>Dòng một\n  dòng hai</pre>", ["Dòng một", "  dòng hai"]),
        ("<p>Có</p><!-- không --><![CDATA[không]]>", ["Có"]),
        ("<p>Có</p><p>------</p><p>* * *</p>", ["Có"]),
    ],
)
def test_a_block_is_a_line(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<ol><li>Một<li>Hai</ol>", ["1. Một", "2. Hai"]),
        ('<ol type="a" start="3"><li>Một</li></ol>', ["c) Một"]),
        ('<ol type="I"><li>Một</li><li value="9">Chín</li></ol>', ["I. Một", "IX. Chín"]),
        ('<ol type="i" start="14"><li>Một</li></ol>', ["xiv. Một"]),
        ('<ol start="x"><li>Một</li></ol>', ["1. Một"]),
        ("<ul><li>Một</li><li>- Hai</li></ul>", ["- Một", "- Hai"]),
        ("<ol><li>1. Một</li></ol>", ["1. Một"]),
        ("<ul><li><p>Một</p><p>nữa</p></li></ul>", ["- Một", "nữa"]),
    ],
)
def test_list_items_carry_the_marker_that_a_browser_prints(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


LETTERHEAD = """<table><tr>
<td><p>ỦY BAN NHÂN DÂN</p><p>HUYỆN NA KHOANG</p><p>-------</p></td>
<td><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Độc lập - Tự do - Hạnh phúc</p></td>
</tr><tr><td>Số: 15/QĐ-UBND</td><td><i>Na Khoang, ngày 30 tháng 6 năm 2021</i></td></tr></table>"""


def test_a_letterhead_is_read_cell_by_cell() -> None:
    assert lines(LETTERHEAD) == [
        "ỦY BAN NHÂN DÂN",
        "HUYỆN NA KHOANG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 15/QĐ-UBND",
        "Na Khoang, ngày 30 tháng 6 năm 2021",
    ]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("<tr><td>a</td><td>b</td><td>c</td></tr>", ["a | b | c"]),
        ("<tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr>", ["a | b", "1 | 2"]),
        ("<tr><td>a</td><td></td><td>c</td></tr><tr><td></td><td></td><td></td></tr>", ["a |  | c"]),
        ("<tr><td>a</td><td><p>b</p><p>c</p></td><td>d</td></tr>", ["a | b c | d"]),
        ("<thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody>", ["a", "1"]),
    ],
)
def test_a_table_of_values_is_read_row_by_row(table: str, expected: list[str]) -> None:
    assert lines(f"<table>{table}</table>") == expected


def test_tables_in_tables_are_read_once() -> None:
    inner = "<table border='1'><tr><td>1</td><td>2</td></tr></table>"
    assert lines(f"<table><tr><td>Trên{inner}Dưới</td></tr></table>") == ["Trên", "1 | 2", "Dưới"]


PARAGRAPH = "Đoạn văn thứ {} của văn bản, đủ dài để không thể là một mục trong thực đơn hay một nhãn của trang. "


def test_every_part_of_a_document_is_kept_however_its_page_divides_it() -> None:
    parts = [f"<div><p>{PARAGRAPH.format(number) * 5}</p></div>" for number in range(5)]
    assert len(lines(f"<div>{''.join(parts)}</div><div><p>{PARAGRAPH.format(9) * 3}</p></div>")) == 6


def test_a_table_of_contents_is_left_out_and_a_reference_is_not() -> None:
    contents = "".join(f'<p><a href="#{number}">Điều {number}</a></p>' for number in range(9))
    text = f'<p>{PARAGRAPH.format(1)}</p><p><a href="/x">Nghị định số 15/2023/NĐ-CP</a></p><p>{PARAGRAPH.format(2)}</p>'
    assert "Nghị định số 15/2023/NĐ-CP" in lines(contents + text)
    assert "Điều 5" not in lines(contents + text)


def test_a_document_of_short_lines_only_is_read_and_warned_about() -> None:
    raw = page("<nav>Trang chủ</nav><p>Số hiệu: 15/QĐ-UBND</p><p>Ngày: 30/6/2021</p>")
    assert raw.text == "Số hiệu: 15/QĐ-UBND\nNgày: 30/6/2021\n"
    assert raw.warnings == ("no-prose",)


def test_labels_and_values_set_apart_by_style_alone_are_two_words() -> None:
    assert lines("<div><span>Số hiệu</span><span>04/VBHN-BNV</span></div>") == ["Số hiệu 04/VBHN-BNV"]


def test_a_title_that_a_page_shows_twice_is_read_once() -> None:
    assert lines("<h1>Quyết định</h1><div>Quyết định</div><p>Điều 1.</p>") == ["Quyết định", "Điều 1."]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Quyết định 15 | Cổng thông tin</title>", "Quyết định 15"),
        ('<title>Cổng</title><meta property="og:title" content="Quyết định 15">', "Quyết định 15"),
        ("", None),
    ],
)
def test_without_one_heading_the_title_is_what_the_page_is_called(head: str, title: str | None) -> None:
    assert read_page(f"<head>{head}</head><p>Chữ</p>", Path("a.html")).title == title


def test_a_page_without_text_is_empty() -> None:
    with pytest.raises(EmptySource):
        page("<nav>Trang chủ</nav><script>var a</script>")


def test_a_page_of_a_hundred_nested_elements_is_read() -> None:
    assert lines("<div>" * 200 + "Chữ" + "</div>" * 200) == ["Chữ"]


@pytest.mark.parametrize("charset", ["windows-1258", "windows-1252", "iso-8859-1"])
def test_a_page_in_an_old_encoding_is_read_as_it_declares(tmp_path: Path, charset: str) -> None:
    path = tmp_path / "trang.htm"
    words = "Thủ đô" if charset == "windows-1258" else "Th&#7911; &#273;ô"
    body = words.replace("ủ", "u\N{COMBINING HOOK ABOVE}")
    path.write_bytes(f'<html><meta content="text/html; charset={charset}"><p>{body}</p>'.encode(charset))
    assert open_file(path).raw.text.strip() in ("Thủ đô", "Thu\N{COMBINING HOOK ABOVE} đô")


def test_what_declares_an_old_encoding_and_is_utf8_is_read_as_utf8(tmp_path: Path) -> None:
    path = tmp_path / "trang.htm"
    path.write_text('<html><meta charset="windows-1252"><p>Thủ đô</p>', "utf-8")
    assert open_file(path).raw.text == "Thủ đô\n"


@pytest.mark.parametrize(
    ("begin", "format"),
    [
        ("<!DOCTYPE html>", "html"),
        ("  <!-- saved -->\n<HTML>", "html"),
        ('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', "html"),
        ("Thẻ <html> trong câu. ", "txt"),
        ("", "txt"),
    ],
)
def test_a_page_is_known_by_its_content(tmp_path: Path, begin: str, format: str) -> None:
    path = tmp_path / "tệp"
    path.write_text(f"{begin}<p>Chữ</p>", "utf-8")
    assert open_file(path).format == format


@pytest.mark.parametrize(
    ("name", "count", "holds"),
    [
        ("doc_000008.html", 8, "Số hiệu 8376 /VBHN-BTP | Loại văn bản Văn bản hợp nhất"),
        ("doc_000021.html", 8, "Chức danh Thứ trưởng | Người ký Nguyễn Mạnh Khương"),
        ("doc_000757.html", 65, "Article 2. Subjects of application"),
    ],
)
def test_pages_of_the_law_database_are_read_without_the_site(shared: Path, name: str, count: int, holds: str) -> None:
    text = open_file(shared / "real" / "html" / name).raw.text
    assert holds in text.splitlines()
    assert len(text.splitlines()) == count
    for of_the_site in ("TRANG CHỦ", "Trang chủ", "Lược đồ", "Tải về", "Điện thoại", "anticon"):
        assert of_the_site not in text
