"""The desk: what people make here, in one SQLite file that a rebuild of the index never touches.

It is made with the first thing that is put on it. Things point at passages by document and words, never by place.
"""

from kb.desk.store import Accepted, Desk, now

__all__ = ["Accepted", "Desk", "now"]
