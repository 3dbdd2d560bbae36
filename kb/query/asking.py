"""The words that make a sentence a question ("bao nhiêu", "ở đâu"): they ask, they are not looked for.

They are rare in documents and frequent in questions, so no count of documents would tell. Everything else that says
little is weighed by kb.query.commonness.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kb.query.question import Word
from kb.vietnamese.syllables import folded_key, key


@dataclass(frozen=True, slots=True)
class Asking:
    """A question word. `bare`: it is one also when it is typed without marks.

    "ai" is not: "thi dua ai quoc" is "ái quốc". `takes` and `leaves` are questions with and without it.
    """

    words: str
    bare: bool
    takes: str
    leaves: str


ASKING = (
    Asking("như thế nào", True, "kết quả như thế nào", "như thế"),
    Asking("thế nào", True, "kết quả thế nào", "thế hệ nào"),
    Asking("bao nhiêu", True, "co bao nhieu dai bieu", "nhiều bao"),
    Asking("bao giờ", True, "tổ chức bao giờ", "bao gồm"),
    Asking("bao lâu", True, "trong bao lâu", "bao vây lâu"),
    Asking("khi nào", True, "dien ra khi nao", "khi ấy"),
    Asking("lúc nào", True, "lúc nào", "lúc ấy"),
    Asking("ở đâu", True, "to chuc o dau", "ở đầu"),
    Asking("ra sao", True, "tình hình ra sao", "ngôi sao"),
    Asking("vì sao", True, "vì sao", "vì"),
    Asking("tại sao", True, "tại sao", "tại"),
    Asking("là gì", True, "muc dich la gi", "là"),
    Asking("là ai", False, "người ký là ai", "la ai quoc"),
    Asking("phải không", True, "phải không", "không phải"),
    Asking("hay không", True, "có hay không", "không hay"),
    Asking("cho biết", True, "cho biết GRDP", "biết cho"),
    Asking("cho hỏi", True, "cho hỏi", "cho hội"),
    Asking("xin hỏi", True, "xin hỏi", "xin hội"),
    Asking("hãy", False, "hãy nêu", "hay"),
    Asking("nào", True, "phong trao nao", "não"),
    Asking("gì", True, "phong trào gì", "gỉ"),
    Asking("đâu", False, "đâu", "dau tu"),
    Asking("ai", False, "ai nói câu này", "ái quốc"),
    Asking("mấy", False, "mấy đại biểu", "máy"),
)


def asking(words: Sequence[Word], *, marked: bool) -> frozenset[int]:
    """The places of the words that only ask; `marked`: the question was typed with marks.

    >>> from kb.query.read import read
    >>> question = read("Đại hội có bao nhiêu đại biểu?")
    >>> sorted(asking(question.words(), marked=question.marked))
    [3, 4]
    """
    found: set[int] = set()
    typed = [word.exact if marked else word.folded for word in words]
    for row in ASKING:
        if not (marked or row.bare):
            continue
        wanted = [key(word) if marked else folded_key(word) for word in row.words.split()]
        for start in range(len(typed) - len(wanted) + 1):
            if typed[start : start + len(wanted)] == wanted:
                found |= set(range(start, start + len(wanted)))
    return frozenset(found)
