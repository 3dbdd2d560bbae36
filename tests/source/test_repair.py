"""The repair's promises on whole documents: what is damaged is put right, nothing else is touched, all comes back."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given

from kb.model import Body, RawText, Repair, Span
from kb.source.repair import LETTER_RULES, WORD_RULES, repair
from tests.strategies import printed_texts, raw_texts

ROOT = Path(__file__).parent.parent.parent
GOLDEN = ROOT / "tests" / "golden"
OUTLINE = ROOT / "corpus" / "000_d092e2f3fc018b89.txt"
DOCUMENTS = sorted((GOLDEN / "documents").glob("*.txt"))

LAYOUT = {
    "line_break", "hard_wrap", "wrapped_heading", "wrapped_item", "page_break_space", "leading_space", "column_gap",
    "rule_line", "space_only_line", "page_number",
}  # fmt: skip
"""Rules of white space and furniture, which kb.source.layout answers for; column_gap is a letterhead's."""


@dataclass(frozen=True, slots=True)
class Record:
    """A damaged place as the gold names it: its rule, and its place in the source."""

    rule: str
    span: Span


def raw(path: Path) -> RawText:
    return RawText(path.read_bytes().decode("utf-8"), wrapped=True)


def paragraphs(path: Path) -> list[str]:
    """The clean paragraphs that the gold says a document has."""
    if path == OUTLINE:
        return (GOLDEN / "clean.txt").read_text(encoding="utf-8").splitlines()
    labels = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return [paragraph["text"] for paragraph in labels["paragraphs"]]


def records(path: Path) -> list[Record]:
    labels = GOLDEN / "damage.json" if path == OUTLINE else path.with_suffix(".json")
    starts = [0]
    for line in raw(path).text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    found = []
    for row in json.loads(labels.read_text(encoding="utf-8"))["damage"]:
        start = starts[row["line"] - 1] + row["col"]
        found.append(Record(row["cls"], Span(start, start + len(row["damaged"]))))
    return found


def in_source(body: Body) -> Iterator[tuple[Span, Repair]]:
    """Every repair with the place in the source that it was made at."""
    shift = 0
    for made in body.repairs:
        start = made.span.start + shift
        yield Span(start, start + len(made.before)), made
        shift += len(made.before) - len(made.span)


def touch(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end


@pytest.mark.parametrize("path", [OUTLINE, *DOCUMENTS], ids=lambda path: path.stem)
def test_a_document_reads_letter_for_letter_as_it_was_written(path: Path) -> None:
    assert repair(raw(path)).text.split("\n") == paragraphs(path)


@pytest.mark.parametrize("path", [OUTLINE, *DOCUMENTS], ids=lambda path: path.stem)
def test_every_damaged_place_is_repaired_by_the_rule_of_its_name(path: Path) -> None:
    made = list(in_source(repair(raw(path))))
    missed = [
        record
        for record in records(path)
        if record.rule not in LAYOUT
        and not any(record.rule in r.rule.split("+") and touch(record.span, span) for span, r in made)
    ]
    assert missed == []


@pytest.mark.parametrize("path", [OUTLINE, *DOCUMENTS], ids=lambda path: path.stem)
def test_nothing_but_damaged_places_and_layout_is_changed(path: Path) -> None:
    known = records(path)
    false = [
        made
        for span, made in in_source(repair(raw(path)))
        if not set(made.rule.split("+")) <= LAYOUT and not any(touch(record.span, span) for record in known)
    ]
    assert false == []


@pytest.mark.parametrize("path", [OUTLINE, *DOCUMENTS], ids=lambda path: path.stem)
def test_a_document_comes_back_letter_for_letter(path: Path) -> None:
    assert repair(raw(path)).undone() == raw(path).text


def test_clean_text_stays_as_it_is() -> None:
    clean = (GOLDEN / "clean.txt").read_text(encoding="utf-8").removesuffix("\n")
    assert repair(RawText(clean, wrapped=False)).repairs == ()


@pytest.mark.parametrize(
    "text",
    [
        "các điển hình tiên tiên tiến, học tập và làn theo",  # slips of the outline's authors
        "ngày 11/4/1990, Hồ Chủ tịch",
        "hoá và hóa, thuỷ và thủy, lý và lí",
        "Thầy giáo Vàng A Páo, xã Lũng Chải; người H'Mông, H’Mông, Ê Đê, Gia Rai",
        "cao 5 m ở phía đông, rộng 3 m, nặng 2 kg; 500 đ một cái",
        "các điểm g, h và i khoản 2; đường B ở phía Đông; bên A, bên B",
        "TP.HCM, TP. Huế, Th.S, v.v., UBND-TTg, chinhphu.vn, https://a.vn/b?c=1,2",
        "bác sĩ thú y và y tế thôn bản, cho ai, do anh",
        "ngày ... tháng ... năm ....; Số: ……/BC",
        "tỷ lệ 3 : 1, lúc 7:30, 13.458, 6,6%",
        'từ "riêng" và “chung”, 5" và 6"',
        "Ma-lai-xi-a, In-đô-nê-xi-a, Lênin, José, El Niño, più, Ростов, Πλάτων",
    ],
)
def test_what_is_no_damage_stays(text: str) -> None:
    assert repair(RawText(text, wrapped=False)).text == text


def test_two_kinds_of_damage_in_one_word_are_one_repair() -> None:
    body = repair(RawText("đôi ngu\u031bo\u031bi\u0300 ,", wrapped=False))
    assert (body.text, [r.rule for r in body.repairs]) == (
        "đôi người,",
        ["decomposed+mark_misplaced", "space_before_punct"],
    )


def test_lines_say_what_is_printed_on_them() -> None:
    body = repair(RawText("Phong trà o thi \n\nđua yêu nƣớc ,\nhê \u0323thống\n", wrapped=True))
    assert [(line.number, line.span.of(body.text)) for line in body.lines] == [
        (1, "Phong trào thi "),
        (2, ""),
        (3, "đua yêu nước, "),
        (4, "hệ thống"),
    ]


def test_a_syllable_cut_by_a_line_end_is_printed_where_it_begins() -> None:
    body = repair(RawText("của phong trà\n\no thi đua\n", wrapped=True))
    assert [line.span.of(body.text) for line in body.lines] == ["của phong trào", "", " thi đua"]


def test_the_source_s_own_pages_are_kept() -> None:
    body = repair(RawText("một\nhai\nba", wrapped=False, pages=(1, 1, 2)))
    assert [line.page for line in body.lines] == [1, 1, 2]


def test_an_empty_text_has_one_empty_line() -> None:
    body = repair(RawText("", wrapped=True))
    assert [(line.number, line.span) for line in body.lines] == [(1, Span(0, 0))]


@given(raw_texts())
def test_whatever_is_printed_comes_back(text: RawText) -> None:
    assert repair(text).undone() == text.text


@given(raw_texts())
def test_the_repaired_text_is_composed(text: RawText) -> None:
    assert unicodedata.is_normalized("NFC", repair(text).text)


@given(raw_texts())
def test_repairs_are_in_order_and_apart(text: RawText) -> None:
    repairs = repair(text).repairs
    assert all(left.span.end <= right.span.start for left, right in pairwise(repairs))


@given(raw_texts())
def test_the_lines_of_the_source_tile_the_text(text: RawText) -> None:
    body = repair(text)
    ends = [0, *(line.span.end for line in body.lines)]
    assert [line.span.start for line in body.lines] == ends[:-1]
    assert ends[-1] == len(body.text)
    assert [line.number for line in body.lines] == list(range(1, len(text.text.removesuffix("\n").split("\n")) + 1))


@given(raw_texts())
def test_nothing_is_printed_on_an_empty_line(text: RawText) -> None:
    body = repair(text)
    printed = text.text.removesuffix("\n").split("\n")
    assert [line.number for line in body.lines[1:] if line.span and not printed[line.number - 1].strip()] == []


@given(printed_texts())
def test_every_rule_gives_edits_of_its_line_in_order(text: str) -> None:
    for rule in LETTER_RULES + WORD_RULES:
        spans = [edit.span for edit in rule(text)]
        assert all(left.end <= right.start for left, right in pairwise(spans))
        assert all(span.end <= len(text) for span in spans)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def test_no_word_of_clean_paragraphs_is_changed(shared: Path) -> None:
    rows = (shared / "data" / "xquad_vi" / "corpus.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(row)["text"] for row in rows]
    unseen = re.compile("[\u00ad\u200b\ufeff]")
    changed = [
        text for text in texts if words(repair(RawText(text, wrapped=False)).text) != words(unseen.sub("", text))
    ]
    assert (len(texts), changed) == (240, [])


@pytest.mark.parametrize("folder", ["real/txt", "gold/documents", "corpus"])
def test_real_texts_come_back_letter_for_letter(shared: Path, folder: str) -> None:
    for path in sorted((shared / folder).glob("*.txt")):
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        assert repair(RawText(text, wrapped=True)).undone() == text
