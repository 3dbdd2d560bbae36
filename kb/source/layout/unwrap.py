"""Which printed lines make one paragraph: the lines of a document gone through, seam by seam."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kb.outline.signs import ends
from kb.source.layout.damaged import read_damaged
from kb.source.layout.evidence import goes_on
from kb.source.layout.habits import NO_HABITS, Habits, habits_of
from kb.source.layout.lines import PrintedLine
from kb.source.layout.paragraphs import Growing, Paragraph
from kb.source.layout.seam import Seam
from kb.source.layout.setting import Setting, measure

FORESIGHT = 8  # lines that are looked at below a seam


@dataclass(frozen=True, slots=True)
class Partings:
    """The numbers of lines that are cut off from the line above them.

    `parted`: a page begins or furniture stands between. `ruled`: a rule is drawn between.
    """

    parted: frozenset[int]
    ruled: frozenset[int]


def unwrap(lines: Sequence[PrintedLine], partings: Partings) -> tuple[Paragraph, ...]:
    """The paragraphs of the lines with ink, furniture left out.

    The lines are gone through twice: what the plain cases say of a document's lists helps with those that are not.
    """
    setting = measure(lines)
    draft = _joined(lines, partings, setting, NO_HABITS)
    return _joined(lines, partings, setting, habits_of(draft, setting))


def _joined(
    lines: Sequence[PrintedLine], partings: Partings, setting: Setting, habits: Habits
) -> tuple[Paragraph, ...]:
    done: list[Paragraph] = []
    paragraph = Growing()
    in_front = True
    for place, line in enumerate(lines):
        if paragraph.lines:
            below = lines[place + 1 : place + 1 + FORESIGHT]
            parted, ruled = line.number in partings.parted, line.number in partings.ruled
            if not goes_on(Seam(paragraph, line, below, parted, ruled, in_front, setting, habits)):
                in_front = in_front and not _ends_front(paragraph)
                done.append(paragraph.done())
                paragraph = Growing()
        paragraph.add(line)
    return (*done, paragraph.done()) if paragraph.lines else ()


def _ends_front(paragraph: Growing) -> bool:
    """Whether the title block is over with a paragraph: it is marked, or a sentence."""
    return bool(read_damaged(paragraph.head)) or ends(paragraph.lines[-1].ink, ".;!,?")
