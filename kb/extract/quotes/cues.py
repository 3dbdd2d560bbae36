"""Words that say that words follow, and whose: "Người chỉ rõ:", "Theo Người,", "lời dạy của …", "…”, ông A nói".

Every reading is of the text beside one pair of marks, inside one paragraph, at most `REACH` code points of it. What
stands in other quotation marks there is blanked before (`BLANK`), so that no word of it is taken for the author's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kb.extract.quotes.bodies import DAY, PAPER_NOUNS
from kb.extract.quotes.subjects import PRONOUN, Subject, named, subject_of
from kb.outline.signs import CAPITALS

REACH: Final = 600
BLANK: Final = "¤"

_STRONG = (
    r"nói|viết|dạy|dặn|căn dặn|dặn dò|chỉ rõ|chỉ ra|nêu rõ|nêu|khẳng định|nhấn mạnh|xác định rõ|xác định"
    r"|kêu gọi|nhắc nhở|nhắc lại|nhắc đến|nhắc tới|nhắc|tâm sự"
    r"|chia sẻ|phát biểu|cho rằng|lưu ý|khái quát|đúc kết|tuyên bố|kết luận|trả lời|đáp|thốt lên|tự nhủ"
    r"|bày tỏ|giải thích|bình luận|nhận xét|nhận định"
    r"|phân tích|cho biết|cho hay|khuyên|khuyên bảo|dạy bảo|răn dạy|định nghĩa|diễn đạt|diễn giải|nhắn nhủ"
    r"|nhắn gửi|thề|hứa|quả quyết|bảo|thưa|kể lại"
    r"|kể|bộc bạch|giãi bày|trăn trở|tổng kết|ghi nhận|thừa nhận|cảnh báo|lên án|tố cáo|chỉ thị|ra lệnh"
    r"|hiệu triệu|ca ngợi|hồi tưởng|nhớ lại|động viên"
    r"|tiên đoán|dự báo|dự đoán|phê bình|phê phán|quán triệt|chất vấn|ví|thắc mắc|trình bày|tâm niệm"
    r"|khuyên nhủ|hô vang|thổ lộ|hỏi|ghi rõ|quy định rõ|chỉ đạo|đánh giá"
)
_WEAK = (
    r"yêu cầu|đề nghị|báo cáo|kiến nghị|mong muốn|mong|hỏi|quy định|đề ra|chủ trương|mô tả|khen|phản ánh"
    r"|góp ý|thông báo|ghi|giao nhiệm vụ|thống nhất|đặt ra|đặt vấn đề"
    r"|nhất trí|quyết nghị|quyết định|vạch rõ|vạch ra|trích dẫn|dẫn|hát|đọc|gửi gắm|gửi|tuyên thệ|ước|xin"
)
VERBS: Final = rf"(?:{_STRONG}|{_WEAK})"
_VERB = re.compile(rf"(?<!\w)(?P<verb>(?P<strong>{_STRONG})|{_WEAK})(?!\w)")
SAYS: Final = re.compile(rf"(?<!\w){VERBS}(?!\w)")
_REPORTED = re.compile(rf"(?<!\w){VERBS}(?!\w)[^.;:,“”\"]{{0,40}}?(?:\srằng|:)")
_ADVERBS = re.compile(
    r"(?:^|(?<=\s))(?:(?:đã|từng|còn|cũng|luôn|thường|ân cần|lại|có lần|tiếp tục|rất|vẫn|liền|bèn|mới|phải"
    r"|xúc động|vui vẻ|hóm hỉnh|thẳng thắn|trịnh trọng|mạnh mẽ|đồng thời|chân thành"
    r"|trang nghiêm|nghiêm túc|khẩn thiết|thiết tha|tha thiết|sau đó|cho là|được cho là|chỉ|nhiều lần"
    r"|đặc biệt|một lần|đã từng|thường xuyên|luôn luôn|kiên quyết|dứt khoát)\s+)+$"
)
_PASSIVE = re.compile(r"(?:^|\s)(?:được|bị)\s+(?:\w+\s+){0,2}$")

_SENTENCE = re.compile(
    rf"(?<![\s.(][A-ZĐ])(?<!\bTP)(?<!\bTh)(?<!\bPh)[.!?…][”\"»)\]]*(?:\s?\(\d+\))?\s+(?=[{CAPITALS}“\"«¤\d])"
)
_ENDS: Final = re.compile(r"(?:rằng|là|như sau|thế này|:)\s*$")
_OBJECT: Final = 160  # code points between the verb and a colon: "nói với cán bộ, chiến sĩ Sư đoàn 308 tại Đền Hùng:"
_SHORT_OBJECT: Final = 45
CLOSE: Final = 12
LONGEST_REST: Final = 12  # behind whose words they are: "lời dạy của Bác Hồ kính yêu", never "quan điểm của Đảng về …"

_NOUN_BEFORE = re.compile(r"(?:^|\s)(?:câu|tiếng|cách|sự)\s$")
_ASIDE = re.compile(r"\s*\([^()]{0,120}\)\s*$")
_SPEAKS_NOT = re.compile(r"(?<!\w)(?:gồm|như|sau|là|của|về|cho|với|các|những|có)(?!\w)")
LONGEST_TITLE: Final = 80  # of what stands behind a name before a colon: "Nguyễn Văn A - Chủ tịch UBND huyện B:"
_INITIAL = re.compile(
    r"\s*(?:[-–+*•]\s*)?(?:Hỏi|Đáp|Trả lời|Nhấn mạnh|Khẳng định|Kết luận|Phát biểu|Nói|Viết|Chỉ rõ|Nêu rõ"
    r"|Tâm sự|Chia sẻ|Câu hỏi"
    r"|Bạch|Thưa)(?!\w)[^.;:]{0,80}:\s*$"
)
_NO_SAYING = re.compile(r"(?<=nêu)\s(?:tại|trên|ở|trong|trước)\b|\s(?:ra|của|và công nhận|chung|sai|hay)\b")

_SAID = (
    r"(?:lời(?! giải)|câu|ý kiến|phát biểu|quan điểm(?: chỉ đạo)?|tư tưởng|luận điểm|nhận định|ý|huấn thị"
    r"|di huấn|điều|lời lẽ|khẩu lệnh|mệnh lệnh|thông điệp|lời văn|nội dung)"
)
_WORDS_OF = re.compile(
    rf"(?<!\w)(?P<said>{_SAID})(?: [^\s,;:.]+){{0,4}}? của (?P<who>[^,;:“”\"]{{2,110}}?)(?:,| là"
    rf"| rằng)?\s*:?\s*(?:phải|là|rằng)?\s*$",
    re.IGNORECASE,
)
_WORDS = re.compile(rf"(?<!\w)(?P<said>lời)(?: (?:{_STRONG}))? (?P<who>[^,;:“”\"]{{2,90}}?)(?:,| là| rằng)?\s*:?\s*$")
_BY_HEART = re.compile(
    rf"(?<!\w)(?P<said>lời)(?: (?:{_STRONG}|huấn thị|thơ|hứa))? (?:của )?(?P<who>(?-i:Người|Bác Hồ|Bác"
    rf"|Chủ tịch Hồ Chí Minh|Hồ Chí Minh|Hồ Chủ tịch|Đảng|V\.\s?I\.\s?Lênin|Lênin|Mẹ|Cụ Hồ))"
    rf"(?: Hồ)?(?: (?:{_STRONG}|hằng mong|mong|(?:còn|vẫn|mãi|luôn)(?: \w+){1, 4}|đã dạy|từng dạy|đã nói"
    rf"|từng nói|năm xưa|kính yêu|khen tặng"
    rf"|khen|tặng))?(?: \w+)?\s*:?,?\s*(?:phải|là|rằng)?\s*$",
    re.IGNORECASE,
)
_BARE_WORDS = re.compile(
    r"(?<!\w)(?:lời (?:dạy|dặn|nói|hát|thơ|ca|người xưa|khuyên|thề|kêu gọi)|câu (?:hát|thơ|ca dao|hò|nói"
    r"|đối|ca|tục ngữ|danh ngôn|kiều|hỏi|chuyện)|những câu hát|ca dao|tục ngữ|danh ngôn|người xưa"
    r"|ông cha ta|cổ nhân|câu)"
    r"(?: (?:của|trong|nổi tiếng|bất hủ|rằng|là|có câu|đã dạy|dạy|nói|xưa|vẫn nói|thường nói"
    r"|từng dạy)\b){0,3}(?: \w+){0,3}?(?:,| rằng| là)?\s*:?\s*$",
    re.IGNORECASE,
)
_SAYING_NOUN = re.compile(
    r"(?<!\w)(?:quan điểm|tư tưởng|luận điểm|phương hướng|mục tiêu|nhiệm vụ|chủ trương|nội dung|yêu cầu"
    r"|nguyên văn|kết luận|lời mở đầu|đoạn|câu|đánh giá|nhận định)\b[^.;:“”\"]{0,90}:\s*$",
    re.IGNORECASE,
)
_ACCORDING = re.compile(
    r"(?:^|[.;,:]\s|\s[-–]\s|^[-–+*]\s)(?P<cue>Theo (?P<who>[^,:“”\"]{2,120}?))(?=[,:]| thì | “| \"|\s*$)",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"^(?:báo cáo|ý kiến|thông tin|số liệu|đánh giá|nhận định|thống kê|quan điểm|tư tưởng|lời|chỉ đạo"
    r"|kết luận|tinh thần"
    r"|yêu cầu)(?: [^\s,]+){0,3}? của "
)
_AS_SAID = re.compile(
    rf"(?:^|[.;,:]\s|\s)(?P<cue>[Nn]hư (?P<who>[^,:;“”\"]{{2,80}}?) (?:(?:đã|từng|vẫn|thường) )*(?:{_STRONG})),"
)
_AFTER = re.compile(
    rf"^\s?(?:\(\d+\))?,?\s?[-–—]?\s?(?:theo )?(?P<who>[^.;:“”\"()]{{2,90}}?)\s(?:(?:đã|từng|còn|cũng|thường"
    rf"|vui vẻ|xúc động|nói)\s)*(?P<verb>{_STRONG})(?!\w)"
)
_OF_AFTER = re.compile(r"^\scủa (?P<who>[^,;:.“”\"()]{3,90})")
_SIGNED = re.compile(
    r"^[.,]?\s?(?:[-–—]\s?(?P<dash>[^.;:,()“”\"]{3,60})(?:[.,;]|$)|\((?P<inside>[^()\d][^()]{2,80})\))"
)


@dataclass(frozen=True, slots=True)
class Said:
    """That words are somebody's: who (None: the text does not say), and the cue in the text before or after.

    `is_strong`: the verb always reports words; `is_close`: it stands right before them; `at`: where the verb is.
    """

    sieve: str
    subject: Subject | None
    start: int
    end: int
    is_strong: bool = True
    is_close: bool = True
    at: int = 0


def sentence_start(text: str, start: int, end: int) -> int:
    """Where the sentence begins that goes on at `end`."""
    found = start
    for match in _SENTENCE.finditer(text, start, end):
        found = match.end()
    return found


def saying(text: str, start: int, end: int, *, anywhere: bool = False) -> Said | None:
    """A verb of saying in the sentence right before a mark, with its subject where it has one that is named.

    With a colon, "rằng" or "là" before the mark the verb may have an object; without, little stands between, but
    `anywhere` takes any verb of the sentence.
    """
    begins = sentence_start(text, start, end)
    introduced = _ENDS.search(text, max(begins, end - 12), end) is not None
    introduced = introduced or anywhere
    reach = REACH if anywhere else _OBJECT if introduced else _SHORT_OBJECT
    best: Said | None = None
    for match in reversed(list(_VERB.finditer(text, max(begins, end - max(reach, _OBJECT) - 30), end))):
        rest = text[match.end() : end]
        indirect = rest.startswith(" rằng") and len(rest) <= _OBJECT
        if (len(rest) > reach and not indirect) or ";" in rest:
            break
        if not introduced and not indirect and "," in rest.rstrip(" ,"):
            break
        if match["strong"] is None and not introduced:
            continue
        if _NO_SAYING.match(text, match.end(), end) and not introduced:
            continue
        close = len(rest) <= CLOSE
        strong = match["strong"] is not None
        before = text[begins : match.start()]
        if _NOUN_BEFORE.search(before):
            continue
        if adverbs := _ADVERBS.search(before):
            before = before[: adverbs.start()]
        if _PASSIVE.search(before):
            best = best or Said("passive", None, match.start(), end, is_strong=False, is_close=close)
            continue
        subject = None if PRONOUN.search(before[-60:]) else subject_of(before)
        if subject is not None:
            return Said("saying", subject.moved(begins), begins + subject.start, end, strong, close, match.start())
        best = best or Said("saying-unnamed", None, match.start(), end, strong, close)
    if best is None and introduced:
        return _without_verb(text, begins, end)
    return best


def _without_verb(text: str, begins: int, end: int) -> Said | None:
    """ "Ông A (Giám đốc Sở B): “…”" and "Hỏi: “…”", as minutes and dialogues have them."""
    line = text[begins:end]
    if _INITIAL.match(line):
        return Said("saying-unnamed", None, begins, end)
    speaker = _ASIDE.sub("", line.rstrip(" :"))
    if not line.rstrip().endswith(":") or _SPEAKS_NOT.search(speaker):
        return None
    subject = subject_of(speaker)
    if subject is None or subject.is_body or len(speaker.rstrip()) - subject.end > LONGEST_TITLE:
        return None
    return Said("named", subject.moved(begins), begins + subject.start, end)


def words_of(text: str, start: int, end: int) -> Said | None:
    """ "lời dạy của Chủ tịch Hồ Chí Minh:", "như lời Bác dặn:", "quan điểm của Đảng:"."""
    near = max(start, end - 240)
    for pattern in (_BY_HEART, _WORDS_OF, _WORDS):
        match = pattern.search(text, near, end)
        while match is not None:
            who = match["who"].strip()
            subject = named(who)
            left_over = len(who) - subject.end if subject else 0
            if (
                subject is not None
                and left_over <= (0 if pattern is _WORDS else LONGEST_REST)
                and not (pattern is _WORDS and subject.is_body)
            ):
                cue = Subject(subject.name, subject.role, match.start("who"), match.end("who"), subject.work)
                return Said("words-of", cue, match.start(), end)
            match = pattern.search(text, match.start() + 1, end)
    return None


def bare_words(text: str, start: int, end: int) -> Said | None:
    """ "lời dạy", "câu hát", "người xưa nói:": words, and the text does not say whose, but for "ông A có câu"."""
    match = _BARE_WORDS.search(text, max(start, end - 60), end)
    if match is None:
        return None
    before = text[start : match.start()]
    subject = subject_of(before.removesuffix("có ")) if before.endswith(" có ") else None
    return Said("words-unnamed", subject.moved(start) if subject else None, match.start(), end)


def stated(text: str, start: int, end: int) -> Said | None:
    """ "thấu suốt quan điểm:": what follows is somebody's words by the colon."""
    match = _SAYING_NOUN.search(text, max(start, end - 120), end)
    return Said("stated", None, match.start(), end, is_strong=False) if match else None


def earlier_sayer(text: str, start: int, end: int) -> Said | None:
    """The last person who is said to say something with "rằng" or a colon before; None where nobody is.

    For words that follow in the same paragraph without a cue of their own.
    """
    matches = list(_REPORTED.finditer(text, max(start, end - 3 * REACH), end))
    for match in reversed(matches):
        begins = sentence_start(text, start, match.start())
        subject = subject_of(text[begins : match.start()])
        if subject is not None:
            return Said("same-paragraph", subject.moved(begins), begins + subject.start, match.end(), is_strong=False)
        return None
    return None


def according(text: str, start: int, end: int) -> tuple[Said, ...]:
    """Every "Theo …" that names somebody, in order."""
    found: list[Said] = []
    matches = (*_ACCORDING.finditer(text, start, end), *_AS_SAID.finditer(text, start, end))
    for match in sorted(matches, key=lambda one: one.start()):
        who = match["who"].strip()
        subject = named(_TOLD.sub("", who), at_start=True)
        if subject is not None:
            cue = Subject(subject.name, subject.role, match.start("who"), match.end("who"), subject.work)
            found.append(Said("according-to", cue, match.start("cue"), match.end("cue")))
    return tuple(found)


def after(text: str, end: int) -> Said | None:
    """Who is named behind the closing mark: "…”, ông A nói", "…” (Hồ Chí Minh)", "…” – C. Mác"."""
    rest = text[end : end + 160]
    if (match := _AFTER.match(rest)) is not None and rest[:2].strip()[:1] in (",", "-", "–", "—", ""):
        who = match["who"].strip(" ,-–")
        subject = subject_of(who)
        if subject is not None and subject.start <= 6:
            return Said(
                "said-after", subject.moved(end + match.start("who")), end + match.start("who"), end + match.end()
            )
    if (match := _OF_AFTER.match(rest)) is not None:
        subject = named(match["who"].strip(), at_start=True)
        if subject is not None and not subject.is_body and subject.end <= 60:
            start = end + match.start("who")
            return Said("words-by", subject.moved(start), start, start + subject.end, is_strong=False)
    if (match := _SIGNED.match(rest)) is not None:
        group = "dash" if match["dash"] else "inside"
        subject = named(match[group].strip(), at_start=True)
        if subject is not None and (group == "dash" or subject.end >= len(match[group]) * 0.3):
            return Said(
                "signed", subject.moved(end + match.start(group)), end + match.start(group), end + match.end(group)
            )
    return None


PAPER_BEFORE: Final = re.compile(
    rf"(?<!\w)(?P<paper>{PAPER_NOUNS}(?: số [\w/.-]+(?: ?[-/] ?\w+)*)?(?:,? {DAY})?(?: của [^,;:.“”\"]{{2,80}}?)?)"
    r",?\s*$"
)
