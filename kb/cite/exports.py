"""A citation for other programs: RIS (EndNote, Zotero, Mendeley), BibTeX and CSL-JSON (pandoc, Zotero).

Each is one record of the document with the passage's place in its note. Sources: the RIS tag list of Zotero's
translator, the BibTeX entry types (misc takes any work), and the names of variables and types in CSL 1.0.2.
"""

from __future__ import annotations

import json
import re
import unicodedata

from kb.cite.forms import Place, is_state_number, label
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
    rows = (
        ("title", f"{{{_escaped(front.title)}}}"),
        ("author", f"{{{_escaped(front.issuer)}}}" if front.issuer else None),
        ("type", front.kind),
        ("number", _escaped(front.number) if front.number else None),
        ("year", (front.signed_on or "")[:4]),
        ("note", _escaped(label(place))),
        ("url", address),
    )
    fields = ",\n".join(f"  {name} = {{{value}}}" for name, value in rows if value)
    return f"@misc{{{_key(place)},\n{fields}\n}}"


def csl(place: Place, address: str) -> str:
    """The record as CSL-JSON: a list of one item. What carries a State number is legislation, all else a document.

    >>> from kb.model import Front
    >>> front = Front("Nghị định về phí", "Nghị định", "30/2020/NĐ-CP", "Chính phủ", "2020-03-05")
    >>> [(item["id"], item["type"], item["issued"]) for item in json.loads(csl(Place(front, ()), "/d/a"))]
    [('nghi-dinh-ve-phi-2020', 'legislation', {'date-parts': [[2020, 3, 5]]})]
    """
    front = place.front
    pages = place.location.pages if place.location else None
    rows = (
        ("id", _key(place)),
        ("type", "legislation" if front.number and is_state_number(front.number) else "document"),
        ("title", front.title),
        ("author", [{"literal": front.issuer}] if front.issuer else None),
        ("genre", front.kind),
        ("number", front.number),
        ("issued", {"date-parts": [[int(part) for part in front.signed_on.split("-")]]} if front.signed_on else None),
        ("page", "-".join(dict.fromkeys(map(str, pages))) if pages else None),
        ("language", "vi"),
        ("note", label(place)),
        ("URL", address),
    )
    return json.dumps([{name: value for name, value in rows if value}], ensure_ascii=False, indent=2)


def _key(place: Place) -> str:
    """The title's first words and the year, in plain letters."""
    words = re.findall(r"[a-z0-9]+", fold(place.front.title))[:6]
    year = (place.front.signed_on or "")[:4]
    return "-".join((*words, *([year] if year else [])))


def _escaped(text: str) -> str:
    plain = unicodedata.normalize("NFC", text)
    return BIBTEX_SPECIAL.sub(lambda match: BIBTEX_WORDS.get(match[1], "\\" + match[1]), plain)
