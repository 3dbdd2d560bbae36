"""People that a text names as speakers: by name with or without a title before it, or by what everybody calls them.

A name is a run of capital syllables that begins with a family name, or any such run behind a title. Places and offices
are runs of capitals too; they are told by the word before them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kb.outline.signs import CAPITALS
from kb.vietnamese.provinces import PROVINCES
from kb.vietnamese.syllables import is_syllable

HO_CHI_MINH: Final = "Hồ Chí Minh"
LONGEST_ROLE = 110  # code points of a title before a name: "Phó Bí thư Thường trực Tỉnh ủy, Chủ tịch HĐND tỉnh …"

_FAMILY_NAMES = (
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đoàn Vương Trịnh Trương Đinh "
    "Lâm Phùng Mai Tô Hà Cao Lương Lưu Tạ Tống Thái Chu Châu Kiều Tăng La Quách Quang Khuất Khương Lã Lữ "
    "Nghiêm Ninh Nông Ông Triệu Viên Vi Hứa Ma Bế Lò Lường Quàng Cà Tòng Cầm Vàng Giàng Sùng Thào Hạng Mùa "
    "Cháng Lù Vừ Và Hầu Tẩn Chảo Lèo Đèo Bạc Sầm Hờ Ly Phàn Bàn Đổng Mạc Mạch Doãn Bạch Thạch Kim Sơn Danh Rơ "
    "Siu Kpă Ksor Nay H’ Y A Lục Hoà Hòa Kha Tôn Từ Trà Tiêu Thân Phí Phó Ngụy Mã Hàn Đàm Đồng Đường Giáp Cù "
    "Cung Cống Chử Chung Âu An Ân Bá "
)
FAMILY_NAMES: Final = frozenset(_FAMILY_NAMES.split())

_NAME = rf"[{CAPITALS}][^\W\d_]*(?:[’'-][^\W\d_]+)*"
_RUN = re.compile(rf"{_NAME}(?: {_NAME}){{0,6}}")
# Initials as they are printed before Russian and German names: "V.I. Lênin", "C. Mác", "Ph. Ăngghen".
_INITIALS = re.compile(
    rf"(?:[{CAPITALS}]h?\. ?){{1,2}}(?:Lênin|Lê-nin|Lenin|Mác|Ăngghen|Ăng-ghen|Ănghen|Engels|{_NAME})"
)

_PERSONAL = (
    r"(?i:đồng chí|đ/c|ông|bà|anh|chị|cụ|cô|chú|bác|thầy|em|cháu|mẹ|già làng|ngài|nhà giáo|thầy giáo"
    r"|cô giáo|bác sĩ|bác sỹ"
    r"|y sĩ|dược sĩ|kỹ sư|luật sư|nghệ sĩ|nghệ nhân|nhà thơ|nhà văn|nhà báo|nhạc sĩ|họa sĩ|nhà sử học"
    r"|sử gia|học giả|nhà nghiên cứu"
    r"|giáo sư|phó giáo sư|tiến sĩ|thạc sĩ|GS|PGS|TS|ThS|BS|NSND|linh mục|hòa thượng|thượng tọa|giám mục"
    r"|học sinh|sinh viên|cử tri|đại biểu|công nhân|nông dân|hội viên|đoàn viên|cựu chiến binh|ca sĩ|diễn viên"
    r"|điều dưỡng|phóng viên|liệt sĩ|anh hùng|chiến sĩ|hoàng đế|vua|chúa|hoàng tử|công chúa|tướng)"
)
_OFFICE = (
    r"(?:(?:nguyên |cố |phó |quyền )*(?:chủ tịch|tổng bí thư|bí thư|thủ tướng|tổng thống|bộ trưởng"
    r"|thứ trưởng|giám đốc|tổng giám đốc"
    r"|trưởng ban|trưởng phòng|trưởng thôn|trưởng bản|trưởng đoàn|trưởng trạm|viện trưởng|hiệu trưởng"
    r"|cục trưởng|vụ trưởng|chi cục trưởng"
    r"|trạm trưởng|tổ trưởng|đội trưởng|chỉ huy trưởng|tư lệnh|chính ủy|đại biểu|ủy viên|chánh văn phòng"
    r"|chánh án|đại tướng"
    r"|thượng tướng|trung tướng|thiếu tướng|đại tá|thượng tá|trung tá|thiếu tá|đại úy|tổng tư lệnh|đại sứ"
    r"|nghị sĩ|thượng nghị sĩ"
    r"|ngoại trưởng|thống đốc|thị trưởng|thủ lĩnh|lãnh tụ|lãnh đạo|người phát ngôn|phát ngôn viên|đại diện"
    r"|huấn luyện viên|trưởng))"
)
TITLED = re.compile(rf"(?:{_OFFICE}|{_PERSONAL})(?=[ .])", re.IGNORECASE)
_OFFICE_NEXT = re.compile(rf"{_PERSONAL}\s+{_OFFICE}", re.IGNORECASE)
_NO_TITLE = re.compile(r"(?<!\w)(?:nói|viết|với|cho|gửi|thăm|gặp|đã|nhận|đến|khi|và)(?!\w)")
_COUNTRIES = frozenset(("Mỹ", "Anh", "Pháp", "Đức", "Nga", "Ý", "Nhật", "Lào", "Úc"))
_NOT_BEFORE = re.compile(r"(?:của|với|cho|gửi|gặp|cùng|thăm|bởi|về|đến|tới|nhờ|mời|giúp|thay)\s*$", re.IGNORECASE)
PERSONAL = re.compile(rf"(?<!\w)(?P<title>{_PERSONAL})(?:\.\s?|\s)(?P<name>{_NAME}(?: {_NAME}){{0,4}})")
OFFICE = re.compile(rf"{_OFFICE} (?!này|đó|ấy|của)", re.IGNORECASE)
ROLE = re.compile(rf"(?:{_OFFICE}|{_PERSONAL}|thành viên|chuyên gia|nhân viên|cán bộ|chủ nhiệm)\b", re.IGNORECASE)
_BEFORE_PLACE = re.compile(
    r"(?:tỉnh|huyện|xã|thị trấn|thị xã|phường|thành phố|quận|thôn|bản|xóm|làng|ấp|khu|vùng|nước|sông|núi"
    r"|đường|phố|chợ|đảo|trường|viện"
    r"|bệnh viện|công ty|tập đoàn|báo|tạp chí|đại học|giải thưởng|huân chương|huy chương|giải|lăng|quê)\s*$",
    re.IGNORECASE,
)

# What everybody calls whom. "Bác" and "Người" are theirs only as a whole word with a capital (vietnamese.md).
_HO = re.compile(
    r"(?:(?:Chủ tịch |đồng chí |lãnh tụ )?(?:Hồ Chí Minh|Nguyễn Ái Quốc|Nguyễn Tất Thành)|Hồ Chủ tịch"
    r"|Hồ chủ tịch|Bác Hồ|Cụ Hồ"
    r"|Bác(?! (?:sĩ|sỹ|học|bỏ|ái))(?! (?!Hồ)[A-ZĐ])"
    r"|Người(?! (?:dân|lao|bệnh|người|đứng|cao|ta|dùng|Việt|nông|nghèo|tiêu|có|phụ|đại|bị|già|trẻ|mẹ|thầy"
    r"|lính|công|chiến|đảng|cán|đồng"
    r"|Pháp|Mỹ|Trung|Hoa|Kinh|Tày|Mông|Nùng|Dao|Thái|khuyết|nộp|tham|sử|quản|nào|khác|khai|mua|bán|thực|đi"
    r"|xưa|làm|học|ở)\b))"
    r"(?![\w-])"
)
CANONICAL: Final = {
    "lênin": "V.I. Lênin",
    "lê-nin": "V.I. Lênin",
    "lenin": "V.I. Lênin",
    "mác": "C. Mác",
    "marx": "C. Mác",
    "ăngghen": "Ph. Ăngghen",
    "ăng-ghen": "Ph. Ăngghen",
    "ănghen": "Ph. Ăngghen",
}


_PROVINCES = frozenset(PROVINCES.split(", "))


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in a phrase: where the words for them begin and end in it, title and all."""

    name: str
    role: str | None
    start: int
    end: int
    is_foreign: bool = False


def read_person(phrase: str) -> Person | None:
    """The person that a phrase begins with, title first; None where it begins with none.

    >>> read_person("Bộ trưởng Bộ Nội vụ Võ Nguyên Giáp tuyên bố")
    Person(name='Võ Nguyên Giáp', role='Bộ trưởng Bộ Nội vụ', start=0, end=34, is_foreign=False)
    >>> read_person("Người chỉ rõ"), read_person("Người dân nói")
    (Person(name='Hồ Chí Minh', role=None, start=0, end=5, is_foreign=False), None)
    """
    if (ho := _HO.match(phrase)) is not None:
        return Person(HO_CHI_MINH, None, 0, ho.end())
    if (initials := _INITIALS.match(phrase)) is not None:
        return Person(_canonical(initials[0]), None, 0, initials.end())
    if TITLED.match(phrase) is not None:
        return _titled(phrase)
    run = _RUN.match(phrase)
    if run is None:
        return None
    words = run[0].split()
    if words[0] in FAMILY_NAMES and 2 <= len(words) <= 5:
        return Person(_canonical(run[0]), None, 0, run.end())
    if words[-1].lower() in CANONICAL and len(words) <= 2:
        return Person(_canonical(run[0]), None, 0, run.end())
    return None


def is_ho(phrase: str) -> bool:
    """Whether the whole phrase is one of the names of Hồ Chí Minh."""
    return _HO.fullmatch(phrase.strip()) is not None


def read_foreign(phrase: str) -> Person | None:
    """A run of capital words at the beginning that may be a name where nothing else is known: of two or three, or one
    that is no Vietnamese syllable."""
    run = _RUN.match(phrase)
    if run is None or run[0] in _PROVINCES:
        return None
    words = run[0].split()
    is_foreign = not all(map(is_syllable, words))
    if not (2 <= len(words) <= 3 or (len(words) == 1 and is_foreign and not run[0].isupper())):
        return None
    return Person(run[0], None, 0, run.end(), is_foreign)


def person_at_end(clause: str) -> Person | None:
    """The person that a clause ends with, as the subject of the verb behind it; None for an object or a place.

    >>> person_at_end("đã ký, và Benjamin Franklin"), person_at_end("theo đề nghị của Người"), person_at_end("ở Hà Nội")
    (Person(name='Benjamin Franklin', role=None, start=10, end=27, is_foreign=False), None, None)
    """
    end = len(clause.rstrip())
    near = max(0, end - 70)
    for ho in _HO.finditer(clause, near, end):
        if ho.end() == end and not _NOT_BEFORE.search(clause[: ho.start()]):
            return Person(HO_CHI_MINH, None, ho.start(), end)
    run = next((run for run in _RUN.finditer(clause, near, end) if run.end() == end), None)
    if run is None:
        return None
    titled = next((match for match in PERSONAL.finditer(clause, near, end) if match.end() == end), None)
    start = titled.start() if titled else run.start()
    if _NOT_BEFORE.search(clause[:start]) or _BEFORE_PLACE.search(clause[:start]):
        return None
    if titled is not None and not titled["name"].isupper() and _OFFICE_NEXT.match(clause, titled.start()) is None:
        return Person(_canonical(titled["name"]), _role(titled["title"]), start, end)
    words = run[0].split()
    for skipped in range(len(words) - 1):
        if words[skipped] in FAMILY_NAMES and 2 <= len(words) - skipped <= 4:
            name = " ".join(words[skipped:])
            if name in _PROVINCES:
                return None
            return Person(_canonical(name), None, end - len(name), end)
    words = words[1:] if words[0] in _COUNTRIES else words
    if len(words) in (2, 3) and not all(map(is_syllable, words)):
        name = " ".join(words)
        return Person(_canonical(name), None, end - len(name), end)
    return None


def _titled(phrase: str) -> Person | None:
    """A person behind a title: the first name of two or more syllables that follows it, or any name right behind it."""
    direct = PERSONAL.match(phrase) if _OFFICE_NEXT.match(phrase) is None else None
    if direct is not None and not direct["name"].isupper() and direct["name"].split()[0] not in ("Đảng", "Bộ", "Ban"):
        name = direct["name"]
        return Person(_canonical(name), _role(direct["title"]), 0, direct.end())
    for run in _RUN.finditer(phrase, 0, LONGEST_ROLE):
        if _BEFORE_PLACE.search(phrase[: run.start()]):
            continue
        words = run[0].split()
        for skipped in range(len(words) - 1):
            rest = words[skipped:]
            if rest[0] in FAMILY_NAMES and 2 <= len(rest) <= 4:
                name = " ".join(rest)
                start = run.end() - len(name)
                if start == 0 or _NO_TITLE.search(phrase[:start]):
                    break
                return Person(_canonical(name), _role(phrase[:start]), 0, run.end())
    return None


_NO_ROLES = frozenset(
    ("đồng chí", "đ/c", "ông", "bà", "anh", "chị", "cụ", "cô", "chú", "bác", "em", "cháu", "mẹ", "ngài")
)


def _role(title: str) -> str | None:
    """ "Đồng chí" is no role; "Đồng chí Trưởng ban" is that of the Trưởng ban."""
    role = re.sub(r"^(?:đồng chí|ông|bà|ngài)\s+", "", title.strip(" ,-–"), flags=re.IGNORECASE).strip(" ,-–")
    return role if role and role.lower() not in _NO_ROLES else None


def _canonical(name: str) -> str:
    return CANONICAL.get(name.split()[-1].split(".")[-1].lower(), HO_CHI_MINH if is_ho(name) else name)
