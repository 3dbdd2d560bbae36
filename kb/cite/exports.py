"""A citation for other programs: RIS (EndNote, Zotero, Mendeley) and BibTeX.

Each is one record of the document with the passage's place in its note. Sources: the RIS tag list of Zotero's
translator and the BibTeX entry types (misc takes any work).
"""

from __future__ import annotations

import re
import unicodedata

from kb.cite.forms import Place, label
from kb.vietnamese.letters import fold

BIBTEX_SPECIAL = re.compile(r"([\\{}%&#_$~^])")
BIBTEX_WORDS = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def ris(place: Place, address: str) -> str:
    """The record as RIS, its lines ended as the format wants (CR LF)."""
    front = place.front
    year, *rest = (front.signed_on or "").split("-")
    rows = (
        ("TY", "GOVDOC"),
        ("TI", front.title),
        ("AU", front.issuer),
        ("M3", front.kind),
        ("SN", front.number),
        ("PY", year),
        ("DA", "/".join((year, *rest)) if rest else None),
        ("SP", None if place.location is None or place.location.pages is None else str(place.location.pages[0])),
        ("LA", "vi"),
        ("N1", label(place)),
        ("UR", address),
        ("ER", ""),
    )
    return "".join(f"{tag}  - {value}\r\n" for tag, value in rows if value or tag == "ER")


def bibtex(place: Place, address: str) -> str:
    """The record as BibTeX; its key is made of the title's first words and the year.

    >>> from kb.model import Front
    >>> print(bibtex(Place(Front("Kế hoạch A & B", issuer="Sở Y tế", signed_on="2020-05-01"), ()), "/d/a"))
    @misc{ke-hoach-a-b-2020,
      title = {{Kế hoạch A \\& B}},
      author = {{Sở Y tế}},
      year = {2020},
      note = {Kế hoạch A \\& B},
      url = {/d/a}
    }
    """
    front = place.front
    year = (front.signed_on or "")[:4]
    key = "-".join((*re.findall(r"[a-z0-9]+", fold(front.title))[:6], *([year] if year else [])))
    rows = (
        ("title", f"{{{_escaped(front.title)}}}"),
        ("author", f"{{{_escaped(front.issuer)}}}" if front.issuer else None),
        ("type", front.kind),
        ("number", _escaped(front.number) if front.number else None),
        ("year", year),
        ("note", _escaped(label(place))),
        ("url", address),
    )
    fields = ",\n".join(f"  {name} = {{{value}}}" for name, value in rows if value)
    return f"@misc{{{key},\n{fields}\n}}"


def _escaped(text: str) -> str:
    plain = unicodedata.normalize("NFC", text)
    return BIBTEX_SPECIAL.sub(lambda match: BIBTEX_WORDS.get(match[1], "\\" + match[1]), plain)
