"""How much of the damage put into sound text is repaired, and that nothing beside it is touched."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from kb.model import Span
from kb.source.edits import Ledger
from kb.source.repair import LETTER_RULES, WORD_RULES, apply_rules
from tests.source.damaging import KINDS, damage

CLEAN = Path(__file__).parent.parent / "golden" / "clean.txt"

FLOORS = {
    "decomposed": 1.0, "double_space": 1.0, "lookalike": 0.99, "mark_detached": 0.99, "mark_misplaced": 0.99,
    "missing_space": 0.95, "nbsp": 1.0, "oi_letter": 1.0, "soft_hyphen": 1.0, "space_before_punct": 0.99,
    "split_syllable": 0.99, "zero_width": 1.0,
}  # fmt: skip
"""Least share of injected damage that must be put right. Measured over 5,900 lines of laws: .996 to 1.000."""


def repaired(paragraph: str) -> Ledger:
    return apply_rules(Ledger.of(paragraph), LETTER_RULES + WORD_RULES)


def share_repaired(clean: Sequence[str], seed: int) -> dict[str, float]:
    """The share of each kind's places that read right afterwards, and under "false" how many other places changed."""
    random = Random(seed)
    made: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for paragraph in clean:
        printed, places = damage(paragraph, random, share=0.3, kinds=KINDS)
        ledger = repaired(printed)
        for place in places:
            made[place.kind] += 1
            now = Span(ledger.now_of(place.span.start), ledger.now_of(place.span.end)).of(ledger.text)
            right[place.kind] += now == place.correct
        false = [c for c in ledger.changes if not any(touches(c.source, place.span) for place in places)]
        right["false"] += len(false)
    return {kind: right[kind] / made[kind] for kind in made} | {"false": right["false"]}


def touches(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end


def below_the_floor(shares: dict[str, float]) -> dict[str, float]:
    return {kind: share for kind, share in shares.items() if kind != "false" and share < FLOORS[kind]}


@pytest.mark.parametrize("seed", [1, 2])
def test_damage_put_into_the_outline_s_clean_text_is_repaired_and_nothing_else(seed: int) -> None:
    shares = share_repaired(CLEAN.read_text(encoding="utf-8").splitlines(), seed)
    assert shares["false"] == 0
    assert below_the_floor(shares) == {}


def test_damage_put_into_laws_is_repaired(shared: Path) -> None:
    with gzip.open(shared / "data" / "article_structure.jsonl.gz", "rt", encoding="utf-8") as rows:
        lines = [line for row in rows for line in json.loads(row)["lines"] if len(line) > 80 and "|" not in line]
    sound = [line for line in Random(5).sample(lines, 3000) if repaired(line).text == line]
    shares = share_repaired(sound, 1)
    assert shares["false"] == 0
    assert below_the_floor(shares) == {}
