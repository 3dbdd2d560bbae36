"""Who issued a paper, as its mention says it: "của Thủ tướng Chính phủ", or by the letters of its number.

Owns where the name of an issuer ends.
"""

from __future__ import annotations

import re

ENDS = (
    r"về|ban hành|quy định|khẳng định|yêu cầu|được|đã|trên|tại|đến|nêu|xác định|chỉ rõ|phê duyệt|hướng dẫn|phát động|là"
    r"|với|trong|có|cho|để|do|gắn|nhằm|theo|sửa đổi|phải|không|thì|và (?![A-ZĐ])|nhiệm kỳ|giai đoạn|ngày|năm|tháng"
    r"|ký|kèm|sẽ|đang|vừa|cũng|đều|thông qua|kết luận|chỉ đạo|giao"
    r"|nhấn mạnh|đề ra|quyết định|số|gửi|như|hoặc|từ|ra|thực hiện"
    r"|tiếp tục|chưa|hết hiệu lực|có hiệu lực|thay thế|bãi bỏ|khi|nếu|này|đó|trước đây|cùng|bằng|bao gồm|gồm|còn|nhưng"
    r"|tổng kết|sơ kết|triển khai|ngành|các|ở"
    r"|và (?:Công điện|Công văn|Nghị|Quyết|Kế hoạch|Chỉ thị|Thông|Luật|Pháp|Hướng|Kết luận|Chương trình|Đề án|Quy)"
)
NAME = re.compile(
    rf"(?:liên (?:bộ|ngành|tịch) )?[A-ZĐ]\S*(?: lần thứ [^\s,;.:()]+| (?!(?:{ENDS})(?!\w))[^\s,;.:()“”\"|]+)*"
)
ORDINAL_TAIL = re.compile(r"(?: lần thứ \w+| khóa [IVXL\d]+| khoá [IVXL\d]+)+")
LONGEST = 14  # words

BY_LETTERS = (
    # Letters of a number -> who has them alone. "CT/TW" may be the Politburo's or the Secretariat's: not told.
    (re.compile(r"^TTg$", re.IGNORECASE), "Thủ tướng Chính phủ"),
    (re.compile(r"^CP$"), "Chính phủ"),
    (re.compile(r"^QH\d{1,2}$"), "Quốc hội"),
    (re.compile(r"^UBTVQH\d{1,2}$"), "Ủy ban Thường vụ Quốc hội"),
    (re.compile(r"^CTN$"), "Chủ tịch nước"),
)


def issuer_at(text: str, place: int, end: int) -> tuple[str, int] | None:
    """The issuer's name that begins at a place, on one line, and where it ends; None where no name begins.

    >>> issuer_at("Bộ Khoa học và Công nghệ về việc", 0, 99)
    ('Bộ Khoa học và Công nghệ', 24)
    """
    match = NAME.match(text, place, min(end, place + 160))
    if match is None or len(match[0].split()) > LONGEST:
        return None
    stop = match.end()
    if (tail := ORDINAL_TAIL.match(text, stop, end)) is not None:
        stop = tail.end()
    name = " ".join(text[place:stop].split())
    return name, stop


def issuer_by_letters(number: str) -> str | None:
    """Who alone numbers papers so: "258/QĐ-TTg" is the Prime Minister's.

    >>> issuer_by_letters("258/QĐ-TTg"), issuer_by_letters("05-CT/TW")
    ('Thủ tướng Chính phủ', None)
    """
    last = re.split(r"[-/]", number)[-1]
    return next((name for letters, name in BY_LETTERS if letters.match(last)), None)
