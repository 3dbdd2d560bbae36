"""What of a document may be suggested: titles, names in quotation marks, documents' numbers, people, bodies, and words
that often stand together.

A reading of its own: it knows where words end and what is said often, not what it means.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from kb.analysis import analyze
from kb.model import Document, Figure, Phrase, PhraseKind, Quote
from kb.query.commonness import information
from kb.query.compounds import may_be_compound
from kb.vietnamese.people import find_mentions, shipped_people
from kb.vietnamese.syllables import folded_key
from kb.vietnamese.values import read_values

LEAST, MOST = 2, 20  # syllables of a title or name
LONGEST_PHRASE = 6  # syllables that stand together
TOLD_BITS = 2  # the first and the last of them say something themselves
LONGEST_TYPE = 30  # code points of "Quyết định số "
OFTEN = 2
MOST_PHRASES = 400  # of one document, the most frequent

CLAUSE = re.compile(r"[^.,;:!?()\[\]“”\"«»\n…/]+")
OFFICE = (
    r"(?:Chủ tịch|Phó Chủ tịch|Tổng Bí thư|Bí thư|Phó Bí thư|Thủ tướng|Phó Thủ tướng|Bộ trưởng|Đại tướng|Thượng tướng"
    r"|Trung tướng|Thiếu tướng|Đại tá|Giám đốc|[Đđ]ồng chí|Anh hùng|Bà mẹ Việt Nam anh hùng|Giáo sư|Tiến sĩ|Bác sĩ)"
)
CAPITAL = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"
SYLLABLE = rf"[{CAPITAL}][^\W\d_{CAPITAL}]+"
OFFICER = re.compile(rf"{OFFICE} (?P<name>{SYLLABLE}(?: {SYLLABLE}){{1,3}})(?!\w)")
TYPE = re.compile(
    r"(?:[Cc]hỉ thị|[Nn]ghị quyết|[Nn]ghị định|[Qq]uyết định|[Kk]ế hoạch|[Cc]ông văn|[Tt]hông tư|[Hh]ướng dẫn"
    r"|[Kk]ết luận|[Tt]hông báo|[Bb]áo cáo|[Cc]hương trình|[Đđ]ề án|[Ll]uật|[Pp]háp lệnh|[Qq]uy định)(?: số)? $"
)
# "Bộ Chính trị", "Huy chương Vàng": a capital on the first of two syllables of a word, or on a word of one syllable.
TOKEN = re.compile(r"[^\W_]+")


def read_phrases(document: Document, quotes: Sequence[Quote], figures: Sequence[Figure]) -> tuple[Phrase, ...]:
    """What may be suggested of a document, each text once; counts are places of this document."""
    usage = _Usage(document.text)
    found: dict[tuple[PhraseKind, str], Counter[str]] = {}
    every = (
        *_titles(document, usage),
        *_quoted(quotes),
        *_numbers(document),
        *_people(document.text),
        *_bodies(document.text, usage),
        *_measured(figures),
    )
    for kind, text in every:
        found.setdefault((kind, _key(text)), Counter())[text] += 1
    known = {key for _, key in found}
    phrases = [Phrase(_commonest(ways), kind, ways.total()) for (kind, _), ways in found.items()]
    often = (phrase for phrase in _often(document.text) if _key(phrase.text) not in known)
    return (*phrases, *often)


def _commonest(ways: Counter[str]) -> str:
    return max(ways, key=lambda way: (ways[way], way))


class _Usage:
    """Which words a text writes with a capital inside its sentences."""

    def __init__(self, text: str) -> None:
        self._small = Counter[str]()
        self._large = Counter[str]()
        for match in re.finditer(r"(?<=[^\W\d_] )[^\W\d_]+", text):
            word = match[0]
            if word.islower():
                self._small[word] += 1
            elif word[1:].islower():
                self._large[word.lower()] += 1

        words = text.split()
        self._pairs = Counter(f"{a} {b}" for a, b in pairwise(words) if a.islower() and b.islower())
        self._names = Counter(f"{a} {b}" for a, b in pairwise(words) if a[:1].isupper())

    def is_name(self, words: str) -> bool:
        """Whether two words are written with a capital at least as often as without: "Quốc hội", not "Thi đua"."""
        return self._pairs[words.lower()] <= self._names[words]

    def written(self, title: str) -> str:
        """A title in capitals as it would stand at the head of a sentence."""
        if not title.isupper():
            return title
        words = TOKEN.sub(self._word, title)
        return words[:1].upper() + words[1:]

    def _word(self, match: re.Match[str]) -> str:
        word = match[0].lower()
        if not self._small[word] and not self._large[word]:
            return match[0] if len(word) > 1 and not re.search(r"[aăâeêioôơuưy]", word) else word
        return word.capitalize() if self._large[word] > self._small[word] else word


def _titles(document: Document, usage: _Usage) -> Iterator[tuple[PhraseKind, str]]:
    yield from _fitting("title", document.front.title)
    for section in document.walk():
        if section.kind not in ("item", "clause", "point"):
            yield from _fitting("title", usage.written(section.title))


def _quoted(quotes: Sequence[Quote]) -> Iterator[tuple[PhraseKind, str]]:
    for quote in quotes:
        if quote.kind == "quotation":
            yield from _fitting("quotation", re.split(r"(?<=[^\W\d_])[.!?;](?:\s|$)", quote.words)[0])
        else:
            yield from _fitting("name", quote.words)


def _measured(figures: Sequence[Figure]) -> Iterator[tuple[PhraseKind, str]]:
    """What figures are of: "GRDP bình quân đầu người"."""
    for figure in figures:
        if len(figure.subject.split()) <= LONGEST_PHRASE:
            yield from _fitting("phrase", figure.subject)


def _fitting(kind: PhraseKind, text: str) -> Iterator[tuple[PhraseKind, str]]:
    shown = " ".join(text.split()).strip(" .,;:…-–*!?")
    if LEAST <= len(TOKEN.findall(shown)) <= MOST:
        yield kind, shown


def _numbers(document: Document) -> Iterator[tuple[PhraseKind, str]]:
    """Numbers of documents, alone and with what they are of: "258/QĐ-TTg", "Quyết định số 258/QĐ-TTg"."""
    front = document.front
    yield from (("number", number) for number in (front.number, front.cover and front.cover.number) if number)
    text = document.text
    for value in read_values(text):
        printed = re.search(r"\d\S*", value.span.of(text)) if value.kind == "docnumber" else None
        if printed and re.search(r"[/-]\D", printed[0]):
            start = value.span.start + printed.start()
            yield "number", printed[0]
            if of := TYPE.search(text[max(0, start - LONGEST_TYPE) : start].replace("\n", " ")):
                yield "number", of[0][:1].upper() + of[0][1:] + printed[0]


def _people(text: str) -> Iterator[tuple[PhraseKind, str]]:
    for mention in find_mentions(text, shipped_people()):
        yield "person", mention.person.name
        called = " ".join(mention.span.of(text).split())
        if len(called.split()) > 1 and not called.isupper() and called != mention.person.name:
            yield "person", called
    for match in OFFICER.finditer(text):
        yield "person", match[0][:1].upper() + match[0][1:]
        yield "person", match["name"]


def _bodies(text: str, usage: _Usage) -> Iterator[tuple[PhraseKind, str]]:
    """Runs of words with a capital each inside a sentence: "Hội Liên hiệp Phụ nữ", "Huy chương Vàng"."""
    for clause in CLAUSE.finditer(text):
        words = [match[0] for match in re.finditer(r"\S+", clause[0])]
        at = 1
        while at < len(words):
            end = _body_end(words, at)
            body = " ".join(words[at:end])
            if end - at > LEAST or (end - at == LEAST and usage.is_name(body)):
                yield "body", body
            at = max(end, at + 1)


def _body_end(words: Sequence[str], at: int) -> int:
    end = at
    while end < len(words) and re.fullmatch(SYLLABLE, words[end]):
        end += 1
        if end < len(words) and words[end].islower() and _is_word(*map(folded_key, words[end - 1 : end + 1])):
            end += 1
    return end


def _often(text: str) -> Iterator[Phrase]:
    """Words that stand together more than once, none that is only a part of a longer one as frequent."""
    counted: Counter[tuple[str, ...]] = Counter()
    written: dict[tuple[str, ...], Counter[str]] = {}
    for clause in CLAUSE.finditer(text):
        tokens = analyze(clause[0], words=False).folded
        keys = [token.text for token in tokens]
        for start, end in _runs(keys):
            run = tuple(keys[start:end])
            counted[run] += 1
            way = clause[0][tokens[start].span.start : tokens[end - 1].span.end]
            written.setdefault(run, Counter())[way] += 1
    often = {run: count for run, count in counted.items() if count >= OFTEN}
    inner = {part for run in often for part in (run[1:], run[:-1]) if often.get(part) == often[run]}
    best = sorted((run for run in often if run not in inner), key=lambda run: (-often[run], run))
    for run in best[:MOST_PHRASES]:
        yield Phrase(" ".join(_commonest(written[run]).split()), "phrase", often[run])


def _runs(keys: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The runs of syllables that begin and end with a word that says something, and cut none."""
    told = [information(key) >= TOLD_BITS and not key[0].isdigit() for key in keys]
    joined = [_is_word(left, right) for left, right in pairwise(keys)]
    inside = [at > 0 and joined[at - 1] and not (at < len(joined) and joined[at]) for at in range(len(keys))]
    for start in range(len(keys)):
        if told[start] and not inside[start]:
            for end in range(start + LEAST, min(start + LONGEST_PHRASE, len(keys)) + 1):
                cuts = end < len(keys) and joined[end - 1] and not joined[end - 2]
                if (told[end - 1] or joined[end - 2]) and not cuts:
                    yield start, end


@lru_cache(1 << 16)
def _is_word(left: str, right: str) -> bool:
    return may_be_compound(left, right)


def _key(text: str) -> str:
    return " ".join(token.text for token in analyze(text, words=False).syllables)
