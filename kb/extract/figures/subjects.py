"""What a figure counts or measures, in the words of the text.

Counted nouns are named with what is said of them ("trường được công nhận đạt chuẩn quốc gia"), measures by what stands
before them ("Tốc độ tăng trưởng kinh tế"), comparisons by what they compare.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.extract.figures.numbers import Counted
from kb.extract.figures.periods import Time
from kb.extract.passages import Passage
from kb.model import Span

LONGEST = 16  # syllables of a subject
FULL = 4  # syllables from which on a subject stands without the label of its paragraph
_COPULAS = """
    đạt là chiếm còn khoảng ước được lên tới đến có bằng mới vẫn đã với mức ở tăng giảm gấp thu xuống thêm gồm
    và trên dưới hơn gần nay qua cho luôn từ lấy ghi_nhận đang sẽ bình_quân trung_bình tương_đương khoảng_chừng
    trị_giá riêng chỉ cả trong_đó ước_tính trong_khi hiện trở
"""
COPULAS = frozenset(_COPULAS.split())
EMPTY = frozenset(
    {
        "tỷ lệ", "tỉ lệ", "đạt tỷ lệ", "đạt tỉ lệ", "tổng", "số", "tổng số", "với tổng số", "chậm nhất",
        "muộn nhất",
    }
)  # fmt: skip
OPENING = re.compile(
    r"^(?:[\s\-–+*,;:(]|(?:[a-zđ]|\d{1,2})[.)] |và |song |nhưng |trong đó,? |riêng |nhất là |đến nay,? |hiện nay,? "
    r"|hiện |ngoài ra,? |bên cạnh đó,? |tuy nhiên,? |theo đó,? |cụ thể |trong khi |đồng thời |phấn đấu |đã |có |còn )+",
    re.IGNORECASE,
)
_NOT_AFTER = """
    so trong vào và năm của với là đến từ trở do để giai mỗi hoặc hằng hàng nhờ theo được bị tại ở trên khi như hay
    nhưng thì cho nên lên xuống còn hiện đã tính gồm trị bằng đối quy
"""
AFTER_OPENS = re.compile(rf"^\s*(?:các |số |những |tổng )?(?!(?:{'|'.join(_NOT_AFTER.split())}) )[^\W\d_]")
CLOSING = re.compile(
    r"(?:\s(?:và|hoặc|với|có|trong|là|của|cho|được|thêm|đạt|gồm|hơn|trên|gần|khoảng|từ|ở|tại|ước|đã|mà|trị giá|bằng))+$"
)
WORTH = re.compile(r"(?:trị giá|giá trị)\s*$", re.IGNORECASE)
MEASURED = re.compile(
    r"\b(?:tỷ lệ|tỉ lệ|tốc độ|tỷ trọng|mức|độ|diện tích|sản lượng|năng suất|tổng|thu|chi|GRDP|GDP|giá|vốn|kinh phí"
    r"|kim ngạch|doanh thu|thu nhập|dư nợ|chiều|công suất|số|quy mô|chỉ số|ngân sách|dự toán)\b",
    re.IGNORECASE,
)


def subject(passage: Passage, figure: Counted, tail: Span, before: Span, known: Sequence[Time], label: str = "") -> str:
    """What a figure is of; "" where only the figure before it says so.

    `before` are the words of its clause up to its qualifier, `tail` those behind its unit up to the clause's end.
    `label` is what the paragraph is of ("Số người ứng cử: 10 người"); it is added where the clause says too little.
    """
    text = passage.text
    led = led_words(passage, before, known)
    follows = _without(text, tail, known)
    said = _named(figure, led, follows, worth=WORTH.search(before.of(text)) is not None)
    if not said:
        return ""  # "…, trong khi năm 2020 mới đạt 65,2 triệu đồng/người": of what the figure before it is
    return _short(f"{said} ({label})" if label and len(said.split()) < FULL else said)


def led_words(passage: Passage, before: Span, known: Sequence[Time]) -> str:
    """The words before a figure that name what it is of, without times, verbs and what opens a clause."""
    return _clean(_without(passage.text, before, known))


def _named(figure: Counted, led: str, follows: str, *, worth: bool) -> str:
    unit, said = figure.unit, _said(follows)
    if worth and unit.dimension == "money":
        return f"trị giá {led}"
    opens = AFTER_OPENS.match(follows) is not None
    if unit.dimension == "count" and figure.number.start < unit.span.start:
        if not said and _is_measured(led):
            return led
        return f"{unit.text} {said}" if said or not led else f"{unit.text} {_with(led)}"
    if unit.dimension == "age":
        return f"độ tuổi {_last(led)} {said}"
    if unit.dimension == "time" and opens:
        return f"thời gian {said}"
    if unit.dimension in {"percent", "money", "goods"} and opens and not _is_measured(led):
        return said
    if unit.dimension == "goods" and len(unit.base.split()) > 1:
        return f"{' '.join(unit.base.split()[1:])} {said or _with(led)}"
    return led or (said if opens else "")


def _is_measured(led: str) -> bool:
    """Whether the words before a measure name what is measured, rather than who does something."""
    return MEASURED.search(led) is not None


def _clean(words: str) -> str:
    words = OPENING.sub("", words.strip(' ,;:()-–“”"'))
    parts = words.split()
    while parts and parts[-1].casefold() in COPULAS:
        parts.pop()
    while len(parts) > 1 and "_".join(parts[-2:]).casefold() in COPULAS:
        del parts[-2:]
        while parts and parts[-1].casefold() in COPULAS:
            parts.pop()
    return "" if " ".join(parts).casefold() in EMPTY else " ".join(parts)


def _without(text: str, span: Span, known: Sequence[Time]) -> str:
    """The words of a stretch without the times said in it."""
    pieces: list[str] = []
    place = span.start
    for time in known:
        if span.start <= time.span.start and time.span.end <= span.end and time.span.start >= place:
            pieces.append(text[place : time.span.start])
            place = time.span.end
    pieces.append(text[place : span.end])
    return " ".join(" ".join(pieces).split())


def _said(words: str) -> str:
    return CLOSING.sub("", " " + words.strip(' ,;:.!()“”"…')).strip()


def _with(led: str) -> str:
    return f"({led})" if led else ""


def _last(led: str) -> str:
    return " ".join(led.split()[-5:])


def _short(words: str) -> str:
    return CLOSING.sub("", " ".join(words.split()[:LONGEST])).strip(" ,;:.")
