"""How a passage is cited: the label of a hit, the full and the short form, and the exports for other programs.

The order of the parts is that of Vietnamese Party and State papers: who issued, what, which number and day, then
section, page, line. State numbers carry a slash after the number (258/QĐ-TTg), Party numbers a hyphen (29-NQ/TW), and
both are kept as printed. Nothing here looks up or guesses: what the document does not say is left out.
"""

from kb.cite.exports import bibtex, csl, ris
from kb.cite.forms import Place, full, label, place_of, quotable, quotation, quoted, short, written_date

__all__ = [
    "Place",
    "bibtex",
    "csl",
    "full",
    "label",
    "place_of",
    "quotable",
    "quotation",
    "quoted",
    "ris",
    "short",
    "written_date",
]
