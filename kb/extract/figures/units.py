"""What a number counts: a unit of measure, or the noun phrase right behind it.

Owns the table of units and the words that end a counted noun phrase. Whether the number counts at all is `numbers`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from kb.model import Span
from kb.vietnamese.syllables import is_syllable
from kb.vietnamese.words import segment

Dimension = Literal["percent", "points", "money", "goods", "time", "age", "times", "degree", "count"]

SCALES = {
    "chục": Decimal(10),
    "trăm": Decimal(100),
    "nghìn": Decimal(1000),
    "ngàn": Decimal(1000),
    "vạn": Decimal(10_000),
    "triệu": Decimal(1_000_000),
    "tỷ": Decimal(1_000_000_000),
    "tỉ": Decimal(1_000_000_000),
}
SCALE = r"(?:trăm|chục|nghìn|ngàn|vạn|triệu|tỷ|tỉ)"


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit of measure: how it is written behind the number (and its scale words), with an example and one it leaves.

    `goods`: what is measured may follow ("4.150 tấn lương thực").
    """

    dimension: Dimension
    pattern: str
    takes: str
    leaves: str
    goods: bool = False


MEASURES = (
    Measure("points", r"điểm (?:phần trăm|%)|điểm(?= so )", takes="điểm phần trăm", leaves="điểm trường"),
    Measure("percent", r"%|‰|phần trăm|phần nghìn", takes="%", leaves="phần quà"),
    Measure(
        "money",
        # "07 đồng chí" counts comrades, "12.000 đồng bào" countrymen.
        r"đồng(?! (?:chí|bào|đội|nghiệp|hương|minh|dạng|tác|hồ|cỏ|ruộng|phục|thuế))|VNĐ|VND|đ(?=[/\s,;.)]|$)"
        r"|USD|đô la(?: Mỹ)?|đô-la(?: Mỹ)?|Euro|EUR|Nhân dân tệ|NDT|yên Nhật",
        takes="đồng",
        leaves="đồng chí",
    ),
    Measure("times", r"lần(?! thứ)", takes="lần so với năm 2015", leaves="lần thứ năm"),
    Measure("age", r"tháng tuổi|tuổi(?! (?:Đảng|đảng|nghề|quân|đời))", takes="tuổi trở lên", leaves="tuổi Đảng"),
    Measure(
        "time",
        # "30 năm Ngày thành lập" is an anniversary: `numbers` leaves it before it comes here.
        r"(?:giờ|phút|giây|ngày(?: làm việc| lễ)?(?! công)|tuần|tháng|quý|năm|thập kỷ|thập niên|thế kỷ)(?!\w)|h(?!\w)",
        takes="ngày làm việc",
        leaves="ngày công",
    ),
    Measure("degree", r"°C|độ C|độ Richter", takes="độ C", leaves="độ tuổi"),
    Measure(
        "goods",
        r"km2|km²|km/h|km|m2|m²|m3|m³|cm|mm|mét vuông|mét khối|mét|m(?!\w)|héc-ta|hecta|héc ta|hécta|ha|ki-lô-mét"
        r"|kilômét|tấn|tạ|kg|ki-lô-gam|kilôgam|gam|lít|MWp|MW|kWh|KWh|kW|KW|KVA|kVA|GHz|MHz|kHz|Hz|GB|TB"
        r"|Mbps|sào|dặm|hải lý",
        takes="km đường",
        leaves="kma",
        goods=True,
    ),
)
_MEASURES = tuple((measure, re.compile(rf"\s?(?:{measure.pattern})(?!\w)")) for measure in MEASURES)
_SCALED = re.compile(rf"(?:\s+{SCALE}(?!\w))+")
_PER = re.compile(r"\s?/\s?(?:\d+ ?)?(?:[^\W\d_]{1,8}\d?(?: (?:dân|đầu người|nhân khẩu|lao động))?)(?!\w)")

# Words that begin no counted noun phrase and end one: what is said of the things, not the things.
_STOPS = """
    ta mình lúc sao bấy thời
    được bị đạt đã đang sẽ có là cho của và với trong ngoài trên dưới tại ở về từ đến tới theo do vì để mà nào
    này đó ấy kia khác so tăng giảm chiếm gồm bao_gồm bằng như hoặc hay cùng qua nay trở_lên trở_xuống trở mỗi
    hằng hàng vào ra lên xuống còn cũng không chưa phải đều thì nhằm thuộc nơi khi sau trước giữa nhưng nhất nhì
    tham_gia tham_dự dự nhận giành dạy đi đứng học làm thi thực_hiện triển_khai hoàn_thành đăng_ký vi_phạm
    xảy_ra ban_hành công_bố phục_vụ tiêu_biểu xuất_sắc điển_hình liên_quan một hai ba bốn năm sáu bảy tám chín
    mười vẫn lại rồi nữa qua_đời hy_sinh mất bầu trúng_cử giới_thiệu trúng ứng_cử tiếp_nhận hỗ_trợ đóng_góp
    ủng_hộ đạt_chuẩn hưởng nêu gửi trao tặng thu chi vượt tương_đương tương_ứng nhằm thông_qua bởi các những mọi
    từng hơn gần khoảng trị_giá đóng bỏ gọi ghi xếp đặt gắn ứng với_tổng tổng nói chung_tay góp_phần cụ_thể khỏi
    khỏi_bệnh đồng_thời riêng nhất_là hiện hiện_nay hiện_có cùng_với ngay tuy song bên_cạnh ngoài_ra trong_đó
    so_với vừa mới chỉ rất nhiều ít đủ thêm bình_quân trung_bình tối_thiểu tối_đa ít_nhất nhận_được đã_được
    tổ_chức sử_dụng áp_dụng giải_quyết xử_lý phát_hiện đầu_tư huy_động kết_nạp cấp_phép duy_trì hoạt_động
    đánh_giá kiểm_tra đề_ra đề_nghị nghiệm_thu nên phải_đi đấy ạ
"""
STOPS = frozenset(_STOPS.split())
# "giải nhất", "trường mầm non": words of STOPS that do belong to the noun they follow.
TOGETHER = re.compile(
    r"giải (?:nhất|nhì|ba|tư|khuyến khích|đặc biệt)|bậc học|tổ hợp tác|đơn vị bầu cử|khu vực bỏ phiếu|hộ thoát nghèo"
    r"|(?:cuộc|hội|bài|lượt) thi|bài dự thi|(?:phòng|lớp|buổi|trường|khóa) học|(?:nhà|đất) ở"
    r"|lượt (?:hộ nghèo|hộ|người|nam|nữ|khám)",
    re.IGNORECASE,
)
LONGEST_COUNTED = 4  # words
LOOKED_AT = 90  # characters behind a number
_ENDS_PHRASE = re.compile(r"[^\w\s/.&-]|\d|\n|\.(?!\w)")
_PLACES = r"(?:xã|phường|thị trấn|huyện|thị xã|thành phố|quận|thôn|bản|ấp|khối|xóm|tổ dân phố|sở|ban|ngành|đoàn thể)"
_PLACE_LIST = re.compile(rf"{_PLACES}(?:(?:, |/| và ){_PLACES})+(?!\w)")


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number counts. `text` is as printed with its scale words on one line, `span` the same in the paragraph;
    `base` leaves the scale words out."""

    span: Span
    text: str
    base: str
    scale: Decimal
    dimension: Dimension

    @property
    def head(self) -> str:
        """The first two words of what is counted, in small letters: "huy" of "Huy chương Vàng" is not enough."""
        return " ".join(self.base.casefold().split()[:2])


def read_unit(text: str, place: int) -> Unit | None:
    """The unit that begins at a place, right behind a number; None where nothing is counted or measured.

    >>> [read_unit(" " + words, 0).text for words in ("tỷ đồng, tăng", "hộ nghèo đứng chủ", "m2 đất", "%/năm")]
    ['tỷ đồng', 'hộ nghèo', 'm2 đất', '%/năm']
    """
    scaled = _SCALED.match(text, place)
    at = scaled.end() if scaled else place
    measured = _measured(text, at)
    if measured is not None:
        dimension, end = measured
    elif (counted := counted_end(text, at)) is not None:
        dimension, end = "count", counted
    else:
        return None
    if (per := _PER.match(text, end)) is not None and not per[0].lstrip("/ ").isdigit():
        end = per.end()
    start = place + len(text[place:end]) - len(text[place:end].lstrip())
    base = " ".join(text[at:end].split())
    whole = " ".join(text[start:end].split())
    return Unit(Span(start, end), whole, base, scale_of(scaled[0] if scaled else ""), dimension)


def scale_of(words: str) -> Decimal:
    """What scale words multiply by: 1 for none.

    >>> scale_of("nghìn tỷ"), scale_of("")
    (Decimal('1000000000000'), Decimal('1'))
    """
    product = Decimal(1)
    for word in words.split():
        product *= SCALES[word]
    return product


def _measured(text: str, place: int) -> tuple[Dimension, int] | None:
    for measure, pattern in _MEASURES:
        if (match := pattern.match(text, place)) is not None:
            end = match.end()
            return measure.dimension, _goods_end(text, end) if measure.goods else end
    return None


def _goods_end(text: str, place: int) -> int:
    """The end of one word of goods behind a measure: "tấn lương thực", not "tấn vải, mận"."""
    if text[place : place + 1] != " ":
        return place
    words = list(_plain_words(text, place))
    return words[0].end if words and words[0].of(text).islower() else place


def counted_end(text: str, place: int) -> int | None:
    """Where the noun phrase that begins at a place ends; None where none begins."""
    if text[place : place + 1] != " ":
        return None
    if (places := _PLACE_LIST.match(text, place + 1)) is not None:
        return places.end()
    together = TOGETHER.match(text, place + 1)
    end = together.end() if together else None
    for number, word in enumerate(_plain_words(text, together.end() if together else place)):
        if number >= LONGEST_COUNTED - (1 if together else 0):
            break
        # "Huy chương Vàng" counts; in "đại biểu Hội đồng nhân dân" a name begins that is not counted.
        if number and word.of(text)[0].isupper() and not text[place + 1].isupper():
            break
        end = word.end
    return end


def _plain_words(text: str, place: int) -> Iterator[Span]:
    """The words from a place on, up to a mark, a number or a word that ends a noun phrase."""
    limit = min(len(text), place + LOOKED_AT)
    stop = _ENDS_PHRASE.search(text, place + 1, limit)
    stretch = text[place : stop.start() if stop else limit]
    for pieces in segment(stretch):
        word = Span(pieces[0].start, pieces[-1].end)
        syllables = word.of(stretch).casefold().split()
        first = word.start <= len(stretch) - len(stretch.lstrip())
        if "_".join(syllables) in (STOPS - NOUNS if first else STOPS) or syllables[0] in _ALWAYS:
            return
        # "clause 2 of this Article": a text in another language counts nothing here; "TTHC" and "F1" do count.
        foreign = first and syllables[0] == word.of(stretch) and not is_syllable(syllables[0])
        if foreign or not word.of(stretch)[0].isalpha():
            return
        if first and word.of(stretch)[0].isupper() and not _COUNTED_NAMES.match(word.of(stretch)):
            return
        if (name := _NAME_INSIDE.search(word.of(stretch))) and word.of(stretch)[0].islower():
            yield Span(word.start, word.start + name.start()).moved(place)  # "huyện Nậm Lay", one word to the segmenter
            return
        yield word.moved(place)


# A counted noun phrase begins small, or with a name that is given out, issued or abbreviated ("281 TTHC").
_COUNTED_NAMES = re.compile(
    r"[A-ZĐ]{2,}\b|(?:Huân|Huy|Bằng|Cờ|Giấy|Kỷ|Phó|Anh|Bà|Mẹ|Chiến|Nghị|Quyết|Chỉ|Thông|Luật|Đảng|Ủy|Giải|Danh|Nhà|Đại"
    r"|Thầy|Nghệ|Di|Khu|Tổ|Trung|Ban|Hội|Chi|Sở|Bộ|Đoàn|Kế|Chương|Đề|Hợp|Doanh|Tập|Cá|Gia|Xã|Huyện|Tỉnh)\b"
)
NOUNS = frozenset({"tổ_chức", "hoạt_động", "đóng_góp", "một_cửa", "thông_báo"})
"""Words of STOPS that a counted noun phrase may begin with: "612 tổ chức cơ sở đảng"."""
_NAME_INSIDE = re.compile(r"(?<=\S)\s+(?=[A-ZĐ])")
_FUNCTION_WORDS = "được bị đã đang sẽ có là cho của và với trong tại ở về từ đến theo do để các những"
_ALWAYS = frozenset(_FUNCTION_WORDS.split())
