"""Kinds of documents that have numbers: their names, and the letters that stand for them in a number.

State: Nghị định 30/2020/NĐ-CP, annex III; Party: Hướng dẫn 36-HD/VPTW of 2018. The codes are the folded letters.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kb.vietnamese.letters import fold
from kb.vietnamese.syllables import folded_key


@dataclass(frozen=True, slots=True)
class DocType:
    """A kind of document: its code in terms, its name, and other letters that it is numbered with."""

    code: str
    name: str
    letters: tuple[str, ...] = ()


TYPES = (
    DocType("qd", "quyết định", ("qđ",)),
    # The Party numbers a "quy định" with QĐ as well: "Quy định số 102-QĐ/TW"; some write QĐi, the State QyĐ.
    DocType("qdi", "quy định", ("qđi", "qyđ")),
    DocType("nq", "nghị quyết"),
    DocType("ct", "chỉ thị"),
    DocType("nd", "nghị định", ("nđ",)),
    DocType("tt", "thông tư"),
    DocType("ttlt", "thông tư liên tịch"),
    DocType("kh", "kế hoạch"),
    DocType("hd", "hướng dẫn"),
    DocType("bc", "báo cáo"),
    DocType("ttr", "tờ trình"),
    DocType("tb", "thông báo"),
    DocType("kl", "kết luận"),
    DocType("cv", "công văn"),
    DocType("cd", "công điện", ("cđ",)),
    DocType("ctr", "chương trình", ("ctrhđ",)),
    DocType("ctr", "chương trình hành động"),
    DocType("da", "đề án", ("đa",)),
    DocType("pa", "phương án"),
    DocType("dc", "đề cương", ("đc",)),
    DocType("qc", "quy chế"),
    DocType("ttri", "thông tri"),
    DocType("tc", "thông cáo"),
    DocType("sl", "sắc lệnh"),
    DocType("l", "lệnh"),
    DocType("luat", "luật"),
    DocType("bl", "bộ luật"),
    DocType("pl", "pháp lệnh"),
    DocType("hp", "hiến pháp"),
    DocType("gm", "giấy mời"),
    DocType("gp", "giấy phép"),
    DocType("bb", "biên bản"),
    DocType("qt", "quy trình"),
    DocType("", "văn bản"),
)

SHORT = ("qđ", "nq", "ct", "nđ", "tt", "ttlt", "kh", "hd", "bc", "ttr", "tb", "kl", "cv", "cđ", "ctr", "đa", "sl", "pl")
"""Letters that stand for the kind before a number: "QĐ 258"."""

PLANS = frozenset({"kh", "ctr", "da", "bc"})
"""Kinds that are named by how long they run: "Kế hoạch 5 năm 2016 - 2020", "báo cáo 6 tháng"."""

ISSUERS = (
    "tw", "ttg", "cp", "qh", "ubtvqh", "ctn", "ubnd", "hđnd", "tu", "hu", "đu", "bct", "bnv", "btc", "btctw", "btgtw",
    "btgtu", "bcđ", "hđtđkt", "bgdđt", "byt", "bca", "bqp", "btp", "blđtbxh", "btttt", "vpcp", "vptw", "mttw", "mttq",
    "hđbt", "tandtc", "vksndtc", "ubkttw", "bkhđt", "bvhttdl", "bnnptnt", "btnmt", "bxd", "bgtvt", "nhnn",
)  # fmt: skip
"""Letters of issuers: what a number may hold with spaces for marks ("05 ct tw"), and what begins a dispatch's."""

ALONE = ("cp", "ttg", "hđbt")
"""Issuers whose old numbers tell no kind: "80/CP", "198-CP"."""


@cache
def codes() -> dict[str, str]:
    """Folded letters of a number -> the code of the kind."""
    table: dict[str, str] = {}
    for kind in TYPES:
        for letters in (kind.code, *kind.letters):
            if letters:
                table.setdefault(fold(letters), kind.code)
    return table


@cache
def named() -> dict[str, str]:
    """Folded name of a kind -> its code."""
    table: dict[str, str] = {}
    for kind in TYPES:
        table.setdefault(" ".join(map(folded_key, kind.name.split())), kind.code)
    return table


@cache
def issuers() -> frozenset[str]:
    """The letters of issuers, folded."""
    return frozenset(map(fold, ISSUERS))
