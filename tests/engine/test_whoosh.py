"""The engine on Whoosh keeps the contract, and its own promises: Whoosh reads the index, and it cannot be lost."""

from __future__ import annotations

import os
import pickle
import random
import shutil
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from whoosh import index as plain  # type: ignore[import-untyped]
from whoosh.codec.whoosh3 import W3Codec  # type: ignore[import-untyped]
from whoosh.qparser import QueryParser  # type: ignore[import-untyped]

from kb.engine import open_engine
from kb.engine.arrays import file
from kb.engine.port import Engine, IndexEntry
from kb.engine.whoosh import folders, lock
from kb.engine.whoosh.contents import read_contents
from kb.engine.whoosh.schema import KEY, STREAM, field, new_schema
from kb.errors import IndexBusy, IndexDamaged
from kb.query.tree import All, Any, Key, Phrase, Term
from tests.engine.contract import EngineContract
from tests.engine.samples import FIELDS, STAMP, entry, ids, many_entries

ROOT = Path(__file__).parents[2]
WHOOSH3 = os.environ.get("KB_WHOOSH3_PYTHON")


class TestWhooshEngine(EngineContract):
    @classmethod
    def open(cls, folder: Path) -> Engine:
        return open_engine(folder)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """The folder of an index of three segments with some entries taken out."""
    entries = many_entries(90)
    engine = open_engine(tmp_path)
    engine.rebuild(entries[:60], STAMP)
    engine.update(entries[60:75], [entries[0].id, entries[9].id])
    engine.update(entries[75:], [entries[61].id])
    engine.close()
    return tmp_path


def arrays_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes()[44:] for path in sorted((folder / "arrays").iterdir())}


QUESTION = Any((Term("syllables", "thi"), Phrase("syllables", ("thi", "đua")), Key("kind", "Luật")))


# Whoosh reads it


def test_any_whoosh_program_opens_the_index_and_finds_what_the_engine_finds(built: Path) -> None:
    with plain.open_dir(str(built / "whoosh")).searcher() as searcher:
        words = QueryParser("tokens_syllables", searcher.schema).parse('"thi đua"')
        found = {hit["id"] for hit in searcher.search(words, limit=None)}
    assert found == set(ids(open_engine(built).search(Phrase("syllables", ("thi", "đua")), limit=99)))


def test_the_index_is_read_by_whoosh_without_kb(built: Path) -> None:
    ask = (
        "import sys; from whoosh import index; ix = index.open_dir(sys.argv[1]); "
        "print(ix.doc_count(), 'kb' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", ask, built / "whoosh"], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["87", "False"]


def test_the_index_holds_what_whoosh_itself_would_have_written(tmp_path: Path) -> None:
    entries = sorted(many_entries(300), key=lambda entry: entry.id)
    open_engine(tmp_path / "ours").rebuild(entries, STAMP)
    assert content(tmp_path / "ours" / "whoosh") == content(written_by_whoosh(tmp_path / "its", entries))


def written_by_whoosh(folder: Path, entries: list[IndexEntry]) -> Path:
    """The entries through Whoosh's own writer, in the fields of ours."""
    folder.mkdir()
    schema = new_schema(STAMP)
    rows = []
    for one in entries:
        row: dict[str, object] = {"id": one.id, "place": one.place}
        row |= {STREAM + stream: list(tokens) for stream, tokens in one.tokens.items() if tokens}
        row |= {KEY + key: list(values) for key, values in one.keys.items() if values}
        rows.append(row)
        for name in row:
            field(schema, name)
    writer = plain.create_in(str(folder), schema).writer(codec=W3Codec())
    for row in rows:
        writer.add_document(**row)
    writer.commit()
    return folder


def content(folder: Path) -> list[object]:
    """All that Whoosh reads from an index: each row, and the postings of each token with what is said of them."""
    reader = plain.open_dir(str(folder)).reader()
    found: list[object] = []
    for number, stored in reader.iter_docs():
        found.append((stored, [reader.doc_field_length(number, name) for name in reader.schema.scorable_names()]))
    for name, token in reader.all_terms():
        said, matcher = reader.term_info(name, token), reader.postings(name, token)
        lengths = said.min_length(), said.max_length(), said.max_weight(), said.weight()
        found.append((name, token, lengths, list(matcher.items_as("weight"))))
        if reader.schema[name].format.supports("positions"):
            found.append(list(reader.postings(name, token).items_as("positions")))
    reader.close()
    return found


# Arrays that are lost or damaged


def nothing_left(path: Path) -> None:
    path.unlink()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


def one_bit(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def other_version(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[8] += 1
    path.write_bytes(content)


def zeros(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def without_magic(path: Path) -> None:
    path.write_bytes(bytes(8) + path.read_bytes()[8:])


def letters_in_the_contents(path: Path) -> None:
    """Bytes that are no UTF-8, in a file whose time says that nobody touched it."""
    state = path.stat()
    path.write_bytes(path.read_bytes()[:-20] + b"\xff" * 20)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))


def contents_elsewhere(path: Path) -> None:
    state, content = path.stat(), bytearray(path.read_bytes())
    content[12:20] = struct.pack("<Q", len(content) + 64)
    path.write_bytes(content)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))


def anything(path: Path) -> None:
    path.write_bytes(random.Random(path.name).randbytes(path.stat().st_size))


def anything_behind_the_version(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:12] + random.Random(path.name).randbytes(path.stat().st_size - 12))


def other_names(path: Path) -> None:
    """What another kb may have written under the same number."""
    arrays = file.read(path)
    assert arrays is not None
    with file.writing(path) as put:
        put({f"new.{name}": array for name, array in arrays.items()})


every_damage = pytest.mark.parametrize(
    "damage",
    [
        *(nothing_left, empty, cut, one_bit, other_version, zeros, without_magic, letters_in_the_contents),
        *(contents_elsewhere, anything, anything_behind_the_version, other_names),
    ],
)


@every_damage
def test_lost_or_damaged_arrays_come_back_byte_for_byte(built: Path, damage: Callable[[Path], None]) -> None:
    before, answer = arrays_in(built), open_engine(built).search(QUESTION, limit=99, counts=FIELDS)
    for path in (built / "arrays").iterdir():
        damage(path)
    assert open_engine(built).search(QUESTION, limit=99, counts=FIELDS) == answer
    assert arrays_in(built) == before


def test_a_copied_index_is_read_without_recovery(built: Path, tmp_path: Path) -> None:
    copied = tmp_path / "copied"
    shutil.copytree(built / "whoosh", copied / "whoosh")
    shutil.copytree(built / "arrays", copied / "arrays", copy_function=shutil.copyfile)
    for segment in (copied / "whoosh").glob("*.seg"):
        segment.unlink()  # so that nothing could be recovered from it
    assert open_engine(copied).search(QUESTION, limit=9) == open_engine(built).search(QUESTION, limit=9)


def test_where_arrays_cannot_be_written_the_index_still_answers(built: Path) -> None:
    answer = open_engine(built).search(QUESTION, limit=99)
    shutil.rmtree(built / "arrays")
    (built / "arrays").write_text("a file in its place", encoding="utf-8")
    assert open_engine(built).search(QUESTION, limit=99) == answer


def test_an_index_that_another_whoosh_program_merged_is_answered_rightly(built: Path) -> None:
    before = open_engine(built).search(QUESTION, limit=99, order="place")
    plain.open_dir(str(built / "whoosh")).optimize()
    engine = open_engine(built)
    assert ids(engine.search(QUESTION, limit=99, order="place")) == ids(before)
    engine.update([], [before.ranked[0].id])
    assert ids(engine.search(QUESTION, limit=99, order="place")) == ids(before)[1:]


# Whoosh leaves the file of a broken segment open.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_lost_arrays_of_a_broken_segment_are_an_error_with_its_cure(built: Path) -> None:
    for path in (*(built / "arrays").iterdir(), *(built / "whoosh").glob("*.seg")):
        path.write_bytes(path.read_bytes()[:99])
    with pytest.raises(IndexDamaged, match="kb index --rebuild"):
        open_engine(built).search(QUESTION, limit=1)


# The table of contents


def test_a_table_of_contents_that_cannot_be_read_is_an_error_that_a_rebuild_cures(built: Path) -> None:
    (contents,) = (built / "whoosh").glob("*.toc")
    contents.write_bytes(contents.read_bytes()[:50])
    engine = open_engine(built)
    with pytest.raises(IndexDamaged, match="kb index --rebuild"):
        engine.search(QUESTION, limit=1)
    engine.rebuild([entry("1", "a")], STAMP)
    assert ids(engine.search(All(()), limit=9)) == ["1"]


class Harmful:
    """What an untrusted table of contents could hold."""

    def __reduce__(self) -> tuple[Callable[[str], object], tuple[str]]:
        return (print, ("harm",))


def test_a_table_of_contents_can_do_nothing_when_it_is_read(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (path,) = (built / "whoosh").glob("*.toc")
    content = path.read_bytes()
    path.write_bytes(content[: content.rindex(b"\x80")] + pickle.dumps([Harmful()], 2))
    with pytest.raises(IndexDamaged):
        open_engine(built).stamp()
    assert capsys.readouterr().out == ""


def test_opening_and_asking_never_import_whoosh(built: Path) -> None:
    ask = (
        "import sys; from pathlib import Path; from kb.engine import open_engine; from kb.query.tree import All; "
        "print(open_engine(Path(sys.argv[1])).search(All(()), limit=0).total, 'whoosh' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", ask, built], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["87", "False"]


# Writers


def test_a_second_writer_is_told_at_once_who_writes(built: Path) -> None:
    with lock.writing(folders.Folders(built)), pytest.raises(IndexBusy) as busy:
        open_engine(built).update([entry("1", "a")], [])
    assert busy.value.values == {"process": str(os.getpid()), "host": socket.gethostname()}


def test_another_whoosh_program_that_writes_keeps_the_engine_from_writing(built: Path) -> None:
    writer = plain.open_dir(str(built / "whoosh")).writer()
    with pytest.raises(IndexBusy):
        open_engine(built).rebuild([], STAMP)
    writer.cancel()


def test_what_a_broken_off_writing_left_is_swept_by_the_next(built: Path) -> None:
    leftovers = [built / "whoosh" / name for name in ("MAIN_abc.seg", "MAIN_abc.pst", "_MAIN_9.toc.17", "x.tmp")]
    leftovers += [built / "arrays" / "MAIN_abc.arrays", built / "arrays" / "MAIN_abc.arrays.12.new"]
    for path in leftovers:
        path.write_bytes(b"x")
    (built / "whoosh" / "MAIN.tmp").mkdir()
    open_engine(built).update([entry("new", "a")], [])
    assert not [path for path in (*leftovers, built / "whoosh" / "MAIN.tmp") if path.exists()]


def test_a_segment_of_which_nothing_is_left_goes(built: Path) -> None:
    engine = open_engine(built)
    every = engine.search(All(()), limit=99)
    engine.update([], [ranked.id for ranked in every.ranked])
    assert read_contents(built / "whoosh").segments == ()  # type: ignore[union-attr]
    assert list((built / "arrays").iterdir()) == []


def written(file: Path) -> tuple[int, int, int]:
    """What changes when a file is written again; when it was last read does not count."""
    state = file.stat()
    return state.st_ino, state.st_size, state.st_mtime_ns


def test_many_small_updates_leave_few_segments_and_the_large_one_as_it_was(tmp_path: Path) -> None:
    engine, entries = open_engine(tmp_path), many_entries(300)
    engine.rebuild(entries[:200], STAMP)
    (large,) = (tmp_path / "arrays").iterdir()
    before = written(large)
    for one in entries[200:260]:
        engine.update([one], [])
    assert len(list((tmp_path / "arrays").iterdir())) < 9
    assert written(large) == before
    assert ids(engine.search(All(()), limit=999)) == sorted(one.id for one in entries[:260])


@pytest.mark.skipif(sys.platform == "win32", reason="the size of files cannot be limited here")
@pytest.mark.parametrize("room", [0, 100, 3_000, 20_000, 60_000])
def test_without_room_the_index_stays_as_it_was(built: Path, room: int) -> None:
    before = sorted(path.name for path in built.rglob("*") if path.name != "MAIN_WRITELOCK")
    answer = open_engine(built).search(QUESTION, limit=99)
    done = subprocess.run([sys.executable, "-c", WITHOUT_ROOM, built, str(room)], cwd=ROOT, check=False)
    assert done.returncode == 3
    assert open_engine(built).search(QUESTION, limit=99) == answer
    assert sorted(path.name for path in built.rglob("*") if path.name != "MAIN_WRITELOCK") == before


WITHOUT_ROOM = """
import resource, sys
from pathlib import Path
from kb.engine import open_engine
from kb.errors import IndexUnwritable
from tests.engine.samples import STAMP, many_entries

entries = many_entries(2000)
import kb.engine.whoosh.segments
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
try:
    open_engine(Path(sys.argv[1])).rebuild(entries, STAMP)
except IndexUnwritable:
    sys.exit(3)
"""

# Killed


KILLED_AFTER = (0.0, 0.02, 0.05, 0.09, 0.14, 0.2)  # seconds after the first commit


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL here")
@pytest.mark.parametrize("way", ["rebuild", "update"])
@pytest.mark.parametrize("after", KILLED_AFTER)
def test_a_killed_writer_leaves_the_old_index_or_the_new(tmp_path: Path, way: str, after: float) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-m", "tests.engine.restless", tmp_path, way], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    begun = writer.stdout.readline()
    time.sleep(after)
    writer.kill()
    begun += writer.communicate()[0]
    last = int(begun.split()[-1])
    found = open_engine(tmp_path).search(All(()), limit=0, counts=("state",))
    assert found.counts["state"] in {((str(state), found.total),) for state in (last, last + 1)}
    open_engine(tmp_path).update([entry("after", "a")], [])
    assert open_engine(tmp_path).search(All(()), limit=0).total == found.total + 1


# On whoosh3


def test_the_contract_holds_on_whoosh3() -> None:
    """whoosh3 is the way out when a coming Python no longer compiles 2.7.4: same name, same format."""
    if not WHOOSH3:
        pytest.skip("KB_WHOOSH3_PYTHON names no Python with whoosh3, numpy, pytest and hypothesis")
    environment = {name: value for name, value in os.environ.items() if name != "KB_WHOOSH3_PYTHON"}
    options = ["-q", "-p", "no:cacheprovider", "-c", os.devnull, "--rootdir", str(ROOT)]
    command = [WHOOSH3, "-m", "pytest", *options, __file__]
    done = subprocess.run(
        command, cwd=ROOT, env=environment | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-3000:]
