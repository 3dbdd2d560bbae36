"""What a document's page shows, as its address says, and the addresses of everything beside it.

Every link on the page keeps the question and the view; only what it is for differs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kb import browse
from kb.links import document_url, section_fragment, section_url
from kb.model import Document, Section, SectionId, Span
from kb_web import asked
from kb_web.contents import TITLED
from kb_web.folding import foldable
from kb_web.passages import Passage

View = Literal["repaired", "changes", "raw"]
VIEWS: tuple[View, ...] = ("repaired", "changes", "raw")
LAST_LINE = 10_000_000


@dataclass(frozen=True, slots=True)
class Shown:
    """A document, the section it is opened at (None: all of it), how it is shown, and for which question.

    `named` is the section in the address; `opened` is that section or the titled one around it. `line` is the one on
    which the passage that is open begins; 0 where the address does not say. `mark` names something found in the text
    that is to be marked ("q102-1"). `folded` sections are only named, because all of it would be too long to open,
    unless `is_all` of it was asked for.
    """

    document: Document
    named: Section | None
    opened: Section | None
    view: View
    question: str
    line: int
    mark: str = ""
    is_all: bool = False
    folded: tuple[Section, ...] = ()

    @classmethod
    def of(cls, document: Document, section: str | None, arguments: asked.Arguments) -> Shown:
        """What an address shows; NoSuchSection, BadRequest."""
        named = browse.section_of(document, section) if section is not None else None
        opened = opened_section(document, named) if named else None
        view = VIEWS[VIEWS.index(asked.choice(arguments, "view", VIEWS))]
        line = asked.number(arguments, "hit", 0, most=LAST_LINE)
        mark = arguments.get("show", "")
        is_all = asked.choice(arguments, "all", ("", "1")) == "1"
        is_folded = view == VIEWS[0] and not is_all and not (opened is None and (line or mark))
        folded = foldable(document, opened) if is_folded else ()
        return cls(document, named, opened, view, asked.question(arguments), line, mark, is_all, folded)

    @property
    def span(self) -> Span:
        """The stretch of the document that is on the page."""
        return self.opened.whole if self.opened else Span(0, len(self.document.text))

    @property
    def all_url(self) -> str:
        """This page with nothing folded."""
        if self.opened is None:
            return document_url(self.document.id, q=self.question, all=1)
        return section_url(self.document.id, self.opened.id, q=self.question, all=1)

    def view_url(self, view: View) -> str:
        """This page in another view."""
        hit = self.line or None
        if self.named is None:
            return document_url(self.document.id, q=self.question, hit=hit, view=_said(view), all=self._all)
        return section_url(self.document.id, self.named.id, q=self.question, hit=hit, view=_said(view), all=self._all)

    def whole_url(self, view: View) -> str:
        """The whole document."""
        return document_url(self.document.id, q=self.question, view=_said(view))

    def section_url(self, section: SectionId) -> str:
        """Another section, on a page of its own."""
        return section_url(self.document.id, section, q=self.question, view=_said(self.view))

    def entry_url(self, section: SectionId) -> str:
        """A section of the outline: where it is on this page, else its own page."""
        is_here = not self.folded and (self.opened is None or any(one.id == section for one in self.opened.walk()))
        return section_fragment(section) if is_here else self.section_url(section)

    def passage_url(self, passage: Passage) -> str:
        """A passage: on this page, where that is of the whole document, else on its section's."""
        document, hit, view = self.document.id, passage.lines[0], _said(self.view)
        if self.named is None and not self.folded:
            return document_url(document, q=self.question, hit=hit, view=view, all=self._all)
        return section_url(document, passage.section, q=self.question, hit=hit, view=view)

    @property
    def _all(self) -> int | None:
        return 1 if self.is_all else None


def opened_section(document: Document, named: Section) -> Section:
    """The section that is shown for a named one: itself, or the nearest titled one around it."""
    lineage = document.lineage(named.id)
    return next((section for section in reversed(lineage) if section.kind in TITLED), lineage[0])


def _said(view: View) -> View | None:
    return None if view == VIEWS[0] else view
