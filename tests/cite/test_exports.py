"""Citations for other programs."""

from __future__ import annotations

import re

from kb.cite import Place, bibtex, ris
from kb.model import Front, Location

FRONT = Front(
    "Kế hoạch {thu} & chi 50%", kind="Kế hoạch", number="12-KH/TU", issuer="Tỉnh ủy A", signed_on="2020-07-23"
)
PLACE = Place(FRONT, (), Location((3, 4), (1, 2)))


def test_ris_has_one_tag_a_line_and_ends_the_record() -> None:
    lines = ris(PLACE, "/d/a/s/I").split("\r\n")
    assert lines[0] == "TY  - GOVDOC"
    assert lines[-2:] == ["ER  - ", ""]
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines[:-1])


def test_ris_gives_the_day_in_its_own_form() -> None:
    assert "DA  - 2020/07/23" in ris(PLACE, "/d/a/s/I")


def test_bibtex_escapes_what_latex_would_read() -> None:
    assert r"title = {{Kế hoạch \{thu\} \& chi 50\%}}" in bibtex(PLACE, "/d/a/s/I")


def test_bibtex_key_is_plain_letters() -> None:
    assert bibtex(PLACE, "/d/a").startswith("@misc{ke-hoach-thu-chi-50-2020,")
