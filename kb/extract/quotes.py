"""Whose words stand in quotation marks, where the text itself says it beyond doubt.

A citation of words that a document quotes must name who said them, and not as if the original had been read. So only
stretches with a stated owner are given: a person or body with a verb of saying (“Người chỉ rõ: …”), "Theo …", or a
numbered paper whose subject they are. Names of movements, models, slogans and titles have none and are left out.
Sieves go from the surest down; the first that fits decides, and it is named in `sieve`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.model import Span

HO_CHI_MINH = "Hồ Chí Minh"
HO_NAMES = r"(?:Chủ tịch )?Hồ Chí Minh|Hồ Chủ tịch|Nguyễn Ái Quốc|Bác Hồ|Bác(?! (?:sĩ|sỹ|học))|Người"

SAYS = (
    r"(?:nói|viết|dạy|dặn|căn dặn|dặn dò|chỉ rõ|chỉ ra|nêu rõ|nêu|khẳng định|nhấn mạnh|xác định rõ|xác định|kêu gọi"
    r"|nhắc nhở|nhắc|tâm sự|chia sẻ|phát biểu|cho rằng|lưu ý|chỉ đạo|khái quát|đúc kết|yêu cầu|tuyên bố|đánh giá"
    r"|kết luận)"
)
BETWEEN = r"(?:(?:đã|từng|còn|cũng|luôn|thường|ân cần|lại|có lần|tiếp tục)\s+)*"
SAYING = re.compile(rf"(?:^|\s){BETWEEN}(?P<verb>{SAYS})\b(?P<rest>[^,;.!?“”]{{0,40}})(?::|,|rằng|là)?\s*$")
BY_HEART = re.compile(rf"lời (?:{SAYS}|hứa|thơ)?\s*(?:của )?(?P<who>{HO_NAMES})(?:\s+(?:{SAYS}|hằng mong))?\s*:?\s*$")
ACCORDING = re.compile(rf"(?:^|[.;:,]\s)(?P<cue>Theo (?P<who>{HO_NAMES}))(?=[\s,:])")
# "Theo Người, … như Nguyễn Trãi đã đúc kết trong câu “…”": another's words inside what Hồ Chí Minh thought.
OTHER_WORDS = re.compile(rf"\s(?:câu|lời)\s|\s(?:đã|từng|có lần)\s+{SAYS}\b|\s{SAYS}\s*:")

HEAD = re.compile(
    r"(?:phong trào(?: thi đua)?|thi đua|cuộc vận động|vận động|mô hình|chủ đề|danh hiệu|khẩu hiệu(?: hành động)?"
    r"|công trình|chương trình|chiến dịch|cuộc thi|hội thi|đề án|dự án|huy hiệu|kiểu|bài|bài viết|tác phẩm|cuốn|sách"
    r"|thông điệp|quỹ|chuyên mục|phong cách|ngày hội|diễn đàn|câu lạc bộ|việc)\s*$",
    re.IGNORECASE,
)

PAPER = (
    r"(?:Luật|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Chỉ thị|Kết luận|Thông tư|Kế hoạch|Hướng dẫn|Công văn|Quy định"
    r"|Thông báo)"
)
DAY = r"ngày \d{1,2}(?:/\d{1,2}/| tháng \d{1,2} năm )\d{4}"
NUMBERED = re.compile(
    rf"(?P<paper>{PAPER} số [\w/.-]+(?P<own_day>,? {DAY})?(?: của (?P<issuer>[^,;.:“”]{{2,80}}?))?)"
    rf"\s*(?:,\s*|\s{BETWEEN}{SAYS}\s*:\s*)?$"
)
ISSUED = re.compile(
    rf"(?:(?P<day>{DAY}),\s*)?(?P<who>[^\W\d_][^,;.“”]*?) (?:ra|ban hành|đã ban hành|ký|có)\s*"
    rf"(?P<paper>{PAPER}[^,;.“”]*)?(?:,\s*|\s*)$"
)
BEFORE_PAPER = re.compile(rf"(?:(?P<day>{DAY}),\s*)?(?P<who>[A-ZĐÀ-Ỹ][^,;.“”]*?) (?:đã )?(?:ra|ban hành|ký) $")
OPENINGS = {"“": "”", "«": "»", '"': '"'}
SENTENCE_ENDS = (". ", "; ", ": ", "! ", "? ", "” ")
LEAST_SYLLABLES = 4  # shorter ones are figures of speech in all the texts labelled by hand


@dataclass(frozen=True, slots=True)
class OwnedWords:
    """Words in quotation marks whose owner the text states; spans are of the text that was read.

    `span` is what stands between the marks. `owner` is written as a citation names it: "Hồ Chí Minh", or
    "Quyết định số 258/QĐ-TTg ngày 04/3/2008 của Thủ tướng Chính phủ". `cue` is the words that say so.
    """

    span: Span
    owner: str
    cue: Span
    sieve: str


def owned_words(paragraph: str) -> tuple[OwnedWords, ...]:
    """The quoted words of one paragraph that have a stated owner, in order.

    >>> [(o.owner, o.span.of(t)) for t in ["Người chỉ rõ: “thi đua chứ không phải ganh đua”."] for o in owned_words(t)]
    [('Hồ Chí Minh', 'thi đua chứ không phải ganh đua')]
    """
    found: list[OwnedWords] = []
    for span in quoted(paragraph):
        owned = _owned(paragraph, span, found[-1] if found else None)
        if owned:
            found.append(owned)
    return tuple(found)


def quoted(text: str) -> Iterator[Span]:
    """The stretches between quotation marks, outermost ones only; a mark that is never closed opens nothing.

    A curly mark may be closed by a straight one (outline, line 187).
    """
    start = 0
    while True:
        opening = min((at for mark in OPENINGS if (at := text.find(mark, start)) >= 0), default=-1)
        if opening < 0:
            return
        closing = _closing(text, opening)
        if closing < 0:
            start = opening + 1
            continue
        yield Span(opening + 1, closing)
        start = closing + 1


def _closing(text: str, opening: int) -> int:
    mark = text[opening]
    depth = 0
    for place in range(opening + 1, len(text)):
        if text[place] == mark and mark != '"':
            depth += 1
        elif text[place] == OPENINGS[mark] or (mark == "“" and text[place] == '"'):
            if not depth:
                return place
            depth -= 1
    return -1


def _owned(text: str, span: Span, before: OwnedWords | None) -> OwnedWords | None:
    left = text[: span.start - 1]
    if len(span.of(text).split()) < LEAST_SYLLABLES or HEAD.search(left):
        return None
    if (match := NUMBERED.search(left)) is not None:
        return OwnedWords(span, _paper_owner(left, match), Span(match.start(), match.end()), "subject-of-paper")
    if (match := BY_HEART.search(left)) is not None:
        return OwnedWords(span, _name(match["who"]), Span(match.start(), match.end()), "words-of")
    if (match := SAYING.search(left)) is not None:
        subject = _subject(left[: match.start("verb")])
        if subject is not None:
            owner, start = subject
            return OwnedWords(span, owner, Span(start, match.end()), "saying")
    return _carried(text, span, before)


def _carried(text: str, span: Span, before: OwnedWords | None) -> OwnedWords | None:
    """An owner named further back: “Theo Người, …” for the whole paragraph, a saying for the same sentence."""
    left = text[: span.start - 1]
    if before and before.sieve != "subject-of-paper" and not re.search(r"[.!?]\s", left[before.span.end + 1 :]):
        return OwnedWords(span, before.owner, before.cue, "same-sentence")
    according = list(ACCORDING.finditer(left))
    if according and not OTHER_WORDS.search(left, according[-1].end()):
        match = according[-1]
        return OwnedWords(span, _name(match["who"]), Span(match.start("cue"), match.end("cue")), "according-to")
    return None


def _subject(clause: str) -> tuple[str, int] | None:
    """Who does what the end of the clause says, and where the cue begins; None where nobody is named.

    The clause is read from its end, comma by comma: "đề nghị của Người" at the front of a sentence whose subject is a
    body is not its subject (outline, line 35).
    """
    start = _after_last(SENTENCE_ENDS, clause)
    parts = clause[start:].split(",")
    place = len(clause)
    for number in range(len(parts) - 1, -1, -1):
        part = parts[number]
        place -= len(part)
        words = part.strip()
        if ho := re.match(rf"(?:{HO_NAMES})(?=\s|$)", re.sub(r"^(?:như|và|nhưng|song|rồi) ", "", words)):
            return _name(ho.group()), place + len(part) - len(part.lstrip())
        issued = ISSUED.match(words)
        if issued and issued["paper"] and words[:1].isupper():
            return _issued_owner(issued, parts[:number]), start
        place -= 1
    return None


def _issued_owner(issued: re.Match[str], earlier: list[str]) -> str:
    day = next((m.group() for part in reversed(earlier) if (m := re.search(DAY, part))), None)
    return f"{issued['paper'].strip()}{f' {day}' if day else ''} của {issued['who'].strip()}"


def _paper_owner(left: str, match: re.Match[str]) -> str:
    """The paper as a citation names it, with day and issuer from before it where they do not follow it."""
    paper = re.sub(rf",? ({DAY})", r" \1", match["paper"].strip())
    if match["issuer"]:
        return paper
    start = _after_last((". ", "; "), left[: match.start()])
    issued = BEFORE_PAPER.search(left[start : match.start()])
    if issued is None:
        return paper
    day = f" {issued['day']}" if issued["day"] and not match["own_day"] else ""
    return f"{paper}{day} của {issued['who']}"


def _after_last(marks: tuple[str, ...], text: str) -> int:
    """The place behind the last of the marks in the text; 0 where it has none."""
    return max((text.rfind(mark) + len(mark) for mark in marks if mark in text), default=0)


def _name(who: str) -> str:
    return HO_CHI_MINH if re.fullmatch(HO_NAMES, who) else who
