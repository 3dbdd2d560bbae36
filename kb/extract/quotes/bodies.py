"""Bodies and papers that a text names as speakers: who decides, and the papers in which it is decided."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kb.model import Work
from kb.outline.signs import CAPITALS

DAY: Final = r"ngày \d{1,2}(?:\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}| tháng \d{1,2} năm \d{4})"
_DATE = re.compile(r"ngày (?P<day>\d{1,2}(?:\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}| tháng \d{1,2} năm \d{4}))")

# A body begins with one of these; it ends where something is done, said or added.
_BODY = (
    r"(?:Đảng ta|Đảng Cộng sản \w+(?: \w+)?|Đảng(?= |$|,)|Nhà nước(?: ta)?|Chính phủ|Quốc hội|Bộ Chính trị"
    r"|Ban Bí thư|Ban Chấp hành|Trung ương Đảng"
    r"|Hội nghị|Đại hội|Ủy ban|Uỷ ban|UBND|UBMTTQ|HĐND|Hội đồng|Ban (?=[CTĐVGHBNKD])|Sở (?=[A-ZĐ])"
    r"|Bộ (?=[A-ZĐ])|Tỉnh ủy|Tỉnh uỷ|Thành ủy|Thành uỷ"
    r"|Huyện ủy|Huyện uỷ|Thị ủy|Quận ủy|Đảng ủy|Đảng uỷ|Xứ ủy|Khu ủy|Chi bộ|Đảng bộ|Mặt trận|Hội (?=[A-ZĐ])"
    r"|Liên đoàn|Liên hiệp|Đoàn Thanh niên"
    r"|Tỉnh đoàn|Huyện đoàn|Trung ương Đoàn|Công an|Quân khu|Quân ủy|Tổng cục|Cục (?=[A-ZĐ])"
    r"|Viện (?=[A-ZĐ])|Liên hợp quốc|Liên Hợp Quốc|Tổ chức (?=[A-ZĐ])|WHO|Nghị viện"
    r"|Tòa án|Viện kiểm sát|Thường trực|Ngân hàng|Thủ tướng Chính phủ|Thủ tướng|Chủ tịch nước"
    r"|Chủ tịch Quốc hội|Tổng Bí thư|Trung ương|Bộ Tư lệnh|Bộ đội"
    r"|Báo (?=[A-ZĐ])|báo (?=[A-ZĐ])|Tạp chí |tạp chí |Đài |Hãng |hãng )"
)
BODY: Final = re.compile(_BODY)
_STOPS = (
    r"trong|tại|đã|ra|ban(?= hành| bố)|có|được|bị|về|khi|với|là|vào|luôn|còn|cũng|từng|thường|sẽ|phải|nhằm|để|do|phát"
    r"|ký|thông|tổ|đề|họp|nêu|nói|viết|chỉ|khẳng|nhấn|xác|yêu|kêu|kết|quyết|chủ trương|tiếp|đang|rất|cho|nhận|gửi|xem"
    r"|coi|gọi|lấy|như|và|mở|phê|ghi|quy|tuyên|đánh|cam|vạch|thể|đặt|đưa|trở|lãnh|giao|triển|tăng|hướng|làm|bày|lên|cần"
    r"|vừa|vẫn"
)
_BODY_STOPS = re.compile(rf"(?:^|\s)(?:{_STOPS}|ngày|năm|số)\b")
_ISSUER_STOPS = re.compile(rf"(?:^|\s)(?:{_STOPS})\b")
# The name of a paper may hold most of these words ("Nghị quyết về …").
_PAPER_STOPS = re.compile(
    r"\s(?:đã|được|bị|cũng|còn|luôn|vạch|nêu|khẳng định|xác định|nhấn mạnh|chỉ rõ|ra đời|có hiệu lực|là)\b"
)

PAPER_NOUNS: Final = (
    r"(?:Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Chỉ thị|Kết luận|Thông tư(?: liên tịch)?"
    r"|Kế hoạch|Hướng dẫn|Công văn|Quy định|Quy chế"
    r"|Thông báo|Thông tri|Hiến pháp|Cương lĩnh|Điều lệ|Tuyên ngôn|Công ước|Hiệp định|Hiệp ước|Hiến chương"
    r"|Di chúc|Lời kêu gọi|Báo cáo|Văn kiện|Chiến lược"
    r"|Đề án|Tờ trình|Sắc lệnh|Sắc luật|Tuyên bố|Nghị định thư|Thỏa ước|Thoả ước|Bản Tuyên ngôn|Luận cương|Chính cương)"
)
PAPER: Final = re.compile(
    rf"(?:bản |Bản |văn kiện "
    rf"|dự thảo )?(?:(?:khoản \d+,? )?Điều \d+[a-zđ]?,? (?:của )?)?(?P<noun>{PAPER_NOUNS}|Đề cương|Tài liệu"
    rf"|Chương trình|Thư|Bài|Diễn văn|Văn bản|Công điện|Tác phẩm|Giáo trình)\b",
    re.IGNORECASE,
)
_ISSUER = re.compile(rf"\bcủa (?P<who>(?:{_BODY}|[{CAPITALS}]\w+)[^,;:]*)")


@dataclass(frozen=True, slots=True)
class Body:
    """A body or paper named in a phrase, up to `end`; `work` is the paper, if one is named."""

    name: str
    work: Work | None
    end: int


def read_body(phrase: str) -> Body | None:
    """The body that a phrase begins with; None where it begins with none.

    >>> read_body("Ban Thường trực Ủy ban Mặt trận Tổ quốc tỉnh trong lời kêu gọi").name
    'Ban Thường trực Ủy ban Mặt trận Tổ quốc tỉnh'
    """
    begins = BODY.match(phrase)
    if begins is None:
        return None
    stop = _BODY_STOPS.search(phrase, begins.end())
    end = stop.start() if stop else len(phrase)
    name = re.sub(r"\s*\(\d+\)", "", phrase[:end]).strip(" -–:,")
    return Body(canonical_body(name), None, end) if len(name) <= 150 else None


def read_paper(phrase: str) -> Body | None:
    """The paper that a phrase begins with, and the body that issued it where it is named; else the paper speaks itself.

    >>> found = read_paper("Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Bộ Chính trị")
    >>> found.name, found.work
    ('Bộ Chính trị', Work(name='Nghị quyết số 29-NQ/TW', day='04/11/2013'))
    """
    begins = PAPER.match(phrase)
    if begins is None:
        return None
    issuer = _ISSUER.search(phrase)
    held = BODY.search(phrase, begins.end(), begins.end() + 40) if issuer is None else None
    end = len(phrase)
    stop = _ISSUER_STOPS.search(phrase, issuer.start("who")) if issuer else _PAPER_STOPS.search(phrase, begins.end())
    if stop:
        end = stop.start()
    whole = re.sub(r"\s*\(\d+\)", "", phrase[:end]).strip(" ,-–:")
    date = _DATE.search(whole)
    name = whole[: date.start()].rstrip(" ,") if date else whole
    if issuer is not None:
        name = name.split(" của ")[0] if not date or date.start() > issuer.start() else name
        who = issuer["who"][: max(0, end - issuer.start("who"))]
        body = read_body(who)
        speaker = body.name if body else name if date and date.start() > issuer.start() else f"{name} của {who.strip()}"
        return Body(speaker, Work(speaker if body is None else name, date["day"] if date else None), end)
    if held is not None and held.start() == begins.end() + 1:
        body = read_body(phrase[held.start() : end])
        return Body(body.name if body else whole, Work(name, date["day"] if date else None), end)
    return Body(name, Work(name, date["day"] if date else None), end)


def canonical_body(name: str) -> str:
    """The one name of a body that is called by several.

    >>> canonical_body("Đảng ta"), canonical_body("Hội nghị lần thứ tám Ban Chấp hành Trung ương khóa XI")
    ('Đảng', 'Ban Chấp hành Trung ương Đảng')
    """
    for pattern, canonical in _CANONICAL:
        if re.search(pattern, name):
            return canonical
    return (
        re.sub(r"(?:,? (?:lần thứ|khóa|khoá|nhiệm kỳ) [IVXLC\d]+.*)$", "", name) if name.startswith("Đại hội") else name
    )


_CANONICAL = (
    (r"^(?:Đảng ta|Đảng Cộng sản Việt Nam)$", "Đảng"),
    (r"^Nhà nước ta$", "Nhà nước"),
    (
        r"(?:^|\s)(?:Ban Chấp hành Trung ương(?! Đoàn| Hội)|Trung ương Đảng$|BCH Trung ương|BCHTW)",
        "Ban Chấp hành Trung ương Đảng",
    ),
    (r"^Bộ Chính trị", "Bộ Chính trị"),
    (r"^Ban Bí thư", "Ban Bí thư"),
)


def read_day(text: str) -> str | None:
    """The last full date of a text, as printed without "ngày"; None where it names none."""
    days = [match["day"] for match in _DATE.finditer(text)]
    return days[-1] if days else None
