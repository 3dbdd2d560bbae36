"""One event with two ordinals: the same congress as the fifth and as the sixth."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from kb.extract.findings.parts import Reading
from kb.extract.references.events import ordinal_of
from kb.model import Finding, Reference

TERM = re.compile(r"^[^.;!]{0,60}?nhiệm kỳ (?P<first>\d{4})\s?[-–]\s?(?P<last>\d{4})")
YEAR = re.compile(r"^[^.;!]{0,80}?(?<!\d)(?:năm )(?P<year>\d{4})")
AHEAD = re.compile(r"(?:chào mừng|hướng tới|tiến tới|chuẩn bị|trước thềm)[^.;!]{0,120}$", re.IGNORECASE)
PAST = re.compile(r"(?:sau|từ|kể từ|trước|nhiệm kỳ trước|tại|giữa)\s[^.;!,]{0,40}$", re.IGNORECASE)
DOING = re.compile(r"(?:thực hiện|quyết tâm|thi đua)[^.;!]{0,80}Nghị quyết[^.;!]{0,20}$", re.IGNORECASE)
# Sessions and meetings come several times a year, and "Đại hội" alone is anybody's.
RECURRING = re.compile(r"hoi nghi|ky hop|phien hop|hoi thi|cuoc thi|lien hoan")
NOBODYS = frozenset({"dai hoi", "dai hoi dang", "ban chap hanh trung uong"})
TERM_YEARS = 5


MOST = 60  # mentions of one event that are compared


@dataclass(frozen=True, slots=True)
class Mention:
    """An event as it is mentioned once: its name's key, its ordinal, and the year its term or itself begins."""

    reference: Reference
    name: str
    ordinal: int
    year: int | None
    is_title: bool


def ordinals(reading: Reading) -> Iterator[Finding]:
    """One finding an event: error where title or term fix it, likely where only the wording does; holds for a row of
    terms that counts up rightly."""
    for mentions in _by_name(reading):
        recurring = RECURRING.match(mentions[0].name) or mentions[0].name in NOBODYS
        if recurring or len({mention.ordinal for mention in mentions}) < 2:
            continue
        clash = _clash(reading, mentions)
        if clash is not None:
            yield clash
        if (row := _row(reading, mentions)) is not None:
            yield row


def _by_name(reading: Reading) -> Iterator[list[Mention]]:
    groups: list[tuple[str, list[Mention]]] = []
    for mention in _mentions(reading):
        for name, group in groups:
            if _same_name(name, mention.name):
                group.append(mention)
                break
        else:
            groups.append((mention.name, [mention]))
    for _, group in groups:
        yield group


def _same_name(one: str, other: str) -> bool:
    """Whether two keys name one event: "dai hoi dang bo tinh" and the same with the province's name."""
    short, long = sorted((one, other), key=len)
    return short == long or (long.startswith(f"{short} ") and len(short.split()) >= 5)


def _mentions(reading: Reading) -> Iterator[Mention]:
    text = reading.document.text
    for one in reading.references:
        if one.kind != "event" or not one.number or one.key is None:
            continue
        ordinal = ordinal_of(one.number)
        if ordinal is None:
            continue
        following = text[one.span.end : one.span.end + 140].split("\n")[0]
        term, year = TERM.match(following), YEAR.match(following)
        began = int(term["first"]) if term else int(year["year"]) if year else None
        passage = reading.passage_at(one.span.start)
        is_title = passage is not None and passage.section.kind == "title-block"
        yield Mention(one, one.key.removeprefix("event:").partition("|")[0], ordinal, began, is_title)


def _clash(reading: Reading, mentions: Sequence[Mention]) -> Finding | None:
    for one, other in combinations(mentions[:MOST], 2):
        if one.ordinal != other.ordinal and one.year is not None and one.year == other.year:
            return _told(reading, mentions, {one.ordinal, other.ordinal}, "error", f"cùng năm {one.year}")
    titles = [mention for mention in mentions if mention.is_title]
    for title in titles:
        others = [m for m in mentions if m.ordinal != title.ordinal and (m.year is None or m.year == title.year)]
        same = [m for m in mentions if m.ordinal == title.ordinal and not m.is_title]
        if others and not same:
            return _told(
                reading,
                [title, *others],
                {title.ordinal, others[0].ordinal},
                "error",
                "tên văn bản và thân bài khác nhau",
            )
    return _stale(reading, mentions)


def _stale(reading: Reading, mentions: Sequence[Mention]) -> Finding | None:
    """An earlier congress whose resolution is still to be carried out beside the present one's."""
    text, year = reading.document.text, reading.year
    present = [m for m in mentions if m.year and year and m.year <= year <= m.year + TERM_YEARS]
    if not present or year is None:
        return None
    newest = max(present, key=lambda mention: mention.year or 0)
    for mention in mentions:
        before = text[max(0, mention.reference.span.start - 160) : mention.reference.span.start].split("\n")[-1]
        is_other = mention.ordinal < newest.ordinal and mention.year is None and newest.year != year
        if is_other and DOING.search(before) and not AHEAD.search(before):
            return _told(
                reading,
                [newest, mention],
                {newest.ordinal, mention.ordinal},
                "likely",
                f"nhiệm kỳ {newest.year} là lần thứ {newest.reference.number}",
            )
    return None


def _told(reading: Reading, mentions: Sequence[Mention], which: set[int], verdict: str, why: str) -> Finding:
    shown = [mention.reference for mention in mentions if mention.ordinal in which]
    numbers = list(dict.fromkeys(one.number or "" for one in shown))
    what = f"{shown[0].title}: {' và '.join(f'“{number}”' for number in numbers)} ({why})"
    steps = [f"“{number}”: {sum(one.number == number for one in shown)} chỗ" for number in numbers]
    return reading.finding("ordinal", verdict, what, [one.span for one in shown], steps)  # type: ignore[arg-type]


def _row(reading: Reading, mentions: Sequence[Mention]) -> Finding | None:
    """Terms that follow each other with ordinals that do too."""
    known: dict[int, Mention] = {}
    for mention in mentions:
        if mention.year is not None:
            known.setdefault(mention.ordinal, mention)
    pairs = sorted(known.items())
    for (a, first), (b, last) in pairwise(pairs):
        if (last.year or 0) - (first.year or 0) == TERM_YEARS * (b - a):
            step = f"{first.year}: lần thứ {first.reference.number}; {last.year}: lần thứ {last.reference.number}"
            return reading.finding("ordinal", "holds", step, [first.reference.span, last.reference.span], [step])
    return None
