"""Headings that no marker shows: lines in capitals, short lines above a text, and questions that are answered."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.outline.blocks import is_dated, is_state_head
from kb.outline.signs import ends, in_capitals

LONGEST = 100  # characters of a heading in small letters; longer lines without an end are slips (a guess)
_QUESTION = re.compile(r"(?:Hỏi|HỎI|Câu hỏi)\s*:\s+\S")


def has_questions(texts: Sequence[str]) -> bool:
    """Whether a text is made of questions ("Hỏi: …?") and answers: more than one paragraph asks.

    >>> has_questions(["Hỏi: Nộp ở đâu?", "Trả lời: Tại xã.", "Hỏi: Khi nào?"]), has_questions(["Hỏi: Ai?"])
    (True, False)
    """
    return sum(_QUESTION.match(text) is not None for text in texts) > 1


def is_plain_heading(text: str, above: str, below: str, *, marked_below: bool, asks: bool) -> bool:
    """Whether an unmarked paragraph is a heading, by itself and by the paragraphs around it ("" where there is none).

    `marked_below`: a marker stands below it. `asks`: the text is made of questions and answers.

    >>> is_plain_heading("Kết quả đạt được", "", "1. Kết nạp đảng viên", marked_below=True, asks=False)
    True
    >>> is_plain_heading("Kết quả: tốt.", "", "1. Kết nạp đảng viên", marked_below=True, asks=False)
    False
    """
    if len(text.split()) < 2 or not text[0].isupper() or is_state_head(text) or is_dated(text):
        return False
    if _QUESTION.match(text):
        return asks
    if ends(text, ".;:!?,…"):
        return False
    if in_capitals(text):
        return True
    if len(text) > LONGEST or above.endswith(":"):
        return False
    leads = marked_below or (ends(below, ".;:!?") and len(below) > len(text))
    return leads and (not above or ends(above) or in_capitals(above))
