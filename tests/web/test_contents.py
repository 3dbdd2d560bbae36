"""The outline beside a text lists what helps: two levels, the open branch, and whatever answers."""

from __future__ import annotations

from kb.model import Document, SectionId
from kb_web.contents import Entry, entries, neighbours


def names(listed: tuple[Entry, ...]) -> list[str]:
    return [name for entry in listed for name in (entry.url, *names(entry.below))]


def test_a_whole_document_lists_every_section_but_its_frame(outline: Document) -> None:
    listed = names(entries(outline, None, (), str, is_all=True))
    assert listed == [section.id for section in outline.walk() if section.kind not in ("title-block", "signature")]


def test_beside_a_section_the_other_branches_stay_closed(outline: Document) -> None:
    listed = names(entries(outline, SectionId("II.1"), (), str, is_all=False))
    assert listed == ["I", "I.1", "I.2", "II", "II.1", "II.2", "II.3", "II.4", "II.5", "III"]


def test_whatever_answers_is_listed_with_the_sections_around_it(outline: Document) -> None:
    listed = names(entries(outline, SectionId("I.1"), (SectionId("II.2.2.*2.-2"),), str, is_all=False))
    assert [id for id in listed if id.startswith("II.2")] == ["II.2", "II.2.2", "II.2.2.*2", "II.2.2.*2.-2"]


def test_neighbours_turn_the_pages(outline: Document) -> None:
    turned = {
        id: tuple((step.rel, step.url) for step in neighbours(outline, outline.lineage(SectionId(id))[-1], str))
        for id in ("I", "I.1", "I.2", "III")
    }
    assert turned == {
        "I": (("next", "II"),),
        "I.1": (("prev", "I"), ("next", "I.2")),
        "I.2": (("prev", "I.1"), ("next", "II")),
        "III": (("prev", "II"),),
    }
