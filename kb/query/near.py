"""What plain words of a question are looked for as too: other ways to write them, and the person they name.

A way or person that nowhere stands in the collection is left out, so that what is told is what was done. Words in
quotation marks never come here: they are looked for as they are typed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from kb.analysis import analyze
from kb.query import score, weights
from kb.query.commonness import information
from kb.query.cover import together
from kb.query.marks import Mark
from kb.query.people import asks_what_was_said, read_people
from kb.query.question import Word, typed
from kb.query.spelling import Form, Sought, unmarked
from kb.query.synonyms import Place, Synonyms, Way
from kb.query.tree import Any, Boosted, Query, Term
from kb.query.vocabulary import Vocabulary
from kb.vietnamese.letters import fold
from kb.vietnamese.people import NOBODY, People, said_by
from kb.vietnamese.syllables import is_syllable

STREAMS = ("syllables", "heading")
MOST_SHOWN = 4  # names of a person
MOST_SCORED = 3  # ways whose single words count too, not only the whole of them
ALL = "0"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of words beyond a collection, but for the `unwanted` words (folded); ALL among them: for none."""

    synonyms: Synonyms
    people: People = NOBODY
    unwanted: frozenset[str] = field(default_factory=frozenset)

    def without(self, words: Sequence[str]) -> Known:
        """The same, but nothing else for these words than what was typed: nothing near, no slip put right."""
        return Known(self.synonyms, self.people, frozenset(map(_plain, words)))

    def wants(self, typed: str) -> bool:
        return ALL not in self.unwanted and _plain(typed) not in self.unwanted


NOTHING = Known(Synonyms({}, {}, 0))


@dataclass(frozen=True, slots=True)
class Near:
    """The words from `start` to `end` (exclusive) are looked for as something else too.

    `places`: where that stands; `scores`: what it adds; `marks`: what of it is marked. `typed` are the words, `note`
    tells what else is looked for. `instead`: the words themselves are no sign of it ("TƯ" for "tư").
    """

    start: int
    end: int
    kind: Literal["synonym", "person"]
    typed: str
    note: str
    places: tuple[Query, ...]
    scores: tuple[Query, ...]
    marks: tuple[Mark, ...]
    instead: bool = False


def find_near(words: Sequence[Word], vocabulary: Vocabulary, known: Known, *, marked: bool) -> Iterator[Near]:
    """What a run of words is looked for as too, in the order of the words."""
    yield from _people(words, vocabulary, known, marked=marked)
    for place in known.synonyms.places(words, marked=marked):
        as_typed = typed(words[place.start : place.end])
        ways = [way for way in place.ways if vocabulary.count(Any(_places(way)))] if known.wants(as_typed) else []
        if ways:
            stands = vocabulary.count(_stands(words[place.start : place.end])) > 0
            yield _of_ways(place, as_typed, ways, weights.SYNONYM_BESIDE if stands else weights.SYNONYM)


def _people(words: Sequence[Word], vocabulary: Vocabulary, known: Known, *, marked: bool) -> Iterator[Near]:
    said = asks_what_was_said(words, marked=marked)
    for named in read_people(words, known.people, marked=marked):
        as_typed, place = typed(words[named.start : named.end]), Term("entities", named.person.token)
        if known.wants(as_typed) and vocabulary.count(place):
            calls = (*named.person.names, *named.person.respect)
            others = [call for call in calls if fold(call) != fold(as_typed)][:MOST_SHOWN]
            note = f"{named.person.name}, cũng gọi là: {', '.join(others)}"
            scores: tuple[Query, ...] = (Boosted(place, weights.PERSON),)
            if said:
                scores = (*scores, Boosted(Term("entities", said_by(named.person.name)), weights.SAID))
            marks = (Mark((), weights.NAME_BITS, person=named.person),)
            yield Near(named.start, named.end, "person", as_typed, note, (place,), scores, marks)


def _of_ways(place: Place, as_typed: str, ways: Sequence[Way], weight: float) -> Near:
    return Near(
        place.start,
        place.end,
        "synonym",
        as_typed,
        "gần nghĩa: " + ", ".join(way.text for way in ways),
        tuple(query for way in ways for query in _places(way)),
        tuple(query for at, way in enumerate(ways) for query in _scores(way, weight, words=at < MOST_SCORED)),
        tuple(_mark(way) for way in ways),
        instead=place.end - place.start == 1 and is_syllable(as_typed) and as_typed.isupper(),
    )


def _places(way: Way) -> tuple[Query, ...]:
    """Where the whole of a way stands together: in the text, in the heading."""
    return tuple(together(stream, way.keys) for stream in STREAMS)


def _stands(words: Sequence[Word]) -> Query:
    return together("folded", tuple(word.folded for word in words))


def _scores(way: Way, weight: float, *, words: bool) -> Iterator[Query]:
    """As if the way had been typed, with less weight."""
    weight *= way.weight
    yield from (Boosted(place, weight) for place in _places(way))
    if words and len(way.keys) > 1:
        texts = [token.span.of(way.text) for token in analyze(way.text, words=False).syllables]
        sought = [Sought(Word(text), (Form(key, unmarked(key)),)) for text, key in zip(texts, way.keys, strict=True)]
        yield from (Boosted(query, weight) for query in score.scores(sought, (), marked=True))


def _mark(way: Way) -> Mark:
    forms = tuple(Form(key, unmarked(key)) for key in way.keys)
    return Mark((forms,), sum(information(form.folded) for form in forms), whole=True)


def _plain(words: str) -> str:
    return " ".join(fold(words).split())
