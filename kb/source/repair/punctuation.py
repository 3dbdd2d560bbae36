"""Spaces around punctuation that are missing, or too many.

Owns what stands between words; quotation marks that do not fit their partner are `quotes`. Dotted lines of forms
("ngày ... tháng ... năm ...") and ellipses before a small letter are the author's and stay, and so does what only
looks like a sentence's end: web addresses, initials, codes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.model import Span
from kb.source.edits import Edit
from kb.vietnamese.syllables import is_syllable

_LETTERS = [chr(code) for code in (*range(0x250), *range(0x1E00, 0x1F00))]
_CAPITAL = "".join(letter for letter in _LETTERS if letter.isupper())
_SMALL = "".join(letter for letter in _LETTERS if letter.islower())
_LETTER = f"[{_CAPITAL}{_SMALL}]"
_LEFT = rf"(?<!\w)(?P<left>{_LETTER}{{2,}})"
_RIGHT = rf"(?=(?P<right>{_LETTER}{{2,}})(?!\w))"
_CENTURY = "(?:18|19|20)"


@dataclass(frozen=True, slots=True)
class Spacing:
    """A place between words where the space is wrong.

    `where` finds it: its group `gap` is what `after` replaces; what its groups `left` and `right` find, where it has
    them, must be Vietnamese syllables.
    """

    rule: str
    where: re.Pattern[str]
    after: str
    takes: str
    leaves: str

    def edits(self, text: str) -> Iterator[Edit]:
        """The repairs of one paragraph, in order."""
        for match in self.where.finditer(text):
            words = match.groupdict()
            if all(is_syllable(words[side]) for side in ("left", "right") if side in words):
                yield Edit(Span(*match.span("gap")), self.after, self.rule)


SPACINGS = (
    Spacing(
        "space_before_punct",
        re.compile(
            # No ratio "3 : 1" and no product "W/(m2 . MHz)".
            r"(?<=[\w%)\]”’\"…])(?!(?<=\d) +: *\d|(?<=[a-z]\d) +\. )(?P<gap> +)"
            r"(?=[,;](?!\d)|[!?)\]”](?!\w)|[.:](?![.\w]))"
        ),
        "",
        takes="nông thôn , hộ nghèo",
        leaves="tỷ lệ 3 : 1, W/(m2 . MHz), ngày ... tháng",
    ),
    # Two years with a space on one side only of what joins them: outline, line 947, "giai đoạn 2017- 2019".
    Spacing(
        "hyphen_space",
        re.compile(rf"(?<={_CENTURY}\d\d)(?P<gap>- | -)(?={_CENTURY}\d\d(?!\d))"),
        " - ",
        takes="2017- 2019",
        leaves="2017-2019, 9300- 9800 MHz",
    ),
    Spacing(
        "missing_space",
        re.compile(rf"{_LEFT}[,;](?P<gap>)(?={_LETTER}{{2}})"),
        " ",
        takes="tập thể,các đơn vị",
        leaves="chiến trường A,B,C",
    ),
    Spacing(
        "missing_space",
        re.compile(rf"(?<=\w[\w)”])[,;](?P<gap>){_RIGHT}"),
        " ",
        takes="Luật số 62/2025/QH15;Căn cứ Luật",
        leaves="2,4-D",
    ),
    Spacing(
        "missing_space",
        re.compile(rf"{_LEFT}[:!?](?P<gap>){_RIGHT}"),
        " ",
        takes="Nêu rõ lý do:Trường hợp",
        leaves="mailto:ubnd",
    ),
    Spacing(
        "missing_space",
        re.compile(rf"(?<=\w)\)(?P<gap>){_RIGHT}"),
        " ",
        takes="a)Chủ trì, phối hợp",
        leaves="k(ə)r, (a)",
    ),
    Spacing(
        "missing_space",
        re.compile(rf"{_LEFT}(?P<gap>)(?=\({_LETTER}{{2}})"),
        " ",
        takes="KHOẢN VAY(Kèm theo Nghị định",
        leaves="Cu(H2O)6, đồng(I)",
    ),
    # Outline, line 554: "”,“Đổi mới".
    Spacing(
        "missing_space", re.compile("[,;](?P<gap>)(?=“)"), " ", takes="“Dạy tốt”,“Học tốt”", leaves="“Dạy tốt”, “Học"
    ),
    Spacing(
        "missing_space",
        re.compile(rf"(?<=\w[\w.!?…])”(?P<gap>){_RIGHT}"),
        " ",
        takes="“Đổi mới”gắn với",
        leaves="văn bản ”ý kiến”; H”Mông",
    ),
    Spacing(
        "missing_space", re.compile(rf"{_LEFT}(?P<gap>)(?=“\w)"), " ", takes="phong trào“Dạy tốt", leaves="HAUS“ -"
    ),
    # Outline, line 692: "toàn quốc...Hệ thống". Before a small letter dots are a blank to fill in: "ngày...tháng...".
    Spacing(
        "missing_space",
        re.compile(rf"(?<={_LETTER})(?:\.{{3,4}}|…)(?P<gap>)(?=[{_CAPITAL}][{_SMALL}])"),
        " ",
        takes="khu dân cư....Thể dục",
        leaves="Điện thoại......Fax; ngày...tháng",
    ),
    Spacing(
        "missing_space",
        re.compile(rf"(?<!\w)(?P<left>[{_SMALL}]{{2,}})\.(?P<gap>)(?=(?P<right>[{_CAPITAL}][{_SMALL}]+)(?![\w.]))"),
        " ",
        takes="đời sống.Nhân dân",
        leaves="chinhphu.Vn, hành khách.km, TP.Huế",
    ),
    # Columns of a letterhead: "TỈNH ỦY SÔNG VÂN          ĐẢNG CỘNG SẢN VIỆT NAM".
    Spacing(
        "column_gap", re.compile(r"(?<=\S)(?P<gap> *\t[ \t]*| {4,})(?=\S)"), " ", takes="Số 09\tSông Vân", leaves="a  b"
    ),
    Spacing("double_space", re.compile(r"(?<=\S)(?P<gap> {2,3})(?=\S)"), " ", takes="cách  mạng", leaves="cách mạng"),
)
