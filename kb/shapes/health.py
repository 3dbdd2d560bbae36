"""Whether a home is well, as JSON."""

from __future__ import annotations

from collections.abc import Iterable

from kb.doctor import Check
from kb.shapes import Json


def checks(made: Iterable[Check]) -> dict[str, Json]:
    """`kb doctor`: the checks in their order; `cure` is null where nothing is to do."""
    return {
        "checks": [
            {"name": check.name, "ok": check.ok, "detail": check.detail, "cure": check.cure or None} for check in made
        ]
    }
