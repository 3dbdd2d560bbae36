"""Values as JSON: the shapes of the contract (GUIDE.md), once for the commands and the API.

One module a noun. A shape is a plain dict of `Json`; the faces only write it out. Fields may be added, never renamed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kb.model import FacetValue

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]


def facets(found: Mapping[str, Sequence[FacetValue]]) -> dict[str, Json]:
    """What narrows a list, by field: its values with how many there are of each."""
    return {
        field: [{"value": value.value, "count": value.count} for value in values] for field, values in found.items()
    }
