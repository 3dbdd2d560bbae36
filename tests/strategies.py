"""Hypothesis strategies that several tests share."""

from __future__ import annotations

import unicodedata
from functools import cache

from hypothesis import strategies as st

from kb.engine.port import EntryId, IndexEntry
from kb.model import (
    Body,
    Cover,
    Document,
    DocumentId,
    Front,
    Line,
    Page,
    RawText,
    Repair,
    Section,
    SectionId,
    Source,
    Span,
)
from kb.query.tree import All, Any, Boosted, Key, KeyRange, Not, Phrase, Query, Term
from kb.source.edits import Edit, Ledger
from kb.vietnamese.letters import TONE_MARKS
from kb.vietnamese.lexicon import attested, pairs
from kb.vietnamese.syllables import place_tone, split_tone


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> list[Edit]:
    """A few edits of a text, in any order, that do not overlap."""
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    afters = st.text("ab ", max_size=3)
    rules = st.sampled_from(("one", "two", "three"))
    spans = [Span(start, end) for start, end in zip(places[::2], places[1::2], strict=False)]
    return draw(st.permutations([Edit(span, draw(afters), draw(rules)) for span in spans]))


@st.composite
def ledgers(draw: st.DrawFn) -> Ledger:
    """A ledger after up to four rounds of edits."""
    ledger = Ledger.of(draw(st.text("xyz \n", max_size=20)))
    for _ in range(draw(st.integers(0, 4))):
        ledger = ledger.apply(draw(edits_of(ledger.text)))
    return ledger


@st.composite
def syllables(draw: st.DrawFn) -> str:
    """A Vietnamese syllable in lower case, with its tone where it belongs (old style), in NFC."""
    base, _, _ = split_tone(draw(_attested()))
    placed = place_tone(base, draw(st.sampled_from("012345")))
    assert placed is not None
    return placed


@cache
def _attested() -> st.SearchStrategy[str]:
    return st.sampled_from(sorted(attested()))


@cache
def _pairs() -> st.SearchStrategy[str]:
    return st.sampled_from(sorted(pairs()))


@st.composite
def disguised(draw: st.DrawFn, word: str, *, case: bool = True) -> str:
    """The same syllable as it may be written or damaged: its mark behind another letter, NFD, other case."""
    base, tone, _ = split_tone(word)
    letters = [*base]
    if tone != "0":
        letters.insert(draw(st.integers(1, len(letters))), TONE_MARKS[tone])
    written = unicodedata.normalize(draw(st.sampled_from(("NFC", "NFD"))), "".join(letters))
    return draw(st.sampled_from((written, written.upper(), written.capitalize()))) if case else written


@st.composite
def vietnamese_texts(draw: st.DrawFn) -> str:
    """Lines of syllables, words, numbers and marks, with white space between or none."""
    others = ["Bắc Kạn", "13.458", "6,6%", "258/QĐ-TTg", "11/6/1948", "UBND.", "“", "”", ",", "…", "-", "@"]
    words = draw(st.lists(st.one_of(syllables(), _pairs(), st.sampled_from(others)), max_size=30))
    return "".join(word + draw(st.sampled_from([" ", " ", " ", "", "\n"])) for word in words)


PARAGRAPHS = st.sampled_from(
    ("Thi đua là yêu nước.", "-----", "", "đ/c Hồ Chí Minh; năm 1948", "Người người thi đua. Ngành ngành thi đua.\n")
)


@st.composite
def bodies(draw: st.DrawFn, text: str) -> Body:
    """The text as it might have been printed: lines that tile it, pages or none, repairs that do not overlap."""
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    paged = draw(st.booleans())
    spans = [Span(start, end) for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    lines = tuple(Line(number, 1 + number // 3 if paged else None, span) for number, span in enumerate(spans, 1))
    last = 1 + len(lines) // 3
    pages = tuple(
        Page(number, 3 * number - 3 or 1, 3 * number, "form-feed", 5, "read") for number in range(1, last + 1)
    )
    repairs = (Repair(edit.rule, edit.span, edit.after) for edit in sorted(draw(edits_of(text))))
    return Body(text, lines, tuple(repairs), pages if paged else ())


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document with an outline of any shape: text before and after children, headings with nothing below."""
    pieces: list[str] = []

    def some_text(least: int) -> Span:
        start = sum(map(len, pieces))
        pieces.extend(f"{line}\n" for line in draw(st.lists(PARAGRAPHS, min_size=least, max_size=3)))
        return Span(start, sum(map(len, pieces)))

    def section(id: str, level: int) -> Section:
        before = some_text(1)
        count = draw(st.integers(0, 2)) if level < 3 else 0
        children = tuple(section(f"{id}.{number + 1}", level + 1) for number in range(count))
        after = some_text(0) if children else Span(before.end, before.end)
        own = (before, after) if len(after) else (before,)
        whole = Span(before.start, max([after.end, *(child.whole.end for child in children)]))
        heading = Span(before.start, before.start + pieces[0].find("\n"))
        return Section(SectionId(id), f"{id}.", level, "heading", f"Mục {id}", heading, own, whole, children)

    sections = tuple(section(f"{number + 1}", 1) for number in range(draw(st.integers(1, 3))))
    front = Front(draw(st.sampled_from(("Luật", ""))), number="5", cover=Cover("Công văn", None, "2020-07-23", None))
    source = Source("a/b.txt", "txt", "0" * 64, draw(st.sampled_from((None, "mạng"))))
    return Document(DocumentId("a.b"), source, front, draw(bodies("".join(pieces))), sections)


# What an index holds and is asked: few tokens, so that questions meet entries; some that only look like syntax.
TOKENS = (
    "thi",
    "đua",
    "yêu",
    "nước",
    "thi",
    "đua",
    "a",
    "57-nq/tw",
    "a:b",
    "*",
    '"',
    "NOT",
    "_",
    "tô\u0301",
    " ",
    "\x00",
)
VALUES = {"kind": ("Luật", "Nghị định", "Thông tư"), "year": ("1948", "2016", "2020"), "tag": ("x", "y", "z")}
PLACED = ("syllables", "heading")


@st.composite
def index_entries(draw: st.DrawFn, *, most: int = 12) -> list[IndexEntry]:
    """Entries with ids that differ, in any order; streams and keys that some lack."""
    ids = draw(st.lists(st.text("019:#", max_size=4), unique=True, max_size=most))
    tokens = st.lists(st.sampled_from(TOKENS), max_size=9).map(tuple)
    streams = st.dictionaries(st.sampled_from((*PLACED, "words")), tokens)
    places = st.tuples(st.sampled_from(("a", "b", "ă")), st.integers(0, 3))
    keys = st.fixed_dictionaries(
        {}, optional={field: st.lists(st.sampled_from(values)).map(tuple) for field, values in VALUES.items()}
    )
    return [IndexEntry(EntryId(id), draw(places), draw(streams), draw(keys)) for id in ids]


def queries() -> st.SearchStrategy[Query]:
    """Any tree over those words and values, and some that no entry has."""
    words = st.sampled_from((*TOKENS, "?", ""))
    streams = st.sampled_from((*PLACED, "words", "none"))
    fields = st.sampled_from((*VALUES, "none"))
    values = st.sampled_from(sorted({value for all_of in VALUES.values() for value in all_of} | {"", "~"}))
    leaves: st.SearchStrategy[Query] = st.one_of(
        st.builds(Term, streams, words),
        st.builds(Phrase, st.sampled_from((*PLACED, "none")), st.lists(words, min_size=1, max_size=4).map(tuple)),
        st.builds(Key, fields, values),
        st.builds(KeyRange, fields, values, values),
    )
    return st.recursive(leaves, _branches, max_leaves=8)


def _branches(parts: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
    several = st.lists(parts, max_size=4).map(tuple)
    weights = st.sampled_from((0.0, 0.25, 1.0, 7.5))
    return st.one_of(
        st.builds(All, several), st.builds(Any, several), st.builds(Not, parts), st.builds(Boosted, parts, weights)
    )


_PRINTED = (
    *(
        "hê \u0323thống",
        "phong trà o",
        "v à",
        "nƣớc",
        "hoac\u0323h",
        "qu\u0301y",
        "vǎn",
        "Quốс",
        "rộ\u00adng",
        "\u200b",
    ),
    *("thể,các", "hi ", "ện", "ng", "2017- 2019", "B ở", "m và n", "I. Ý NGHĨA", "- Về", "“", "”", '"', " ,", "..."),
    *("\u0323", "\u0302", "\u00a0", "  ", "\t", "\n", " \n", "\n\n", "\f", "-----", "8", "\u200c", "!", ")", "("),
)


def printed_texts() -> st.SearchStrategy[str]:
    """Anything that may stand in a source: any characters, or pieces of damaged Vietnamese in any order."""
    pieces = st.lists(st.sampled_from(_PRINTED), max_size=25)
    return st.one_of(st.text(max_size=60), pieces.map(" ".join), pieces.map("".join))


def raw_texts() -> st.SearchStrategy[RawText]:
    """A source with any text, wrapped or not."""
    return st.builds(RawText, printed_texts(), wrapped=st.booleans())
