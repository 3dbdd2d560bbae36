"""What stands at the foot of an official document: the office that signs, and who."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.outline.signs import CAPITALS, ON_BEHALF, RECIPIENTS, in_capitals
from kb.source.front.letterhead import office_name

_FOR = re.compile(rf"^{ON_BEHALF}(?=[{CAPITALS}])")
_RECIPIENTS = re.compile(rf"^{RECIPIENTS}\s*:?\s*|^[-–]\s.*?[;.]\s*")
_RANK = re.compile(
    r"^(?:PHÓ |QUYỀN )?(?:CHỦ TỊCH|BÍ THƯ|TRƯỞNG|GIÁM ĐỐC|CHÁNH|BỘ TRƯỞNG|THỨ TRƯỞNG|TỔNG|THỦ TƯỚNG|CHỦ TRÌ|THƯ KÝ"
    r"|CHỦ TỌA|VIỆN TRƯỞNG|HIỆU TRƯỞNG|CỤC TRƯỞNG|VỤ TRƯỞNG|NGƯỜI|ỦY VIÊN|THƯỜNG TRỰC)\b"
)
_NAME = re.compile(rf"(?:^|[.;:]\s)(?P<name>[{CAPITALS}][^\W\d_]*(?:\s[{CAPITALS}][^\W\d_]*){{1,4}})$")
_TITLES = re.compile(
    r"^(?:(?:Đại tướng|Thượng tướng|Trung tướng|Thiếu tướng|Đại tá|Thượng tá|Trung tá|Thiếu tá|GS|PGS|TS|ThS)\.?\s*)+"
)


def read_signing_office(lines: Sequence[str], text: str) -> str | None:
    """The office that signs, in capitals by itself: "BAN TUYÊN GIÁO TỈNH ỦY", "T/M BAN CHẤP HÀNH"; not a rank.

    >>> read_signing_office(["Nơi nhận: TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "")
    'Ủy ban nhân dân'
    """
    for line in lines:
        office = _FOR.sub("", _RECIPIENTS.sub("", line).strip())
        if in_capitals(office) and not _RANK.match(office) and not any(letter.isdigit() for letter in office):
            return office_name(office, text)
    return None


def read_signer(lines: Sequence[str]) -> str | None:
    """The name at the foot of the signature, without ranks: a last line, or the end of one, that is a name alone.

    >>> read_signer(["TM. ĐẢNG ỦY", "BÍ THƯ", "Đại tá Đặng Văn Thắng"])
    'Đặng Văn Thắng'
    """
    found = _NAME.search(_TITLES.sub("", lines[-1])) if len(lines) > 1 else None
    return found["name"] if found and not found["name"].isupper() else None
