"""The blocks at the two ends of a document that are no sections of its text: the title block and the signature."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.outline.markers import read_markers
from kb.outline.paragraphs import Paragraph
from kb.outline.signs import CAPITALS, ON_BEHALF, RECIPIENTS, ends, in_capitals

LONGEST_TITLE_BLOCK = 20  # paragraphs: a letterhead in two columns, the title and the dispatch are twelve at most
LONGEST_LINE = 160  # characters of a line in a signature block
SENTENCES = re.compile(r"(?<=[^\W\d_A-ZĐ][^\W\d_A-ZĐ])[.!?…][\"”»)\]]*\s+[\"“«(\[]*[^\W\d_a-zđ]")
"""A full stop inside a paragraph, and a capital behind it: "TP. Hồ Chí Minh" has none."""

KINDS = (
    "Biên bản", "Bài giảng", "Bài nói chuyện", "Bài phát biểu", "Báo cáo", "Báo cáo chính trị", "Bộ luật",
    "Chương trình", "Chương trình hành động", "Chỉ thị", "Công văn", "Công điện", "Di chúc", "Diễn văn",
    "Diễn văn bế mạc", "Diễn văn khai mạc", "Dự thảo", "Dự án", "Giáo trình", "Hiến pháp", "Hướng dẫn",
    "Hỏi - đáp", "Hỏi đáp", "Kế hoạch", "Kết luận", "Luật", "Lời kêu gọi", "Nghị quyết", "Nghị quyết liên tịch",
    "Nghị định", "Nội quy", "Pháp lệnh", "Phát biểu", "Phương án", "Quy chế", "Quy trình", "Quy định",
    "Quyết định", "Tham luận", "Thông báo", "Thông cáo", "Thông tri", "Thông tư", "Thông tư liên tịch", "Thư",
    "Tuyên bố", "Tuyên ngôn", "Tài liệu", "Tài liệu hỏi - đáp", "Tài liệu sinh hoạt chi bộ",
    "Tài liệu tuyên truyền", "Tờ trình", "Văn bản hợp nhất", "Văn kiện", "Điều lệ", "Đề cương",
    "Đề cương tuyên truyền", "Đề án",
)  # fmt: skip
"""The kinds of documents that offices name above a title: decree 30/2020, guidance 36-HD/VPTW, and of propaganda."""

STATE_HEADS = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM",
    "VIỆT NAM DÂN CHỦ CỘNG HOÀ", "VIỆT NAM DÂN CHỦ CỘNG HÒA",
)  # fmt: skip
"""What stands above every official document on the right, in capitals; never a heading."""

MOTTO = re.compile(r"Độc lập\s*[-–—]\s*Tự do\s*[-–—]\s*Hạnh phúc", re.IGNORECASE)

_KINDS = frozenset(kind.casefold() for kind in KINDS)
_DATED = re.compile(
    r"ngày\s+(?:\d{1,2}|…+|\.+)?\s*tháng\s+(?:\d{1,2}|…+|\.+)?\s*năm\s+(?:\d{4}|…+|\.+)?\W*$", re.IGNORECASE
)
_NUMBERED = re.compile(r"(?:\w+\s+){0,2}số\s*:?\s*[\d.…]", re.IGNORECASE)
_SIGNS = re.compile(
    rf"{RECIPIENTS}\s*:?|{ON_BEHALF}[{CAPITALS}]{{2}}"
    r"|(?:Thư ký|Chủ trì|Chủ tọa|Chủ toạ|Người ghi|Người lập|Người báo cáo|Đại diện|Xác nhận)\b[^:.,;]{0,50}$"
)
_RECIPIENTS = re.compile(rf"{RECIPIENTS}\s*:?")


def is_kind(text: str) -> bool:
    """Whether a line says nothing but the kind of the document.

    >>> is_kind("ĐỀ CƯƠNG TUYÊN TRUYỀN"), is_kind("Nghị quyết"), is_kind("Nghị quyết này phổ biến đến chi bộ.")
    (True, True, False)
    """
    return " ".join(text.casefold().split()) in _KINDS


def is_state_head(text: str) -> bool:
    """Whether a line holds the state's name or motto, alone or beside the office.

    >>> is_state_head("TỈNH ỦY SÔNG VÂN ĐẢNG CỘNG SẢN VIỆT NAM"), is_state_head("Ngày thành lập Đảng Cộng sản Việt Nam")
    (True, False)
    """
    return any(head in text for head in STATE_HEADS) or MOTTO.search(text) is not None


def has_letterhead(texts: Sequence[str]) -> bool:
    """Whether the lines of a title block begin with the State's head or a line "Số …".

    >>> has_letterhead(["UBND TỈNH VÂN GIANG", "Số: 12/KH-UBND", "KẾ HOẠCH"]), has_letterhead(["KẾ HOẠCH", "Năm 2021"])
    (True, False)
    """
    return any(is_state_head(text) or _NUMBERED.match(text) for text in texts)


def is_dated(text: str) -> bool:
    """Whether a line ends with a written-out date: "Sông Vân, ngày 25 tháng 3 năm 2022"."""
    return _DATED.search(text) is not None


def title_block_end(paragraphs: Sequence[Paragraph]) -> int:
    """How many paragraphs make the title block: what stands above the first sentence and the first section.

    Once the kind and the title are said, a rule below them or a bracketed dispatch ends the block.
    """
    said_kind = False
    for place, paragraph in enumerate(paragraphs[:LONGEST_TITLE_BLOCK]):
        below = paragraphs[place + 1].text if place + 1 < len(paragraphs) else ""
        wrapped = said_kind and paragraph.text.endswith(",") and below[:1].islower()
        if (_is_sentence(paragraph.text) and not wrapped) or read_markers(paragraph.text):
            return place
        if said_kind and (paragraph.ruled or paragraph.text.startswith("(")):
            return place + 1
        said_kind = said_kind or is_kind(paragraph.text)
    return min(len(paragraphs), LONGEST_TITLE_BLOCK) if said_kind else min(len(paragraphs), 1)


def signature_blocks(paragraphs: Sequence[Paragraph], start: int) -> tuple[tuple[int, int], ...]:
    """The (first, after last) places of the signature blocks below `start`, in order: one, or one before each annex."""
    blocks: list[tuple[int, int]] = []
    place = start
    while place < len(paragraphs):
        if _SIGNS.match(paragraphs[place].text):
            after = _block_end(paragraphs, place)
            blocks.append((place, after))
            place = after
        else:
            place += 1
    first = _last_block(paragraphs, start)
    if first is not None and not any(begin <= first < after for begin, after in blocks):
        blocks = [block for block in blocks if block[1] <= first]
        blocks.append((first, len(paragraphs)))
    return tuple(blocks)


def _is_sentence(text: str) -> bool:
    if is_dated(text) or text.startswith("(") or _NUMBERED.match(text):
        return len(text) > LONGEST_LINE
    if text.startswith("Kính gửi"):
        return False
    # A paragraph may end with a reference mark or a formula ("... 1536)[12]"): no title for that.
    return ends(text, ".;!?,:") or SENTENCES.search(text) is not None


def _block_end(paragraphs: Sequence[Paragraph], start: int) -> int:
    """Where a signature block ends: at the first sentence, marker other than a bullet, or title of an annex."""
    recipients = False
    for place in range(start, len(paragraphs)):
        text = paragraphs[place].text
        recipients = recipients or _RECIPIENTS.search(text) is not None
        if place > start and not _may_sign(text, recipients=recipients):
            return place
        if place > start and (is_state_head(text) or is_kind(text) or text.upper().startswith("PHỤ LỤC")):
            return place
    return len(paragraphs)


def _last_block(paragraphs: Sequence[Paragraph], start: int) -> int | None:
    """The first line of what closes the text without "Nơi nhận": the office in capitals, the date, the names."""
    first = None
    for place in range(len(paragraphs) - 1, start - 1, -1):
        text = paragraphs[place].text
        if not _may_sign(text, recipients=False):
            break
        if (in_capitals(text) and not is_kind(text)) or is_dated(text) or _SIGNS.match(text):
            first = place
    return first if first is not None and first > 0 else None


def _may_sign(text: str, *, recipients: bool) -> bool:
    """Whether a line may stand in a signature block; recipients are listed with "-" and end with ";" or "."."""
    if len(text) > LONGEST_LINE:
        return False
    markers = read_markers(text)
    if markers:
        return recipients and markers[0].form.name == "bullet"
    if recipients and ends(text, ";."):
        return len(text) < 80
    return not ends(text, ".;!?,:") or _RECIPIENTS.search(text) is not None
