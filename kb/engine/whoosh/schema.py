"""Names and kinds of the fields in the Whoosh index, of Whoosh's own classes only, so that any Whoosh program reads it.

Stream `folded` is the field `tokens_folded`, key `kind` is `keys_kind`; `id` and `place` are stored. The stamp is an
attribute of the schema: it is committed with the data.
"""

from __future__ import annotations

from typing import Any as Untyped

from whoosh import fields  # type: ignore[import-untyped]
from whoosh.analysis import SpaceSeparatedTokenizer  # type: ignore[import-untyped]

from kb.engine.port import UNPLACED, Stamp

STREAM = "tokens_"
KEY = "keys_"


def new_schema(stamp: Stamp) -> Untyped:
    schema = fields.Schema(id=fields.ID(stored=True, unique=True), place=fields.STORED())
    schema.kb_stamp = (stamp.schema, stamp.analysis)
    return schema


def field(schema: Untyped, name: str) -> Untyped:
    """The field of a stream or key by its name in Whoosh, new in the schema where it is not there yet."""
    if name not in schema:
        if name.startswith(KEY):
            schema.add(name, fields.ID())
        else:
            placed = name.removeprefix(STREAM) not in UNPLACED
            schema.add(name, fields.TEXT(analyzer=SpaceSeparatedTokenizer(), phrase=placed))
    return schema[name]
