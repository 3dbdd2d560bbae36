"""Which printed lines make one paragraph.

A seam lies between two lines. `SIGNS` are asked in order whether the paragraph goes on over it; the first that knows
decides. What a sign may rely on (that blank lines mean something here, how long a full line is) is `setting`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kb.outline.markers import Marker, read_markers
from kb.outline.signs import CAPITALS, awaits_number, ends, hangs, has_word, in_capitals, starts_small, unclosed
from kb.source.layout.habits import NO_HABITS, Habits, Paragraph, habits_of, is_heading
from kb.source.layout.lines import PrintedLine
from kb.source.layout.setting import Setting, blanks, length_with

GOES_ON, BREAKS = True, False
WRAPPED_SHORT = 0.7  # of the usual length: headings and slogans are often set narrower than the text (.76 to .82)
LONG = 0.8  # of the usual length: a line without an end of sentence that reaches this far goes on
DIVISIONS = 50  # the highest order of a marker that divides a law: see kb.outline.markers
FORESIGHT = 8  # lines that are looked at below a seam
IN_CAPITALS = 0.62  # of the usual length, counted in small letters, at which a line in capitals is broken
_OPENS = re.compile(r"(?:Kính thưa|Thưa|Kính chúc|Hỡi)\b|(?:Hỏi|Đáp|Trả lời|Câu hỏi)\s*:")
_CLOSES = re.compile(r"(?:Kính thưa|Thưa|Hỡi|Căn cứ|Xét|Theo đề nghị)\b")
_STOP_INSIDE = re.compile(rf"[.!?]”? [{CAPITALS}]")
_COLUMNS = re.compile(r"\S[ \t]{4,}\S")


@dataclass(frozen=True, slots=True)
class Seam:
    """The place between two lines with ink, and what stands around it.

    `below` are the lines below `after`. `parted`: a page begins or furniture stands between, so that white space tells nothing. `ruled`: a rule is drawn
    between. `in_front`: still above the first section and the first sentence of the document.
    """

    paragraph: Paragraph
    after: PrintedLine
    below: Sequence[PrintedLine]
    parted: bool
    ruled: bool
    in_front: bool
    setting: Setting
    habits: Habits

    @property
    def before(self) -> PrintedLine:
        return self.paragraph.lines[-1]

    @property
    def so_far(self) -> str:
        return self.paragraph.text

    @property
    def beyond(self) -> PrintedLine | None:
        return self.below[0] if self.below else None

    @property
    def markers(self) -> tuple[Marker, ...]:
        """The readings of the marker on the next line, also of one that a quotation begins with ("“Điều 7. …")."""
        return read_markers(self.after.ink.lstrip("“\""))

    @property
    def length(self) -> int:
        return length_with(self.before, self.after)

    @property
    def words_length(self) -> int:
        """The same without the indent, for lines that are centred."""
        return self.length - self.before.indent

    @property
    def full(self) -> bool:
        return self.length >= self.setting.full

    @property
    def heading(self) -> bool:
        """Whether the paragraph so far looks like a heading: marked, without an end and without a label's text."""
        return is_heading(self.so_far)

    @property
    def comes_next(self) -> bool:
        """Whether the next line's marker follows the one that the paragraph began with."""
        return any(
            one.style == other.style and one.path[:-1] == other.path[:-1] and one.path[-1] == other.path[-1] + 1
            for one in self.markers
            for other in read_markers(self.so_far)
            if one.path and other.path
        )


def unwrap(
    lines: Sequence[PrintedLine], setting: Setting, *, parted: frozenset[int], ruled: frozenset[int]
) -> tuple[Paragraph, ...]:
    """The paragraphs of the lines with ink, furniture left out.

    `parted` are the lines with a page's start or furniture above them, `ruled` those with a drawn rule above them. The
    lines are gone through twice: what the plain cases say of a document's lists helps with those that are not plain.
    """
    draft = _joined(lines, setting, parted, ruled, NO_HABITS)
    return _joined(lines, setting, parted, ruled, habits_of(draft, setting))


def _joined(
    lines: Sequence[PrintedLine], setting: Setting, parted: frozenset[int], ruled: frozenset[int], habits: Habits
) -> tuple[Paragraph, ...]:
    paragraphs: list[Paragraph] = []
    current: list[PrintedLine] = []
    in_front = True
    for place, line in enumerate(lines):
        if current:
            so_far = Paragraph(tuple(current))
            below = lines[place + 1 : place + 1 + FORESIGHT]
            seam = Seam(so_far, line, below, line.number in parted, line.number in ruled, in_front, setting, habits)
            if goes_on(seam):
                current.append(line)
                continue
            paragraphs.append(so_far)
            in_front = in_front and not read_markers(so_far.text) and not ends(so_far.text, ".;!,?")
        current = [line]
    return (*paragraphs, Paragraph(tuple(current))) if current else ()


def goes_on(seam: Seam) -> bool:
    """Whether the paragraph goes on over the seam: the first sign that knows decides; where none does, it ends."""
    return next((said for sign in SIGNS if (said := sign(seam)) is not None), BREAKS)


def _ruled_off(seam: Seam) -> bool | None:
    return BREAKS if seam.ruled else None


def _columns(seam: Seam) -> bool | None:
    """"Nơi nhận:          T/M BAN CHẤP HÀNH": a line in two columns stands for itself."""
    return BREAKS if _COLUMNS.search(seam.before.ink) or _COLUMNS.search(seam.after.ink) else None


def _mid_sentence(seam: Seam) -> bool | None:
    """A small letter goes on, but under a title in capitals: "NGHỊ QUYẾT" / "về phát triển giáo dục"."""
    if not starts_small(seam.after.ink) or seam.markers:
        return None
    if in_capitals(seam.so_far):
        return BREAKS
    apart = seam.setting.gaps_show and not seam.parted and blanks(seam.before, seam.after) > seam.setting.gap
    return BREAKS if apart and ends(seam.before.ink, ".!?") else GOES_ON


def _open_quotation(seam: Seam) -> bool | None:
    """What is opened is closed in the same paragraph, unless a line ends early with an end of sentence."""
    if not unclosed(seam.so_far):
        return None
    article = seam.heading and seam.so_far[0] in "“\""
    ended = ends(seam.before.ink, ".!?;:") or article
    if (seam.markers and ended) or (ended and not seam.full) or _blank_between(seam):
        return None
    return GOES_ON


def _blank_line(seam: Seam) -> bool | None:
    """Where blank lines stand between paragraphs only, they decide, and so does their absence."""
    if not seam.setting.gaps_show or seam.parted:
        return None
    if _blank_between(seam):
        return BREAKS
    return _tight(seam)


def _indent(seam: Seam) -> bool | None:
    """Where first lines are indented, a line that is not goes on."""
    if not seam.setting.indents_show or seam.parted:
        return None
    if seam.after.indent > seam.setting.left + 1:
        centred = in_capitals(seam.so_far) and in_capitals(seam.after.ink) and not seam.markers
        return None if centred else BREAKS
    return _tight(seam)


def _tight(seam: Seam) -> bool | None:
    """No sign of a new paragraph where there should be one: it goes on, unless the words speak against it plainly."""
    if in_capitals(seam.so_far) or in_capitals(seam.after.ink):
        return None
    if seam.markers and (ends(seam.before.ink) or not seam.full):
        return None
    early = seam.length < 0.75 * seam.setting.full
    return None if early and (ends(seam.before.ink) or seam.in_front) else GOES_ON


def _capitals(seam: Seam) -> bool | None:
    """Capitals and small letters do not share a paragraph; two lines of capitals do when the first one is full."""
    before, after = in_capitals(seam.so_far), in_capitals(seam.after.ink)
    if not before and not after:
        return None
    if not has_word(seam.after.ink):
        return None if seam.markers or seam.words_length < IN_CAPITALS * seam.setting.usual else GOES_ON
    if before != after:
        # "… của Hội đồng" / "UBND TỈNH": capitals that only go on with a sentence are few.
        running = after and not seam.in_front and not ends(seam.before.ink) and seam.full and len(seam.after.ink) < 12
        return GOES_ON if running else BREAKS
    if seam.markers:
        return BREAKS
    return GOES_ON if seam.words_length >= IN_CAPITALS * seam.setting.usual or hangs(seam.before.ink) else BREAKS


def _marker(seam: Seam) -> bool | None:
    """A marker begins a paragraph, but not in the middle of a sentence."""
    if not seam.markers:
        return None
    if any(marker.form.order <= DIVISIONS and not marker.has_title(seam.after.ink) for marker in seam.markers):
        return BREAKS  # "Chương I" alone on its line
    if ends(seam.before.ink):
        return BREAKS
    # "huy động trẻ 3" / "- 5 tuổi đến trường" is a range. Met in the outline, line 577.
    if seam.before.ink[-1:].isdigit() and re.match(r"[-–]\s*\d", seam.after.ink):
        return GOES_ON
    # "phát triển kinh tế" / "- xã hội năm 2020!": a list's items begin with a capital, or after a colon.
    if re.match(r"[-–]\s+[^\W\d_]", seam.after.ink) and seam.after.ink.lstrip("-– ")[0].islower():
        return GOES_ON if seam.length >= WRAPPED_SHORT * seam.setting.usual else BREAKS
    return BREAKS if seam.heading or not seam.full or seam.comes_next else GOES_ON


def _heading(seam: Seam) -> bool | None:
    """A heading ends with its line. One that fills it is a heading where its neighbours in the list are."""
    if not seam.heading:
        return None
    if _is_rest(seam) or hangs(seam.before.ink) or (seam.full and seam.after.ink[0].isdigit()):
        return GOES_ON
    neighbours = seam.habits.near(seam.paragraph)
    if neighbours == "item" and seam.length >= WRAPPED_SHORT * seam.setting.usual and not ends(seam.before.ink):
        return GOES_ON
    if not seam.full or seam.habits is NO_HABITS:
        return BREAKS
    if seam.so_far.endswith(":"):
        return GOES_ON if neighbours == "label" else BREAKS
    return BREAKS if neighbours == "heading" else GOES_ON


def _front(seam: Seam) -> bool | None:
    """Above the first section a line stands for itself, unless a long one without an end goes on.

    "(Kèm theo Công văn …)" stands for itself whatever its length; "(15/8/1946 - 15/8/2021)" belongs to the title.
    """
    if not seam.in_front or ends(seam.before.ink) or _CLOSES.match(seam.so_far):
        return None
    if re.match(r"\(\D", seam.after.ink):
        return BREAKS
    if hangs(seam.before.ink):
        return GOES_ON
    if seam.words_length < WRAPPED_SHORT * seam.setting.usual:
        return BREAKS
    return BREAKS if seam.after.ink[0].isalpha() and not seam.so_far.endswith(",") and _is_sentence(seam) else GOES_ON


def _bracketed(seam: Seam) -> bool | None:
    """A bracket that is a paragraph ends with it: "(Ban hành kèm theo Quyết định …)" / "Chương I"."""
    whole = seam.so_far.startswith("(") and seam.so_far.endswith(")") and not unclosed(seam.so_far)
    return BREAKS if whole and not starts_small(seam.after.ink) else None


def _number_awaited(seam: Seam) -> bool | None:
    """"ngày" / "20/12/2016 của Tỉnh ủy", "trong quý" / "III. Đồng chí": the number was still to come."""
    if not awaits_number(seam.before.ink, seam.after.ink):
        return None
    begins = seam.comes_next or any(marker.path[-1:] == (1,) for marker in seam.markers)
    return None if seam.markers and (begins or not seam.full) else GOES_ON


def _formula(seam: Seam) -> bool | None:
    """The words that open a paragraph wherever they are met after an end, and those that an end closes.

    "Kính thưa các vị đại biểu," / "Kính thưa đồng bào!"; "Căn cứ Luật …;" / "Sở Nội vụ trình"; "Hỏi: …?" / "Trả lời: …".
    """
    if seam.after.ink.startswith("Kính gửi") or (_OPENS.match(seam.after.ink) and ends(seam.before.ink, ",.!?:;)")):
        return BREAKS
    closed = _CLOSES.match(seam.so_far) and ends(seam.before.ink, ",!:;") and not starts_small(seam.after.ink)
    return BREAKS if closed else None


def _same_opening(seam: Seam) -> bool | None:
    """"Căn cứ Luật …;" / "Căn cứ Nghị định …;": a line that opens like the paragraph before it opens another one."""
    opening, after = seam.so_far.split()[:2], seam.after.ink.split()[:2]
    return BREAKS if opening == after and ends(seam.before.ink, ";,:!.") else None


def _sentence(seam: Seam) -> bool | None:
    """After an end of sentence a full line may go on, a short one does not; without one a long line goes on."""
    if ends(seam.before.ink):
        return GOES_ON if seam.full else BREAKS
    if hangs(seam.before.ink):
        return GOES_ON
    return GOES_ON if seam.length >= LONG * seam.setting.usual else BREAKS


SIGNS: tuple[Callable[[Seam], bool | None], ...] = (
    _ruled_off,
    _columns,
    _mid_sentence,
    _formula,
    _bracketed,
    _open_quotation,
    _blank_line,
    _indent,
    _number_awaited,
    _capitals,
    _marker,
    _heading,
    _same_opening,
    _front,
    _sentence,
)


def _blank_between(seam: Seam) -> bool:
    return not seam.parted and seam.setting.gaps_show and blanks(seam.before, seam.after) > seam.setting.gap


def _is_sentence(seam: Seam) -> bool:
    """Whether the next line begins running text: an end of sentence comes before a short line, capitals or a marker."""
    for line, under in pairwise((seam.after, *seam.below)):
        if ends(line.ink, ".;") or _STOP_INSIDE.search(line.ink):
            return True
        if length_with(line, under) < LONG * seam.setting.usual or read_markers(under.ink) or in_capitals(under.ink):
            return False
    return False


def _is_rest(seam: Seam) -> bool:
    """Whether the next line is the short rest of a heading or slogan: "… về xây dựng" / "Đảng", "… phong cách Hồ" /
    "Chí Minh!"."""
    rest = seam.after.ink
    if seam.length < WRAPPED_SHORT * seam.setting.usual or ends(seam.before.ink) or ends(rest, ".;:"):
        return False
    if seam.beyond is None:
        return len(rest) < LONG * seam.setting.usual
    short = length_with(seam.after, seam.beyond) < LONG * seam.setting.usual
    return short and not (starts_small(seam.beyond.ink) and not read_markers(seam.beyond.ink))
