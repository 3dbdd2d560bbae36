"""What a file is, by its first bytes: the formats that are known by name and not read yet, and the letters of the rest.

Owns the way from bytes to text. What the text says, and where its paragraphs end, is for txt, html and jsonl.
"""

from __future__ import annotations

import codecs
import re
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

from kb.errors import EmptySource, KbError, NoPermission, NoSuchFile, UnknownFormat, UnreadableSource

READ = ("txt", "html", "jsonl")


class Signature(NamedTuple):
    """A format that is known by how its files begin."""

    format: str
    begins: bytes


SIGNATURES: tuple[Signature, ...] = (
    Signature("PDF", b"%PDF-"),
    Signature("ZIP", b"PK\x03\x04"),
    Signature("ZIP", b"PK\x05\x06"),
    Signature("DOC/XLS (Office 97-2003)", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    Signature("RTF", b"{\\rtf"),
    Signature("PNG", b"\x89PNG\r\n"),
    Signature("JPEG", b"\xff\xd8\xff"),
    Signature("GIF", b"GIF8"),
    Signature("TIFF", b"II*\x00"),
    Signature("TIFF", b"MM\x00*"),
    Signature("DjVu", b"AT&TFORM"),
    Signature("GZIP", b"\x1f\x8b"),
    Signature("7Z", b"7z\xbc\xaf\x27\x1c"),
    Signature("RAR", b"Rar!\x1a\x07"),
    Signature("SQLite", b"SQLite format 3\x00"),
    Signature("MHTML", b"From: <Saved by "),
    Signature("MHTML", b"MIME-Version: "),
)

NAMED = frozenset((".pdf", ".doc", ".docx", ".odt", ".xls", ".xlsx", ".ppt", ".pptx", ".epub", ".djvu"))
"""Suffixes of formats that never hold plain text: a file with such a name and other bytes is broken."""

NO_DOCUMENTS = frozenset(
    (".json", ".csv", ".tsv", ".xml", ".toml", ".yaml", ".yml", ".ini", ".py", ".js", ".css", ".sql")
)
"""Suffixes of texts for machines: taken as documents, their brackets would be quoted and cited."""

INSIDE_ZIP = (("word/", "DOCX"), ("xl/", "XLSX"), ("ppt/", "PPTX"), ("META-INF/container.xml", "EPUB"))

BYTE_ORDER_MARKS = (  # the longer first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.I)
# All but tab, line ends and form feed; a text has none, and what has many is none.
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
SAMPLE = 4096


def refuse_unread(data: bytes, path: Path) -> None:
    """UnknownFormat, by name, when the bytes begin as those of a format that is not read; EmptySource for none.

    UnreadableSource where the name says one of those formats and the bytes do not: most of the file is lost then.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise EmptySource(path=path)
    # Some PDFs have a few bytes before their mark; readers look for it in the first kilobyte.
    begin = data[:1024]
    for signature in SIGNATURES:
        if begin.startswith(signature.begins) or (signature.format == "PDF" and signature.begins in begin):
            format = _inside_zip(data) if signature.format == "ZIP" else signature.format
            raise UnknownFormat(format=format, path=path, known=", ".join(READ))
    if path.suffix.lower() in NO_DOCUMENTS:
        raise UnknownFormat(format=path.suffix[1:].upper(), path=path, known=", ".join(READ))
    if path.suffix.lower() in NAMED:
        raise UnreadableSource(path=path, why="not-as-named", suffix=path.suffix.lower())


def decoded(data: bytes, path: Path) -> str:
    """The text of the bytes: by the byte order mark, as UTF-8, or as an HTML page declares; "\\n" for every line end.

    Nothing is guessed: other bytes raise UnreadableSource, and bytes that are no text UnknownFormat.
    """
    text = _letters(data, path)
    if not is_text(text):
        raise _binary(path)
    text = with_line_ends(text)
    if not has_letters(text):
        raise EmptySource(path=path)
    return text


def with_line_ends(text: str) -> str:
    """The text with "\\n" for every line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def is_text(text: str) -> bool:
    """Whether it is made of letters: nearly no control characters, no half letters (JSON can spell "\\ud83d")."""
    try:
        sample = text[:SAMPLE]
        text.encode()
    except UnicodeEncodeError:
        return False
    return len(CONTROLS.findall(sample)) <= len(sample) // 100


def has_letters(text: str) -> bool:
    """Whether there is a letter or digit in it.

    >>> has_letters(" -----\\n"), has_letters("§ 5")
    (False, True)
    """
    return any(character.isalnum() for character in text)


def _letters(data: bytes, path: Path) -> str:
    encoding = next((name for mark, name in BYTE_ORDER_MARKS if data.startswith(mark)), None) or _wide(data) or "utf-8"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        declared = DECLARED.search(data[:SAMPLE])
        if declared and encoding == "utf-8" and (text := _as_declared(data, declared[1].decode())) is not None:
            return text
        if b"\x00" in data[:SAMPLE]:
            raise _binary(path) from error
        raise UnreadableSource(path=path, why="not-utf8", place=error.start + 1) from error


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: nearly every second byte of Vietnamese text is 0 there, the others never."""
    sample = data[:SAMPLE]
    zeros = [sample[parity::2].count(0) / max(len(sample) // 2, 1) for parity in (0, 1)]
    if zeros[1] > 0.3 and zeros[0] < 0.01:
        return "utf-16-le"
    if zeros[0] > 0.3 and zeros[1] < 0.01:
        return "utf-16-be"
    return None


def _as_declared(data: bytes, charset: str) -> str | None:
    try:
        return data.decode(charset)
    except (LookupError, UnicodeDecodeError):
        return None


def _binary(path: Path) -> UnknownFormat:
    # Random bytes in a file named .txt are no text: to call them TXT and ask for txt helps nobody.
    suffix = path.suffix.lstrip(".")
    return UnknownFormat(
        format="nhị phân" if suffix.lower() in READ else suffix.upper() or "nhị phân", path=path, known=", ".join(READ)
    )


def _inside_zip(data: bytes) -> str:
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            if "mimetype" in names and b"opendocument" in archive.read("mimetype"):
                return "ODT"
    except (BadZipFile, RuntimeError, NotImplementedError, OSError):
        return "ZIP"
    return next((format for begin, format in INSIDE_ZIP if any(name.startswith(begin) for name in names)), "ZIP")


def cannot_read(path: Path, error: OSError) -> KbError:
    """The refusal of a file for which the system gave this error."""
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return NoSuchFile(path=path)
        case PermissionError():
            return NoPermission(path=path)
        case _:
            return UnreadableSource(path=path, why=error.strerror or str(error))
