"""The place between two printed lines, where a paragraph goes on or ends, and what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kb.outline.markers import Marker
from kb.outline.places import comes_next
from kb.source.layout.damaged import read_damaged
from kb.source.layout.habits import NO_HABITS, Habit, Habits
from kb.source.layout.lines import PrintedLine
from kb.source.layout.paragraphs import Growing, is_heading
from kb.source.layout.setting import Setting, blanks, length_with


@dataclass(frozen=True, slots=True)
class Seam:
    """The seam between the last line of a paragraph and the next line with ink.

    `below` are the lines below `after`, a few of them. `parted`: a page begins or furniture stands between, so that
    white space tells nothing. `ruled`: a rule is drawn between. `in_front`: still above the first section and the first
    sentence of the document.
    """

    paragraph: Growing
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
    def head(self) -> str:
        """The paragraph so far, or its beginning where it is long."""
        return self.paragraph.head

    @property
    def open(self) -> bool:
        """Whether a quotation or a bracket is open in the paragraph so far."""
        return any(self.paragraph.open)

    @property
    def markers(self) -> tuple[Marker, ...]:
        """The readings of the marker on the next line, also of one that a quotation begins with ("“Điều 7. …")."""
        return read_damaged(self.after.ink.lstrip('“"'))

    @property
    def length(self) -> int:
        """How long the last line would have been with the next one's first word."""
        return length_with(self.before, self.after)

    @property
    def words_length(self) -> int:
        """The same without the indent, for lines that are centred."""
        return self.length - self.before.indent

    @property
    def full(self) -> bool:
        return self.length >= self.setting.full

    def reaches(self, share: float) -> bool:
        """Whether the last line is as long as that share of the usual one."""
        return self.length >= share * self.setting.usual

    @property
    def heading(self) -> bool:
        return is_heading(self.head)

    @property
    def comes_next(self) -> bool:
        """Whether the next line's marker follows the one that the paragraph began with."""
        return any(
            one.style == other.style and one.path[:-1] == other.path[:-1] and comes_next(other, one)
            for one in self.markers
            for other in read_damaged(self.paragraph.lines[0].ink)
            if one.path and other.path
        )

    @property
    def drafted(self) -> bool:
        """Whether this is the first time through the document, when nothing is known of its lists."""
        return self.habits is NO_HABITS

    def neighbours(self, *, labelled: bool) -> Habit | None:
        return self.habits.near(self.paragraph.lines[0], labelled=labelled)

    @property
    def blank_between(self) -> bool:
        """Whether more blank lines stand between than inside a paragraph, where that means something."""
        return not self.parted and self.setting.gaps_show and blanks(self.before, self.after) > self.setting.gap
