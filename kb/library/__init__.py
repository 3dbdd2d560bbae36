"""What an index answers with, in one SQLite file of its generation: documents, their text and outline, chunks,
and what was found in the texts.

`Library` reads, `LibraryWriter` writes. No SQL stands outside of this package.
"""

from kb.library.figures import FIGURES, KnownFigure
from kb.library.findings import FINDINGS, KnownFinding
from kb.library.phrases import Head
from kb.library.quotes import QUOTES, KnownQuote
from kb.library.references import REFERENCES, KnownReference, Paper
from kb.library.store import Library, Listed
from kb.library.writing import LibraryWriter, Reading, Seen

__all__ = [
    "FIGURES",
    "FINDINGS",
    "QUOTES",
    "REFERENCES",
    "Head",
    "KnownFigure",
    "KnownFinding",
    "KnownQuote",
    "KnownReference",
    "Library",
    "LibraryWriter",
    "Listed",
    "Paper",
    "Reading",
    "Seen",
]
