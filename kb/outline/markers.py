"""How the marker at the start of a line is read: which form it has, which number, and where its title begins.

Owns the look of a marker only. Whether a marker opens a section here, after what came before, is `places`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.outline.counting import Count, value
from kb.outline.forms import DIVISIONS, FORMS, Form


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker as it is printed at the start of a line.

    `path` is its number, of "2.1." two; empty for a bullet. `suffix` is the letter of "Điều 12a". `style` is equal for
    markers that may stand in one list ("1." and "2.", but not "1)"). The title begins at `end`.
    """

    form: Form
    printed: str
    style: str
    path: tuple[int, ...]
    suffix: str
    end: int

    def has_title(self, line: str) -> bool:
        """Whether anything stands behind the marker on its line."""
        return bool(line[self.end :].strip())


_COUNTS: tuple[Count, ...] = ("roman", "arabic", "word")
_DASHES = "-–—"


def read_markers(line: str) -> tuple[Marker, ...]:
    """Every way to read a marker at the start of a line; () where there is none.

    More than one where a letter may be a number: "V." is read as five and as a letter.

    >>> [(marker.printed, marker.path) for marker in read_markers("2.1. Kinh tế")]
    [('2.1.', (2, 1))]
    >>> [(marker.form.name, marker.path) for marker in read_markers("V. KHẨU HIỆU")]
    [('roman', (5,)), ('upper', (118,))]
    """
    return tuple(marker for form in FORMS if (marker := _read(form, line)) is not None)


def _read(form: Form, line: str) -> Marker | None:
    found = form.pattern.match(line)
    path = _path(form, found["number"]) if found else None
    if found is None or path is None:
        return None
    closed = "dash" if found.groupdict().get("dash") else "close"
    end = found.end(closed) if found[closed] else found.end()
    between = " -–:." if form.order <= DIVISIONS else " "
    title = end + len(line[end:]) - len(line[end:].lstrip(between))
    suffix = found.groupdict().get("suffix") or ""
    return Marker(form, line[:end].rstrip(), _style(form, found, path, found[closed] or ""), path, suffix, title)


def _path(form: Form, number: str) -> tuple[int, ...] | None:
    """The value of each part of a printed number; None where one of them is none. Bullets have no value."""
    if form.count is None:
        return ()
    if form.count == "letter":
        return (ord(number.lower()),)
    values = [_value(part) for part in number.split(".")]
    if form.name == "decimal" and values[0] is None:
        values[0] = ord(number[0].lower())  # "A.1."
    return None if None in values else tuple(v for v in values if v is not None)


def _value(part: str) -> int | None:
    return next((found for count in _COUNTS if (found := value(part, count)) is not None), None)


def _style(form: Form, found: re.Match[str], path: tuple[int, ...], close: str) -> str:
    """What markers of one list share: the form, how it is closed, how deep a decimal goes, which bullet it is."""
    if form.name == "bullet":
        return "bullet -" if found["number"] in _DASHES else f"bullet {found['number']}"
    if form.name == "markdown":
        return found["number"]
    if form.name == "worded":
        return f"worded {found[0].split()[0].lower()}"
    if form.name == "decimal":
        return f"decimal {len(path)}"
    if form.order <= DIVISIONS:
        return form.name
    return f"{form.name} {'(' if found[0].startswith('(') else ''}{close}"
