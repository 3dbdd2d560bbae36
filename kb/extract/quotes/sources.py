"""What a person's words are from: the paper, letter, speech or book that the sentence names, with its day."""

from __future__ import annotations

import re

from kb.extract.quotes.bodies import DAY, PAPER_NOUNS, read_day
from kb.extract.quotes.context import Context
from kb.model import Work

_KIND = (
    r"(?:bức thư|thư|bài viết|bài nói chuyện|bài phát biểu|bài nói|bài báo|bài|tác phẩm|cuốn sách|cuốn|sách"
    r"|lời kêu gọi|diễn văn|bản|báo cáo|tuyên ngôn|di chúc|hồi ký|nhật ký|lời tựa|huấn thị|điện|buổi nói chuyện)"
)
_IN = re.compile(
    rf"(?:^|[\s,;])(?:trong|tại|qua|theo)\s(?P<work>(?:Di chúc(?: thiêng liêng)?"
    rf"|(?-i:{PAPER_NOUNS}) số [^,;:“”\"]{{1,110}}|{_KIND}\b[^,;:“”\"]{{0,110}}))",
    re.IGNORECASE,
)
_SAME = re.compile(r"\s(?:ấy|này|đó|trên)$")
_LETTER = re.compile(r"(?:^|[\s,;])(?P<work>(?:gửi |viết )?(?:thư|Thư) gửi [^,;:“”\"]{3,110})")


def source_of(context: Context) -> Work | None:
    """What is named in the sentence before the mark; None where nothing is.

    A title in marks of its own counts ("Trong bài “Ý nghĩa Tổng tuyển cử”, Người viết"), else the words that name it.
    """
    sentence = context.left
    named = [
        quote for stretch, quote in context.before if stretch.span.start > context.sentence and quote.kind == "title"
    ]
    if named and named[-1].sieve in ("head", "subject-of-paper", "list", "looks-like"):
        return Work(named[-1].words, read_day(sentence))
    match = _IN.search(sentence) or _LETTER.search(sentence)
    if match is None:
        return None
    words = match["work"]
    end = re.search(rf",?\s(?:{DAY}|năm \d{{4}})|\s(?:Người|Bác|Chủ tịch|đã|ông|bà)(?=\s)", words)
    name = words[: end.start()] if end else words
    name = " ".join(name.split()).removeprefix("gửi ").removeprefix("viết ").strip()
    if _SAME.search(name):
        earlier = [quote.source for _, quote in context.before if quote.source]
        return earlier[-1] if earlier else None
    return Work(name, read_day(sentence)) if len(name) > 5 else None
