"""Papers that a text refers to by name: laws, resolutions of congresses, plans, programmes, letters, works.

Without a number a mention is taken only where something beside the kind says which one is meant: a title that begins
as titles do, an issuer, a day, a congress. "Nghị quyết này", "các kế hoạch" name none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kb.extract.passages import Passage
from kb.extract.references.issuers import issuer_at
from kb.extract.references.papers import ABOUT, TITLE, before
from kb.extract.references.times import iso
from kb.model import Reference, Span

_LAW_ENDS = """
    trên năm ngày được đã sẽ quy định của tại đối với trong cho số này đó có là ở gồm theo nêu hiện do thì phải không để
    hoặc từ đến như khi ra vào vừa với mới còn chưa ban đang
"""
# "Luật Thi đua, khen thưởng trên địa bàn": a comma may stand in a law's name, one of these words may not.
_NOT_IN_LAW = "|".join(
    (*_LAW_ENDS.split(), "sửa đổi", "và các", "và Nghị", "và Luật", "và Thông", "và văn", "và hướng")
)
_LAW_WORD = rf"(?!(?:{_NOT_IN_LAW})(?!\w))[^\s,;.:()“”\"|!]+"
LAW = re.compile(
    rf"(?<!\w)(?P<kind>Bộ luật|Luật|Pháp lệnh) "
    rf"(?P<title>(?=[A-ZĐ]){_LAW_WORD}(?:(?:,(?= [^\W\d_A-ZĐ]))? {_LAW_WORD}){{0,9}})"
)
CONSTITUTION = re.compile(r"(?<!\w)(?P<kind>Hiến pháp)(?: năm)? (?P<year>19\d\d|20\d\d)")
_PROGRAMME_WORD = r"(?!(?:giai đoạn|trên|năm|và|theo|của|đã|được|do|tại|nhằm|để|là)(?!\w))[^\s,;.:()“”|]+"
PROGRAMME = re.compile(
    rf"(?<!\w)(?P<kind>Chương trình) (?P<title>mục tiêu quốc gia(?: {_PROGRAMME_WORD}){{0,12}})"
    r"(?P<span> giai đoạn \d{4} ?[-–] ?\d{4})?"
)
OF_CONGRESS = re.compile(
    r"(?<!\w)(?P<kind>Nghị quyết|Văn kiện|Báo cáo chính trị|Điều lệ|Cương lĩnh|Kết luận)(?: của)? "
    r"(?=Đại hội|Hội nghị|đại hội|hội nghị|Kỳ họp)"
)
TERM_BEHIND = re.compile(r",? (?:nhiệm kỳ|khóa|khoá|giai đoạn) (?:\d{4} ?[-–] ?\d{4}|[IVXL]+)")
_KINDS = (
    "Kế hoạch|Đề án|Chương trình|Quy chế|Nghị quyết|Quyết định|Chỉ thị|Hướng dẫn|Thông tri|Điều lệ|Tuyên ngôn|Đề cương"
    "|Báo cáo"
)
_DOES = "tổ chức|triển khai|thực hiện|phối hợp|hành động|phát động|phát triển|xây dựng|bảo vệ"
OF_ISSUER = re.compile(
    rf"(?<!\w)(?P<kind>{_KINDS})"
    rf"(?P<title> (?:{_DOES})[^,;.()“”]{{0,80}}?(?:“[^”]{{0,160}}”[^,;.()“”]{{0,40}}?)?)? của (?=[A-ZĐ])"
)
ISSUED = re.compile(
    r"(?P<issuer>[A-ZĐ][^,;.:()“”]{2,70}?) (?:đã |cũng )?(?:ra|ban hành|thông qua) "
    r"(?P<kind>Chỉ thị|Nghị quyết|Quyết định|Kế hoạch|Đề án|Chương trình|Sắc lệnh) "
    r"(?P<title>(?:phát động|thành lập|về|phê duyệt|giải phóng|công bố|xây dựng|tổ chức|chuyên đề)[^,;.:“”()]{3,140})"
)
_WORKS = "bài viết|bài báo|bài|tác phẩm|cuốn|Lời kêu gọi|lời kêu gọi|bức thư|[Tt]hư|Tuyên ngôn|Tuyên bố|Điện"
WORK = re.compile(
    rf"(?<!\w)(?P<whole>(?:{_WORKS})(?: (?:nói|gửi|thi đua) ?[^,;.:()“”\d]{{0,70}}?)?)\s?(?P<title>“[^”]{{4,120}}”)?"
    r"(?: đăng (?:trên )?(?:[Bb]áo|tạp chí) [^,;.:()“”\d]{2,40}?)?,? ngày (?=\d)"
)
QUOTED_APPEAL = re.compile(
    r"“(?P<title>(?:Lời kêu gọi|Tuyên ngôn|Thư|Di chúc|Bản án|Đường|Sửa đổi)[^”]{3,80})”,? (?:ra )?ngày (?=\d)"
)
APPEAL = re.compile(
    r"(?<!\w)(?P<title>Lời kêu gọi (?:thi đua ái quốc|[Tt]oàn quốc kháng chiến|[^\W\d_A-ZĐ]\S* [^\s,;.]+ [^\s,;.]+))"
)
HO_CHI_MINH_BEHIND = re.compile(r", (?:Người|Bác(?: Hồ)?|Chủ tịch Hồ Chí Minh|Hồ Chủ tịch)(?!\w)")
IN_WHICH = re.compile(r"(?:^|[.;] )(?P<issuer>[A-ZĐ][^,;.:()“”]{3,80}?) trong $")
TESTAMENT = re.compile(
    r"(?<!\w)(?P<title>Di chúc|Tuyên ngôn [Đđ]ộc lập|Luận cương chính trị|Chính cương vắn tắt|Đường [Kk]ách mệnh)(?!\w)"
)


SHORTEST_TITLE = 3  # words: "Kế hoạch triển khai của UBND tỉnh" does not say which


def named(passage: Passage, numbered: Sequence[Reference], congresses: Sequence[Reference]) -> Iterator[Reference]:
    """The papers of a paragraph that have no number; those that lie in one with a number are left out."""
    taken = [paper.span for paper in numbered]
    for found in (
        *_of_congress(passage, congresses),
        *_issued(passage),
        *_of_issuer(passage),
        *_works(passage),
        *_laws(passage),
    ):
        if any(found.span.start < other.end and other.start < found.span.end for other in taken):
            continue
        taken.append(found.span)
        yield found


def _of_congress(passage: Passage, congresses: Sequence[Reference]) -> Iterator[Reference]:
    """ "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XI, nhiệm kỳ 2016 - 2020"."""
    text = passage.text
    by_start = {event.span.start: event for event in congresses}
    for match in OF_CONGRESS.finditer(text):
        event = by_start.get(match.end())
        if event is None:
            continue
        term = TERM_BEHIND.match(text, event.span.end)
        span = Span(match.start(), term.end() if term else event.span.end)
        yield _paper(text, span, match["kind"], issuer=" ".join(event.span.of(text).split()), key=event.key)


def _issued(passage: Passage) -> Iterator[Reference]:
    """ "ngày 15/8/1946, Xứ ủy Bắc Kỳ ra Nghị quyết thành lập Đảng bộ tỉnh"."""
    text = passage.text
    for match in ISSUED.finditer(text):
        sentence = passage.sentence(match.start())
        days = [
            value
            for value in passage.values
            if value.kind == "date" and sentence.start <= value.span.start < match.start()
        ]
        date = iso(days[-1]) if days else None
        issuer = " ".join(match["issuer"].split())
        title = " ".join(match["title"].split())
        yield _paper(
            text,
            Span(match.start("kind"), match.end()),
            match["kind"],
            title=title,
            issuer=issuer,
            told="sentence",
            date=date,
        )


def _of_issuer(passage: Passage) -> Iterator[Reference]:
    """ "Kế hoạch của UBND tỉnh về việc tổ chức …", "Kế hoạch tổ chức thực hiện Phong trào của UBND tỉnh"."""
    text = passage.text
    for match in OF_ISSUER.finditer(text):
        said = issuer_at(text, match.end(), len(text))
        if said is None or (match["kind"] in {"Báo cáo", "Đề cương", "Hướng dẫn"} and not match["title"]):
            continue
        issuer, end = said
        title = " ".join(match["title"].split()) if match["title"] else None
        about = None if title else TITLE.match(text, end) or ABOUT.match(text, end)
        if about is not None:
            title, end = " ".join(about["title"].split()), about.end()
        is_bare = title is None or len(title.split()) < SHORTEST_TITLE
        if is_bare and match["kind"] not in {"Nghị quyết", "Chỉ thị", "Quyết định"}:
            continue
        yield _paper(text, Span(match.start(), end), match["kind"], title=title, issuer=issuer, told="beside")


def _works(passage: Passage) -> Iterator[Reference]:
    text = passage.text
    by_start = {value.span.start: value for value in passage.values if value.kind == "date"}
    for pattern in (QUOTED_APPEAL, WORK):
        for match in pattern.finditer(text):
            value = by_start.get(match.end()) or by_start.get(match.end() - len("ngày "))
            if value is None:
                continue
            end, issuer, told = value.span.end, None, None
            if (of := re.match(r" của ", text[end : end + 5])) and (said := issuer_at(text, end + of.end(), len(text))):
                issuer, end = said
                told = "beside"
            elif (author := _author(text, match.start(), end)) is not None:
                issuer, told = author, "sentence"
            title = (match["title"] or "").strip("“”") or None
            kind = match.groupdict().get("whole") or (title or "").split(" ")[0]
            yield _paper(
                text, Span(match.start(), end), _work_kind(kind), title=title, issuer=issuer, told=told, date=iso(value)
            )
    for pattern in (TESTAMENT, APPEAL):
        for match in pattern.finditer(text):
            title = " ".join(match["title"].split())
            opened = match.start() - (1 if text[match.start() - 1 : match.start()] in {"“", '"'} else 0)
            issuer, day = before(passage, passage.sentence(match.start()).start, opened)
            how = "sentence" if issuer else None
            yield _paper(text, Span(*match.span()), _work_kind(title), title=title, issuer=issuer, told=how, date=day)


def _author(text: str, start: int, end: int) -> str | None:
    """Who wrote a work, where the sentence says it: "…, Người viết: …", "Ban Thường trực … trong lời kêu gọi …"."""
    if HO_CHI_MINH_BEHIND.match(text, end):
        return "Hồ Chí Minh"
    named = IN_WHICH.search(text[max(0, start - 100) : start])
    return " ".join(named["issuer"].split()) if named else None


def _laws(passage: Passage) -> Iterator[Reference]:
    text = passage.text
    for match in LAW.finditer(text):
        if " " not in match["title"]:
            continue  # "Luật Quy [định]": no law is called by one syllable
        title = " ".join(f"{match['kind']} {match['title']}".split())
        yield _paper(text, Span(*match.span()), match["kind"], title=title)
    for match in CONSTITUTION.finditer(text):
        yield _paper(text, Span(*match.span()), "Hiến pháp", title=" ".join(match[0].split()), date=match["year"])
    for match in PROGRAMME.finditer(text):
        end = match.end() if match["span"] else match.start() + len(match[0].rstrip())
        title = " ".join(text[match.start() : match.end("title")].split())
        yield _paper(text, Span(match.start(), end), match["kind"], title=title)


def _work_kind(words: str) -> str:
    if words.startswith("bức thư"):
        return "Thư"
    for kind in ("Lời kêu gọi", "Di chúc", "Tuyên ngôn", "Thư", "Bài"):
        if words.casefold().startswith(kind.casefold()):
            return kind
    return words.split(" ")[0].capitalize()


def _paper(
    text: str,
    span: Span,
    kind: str,
    *,
    title: str | None = None,
    issuer: str | None = None,
    told: str | None = None,
    date: str | None = None,
    key: str | None = None,
) -> Reference:
    words = " ".join(span.of(text).split())
    return Reference(span, words, "document", kind, None, title, issuer, told, date, key)  # type: ignore[arg-type]
