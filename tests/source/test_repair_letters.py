"""Single letters: every row takes its example and leaves the other."""

from __future__ import annotations

import pytest

from kb.source.repair.letters import LOOK_ALIKES, UNSEEN, LookAlike, Unseen, compose, drop_unseen, true_letters
from kb.source.repair.letters import plain_spaces as plain
from kb.vietnamese.letters import meant
from tests.source.repairing import after


@pytest.mark.parametrize("row", UNSEEN, ids=lambda row: row.takes)
def test_a_row_takes_its_unseen_characters_and_leaves_the_others(row: Unseen) -> None:
    assert (bool(row.where.search(row.takes)), bool(row.where.search(row.leaves))) == (True, False)


@pytest.mark.parametrize("row", LOOK_ALIKES, ids=lambda row: row.takes)
def test_a_row_takes_its_look_alikes_and_leaves_the_others(row: LookAlike) -> None:
    assert (after(true_letters, row.takes) != row.takes, after(true_letters, row.leaves)) == (True, row.leaves)


@pytest.mark.parametrize("row", LOOK_ALIKES, ids=lambda row: row.printed)
def test_every_printed_letter_has_the_one_it_is_meant_for(row: LookAlike) -> None:
    assert len(row.printed) == len(row.meant)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("TƢ TƢỞNG", "TƯ TƯỞNG"),
        ("ƣ\u0301ng", "ứng"),  # the tone composes with the letter put in
        ("n ƣớc", "n ước"),  # a piece of a syllable too: it is joined later
        ("Ðại hội, QÐ-TTg, HÐND", "Đại hội, QĐ-TTg, HĐND"),
        ("hǎng hái, khó khǎn", "hăng hái, khó khăn"),
        ("Jǐnán, hǎo, Guð", "Jǐnán, hǎo, Guð"),
        ("quốс gіа", "quốc gia"),
        ("TT-BTС", "TT-BTC"),
        ("γ-BHC, Ростов, κτείς", "γ-BHC, Ростов, κτείς"),
        ("vǎо", "vǎo"),  # mixed and strange: the Cyrillic о goes, "văo" is no syllable
    ],
)
def test_letters_of_other_alphabets(printed: str, meant: str) -> None:
    assert after(true_letters, printed) == meant


@pytest.mark.parametrize(
    ("printed", "seen"),
    [
        ("rộ\u00ad\u00adng", "rộng"),
        ("ý kiến \u200b\u200bsẽ", "ý kiến sẽ"),
        ("\ufeffĐỀ CƯƠNG", "ĐỀ CƯƠNG"),
        ("thi\u200d đua\u200e", "thi đua"),
        ("\U0001f468\u200d\U0001f33e", "\U0001f468\u200d\U0001f33e"),
    ],
)
def test_what_nobody_sees_is_dropped_unless_it_joins_something(printed: str, seen: str) -> None:
    assert after(drop_unseen, printed) == seen


def test_every_other_space_is_a_plain_one() -> None:
    assert after(plain, "5\u00a0m\u202f2\u3000a\u2003b") == "5 m 2 a b"


def test_words_are_composed_whole_and_no_others_touched() -> None:
    assert [edit.after for edit in compose("to\u0302\u0309 chức ca\u0301c hê \u0323thống")] == ["tổ", "các"]


@pytest.mark.parametrize("row", [row for row in LOOK_ALIKES if row.only != "mixed"], ids=lambda row: row.printed)
def test_a_letter_put_right_is_searched_as_the_letter_that_was_printed(row: LookAlike) -> None:
    assert [meant(one) for one in row.printed] == [meant(one) for one in row.meant]
