"""The provinces and cities under the central government, by the names they have had since 1975.

A closed list of the country, not of a collection: a question that names one of them is about that one, so that an
answer about another is none. They are the 63 of 2008 to 2025, among which are the names of the 34 since July 2025, and
the names of the years when provinces were merged. Huế alone is left out: one syllable is told by its capital only.
"""

from __future__ import annotations

from functools import cache

from kb.vietnamese.syllables import folded_key, key

PROVINCES = (
    "An Giang, Bà Rịa, Bạc Liêu, Bắc Giang, Bắc Kạn, Bắc Cạn, Bắc Ninh, Bến Tre, Bình Dương, Bình Định, Bình Phước, "
    "Bình Thuận, Cà Mau, Cao Bằng, Cần Thơ, Đà Nẵng, Đắk Lắk, Đắc Lắc, Đắk Nông, Đắc Nông, Điện Biên, Đồng Nai, "
    "Đồng Tháp, Gia Lai, Hà Giang, Hà Nam, Hà Nội, Hà Tĩnh, Hải Dương, Hải Phòng, Hậu Giang, Hòa Bình, Hưng Yên, "
    "Khánh Hòa, Kiên Giang, Kon Tum, Lai Châu, Lạng Sơn, Lào Cai, Lâm Đồng, Long An, Nam Định, Nghệ An, Ninh Bình, "
    "Ninh Thuận, Phú Thọ, Phú Yên, Quảng Bình, Quảng Nam, Quảng Ngãi, Quảng Ninh, Quảng Trị, Sóc Trăng, Sơn La, "
    "Tây Ninh, Thái Bình, Thái Nguyên, Thanh Hóa, Thừa Thiên, Thừa Thiên Huế, Tiền Giang, Trà Vinh, Tuyên Quang, "
    "Vĩnh Long, Vĩnh Phúc, Vũng Tàu, Yên Bái, "
    "Bắc Thái, Cao Lạng, Cửu Long, Gia Lai Kon Tum, Hà Bắc, Hà Nam Ninh, Hà Sơn Bình, Hà Tây, Hà Tuyên, Hải Hưng, "
    "Hoàng Liên Sơn, Minh Hải, Nam Hà, Nghệ Tĩnh, Nghĩa Bình, Phú Khánh, Quảng Nam Đà Nẵng, Sông Bé, Thuận Hải, "
    "Vĩnh Phú, Bình Trị Thiên, Sài Gòn, Thành phố Hồ Chí Minh, TP Hồ Chí Minh"
)

CUES = ("tỉnh", "thành phố", "tp")
"""What stands before the name of one."""

ALSO_WORDS = ("Hòa Bình", "Sông Bé", "Bình Định", "Hải Hưng", "Minh Hải", "Nam Hà")
"""Names that are written like other words or people when letters are small: known after a cue only."""


@cache
def province_names(*, marked: bool) -> dict[tuple[str, ...], bool]:
    """The names as keys of their syllables, with marks or folded -> whether the name needs a cue before it.

    >>> province_names(marked=False)["thai", "nguyen"], province_names(marked=True)["hoa2", "binh2"]
    (False, True)
    """
    as_key = key if marked else folded_key
    names = [name.split() for name in PROVINCES.split(", ")]
    return {tuple(map(as_key, name)): " ".join(name) in ALSO_WORDS for name in names}
