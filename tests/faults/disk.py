"""A small disk that can be filled to the last bytes: a tmpfs where this user may mount one, else limits on files."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

SIZE = 64 << 20  # bytes
BALLAST = "ballast"


@dataclass(frozen=True, slots=True)
class Disk:
    """A file system of its own."""

    folder: Path

    def free(self) -> int:
        status = os.statvfs(self.folder)
        return status.f_bavail * status.f_frsize

    def leave(self, room: int) -> None:
        """Fill the disk but for so many bytes."""
        self.empty()
        with (self.folder / BALLAST).open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(self.free() - room, 1))

    def empty(self) -> None:
        """Take the filling away."""
        (self.folder / BALLAST).unlink(missing_ok=True)

    @contextmanager
    def least(self) -> Iterator[list[int]]:
        """While this lasts, how little was free: the one number in the list at the end."""
        lowest, done = [self.free()], Event()

        def look() -> None:
            while not done.is_set():
                lowest[0] = min(lowest[0], self.free())
                time.sleep(0.001)

        looking = Thread(target=look)
        looking.start()
        try:
            yield lowest
        finally:
            done.set()
            looking.join()


@contextmanager
def small_disk(folder: Path) -> Iterator[Disk | None]:
    """A disk of `SIZE` in a new folder; None where this user may not mount one."""
    folder.mkdir()
    if not sys.platform.startswith("linux"):
        yield None
        return
    command = ("mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder))
    if subprocess.run(command, capture_output=True, check=False).returncode != 0:
        yield None
        return
    try:
        yield Disk(folder)
    finally:
        subprocess.run(("umount", "--lazy", str(folder)), check=True)


def limit_files(size: int) -> None:
    """No file of this process may grow beyond the size: what the system says then is handled as a full disk is."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
