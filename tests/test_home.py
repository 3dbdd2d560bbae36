"""The home: one writer, generations that are whole or not there, and nobody's index swept from under them."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path
from threading import Timer

import pytest

from kb.errors import IndexBusy
from kb.home import Home, chosen_home
from kb.home.locks import take
from kb.home.places import user_folder


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home(tmp_path / "kho")
    made.make()
    return made


def in_another_process(home: Home, lines: str) -> subprocess.Popen[str]:
    program = f"from kb.home import Home\nfrom pathlib import Path\nhome = Home(Path({str(home.root)!r}))\n{lines}"
    return subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def holding_the_lock(home: Home) -> subprocess.Popen[str]:
    other = in_another_process(home, "with home.lock():\n    print('have it', flush=True)\n    input()")
    assert other.stdout
    assert other.stdout.readline() == "have it\n"
    return other


def test_a_new_home_has_no_current_generation(home: Home) -> None:
    assert home.current() is None


def test_a_generation_answers_only_when_it_is_published(home: Home) -> None:
    generation = home.begin()
    assert home.current() is None
    home.publish(generation)
    assert home.current() == generation


def test_generations_have_names_that_rise_and_never_come_back(home: Home) -> None:
    names = []
    for _ in range(3):
        generation = home.begin()
        home.publish(generation)
        home.sweep()
        names.append(generation.name)
    assert names == sorted(names)
    assert len({name[-6:] for name in names}) == 3


def test_a_pointer_to_a_folder_that_is_gone_is_no_generation(home: Home) -> None:
    (home.index / "CURRENT").write_text("000007-abcdef\n")
    assert home.current() is None


@pytest.mark.parametrize("said", ["../corpus", "", "\n", "000001-abcdef/../..", "đây"])
def test_a_pointer_that_is_no_name_is_no_generation(home: Home, said: str) -> None:
    (home.index / "CURRENT").write_text(said, "utf-8")
    assert home.current() is None


def test_sweeping_leaves_the_current_generation_and_what_is_no_generation(home: Home) -> None:
    (home.index / "README.md").write_text("index/ is derived")
    left_over, current = home.begin(), home.begin()
    home.publish(current)
    home.sweep()
    assert not left_over.path.exists()
    assert {path.name for path in home.index.iterdir()} == {"README.md", "CURRENT", current.name}


def test_a_generation_that_is_read_is_swept_only_when_nobody_reads_it(home: Home) -> None:
    old, new = home.begin(), home.begin()
    home.publish(new)
    reading = old.hold()
    assert reading is not None
    home.sweep()
    assert old.path.exists()
    reading.close()
    home.sweep()
    assert not old.path.exists()


def test_a_reader_that_was_killed_holds_nothing(home: Home) -> None:
    old = home.begin()
    other = in_another_process(
        home,
        "from kb.home import Generation\n"
        f"held = Generation(home.index / {old.name!r}).hold()\nprint('held', flush=True)\ninput()",
    )
    assert other.stdout
    assert other.stdout.readline() == "held\n"
    home.publish(home.begin())
    home.sweep()
    assert old.path.exists()
    other.kill()
    other.communicate()
    home.sweep()
    assert not old.path.exists()


def test_a_generation_that_is_gone_cannot_be_held(home: Home) -> None:
    old = home.begin()
    home.publish(home.begin())
    home.sweep()
    assert old.hold() is None


def test_what_was_left_of_a_sweep_that_was_killed_is_swept(home: Home) -> None:
    half = home.index / "000001-abcdef.gone"
    half.mkdir()
    (half / "library.sqlite").touch()
    home.sweep()
    assert not half.exists()


def test_a_second_writer_is_told_who_holds_the_lock(home: Home) -> None:
    other = holding_the_lock(home)
    with pytest.raises(IndexBusy) as busy, home.lock():
        pass
    other.communicate("\n")
    assert busy.value.values["process"] == other.pid
    assert busy.value.values["host"] == socket.gethostname()


def test_who_only_looks_keeps_no_writer_out(home: Home) -> None:
    with (home.index / "LOCK").open("a+b") as looking:
        assert take(looking)
        Timer(0.05, looking.close).start()
        with home.lock():
            assert home.writer() is not None


def test_two_writers_in_one_process_keep_out_of_each_others_way(home: Home) -> None:
    with home.lock(), pytest.raises(IndexBusy), home.lock():
        pass


def test_the_lock_of_a_killed_writer_is_free(home: Home) -> None:
    other = holding_the_lock(home)
    other.kill()
    other.communicate()
    assert home.writer() is None
    with home.lock():
        assert home.writer() is not None


def test_who_writes_can_be_asked(home: Home) -> None:
    assert home.writer() is None
    other = holding_the_lock(home)
    writer = home.writer()
    other.communicate("\n")
    assert writer is not None
    assert writer[0] == other.pid


def test_home_is_what_was_said_then_what_the_environment_says(tmp_path: Path) -> None:
    assert chosen_home(tmp_path, {"KB_HOME": "/elsewhere"}).root == tmp_path
    assert chosen_home(None, {"KB_HOME": str(tmp_path)}).root == tmp_path


def test_a_checkout_is_its_own_home() -> None:
    assert (chosen_home(None, {}).root / "pyproject.toml").is_file()


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    folder = tmp_path / "_corpus"
    (folder / "phần").mkdir(parents=True)
    (folder / "a.txt").write_text("chữ", "utf-8")
    (folder / "phần" / "b.txt").write_text("chữ khác", "utf-8")
    return folder


def test_an_installed_kb_begins_with_the_shipped_corpus_once(tmp_path: Path, shipped: Path) -> None:
    home = Home(tmp_path / "của người dùng" / "kb-vanban", shipped)
    home.make()
    assert (home.corpus / "phần" / "b.txt").read_text("utf-8") == "chữ khác"
    (home.corpus / "a.txt").write_text("của tôi", "utf-8")
    home.make()
    assert (home.corpus / "a.txt").read_text("utf-8") == "của tôi"
    assert sorted(path.name for path in home.root.iterdir()) == ["corpus", "index"]


def test_to_ask_for_the_home_of_an_installed_kb_writes_nothing(tmp_path: Path) -> None:
    program = (
        "import sys, kb.home.places as places; from pathlib import Path\n"
        "places.PACKAGE = Path(sys.argv[1]); print(places.chosen_home(None, {'XDG_DATA_HOME': sys.argv[2]}).root)"
    )
    (tmp_path / "_corpus").mkdir()
    command = (sys.executable, "-c", program, tmp_path, tmp_path / "data")
    environment = {"HOME": str(tmp_path), "USERPROFILE": str(tmp_path), "LOCALAPPDATA": str(tmp_path / "data")}
    done = subprocess.run(command, env=os.environ | environment, capture_output=True, encoding="utf-8", check=True)
    assert "kb-vanban" in done.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["_corpus"]


def test_what_a_killed_beginning_left_is_taken_away_by_the_next(tmp_path: Path, shipped: Path) -> None:
    home = Home(tmp_path / "kho", shipped)
    (home.root / "corpus.new").mkdir(parents=True)
    (home.root / "corpus.new" / "half.txt").touch()
    home.make()
    assert sorted(path.name for path in home.corpus.iterdir()) == ["a.txt", "phần"]
    (home.root / "corpus.new").mkdir()
    with home.lock():
        home.sweep()
    assert sorted(path.name for path in home.root.iterdir()) == ["corpus", "index"]


def test_of_two_that_begin_at_once_one_copies_and_the_other_is_told(tmp_path: Path, shipped: Path) -> None:
    home = Home(tmp_path / "kho", shipped)
    home.index.mkdir(parents=True)
    with home.lock(), pytest.raises(IndexBusy):
        home.make()
    home.make()
    assert (home.corpus / "a.txt").is_file()


@pytest.mark.parametrize(
    ("platform", "environment", "end"),
    [
        ("linux", {}, ".local/share/kb-vanban"),
        ("darwin", {}, "Library/Application Support/kb-vanban"),
        ("win32", {}, "AppData/Local/kb-vanban"),
        ("win32", {"LOCALAPPDATA": "D:/rieng"}, "rieng/kb-vanban"),
    ],
)
def test_each_system_has_its_folder_for_a_users_data(platform: str, environment: dict[str, str], end: str) -> None:
    assert user_folder(platform, environment).as_posix().endswith(end)
