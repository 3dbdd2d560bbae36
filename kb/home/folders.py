"""A home's folders and the generations of its index.

index/CURRENT names the generation that answers; everything else in index/ is being made or left over. It is moved by
`os.replace` after what it names is on the disk, so a kill at any line leaves the old answer or the new one.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import sleep
from typing import BinaryIO

from kb.errors import HomeUnwritable, IndexBusy
from kb.errors.refusals import refusal
from kb.home.locks import take

GENERATION = re.compile(r"(\d{6})-[0-9a-f]{6}")
CURRENT = "CURRENT"
COMING = "CURRENT.new"
GONE = ".gone"
BEGINNING = "corpus.new"
LOOKS, LOOK = 5, 0.04  # times, seconds: to look who writes takes less than one of them


@dataclass(frozen=True, slots=True)
class Generation:
    """One whole index: the rows and the engine's files that belong together. Its folder's name is never used again."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def library(self) -> Path:
        return self.path / "library.sqlite"

    def hold(self) -> BinaryIO | None:
        """Keep the generation from being swept until the file is closed; None when it is gone already."""
        try:
            file = (self.path / "held").open("rb")
        except FileNotFoundError:
            return None
        # The sweeper looks for holders and then renames the folder: held in between means that it is gone all the same.
        if take(file, shared=True) and self.path.is_dir():
            return file
        file.close()
        return None


@dataclass(frozen=True, slots=True)
class Home:
    """A folder with corpus/ (what people gave), index/ (derived) and desk/ (what people made here).

    `shipped` is the corpus that a home begins with when it is made; without it, it begins empty.
    """

    root: Path
    shipped: Path | None = None

    @property
    def corpus(self) -> Path:
        return self.root / "corpus"

    @property
    def catalogue(self) -> Path:
        return self.corpus / "catalogue.toml"

    @property
    def synonyms(self) -> Path:
        """What people wrote of abbreviations and near words, beside what the product knows."""
        return self.corpus / "synonyms.tsv"

    @property
    def names(self) -> Path:
        """What people wrote of persons with several names."""
        return self.corpus / "names.tsv"

    @property
    def index(self) -> Path:
        return self.root / "index"

    @property
    def desk(self) -> Path:
        return self.root / "desk"

    def make(self) -> None:
        """Make corpus/ and index/ where they are missing; HomeUnwritable, and IndexBusy while another process does."""
        with writing(self.root):
            self.index.mkdir(parents=True, exist_ok=True)
        if self.shipped and not self.corpus.exists():
            with self.lock(), writing(self.root):
                self._begin_with(self.shipped)
        with writing(self.root):
            self.corpus.mkdir(exist_ok=True)

    def _begin_with(self, shipped: Path) -> None:
        """Copy the shipped corpus, whole or not at all; what a killed copy left is removed first."""
        being_made = self.root / BEGINNING
        shutil.rmtree(being_made, ignore_errors=True)
        for file in sorted(shipped.rglob("*")):
            if file.is_file():
                target = being_made / file.relative_to(shipped)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, target)
        if being_made.exists() and not self.corpus.exists():
            _all_to_disk(being_made)
            being_made.rename(self.corpus)

    def current(self) -> Generation | None:
        """The generation that answers; None where there is none yet."""
        try:
            name = (self.index / CURRENT).read_text("ascii").strip()
        except (FileNotFoundError, NotADirectoryError, UnicodeDecodeError):
            return None
        folder = self.index / name
        return Generation(folder) if GENERATION.fullmatch(name) and folder.is_dir() else None

    def begin(self) -> Generation:
        """A new, empty generation; nobody reads it before it is published. HomeUnwritable."""
        numbers = [int(match[1]) for folder in self.index.iterdir() if (match := GENERATION.match(folder.name))]
        # The random part: after index/ was deleted, a server must not take the new first generation for the one it has.
        generation = Generation(self.index / f"{max(numbers, default=0) + 1:06}-{os.urandom(3).hex()}")
        with writing(generation.path):
            generation.path.mkdir()
            (generation.path / "held").touch()
        return generation

    def publish(self, generation: Generation) -> None:
        """Let this generation answer from now on. Its files must be complete. HomeUnwritable."""
        with writing(self.index):
            _all_to_disk(generation.path)
            being_made = self.index / COMING
            being_made.write_text(generation.name + "\n", "ascii")
            _to_disk(being_made)
            being_made.replace(self.index / CURRENT)
            _to_disk(self.index)

    def sweep(self) -> None:
        """Remove the generations that do not answer and that nobody holds, and what killed writers left besides.

        Only for who has the lock.
        """
        current = self.current()
        shutil.rmtree(self.root / BEGINNING, ignore_errors=True)
        (self.index / COMING).unlink(missing_ok=True)
        for folder in sorted(self.index.iterdir()):
            if GENERATION.match(folder.name) and (current is None or folder != current.path):
                _remove(folder)

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Be the one writer; IndexBusy names the process and host of the other. HomeUnwritable.

        The system frees the lock of a process that died, so what its file still says then means nothing.
        """
        with _opened(self.index / "LOCK") as file:
            if not _taken(file):
                owner = _owner(file)
                raise IndexBusy(process=owner.get("process", "?"), host=owner.get("host", "?"))
            _say_owner(file, {"process": os.getpid(), "host": socket.gethostname()})
            try:
                yield
            finally:
                _say_owner(file, {})

    def writer(self) -> tuple[int, str] | None:
        """Process and host of whoever writes just now; None when nobody does."""
        try:
            file = (self.index / "LOCK").open("rb")
        except FileNotFoundError:
            return None
        with file:
            if take(file):
                return None
            owner = _owner(file)
            return int(str(owner.get("process", 0))), str(owner.get("host", "?"))


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """HomeUnwritable for what the system refuses inside; `path` where it names no file."""
    try:
        yield
    except OSError as error:
        raise HomeUnwritable(path=error.filename or path, why=refusal(error)) from error


def _taken(file: BinaryIO) -> bool:
    """Whether the lock was got: at once, or when who only looked at it (`Home.writer`) has let go a moment later."""
    for _ in range(LOOKS):
        if take(file):
            return True
        sleep(LOOK)
    return take(file)


def _opened(path: Path) -> BinaryIO:
    with writing(path):
        return open(os.open(path, os.O_RDWR | os.O_CREAT, 0o666), "r+b", buffering=0)  # noqa: PTH123


def _owner(file: BinaryIO) -> dict[str, object]:
    file.seek(0)
    try:
        owner = json.loads(file.read() or b"{}")
    except ValueError:  # it is being written just now
        return {}
    return owner if isinstance(owner, dict) else {}


def _say_owner(file: BinaryIO, owner: dict[str, object]) -> None:
    with suppress(OSError):  # a full disk: the lock is held all the same, only its owner is not told
        file.seek(0)
        file.truncate()
        file.write(json.dumps(owner).encode())


def _remove(folder: Path) -> None:
    """Rename the folder first: whoever comes to hold it finds it gone, not half there."""
    if not folder.name.endswith(GONE):
        if _is_held(folder):
            return
        try:
            folder = folder.rename(folder.with_name(folder.name + GONE))
        except PermissionError:  # Windows: a file in it is open
            return
    shutil.rmtree(folder, ignore_errors=True)


def _is_held(folder: Path) -> bool:
    try:
        file = (folder / "held").open("rb")
    except FileNotFoundError:
        return False
    with file:
        return not take(file)


def _all_to_disk(folder: Path) -> None:
    for here, _, files in os.walk(folder):
        for name in files:
            _to_disk(Path(here, name))
        _to_disk(Path(here))


def _to_disk(path: Path) -> None:
    """Wait until a file or folder is on the disk; Windows opens no folders and keeps their order itself."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
