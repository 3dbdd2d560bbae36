"""Whom "Ông", "Chị" or "Cụ" means as the subject of a verb of saying: somebody named before in the paragraph."""

from __future__ import annotations

from kb.extract.quotes.context import Context
from kb.extract.quotes.cues import Said
from kb.extract.quotes.people import PERSONAL
from kb.extract.quotes.subjects import PRONOUN, Subject


def meant_by(context: Context, said: Said) -> Subject | None:
    """The one person of that title who is named before; None where none or several are."""
    clause = context.blanked[context.sentence : said.start].rstrip(" ,")
    pronoun = PRONOUN.search(clause[-60:])
    if pronoun is None:
        return None
    title = (pronoun["first"] or pronoun["title"]).lower()
    people = {
        match["name"]: match
        for match in PERSONAL.finditer(context.blanked, context.paragraph.start, said.start)
        if match["title"].lower() == title
    }
    if len(people) != 1:
        return None
    (match,) = people.values()
    return Subject(match["name"], None, match.start(), match.end())
