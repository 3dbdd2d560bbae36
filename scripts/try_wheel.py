"""Build the wheel, install it with the locked packages in a new environment outside the checkout, and use it there.

The environment is made of the Python that runs this and is thrown away; the checkout's own is left alone. Packages come
from the network, or from --wheels. What `kb` prints there is printed; the last line says that all of it was right.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import urlopen

sys.path.insert(0, str(Path(__file__).resolve().parent))
from setup_installer import LOCKED, installing, making, way_to_install
from setup_steps import run_tool, step
from setup_venv import Venv, ended, own_environment

ROOT = Path(__file__).resolve().parent.parent
FOLDER = "máy khác (2)"  # blanks, marks and brackets, as offices have them
QUESTION = ("search", "luong y nhu tu mau", "--json")


class Wrong(Exception):
    """What the installed kb did otherwise than it should."""


def main() -> int:
    """The exit status: 0 the wheel works; 1 it does not; 2 it could not be installed."""
    parser = argparse.ArgumentParser(description="Làm gói wheel, cài vào môi trường mới ở chỗ khác rồi dùng thử.")
    parser.add_argument("--wheels", type=Path, metavar="THƯ_MỤC", help="cài từ thư mục này, không cần mạng")
    wheels: Path | None = parser.parse_args().wheels
    with TemporaryDirectory(prefix="kb ") as folder:
        return ended(lambda: tried(Path(folder, FOLDER), wheels))


def tried(folder: Path, wheels: Path | None) -> int:
    """Install the wheel in the folder and use it."""
    folder.mkdir()
    venv = install(folder, wheels)
    try:
        use(Used((str(venv.python.with_name("kb.exe" if os.name == "nt" else "kb")),), folder))
    except Wrong as wrong:
        print(wrong, file=sys.stderr)
        return 1
    print(f"Python {sys.version.split()[0]}: kb search và kb serve trả lời đúng từ gói wheel.")
    return 0


def install(folder: Path, wheels: Path | None) -> Venv:
    """A new environment with the locked packages and the wheel, which is built with what is locked too."""
    venv = Venv(folder / "venv")
    way = way_to_install()
    source = ("--no-index", "--find-links", str(wheels.absolute())) if wheels else ()
    with step(f"Tạo môi trường bằng Python {sys.version.split()[0]}"):
        run_tool(making(way, venv.folder), ROOT)
    with step("Cài các gói đã khóa"):
        run_tool((*installing(way, venv.python), *LOCKED, *source, "-r", "requirements/run.txt"), ROOT)
    with step("Làm gói wheel"):
        run_tool((str(venv.python), "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)), ROOT)
    (wheel,) = folder.glob("*.whl")
    with step(f"Cài {wheel.name} ({wheel.stat().st_size // 1024} KB)"):
        run_tool((*installing(way, venv.python), "--no-deps", "--no-index", str(wheel)), folder)
    return venv


class Used:
    """The installed kb, as a person without KB_HOME has it: its home is in their own data folder."""

    def __init__(self, command: tuple[str, ...], folder: Path) -> None:
        self.command = command
        self.folder = folder
        own = str(folder / "người dùng")
        names = ("HOME", "USERPROFILE", "LOCALAPPDATA", "XDG_DATA_HOME")
        self.environment = own_environment() | dict.fromkeys(names, own)
        self.environment.pop("KB_HOME", None)

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            (*self.command, *arguments),
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def run(self, *arguments: str) -> tuple[int, str]:
        """The exit status, and everything it printed."""
        with self.start(*arguments) as process:
            printed, talk = process.communicate()
        print("$ kb", *arguments, f"→ {process.returncode}\n" + "".join((printed, talk))[:400].rstrip())
        return process.returncode, printed + talk


def use(kb: Used) -> None:
    """Ask before there is an index, make one of the shipped corpus, ask again, and ask the pages. Wrong."""
    expect(kb.run(*QUESTION), 2, "kb index")
    expect(kb.run("index"), 0, "1 văn bản")
    expect(kb.run(*QUESTION), 0, "Lương y như từ mẫu")
    expect(kb.run("doctor"), 0, "✓")
    with kb.start("serve", "--port", "0") as server:
        try:
            assert server.stdout
            address = server.stdout.readline().strip()
            with urlopen(f"{address}api/v1/search?q=luong+y+nhu+tu+mau") as answer:
                total = json.load(answer)["total"]
            with urlopen(f"{address}d/de-cuong-bac-kan-2020?all=1") as page:
                told = page.read().decode("utf-8")
        finally:
            server.terminate()
    print(f"$ kb serve → {address}, {total} đoạn, trang văn bản {len(told)} chữ")
    if total != 1 or "Lương y như từ mẫu" not in told:
        raise Wrong("Trang của kb serve trả lời sai.")


def expect(done: tuple[int, str], status: int, words: str) -> None:
    if done[0] != status or words not in done[1]:
        raise Wrong(f"Cần mã thoát {status} và {words!r}; được {done[0]}:\n{done[1]}")


if __name__ == "__main__":
    sys.exit(main())
