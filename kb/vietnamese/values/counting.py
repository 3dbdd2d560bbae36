"""Words that are counted: behind a number they say that it counts, and is no day, document or ordinal.

Not a list of all nouns: the ones that stand behind "8/8", "quyết định 5" or "kế hoạch 3" in official documents.
"""

from __future__ import annotations

import re
from functools import cache

from kb.vietnamese.letters import fold
from kb.vietnamese.syllables import folded_key, key

COUNTED = """
người hộ em cháu đồng_chí đại_biểu cán_bộ học_sinh đảng_viên hội_viên đoàn_viên công_dân cử_tri ủy_viên thành_viên
cá_nhân tập_thể gia_đình lao_động phụ_nữ thanh_niên liệt_sĩ bà_mẹ anh_hùng chiến_sĩ đối_tượng trường_hợp giáo_viên
cấp xã phường thị_trấn huyện tỉnh thành_phố thôn bản tổ khu xóm làng đơn_vị cơ_quan tổ_chức doanh_nghiệp hợp_tác_xã
chi_bộ đảng_bộ chi_hội cơ_sở trường lớp trạm bệnh_viện sở ngành phòng ban đoàn đội nhóm cụm khối
tiêu_chí chỉ_tiêu nội_dung nhiệm_vụ mục_tiêu giải_pháp vấn_đề nguyên_tắc dự_án đề_tài công_trình mô_hình phong_trào
văn_bản thủ_tục phiếu ý_kiến lượt cuộc hội_nghị buổi vụ việc đợt kỳ lần bước điều khoản điểm chương mục phần bài
huân_chương huy_chương giải bằng_khen giấy_khen danh_hiệu sáng_kiến sản_phẩm
tuần tháng năm ngày giờ phút quý km ha m2 kg tấn tạ đồng triệu tỷ nghìn số tổng
con cái chiếc căn nhà ngôi bộ cuốn tờ máy xe tàu cây
"""

_WORDS = re.compile(r"[ \u00a0]([^\W_]+)(?:[ \u00a0]([^\W_]+))?")
_FAR = 40  # code points in which two words stand


def before_counted(text: str, at: int) -> bool:
    """Whether what follows a place in the text is a word that is counted.

    >>> before_counted("8/8 cấp huyện", 3), before_counted("11/6 hằng năm", 4), before_counted("5 noi dung", 1)
    (True, False, True)
    """
    found = _WORDS.match(text, at, at + _FAR)
    if found is None:
        return False
    words = [word for word in found.groups() if word]
    return any(_is_counted(tuple(words[:count])) for count in range(1, len(words) + 1))


def _is_counted(words: tuple[str, ...]) -> bool:
    marked = any(fold(word) != word.lower() for word in words)
    return tuple(map(key if marked else folded_key, words)) in _counted(marked=marked)


@cache
def _counted(*, marked: bool) -> frozenset[tuple[str, ...]]:
    nouns = (noun.split("_") for noun in COUNTED.split())
    return frozenset(tuple(map(key if marked else folded_key, noun)) for noun in nouns)
