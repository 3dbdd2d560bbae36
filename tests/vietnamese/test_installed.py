"""pyvi's files are found without importing it, and checked by their sums."""

from pathlib import Path

import pytest

from kb.errors import ModelMissing
from kb.vietnamese.installed import WORD_LIST, WORD_MODEL, InstalledFile, read_installed


@pytest.mark.parametrize("file", [WORD_LIST, WORD_MODEL], ids=lambda file: file.path)
def test_the_files_of_the_locked_pyvi_are_the_ones_kb_knows(file: InstalledFile) -> None:
    assert read_installed(file)


def _install(folder: Path, words: bytes | None) -> None:
    (folder / "pyvi" / "models").mkdir(parents=True)
    (folder / "pyvi" / "__init__.py").write_text("raise ImportError('pyvi must not be imported')", encoding="utf-8")
    if words is not None:
        (folder / "pyvi" / "models" / "words.txt").write_bytes(words)


@pytest.mark.parametrize("words", [None, b"", b"another list\n"], ids=["none", "empty", "another"])
def test_another_pyvi_is_refused_with_the_cure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: bytes | None
) -> None:
    _install(tmp_path, words)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModelMissing, match=r"words\.txt.*pip install pyvi==0\.1\.1"):
        read_installed(WORD_LIST)


def test_no_pyvi_is_refused_with_the_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.path", [])
    with pytest.raises(ModelMissing, match=r"pip install pyvi==0\.1\.1"):
        read_installed(WORD_MODEL)
