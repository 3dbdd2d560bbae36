"""How every engine changes: all or nothing, for one writer at a time and any number of readers."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.engine.port import SCHEMA, Engine, EntryId, IndexEntry, Stamp
from kb.errors import IndexMissing, IndexOutdated
from kb.query.tree import All, Term
from tests.engine.asking import fewer
from tests.engine.oracle import Updated
from tests.engine.samples import FIELDS, STAMP, broken_off, entry, ids, unscored
from tests.strategies import PLACED, index_entries, queries

Change = Callable[[Engine, Iterable[IndexEntry]], None]


def rebuild(engine: Engine, entries: Iterable[IndexEntry]) -> None:
    engine.rebuild(entries, Stamp(SCHEMA, "new"))


def update(engine: Engine, entries: Iterable[IndexEntry]) -> None:
    engine.update(entries, [EntryId("1")])


def search(engine: Engine) -> None:
    engine.search(All(()), limit=1)


def list_tokens(engine: Engine) -> None:
    engine.tokens("syllables", "", limit=1)


def update_nothing(engine: Engine) -> None:
    engine.update([], [])


both_changes = pytest.mark.parametrize("change", [rebuild, update])
every_question = pytest.mark.parametrize("ask", [search, list_tokens, update_nothing])


class Changing:
    """Rebuilds and updates. The subclass says how an engine is opened."""

    @classmethod
    def open(cls, folder: Path) -> Engine:
        raise NotImplementedError

    def test_update_replaces_and_removes(self, engine: Engine) -> None:
        engine.rebuild([entry("1", "a"), entry("2", "a"), entry("3", "a")], STAMP)
        engine.update([entry("2", "b"), entry("4", "a")], [EntryId("3"), EntryId("none")])
        assert ids(engine.search(Term("syllables", "a"), limit=9)) == ["1", "4"]
        assert ids(engine.search(All(()), limit=9)) == ["1", "2", "4"]

    def test_an_entry_that_is_both_added_and_removed_is_there(self, engine: Engine) -> None:
        engine.rebuild([entry("1", "a")], STAMP)
        engine.update([entry("1", "b")], [EntryId("1")])
        assert ids(engine.search(Term("syllables", "b"), limit=9)) == ["1"]

    def test_an_update_with_nothing_in_it_changes_nothing(self, engine: Engine) -> None:
        engine.rebuild([entry("1", "a")], STAMP)
        engine.update([], [EntryId("none")])
        assert ids(engine.search(All(()), limit=9)) == ["1"]

    def test_everything_can_be_taken_out_and_put_in_again(self, engine: Engine) -> None:
        engine.rebuild([entry("1", "a")], STAMP)
        engine.update([], [EntryId("1")])
        assert engine.search(All(()), limit=9).total == 0
        engine.update([entry("1", "b")], [])
        assert ids(engine.search(All(()), limit=9)) == ["1"]

    @fewer
    @given(data=st.data())
    def test_after_any_updates_the_index_holds_what_was_left_in_it(
        self, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
    ) -> None:
        engine = self.open(tmp_path_factory.mktemp("updated"))
        first = data.draw(index_entries())
        engine.rebuild(first, STAMP)
        held = Updated(first)
        for _ in range(data.draw(st.integers(1, 3))):
            added = data.draw(index_entries(most=4))
            removed = data.draw(st.lists(st.sampled_from([*held.entries, EntryId("?")])))
            engine.update(added, removed)
            held.update(added, removed)
        oracle, query = held.oracle(), data.draw(queries())
        found = engine.search(query, limit=99, order="place", counts=FIELDS)
        assert unscored(found) == unscored(oracle.search(query, limit=99, order="place", counts=FIELDS))
        assert sorted(ids(engine.search(query, limit=99))) == sorted(ids(found))
        for stream in PLACED:
            assert engine.tokens(stream, "", limit=99) == oracle.tokens(stream, "", limit=99)
        engine.close()

    @both_changes
    def test_entries_that_break_off_leave_the_index_as_it_was(
        self, engine: Engine, tmp_path: Path, change: Change
    ) -> None:
        engine.rebuild([entry("1", "a")], STAMP)
        with pytest.raises(LookupError, match="broke off"):
            change(engine, broken_off())
        for asked in (engine, self.open(tmp_path)):
            assert ids(asked.search(All(()), limit=9)) == ["1"]
            assert asked.stamp() == STAMP

    @both_changes
    def test_two_entries_of_one_id_are_refused(self, engine: Engine, change: Change) -> None:
        engine.rebuild([entry("1", "a")], STAMP)
        with pytest.raises(ValueError, match="'2'"):
            change(engine, [entry("2", "b"), entry("3", "b"), entry("2", "c")])
        assert ids(engine.search(All(()), limit=9)) == ["1"]

    def test_a_search_during_a_rebuild_is_answered_by_one_index_or_the_other(
        self, engine: Engine, tmp_path: Path
    ) -> None:
        old = [entry(f"{number}", "cũ") for number in range(40)]
        new = [entry(f"{number}", "mới") for number in range(30)]
        engine.rebuild(old, STAMP)
        done = threading.Event()

        def ask() -> set[tuple[int, int]]:
            answers = set()
            while not done.is_set():
                opened = self.open(tmp_path)
                totals = [opened.search(Term("syllables", word), limit=0).total for word in ("cũ", "mới")]
                answers.add((totals[0], totals[1]))
                opened.close()
            return answers

        with ThreadPoolExecutor(2) as threads:
            asking = [threads.submit(ask) for _ in range(2)]
            for entries in (new, old, new):
                engine.rebuild(entries, STAMP)
            done.set()
        assert set.union(*(asked.result() for asked in asking)) <= {(40, 0), (0, 30)}

    def test_a_reader_keeps_the_commit_that_it_opened(self, engine: Engine, tmp_path: Path) -> None:
        engine.rebuild([entry("1", "a")], STAMP)
        reader = self.open(tmp_path)
        assert reader.search(All(()), limit=0).total == 1
        engine.rebuild([entry("1", "a"), entry("2", "a")], STAMP)
        assert reader.search(All(()), limit=0).total == 1

    def test_changed_says_that_there_is_a_later_commit(self, engine: Engine, tmp_path: Path) -> None:
        engine.rebuild([entry("1", "a")], STAMP)
        reader = self.open(tmp_path)
        search(reader)
        assert not reader.changed()
        engine.update([entry("2", "a")], [])
        assert reader.changed()
        search(engine)
        assert not engine.changed()

    # Stamp

    def test_the_stamp_comes_back(self, engine: Engine, tmp_path: Path) -> None:
        assert engine.stamp() is None
        engine.rebuild([], Stamp(SCHEMA, "kb 1, tiếng Việt"))
        engine.update([entry("1", "a")], [])
        assert self.open(tmp_path).stamp() == Stamp(SCHEMA, "kb 1, tiếng Việt")

    @every_question
    def test_without_an_index_nothing_is_answered(self, engine: Engine, ask: Callable[[Engine], None]) -> None:
        with pytest.raises(IndexMissing):
            ask(engine)

    @every_question
    def test_an_index_of_another_schema_does_not_answer(self, engine: Engine, ask: Callable[[Engine], None]) -> None:
        engine.rebuild([entry("1", "a")], Stamp(SCHEMA + 1, ""))
        with pytest.raises(IndexOutdated):
            ask(engine)

    def test_an_index_of_another_schema_can_be_rebuilt(self, engine: Engine) -> None:
        engine.rebuild([entry("1", "a")], Stamp(SCHEMA + 1, ""))
        engine.rebuild([entry("2", "a")], STAMP)
        assert ids(engine.search(All(()), limit=9)) == ["2"]
