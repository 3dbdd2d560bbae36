"""What the system refuses a writer, in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from kb.engine.whoosh.folders import Folders
from kb.errors import IndexUnwritable
from kb.errors.refusals import refusal


@contextmanager
def refusals_told(folders: Folders) -> Iterator[None]:
    """IndexUnwritable for an OSError. Only around our own writing: what the caller's entries raise is not ours."""
    try:
        yield
    except OSError as error:
        raise IndexUnwritable(path=folders.root, why=refusal(error)) from error
