"""Ingest: the index says what the sources say, nothing is read twice, and what cannot be read changes nothing."""

from __future__ import annotations

import json
import os
import random
from pathlib import Path

import pytest

from kb.errors import (
    BadCatalogue,
    BadRow,
    IndexBusy,
    IndexMissing,
    IndexOutdated,
    NoSuchFile,
    SameId,
    UnknownFormat,
    UnreadableSource,
)
from kb.home import Home
from kb.ingest import index, ingest
from kb.library import LibraryWriter
from kb.model import DocumentId
from kb.query.tree import All, Key, Term
from kb.snapshot import Snapshot, open_snapshot
from tests.disks import failing_disk
from tests.permissions import needs_permissions

LONG_AGO = 1_500_000_000
PLAN = "KẾ HOẠCH\nI. MỤC ĐÍCH\nThi đua là yêu nước.\nII. NỘI DUNG\n1. Tuyên truyền.\n"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "kho")


def put(home: Home, path: str, text: str = PLAN, *, age: int = 0) -> Path:
    """A file in corpus/, last written long ago, a second later for each `age`."""
    file = home.corpus / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    os.utime(file, (LONG_AGO + age,) * 2)
    return file


def rows(**texts: str) -> str:
    return "".join(json.dumps({"id": id, "title": f"Tên {id}", "text": text}) + "\n" for id, text in texts.items())


def texts(home: Home) -> dict[str, str]:
    """What each document says, as the library and the engine have it together."""
    with open_snapshot(home) as snapshot:
        listed = snapshot.library.documents()
        for document in listed:
            assert found(snapshot, document.id) > 0
        assert snapshot.engine.search(All(()), limit=0).total == snapshot.library.count_chunks()
        return {document.id: snapshot.library.document(document.id).text for document in listed}


def found(snapshot: Snapshot, document: str) -> int:
    return snapshot.engine.search(Key("document", document), limit=0).total


def readings(home: Home) -> dict[str, int]:
    current = home.current()
    assert current
    with LibraryWriter(current.library) as writer:
        return {reading.document: reading.reading for reading in writer.readings()}


def test_an_empty_home_gets_an_index_that_answers(home: Home) -> None:
    assert index(home).documents == 0
    assert texts(home) == {}


def test_every_source_is_read_and_found(home: Home) -> None:
    put(home, "a.txt")
    put(home, "thư mục/b.html", "<html><p>Thi đua là yêu nước</p></html>")
    put(home, "c.jsonl", rows(x="Yêu nước thì phải thi đua", y="Người người thi đua"))
    report = index(home)
    assert (report.documents, report.skipped, report.refused) == (4, 0, ())
    assert texts(home).keys() == {"a", "thu-muc.b", "x", "y"}
    assert texts(home)["thu-muc.b"] == "Thi đua là yêu nước"


def test_a_second_run_reads_nothing_and_changes_nothing(home: Home) -> None:
    put(home, "a.txt")
    put(home, "c.jsonl", rows(x="Chữ"))
    first = index(home)
    before = readings(home)
    second = index(home)
    assert (second.skipped, second.taken, second.generation) == (2, (), first.generation)
    assert readings(home) == before


def test_a_new_file_is_added_beside_those_that_are_known(home: Home) -> None:
    put(home, "a.txt")
    index(home)
    before = readings(home)
    put(home, "b.txt")
    report = index(home)
    assert ([taken.document for taken in report.taken], report.skipped) == (["b"], 1)
    assert readings(home)["a"] == before["a"]
    assert texts(home).keys() == {"a", "b"}


def test_a_changed_file_is_read_again_and_its_old_words_are_gone(home: Home) -> None:
    put(home, "a.txt", "Một hai")
    index(home)
    put(home, "a.txt", "Ba bốn", age=1)
    index(home)
    assert texts(home) == {"a": "Ba bốn"}


def test_a_file_of_the_same_size_and_age_is_looked_into_while_it_is_young(home: Home) -> None:
    put(home, "a.txt", "Một").touch()
    index(home)
    status = (home.corpus / "a.txt").stat()
    (home.corpus / "a.txt").write_text("Hai", "utf-8")
    os.utime(home.corpus / "a.txt", ns=(status.st_mtime_ns, status.st_mtime_ns))
    (home.corpus / "a.txt").write_text("Bốn"[:3], "utf-8")
    index(home)
    assert texts(home)["a"] == "Bốn"


def test_a_file_that_was_only_touched_is_not_read_again(home: Home) -> None:
    put(home, "a.txt")
    index(home)
    before = readings(home)
    put(home, "a.txt", age=5)
    assert index(home).skipped == 1
    assert readings(home) == before


def test_a_removed_file_is_no_longer_found(home: Home) -> None:
    put(home, "a.txt")
    put(home, "b.txt")
    index(home)
    (home.corpus / "b.txt").unlink()
    assert index(home).removed == 1
    assert texts(home).keys() == {"a"}


def test_the_last_file_may_be_removed_too(home: Home) -> None:
    put(home, "a.txt")
    index(home)
    (home.corpus / "a.txt").unlink()
    index(home)
    assert texts(home) == {}


def test_what_the_catalogue_says_counts_and_a_change_of_it_is_noticed(home: Home) -> None:
    put(home, "a.txt")
    index(home)
    home.catalogue.write_text('[[document]]\npath = "a.txt"\nkind = "Luật"\nsigned_on = 2020-07-23\n', "utf-8")
    assert len(index(home).taken) == 1
    with open_snapshot(home) as snapshot:
        assert snapshot.library.document(DocumentId("a")).front.kind == "Luật"
        assert snapshot.engine.search(Key("year", "2020"), limit=0).total == found(snapshot, "a")


def test_an_id_that_the_catalogue_gives_takes_the_place_of_the_slug(home: Home) -> None:
    put(home, "a.txt")
    index(home)
    home.catalogue.write_text('[[document]]\npath = "a.txt"\nid = "luat-5"\n', "utf-8")
    index(home)
    assert texts(home).keys() == {"luat-5"}


def test_of_a_file_of_rows_only_the_changed_rows_are_read_again(home: Home) -> None:
    put(home, "c.jsonl", rows(x="Một", y="Hai", z="Ba"))
    index(home)
    before = readings(home)
    put(home, "c.jsonl", rows(x="Một", y="Hai hai", w="Bốn"))
    report = index(home)
    assert ({taken.document for taken in report.taken}, report.skipped, report.removed) == ({"y", "w"}, 1, 2)
    assert readings(home)["x"] == before["x"]
    assert texts(home) == {"x": "Một", "y": "Hai hai", "w": "Bốn"}


def test_a_row_that_is_no_document_hinders_no_other(home: Home) -> None:
    put(home, "c.jsonl", rows(x="Một") + "{\n" + rows(y="Hai", z="-----"))
    report = index(home)
    assert texts(home).keys() == {"x", "y"}
    assert [type(refused.error) for refused in report.refused] == [BadRow, BadRow]
    assert len(index(home).refused) == 2


def test_a_disk_that_fails_among_the_rows_loses_none_and_doubles_none(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(home, "c.jsonl", rows(x="Một", y="Hai", z="Ba"))
    index(home)
    changed = put(home, "c.jsonl", rows(x="Một", y="Hai hai", z="Ba ba"))
    with monkeypatch.context() as failing:
        failing_disk(failing, changed, after=2)
        report = index(home)
    assert [type(refused.error) for refused in report.refused] == [UnreadableSource]
    assert texts(home) == {"x": "Một", "y": "Hai hai", "z": "Ba"}
    assert index(home, rebuild=True).refused == ()
    assert texts(home) == {"x": "Một", "y": "Hai hai", "z": "Ba ba"}


def test_the_title_of_a_row_is_found_though_its_text_does_not_say_it(home: Home) -> None:
    put(home, "c.jsonl", rows(x="Chữ"))
    index(home)
    with open_snapshot(home) as snapshot:
        assert snapshot.engine.search(Term("above", "ten"), limit=0).total == 1


def test_of_two_documents_with_one_id_the_first_is_taken(home: Home) -> None:
    put(home, "c.jsonl", rows(a="Hàng"))
    put(home, "d.jsonl", rows(a="Hàng khác", b="Hai"))
    report = index(home)
    assert texts(home) == {"a": "Hàng", "b": "Hai"}
    assert [type(refused.error) for refused in report.refused] == [SameId]
    (home.corpus / "c.jsonl").unlink()
    assert index(home).refused == ()
    assert texts(home) == {"a": "Hàng khác", "b": "Hai"}


def test_a_file_that_cannot_be_read_is_told_and_hinders_no_other(home: Home) -> None:
    put(home, "a.txt")
    put(home, "b.pdf", "%PDF-1.7")
    report = index(home)
    assert texts(home).keys() == {"a"}
    assert [(refused.path, type(refused.error)) for refused in report.refused] == [("b.pdf", UnknownFormat)]


def test_a_known_file_that_can_no_longer_be_read_stays_as_it_was(home: Home) -> None:
    put(home, "a.txt", "Một hai")
    index(home)
    put(home, "a.txt").write_bytes(b"\xff\xfe\xfa")
    report = index(home)
    assert len(report.refused) == 1
    assert texts(home) == {"a": "Một hai"}


def test_a_folder_out_of_reach_keeps_its_documents(home: Home, tmp_path: Path) -> None:
    folder = tmp_path / "mạng"
    folder.mkdir()
    (folder / "a.txt").write_text(PLAN, "utf-8")
    ingest(home, [folder], in_place=True)
    folder.rename(tmp_path / "rời")
    report = index(home)
    assert [type(refused.error) for refused in report.refused] == [NoSuchFile]
    assert texts(home).keys() == {"mang.a"}


def test_a_rebuild_makes_a_new_generation_that_says_the_same(home: Home) -> None:
    put(home, "a.txt")
    first = index(home)
    before = texts(home)
    second = index(home, rebuild=True)
    assert second.generation > first.generation
    assert texts(home) == before
    assert sorted(path.name for path in home.index.iterdir()) == [second.generation, "CURRENT", "LOCK"]


def test_an_index_of_another_kb_is_refused_and_made_anew(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    put(home, "a.txt")
    with monkeypatch.context() as older:
        older.setattr("kb.snapshot.READING", 0)
        first = index(home)
    with pytest.raises(IndexOutdated):
        open_snapshot(home)
    assert index(home).generation != first.generation
    assert texts(home).keys() == {"a"}


def test_without_an_index_that_is_said(home: Home) -> None:
    with pytest.raises(IndexMissing, match="kb index"):
        open_snapshot(home)


def test_a_second_writer_is_refused_and_changes_nothing(home: Home) -> None:
    put(home, "a.txt")
    index(home)
    put(home, "b.txt")
    with home.lock(), pytest.raises(IndexBusy):
        index(home)
    assert texts(home).keys() == {"a"}


def test_a_wrong_catalogue_stops_before_anything_is_done(home: Home, tmp_path: Path) -> None:
    put(home, "a.txt")
    index(home)
    put(home, "b.txt")
    (tmp_path / "c.txt").write_text(PLAN, "utf-8")
    home.catalogue.write_text("[[document]]\n", "utf-8")
    with pytest.raises(BadCatalogue, match="dòng 1"):
        index(home)
    with pytest.raises(BadCatalogue, match="dòng 1"):
        ingest(home, [tmp_path / "c.txt"])
    assert texts(home).keys() == {"a"}
    assert {path.name for path in home.corpus.iterdir()} == {"a.txt", "b.txt", "catalogue.toml"}


@pytest.mark.parametrize("rebuild", [False, True])
def test_a_reader_of_the_old_state_goes_on_reading_it(home: Home, rebuild: bool) -> None:
    put(home, "a.txt", "Một hai")
    index(home)
    with open_snapshot(home) as snapshot:
        assert snapshot.is_current(home)
        put(home, "a.txt", "Ba bốn", age=1)
        index(home, rebuild=rebuild)
        assert not snapshot.is_current(home)
        (entry,) = snapshot.engine.search(Key("document", "a"), limit=9).ranked
        assert snapshot.library.chunks([entry.id])[entry.id].text == "Một hai"
        assert snapshot.library.document(DocumentId("a")).text == "Một hai"
    assert texts(home) == {"a": "Ba bốn"}


def test_many_new_entries_at_once_are_all_there(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kb.ingest.MANY", 5)
    put(home, "a.txt")
    index(home)
    put(home, "c.jsonl", rows(**{f"r{number}": f"Hàng thứ {number}" for number in range(20)}))
    assert index(home).skipped == 1
    assert texts(home).keys() == {"a", *(f"r{number}" for number in range(20))}


def test_after_any_changes_the_index_is_as_one_made_anew(home: Home) -> None:
    chance = random.Random(5)
    for step in range(12):
        for path in ("a.txt", "b/a.txt", "c.jsonl", "d.html"):
            match chance.choice(["keep", "write", "write", "remove"]):
                case "write":
                    words = " ".join(chance.choices(("thi", "đua", "yêu", "nước", "\n"), k=20))
                    text = rows(x=f"chữ {words}", y="Hai") if path == "c.jsonl" else f"chữ {words}"
                    put(home, path, f"<html><p>{text}" if path == "d.html" else text, age=step)
                case "remove":
                    (home.corpus / path).unlink(missing_ok=True)
        home.make()
        index(home)
        updated = texts(home)
        if step % 4 == 3:
            index(home, rebuild=True)
            assert texts(home) == updated


def test_a_file_is_copied_into_a_folder_of_its_folders_name(home: Home, tmp_path: Path) -> None:
    source = tmp_path / "Văn bản" / "kế hoạch.txt"
    source.parent.mkdir()
    source.write_bytes(PLAN.encode())
    report = ingest(home, [source])
    assert [(taken.document, taken.path) for taken in report.ingested] == [("van-ban.ke-hoach", "Văn bản/kế hoạch.txt")]
    assert (home.corpus / "Văn bản" / "kế hoạch.txt").read_bytes() == PLAN.encode()
    assert texts(home).keys() == {"van-ban.ke-hoach"}


def test_a_folder_is_copied_with_what_is_below_it(home: Home, tmp_path: Path) -> None:
    folder = tmp_path / "vb"
    for name in ("a.txt", "2020/b.txt", ".ẩn.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(PLAN, "utf-8")
    assert {taken.path for taken in ingest(home, [folder]).ingested} == {"vb/a.txt", "vb/2020/b.txt"}


def test_ingesting_again_copies_and_reads_nothing(home: Home, tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text(PLAN, "utf-8")
    ingest(home, [source])
    report = ingest(home, [source])
    assert (report.ingested, report.unchanged, report.refused) == ((), 1, ())


def test_ingesting_a_changed_file_takes_the_place_of_the_old_and_says_so(home: Home, tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("Một hai", "utf-8")
    ingest(home, [source])
    source.write_text("Ba bốn", "utf-8")
    report = ingest(home, [source])
    assert [taken.warnings for taken in report.ingested] == [("replaced",)]
    assert list(texts(home).values()) == ["Ba bốn"]


def test_a_folder_read_in_place_is_registered_once_and_copied_nowhere(home: Home, tmp_path: Path) -> None:
    folder = tmp_path / "vb"
    folder.mkdir()
    (folder / "a.txt").write_text(PLAN, "utf-8")
    for _ in range(2):
        report = ingest(home, [folder, folder / "a.txt"], in_place=True)
    assert (report.ingested, report.unchanged) == ((), 1)
    assert home.catalogue.read_text("utf-8").count("path") == 1
    assert [path.name for path in home.corpus.iterdir()] == ["catalogue.toml"]
    assert texts(home).keys() == {"vb.a"}


def test_a_file_that_is_in_the_corpus_is_taken_where_it_is(home: Home) -> None:
    file = put(home, "a.txt")
    put(home, "b.txt")
    report = ingest(home, [file])
    assert [taken.document for taken in report.ingested] == ["a"]
    assert texts(home).keys() == {"a", "b"}
    assert {path.name for path in home.corpus.iterdir()} == {"a.txt", "b.txt"}


def test_the_folder_around_the_home_may_be_given(home: Home) -> None:
    put(home, "a.txt")
    index(home)
    (home.root / "b.txt").write_text(PLAN, "utf-8")
    report = ingest(home, [home.root])
    assert [taken.document for taken in report.ingested] == ["kho.b"]
    assert (report.unchanged, report.refused) == (1, ())


def test_what_cannot_be_read_is_not_copied(home: Home, tmp_path: Path) -> None:
    (tmp_path / "vb").mkdir()
    for name, data in (("a.pdf", b"%PDF-1.7"), ("b.txt", b"\xe1\xe0"), ("c.txt", b"")):
        (tmp_path / "vb" / name).write_bytes(data)
    report = ingest(home, [tmp_path / "vb", tmp_path / "không có.txt"])
    assert {type(refused.error).__name__ for refused in report.refused} == {
        "UnknownFormat",
        UnreadableSource.__name__,
        "EmptySource",
        "NoSuchFile",
    }
    assert (report.ingested, report.unchanged) == ((), 0)
    assert list(home.corpus.iterdir()) == []


def test_progress_is_told_from_nothing_to_all(home: Home) -> None:
    for name in "abc":
        put(home, f"{name}.txt")
    told: list[tuple[int, int, str]] = []
    index(home, progress=lambda *at: told.append(at))
    assert told[:3] == [(0, 3, "a.txt"), (1, 3, "b.txt"), (2, 3, "c.txt")]
    assert all(done < total for done, total, _ in told)


@needs_permissions
def test_a_closed_folder_of_the_corpus_keeps_its_documents(home: Home) -> None:
    put(home, "kín/a.txt")
    index(home)
    (home.corpus / "kín").chmod(0)
    report = index(home)
    (home.corpus / "kín").chmod(0o755)
    assert len(report.refused) == 1
    assert texts(home).keys() == {"kin.a"}


@pytest.mark.parametrize("lost", [b"no database at all", b""])
def test_an_index_whose_library_is_lost_is_made_anew(home: Home, lost: bytes) -> None:
    put(home, "a.txt")
    index(home)
    generation = home.current()
    assert generation is not None
    generation.library.write_bytes(lost)
    index(home)
    assert list(texts(home)) == ["a"]


def test_an_index_that_lost_a_segment_and_its_arrays_is_made_anew(home: Home) -> None:
    put(home, "a.txt")
    index(home)
    generation = home.current()
    assert generation is not None
    for file in (*generation.path.rglob("*.seg"), *generation.path.rglob("*.arrays")):
        file.unlink()
    index(home)
    assert list(texts(home)) == ["a"]


def test_a_hidden_file_that_is_given_by_name_is_taken_without_its_dot(home: Home, tmp_path: Path) -> None:
    hidden = tmp_path / "thuong" / ".b.txt"
    hidden.parent.mkdir()
    hidden.write_text(PLAN, "utf-8")
    ingest(home, [hidden])
    assert list(texts(home)) == ["thuong.b"]
