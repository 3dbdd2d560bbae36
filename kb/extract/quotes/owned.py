"""Whose words stand in quotation marks, where the text itself says it beyond doubt.

A citation of words that a document quotes must name who said them, and not as if the original had been read. So only
stretches with a stated owner are given: Hồ Chí Minh with a verb of saying (“Người chỉ rõ: …”) or "Theo …", a body that
issues a paper and says something in it, or a numbered paper whose subject they are. Other speakers are not known yet:
their words have no owner here. Names of movements, models, slogans and titles have none and are left out.
Sieves go from the surest down; the first that fits decides, and it is named in `sieve`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.model import Span
from kb.outline.signs import CAPITALS

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
BEFORE_PAPER = re.compile(rf"(?:(?P<day>{DAY}),\s*)?\b(?P<who>[{CAPITALS}][^,;.“”]*?) (?:đã )?(?:ra|ban hành|ký) $")
OPENINGS = '“«"'
CLOSES = {"”": "“", "»": "«", '"': '“"'}
MARK = re.compile(r"[“”«»\"]")
SENTENCE_END = re.compile(r"[.!?]\s")
LONGEST_CUE = 600  # code points before a mark that are searched for its cue; the longest kind, a paper, has some 250
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
    according = tuple(ACCORDING.finditer(paragraph))
    found: list[OwnedWords] = []
    for span in quoted(paragraph):
        owned = _owned(paragraph, span, found[-1] if found else None, according)
        if owned:
            found.append(owned)
    return tuple(found)


def quoted(text: str) -> Iterator[Span]:
    """The stretches between quotation marks, outermost ones only; a mark that is never closed opens nothing.

    A curly mark may be closed by a straight one (outline, line 187).
    """
    end = 0
    for opening, closing in sorted(_pairs(text)):
        if opening >= end:
            yield Span(opening + 1, closing)
            end = closing + 1


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """Where each mark opens and is closed, if it were read from there on; a straight mark by the next straight one.

    In one pass: to look for the end of each mark by itself takes long where thousands are never closed.
    """
    open_marks: dict[str, list[int]] = {mark: [] for mark in OPENINGS}
    for match in MARK.finditer(text):
        place, mark = match.start(), match[0]
        for opening in CLOSES.get(mark, ""):
            if open_marks[opening]:
                yield open_marks[opening].pop(), place
        if mark in OPENINGS:
            open_marks[mark].append(place)


def _owned(text: str, span: Span, before: OwnedWords | None, according: Sequence[re.Match[str]]) -> OwnedWords | None:
    """The owner of one stretch; None too for a name, a title or a figure of speech."""
    end = span.start - 1
    if len(span.of(text).split()) < LEAST_SYLLABLES or HEAD.search(text, max(0, end - LONGEST_CUE), end):
        return None
    return _stated(text, span) or _carried(text, span, before, according)


def _stated(text: str, span: Span) -> OwnedWords | None:
    """The owner that is named right before the opening mark."""
    end = span.start - 1
    near = max(0, end - LONGEST_CUE)
    if (match := NUMBERED.search(text, near, end)) is not None:
        return OwnedWords(span, _paper_owner(text, match), Span(*match.span()), "subject-of-paper")
    if (match := BY_HEART.search(text, near, end)) is not None:
        return OwnedWords(span, _name(match["who"]), Span(*match.span()), "words-of")
    if (match := SAYING.search(text, near, end)) is not None:
        subject = _subject(text[: match.start("verb")])
        if subject is not None:
            owner, start = subject
            return OwnedWords(span, owner, Span(start, match.end()), "saying")
    return None


def _carried(text: str, span: Span, before: OwnedWords | None, according: Sequence[re.Match[str]]) -> OwnedWords | None:
    """An owner named further back: “Theo Người, …” for the whole paragraph, a saying for the same sentence."""
    end = span.start - 1
    if before and before.sieve != "subject-of-paper" and not SENTENCE_END.search(text, before.span.end + 1, end):
        return OwnedWords(span, before.owner, before.cue, "same-sentence")
    cue = next((match for match in reversed(according) if match.end() <= end), None)
    if cue and not OTHER_WORDS.search(text, cue.end(), end):
        return OwnedWords(span, _name(cue["who"]), Span(*cue.span("cue")), "according-to")
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
