"""Opening by content: what is text is read whatever its encoding mark, what is not is refused by name and cause."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path
from zipfile import ZipFile

import pytest

from kb.errors import EmptySource, KbError, NoPermission, NoSuchFile, UnknownFormat, UnreadableSource
from kb.source import open_file, open_source
from kb.source.kinds import SIGNATURES
from tests.permissions import needs_permissions

TEXT = "Đề cương tuyên truyền\nĐại hội thi đua yêu nước tỉnh Bắc Kạn\n"


def file_of(folder: Path, data: bytes, name: str = "tệp") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_unicode_is_read_with_and_without_its_mark(tmp_path: Path, encoding: str) -> None:
    mark = "﻿" if encoding == "utf-32-be" else ""
    assert open_source(file_of(tmp_path, (mark + TEXT).encode(encoding))).text.lstrip("﻿") == TEXT


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_becomes_one(tmp_path: Path, end: str) -> None:
    assert open_source(file_of(tmp_path, TEXT.replace("\n", end).encode())).text == TEXT


def test_form_feeds_and_all_other_letters_stay(tmp_path: Path) -> None:
    said = "Trang một \f\tTrang hai​ ƣ đề \n\n  cuối"
    assert open_source(file_of(tmp_path, said.encode())).text == said


@pytest.mark.parametrize("signature", SIGNATURES, ids=lambda signature: signature.format)
def test_formats_that_are_not_read_yet_are_refused_by_name(tmp_path: Path, signature: tuple[str, bytes]) -> None:
    format, begins = signature
    with pytest.raises(UnknownFormat) as refused:
        open_source(file_of(tmp_path, begins + b"\x00\x01 van ban", "vanban.txt"))
    assert refused.value.values["format"] == format
    assert "txt, html, jsonl" in refused.value.cure()


@pytest.mark.parametrize(
    ("member", "format"), [("word/document.xml", "DOCX"), ("xl/workbook.xml", "XLSX"), ("a.txt", "ZIP")]
)
def test_office_files_are_told_from_other_archives(tmp_path: Path, member: str, format: str) -> None:
    path = tmp_path / "vanban"
    with ZipFile(path, "w") as archive:
        archive.writestr(member, "chữ")
    with pytest.raises(UnknownFormat) as refused:
        open_source(path)
    assert refused.value.values["format"] == format


def test_an_opendocument_text_is_called_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "vanban"
    with ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    with pytest.raises(UnknownFormat, match="ODT"):
        open_source(path)


@pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"MZ" + b"\x00\x90\xff" * 99, b"a\x01\x02\x03" * 9])
def test_binary_files_are_refused_whatever_they_are_called(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(UnknownFormat, match="EXE"):
        open_source(file_of(tmp_path, data, "vanban.exe"))


@pytest.mark.parametrize("data", [b"", b" \r\n\t", "﻿\n".encode(), b"-----\n***", bytes(4096)])
def test_a_file_without_letters_is_empty(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(EmptySource):
        open_source(file_of(tmp_path, data))


@pytest.mark.parametrize("encoding", ["cp1258", "cp1252", "latin-1"])
def test_other_encodings_are_refused_with_the_place_and_the_cure(tmp_path: Path, encoding: str) -> None:
    with pytest.raises(UnreadableSource) as refused:
        open_source(file_of(tmp_path, "Thủ đô Hà Nội".encode(encoding, "ignore")))
    assert "byte thứ" in refused.value.what()
    assert "UTF-8" in refused.value.cure()


def test_a_utf8_text_that_is_cut_in_a_letter_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource):
        open_source(file_of(tmp_path, TEXT.encode()[:1]))


def test_what_is_not_there_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFile):
        open_source(tmp_path / "không có.txt")


def test_a_file_below_a_file_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFile):
        open_source(file_of(tmp_path, b"a") / "b.txt")


def test_a_folder_is_no_source(tmp_path: Path) -> None:
    with pytest.raises((UnreadableSource, NoPermission)):
        open_source(tmp_path)


@needs_permissions
def test_a_file_without_permission_is_told_so(tmp_path: Path) -> None:
    path = file_of(tmp_path, b"a")
    path.chmod(0)
    with pytest.raises(NoPermission):
        open_source(path)


def test_every_refusal_is_one_line_of_what_and_cure(tmp_path: Path) -> None:
    with pytest.raises(KbError) as refused:
        open_source(file_of(tmp_path, b"%PDF-1.7 ...", "quyết định.pdf"))
    assert str(refused.value) == (
        f"Chưa đọc được loại tệp PDF: {tmp_path / 'quyết định.pdf'}. "
        "Hãy chuyển sang một trong các loại: txt, html, jsonl."
    )


def test_a_text_of_printed_lines_may_be_wrapped(tmp_path: Path) -> None:
    assert open_source(file_of(tmp_path, ("chữ " * 20 + "\n").encode() * 9)).wrapped


def test_a_text_of_long_lines_has_a_paragraph_a_line(tmp_path: Path) -> None:
    assert not open_source(file_of(tmp_path, ("chữ " * 200 + "\nI. Mục\n").encode() * 9)).wrapped


def test_the_hash_is_that_of_the_bytes(tmp_path: Path) -> None:
    opened = open_file(file_of(tmp_path, b"abc"))
    assert opened.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_a_list_of_short_lines_is_not_wrapped(tmp_path: Path) -> None:
    said = "Các khẩu hiệu:\n1. Thi đua là yêu nước!\na) Cấp tỉnh\nb) Cấp huyện\nNgười người thi đua\n" * 5
    assert not open_source(file_of(tmp_path, said.encode())).wrapped


@pytest.mark.parametrize("width", [50, 60, 80, 110, 130, 160])
def test_a_text_is_known_to_be_wrapped_at_any_width(tmp_path: Path, width: int) -> None:
    clean = (Path(__file__).parent.parent / "sources" / "thong-bao.html").read_text("utf-8")
    words = re.sub(r"<[^>]*>", "", clean[clean.index("<p>") : clean.index("<table")])
    said = "\n".join(textwrap.fill(words * 3, width).split("\n"))
    assert open_source(file_of(tmp_path, said.encode())).wrapped


@pytest.mark.parametrize("name", ["nghị quyết.pdf", "Báo cáo.DOCX"])
def test_a_file_that_is_not_what_its_name_says_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableSource, match="không phải loại ấy"):
        open_source(file_of(tmp_path, "chữ còn lại".encode(), name))


def test_a_text_for_machines_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat, match="JSON"):
        open_source(file_of(tmp_path, b'{"title": "thi \xc4\x91ua"}', "nhan.json"))
