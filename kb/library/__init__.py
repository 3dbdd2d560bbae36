"""What an index answers with, in one SQLite file of its generation: documents, their text and outline, and chunks.

`Library` reads, `LibraryWriter` writes. No SQL stands outside of this package.
"""

from kb.library.store import Library, Listed
from kb.library.writing import LibraryWriter, Reading, Seen

__all__ = ["Library", "LibraryWriter", "Listed", "Reading", "Seen"]
