"""How every engine answers: matches, order, totals, counts, tokens; compared with looking at every entry."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb.engine.port import Engine, IndexEntry, Ranking
from kb.query.tree import All, Any, Boosted, Key, KeyRange, Not, Phrase, Query, Term
from tests.engine.oracle import Oracle
from tests.engine.samples import FIELDS, STAMP, entry, ids, many_entries
from tests.strategies import PLACED, TOKENS, index_entries, queries

HANGS_AFTER = 60.0  # seconds; a question takes milliseconds, and Whoosh's own search was seen never to end
ODD_TOKENS = (
    "57-nq/tw", "a:b", "*", '"', "NOT", "", " ", "\x00", "👩‍👧", "đ" * 255, "e\u0301", "é", "_stored",
)  # fmt: skip
ODD_VALUES = ("", " ", "a b", "*", "2016..2020", "Nghị quyết, số 5")

any_time = settings(deadline=None, suppress_health_check=list(HealthCheck))
fewer = settings(any_time, max_examples=max(5, settings().max_examples // 10))


class Asking:
    """Questions to an index that stays as it is. The subclass says how an engine is opened."""

    @classmethod
    def open(cls, folder: Path) -> Engine:
        raise NotImplementedError

    @pytest.fixture(scope="class")
    @classmethod
    def indexed(cls, tmp_path_factory: pytest.TempPathFactory) -> tuple[Engine, Oracle]:
        """An index that is only asked, with its oracle."""
        entries = many_entries(700)
        engine = cls.open(tmp_path_factory.mktemp("indexed"))
        engine.rebuild(entries, STAMP)
        return engine, Oracle(entries)

    @any_time
    @given(query=queries(), limit=st.sampled_from((0, 1, 3, 10, 1000)), offset=st.sampled_from((0, 0, 2, 40)))
    def test_any_tree_is_answered_as_by_looking_at_every_entry(
        self, indexed: tuple[Engine, Oracle], query: Query, limit: int, offset: int
    ) -> None:
        engine, oracle = indexed
        found = engine.search(query, limit=limit, offset=offset, counts=FIELDS)
        assert found == oracle.search(query, limit=limit, offset=offset, counts=FIELDS)

    @any_time
    @given(query=queries(), most=st.sampled_from((0, 1, 2, 99)))
    def test_counts_name_the_most_frequent_values(
        self, indexed: tuple[Engine, Oracle], query: Query, most: int
    ) -> None:
        engine, oracle = indexed
        found = engine.search(query, limit=0, counts=FIELDS, most=most)
        assert found == oracle.search(query, limit=0, counts=FIELDS, most=most)

    @any_time
    @given(query=queries(), limit=st.sampled_from((1, 10, 1000)), offset=st.sampled_from((0, 3)))
    def test_order_by_place_is_document_then_position_then_id(
        self, indexed: tuple[Engine, Oracle], query: Query, limit: int, offset: int
    ) -> None:
        engine, oracle = indexed
        found = engine.search(query, limit=limit, offset=offset, order="place")
        assert found == oracle.search(query, limit=limit, offset=offset, order="place")

    @fewer
    @given(entries=index_entries(), query=queries())
    def test_any_entries_are_found_again(
        self, tmp_path_factory: pytest.TempPathFactory, entries: list[IndexEntry], query: Query
    ) -> None:
        engine = self.open(tmp_path_factory.mktemp("any"))
        engine.rebuild(entries, STAMP)
        assert engine.search(query, limit=20, counts=FIELDS) == Oracle(entries).search(query, limit=20, counts=FIELDS)
        engine.close()

    @pytest.mark.parametrize(
        "query",
        [
            Term("syllables", "w3"),
            Term("words", "w3"),
            Phrase("syllables", ("thi", "đua")),
            Phrase("words", ("thi",)),
            Phrase("syllables", ("thi", "đua", "thi")),
            Key("kind", "Luật"),
            KeyRange("year", "1950", "2016"),
            All(()),
            Any(()),
            All((Term("syllables", "thi"), Not(Term("syllables", "đua")))),
            Any((Term("syllables", "w3"), Key("kind", "Luật"))),
            Boosted(Any((Term("syllables", "w3"), Term("heading", "w3"))), 3.0),
            Not(Term("syllables", "thi")),
        ],
        ids=str,
    )
    def test_each_kind_of_node(self, indexed: tuple[Engine, Oracle], query: Query) -> None:
        engine, oracle = indexed
        assert engine.search(query, limit=1000) == oracle.search(query, limit=1000)

    def test_pages_join_to_the_whole(self, indexed: tuple[Engine, Oracle]) -> None:
        engine, _ = indexed
        query = Any((Term("syllables", "thi"), Term("syllables", "w5")))
        whole = engine.search(query, limit=1000)
        pages = [engine.search(query, limit=10, offset=start) for start in range(0, whole.total, 10)]
        assert [ranked for page in pages for ranked in page.ranked] == list(whole.ranked)

    def test_the_most_leaves_are_answered(self, indexed: tuple[Engine, Oracle]) -> None:
        engine, oracle = indexed
        query = Any(tuple(Term("syllables", f"w{number}") for number in range(1000)))
        assert engine.search(query, limit=5) == oracle.search(query, limit=5)

    def test_more_than_the_most_leaves_are_refused(self, indexed: tuple[Engine, Oracle]) -> None:
        query = Any(tuple(Term("syllables", f"w{number}") for number in range(1001)))
        with pytest.raises(ValueError, match="1000"):
            indexed[0].search(query, limit=5)

    def test_a_phrase_is_refused_where_no_places_are_kept(self, indexed: tuple[Engine, Oracle]) -> None:
        with pytest.raises(ValueError, match="words"):
            indexed[0].search(All((Not(Phrase("words", ("a", "b"))),)), limit=1)

    # Ranking

    def test_a_rare_token_ranks_above_a_common_one(self, engine: Engine) -> None:
        engine.rebuild([entry("1", "thường x"), entry("2", "thường y"), entry("3", "hiếm z")], STAMP)
        found = engine.search(Any((Term("syllables", "thường"), Term("syllables", "hiếm"))), limit=3)
        assert ids(found) == ["3", "1", "2"]

    def test_more_occurrences_rank_above_fewer_at_equal_length(self, engine: Engine) -> None:
        engine.rebuild([entry("1", "a x y"), entry("2", "a a y"), entry("3", "a a a")], STAMP)
        assert ids(engine.search(Term("syllables", "a"), limit=3)) == ["3", "2", "1"]

    def test_a_short_entry_ranks_above_a_long_one(self, engine: Engine) -> None:
        engine.rebuild([entry("1", "a x y z"), entry("2", "a x")], STAMP)
        assert ids(engine.search(Term("syllables", "a"), limit=3)) == ["2", "1"]

    def test_weights_are_honoured(self, engine: Engine) -> None:
        engine.rebuild([entry("1", "a"), entry("2", "b")], STAMP)
        parts = Boosted(Term("syllables", "b"), 2.0), Term("syllables", "a")
        first, second = engine.search(Any(parts), limit=2).ranked
        assert first.id == "2"
        assert first.score == pytest.approx(2 * second.score)

    def test_keys_and_negations_score_nothing(self, engine: Engine) -> None:
        engine.rebuild([entry("1", "a", kind="Luật")], STAMP)
        found = engine.search(All((Key("kind", "Luật"), Not(Term("syllables", "b")))), limit=2)
        assert [ranked.score for ranked in found.ranked] == [0.0]

    # Data is data

    @pytest.mark.parametrize("token", ODD_TOKENS, ids=repr)
    def test_tokens_that_look_like_syntax_are_only_tokens(self, engine: Engine, token: str) -> None:
        entries = [replace(entry(odd, ""), tokens={"syllables": (odd,)}) for odd in ODD_TOKENS]
        engine.rebuild(entries, STAMP)
        assert ids(engine.search(Term("syllables", token), limit=9)) == [token]

    @pytest.mark.parametrize("value", ODD_VALUES, ids=repr)
    def test_values_that_look_like_syntax_are_only_values(self, engine: Engine, value: str) -> None:
        engine.rebuild([entry(odd, "a", kind=odd) for odd in ODD_VALUES], STAMP)
        assert ids(engine.search(Key("kind", value), limit=9)) == [value]

    @pytest.mark.parametrize(
        "tokens", [("giữa", "cuối"), ("giữa", "giữa"), ("giữa",), ("cuối", "giữa"), ("đầu", "giữa", "giữa")], ids=str
    )
    def test_a_long_entry_is_found_by_its_words(self, engine: Engine, tokens: tuple[str, ...]) -> None:
        long = replace(entry("1", ""), tokens={"syllables": ("đầu", *("giữa",) * 9998, "cuối")})
        entries = [long, entry("2", "giữa cuối"), entry("3", "giữa giữa")]
        engine.rebuild(entries, STAMP)
        query = Phrase("syllables", tokens)
        assert engine.search(query, limit=9) == Oracle(entries).search(query, limit=9)

    def test_half_a_letter_is_found_nowhere(self, indexed: tuple[Engine, Oracle]) -> None:
        half, engine = "\ud800", indexed[0]
        query = Any((Term("syllables", half), Phrase("syllables", ("thi", half)), Key("kind", half)))
        assert engine.search(query, limit=9).total == 0
        assert engine.tokens("syllables", half, limit=9) == ()

    def test_a_phrase_does_not_reach_over_the_end_of_an_entry(self, engine: Engine) -> None:
        engine.rebuild([entry("1", "a b"), entry("2", "c d")], STAMP)
        assert engine.search(Phrase("syllables", ("b", "c")), limit=9).total == 0

    def test_an_index_without_entries_answers(self, engine: Engine) -> None:
        engine.rebuild([], STAMP)
        assert engine.search(All(()), limit=9, counts=("kind",)) == Ranking(0, (), {"kind": ()})

    # Token listing

    @any_time
    @given(
        stream=st.sampled_from((*PLACED, "words", "none")),
        prefix=st.sampled_from(("", "t", "th", "w1", "?", "đ")),
        limit=st.sampled_from((0, 1, 5, 999)),
    )
    def test_tokens_with_a_prefix_are_listed_most_frequent_first(
        self, indexed: tuple[Engine, Oracle], stream: str, prefix: str, limit: int
    ) -> None:
        engine, oracle = indexed
        assert engine.tokens(stream, prefix, limit=limit) == oracle.tokens(stream, prefix, limit=limit)

    # Threads and time

    def test_threads_share_an_engine(self, indexed: tuple[Engine, Oracle]) -> None:
        engine, oracle = indexed
        terms = [Term("syllables", token) for token in (*TOKENS, *(f"w{number}" for number in range(40)))]
        questions = [Any((one, All((other, one)))) for one, other in zip(terms, reversed(terms), strict=True)]
        with ThreadPoolExecutor(4) as threads:
            found = list(threads.map(lambda query: engine.search(query, limit=10, counts=("kind",)), questions * 3))
        assert found == [oracle.search(query, limit=10, counts=("kind",)) for query in questions] * 3

    def test_no_question_hangs(self, engine: Engine) -> None:
        engine.rebuild(many_entries(3000, seed=8), STAMP)
        terms = [Term("syllables", f"w{number}") for number in range(80)]

        def ask() -> None:
            for start in range(0, 76, 2):
                engine.search(Any(tuple(terms[start : start + 4])), limit=10)

        asking = threading.Thread(target=ask, daemon=True)
        asking.start()
        asking.join(HANGS_AFTER)
        assert not asking.is_alive()
