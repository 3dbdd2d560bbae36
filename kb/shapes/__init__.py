"""Values as JSON: the shapes of the contract (GUIDE.md), once for the commands and the API.

One module a noun. A shape is a plain dict of `Json`; the faces only write it out. Fields may be added, never renamed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]
