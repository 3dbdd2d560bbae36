"""The stylesheet's colours can be read: WCAG 2.2 AA, in light and in dark."""

from __future__ import annotations

import re

import pytest

from kb_web.assets import FOLDER

TEXT = 4.5
EDGE = 3.0
PAIRS = (
    ("ink", "bg", TEXT),
    ("ink", "surface", TEXT),
    ("ink", "sunk", TEXT),
    ("muted", "bg", TEXT),
    ("muted", "surface", TEXT),
    ("muted", "sunk", TEXT),
    ("link", "bg", TEXT),
    ("link", "surface", TEXT),
    ("link", "sunk", TEXT),
    ("visited", "bg", TEXT),
    ("on-link", "link", TEXT),
    ("seal", "bg", TEXT),
    ("bg", "ink", TEXT),
    ("mark-ink", "mark", TEXT),
    ("ok", "ok-bg", TEXT),
    ("warn", "warn-bg", TEXT),
    ("bad", "bad-bg", TEXT),
    ("none", "none-bg", TEXT),
    ("quote", "quote-bg", TEXT),
    ("figure", "figure-bg", TEXT),
    ("edge", "bg", EDGE),
    ("edge", "surface", EDGE),
)


def schemes() -> tuple[dict[str, str], dict[str, str]]:
    """The colours of the light and of the dark scheme, by name."""
    light, dark, *_ = re.findall(r":root \{(.*?)\}", (FOLDER / "kb.css").read_text("utf-8"), re.DOTALL)
    named = [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]+);", block)) for block in (light, dark)]
    return named[0], named[0] | named[1]


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", schemes(), ids=["light", "dark"])
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_front_and_back_are_far_enough_apart(scheme: dict[str, str], front: str, back: str, least: float) -> None:
    lighter, darker = sorted((luminance(scheme[front]), luminance(scheme[back])), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= least
