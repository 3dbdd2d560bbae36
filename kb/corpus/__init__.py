"""What people gave: the catalogue, and the sources that stand in corpus/ or in folders read in place."""

from kb.corpus.catalogue import Catalogue, Entry, append_place, read_catalogue
from kb.corpus.listing import Found, Listing, Unlisted, files_below, list_sources

__all__ = [
    "Catalogue",
    "Entry",
    "Found",
    "Listing",
    "Unlisted",
    "append_place",
    "files_below",
    "list_sources",
    "read_catalogue",
]
