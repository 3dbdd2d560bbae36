"""The decision about one stretch: sieves from the surest down, of which the first that fits decides.

What is named is told by the noun before the mark; words are told by a verb of saying and their speaker by who does it.
Only then may what was decided of the stretch before, or a speaker named further off, decide.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from kb.extract.quotes import cues
from kb.extract.quotes.bodies import PAPER_NOUNS, read_day, read_paper
from kb.extract.quotes.context import Context
from kb.extract.quotes.cues import Said
from kb.extract.quotes.heads import Head, head_before
from kb.extract.quotes.made import carried, made, quotation
from kb.extract.quotes.people import HO_CHI_MINH
from kb.extract.quotes.pronouns import meant_by
from kb.extract.quotes.subjects import subject_of
from kb.model import Certainty, Quote, Span, Work
from kb.outline.signs import CAPITALS

LEAST_SAID: Final = 4  # syllables: shorter ones without a colon are ways of speaking in all the texts labelled by hand
LEAST_CARRIED: Final = 6
LONG: Final = 12

_AMENDED = re.compile(r"\s*(?:Điều \d+|\d{1,2}[a-zđ]?\.\s|[a-zđ]\)\s|Chương [IVXLC\d]|Mục \d|Phụ lục)")
_LIST = re.compile(
    r"^\s*(?:\([^()]{0,60}\))?[,;.\s]*(?:\b(?:và|hay|hoặc|với|cùng|đến|hay là|rồi"
    r"|cùng với)\b)?\s*(?:\b(?:các|phải|rằng|là|hay)\b)?\s*$"
)
_LOOSE_LIST = re.compile(r"^[^.!?:“”\"]{0,70}[,;]\s*(?:và |hay )?$|^[^.!?:“”\"]{0,50}\s(?:và|hay|hoặc|với)\s$")
_GOES_ON = re.compile(
    r"^\s*(?:\(\d+\))?[.,;]?\s*(?:Hay|Hoặc|Và|Rằng|Đó là|đó là|tức là|nghĩa là|rằng|hay|và|cùng"
    r"|hoặc)?[^.!?“”\"]{0,40}[:,]?\s*$"
)
_CAPITAL = re.compile(rf"(?<!^)(?<![.] )(?<!\) )[{CAPITALS}]")
_ACRONYM = re.compile(r"\b[A-ZĐ]{2,}\b")
_ENDED = re.compile(r"[.!?]\s")
_ISSUED = re.compile(
    r"(?<!\w)(?:ra|ban hành|ký|ký kết|thông qua|công bố|trình|nghe|soạn thảo|soạn|viết|sáng tác|xuất bản|in"
    r"|đọc|phát hành|triển khai|thực hiện|hưởng ứng|mang tên|tên là|có tên)\s*$"
)
_SUBJECT_ABOUT = re.compile(r"[Vv]ề\s")
_TITLE_WORDS = re.compile(
    rf"(?:{PAPER_NOUNS}|Quy trình|Đề cương|Sổ tay|Cẩm nang|Hồ sơ|Đề tài|Một số giải pháp|Giải pháp"
    rf"|Nghiên cứu|Ứng dụng)\b"
)
_HO_MOVEMENT = re.compile(r"học tập và làm theo\b", re.IGNORECASE)
_MOVEMENT_WORDS = re.compile(
    r"Thi đua |(?:Toàn dân|Toàn ngành|Toàn quân|Cả nước|Phụ nữ|Nông dân|Thanh niên|Tuổi trẻ|Cựu chiến binh"
    r"|Công nhân|Doanh nghiệp|Nhân dân|Cán bộ|Ngành|Người cao tuổi|Tuổi cao)"
    r"\b.{0,60}\b(?:thi đua|chung sức|chung tay|đoàn kết|xung kích|gương mẫu|tích cực|giúp nhau|hội nhập"
    r"|học tập|sáng tạo|làm theo)"
)
_OTHER_SPEAKER = re.compile(rf"\s(?:câu|lời)\s|\s(?:đã|từng|có lần)\s+{cues.VERBS}\b|\s{cues.VERBS}\s*:")
_CALLED = re.compile(
    r"(?:gọi|coi|xem|ví|gọi tắt|mệnh danh|được biết đến)(?: \w+){0,4} (?:là|như|bằng)\s*$|(?:cái gọi là"
    r"|được gọi là)\s*$"
)
_SOFT = re.compile(
    r"(?:tinh thần|quan điểm|mục tiêu|tư tưởng|định hướng|chủ trương|chính sách|nhiệm vụ|nguyên tắc|bài học"
    r"|điều|mục|chương|phần|thư|đảng|tổ chức|hội nghị|đại hội)",
    re.IGNORECASE,
)


def decide(context: Context) -> Quote:
    """What the stretch is, by the first sieve that says it."""
    for sieve in SIEVES:
        found = sieve(context)
        if found is not None:
            return found
    return made(context, "scare", "guess", "nothing-said")


def _amended(context: Context) -> Quote | None:
    """New text of a law, in the law that puts it there: nobody's saying."""
    left = context.left.rstrip()
    if _AMENDED.match(context.stretch.span.of(context.text)) and (not left or left.endswith(":")):
        return made(context, "title", "sure", "amended-text")
    return None


def _inside(context: Context) -> Quote | None:
    """What stands in marks inside other marks is named or a way of speaking."""
    if context.stretch.depth == 0:
        return None
    head = head_before(context.text, context.mark, max(context.start, context.mark - 60))
    if head is not None:
        return made(context, head.kind, "likely", "inside", head=head)
    return made(context, "scare", "likely", "inside")


def _known_movement(context: Context) -> Quote | None:
    """ "Học tập và làm theo … Hồ Chí Minh" is the name of a movement, whoever is named in it."""
    if not _HO_MOVEMENT.match(context.words):
        return None
    verb = re.search(r"(?:(?:đẩy mạnh|thực hiện|việc|học tập|triển khai)\s*)+$", context.left, re.IGNORECASE)
    head = Head("movement", context.sentence + verb.start(), context.mark) if verb else None
    return made(
        context,
        "movement",
        "sure",
        "known-movement",
        head=head or head_before(context.blanked, context.mark, context.sentence),
    )


def _of_paper(context: Context) -> Quote | None:
    """The subject of a paper: "Quyết định số 258/QĐ-TTg “Về việc …”" (outline, line 49)."""
    match = cues.PAPER_BEFORE.search(context.blanked, max(context.sentence, context.mark - 260), context.mark)
    if match is None or context.blanked[context.mark - 2 : context.mark].strip().endswith(":"):
        return None
    paper = read_paper(match["paper"])
    head = head_before(context.blanked, context.mark, context.sentence)
    if paper is None or (head is not None and head.start > match.start()):
        return None
    if "yêu cầu" in match["paper"] or cues.SAYS.search(match["paper"]):
        return None
    start = match.start()
    org = paper.name if paper.work and paper.name != paper.work.name else None
    work = paper.work
    clause = re.sub(
        r"\s(?:đã |vừa )?(?:ra|ban hành|ký|ban hành kèm theo|công bố)\s*$",
        "",
        context.blanked[context.sentence : start],
    )
    issuer = subject_of(clause) if clause != context.blanked[context.sentence : start] else None
    if issuer is not None and org is None:
        org, start = issuer.name, context.sentence + issuer.start
    if work is not None and work.day is None and issuer is not None:
        work = Work(work.name, read_day(context.blanked[context.sentence : context.mark]))
    if not any(letter.isdigit() for letter in match["paper"]) and not _SUBJECT_ABOUT.match(context.words):
        work = Work(context.words, work.day if work else None) if work and work.day else None
    return made(context, "title", "sure", "subject-of-paper", cue=Span(start, context.mark), source=work, org=org)


def _shared(context: Context) -> Quote | None:
    """A list: the stretch before, with nothing but a comma or "và" between, has the same head or cue."""
    last = context.last
    if last is None or not _LIST.match(context.between) or last.sieve == "amended-text":
        return None
    if last.kind == "quotation" and ("." in context.between.replace("...", "") or context.length < 2):
        return None
    if last.kind == "scare" and last.certainty == "guess":
        return None
    certainty: Certainty = "sure" if last.certainty == "sure" else "likely"
    return replace(
        made(context, last.kind, certainty, "list"),
        speaker=last.speaker,
        source=last.source if last.kind == "quotation" else None,
        cue=last.cue,
        org=last.org,
    )


def _head(context: Context) -> Quote | None:
    """The noun before the mark says what is named; a verb of saying nearer to the mark, or a colon, may say more."""
    head = head_before(context.blanked, context.mark, context.sentence)
    if head is None:
        return None
    noun = context.blanked[head.start : head.end]
    colon = context.left.rstrip().endswith(":")
    said = _said(context)
    if (
        said is not None
        and said.subject is not None
        and (max(said.start, said.at) > head.start or (colon and context.length >= LEAST_CARRIED and said.is_strong))
    ):
        return None
    if said is not None and said.sieve == "words-of":
        return None
    if head.kind == "scare" and (context.length >= LONG or (colon and said is not None)):
        return None
    if _SOFT.fullmatch(noun) and context.length >= LONG and colon:
        return None
    if _SOFT.fullmatch(noun) and context.length <= LEAST_SAID and context.words[:1].islower():
        return made(context, "scare", "likely", "head", head=head)
    if head.kind in ("title", "model") and context.length <= LEAST_SAID and context.words[:1].islower():
        return made(context, "scare", "likely", "head", head=head)
    near = context.mark - head.end <= 40
    return made(context, head.kind, "sure" if near else "likely", "head", head=head)


def _issued(context: Context) -> Quote | None:
    """What is issued, signed or read by its title: "ra “Lời kêu gọi thi đua ái quốc”" (outline, line 41)."""
    if _TITLE_WORDS.match(context.words) and _ISSUED.search(context.left) is not None:
        issuer = subject_of(_ISSUED.sub("", context.left))
        work = Work(context.words, read_day(context.left))
        return made(
            context, "title", "likely", "issued", source=work if work.day else None, org=issuer.name if issuer else None
        )
    return None


def _said_before(context: Context) -> Quote | None:
    """A verb of saying, or "lời của …", right before the mark."""
    said = _said(context)
    if said is None or _CALLED.search(context.left):
        return None
    colon = context.left.rstrip().endswith(":")
    least = 2 if colon else LEAST_SAID if said.is_close else 2 * LEAST_SAID
    if context.length < least:
        return None
    if said.subject is not None:
        return quotation(context, said, "sure")
    if said.sieve == "saying-unnamed":
        meant = meant_by(context, said)
        if meant is not None:
            return quotation(context, replace(said, subject=meant, sieve="pronoun"), "likely")
        if _carries(context):
            return carried(context, said)
    if said.sieve == "passive" and context.length < LEAST_CARRIED:
        return None
    if said.is_strong or colon or context.length >= LEAST_CARRIED:
        return quotation(context, said, "likely")
    return None


def _said_behind(context: Context) -> Quote | None:
    """ "…”, ông A nói" and "…” (Hồ Chí Minh)"."""
    said = cues.after(context.blanked, context.stretch.span.end + 1)
    if said is None or context.length < (LEAST_SAID if said.sieve == "said-after" else LEAST_CARRIED):
        return None
    if said.sieve == "words-by" and (_TITLE_WORDS.match(context.words) or head_before(context.blanked, context.mark)):
        return None
    return quotation(context, said, "sure" if said.is_strong else "likely")


def _words_unnamed(context: Context) -> Quote | None:
    said = cues.bare_words(context.blanked, context.sentence, context.mark)
    if said is None or context.length < LEAST_SAID:
        return None
    return quotation(context, said, "likely")


def _according(context: Context) -> Quote | None:
    """ "Theo Người, …": for the whole paragraph, of others for the sentence, until somebody else says something."""
    if context.length < LEAST_CARRIED:
        return None
    for said in reversed(
        cues.according(context.blanked, max(context.paragraph.start, context.mark - 3 * cues.REACH), context.mark)
    ):
        between = context.blanked[said.end : context.mark]
        if said.subject is None or _OTHER_SPEAKER.search(between):
            return None
        same = said.end >= context.sentence
        if not same and said.sieve != "according-to":
            return None
        if same or said.subject.name == HO_CHI_MINH:
            return quotation(context, said, "sure" if same else "likely")
    return None


def _same_sentence(context: Context) -> Quote | None:
    """A second quotation under the cue of the first: nothing but the author's own words go between."""
    last = context.last
    if last is None or last.kind != "quotation" or last.certainty == "guess" or context.length < LEAST_CARRIED:
        return None
    if _CAPITAL.search(_ACRONYM.sub("", context.between)) or subject_of(context.between.strip(" ,")) is not None:
        return None
    if _ENDED.search(context.between) and not _GOES_ON.match(context.between):
        return None
    return carried(context, None)


def _stated(context: Context) -> Quote | None:
    said = cues.stated(context.blanked, context.sentence, context.mark)
    if said is not None and context.length >= LEAST_CARRIED:
        return quotation(context, said, "likely")
    if context.left.rstrip().endswith(":") and context.length >= LONG and not _MOVEMENT_WORDS.match(context.words):
        return made(context, "quotation", "guess", "colon")
    return None


def _loose_list(context: Context) -> Quote | None:
    """A list whose names have a few words of their own: "mô hình “A” ở xã B, “C” ở xã D"."""
    last = context.last
    if last is None or last.kind in ("quotation", "scare") or not _LOOSE_LIST.match(context.between):
        return None
    return replace(made(context, last.kind, "likely", "loose-list"), cue=last.cue, org=last.org)


def _by_words(context: Context) -> Quote | None:
    """What the words themselves look like, where nothing around them says it."""
    if _TITLE_WORDS.match(context.words) or (_SUBJECT_ABOUT.match(context.words) and context.length >= 5):
        return made(context, "title", "likely", "looks-like")
    if _MOVEMENT_WORDS.match(context.words):
        return made(context, "movement", "guess", "looks-like")
    said = (
        cues.saying(context.blanked, context.sentence, context.mark, anywhere=True) if context.length >= LONG else None
    )
    if said is not None and said.subject is not None and said.subject.is_body and context.words[:1].islower():
        return quotation(context, replace(said, sieve="same-clause"), "likely")
    if context.length >= LONG and context.words[:1].islower() and not _CALLED.search(context.left):
        return _long(context)
    if context.length >= LONG and re.search(r"[.!?]\s", context.words):
        return _long(context)
    return None


def _long(context: Context) -> Quote:
    """A long stretch that nothing names: words, perhaps of whoever speaks in the paragraph."""
    said = cues.earlier_sayer(context.blanked, context.paragraph.start, context.mark)
    if said is not None:
        return quotation(context, said, "guess")
    return made(context, "quotation", "guess", "long")


def _said(context: Context) -> Said | None:
    said = cues.words_of(context.blanked, context.start, context.mark)
    return said or cues.saying(context.blanked, context.start, context.mark)


def _carries(context: Context) -> bool:
    """Whether the speaker of the quotation before may go on: nobody else is named between."""
    last = context.last
    if last is None or last.kind != "quotation" or last.speaker is None:
        return False
    return subject_of(context.between.rstrip(" :").rsplit(" ", 1)[0]) is None and len(context.between) < 200


SIEVES: Final[tuple[Callable[[Context], Quote | None], ...]] = (
    _amended,
    _inside,
    _known_movement,
    _shared,
    _of_paper,
    _head,
    _issued,
    _said_before,
    _said_behind,
    _words_unnamed,
    _according,
    _same_sentence,
    _stated,
    _loose_list,
    _by_words,
)
