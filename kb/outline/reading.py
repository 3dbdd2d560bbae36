"""What a marked paragraph is: a heading, a labelled paragraph, an item or a slogan, and which words are its title."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.model import SectionKind
from kb.outline.forms import FormName
from kb.outline.markers import Marker
from kb.outline.signs import CAPITALS, ends, in_capitals

LONGEST_LABEL = 15  # words before the colon; the outline's longest has nine, the other documents' eleven
LONGEST_INTRODUCTION = 15  # words of a heading that ends with a colon

LAW_KINDS: dict[FormName, SectionKind] = {
    "part": "part",
    "appendix": "part",
    "chapter": "chapter",
    "section": "section",
    "subsection": "section",
    "article": "article",
}

_LABEL = re.compile(r"(?P<label>[^:“”\"?!;]{2,}?)\s?:\s+(?P<text>\S.*)", re.DOTALL)
# "Người kêu gọi: “Hễ chúng ta …”" reports words, "Chủ đề đại hội: “Đoàn kết …”" names a thing.
_SAYS = re.compile(
    r"(?:nói|viết|dạy|gọi|khẳng định|nêu|nêu rõ|chỉ rõ|khái quát|dặn|dặn dò|nhấn mạnh|lưu ý|chỉ đạo|chia sẻ|tâm sự"
    r"|phát biểu|kể|kể lại|nhắc|nhắc nhở|bảo|cho biết|rằng|ghi rõ|xác định|đánh giá|ca ngợi|tuyên bố|quy định)$"
)
_LEADS_ON = re.compile(r"(?:gồm|là|như|sau|rằng|đó|đây|tại|các|những|về)$")
_COUNTS = re.compile(r"(?:tổng\s+)?(?:số|tỷ lệ|tỉ lệ|mức)\b|tổng\b", re.IGNORECASE)
_PARTS = re.compile(r"[,;] ")
_CLAUSES = re.compile(rf",\s+[{CAPITALS}]")


@dataclass(frozen=True, slots=True)
class Reading:
    """How a marked paragraph is read.

    `title_end` is where the title ends in the paragraph. `running`: it says what it has to say itself, so that an
    unmarked paragraph below it belongs to the section around it.
    """

    kind: SectionKind
    title: str
    title_end: int
    running: bool


def read_paragraph(text: str, marker: Marker) -> Reading:
    """The reading of a paragraph by its own words; `kb.outline.settle` looks at what stands below it.

    >>> from kb.outline.markers import read_markers
    >>> texts = ("1. Hoàn cảnh ra đời", "- Ý nghĩa: Lời kêu gọi có tác dụng lớn.", "- Xây 420 phòng.")
    >>> [read_paragraph(text, read_markers(text)[0]).title for text in texts]
    ['Hoàn cảnh ra đời', 'Ý nghĩa', '']
    """
    rest = text[marker.end :]
    law = LAW_KINDS.get(marker.form.name)
    if not rest:
        return Reading(law or "heading", "", len(text), False)
    label = label_of(rest)
    if label and not (law and law != "article"):
        end = marker.end + len(label)
        return Reading(law or "labelled-paragraph", label, end, True)
    if is_title(rest, marker):
        title = rest.rstrip(" :") if rest.endswith(":") else rest
        return Reading(law or "heading", title, marker.end + len(title), False)
    return Reading(law or "item", "", marker.end, True)


def label_of(text: str) -> str:
    """The label that a paragraph begins with, without its colon; "" where it has none.

    >>> label_of("Tuần thứ nhất (từ ngày 03/5 đến ngày 09/5): ghi nhận 12 ca"), label_of("Số người ứng cử: 10 người")
    ('Tuần thứ nhất (từ ngày 03/5 đến ngày 09/5)', '')
    """
    found = _LABEL.match(text)
    if not found:
        return ""
    label, after = found["label"], found["text"]
    if len(label.split()) > LONGEST_LABEL or ". " in label or _LEADS_ON.search(label):
        return ""
    if after[0] in '“"' and (_SAYS.search(label) or _CLAUSES.search(label)):
        return ""
    if after[0].isdigit() and _COUNTS.match(label):
        return ""
    return label


def is_title(rest: str, marker: Marker) -> bool:
    """Whether the words after a marker are a title: they end without an end of sentence, or ask a question.

    A title may end with a colon where it is short and does not lead a sentence on ("bao gồm:").
    """
    if in_capitals(rest) and len(rest.split()) > 1:
        return True
    if rest.endswith(":"):
        words = rest.rstrip(" :")
        return len(words.split()) <= LONGEST_INTRODUCTION and not _LEADS_ON.search(words) and not _PARTS.search(words)
    if ends(rest, "?"):
        return marker.form.name != "bullet"
    return not ends(rest, ".;!,…") and not ends(rest, ":")
