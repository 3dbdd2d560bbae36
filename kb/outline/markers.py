"""What opens a section: the table of printed markers, from "Phần thứ nhất" down to "-", and how one is read.

Owns the look of a marker only. Whether a marker opens a section here, after what came before, is `places`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from kb.outline.counting import Count, value
from kb.outline.signs import CAPITALS

FormName = Literal[
    "part", "appendix", "chapter", "section", "subsection", "article", "worded", "upper", "roman", "numbered",
    "decimal", "lower", "lower-roman", "bracketed", "bullet", "markdown",
]  # fmt: skip


@dataclass(frozen=True)
class Form:
    """One way to print a marker.

    `look` finds it at the start of a line; its group `number` is counted as `count` says (None: not counted), the
    group `close` is what closes it. `order` says what may hold what: a marker holds those of a higher order.
    """

    name: FormName
    order: int
    count: Count | None
    look: str
    takes: tuple[str, ...]
    leaves: tuple[str, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.look)


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker as it is printed at the start of a line.

    `path` is its number, of "2.1." two; empty for a bullet. `suffix` is the letter of "Điều 12a". `style` is equal for
    markers that may stand in one list ("1." and "2.", but not "1)"). The title begins at `end`.
    """

    form: Form
    printed: str
    style: str
    path: tuple[int, ...]
    suffix: str
    end: int

    def has_title(self, line: str) -> bool:
        """Whether anything stands behind the marker on its line."""
        return bool(line[self.end :].strip())


_ROMAN = r"[IVX]{1,7}"
_CASELESS_ROMAN = r"[IVXivx]{1,7}"
_WORD = r"(?:thứ|THỨ|Thứ)\s+[^\W\d_]+"
_GAP = r"(?=\s+\S|\s*$|[“\"(]|(?<!/)[^\W\d_]{2})"  # a space, or none where it was lost: "I.HOÀN CẢNH"
_CLOSE = r"(?P<close>[.:]?)"
# Nothing more, a closing mark, or a capital; also a capital whose space was lost: "Chương IQUY ĐỊNH CHUNG".
_TO_TEXT = rf"(?:(?!\w){_CLOSE}(?=\s*$|[.:]|\s+[-–]?\s*[{CAPITALS}“\"(])|(?=[{CAPITALS}]{{2}}))"

FORMS = (
    Form("markdown", 1, None, r"(?P<number>#{1,6})(?P<close>)(?=\s+\S)", ("## Thành lập",), ("#ThiDua", "# ")),
    Form(
        "part", 10, "roman", rf"P(?:hần|HẦN)\s+(?P<number>{_WORD}|{_ROMAN}|\d{{1,2}}){_TO_TEXT}",
        ("Phần thứ nhất", "PHẦN II. NỘI DUNG", "Phần 1: Mở đầu"),
        ("Phần thưởng 2 triệu đồng", "Phần I của Nghị quyết"),
    ),
    Form(
        "appendix", 10, "roman", rf"P(?:hụ lục|HỤ LỤC)\s+(?:số\s+|SỐ\s+)?(?P<number>{_ROMAN}|\d{{1,2}}){_TO_TEXT}",
        ("Phụ lục I", "PHỤ LỤC 2. DANH MỤC"), ("Phụ lục kèm theo", "Phụ lục I ban hành kèm theo"),
    ),
    Form(
        "chapter", 20, "roman", rf"(?:Chương|CHƯƠNG|Chapter|CHAPTER)\s+(?P<number>{_ROMAN}|\d{{1,2}}){_TO_TEXT}",
        ("Chương I", "CHƯƠNG II. ĐIỀU KHOẢN", "Chương 3 Tổ chức", "Chapter I"), ("Chương trình hành động", "Chương II của Luật này"),
    ),
    Form(
        "section", 30, "arabic", rf"M(?:ục|ỤC)\s+(?P<number>{_ROMAN}|\d{{1,2}}){_TO_TEXT}",
        ("Mục 1. QUY ĐỊNH CHUNG", "MỤC 2"), ("Mục tiêu đến năm 2025", "Mục 1 của Chương này"),
    ),
    Form(
        "subsection", 40, "arabic", rf"T(?:iểu mục|IỂU MỤC)\s+(?P<number>\d{{1,2}}){_TO_TEXT}",
        ("Tiểu mục 2. Quyền",), ("Tiểu mục 2 của Mục này",),
    ),
    Form(
        "article", 50, "arabic", rf"(?:Điều|ĐIỀU|Article)\s+(?P<number>\d{{1,3}})(?P<suffix>[a-zđ]?)(?!/){_TO_TEXT}",
        ("Điều 1. Phạm vi điều chỉnh", "Điều 12a. Tạm dừng", "Điều 5", "Article 1. Scope"),
        ("Điều 5 của Luật này", "Điều kiện 1. Có đủ", "“Điều 7. Yêu cầu", "Điều 3, Điều 4"),
    ),
    Form(
        "worded", 60, "arabic",
        r"(?:Bài|BÀI|Câu|CÂU|Câu hỏi|CÂU HỎI|Chuyên đề|CHUYÊN ĐỀ|Chủ đề|CHỦ ĐỀ|Vấn đề|VẤN ĐỀ|Tình huống|TÌNH HUỐNG"
        rf"|Bước|BƯỚC|Nội dung|NỘI DUNG|Nhiệm vụ|NHIỆM VỤ|Ý kiến|Ý KIẾN)\s+(?:số\s+|SỐ\s+|thứ\s+)?(?P<number>{_ROMAN}|\d{{1,3}})"
        r"(?P<close>[.:)/]|(?=\s*$))(?=\s|$)",
        ("Câu 1: Chuyển đổi số là gì?", "Bài 2", "CHUYÊN ĐỀ 3.", "Câu hỏi 12. Ai được hỗ trợ?"),
        ("Bài 2 của tập sách", "Câu 5 từ", "Nội dung 1 và 2"),
    ),
    Form(
        "decimal", 75, "arabic", rf"(?P<number>(?:{_ROMAN}|[A-Z]|\d{{1,2}})(?:\.\d{{1,2}}){{1,4}})(?:(?P<close>[.):/-]){_GAP}|(?=\s+[{CAPITALS}“\"]))",
        ("2.1. Các phong trào", "3.1- Ưu tiên", "1.1 Mục tiêu", "II.2.1. Kết quả", "1.2.3.4. Chi tiết"),
        ("1.308 cá nhân", "2.442 thủ tục", "20.5.2021 của HĐND", "3.5 triệu đồng", "13.458 tỷ đồng"),
    ),
    Form(
        "roman", 60, "roman", rf"(?P<number>{_ROMAN})(?:(?P<close>[./)])(?![A-Z]\.){_GAP}|\s?(?P<dash>[-–])(?!\s*[IVX]+\b)(?=\s*[{CAPITALS}“]))",
        ("I. HOÀN CẢNH", "II- QUAN ĐIỂM", "III/ TỔ CHỨC", "IV - KẾT LUẬN", "I.HOÀN CẢNH"),
        ("V sẽ được tổ chức", "V.I. Lênin từng viết", "XV-XVI", "IV, V và VI"),
    ),
    Form(
        "upper", 60, "letter", rf"(?P<number>[A-ZĐ])(?:(?P<close>[./)])(?![A-Z]\.){_GAP}|\s?(?P<dash>[-–])(?=\s*[{CAPITALS}“]))",
        ("A. MỤC ĐÍCH, YÊU CẦU", "B- NỘI DUNG", "C/ TỔ CHỨC"), ("A, B, C tại Liên hoan", "B.C. Hồ", "Á. đông"),
    ),
    Form(
        "numbered", 70, "arabic",
        rf"(?P<number>\d{{1,3}})(?P<suffix>[a-zđ]?)(?:(?P<close>[./])(?!\d){_GAP}|\s?(?P<dash>[-–])(?=\s*[{CAPITALS}“\"]))",
        ("1. Hoàn cảnh", "1a. Thông tin", "12. Giấy chứng nhận", "1- Sau 05 năm", "2/ Mục tiêu", "3.Kết quả", "1 - Quan điểm"),
        ("1.308 cá nhân", "8/8 cấp huyện", "27/3/1948", "3 - 5 tuổi", "2020. Năm", "100% cán bộ", "861/QĐ-TTg", "5 - 7 ngày", "24/24h"),
    ),
    Form(
        "bracketed", 80, "arabic", rf"\(?(?P<number>\d{{1,2}})(?P<close>\)){_GAP}",
        ("1) Về chính trị", "(2) Tổ chức"), ("(2016 - 2020)", "(3 người)", "5 người)"),
    ),
    Form(
        "lower", 80, "letter", rf"\(?(?P<number>[a-zđ])(?P<close>[.)/-]){_GAP}",
        ("a) Về chính trị", "đ) Các loại", "b. Nội dung", "(c) Khác", "a- Mục tiêu"), ("a, b và c", "và) khác", "km/h"),
    ),
    Form(
        "lower-roman", 80, "roman", rf"\(?(?P<number>[ivx]{{1,5}})(?P<close>[.)]){_GAP}",
        ("i) Hộ nghèo", "(ii) Hộ cận nghèo", "iv. Khác"), ("vi mạch", "iiii) a", "i, ii"),
    ),
    Form(
        "bullet", 90, None, r"(?P<number>[-–—+*•●○▪■□♦◊➢►▶✓✔→·])(?P<close>)(?=\s+[^\W_]|\s*[“\"‘(]|[^\W\d_]{2})",
        ("- Hoàn cảnh ra đời", "* Phong trào", "+ Đơn vị số 1", "–Về kinh tế", "• “Dạy tốt”"),
        ("-----", "* * *", "-5 độ C", "- , và", "*"),
    ),
)  # fmt: skip

_BY_COUNT: tuple[Count, ...] = ("roman", "arabic", "word")


def read_markers(line: str) -> tuple[Marker, ...]:
    """Every way to read a marker at the start of a line; () where there is none.

    More than one where a letter may be a number: "C." is read as a letter, "V." as five and as a letter.

    >>> [(m.printed, m.path, line[m.end:]) for line in ["2.1. Kinh tế"] for m in read_markers(line)]
    [('2.1.', (2, 1), 'Kinh tế')]
    >>> [(m.form.name, m.path) for m in read_markers("V. KHẨU HIỆU")]
    [('roman', (5,)), ('upper', (118,))]
    """
    return tuple(marker for form in FORMS if (marker := _read(form, line)) is not None)


def _read(form: Form, line: str) -> Marker | None:
    found = form.pattern.match(line)
    if found is None:
        return None
    path = _path(form, found["number"])
    if path is None:
        return None
    groups = found.groupdict()
    end = found.end("dash") if groups.get("dash") else found.end("close") if groups.get("close") else found.end()
    printed = line[:end].rstrip()
    title = end + len(line[end:]) - len(line[end:].lstrip(" -–:." if form.order <= 50 else " "))
    return Marker(form, printed, _style(form, found, path), path, groups.get("suffix") or "", title)


def _path(form: Form, number: str) -> tuple[int, ...] | None:
    """The value of each part of a printed number; None where one of them is none. Bullets have no value."""
    if form.count is None:
        return ()
    if form.count == "letter":
        return (ord(number.lower()),)
    values = [next((v for c in _BY_COUNT if (v := value(part, c)) is not None), None) for part in number.split(".")]
    if form.name == "decimal" and values[0] is None:
        values[0] = ord(number[0].lower())
    return None if None in values else tuple(v for v in values if v is not None)


def _style(form: Form, found: re.Match[str], path: tuple[int, ...]) -> str:
    """What markers of one list share: the form, how it is closed, how deep a decimal goes, which bullet it is."""
    if form.name == "markdown":
        return found["number"]
    if form.name == "bullet":
        return "bullet -" if found["number"] in "-–—" else f"bullet {found['number']}"
    if form.name == "worded":
        return f"worded {found[0].split()[0].lower()}"
    if form.order <= 50:
        return form.name
    if form.name == "decimal":
        return f"decimal {len(path)}"
    opened = "(" if found[0].startswith("(") else ""
    return f"{form.name} {opened}{found.groupdict().get('dash') or found.groupdict().get('close') or ''}"
