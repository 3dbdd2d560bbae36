"""The library: what goes in comes out the same, of the live readings and no others, for many threads."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from kb.chunks import chunk
from kb.errors import IndexDamaged, NoSuchDocument
from kb.library import Library, LibraryWriter, Seen
from kb.library.rows import body_of, front_of, front_text, outline_of, pack_body, pack_outline
from kb.model import Body, Document, DocumentId, EntryId, Front, Line, Section, SectionId, Source, Span
from tests.strategies import documents

TEXT = "I. MỞ ĐẦU\nThi đua là yêu nước.\nII. KẾT LUẬN\n"


def small(id: str = "a", title: str = "Đề cương") -> Document:
    one = Section(SectionId("I"), "I.", 1, "heading", "MỞ ĐẦU", Span(0, 9), (Span(0, 31),), Span(0, 31))
    two = Section(SectionId("II"), "II.", 1, "heading", "KẾT LUẬN", Span(31, 43), (Span(31, 44),), Span(31, 44))
    lines = (Line(1, None, Span(0, 10)), Line(2, None, Span(10, 31)), Line(3, None, Span(31, 44)))
    source = Source(f"{id}.txt", "txt", "0" * 64)
    return Document(DocumentId(id), source, Front(title, kind="Đề cương"), Body(TEXT, lines, ()), (one, two))


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[LibraryWriter]:
    with LibraryWriter(tmp_path / "library.sqlite") as opened:
        yield opened


def stored(writer: LibraryWriter, *documents: Document) -> list[int]:
    readings = [writer.add(document, chunk(document), "said") for document in documents]
    writer.commit()
    return readings


def opened(tmp_path: Path, *live: int) -> Library:
    return Library(tmp_path / "library.sqlite", frozenset(live))


@given(documents())
def test_a_body_an_outline_and_a_front_come_back_as_they_were(document: Document) -> None:
    assert body_of(pack_body(document.body)) == document.body
    assert outline_of(pack_outline(document.sections)) == document.sections
    assert front_of(front_text(document.front)) == document.front


@settings(max_examples=20, deadline=None)
@given(documents())
def test_a_document_and_its_chunks_come_back_as_they_were(document: Document) -> None:
    with TemporaryDirectory() as folder:
        with LibraryWriter(Path(folder, "library.sqlite")) as writer:
            (reading,) = stored(writer, document)
        library = opened(Path(folder), reading)
        chunks = chunk(document)
        assert library.document(document.id) == document
        assert library.chunks_of(reading) == chunks
        assert tuple(library.chunks(EntryId(f"{reading}:{n}") for n in range(len(chunks))).values()) == chunks
        library.close()


def test_readings_that_are_not_live_are_not_there(tmp_path: Path, writer: LibraryWriter) -> None:
    old, new, unfinished = stored(writer, small(title="Cũ"), small(title="Mới"), small("b"))
    for live, title in ((old, "Cũ"), (new, "Mới")):
        library = opened(tmp_path, live)
        assert library.document(DocumentId("a")).front.title == title
        assert [card.front.title for card in library.documents()] == [title]
        assert list(library.chunks([EntryId(f"{old}:0"), EntryId(f"{new}:1"), EntryId(f"{unfinished}:0")])) == [
            f"{live}:{0 if live == old else 1}"
        ]
        with pytest.raises(NoSuchDocument):
            library.document(DocumentId("b"))
        library.close()


def test_the_list_of_documents_is_in_the_order_of_the_ids(tmp_path: Path, writer: LibraryWriter) -> None:
    library = opened(tmp_path, *stored(writer, small("b"), small("c"), small("a")))
    assert [card.id for card in library.documents()] == ["a", "b", "c"]
    assert library.documents()[0].lines == 3
    assert library.documents()[0].sections == 2
    assert library.documents()[0].pages is None
    library.close()


def test_an_entry_that_is_not_there_is_not_in_the_answer(tmp_path: Path, writer: LibraryWriter) -> None:
    library = opened(tmp_path, *stored(writer, small()))
    assert library.chunks([EntryId("1:99"), EntryId("77:0")]) == {}
    assert library.chunks([]) == {}
    library.close()


def test_a_number_is_never_used_for_two_readings(writer: LibraryWriter) -> None:
    first = stored(writer, small(), small("b"))
    writer.sweep(frozenset())
    assert stored(writer, small())[0] > max(first)


def test_sweeping_deletes_every_row_of_the_dead_and_none_of_the_living(tmp_path: Path, writer: LibraryWriter) -> None:
    dead, living = stored(writer, small(title="Cũ"), small(title="Mới"))
    writer.sweep(frozenset([living]))
    assert [reading.reading for reading in writer.readings()] == [living]
    library = opened(tmp_path, dead, living)
    assert library.chunks_of(dead) == ()
    assert len(library.chunks_of(living)) == 2
    library.close()


def test_what_is_not_committed_is_not_there_after_a_kill(tmp_path: Path) -> None:
    with LibraryWriter(tmp_path / "library.sqlite") as writer:
        stored(writer, small())
        writer.add(small("b"), chunk(small("b")), "")
    with LibraryWriter(tmp_path / "library.sqlite") as writer:
        assert [reading.document for reading in writer.readings()] == ["a"]


def test_what_was_seen_of_files_is_remembered_and_forgotten(writer: LibraryWriter) -> None:
    writer.see([Seen("a", 1, 2, "3"), Seen("b", 4, 5, "6")])
    writer.see([Seen("a", 7, 8, "9")], gone=["b"])
    assert writer.seen() == {"a": Seen("a", 7, 8, "9")}


def test_many_threads_read_one_library_at_once(tmp_path: Path, writer: LibraryWriter) -> None:
    numbers = stored(writer, *(small(f"d{number}") for number in range(40)))
    library = opened(tmp_path, *numbers)

    def asked(number: int) -> str:
        return library.document(DocumentId(f"d{number % 40}")).id + library.chunks([EntryId("1:0")])[EntryId("1:0")].id

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(asked, range(200))) == [f"d{number % 40}d0#I/0" for number in range(200)]
    library.close()


def test_a_library_can_be_read_while_it_is_written(tmp_path: Path, writer: LibraryWriter) -> None:
    (first,) = stored(writer, small())
    library = opened(tmp_path, first)
    for number in range(5):
        writer.add(small(f"b{number}"), chunk(small(f"b{number}")), "")
        assert library.document(DocumentId("a")).text == TEXT
        writer.commit()
    assert len(library.documents()) == 1
    library.close()


def test_a_reader_cannot_write(tmp_path: Path, writer: LibraryWriter) -> None:
    library = opened(tmp_path, *stored(writer, small()))
    with pytest.raises(IndexDamaged, match="readonly"):
        library._ask("DELETE FROM readings")
    library.close()


def test_a_file_that_is_damaged_is_told_so_with_the_cure(tmp_path: Path, writer: LibraryWriter) -> None:
    stored(writer, *(small(f"d{number}") for number in range(300)))
    path = tmp_path / "library.sqlite"
    data = bytearray(path.read_bytes())
    data[4096 * 2 : 4096 * 8] = bytes(4096 * 6)
    path.write_bytes(data)
    library = opened(tmp_path, 1)
    assert library.fault() is not None
    library.close()
    path.write_bytes(b"not a library" * 1000)
    with pytest.raises(IndexDamaged, match="kb index --rebuild"):
        opened(tmp_path, 1).documents()


def test_a_library_that_is_gone_is_damage(tmp_path: Path) -> None:
    with pytest.raises(IndexDamaged):
        opened(tmp_path, 1).documents()


def test_a_whole_library_has_no_fault(tmp_path: Path, writer: LibraryWriter) -> None:
    library = opened(tmp_path, *stored(writer, small()))
    assert library.fault() is None
    library.close()


def test_the_connections_of_a_library_that_is_forgotten_are_closed(tmp_path: Path, writer: LibraryWriter) -> None:
    library = opened(tmp_path, *stored(writer, small()))
    library.documents()
    connection = library._opened[0]
    del library
    with pytest.raises(sqlite3.ProgrammingError):
        connection.execute("SELECT 1")


def test_a_document_is_unpacked_once_while_it_is_kept(tmp_path: Path, writer: LibraryWriter) -> None:
    library = opened(tmp_path, *stored(writer, replace(small(), front=Front("Giữ"))))
    assert library.document(DocumentId("a")) is library.document(DocumentId("a"))
    library.close()


def test_a_reader_does_not_wait_for_a_large_transaction_that_is_not_done(writer: LibraryWriter, tmp_path: Path) -> None:
    (reading,) = stored(writer, small())
    long = tuple(replace(one, text="thi đua " * 20_000) for one in chunk(small("b")))
    for number in range(20):
        writer.add(small(f"b{number}"), long, "said")
    assert [one.id for one in opened(tmp_path, reading).documents()] == ["a"]


def test_any_number_of_chunks_may_be_asked_for(writer: LibraryWriter, tmp_path: Path) -> None:
    readings = stored(writer, small())
    asked = [EntryId(f"{readings[0]}:{number}") for number in range(2500)]
    assert len(opened(tmp_path, *readings).chunks(asked)) == len(chunk(small()))
