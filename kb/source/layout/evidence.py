"""What tells whether a paragraph goes on over a seam: a table of signs, asked in order.

Each sign says GOES_ON, BREAKS, or None where it knows nothing. What it may rely on (that blank lines mean something in
this document, how long a full line is) is `setting`; what the document's lists are made of is `habits`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from kb.outline.forms import DIVISIONS
from kb.outline.signs import CAPITALS, RECIPIENTS, awaits_number, ends, hangs, has_word, in_capitals, starts_small
from kb.source.layout.damaged import read_damaged, tightened
from kb.source.layout.paragraphs import number_goes_on
from kb.source.layout.seam import Seam
from kb.source.layout.setting import length_with

GOES_ON, BREAKS = True, False

WRAPPED_SHORT = 0.7  # of the usual length: headings and slogans are often set narrower than the text (.76 to .82)
LONG = 0.8  # of the usual length: a line without an end of sentence that reaches this far goes on
EARLY = 0.75  # of a full line: an end of sentence above it ends a paragraph even where no blank line shows it
IN_CAPITALS = 0.62  # of the usual length, counted in small letters, at which a line in capitals is broken

RESTS_IN_CAPITALS = 12  # characters: "… của Hội đồng" / "UBND TỈNH" goes on with a sentence, a title is longer

_ALONE = re.compile(rf"(?:Kính gửi|{RECIPIENTS})\b")
_OPENS = re.compile(r"(?:Kính thưa|Thưa|Kính chúc|Hỡi|Căn cứ|Theo đề nghị)\b|(?:Hỏi|Đáp|Trả lời|Câu hỏi)\s*:")
_GREETS = re.compile(r"(?:Kính thưa|Thưa|Hỡi)\b")
_GROUNDS = re.compile(r"(?:Căn cứ|Xét|Theo đề nghị)\b")
_COLUMNS = re.compile(r"\S[ \t]{4,}\S")
_ARTICLE_AT_END = re.compile(r"(?:Điều|[Kk]hoản|[Đđ]iểm|Mục|Chương|Phụ lục)\s+[\da-zđIVX]+$")
_NAMED_LAW = re.compile(r"(?:Luật|Bộ luật|Hiến pháp|Nghị định|Nghị quyết|Thông tư|Quyết định|Điều|Quy)\b")
_STOP_INSIDE = re.compile(rf"[.!?]”? [{CAPITALS}]")
_RANGE = re.compile(r"[-–]\s*\d")
_DASH_AND_SMALL = re.compile(r"[-–]\s+(?P<letter>[^\W\d_])")

Sign = Callable[[Seam], bool | None]


def goes_on(seam: Seam) -> bool:
    """Whether the paragraph goes on over the seam: the first sign that knows decides; where none does, it ends."""
    return next((said for sign in SIGNS if (said := sign(seam)) is not None), BREAKS)


def ruled_off(seam: Seam) -> bool | None:
    """A drawn rule ends what stands above it."""
    return BREAKS if seam.ruled else None


def columns(seam: Seam) -> bool | None:
    """A line in two columns stands for itself: "Nơi nhận:          T/M BAN CHẤP HÀNH"."""
    return BREAKS if _COLUMNS.search(seam.before.ink) or _COLUMNS.search(seam.after.ink) else None


def mid_sentence(seam: Seam) -> bool | None:
    """A small letter goes on, but under a title in capitals: "NGHỊ QUYẾT" / "về phát triển giáo dục"."""
    if not starts_small(seam.after.ink) or seam.markers:
        return None
    if in_capitals(seam.head):
        return BREAKS
    return BREAKS if seam.blank_between and ends(seam.before.ink, ".!?") else GOES_ON


def formula(seam: Seam) -> bool | None:
    """Words that open a paragraph wherever they are met after an end, and those whose paragraph a comma may end.

    "Kính thưa các vị đại biểu," / "Kính thưa đồng bào!"; "Căn cứ Luật …;" / "Sở trình"; "Hỏi: …?" / "Trả lời: …".
    """
    after, before = seam.after.ink, seam.before.ink
    if _ALONE.match(after) or (_OPENS.match(after) and (seam.in_front or ends(before, ",.!?:;)"))):
        return BREAKS
    if starts_small(after):
        return None
    return BREAKS if (_GREETS.match(seam.head) and ends(before, ",!:")) or _is_ground(seam) else None


def bracketed(seam: Seam) -> bool | None:
    """A bracket that is a paragraph ends with it: "(Ban hành kèm theo Quyết định …)" / "Chương I"."""
    whole = seam.head.startswith("(") and seam.before.ink.endswith(")") and not seam.open
    return BREAKS if whole and not starts_small(seam.after.ink) else None


def open_quotation(seam: Seam) -> bool | None:
    """What is opened is closed in the same paragraph, unless a line ends early, or a law's whole article is quoted."""
    if not seam.open:
        return None
    ended = ends(seam.before.ink, ".!?;:") or (seam.heading and seam.head[0] in '“"')
    if (ended and (seam.markers or not seam.full)) or seam.blank_between:
        return None
    return GOES_ON


def blank_line(seam: Seam) -> bool | None:
    """Where blank lines stand between paragraphs only, they decide, and so does their absence."""
    if not seam.setting.gaps_show or seam.parted:
        return None
    return BREAKS if seam.blank_between else _unmarked(seam)


def indent(seam: Seam) -> bool | None:
    """Where first lines are indented, a line that is not goes on; a second centred line in capitals is undecided."""
    if not seam.setting.indents_show or seam.parted:
        return None
    if seam.after.indent <= seam.setting.left + 1:
        return _unmarked(seam)
    centred = in_capitals(seam.head) and in_capitals(seam.after.ink) and not seam.markers
    return None if centred else BREAKS


def reference(seam: Seam) -> bool | None:
    """The law behind an article, the letters behind a number: "Điều 32" / "Thông tư số 02", "258/QĐ-" / "TTg"."""
    named = _ARTICLE_AT_END.search(seam.before.ink) and _NAMED_LAW.match(seam.after.ink) and not seam.markers
    return GOES_ON if named or number_goes_on(seam.before, seam.after) else None


def number_awaited(seam: Seam) -> bool | None:
    """A number that was still to come: "ngày" / "20/12/2016 của Tỉnh ủy", "trong quý" / "III. Đồng chí"."""
    if not awaits_number(seam.before.ink, seam.after.ink):
        return None
    begins = seam.comes_next or any(marker.path[-1:] == (1,) for marker in seam.markers)
    return None if seam.markers and (begins or not seam.full) else GOES_ON


def capitals(seam: Seam) -> bool | None:
    """Capitals and small letters do not share a paragraph; two lines of capitals do when the first one is full."""
    before, after = in_capitals(seam.head), in_capitals(seam.after.ink)
    if not before and not after:
        return None
    full = seam.words_length >= IN_CAPITALS * seam.setting.usual
    if not has_word(seam.after.ink):
        return GOES_ON if full and not seam.markers else None
    if before != after:
        short = len(seam.after.ink) < RESTS_IN_CAPITALS
        running = after and short and seam.full and not seam.in_front and not ends(seam.before.ink)
        return GOES_ON if running else BREAKS
    return GOES_ON if not seam.markers and (full or hangs(seam.before.ink)) else BREAKS


def marker(seam: Seam) -> bool | None:
    """A marker begins a paragraph, but not in the middle of a sentence."""
    if not seam.markers:
        return None
    ink = tightened(seam.after.ink)
    if any(each.form.order <= DIVISIONS and not each.has_title(ink) for each in seam.markers):
        return BREAKS  # "Chương I" alone on its line
    if ends(seam.before.ink):
        return BREAKS
    # "huy động trẻ 3" / "- 5 tuổi đến trường" is a range. Met in the outline, line 577.
    if seam.before.ink[-1:].isdigit() and _RANGE.match(ink):
        return GOES_ON
    # "phát triển kinh tế" / "- xã hội năm 2020!": the items of a list begin with a capital, or after a colon.
    dash = _DASH_AND_SMALL.match(ink)
    if dash and dash["letter"].islower():
        return GOES_ON if seam.reaches(WRAPPED_SHORT) else BREAKS
    return BREAKS if seam.heading or not seam.full or seam.comes_next else GOES_ON


def heading(seam: Seam) -> bool | None:
    """A heading ends with its line. One that fills it is a heading where its neighbours in the list are."""
    if not seam.heading:
        return None
    if _is_rest(seam) or hangs(seam.before.ink) or (seam.full and seam.after.ink[0].isdigit()):
        return GOES_ON
    labelled = seam.before.ink.endswith(":")
    neighbours = seam.neighbours(labelled=labelled)
    if neighbours == "item" and seam.reaches(WRAPPED_SHORT) and not ends(seam.before.ink):
        return GOES_ON
    if not seam.full or seam.drafted or neighbours == "heading":
        return BREAKS
    return GOES_ON if not labelled or neighbours == "label" else BREAKS


def same_opening(seam: Seam) -> bool | None:
    """A line that opens like the paragraph before it opens another: "Căn cứ Luật …;" / "Căn cứ Nghị định …;"."""
    alike = seam.head.split(maxsplit=2)[:2] == seam.after.ink.split(maxsplit=2)[:2]
    return BREAKS if alike and ends(seam.before.ink, ";,:!.") else None


def front(seam: Seam) -> bool | None:
    """Above the first section a line stands for itself, unless a long one without an end goes on.

    "(Kèm theo Công văn …)" stands for itself whatever its length; "(15/8/1946 - 15/8/2021)" belongs to the title.
    """
    if not seam.in_front or ends(seam.before.ink) or _GREETS.match(seam.head) or _GROUNDS.match(seam.head):
        return None
    if re.match(r"\(\D", seam.after.ink):
        return BREAKS
    if hangs(seam.before.ink):
        return GOES_ON
    if seam.words_length < WRAPPED_SHORT * seam.setting.usual:
        return BREAKS
    new = seam.after.ink[0].isalpha() and not seam.before.ink.endswith(",") and _is_sentence(seam)
    return BREAKS if new else GOES_ON


def sentence(seam: Seam) -> bool | None:
    """After an end of sentence a full line may go on, a short one does not; without one a long line goes on."""
    if ends(seam.before.ink):
        return GOES_ON if seam.full else BREAKS
    return GOES_ON if hangs(seam.before.ink) or seam.reaches(LONG) else BREAKS


SIGNS: tuple[Sign, ...] = (
    ruled_off,
    columns,
    mid_sentence,
    formula,
    bracketed,
    open_quotation,
    blank_line,
    indent,
    reference,
    number_awaited,
    capitals,
    marker,
    heading,
    same_opening,
    front,
    sentence,
)


def _is_ground(seam: Seam) -> bool:
    """Whether the paragraph so far is one of the grounds of a decision: "Căn cứ Luật …;"."""
    return _GROUNDS.match(seam.head) is not None and ends(seam.before.ink, ";:")


def _unmarked(seam: Seam) -> bool | None:
    """No white space shows a new paragraph where it should: it goes on, unless the words speak against it plainly."""
    if in_capitals(seam.head) or in_capitals(seam.after.ink):
        return None
    if seam.markers and (ends(seam.before.ink) or not seam.full):
        return None
    early = seam.length < EARLY * seam.setting.full
    return None if early and (ends(seam.before.ink) or seam.in_front) else GOES_ON


def _is_sentence(seam: Seam) -> bool:
    """Whether the next line begins running text: an end of sentence comes before a short line, capitals or a marker."""
    for line, under in pairwise((seam.after, *seam.below)):
        if ends(line.ink, ".;") or _STOP_INSIDE.search(line.ink):
            return True
        short = length_with(line, under) < LONG * seam.setting.usual
        if short or _OPENS.match(under.ink) or read_damaged(under.ink) or in_capitals(under.ink):
            return False
    return False


def _is_rest(seam: Seam) -> bool:
    """Whether the next line is the short rest of a heading: "… về xây dựng" / "Đảng", "… Hồ" / "Chí Minh!"."""
    rest = seam.after.ink
    if not seam.reaches(WRAPPED_SHORT) or ends(seam.before.ink) or ends(rest, ".;:"):
        return False
    if not seam.below:
        return len(rest) < LONG * seam.setting.usual
    under = seam.below[0]
    if length_with(seam.after, under) >= LONG * seam.setting.usual:
        return False
    return not starts_small(under.ink) or bool(read_damaged(under.ink))
