"""When a capital word of respect ("Người", "Bác") means a person, and when it is a word like any other.

Rows are read in order and the first that fits decides. `before` is matched at the end of what stands before the word on
its line, `after` at the beginning of what follows. Of whom a text speaks is seen by kb.vietnamese.people.mentions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Verdict = Literal["means", "means if named", "means if named ever", "no"]
"""What a place says: it means the person; it does where the text has named the person before; or names them at all."""


def _any(words: str) -> str:
    """The alternatives of a pattern, from a list with commas."""
    return "|".join(word.strip() for word in words.split(","))


SAYING = _any("""
    căn dặn, dặn, dạy, chỉ rõ, chỉ ra, chỉ dạy, khẳng định, nhấn mạnh, nêu rõ, nhắc nhở, nhắc, khuyên, kêu gọi,
    yêu cầu, cho rằng, cho là, coi, lưu ý, phê phán, phê bình, biểu dương, khen, động viên, tâm niệm, quan niệm,
    quan tâm, mong muốn, mong, nhận thấy, thấy rõ, đề ra, đề nghị, đề xướng, chủ trương, phân tích, giải thích,
    đánh giá, ví, hứa, trả lời, hỏi, ra lời, ra sắc lệnh, phát động, ra đi tìm, bôn ba, về nước, trở về, về
    thăm, đến thăm, đi thăm, để lại, hy sinh, hi sinh, cống hiến, tìm ra, bắt gặp, tiếp thu, vận dụng, khởi
    xướng, tin tưởng, xác định, tuyên bố, bày tỏ, chia sẻ, tự phê bình, gửi thư, gửi gắm, ân cần
""")
ADVERBS = _any("""
    đã, cũng, luôn, thường, còn, từng, vẫn, lại, không, vừa, đang, sẽ, chỉ, rất, hết sức, nhiều lần, ân cần, đặc
    biệt, thường xuyên
""")
# "người nói", "người viết": verbs that make a noun of who does it, so that they need an adverb or a colon.
AGENT = _any("""
    nói, viết, đọc, gửi, ký, sáng lập, thành lập, tổ chức, lãnh đạo, rèn luyện, soạn thảo, sống, sinh ra, hoạt
    động, làm, đi, đến, về
""")

NOUNS = _any("""
    lao động, dân, cao tuổi, có công, khuyết tật, mù, tàn tật, nghèo, tiêu dùng, sử dụng, sử dụng lao động, sản
    xuất, bệnh, đẹp, mẫu, phát ngôn, đứng đầu, đại diện, đại biểu, dẫn chương trình, đưa tin, bảo vệ, bảo trợ,
    sáng lập ra, khởi nghiệp, thầy, lính, mẹ, cha, vợ, chồng, con, anh, chị, em, bạn, thân, nhà, nước, ngoài,
    nước ngoài, ta, khác, nào, nông dân, chiến sĩ, cộng sản, phụ nữ, đàn ông, trẻ, già, lớn, xưa, xứ, tù, giữ,
    nộp, nhận, được, bị, tham gia, có uy tín, uy tín, hiến, hoạt động cách mạng, tốt, mới, thực thi, thi hành,
    quản lý, kế nhiệm, thay thế, giàu, vô gia cư, di cư, tị nạn, thắng, hùng, chết, sống sót, hâm mộ, xem, nghe,
    máy, sói, nhện, dơi, cùng khổ, cầm lái, chủ, thợ, công nhân, yêu nước, yêu, quen, hướng dẫn, phương Tây,
    phương Đông, bản địa, bản xứ, miền
""")
CUES = _any("""
    theo, của, lời, nhớ, ơn, nhớ ơn, biết ơn, noi gương, gương, theo gương, làm theo, học tập, thực hiện lời, di
    chúc, di huấn, tư tưởng, đạo đức, lăng, viếng, bên, cùng với, vì, dâng, kính dâng, lời dạy của, lời di huấn
    của, tình cảm của, thư, mời, đón, gặp, được gặp, chúc, chúc thọ, mừng thọ, sinh nhật, ngày sinh, ngày sinh
    của, quê, quê hương, quê nội, quê ngoại, ảnh, tượng, tượng đài, kính yêu, tên
""")
CALLED = _any("báo, tờ, tạp chí, tuần báo, hội, nhóm, phim, bài thơ, ca khúc, bài hát, quỹ, giải, hiệu")
OWN = _any("[Ll]ời, LỜI, [Tt]heo gương, [Gg]ương, [Ll]ăng, [Nn]hớ ơn, [Dd]i chúc của")
CAPITAL = "A-Z" + "".join(letter for letter in map(chr, range(0xC0, 0x1EFA)) if letter.isupper())


@dataclass(frozen=True, slots=True)
class Row:
    """A place of the word and what it means there. `takes` and `leaves`: lines with and without it, the word in [ ]."""

    verdict: Verdict
    words: tuple[str, ...]
    before: str
    after: str
    takes: str
    leaves: str


BOTH = ("Người", "Bác")
OPENING = r"(?:^|[.!?…:;]\s*|^[-–+*•]\s*|^\S{1,4}[.)]\s*)[\"“«‘'(]?"

ROWS = (
    # "Bác sĩ Tôn Thất Tùng", "Viện Viễn Đông Bác cổ", "Bác ái xã hội": words that begin with bác.
    Row(
        "no", ("Bác",), "", r" (?:sĩ|sỹ|học|bỏ|ái|cổ|ngữ|vật|đơn|lãm|tạp|án|sỉ)\b",
        "gặp [Bác] sĩ Tùng", "gặp [Bác] ở chiến khu",
    ),
    # "Bác Ba Phi", "Bác Tôn" (whom the table of names has): somebody else by his own name.
    Row("no", ("Bác",), "", rf" [{CAPITAL}]", "gặp [Bác] Năm Hòa", "gặp [Bác] năm 1946"),
    Row(
        "no", ("Bác",), r"(?:phản|uyên|bài|các|cô|hai|những|thím|mấy) $", "",
        "cô [Bác] nông dân", "Đảng và [Bác] kính yêu",
    ),
    Row("no", ("Người",), "", rf" (?:{NOUNS})\b", "ngày [Người] khuyết tật", "lời của [Người] về đoàn kết"),
    # "báo Người quan sát", "Hội Người mù": a newspaper or body begins so.
    Row(
        "no", ("Người",), rf"(?:^|\W)(?i:{CALLED}) [\"“*]?$", "",
        "báo [Người] quan sát", "theo [Người] thì",
    ),
    # "Báo Người Lao động", "nhóm Người Việt": a name goes on, or has begun.
    Row("no", ("Người",), "", rf"[ -]+[{CAPITAL}0-9]", "trên tay [Người] Hà Nội", "theo [Người], năm 1948"),
    Row("means", ("Bác",), rf"(?:^|\W)(?:{OWN}) $", "", "làm theo lời [Bác] dạy", "gặp [Bác] ở Pác Bó"),
    # "Chấp thuận đề nghị của Người", before the first name in the text (gold/documents/w1-1).
    Row("means if named ever", BOTH, rf"(?:^|\W)(?i:{CUES}) $", "", "theo lời [Người]", "- [Người] tốt việc tốt"),
    Row(
        "no", ("Người",), rf"(?:^|[^.!?:;,]\s)[{CAPITAL}]\S*\s$|[\d\])|*]\s*$", "",
        "Top 10 [Người] hay nhất", "theo [Người] thì thi đua",
    ),
    Row(
        "means if named", BOTH, OPENING + r"$", rf",? (?:(?:{ADVERBS}) )*(?:{SAYING})\b",
        "- Về phương châm: [Người] chỉ rõ", "[Người] người thi đua",
    ),
    Row(
        "means if named", BOTH, OPENING + r"$", rf" (?:{ADVERBS}) (?:(?:{ADVERBS}) )*(?:{AGENT})\b",
        "[Người] đã viết: “…”", "[Người] viết bài này",
    ),
    Row(
        "means if named", BOTH, OPENING + r"$", rf" (?:{AGENT})(?:\s*:| rằng)",
        "[Bác] nói: “…”", "[Người] nói tiếng Tày",
    ),
    Row("no", BOTH, OPENING + r"$", "", "6. [Người] người thi đua", "khi ấy [Người] ra đi"),
    # In the middle of a sentence a capital is the word's own.
    Row("means if named", BOTH, r"[\w,”\"] $", "", "năm 1911 ấy [Người] ra đi", "- [Người] tốt việc tốt"),
)  # fmt: skip

_READ = tuple((row, re.compile(f"(?:{row.before})$" if row.before else ""), re.compile(row.after)) for row in ROWS)
NEAR = 60  # code points around a word that are looked at


def row_at(word: str, line: str, start: int) -> Row | None:
    """The row that decides on the word of respect at `start` of a line.

    >>> [row.verdict if (row := row_at("Người", line, 0)) else None for line in ("Người người thi đua", "Người chỉ rõ")]
    ['no', 'means if named']
    """
    before = line[max(0, start - NEAR) : start]
    after = line[start + len(word) : start + len(word) + NEAR]
    for row, left, right in _READ:
        if word in row.words and (not row.before or left.search(before)) and right.match(after):
            return row
    return None


def verdict(word: str, line: str, start: int) -> Verdict:
    """What the word of respect at `start` of a line means there.

    >>> verdict("Bác", "làm theo lời Bác dạy", 13)
    'means'
    """
    row = row_at(word, line, start)
    return row.verdict if row else "no"
