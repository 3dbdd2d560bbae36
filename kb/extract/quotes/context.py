"""What a decision about one stretch may look at: the text before and behind it, and what was decided before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kb.extract.quotes.cues import REACH, sentence_start
from kb.extract.quotes.stretches import Stretch
from kb.model import Cue, Quote, Span


@dataclass(frozen=True, slots=True)
class Context:
    """`blanked` is the text with quoted letters blanked. `start` is where reading back ends: the paragraph's beginning,
    or the line above where that introduces the stretch with a colon. `sentence` is where its sentence begins."""

    text: str
    blanked: str
    stretch: Stretch
    start: int
    sentence: int
    paragraph: Span
    before: tuple[tuple[Stretch, Quote], ...]

    @classmethod
    def of(
        cls,
        text: str,
        blanked: str,
        paragraphs: Sequence[Span],
        stretch: Stretch,
        before: Sequence[tuple[Stretch, Quote]],
    ) -> Context:
        paragraph = paragraphs[stretch.paragraph]
        mark = stretch.span.start - 1
        start = paragraph.start
        if not any(letter.isalpha() for letter in text[max(start, mark - 20) : mark]) and mark - start < 20:
            above = _above(text, paragraphs, stretch.paragraph)
            start = above if above is not None else start
        start = max(start, mark - REACH)
        same = tuple(one for one in before if one[0].depth == stretch.depth and one[0].span.end < stretch.span.start)
        return cls(text, blanked, stretch, start, sentence_start(blanked, start, mark), paragraph, same)

    @property
    def mark(self) -> int:
        """The place of the opening mark."""
        return self.stretch.span.start - 1

    @property
    def words(self) -> str:
        return " ".join(self.stretch.span.of(self.text).split())

    @property
    def length(self) -> int:
        """How many syllables stand between the marks."""
        return len(self.words.split())

    @property
    def left(self) -> str:
        """The sentence before the mark."""
        return self.blanked[self.sentence : self.mark]

    @property
    def last(self) -> Quote | None:
        """What was decided of the stretch before this one in the same paragraph."""
        return self.before[-1][1] if self.before else None

    @property
    def between(self) -> str:
        """What stands between the stretch before and this one."""
        return self.blanked[self.before[-1][0].span.end + 1 : self.mark] if self.before else ""

    def cue(self, start: int, end: int) -> Cue:
        span = Span(start, end).trimmed(self.text)
        return Cue(" ".join(span.of(self.text).split()), span)


def _above(text: str, paragraphs: Sequence[Span], number: int) -> int | None:
    """Where the nearest line above begins, if it ends in a colon."""
    for span in reversed(paragraphs[max(0, number - 2) : number]):
        line = span.of(text).rstrip()
        if line:
            return span.start if line.endswith(":") else None
    return None
