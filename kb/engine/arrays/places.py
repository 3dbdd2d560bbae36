"""The order "by place": the document of each row, and its position in it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kb.engine.arrays.file import Arrays
from kb.engine.arrays.strings import Strings, laid_end_to_end


class Places:
    """The places of the rows, as the file holds them; `rank` numbers the rows by document, position and id."""

    def __init__(self, arrays: Arrays) -> None:
        self.rank = arrays["places.rank"]
        self._documents = Strings(arrays["places.documents"], arrays["places.documents_first"])
        self._document = arrays["places.document"]
        self._position = arrays["places.position"]

    def of(self, row: int) -> tuple[bytes, int]:
        return self._documents[int(self._document[row])], int(self._position[row])


def places(found: Sequence[tuple[str, int]]) -> Arrays:
    """The arrays that `Places` reads, from the place of each row."""
    documents = sorted({document for document, _ in found})
    number = {document: number for number, document in enumerate(documents)}
    document = np.array([number[document] for document, _ in found], np.int32)
    position = np.array([position for _, position in found], np.int64)
    rank: NDArray[np.int32] = np.empty(len(found), np.int32)
    rank[np.lexsort((position, document))] = np.arange(len(found), dtype=np.int32)
    joined, first = laid_end_to_end([document.encode() for document in documents])
    return {
        "places.rank": rank,
        "places.documents": joined,
        "places.documents_first": first,
        "places.document": document,
        "places.position": position,
    }
