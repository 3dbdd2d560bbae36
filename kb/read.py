"""The reading pipeline: from what a source says to a document. Pure; read it from the top down.

Every step has a module of its own; what is stored, and when, is kb.ingest. When a source comes out otherwise than
before, kb.snapshot.READING is raised.
"""

from __future__ import annotations

from dataclasses import fields, replace

from kb.errors import EmptySource
from kb.extract.figures import read_figures
from kb.extract.findings import find
from kb.extract.passages import passages
from kb.extract.phrases import read_phrases
from kb.extract.quotes import read_quotes
from kb.extract.references import paper_key, read_references
from kb.model import Document, DocumentId, Extracts, Front, RawText, Source
from kb.outline import outline
from kb.source.front import read_front
from kb.source.repair import repair


def read_document(raw: RawText, id: DocumentId, source: Source, said: Front) -> Document:
    """The document that a source holds; EmptySource when nothing but page numbers and rules is left of it.

    `said` is what the catalogue knows: it counts more than what the first page is read to say.
    """
    body = repair(raw)
    if not any(map(str.isalnum, body.text)):
        raise EmptySource(path=source.path)
    sections = outline(body)
    front = told(read_front(body, sections, title=raw.title), said)
    return Document(id, source, front, body, sections)


def extract(document: Document) -> Extracts:
    """What is found in a document's text: each kind by a module of kb.extract; findings from what the others found."""
    read = passages(document)
    quotes = read_quotes(document)
    figures = read_figures(document, read)
    references = read_references(document, read)
    return Extracts(
        quotes=quotes,
        figures=figures,
        references=references,
        findings=find(document, read, figures, references),
        phrases=read_phrases(document, quotes, figures),
        key=paper_key(document.front),
    )


def told(front: Front, said: Front) -> Front:
    """What was read of a document, with what was said of it in its place.

    >>> told(Front("Kế hoạch", kind="Kế hoạch", number="5"), Front("", number="5-KH/TU"))
    Front(title='Kế hoạch', kind='Kế hoạch', number='5-KH/TU', issuer=None, signed_on=None, signed_by=None, \
event=None, cover=None)
    """
    known = {field.name: value for field in fields(said) if (value := getattr(said, field.name))}
    return replace(front, **known)
