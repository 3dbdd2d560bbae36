"""corpus/synonyms.tsv of a home: counts at once, without another index, and says where it is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kb.cli import run
from kb.corpus.wording import Wording
from kb.errors import BadSynonyms, NoPermission
from kb.find import search
from kb.home import Home
from kb.snapshot import open_snapshot
from tests.indexed import indexed_home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return indexed_home(tmp_path)


def test_a_line_written_after_the_index_counts_in_an_open_snapshot(home: Home) -> None:
    with open_snapshot(home) as snapshot:
        before = search(snapshot, "XYZT").total
        home.synonyms.write_text("eq\tXYZT\tgiải thưởng Bông lúa vàng|thi đua ái quốc\n", "utf-8")
        with_line = search(snapshot, "XYZT").total
        home.synonyms.unlink()
        assert (before, with_line > 0, search(snapshot, "XYZT").total) == (0, True, 0)


def test_it_is_no_document(home: Home) -> None:
    home.synonyms.write_text("eq\tXYZT\tthi đua ái quốc\n", "utf-8")
    assert run(["index", "--json", "--home", str(home.root)]) == 0
    with open_snapshot(home) as snapshot:
        assert len(snapshot.library.documents()) == 1


@pytest.mark.parametrize("content", [b"eq\tA", b"eq\tA\tB\n\xff"])
def test_a_bad_line_is_said_and_ends_with_2(content: bytes, home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    home.synonyms.write_bytes(content)
    assert run(["search", "thi đua", "--home", str(home.root)]) == 2
    told = capsys.readouterr().err
    assert f"Dòng {1 + content.count(10)} của {home.synonyms} sai" in told
    assert told.count("\n") == 1


def test_a_folder_in_its_place_is_said(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.synonyms.mkdir(parents=True)
    with pytest.raises((NoPermission, BadSynonyms)):
        Wording(home).known()


def test_words_of_near_meaning_can_be_left_out_on_the_command_line(
    home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    totals = []
    for options in ([], ["--syn", "HTX"], ["--syn", "0"]):
        run(["search", "HTX", *options, "--json", "--home", str(home.root)])
        totals.append(json.loads(capsys.readouterr().out)["total"])
    assert (totals[0] > 0, totals[1:]) == (True, [0, 0])


def test_a_person_is_found_by_any_name_and_told(home: Home) -> None:
    with open_snapshot(home) as snapshot:
        page = search(snapshot, "Nguyễn Ái Quốc nói về ganh đua")
        assert "Người chỉ rõ" in page.hits[0].chunk.text
        assert [part.kind for part in page.understood] == ["words", "person"]
        assert "Người" in {span.of(page.hits[0].snippet) for span in page.hits[0].highlights}


def test_who_is_not_called_in_the_collection_is_not_told(home: Home) -> None:
    with open_snapshot(home) as snapshot:
        assert "person" not in [part.kind for part in search(snapshot, "Trường Chinh nói về thi đua").understood]


def test_a_person_may_be_looked_for_by_the_typed_name_only(home: Home) -> None:
    with open_snapshot(home) as snapshot:
        everyone = search(snapshot, "Nguyễn Ái Quốc").total
        assert search(snapshot, "Nguyễn Ái Quốc", syn=("nguyễn ái quốc",)).total < everyone


def test_names_of_the_home_count_after_the_next_index(home: Home) -> None:
    home.names.write_text("Hoàng Văn Thử\tBan Chấp hành Trung ương\n", "utf-8")
    root = str(home.root)
    assert run(["index", "--home", root]) == 0
    with open_snapshot(home) as snapshot:
        assert search(snapshot, "Hoàng Văn Thử").total > 0
    assert run(["index", "--json", "--home", root]) == 0
    home.names.unlink()
    assert run(["index", "--home", root]) == 0
    with open_snapshot(home) as snapshot:
        assert snapshot.engine.tokens("entities", "hoang", limit=9) == ()


def test_a_bad_line_of_the_names_is_said_before_anything_is_indexed(
    home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    home.names.write_text("Giáp\n", "utf-8")
    assert run(["index", "--home", str(home.root)]) == 2
    assert f"Dòng 1 của {home.names} sai" in capsys.readouterr().err
