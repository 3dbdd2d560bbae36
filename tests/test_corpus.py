"""The corpus: ids follow from paths, the catalogue is checked to the line and only ever grows at its end."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.corpus import append_place, list_sources, read_catalogue
from kb.corpus.listing import slug
from kb.errors import BadCatalogue, NoPermission, NoSuchFile, UnreadableSource
from kb.home import Home
from tests.permissions import needs_permissions

ROOT = Path(__file__).parent.parent


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home(tmp_path / "kho")
    made.make()
    return made


def put(home: Home, *paths: str) -> None:
    for path in paths:
        file = home.corpus / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("chữ", "utf-8")


def ids(home: Home) -> dict[str, str]:
    return {found.path: found.id for found in list_sources(home, read_catalogue(home.catalogue)).found}


@pytest.mark.parametrize(
    ("path", "id"),
    [
        ("Báo cáo.txt", "bao-cao"),
        ("thang 1/Báo cáo (số 5).v2.txt", "thang-1.bao-cao-so-5-v2"),
        ("ĐẢNG BỘ/Nghị quyết.html", "dang-bo.nghi-quyet"),
        ("000_d092e2f3fc018b89.txt", "000-d092e2f3fc018b89"),
    ],
)
def test_an_id_is_the_slug_of_the_path_without_its_suffix(home: Home, path: str, id: str) -> None:
    put(home, path)
    assert ids(home) == {path: id}


def test_of_two_equal_slugs_the_later_path_gets_four_hex_of_its_hash(home: Home) -> None:
    put(home, "bao-cao.txt", "Báo cáo.txt", "bao-cao.html")
    found = ids(home)
    assert found["Báo cáo.txt"] == "bao-cao"
    assert found["bao-cao.html"] == "bao-cao-55a3"
    assert found["bao-cao.txt"] == "bao-cao-4eb5"


def test_the_slug_of_another_file_never_takes_an_id_of_the_catalogue(home: Home) -> None:
    put(home, "a.txt", "b.txt")
    home.catalogue.write_text('[[document]]\nid = "a"\npath = "b.txt"\n', "utf-8")
    found = ids(home)
    assert found["b.txt"] == "a"
    assert found["a.txt"].startswith("a-")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_an_id_does_not_depend_on_how_the_system_writes_letters(home: Home, form: Literal["NFC", "NFD"]) -> None:
    put(home, normalize(form, "Báo cáo.txt"), "bao-cao.txt")
    assert sorted(ids(home).values()) == ["bao-cao", "bao-cao-4eb5"]


@given(st.text(min_size=1))
def test_every_name_has_a_slug_of_plain_letters(name: str) -> None:
    assert slug(name.encode("utf-8", "replace").decode()).replace("-", "a").isalnum()


def test_hidden_files_and_what_offices_leave_are_no_sources(home: Home) -> None:
    put(home, ".git/config", ".an.txt", "~$mo.docx", "Thumbs.db", "README.md", "synonyms.tsv", "a.txt")
    assert list(ids(home)) == ["a.txt"]


def test_folders_are_read_in_place_and_named_after_themselves(home: Home, tmp_path: Path) -> None:
    folder = tmp_path / "Văn bản"
    (folder / "2020").mkdir(parents=True)
    (folder / "2020" / "kế hoạch.txt").write_text("chữ", "utf-8")
    append_place(home.catalogue, folder)
    assert ids(home) == {str(folder / "2020" / "kế hoạch.txt"): "van-ban.2020.ke-hoach"}


def test_a_file_is_read_in_place_too(home: Home, tmp_path: Path) -> None:
    file = tmp_path / "kế hoạch.txt"
    file.write_text("chữ", "utf-8")
    append_place(home.catalogue, file)
    assert ids(home) == {str(file): "ke-hoach"}


def test_what_is_no_longer_there_is_told_and_not_forgotten_in_silence(home: Home, tmp_path: Path) -> None:
    append_place(home.catalogue, tmp_path / "mất.txt")
    listing = list_sources(home, read_catalogue(home.catalogue))
    assert [type(unlisted.error) for unlisted in listing.unlisted] == [NoSuchFile]


def test_a_name_that_is_not_utf8_is_refused_by_name(home: Home) -> None:
    try:
        Path(os.fsdecode(os.fsencode(home.corpus) + b"/b\xe1o.txt")).write_text("chữ", "utf-8")
    except OSError:
        pytest.skip("this file system takes names in UTF-8 only")
    listing = list_sources(home, read_catalogue(home.catalogue))
    assert [type(unlisted.error) for unlisted in listing.unlisted] == [UnreadableSource]
    assert "b\\xe1o.txt" in str(listing.unlisted[0].error)


@needs_permissions
def test_a_folder_without_permission_is_told_with_its_path(home: Home) -> None:
    put(home, "kín/a.txt", "b.txt")
    (home.corpus / "kín").chmod(0)
    listing = list_sources(home, read_catalogue(home.catalogue))
    (home.corpus / "kín").chmod(0o755)
    assert [found.path for found in listing.found] == ["b.txt"]
    assert [(unlisted.path, type(unlisted.error)) for unlisted in listing.unlisted] == [("kín", NoPermission)]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[[document]]\npath = "a.txt"\nkind = \n', "dòng 3 không đúng cú pháp"),
        ('[[document]]\npath = "a.txt"\n\n[[document]]\nid = "b"\n', "dòng 4 thiếu path"),
        ('[[document]]\npath = "a.txt"\nloai = "Luật"\n', "dòng 3 có khóa lạ loai"),
        ('[[document]]\npath = "a.txt"\nnumber = 12\n', "dòng 3: number phải là chuỗi"),
        ('[[document]]\npath = "a.txt"\nsigned_on = "23/7/2020"\n', "dòng 3: signed_on phải là ngày dạng 2020-07-23"),
        ('[[document]]\npath = "a.txt"\nid = "a/b"\n', "dòng 3: mã 'a/b' không dùng được"),
        ('[[document]]\npath = "a.txt"\nid = ".."\n', "dòng 3: mã '..' không dùng được"),
        ('[[document]]\npath="a"\nid="x"\n[[document]]\npath="b"\nid="x"\n', "dòng 6: id x đã có ở dòng 1"),
        ('[[document]]\npath="a"\n[[document]]\npath="a"\n', "dòng 4: path a đã có ở dòng 1"),
        ('[[document]]\npath="a"\n[document.cover]\nnumber="5"\n', "dòng 3 thiếu kind"),
        ('# không\n[[van_ban]]\npath="a"\n', "dòng 2 có khóa lạ van_ban"),
        ("[[folder]]\n", "dòng 1 thiếu path"),
        ('document = "a"\n', "dòng 1: document phải là bảng [[document]]"),
        ('[[document]]\npath = "a', "dòng 2 không đúng cú pháp"),
    ],
)
def test_a_mistake_in_the_catalogue_is_told_with_its_line(home: Home, text: str, says: str) -> None:
    home.catalogue.write_text(text, "utf-8")
    with pytest.raises(BadCatalogue) as wrong:
        read_catalogue(home.catalogue)
    assert says in str(wrong.value)


def test_no_catalogue_is_an_empty_one(home: Home) -> None:
    assert read_catalogue(home.catalogue).documents == ()


@pytest.mark.parametrize("before", ["", "# của tôi\n", '[[document]]\npath = "a.txt"  # quý', "﻿# BOM\r\n"])
def test_appending_leaves_every_letter_that_stood_there(home: Home, tmp_path: Path, before: str) -> None:
    home.catalogue.write_bytes(before.encode())
    folder = tmp_path / 'Thư mục "lạ" \\ 1'
    folder.mkdir()
    append_place(home.catalogue, folder)
    assert home.catalogue.read_bytes().startswith(before.encode())
    assert read_catalogue(home.catalogue).folders == (folder,)


def test_the_shipped_catalogue_describes_the_outline() -> None:
    home = Home(ROOT)
    listing = list_sources(home, read_catalogue(home.catalogue))
    outline = next(found for found in listing.found if found.id == "de-cuong-bac-kan-2020")
    assert listing.unlisted == ()
    assert outline.said.kind == "Đề cương tuyên truyền"
    assert outline.said.issuer == "Ban Tuyên giáo Tỉnh ủy Bắc Kạn"
    assert outline.said.cover is not None
    assert (outline.said.cover.number, outline.said.cover.signed_on) == ("1641-CV/BTGTU", "2020-07-23")
