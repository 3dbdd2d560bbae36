"""Papers that a text refers to by number: kind, number, day, issuer, title, in whatever order they are written.

A number's span and meaning come from the values; here is what stands around it. Papers without a number are `named`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.extract.passages import Passage
from kb.extract.references.issuers import issuer_at, issuer_by_letters
from kb.extract.references.times import iso
from kb.model import IssuerTold, Reference, Span
from kb.vietnamese.values import Days, DocNumber, Value

KINDS = (
    "Thông tư liên tịch", "Nghị quyết liên tịch", "Chương trình hành động", "Chương trình phối hợp", "Bộ luật",
    "Hiến pháp", "Luật", "Pháp lệnh", "Nghị định", "Nghị quyết", "Quyết định", "Chỉ thị", "Kết luận", "Thông tư",
    "Kế hoạch", "Hướng dẫn", "Công văn", "Công điện", "Quy định", "Quy chế", "Quy trình", "Thông báo",
    "Thông tri", "Chương trình", "Đề án", "Tờ trình", "Báo cáo", "Sắc lệnh", "Lệnh", "Văn bản", "Điều lệ",
    "Cương lĩnh", "Công bố", "Đề cương", "Biên bản", "Phương án", "Giấy mời", "Thông cáo", "Sắc luật",
)  # fmt: skip
KIND = "|".join(KINDS)
BEFORE = re.compile(
    rf"(?<!\w)(?P<kind>{KIND})(?: (?:của|do) (?P<issuer>[^,;.:()“”]{{2,60}}?))?(?:,? số:?)?\s*$", re.IGNORECASE
)
SHORT = re.compile(r"^(?P<kind>[^\W\d]+(?: [^\W\d]+)*?)(?:\s+số:?)?\s+(?=\d)")
# "Luật Thi đua, khen thưởng số 06/2022/QH15"
LAW_BEFORE = re.compile(r"(?<!\w)(?P<kind>Bộ luật|Luật|Pháp lệnh) (?P<title>[A-ZĐ][^;.:()“”]{2,80}?),? số:?\s*$")
DAY = re.compile(r",?\s*(?:\(?(?:ban hành|ký|được ban hành)?\s*)?(?:ngày\s*)?$")
OF = re.compile(r",?\s*(?:của|do)\s+(?:Ban Chấp hành Đảng bộ\s)?")
TITLE = re.compile(r",?\s*(?:của [^“\"]{0,80})?\s+[“\"](?P<title>\w[^“”\"]{6,400})[”\"]")
ABOUT = re.compile(
    r",?\s+(?P<title>(?:về|V/v|sửa đổi, bổ sung|quy định|ban hành|phê duyệt)\s[^;.()\n“”]{6,300}?)"
    r"(?=,\s(?!khen)|[;.()“\n]|$)"
)
ISSUED = re.compile(
    r"(?P<verb>ban hành|ra|ký|ký ban hành|thông qua|phê duyệt|công bố|phát hành)(?: tại| kèm theo)?\s*$"
)
IN_BRACKETS = re.compile(r"của (?P<issuer>[A-ZĐ][^,;.:()“”]{2,60}?) \((?:tại|theo|kèm theo|ban hành kèm theo) $")
LONGEST_BEFORE = 90
AFTER_NUMBER = 420


def papers(passage: Passage) -> Iterator[Reference]:
    """The papers of a paragraph that have a number, in order; spans are the paragraph's."""
    for place, value in enumerate(passage.values):
        if isinstance(value.meaning, DocNumber) and (paper := _paper(passage, place, value, value.meaning)):
            yield paper


def _paper(passage: Passage, place: int, value: Value, number: DocNumber) -> Reference | None:
    text = passage.text
    inside = SHORT.match(value.span.of(text))
    start = max(0, value.span.start - LONGEST_BEFORE)
    led = BEFORE.search(text[start : value.span.start])
    law = None if inside or led else LAW_BEFORE.search(text[start : value.span.start])
    if inside is None and led is None and not number.issuer:
        return None
    if (
        inside is not None
        and not number.issuer
        and not number.year
        and "số" not in inside[0]
        and not _has_day(passage, place)
    ):
        return None  # "kết luận 2" counts conclusions
    kind = inside["kind"] if inside else led["kind"] if led else None
    first = value.span.start if inside or led is None else start + led.start("kind")
    printed = value.span.of(text)[inside.end() :] if inside else value.span.of(text)
    if law is not None:
        kind, first = law["kind"], start + law.start("kind")
    date, end = _day(passage, place, value.span.end)
    sentence = passage.sentence(value.span.start)
    issuer = led["issuer"] if led and led["issuer"] else None
    told: IssuerTold | None = "beside" if issuer else None
    if issuer is None and (of := OF.match(text, end)) and (named := issuer_at(text, of.end(), sentence.end)):
        issuer, end = named
        told = "beside"
    if date is None:
        date, end = _day(passage, place, end)
    title, end = _title(text, end)
    title = " ".join(f"{law['kind']} {law['title']}".split()) if law is not None else title
    if issuer is None or date is None:
        earlier, day = before(passage, sentence.start, first)
        date = date or day
        if issuer is None and earlier:
            issuer, told = earlier, "sentence"
    if issuer is None and (by := issuer_by_letters(printed)):
        issuer, told = by, "number"
    words = " ".join(text[first:end].split())
    key = number.key if number.issuer else None
    return Reference(
        Span(first, end),
        words,
        "document",
        _kind(kind),
        " ".join(printed.split()),
        title,
        issuer,
        told,
        date,
        key,
    )


def _has_day(passage: Passage, place: int) -> bool:
    return _day(passage, place, passage.values[place].span.end)[0] is not None


def _kind(kind: str | None) -> str | None:
    if kind is None:
        return None
    return next((one for one in KINDS if one.casefold() == kind.casefold()), kind)


def _day(passage: Passage, place: int, end: int) -> tuple[str | None, int]:
    """The day right behind a number or an issuer, and where the mention ends with it."""
    for value in passage.values[place + 1 : place + 3]:
        days = value.meaning
        if value.kind == "date" and isinstance(days, Days) and value.span.start >= end:
            gap = passage.text[end : value.span.start]
            if len(gap) < 24 and DAY.fullmatch(gap):
                return iso(value), value.span.end
            return None, end
    return None, end


def _title(text: str, end: int) -> tuple[str | None, int]:
    if (quoted := TITLE.match(text, end, min(len(text), end + AFTER_NUMBER))) is not None:
        return " ".join(quoted["title"].split()), quoted.end()
    if (about := ABOUT.match(text, end, min(len(text), end + AFTER_NUMBER))) is not None:
        return " ".join(about["title"].split()), about.end("title")
    return None, end


def before(passage: Passage, start: int, first: int) -> tuple[str | None, str | None]:
    """Issuer and day of a paper, from what stands before it in the sentence that begins at `start`:
    "ngày 04/3/2008, Thủ tướng Chính phủ ban hành …"."""
    text = passage.text
    near = text[start:first]
    bracket = IN_BRACKETS.search(near)
    if bracket is not None:
        return " ".join(bracket["issuer"].split()), None
    issued = ISSUED.search(near)
    if issued is None:
        return None, None
    clause = near[: issued.start()].rstrip()
    clause = re.sub(r"(?: đã| vừa| cũng| tiếp tục| lần lượt)+$", "", clause)
    began = max(clause.rfind(mark) for mark in (", ", "; ", ": ", ") ")) + 2
    name = clause[began if began > 1 else 0 :].strip()
    days = [value for value in passage.values if value.kind == "date" and start <= value.span.start < first]
    day = iso(days[-1]) if days else None
    day = None if day and day.startswith("--") else day
    if days and days[-1].span.end - start > max(began - 3, 0):
        name = text[days[-1].span.end : start + len(clause)].strip(" ,")
    return (name if name[:1].isupper() and len(name.split()) <= 12 else None), day
