"""Who is measured: kb's engine, and its peers as one would use them; each takes the same tokens and is asked the same.

A peer that is not installed is left out and said to be. Every answer is the first ten and the exact total, except
FTS5's, whose total would be a second query. tantivy gives only addresses of its hits; fetching their ids would cost
more. FTS5 has no weights.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any as Untyped
from typing import Protocol

from bench_questions import LISTED, Prefix
from kb.engine import open_engine
from kb.engine.port import SCHEMA, UNPLACED, IndexEntry, Stamp
from kb.query.tree import All, Any, Boosted, Not, Phrase, Query, Term

STREAMS = ("syllables", "folded", "words")
FACETS = ("document", "kind", "year", "section_kind")
SHOWN = 20  # values of a field that a page shows
TOP = 10
Ask = Callable[[], int | None]  # the total, where the answer has it


class Peer(Protocol):
    """An index in a folder. `built` makes it; `opened` and asked `ready` gives what is then timed."""

    name: str

    def built(self, folder: Path, entries: Iterable[IndexEntry]) -> None: ...

    def opened(self, folder: Path) -> None: ...

    def ready(self, asked: Query | Prefix) -> Ask | None:
        """What asks this; None for what this peer is not asked."""


class Ours:
    """The engine of the port, with or without the counts that stand beside a page of results."""

    def __init__(self, name: str = "kb", counts: tuple[str, ...] = ()) -> None:
        self.name, self._counts = name, counts

    def built(self, folder: Path, entries: Iterable[IndexEntry]) -> None:
        open_engine(folder).rebuild(entries, Stamp(SCHEMA, "bench"))

    def opened(self, folder: Path) -> None:
        self.engine = open_engine(folder)

    def ready(self, asked: Query | Prefix) -> Ask:
        search, counts = self.engine.search, self._counts
        if isinstance(asked, Prefix):
            return lambda: search(self._any(asked), limit=TOP, counts=counts, most=SHOWN).total
        return lambda: search(asked, limit=TOP, counts=counts, most=SHOWN).total

    def asks_all(self, asked: Query | Prefix) -> bool:
        """Whether every word of a beginning is asked for, so that the total can be compared."""
        return not isinstance(asked, Prefix) or len(self._listed(asked)) < LISTED

    def _listed(self, prefix: Prefix) -> tuple[tuple[str, int], ...]:
        return self.engine.tokens(prefix.stream, prefix.start, limit=LISTED)

    def _any(self, prefix: Prefix) -> Query:
        return Any(tuple(Term(prefix.stream, token) for token, _ in self._listed(prefix)))


class Whoosh:
    """Whoosh as it comes, but for its way of passing over hits, which loses some and may never end."""

    name = "Whoosh"

    def __init__(self, prefixes: bool) -> None:
        self._prefixes = prefixes

    def built(self, folder: Path, entries: Iterable[IndexEntry]) -> None:
        from whoosh import fields, index  # type: ignore[import-untyped]
        from whoosh.analysis import SpaceSeparatedTokenizer  # type: ignore[import-untyped]

        spaced = SpaceSeparatedTokenizer()
        schema = fields.Schema(id=fields.ID(stored=True, unique=True), **{key: fields.ID() for key in FACETS})
        for stream in STREAMS:
            schema.add(stream, fields.TEXT(analyzer=spaced, phrase=stream not in UNPLACED))
        writer = index.create_in(str(folder), schema).writer()
        for entry in entries:
            texts = {stream: " ".join(tokens) for stream, tokens in entry.tokens.items()}
            writer.add_document(id=entry.id, **texts, **{key: values[0] for key, values in entry.keys.items()})
        writer.commit()

    def opened(self, folder: Path) -> None:
        from whoosh import index

        self._searcher = index.open_dir(str(folder)).searcher()

    def ready(self, asked: Query | Prefix) -> Ask | None:
        if isinstance(asked, Prefix) and not self._prefixes:
            return None
        query = self._query(asked)
        return lambda: self._search(query)

    def _search(self, query: Untyped) -> int:
        from whoosh.collectors import TopCollector  # type: ignore[import-untyped]

        collector = TopCollector(TOP, usequality=False, replace=0)
        self._searcher.search_with_collector(query, collector)
        return int(collector.count())

    def _query(self, asked: Query | Prefix) -> Untyped:
        from whoosh import query

        match asked:
            case Prefix(stream, start):
                return query.Prefix(stream, start)
            case Term(stream, token):
                return query.Term(stream, token)
            case Phrase(stream, tokens):
                return query.Phrase(stream, list(tokens)) if len(tokens) > 1 else query.Term(stream, tokens[0])
            case All((*wanted, Not(unwanted))):
                return query.AndNot(query.And(list(map(self._query, wanted))), self._query(unwanted))
            case All(parts):
                return query.And(list(map(self._query, parts)))
            case Any(parts):
                return query.Or(list(map(self._query, parts)))
            case Boosted(part, weight):
                return self._query(part).with_boost(weight)
        raise ValueError(asked)


class Fts5:
    """SQLite's own full-text search; the tokens are given to it with spaces between."""

    name = "FTS5"

    def built(self, folder: Path, entries: Iterable[IndexEntry]) -> None:
        rows = ([" ".join(entry.tokens.get(stream, ())) for stream in STREAMS] for entry in entries)
        database = sqlite3.connect(folder / "index.sqlite")
        columns = ", ".join(STREAMS)
        database.execute(
            f"CREATE VIRTUAL TABLE entry USING fts5({columns}, content='',"
            " tokenize=\"unicode61 remove_diacritics 0 tokenchars '_.,'\")"
        )
        with database:
            database.executemany(f"INSERT INTO entry ({columns}) VALUES (?, ?, ?)", rows)
        database.close()

    def opened(self, folder: Path) -> None:
        self._database = sqlite3.connect(folder / "index.sqlite")

    def ready(self, asked: Query | Prefix) -> Ask:
        match = self._match(asked)
        ask = "SELECT rowid, rank FROM entry WHERE entry MATCH ? ORDER BY rank LIMIT ?"

        def first() -> None:
            self._database.execute(ask, (match, TOP)).fetchall()

        return first

    def total(self, asked: Query | Prefix) -> int:
        count = "SELECT count(*) FROM entry WHERE entry MATCH ?"
        return int(self._database.execute(count, (self._match(asked),)).fetchone()[0])

    def _match(self, asked: Query | Prefix) -> str:
        match asked:
            case Prefix(stream, start):
                return f'{stream} : "{start}" *'
            case Term(stream, token):
                return f'{stream} : "{token}"'
            case Phrase(stream, tokens):
                return f'{stream} : "{" ".join(tokens)}"'
            case All((*wanted, Not(unwanted))):
                return f"({' AND '.join(map(self._match, wanted))}) NOT {self._match(unwanted)}"
            case All(parts):
                return f"({' AND '.join(map(self._match, parts))})"
            case Any(parts):
                return f"({' OR '.join(map(self._match, parts))})"
            case Boosted(part, _):
                return self._match(part)
        raise ValueError(asked)


class Tantivy:
    """tantivy by its Python package, in one segment, asked by its own query objects."""

    name = "tantivy"

    def built(self, folder: Path, entries: Iterable[IndexEntry]) -> None:
        import tantivy

        writer = self._index(folder).writer(heap_size=500_000_000, num_threads=1)
        for entry in entries:
            texts = {stream: [" ".join(entry.tokens.get(stream, ()))] for stream in STREAMS}
            writer.add_document(tantivy.Document(id=[entry.id], **texts))
        writer.commit()
        writer.wait_merging_threads()

    def opened(self, folder: Path) -> None:
        index = self._index(folder)
        index.reload()
        self._searcher = index.searcher()

    def ready(self, asked: Query | Prefix) -> Ask:
        query, search = self._query(asked), self._searcher.search
        return lambda: int(search(query, limit=TOP, count=True).count)

    def _index(self, folder: Path) -> Untyped:
        import tantivy

        builder = tantivy.SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw")
        for stream in STREAMS:
            option = "freq" if stream in UNPLACED else "position"
            builder.add_text_field(stream, tokenizer_name="spaced", index_option=option)
        self._schema = builder.build()
        index = tantivy.Index(self._schema, path=str(folder))
        spaced = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        index.register_tokenizer("spaced", spaced)
        return index

    def _query(self, asked: Query | Prefix) -> Untyped:
        from tantivy import Occur
        from tantivy import Query as Made

        match asked:
            case Prefix(stream, start):
                return Made.regex_query(self._schema, stream, start.replace(".", "[.]") + ".*")
            case Term(stream, token):
                return Made.term_query(self._schema, stream, token, "freq")
            case Phrase(stream, tokens) if len(tokens) > 1:
                return Made.phrase_query(self._schema, stream, list(tokens))
            case Phrase(stream, tokens):
                return Made.term_query(self._schema, stream, tokens[0], "freq")
            case All(parts):
                return Made.boolean_query([self._clause(part, Occur.Must) for part in parts])
            case Any(parts):
                return Made.boolean_query([self._clause(part, Occur.Should) for part in parts])
            case Boosted(part, weight):
                return Made.boost_query(self._query(part), weight)
        raise ValueError(asked)

    def _clause(self, part: Query, occur: Untyped) -> tuple[Untyped, Untyped]:
        from tantivy import Occur

        return (Occur.MustNot, self._query(part.part)) if isinstance(part, Not) else (occur, self._query(part))


def peers(size: int, most_for_prefixes: int) -> tuple[Peer, ...]:
    """Those that can be measured here. Whoosh takes minutes for a prefix of a larger index."""
    found: list[Peer] = [Ours(), Ours("kb + counts", FACETS), Fts5(), Whoosh(prefixes=size <= most_for_prefixes)]
    return (*found, Tantivy()) if find_spec("tantivy") else tuple(found)
