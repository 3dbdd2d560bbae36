"""The one exact answer to a question, where there is one: a quotation that holds its words, or a figure it asks for.

Nothing is chosen between two places: then there is no exact answer. A figure answers when what is counted is what the
question names, word for word without marks, and its period is the one that was asked for.
"""

from __future__ import annotations

import re

from kb.browse.figures import FiguresWanted, figures
from kb.browse.quotes import QuotesWanted, quotes
from kb.model import Figure, Period, Placed, Quote
from kb.snapshot import Snapshot
from kb.vietnamese.letters import fold

LEAST_QUOTED = 4  # syllables; fewer are in a quotation by chance
SPECIAL = re.compile(r"(?:^|\s)-\w|\b(?:AND|OR|NOT)\b|\w:\S|\*")
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
WORD = re.compile(r"\w+")
ASKING = frozenset(["bao", "nhieu", "la", "may", "dat", "nam", "cua", "trong"])
"""Syllables without marks that ask for a figure or join its parts, and name nothing that is counted."""

HOW_MUCH = frozenset(("nhieu", "may"))  # bao nhiêu, mấy: without them or a year, words are a topic and ask no figure


def exact_answer(snapshot: Snapshot, question: str) -> Placed[Quote] | Placed[Figure] | None:
    """The only quotation that holds the words of the question in a row; else the only figure it asks for; else None."""
    if SPECIAL.search(question):
        return None
    syllables = WORD.findall(fold(question))
    return _quotation(snapshot, question, syllables) or _figure(snapshot, syllables)


def _quotation(snapshot: Snapshot, question: str, syllables: list[str]) -> Placed[Quote] | None:
    if len(syllables) < LEAST_QUOTED:
        return None
    asked = f" {' '.join(syllables)} "
    found = quotes(snapshot, QuotesWanted(" ".join(WORD.findall(question)), kinds=("quotation",))).rows
    holding = [one for one in found if asked in f" {' '.join(WORD.findall(fold(one.found.words)))} "]
    return holding[0] if len(holding) == 1 else None


def _figure(snapshot: Snapshot, syllables: list[str]) -> Placed[Figure] | None:
    years = [syllable for syllable in syllables if YEAR.fullmatch(syllable)]
    named = [syllable for syllable in syllables if syllable not in ASKING and syllable not in years]
    if not named or len(years) > 1 or not (years or HOW_MUCH.intersection(syllables)):
        return None
    found = figures(snapshot, FiguresWanted(" ".join(named))).rows
    fitting = [one for one in found if _counts(one.found, named) and _is_of(one.found.period, years)]
    return fitting[0] if len(fitting) == 1 else None


def _counts(figure: Figure, named: list[str]) -> bool:
    """Whether the figure itself, and no difference to another one, is of what is named."""
    is_difference = figure.relation is not None and figure.relation.kind in ("comparison", "base")
    subject = [syllable for syllable in WORD.findall(fold(figure.subject)) if syllable not in ASKING]
    return not is_difference and subject == named


def _is_of(period: Period | None, years: list[str]) -> bool:
    """Whether the period is the year that was asked for; any will do where none was."""
    if not years:
        return True
    if period is None or period.start is None or period.end is None:
        return False
    return period.start[:4] == period.end[:4] == years[0]
