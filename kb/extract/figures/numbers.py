"""Which numbers of a paragraph state a fact, and which only name, date or count off something.

A number counts when a unit or a counted noun stands right behind it, or when it is measured out ("đạt 6,6%"). Rows of
`LEAVES` say which do not, with the case that taught each. Units are `units`; what the number says is not asked here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kb.extract.figures.units import SCALE, Unit, read_unit, scale_of
from kb.extract.passages import Passage
from kb.model import Span
from kb.vietnamese.values import Amount, Share, Value


@dataclass(frozen=True, slots=True)
class Counted:
    """A number that counts, with its unit; `number` is its place, `low` and `high` what it says before scale words.

    `whole`: of how many it is a part ("58/96 xã"). Both None: a vague amount, whose words are at `number`.
    """

    number: Span
    low: Decimal | None
    high: Decimal | None
    unit: Unit
    whole: Decimal | None = None

    @property
    def span(self) -> Span:
        return Span(self.number.start, max(self.number.end, self.unit.span.end))


@dataclass(frozen=True, slots=True)
class Trap:
    """Words around a number that make it none: `before` ends at it, `after` begins behind it; either may be empty.

    `units`: it holds for these dimensions only; all of them where it is empty. `number` stands for it in the examples.
    """

    name: str
    before: str
    after: str
    takes: str
    leaves: str
    units: frozenset[str] = frozenset()


COUNTS = frozenset({"count"})
TIMES = frozenset({"time"})
LABELLED = (
    r"(?:tổ|cấp|khu|lô|cao điểm|đồi|hầm"
    r"|quốc lộ|tỉnh lộ|huyện lộ|đường|phố|ngõ|ngách|hẻm|khu vực|vùng|đơn vị|nhóm|lớp|khối|khóa|khoá|kỳ|quý|đợt"
    r"|phím|mũi|hạng|loại|bậc|mẫu|biểu|phụ lục|điều|khoản|điểm|mục|chương|phần|trang|dòng|hình|bảng|tầng|phòng|thôn"
    r"|xóm|ấp|tiểu khu|số nhà|giai đoạn|tiểu đoàn|trung đoàn|sư đoàn|đại đội|binh đoàn|quân khu|quân đoàn|cấp độ|nhà"
    r"|lữ đoàn|tuyến|kênh|bước|cột|phân khu|vòng|tập|quyển|câu|bài|chuyên đề|nhiệm vụ|ga|cảng|cổng|chỉ tiêu|tiêu chí"
    r"|thứ|gói|kịch bản|phương án|chi đội|chi bộ|bản|nội dung|vấn đề|nguyên tắc|tham luận|ý|trường hợp)"
)
LEAVES = (
    Trap("month or day", r"\b(?:tháng|ngày|năm|mùng|mồng|ngày mùng)\s*$", "", "tháng 3 lấy", "trong 3 tháng"),
    Trap("label", rf"\b{LABELLED}(?: số)?\s*$", "", "Quốc lộ 3 về", "có 3 quốc lộ", COUNTS),
    Trap("number of", r"(?<!con )(?<!tổng )(?<!chữ )\bsố\s*$", "", "đơn vị số 1 gồm", "tổng số 52 đại biểu"),
    # "các khoản 4, 5 và 6 Điều 9" (Nghị quyết 115/2025/UBTVQH15) counts no articles.
    Trap(
        "place in a paper",
        r"\b(?:điều|khoản|điểm|chương|mục|phụ lục|trang|số)"
        r"\s+(?:\d{1,3}[a-zđ]?|[a-zđ])(?:(?:,| và| hoặc|;| đến)\s?(?:\d{1,3}[a-zđ]?|[a-zđ]))*(?:,| và| hoặc| đến)\s*$",
        "",
        "khoản 4, 5 và 6 Điều 9",
        "có 4, 5 và 6 điều",
    ),
    Trap("day", "", r" tháng (?:1[0-2]|0?[1-9])(?!\d)", "24 tháng 1: Bộ", "24 tháng tuổi"),
    # "30 năm Ngày tái lập tỉnh" says how long ago something was: a reference, not a figure.
    Trap(
        "anniversary",
        "",
        r" năm,? (?:Ngày|ngày (?:thành lập|sinh|mất|tái lập|giải phóng|truyền thống|thương binh|nhà giáo)|Cách mạng"
        r"|Quốc khánh|chiến thắng|Chiến thắng|thành lập|Toàn quốc|truyền thống)",
        "70 năm Ngày giải phóng",
        "5 năm thực hiện",
    ),
    Trap("anniversary", r"[Kk]ỷ niệm(?: lần thứ)?\s*$", "", "kỷ niệm 75 năm", "tổ chức 75 lễ"),
    Trap(
        "span of time",
        r"",
        r" (?:năm|tháng|tuần|ngày|nhiệm kỳ|thập kỷ)(?: (?:vừa|đã))?(?: (?:qua|gần đây|trở lại đây|nay|tới|đầu năm"
        r"|cuối năm|đầu nhiệm kỳ|liên tục|liền|liên tiếp|tiếp theo|đầu tiên|cuối|trước|sau)|\s*(?:\d{4}|\(\d{4}))",
        "trong 5 năm qua",
        "trong 5 năm thực hiện",
    ),
    Trap("span of time", r"\b[Tt]rong\s*$", r" (?:năm|tháng|tuần|ngày)\s*(?:,|\()", "trong 3 tuần, các", "trong 3 xã"),
    Trap("span of time", "", r" năm (?:đạt|là|có|tăng|giảm|ước|đã)\b", "5 năm đạt 61.370", "5 năm thực hiện"),
    Trap("hour of the day", r"\b(?:lúc|hồi|vào|vào lúc|đúng)\s*$", r"\s?(?:giờ|h)", "vào 5 giờ", "trong 5 giờ"),
    Trap(
        "hour of the day",
        "",
        r"\s?(?:giờ|h) ?(?:\d+|hằng ngày|hàng ngày|sáng|chiều|tối|đêm)",
        "17 giờ hằng ngày",
        "48 giờ xuống",
    ),
    Trap("hour of the day", r"giờ\s*$", r" phút", "5 giờ 30 phút", "30 phút"),
    Trap("rank", r"\b(?:thứ|top|tốp|TOP|Top)\s*$", "", "đứng thứ 15 cả nước", "có 15 tỉnh"),
    Trap("round the clock", "", r"/7(?!\d)", "trực 24/7", "24/24h"),
    Trap("letter before", r"[-–/.,&](?<=\w[-–/.,&])$", "", "Covid-19 đã", "- 19 xã"),
    Trap("kilometre post", r"\b(?:[Kk]m|KM)\s*$", "", "tại Km 15 đường", "dài 15 km"),
)
_LEAVES = tuple(
    (trap, re.compile(trap.before, re.IGNORECASE), re.compile(trap.after, re.IGNORECASE)) for trap in LEAVES
)
LOOKED_BACK = 60  # characters before a number that a trap may need

NUMBERS = frozenset({"number", "percent", "range"})
NUMERAL = r"\d+(?:[.,]\d+)*"
DIGITS = re.compile(rf"{NUMERAL}(?:(?:\s?[-–—]\s?|\s(?:đến|tới)\s){NUMERAL})?")
ROUND_THE_CLOCK = re.compile(r"(?<![\d/])24/24(?=\s?(?:h|giờ)\b)")
LARGEST_WORD = 10
YEAR = re.compile(r"1[89]\d\d|20\d\d")
VAGUE = re.compile(
    rf"\b(?P<how>(?:hàng|vài|mấy|nhiều|dăm) (?:{SCALE}(?: {SCALE})*))(?!\w)(?! (?:năm|ngày|tháng|tuần)\b)",
    re.IGNORECASE,
)
LEVEL = re.compile(r"\b(?P<unit>mức độ|cấp độ) (?P<number>\d)(?![\d.,]*\d)(?!\w)")
# "70% dịch vụ công trực tuyến mức độ 3", "mức độ 4 đạt 30%": the level says which services, and is no figure.
LEVEL_AS_NAME = re.compile(r"%(?: (?!được|đã|cung|đủ|đạt)\w+){0,6} $")
SHORTEST_QUOTED = 16  # syllables between quotation marks from which on a figure counts: “5 không 3 sạch” is a name


def counted(passage: Passage) -> tuple[Counted, ...]:
    """The numbers of a paragraph that count something, vague ones too, in order; they do not overlap."""
    found = [*_numbers(passage), *_round_the_clock(passage), *_vague(passage), *_levels(passage)]
    taken: list[Counted] = []
    for one in sorted(found, key=lambda one: one.number):
        if not taken or one.number.start >= taken[-1].number.end:
            taken.append(one)
    return tuple(one for one in taken if not _is_in_a_name(passage, one))


def _numbers(passage: Passage) -> Iterator[Counted]:
    for value in passage.values:
        if value.span.start < passage.marker:
            continue
        one = _counted(passage.text, value)
        if one is not None and not _is_left(passage.text, one):
            yield one


def _counted(text: str, value: Value) -> Counted | None:
    if isinstance(value.meaning, Share):
        unit = read_unit(text, value.span.end)
        part, whole = value.meaning.part, value.meaning.whole
        return Counted(value.span, part, part, unit, whole) if unit else None
    if value.kind not in NUMBERS or not isinstance(value.meaning, Amount):
        return None
    amount = value.meaning
    digits = DIGITS.search(text, value.span.start, value.span.end)
    if digits is None:
        return _spelled(text, value, amount)
    number = Span(*digits.span())
    unit = read_unit(text, number.end)
    if unit is None or (unit.dimension == "count" and YEAR.fullmatch(number.of(text))):
        return None  # "2010 Law on …", "(2015 xã …": a year that nothing marks as one; counts are printed "2.010"
    return Counted(number, amount.low, amount.high, unit)


def _spelled(text: str, value: Value, amount: Amount) -> Counted | None:
    """A number in words, where it is too large to be an article or a way of speaking ("một lá phiếu", "ba tháng")."""
    if amount.low * amount.scale <= LARGEST_WORD or (unit := read_unit(text, value.span.end)) is None:
        return None
    if unit.dimension == "time":
        return None  # "hơn chín mươi năm"
    return Counted(value.span, amount.low * amount.scale, amount.high * amount.scale, unit)


def _is_left(text: str, one: Counted) -> bool:
    near = text[max(0, one.number.start - LOOKED_BACK) : one.number.start]
    behind = text[one.number.end : one.number.end + LOOKED_BACK]
    for trap, before, after in _LEAVES:
        fits = not trap.units or one.unit.dimension in trap.units
        if fits and (not trap.before or before.search(near)) and (not trap.after or after.match(behind)):
            return True
    return False


def _round_the_clock(passage: Passage) -> Iterator[Counted]:
    for match in ROUND_THE_CLOCK.finditer(passage.text):
        unit = read_unit(passage.text, match.end())
        if unit is not None:
            yield Counted(Span(*match.span()), Decimal(24), Decimal(24), unit, Decimal(24))


def _vague(passage: Passage) -> Iterator[Counted]:
    for match in VAGUE.finditer(passage.text):
        unit = read_unit(passage.text, match.end())
        if unit is None:
            continue
        scale = match["how"].split()[-1]
        if unit.dimension == "money" and scale_of(scale) > 1000:
            start = match.end() - len(scale)
            base = unit.base
            unit = Unit(Span(start, unit.span.end), f"{scale} {base}", base, scale_of(scale), "money")
        yield Counted(Span(*match.span("how")), None, None, unit)


def _levels(passage: Passage) -> Iterator[Counted]:
    """ "mức độ 3": the unit stands before the number."""
    for match in LEVEL.finditer(passage.text):
        text = passage.text
        following = text[match.end() : match.end() + 8]
        if LEVEL_AS_NAME.search(text[max(0, match.start() - 60) : match.start()]) or following.startswith(" đạt"):
            continue
        number, unit = Decimal(match["number"]), " ".join(match["unit"].split())
        place = Span(*match.span("number"))
        yield Counted(place, number, number, Unit(place, unit, unit, Decimal(1), "count"))


def _is_in_a_name(passage: Passage, one: Counted) -> bool:
    around = next((span for span in passage.quoted if span.holds(one.number)), None)
    return around is not None and len(around.of(passage.text).split()) < SHORTEST_QUOTED
