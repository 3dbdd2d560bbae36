"""The office in which the examples of the documents are run: a home with the shipped corpus, and files to take in."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from kb.home import Home
from kb.ingest import index

ROOT = Path(__file__).parents[2]

FILES = {
    "baocao.txt": "BÁO CÁO\nCông tác thi đua năm 2021\nI. KẾT QUẢ\nTrồng 12 ha rừng ngập mặn.\n",
    "rows.jsonl": '{"id": "x", "title": "Ca dao", "text": "Công cha như núi Thái Sơn"}\n'
    '{"id": "y", "title": "Tục ngữ", "text": "Uống nước nhớ nguồn"}\n',
    "questions.jsonl": '{"id": 1, "text": "huy chương vàng"}\n{"id": 2, "text": "thi đua"}\n',
    "vanban/kehoach.txt": "KẾ HOẠCH\nI. MỤC ĐÍCH\nTuyên truyền về bầu cử.\n",
    "draft.txt": "Bác Hồ dạy: “Thi đua là yêu nước, yêu nước thì phải thi đua”. "
    "Trong 5 năm, tỉnh giành 107 huy chương.\n",
}


@dataclass(frozen=True, slots=True)
class Office:
    """A folder to work in. `finished` is a home with the shipped corpus and its index."""

    folder: Path
    finished: Home

    def enter(self) -> Home:
        """A fresh copy of the home, which the commands then use."""
        home = Home(self.folder / "kho")
        shutil.rmtree(home.root, ignore_errors=True)
        shutil.copytree(self.finished.root, home.root)
        os.environ["KB_HOME"] = str(home.root)
        os.chdir(self.folder)
        return home


def write_files(folder: Path) -> None:
    """The files that the examples name; a new example may name more: add them to `FILES`."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    shutil.copy(ROOT / "tests" / "sources" / "thong-bao.html", folder / "congvan.html")


@pytest.fixture(scope="session")
def finished_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home with the corpus as it is shipped, indexed."""
    home = Home(tmp_path_factory.mktemp("shipped") / "kho")
    shutil.copytree(ROOT / "corpus", home.corpus)
    index(home)
    return home


@pytest.fixture
def office(tmp_path: Path, finished_home: Home, monkeypatch: pytest.MonkeyPatch) -> Office:
    """An office of its own for each test; what it sets in the environment is taken back."""
    monkeypatch.setenv("KB_HOME", "")
    monkeypatch.chdir(tmp_path)
    write_files(tmp_path)
    return Office(tmp_path, finished_home)
