"""The noun before a quotation mark that says what is named there: phong trào, khẩu hiệu, mô hình, danh hiệu, bài …

Rows from the closest to the loosest; the noun that ends nearest to the mark decides, and of two that end together the
longer one. What a row takes and leaves is tested.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kb.extract.quotes.bodies import PAPER_NOUNS
from kb.model import QuoteKind


@dataclass(frozen=True, slots=True)
class Noun:
    """A kind and the nouns that name it; `takes` ends right before a mark and names it, `leaves` does not."""

    kind: QuoteKind
    words: str
    takes: str
    leaves: str


@dataclass(frozen=True, slots=True)
class Head:
    """The noun found, with where it begins and ends in the text before the mark."""

    kind: QuoteKind
    start: int
    end: int


NOUNS: Final = (
    Noun(
        "movement",
        r"(?:các |những )?(?:phong trào(?: hành động| cách mạng)?(?: thi đua)?(?: yêu nước)?|cuộc vận động"
        r"|đợt(?: thi đua)?(?: cao điểm| đặc biệt| nước rút| ngắn hạn)?"
        r"|thi đua|vận động|phát động|hưởng ứng|chiến dịch|tháng cao điểm|ngày hội|tuần lễ|cao trào"
        r"|hội thao|hoạt động|việc (?=“?học tập))",
        takes="Hội Nông dân tỉnh phát động phong trào thi đua",
        leaves="phong trào thi đua của tỉnh đã lan rộng và tạo nên khí thế mới, ai cũng",
    ),
    Noun(
        "slogan",
        r"(?:khẩu hiệu(?: hành động)?|chủ đề|phương châm(?: hành động)?|thông điệp|tinh thần|nguyên tắc"
        r"|châm ngôn|tiêu ngữ|lời thề|biểu ngữ|quan điểm|mục tiêu"
        r"|tiêu chí|truyền thống|tư tưởng|định hướng|quyết tâm|khí thế|chủ trương|đạo lý|đạo lí|phẩm chất"
        r"|chính sách|nhiệm vụ|lời hiệu triệu|tiêu chuẩn"
        r"|slogan|phương pháp|đường lối|khát vọng|ý chí|phong cách|bài học)",
        takes="hội nghị diễn ra với chủ đề",
        leaves="bám sát chủ đề của năm, đồng chí Bí thư nói",
    ),
    Noun(
        "model",
        r"(?:mô hình(?: điểm| hay| mới)?|kiểu mẫu|cách làm|gian hàng|điểm sáng|phiên chợ|chuyến xe"
        r"|tổ tự quản|lớp học|ngôi nhà|vườn|thôn|hộp thư|cây)",
        takes="xây dựng mô hình",
        leaves="mô hình này giúp nhiều hộ thoát nghèo, được gọi là",
    ),
    Noun(
        "award",
        r"(?:danh hiệu(?: vinh dự)?(?: nhà nước)?|huân chương|huy chương|huy hiệu|kỷ niệm chương|bằng khen"
        r"|giải thưởng|giải|giấy khen|tước hiệu|danh dự"
        r"|cờ thi đua|cờ|danh xưng|tước|sao vàng|cúp)",
        takes="được Chủ tịch nước phong tặng danh hiệu",
        leaves="danh hiệu ấy là sự ghi nhận, ông nói",
    ),
    Noun(
        "title",
        r"(?:bài(?: viết| báo| thơ| hát| nói chuyện| ca| diễn văn| tham luận| phát biểu)?|tác phẩm"
        r"|cuốn(?: sách)?|quyển(?: sách)?|sách|bộ sách|tập(?: sách| thơ)?|cuộc thi(?: viết| tìm hiểu| ảnh)?"
        r"|hội thi"
        r"|hội thảo(?: khoa học)?|tọa đàm|diễn đàn|công trình|chương trình(?: hành động)?|đề án|dự án"
        r"|đề tài|sáng kiến|quỹ|chuyên mục|chuyên trang|chuyên đề|trang(?: fanpage| web| điện tử)?|fanpage"
        r"|website|kênh|câu lạc bộ|lễ hội|festival|triển lãm|phim|vở(?: kịch| diễn)?|ca khúc|bản nhạc"
        r"|bức thư|thư|thiếp|tờ(?: báo)?|báo|tạp chí|tờ rơi|tập san|nhà xuất bản|công ty|tổ chức|đội|nhóm"
        r"|hội|đảng"
        r"|liên danh|tên miền|phần mềm|ứng dụng|cổng|hệ thống|lễ|gala|tiểu thuyết|truyện(?: ngắn)?|chiếu"
        r"|hịch|học thuyết|luận án|luận văn|phụ lục|biểu mẫu|mẫu|mục|chương|phần|điều|tựa đề|tựa|nhan đề"
        r"|tiêu đề|đầu đề|giải pháp"
        rf"|album|đĩa|sự kiện|kỳ thi|hội nghị|hội chợ|bộ phim|nghị quyết|chỉ thị|đề án|kế hoạch|luật|bộ luật"
        rf"|nghị định|thông tư|(?-i:{PAPER_NOUNS}))",
        takes="đăng bài viết",
        leaves="bài viết này được đăng trên nhiều tờ báo, tác giả",
    ),
    Noun(
        "scare",
        r"(?:cụm từ|từ ngữ|từ|chữ|thuật ngữ|khái niệm|biệt danh|biệt hiệu|bí danh|bút danh|tên gọi|tên"
        r"|gọi là|coi là|xem là|ví như|ví là|được coi như|nạn|bệnh|kiểu|dạng|thế|cái|hiện tượng"
        r"|tình trạng|loại|nghĩa|những|các|một|sự|thành ngữ|hai chữ|ba chữ|bốn chữ|vùng|lối|cơ chế|tâm lý"
        r"|tư duy|thói|căn bệnh|vấn đề|hành vi|tội|tội danh|trò|cảnh)",
        takes="bãi bỏ cụm từ",
        leaves="cụm từ này được dùng nhiều, ông nói",
    ),
)

# What may stand between the noun and the mark: what it is like or whose it is, and words that lead over.
_BETWEEN = (
    r"(?: (?:của|do|trong|ở|tại|về|cho|mang tên|có tên(?: gọi)?(?: là)?|với tên(?: gọi)?|như|là|gồm|sau"
    r"|sâu rộng|rộng khắp|trọng tâm|lớn|điển hình|tiêu biểu|cấp \w+|yêu nước|thi đua|chuyên đề|tìm hiểu"
    r"|năm \d{4}|phát động|lần thứ \w+)\b)?(?: [^\s“”\"«»:;,.!?]{1,14}){0,7}?"
)
_ENDING = (
    r"(?: (?:[IVXLC]+|\d+))?\s?(?:\([^()]{0,40}\)\s?)?(?:,? (?:như|là|gồm|bao gồm|cụ thể|tiêu biểu|đó là"
    r"|tiêu biểu như|mang tên|có tên|nhất là|điển hình như|điển hình|rằng))?\s*:?\s*$"
)

_CLOSE = {noun.kind: re.compile(rf"(?<!\w)(?P<noun>{noun.words}){_ENDING}", re.IGNORECASE) for noun in NOUNS}
_WIDE_NOUNS: Final[dict[QuoteKind, str]] = {
    "movement": r"(?:phong trào|cuộc vận động|đợt thi đua|chiến dịch)",
    "model": r"(?:mô hình)",
    "award": r"(?:danh hiệu|kỷ niệm chương|huy hiệu|giải thưởng|huân chương)",
    "slogan": r"(?:khẩu hiệu|chủ đề|phương châm|thông điệp)",
    "title": (
        rf"(?:cuộc thi|hội thi|chuyên mục|đề tài|đề án|dự án|sáng kiến|chương trình|quỹ|công trình|hội thảo"
        rf"|trang|(?-i:{PAPER_NOUNS}))"
    ),
}
_WIDE = {
    kind: re.compile(rf"(?<!\w)(?P<noun>{words}){_BETWEEN}{_ENDING}", re.IGNORECASE)
    for kind, words in _WIDE_NOUNS.items()
}
_LIST = {
    kind: re.compile(
        rf"(?<!\w)(?P<noun>{words})\b[^.!?“”\"]{{0,200}}(?:như|gồm|là|sau|cụ thể|tiêu biểu|đó)\s*:\s*$", re.IGNORECASE
    )
    for kind, words in _WIDE_NOUNS.items()
}
NEAR: Final = 160
LISTED: Final = 320


def head_before(text: str, end: int, start: int = 0) -> Head | None:
    """The head noun whose name begins at `end`, looked for back to `start`; None where there is none.

    >>> text = "tổ chức phong trào thi đua "
    >>> head_before(text, len(text))
    Head(kind='movement', start=8, end=26)
    """
    near = max(start, end - 60)
    close = [(kind, match) for kind, pattern in _CLOSE.items() if (match := _last(pattern, text, near, end))]
    if close:
        kind, match = max(close, key=lambda one: (one[1].end("noun"), -one[1].start("noun")))
        return Head(kind, match.start("noun"), match.end("noun"))
    for patterns, reach in ((_WIDE, NEAR), (_LIST, LISTED)):
        wide = [
            (kind, match)
            for kind, pattern in patterns.items()
            if (match := _last(pattern, text, max(start, end - reach), end))
        ]
        if wide:
            kind, match = max(wide, key=lambda one: one[1].start("noun"))
            return Head(kind, match.start("noun"), match.end("noun"))
    return None


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """The match whose noun ends last, and of those the longest: every pattern ends at `end`."""
    best = found = pattern.search(text, start, end)
    while found and best and (found := pattern.search(text, found.start() + 1, end)):
        if found.end("noun") > best.end("noun"):
            best = found
    return best
