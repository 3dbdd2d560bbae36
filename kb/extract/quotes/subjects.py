"""Who does what the end of a clause says: read from its end, comma by comma.

"Chấp thuận đề nghị của Người, ngày 27/3/1948, Ban Chấp hành Trung ương Đảng ra Chỉ thị …, xác định rõ:" says the words
of the Central Committee (outline, line 35): a subject begins its part of the clause.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from kb.extract.quotes.bodies import DAY, PAPER_NOUNS, read_body, read_day, read_paper
from kb.extract.quotes.people import HO_CHI_MINH, OFFICE, ROLE, person_at_end, read_foreign, read_person
from kb.model import Work

MOST_PARTS: Final = 8
LONGEST_OFFICE: Final = 60
_TITLES = r"(?:ông|bà|anh|chị|cụ|cô|chú|thầy|em|đồng chí|già làng|mẹ|họ|tôi|chúng tôi|cháu)"
PRONOUN: Final = re.compile(
    rf"(?:(?:^|[.,;:!?”]\s*)(?P<first>(?i:{_TITLES}))|\s(?P<title>{_TITLES}))(?: (?:ấy|này|cũng|đã|vẫn"
    rf"|xúc động|vui vẻ))*\s*$"
)
"""A word that stands for a person, right before what they do: "Cụ" at the beginning, "ông" further on (never "Phan Huy
Chú")."""

_INNER = re.compile(r"\s(?:được|do|bởi|khi|lúc|và|mà|nhưng|song|thì|việc)\s")
_CLAUSE = re.compile(r"(?:[;:!?]|[”»\"](?=\s[A-ZĐ]))\s")
_LEADING = re.compile(
    r"^\s*(?:[-–+*•]\s*)?(?:(?:\(?[0-9a-zđ]{1,2}[.)]\s)?)(?:(?:như|và|nhưng|song|rồi|đúng như|cũng như"
    r"|do đó|do vậy|vì vậy|vì thế|bởi vậy|từ đó|sau đó|đồng thời|chính vì vậy|thì|mà|khi|trong đó|ngoài ra"
    r"|hoặc|hay|tuy nhiên|trước đó"
    r"|đến dự hội nghị|tại hội nghị|tại đại hội|về phía mình|về vấn đề này|một lần nữa|lúc sinh thời"
    r"|sinh thời|khi còn sống|theo đó)\s+)*",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(
    r"^(?:[Tt]rong|[Tt]ại|[Nn]gày|[Nn]ăm|[Tt]háng|[Kk]hi|[Tt]ừ|[Tt]rước|[Ss]au|[Vv]ề|[Nn]ói|[Vv]ới|[Đđ]ể"
    r"|[Đđ]ối|[Nn]hằm|[Ở]|[Ll]úc|[Gg]ần|[Cc]ách|[Tt]rên|[Bb]ằng|[Ss]uốt|[Tt]hăm|[Đđ]ến|[Pp]hát|[Tt]rả"
    r"|[Bb]ình"
    r"|[Ss]áng|[Cc]hiều|[Tt]ối|[Mm]ới|[Gg]ửi|[Tt]ham|[Dd]ự|[Tt]rao|[Nn]hận|[Tt]huật|[Nn]hân|[Ss]inh thời"
    r"|[Mm]ột|[Ll]à|[Hh]iện|[Đđ]ang)(?!\w)"
)
_RELATIVE = re.compile(r"\s(?:đã|từng|ra|ban hành|phát động|họp|về|đến|gửi|có|được|cũng|luôn|lại|là)\s")
_ISSUING = re.compile(
    rf"\s(?:đã\s)?(?:ra|ban hành|ký|công bố|có|thông qua|đề ra|gửi"
    rf"|ra lời)\s+(?P<paper>(?:bản )?{PAPER_NOUNS}\b[^,;:“”\"]*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Subject:
    """Who is named, and where in the text that was read; `work` is the paper, where one is named with them."""

    name: str
    role: str | None
    start: int
    end: int
    work: Work | None = None
    is_body: bool = False

    def moved(self, by: int) -> Subject:
        return replace(self, start=self.start + by, end=self.end + by)


def subject_of(clause: str) -> Subject | None:
    """Who does what follows the clause; None where nobody is named. Places are those of the clause.

    >>> subject_of("Bác sĩ Lò Thị Mây, mới ra trường, xung phong vào tâm dịch,").name
    'Lò Thị Mây'
    >>> subject_of("Theo đề nghị của Người, mọi nhà") is None
    True
    """
    first = max((match.end() for match in _CLAUSE.finditer(clause)), default=0)
    if len(clause[first:].strip(" ,")) < 2 and first:
        return None
    parts = clause[first:].split(",")
    tail = parts[-1].strip() and person_at_end(clause)
    whole = tail and named(_LEADING.sub("", parts[-1]).strip())
    if tail and not (whole and whole.end >= len(_LEADING.sub("", parts[-1]).strip()) - 1):
        return Subject(tail.name, tail.role, tail.start, tail.end)
    place = len(clause)
    role: str | None = None
    for number in range(len(parts) - 1, max(-1, len(parts) - 1 - MOST_PARTS), -1):
        part = parts[number]
        place -= len(part)
        lead = _LEADING.match(part)
        skipped = lead.end() if lead else 0
        words = part[skipped:].strip()
        if words:
            found = named(words, at_start=True)
            if found is not None:
                if found.work is None:
                    found = _with_paper(found, words, parts[:number])
                elif found.work.day is None and (day := read_day(",".join(parts[:number]))) is not None:
                    found = replace(found, work=Work(found.work.name, day))
                found = found.moved(place + skipped)
                return replace(found, role=found.role or role)
            if ROLE.match(words) or ROLE.match(words.removeprefix("nguyên ")):
                role = words if len(words) <= 100 else None
            elif (inner := _inner(part)) is not None:
                return replace(inner.moved(place), role=inner.role or role)
            elif not (words[0].islower() or _ADVERBIAL.match(words) or words[0].isdigit()):
                return None
        place -= 1
    return _by_office(parts[-1], len(clause) - len(parts[-1]))


def _by_office(part: str, place: int) -> Subject | None:
    """Somebody named by the office alone, right before the verb: "Chủ tịch UBND huyện trả lời"."""
    words = part.strip()
    if not OFFICE.match(words) or not words[:1].isupper() or len(words) > LONGEST_OFFICE:
        return None
    start = place + len(part) - len(part.lstrip())
    return Subject(words, None, start, start + len(words))


def _inner(part: str) -> Subject | None:
    """A person with a title inside a part of a clause: "Lời dạy ấy được bác sĩ A kể lại"."""
    for match in _INNER.finditer(part):
        rest = part[match.end() :]
        person = read_person(rest)
        if person is not None and (person.role is not None or person.name == HO_CHI_MINH):
            return Subject(person.name, person.role, match.end() + person.start, match.end() + person.end)
    return None


def named(phrase: str, *, at_start: bool = False) -> Subject | None:
    """The person, body or paper that a phrase begins with, or with `at_start` false is all of.

    >>> named("Chủ tịch Hồ Chí Minh").name, named("Bộ Chính trị").name
    ('Hồ Chí Minh', 'Bộ Chính trị')
    """
    person = read_person(phrase)
    if person is not None:
        return Subject(person.name, person.role, person.start, person.end)
    paper = read_paper(phrase)
    if paper is not None and (phrase[:1].isupper() or phrase.startswith(("bản ", "văn kiện "))):
        return Subject(paper.name, None, 0, paper.end, paper.work, is_body=True)
    body = read_body(phrase)
    if body is not None:
        return Subject(body.name, None, 0, body.end, is_body=True)
    foreign = read_foreign(phrase)
    if foreign is not None and (foreign.end == len(phrase) or (at_start and foreign.is_foreign)):
        return Subject(foreign.name, None, 0, foreign.end)
    return None


def _with_paper(found: Subject, words: str, earlier: list[str]) -> Subject:
    """A body that issues a paper in the same breath says what follows in it."""
    issued = _ISSUING.search(words, found.end)
    if issued is None:
        return found
    paper = issued["paper"].strip()
    day = read_day(paper) or read_day(",".join(earlier))
    name = re.sub(rf",? ?{DAY}", "", paper).strip()
    return replace(found, work=Work(name[:1].upper() + name[1:], day))
