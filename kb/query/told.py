"""How a question was understood, in words: one value for each part, in the order of the question.

Kinds: words, synonym and person (what else some of them are looked for as), phrase, without, filter, corrected (a slip
put right), begun (the last word, read as the beginning of others), unknown, missing (a part that stands nowhere); and
of kb.query.read: plain, ignored.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kb.model import Understood
from kb.query.near import Near
from kb.query.question import Filter, Quoted, Without, Words, typed
from kb.query.spelling import Form, Sought, written

MOST_SHOWN = 3


def of_words(sought: Sequence[Sought]) -> Iterator[Understood]:
    """The run as it was typed, then each word that was read otherwise."""
    yield Understood("words", typed([one.word for one in sought]))
    told: list[Understood] = []
    for one in sought:
        if one.how != "typed":
            told.append(Understood(one.how, one.word.text, _note(one)))
    yield from dict.fromkeys(told)


def meant(text: str, sought: Iterable[Sought]) -> str:
    """The question with each slip put right as it was read; the text itself when it has none.

    >>> from kb.query.question import Word
    >>> slip = Sought(Word("mnih"), (Form("minh", "minh"),), "corrected")
    >>> meant('"văn" mnih', [slip]), meant("văn minh", [])
    ('"văn" minh', 'văn minh')
    """
    for one in sought:
        if one.how == "corrected":
            slip = re.compile(rf"(?<!\w){re.escape(one.word.text)}(?!\w)")
            right = _shown(one.forms[0])
            text = slip.sub(right.capitalize() if one.word.text.istitle() else right, text)
    return text


def of_near(near: Near) -> Understood:
    return Understood(near.kind, near.typed, near.note)


def of_quoted(quoted: Quoted) -> Understood:
    return Understood("phrase", typed(quoted.words), "đúng nguyên cụm này")


def of_without(without: Without) -> Understood:
    part = without.part
    text = _filtered(part) if isinstance(part, Filter) else typed(part.words)
    together = isinstance(part, Words) and len(part.words) > 1
    return Understood("without", text, "bỏ các đoạn có nguyên cụm này" if together else "bỏ các đoạn có chữ này")


def of_filter(one: Filter) -> Understood:
    return Understood("filter", _filtered(one), "chỉ tìm trong phần này")


def of_no_value(one: Filter) -> Understood:
    return Understood("unknown", _filtered(one), "không văn bản nào trong kho có giá trị này")


def missing(text: str) -> Understood:
    return Understood("missing", text, "không có ở đoạn nào trong kho")


def _note(one: Sought) -> str:
    shown = ", ".join(dict.fromkeys(_shown(form) for form in one.forms[:MOST_SHOWN]))
    match one.how:
        case "corrected":
            return f"không có trong kho, đã tìm: {shown}"
        case "begun":
            return f"đọc là chữ đầu của: {shown}" + (", …" if len(one.forms) > MOST_SHOWN else "")
        case _:
            return "không có trong kho"


def _shown(form: Form) -> str:
    return written(form.exact) if form.exact else form.folded


def _filtered(one: Filter) -> str:
    return one.typed or f"{one.field}:{one.low if one.low == one.high else f'{one.low}..{one.high}'}"
