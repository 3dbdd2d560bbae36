"""The table of people: their names, other names and words of respect, as the product ships it and a home adds to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources

from kb.errors import BadSynonyms
from kb.vietnamese.letters import fold, nfc

LONGEST = 80  # code points of a name


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with the names a text may use; `respect`: the capital words that mean this person in context."""

    name: str
    others: tuple[str, ...] = ()
    respect: tuple[str, ...] = ()

    @property
    def token(self) -> str:
        """What stands for this person in an index.

        >>> Person("Hồ Chí Minh").token
        'ho-chi-minh'
        """
        return _slug(self.name)

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.others)


@dataclass(frozen=True)
class People:
    """The people of a table, each once."""

    everybody: tuple[Person, ...]

    @cached_property
    def by_name(self) -> dict[str, Person]:
        """Every name in small letters, one space between words -> who it is; the first of two."""
        table: dict[str, Person] = {}
        for person in self.everybody:
            for name in person.names:
                table.setdefault(name.lower(), person)
        return table

    @cached_property
    def by_respect(self) -> dict[str, Person]:
        """Every word of respect -> the first who is called so."""
        table: dict[str, Person] = {}
        for person in self.everybody:
            for word in person.respect:
                table.setdefault(word, person)
        return table


def said_by(name: str) -> str:
    """What stands in an index for words that somebody is quoted with.

    >>> said_by("Hồ Chí Minh")
    'said:ho-chi-minh'
    """
    return f"said:{_slug(name)}"


def _slug(name: str) -> str:
    return "-".join(re.findall(r"\w+", fold(name)))


NOBODY = People(())


@cache
def shipped_people() -> People:
    name = "names.tsv"
    return People(read_people(resources.files(__package__).joinpath(name).read_text("utf-8"), name))


def with_own_people(own: Sequence[Person]) -> People:
    """The shipped people and a home's; the home's in the place of those of the same name."""
    if not own:
        return shipped_people()
    replaced = {person.token for person in own}
    return People((*own, *(one for one in shipped_people().everybody if one.token not in replaced)))


def read_people(text: str, path: str) -> tuple[Person, ...]:
    """The people of a table; BadSynonyms names the line that is none.

    >>> read_people("# ghi chú\\nTrường Chinh\\tĐặng Xuân Khu", "x")
    (Person(name='Trường Chinh', others=('Đặng Xuân Khu',), respect=()),)
    """
    lines = enumerate(nfc(text).removeprefix("\ufeff").splitlines(), 1)
    return tuple(_person(line, path, number) for number, line in lines if line.strip() and not line.startswith("#"))


def _person(line: str, path: str, number: int) -> Person:
    name, others, respect, *_ = (*line.split("\t"), "", "")
    person = Person(" ".join(name.split()), tuple(_parts(others)), tuple(_parts(respect)))
    for one in person.names:
        if len(one) > LONGEST or len(re.findall(r"\w+", one)) < 2:
            raise BadSynonyms(path=path, line=number, why="short-name", name=one[:40])
    for one in person.respect:
        if not (one.isalpha() and one.istitle()):
            raise BadSynonyms(path=path, line=number, why="odd-respect", word=one[:40])
    return person


def _parts(cell: str) -> Iterator[str]:
    yield from (" ".join(part.split()) for part in cell.split("|") if part.strip())
