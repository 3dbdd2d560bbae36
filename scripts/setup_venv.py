"""The virtual environments of this checkout: made, filled, checked, stamped. What run.py and test.py share.

Owns .venv (kb and what it needs), two more that only tests use, and their stamps. Needs the standard library and a way
to install packages, writes nothing outside the checkout but pip's cache, and wants no rights of an administrator. A
step prints one line and is not repeated once it is done, also after a set-up that was killed. Leaves to others: how it
is told and cured (setup_steps), how a command ends (setup_command), the installer's commands (setup_installer), two
set-ups at once (setup_lock), processes (setup_process).

An older Python reads this file down to the next line of code, so its grammar is that of Python 3.6.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - here the older Python is told
    sys.exit(
        "kb needs Python 3.11 or newer; this is {}.{}. / kb cần Python 3.11 trở lên: cài từ python.org, "
        "rồi chạy bằng Python ấy, ví dụ: python3.12 scripts/run.py".format(*sys.version_info[:2])
    )

import hashlib
import json
import os
import shutil
import subprocess
import sysconfig
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from setup_command import ended
from setup_installer import BASE_PYTHON, FROM_HERE, LOCKED, Way, downloading, installing, making, way_to_install
from setup_lock import one_at_a_time
from setup_process import become, own_environment
from setup_steps import Cannot, SetupFailure, cure_of, run_tool, step

__all__ = [
    "ORACLE",
    "RUN",
    "TEST",
    "WHOOSH3",
    "Environment",
    "SetupFailure",
    "become",
    "ended",
    "make_wheels",
    "own_environment",
    "set_up",
]


@dataclass(frozen=True, slots=True)
class Environment:
    """A folder of the checkout, the requirement files of which one fills it (the first is installed), and kb or not."""

    folder: str
    requirements: tuple[str, ...]
    holds_kb: bool = True


RUN = Environment(".venv", ("requirements/run.txt", "requirements/test.txt"))
TEST = Environment(".venv", ("requirements/test.txt",))
ORACLE = Environment(".venv-oracle", ("requirements/oracle.txt",), holds_kb=False)
WHOOSH3 = Environment(".venv-whoosh3", ("requirements/whoosh3.txt",), holds_kb=False)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an environment was made for and how, and the steps done since: the files installed, and which kb."""

    made_for: str
    way: Way
    filled: tuple[str, ...] = ()
    kb: str = ""


@dataclass(frozen=True, slots=True)
class Venv:
    """Where the parts of an environment are, on every system."""

    folder: Path

    @property
    def python(self) -> Path:
        return self._path("scripts") / ("python.exe" if os.name == "nt" else "python")

    @property
    def packages(self) -> Path:
        return self._path("purelib")

    @property
    def stamp_file(self) -> Path:
        return self.folder / "kb-setup.json"

    def _path(self, name: str) -> Path:
        base = str(self.folder)
        return Path(sysconfig.get_path(name, "venv", {"base": base, "platbase": base, "installed_base": base}))

    def stamp(self) -> Stamp | None:
        """What was stamped; None when nothing was or it cannot be read."""
        try:
            read = json.loads(self.stamp_file.read_text("utf-8"))
            return Stamp(read["made_for"], read["way"], tuple(read["filled"]), read["kb"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def write(self, stamp: Stamp) -> Stamp:
        """Stamp the environment, whole or not at all."""
        beside = self.stamp_file.with_suffix(".new")
        beside.write_text(json.dumps(asdict(stamp), indent=1), "utf-8")
        beside.replace(self.stamp_file)
        return stamp


def set_up(root: Path, environment: Environment, wheels: Path | None = None) -> Path:
    """The Python of an environment of the checkout `root`, made or completed first when it is not whole.

    With `wheels` packages come from that folder and not from the network. SetupFailure tells what could not be done.
    """
    venv = Venv(root / environment.folder)
    if not _is_whole(venv, environment, root):
        _leave(venv)
        with _alone(root):
            if not _is_whole(venv, environment, root):
                _complete(venv, environment, root, wheels)
    return venv.python


def make_wheels(root: Path, folder: Path) -> None:
    """Download what run.py installs into a folder, for --wheels on another machine with this system and Python."""
    requirements = RUN.requirements[0]
    with step(f"Tải các gói của {requirements} vào {folder}"):
        run_tool((*downloading(folder.absolute()), *LOCKED, "-r", requirements), root)


def _is_whole(venv: Venv, environment: Environment, root: Path) -> bool:
    stamp = venv.stamp()
    return (
        stamp is not None
        and stamp.made_for == _purpose(root)
        and not set(stamp.filled).isdisjoint(environment.requirements)
        and (not environment.holds_kb or _kb_is_current(stamp, root))
        and venv.python.exists()  # follows the link: the Python it was made of may be gone
    )


def _complete(venv: Venv, environment: Environment, root: Path, wheels: Path | None) -> None:
    """Do the steps that are not done; each is stamped as soon as it is."""
    way = _way()
    stamp = venv.stamp()
    if stamp is None or (stamp.made_for, stamp.way) != (_purpose(root), way) or not venv.python.exists():
        stamp = _make(venv, way, root)
    if set(stamp.filled).isdisjoint(environment.requirements):
        _fill(venv, way, root, environment.requirements[0], wheels)
        stamp = venv.write(replace(stamp, filled=(*stamp.filled, environment.requirements[0])))
    if environment.holds_kb and not _kb_is_current(stamp, root):
        venv.write(replace(stamp, kb=_install_kb(venv, way, root)))


def _way() -> Way:
    try:
        return way_to_install()
    except Cannot as cannot:
        raise SetupFailure("Tìm cách cài đặt", cannot.why, cannot.cure) from cannot


def _make(venv: Venv, way: Way, root: Path) -> Stamp:
    """An empty environment in the place of the old one, stamped as such."""
    name = venv.folder.name
    if os.path.lexists(venv.folder):
        with step(f"Bỏ {name} cũ (chưa xong, hoặc Python, các gói hay chỗ của thư mục đã khác)"):
            _remove(venv)
    with step(f"Tạo {name} bằng Python {sys.version.split()[0]}"):
        run_tool(making(way, venv.folder), root)
    return venv.write(Stamp(_purpose(root), way))


def _remove(venv: Venv) -> None:
    """Take an environment away, its stamp first, so that half of it is never taken for a whole."""
    venv.stamp_file.unlink(missing_ok=True)
    if venv.folder.is_symlink() or not venv.folder.is_dir():
        venv.folder.unlink()
    else:
        shutil.rmtree(venv.folder)


def _fill(venv: Venv, way: Way, root: Path, requirements: str, wheels: Path | None) -> None:
    """Install the locked packages."""
    source = ("--no-index", "--find-links", str(wheels.absolute())) if wheels else ()
    with step(f"Cài các gói của {requirements}"):
        if wheels and not wheels.is_dir():
            raise Cannot(f"Không có thư mục {wheels}.", "xem lại đường dẫn sau --wheels")
        _forget_half_installed(venv)
        run_tool((*installing(way, venv.python), *LOCKED, *source, "-r", requirements), root)


def _install_kb(venv: Venv, way: Way, root: Path) -> str:
    """Install kb as a link to the checkout, as a copy where such a link cannot be imported; what the stamp says of it.

    Python 3.11 and 3.12 read the link's .pth file in the system's own encoding: in a folder "Tài liệu" on Windows they
    miss the folder or do not even start. So pip in there cannot be asked to take the link away: that is done by hand.
    """
    with step("Cài kb"):
        _forget_half_installed(venv)
        run_tool((*installing(way, venv.python), *FROM_HERE, "--editable", "."), root)
        if _can_import(venv):
            return _link(root)
        _forget_kb(venv)
    with step("Cài kb thành bản chép, vì Python này không đọc được liên kết đến thư mục này"):
        run_tool((*installing(way, venv.python), *FROM_HERE, "."), root)
        _import(venv)
    return _copy(root)


def _can_import(venv: Venv) -> bool:
    try:
        _import(venv)
    except Cannot:
        return False
    return True


def _import(venv: Venv) -> None:
    run_tool((str(venv.python), "-I", "-c", "import kb, kb_web"), venv.folder)


def _kb_is_current(stamp: Stamp, root: Path) -> bool:
    return stamp.kb == (_copy(root) if stamp.kb.startswith("copy") else _link(root))


def _link(root: Path) -> str:
    """A link shows every change by itself but a new version: that one is written down when it is installed."""
    return "link " + _digest([root / "kb" / "__init__.py"])


def _copy(root: Path) -> str:
    sources = [path for folder in ("kb", "web") for path in (root / folder).rglob("*") if path.is_file()]
    return "copy " + _digest(sorted(path for path in sources if "__pycache__" not in path.parts))


def _purpose(root: Path) -> str:
    """What an environment is made for, as a digest: the lock, the Python, the place."""
    locked = [root / "pyproject.toml", root / "uv.lock", *sorted((root / "requirements").glob("*.txt"))]
    return _digest(locked, BASE_PYTHON, sys.version, str(root))


def _digest(files: Iterable[Path], *words: str) -> str:
    digest = hashlib.sha256(json.dumps(words).encode())
    for file in files:
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _forget_half_installed(venv: Venv) -> None:
    """Make a killed installer's last package unknown, so that it is installed again.

    The file INSTALLER is written when all others of a package are there; METADATA, by which it is known, may be before.
    """
    for about in venv.packages.glob("*.dist-info"):
        if not (about / "INSTALLER").is_file():
            shutil.rmtree(about)


def _forget_kb(venv: Venv) -> None:
    for link in venv.packages.glob("*kb_vanban*.pth"):
        link.unlink()
    for about in venv.packages.glob("kb_vanban-*.dist-info"):
        shutil.rmtree(about)


def _leave(venv: Venv) -> None:
    """When this process runs in the environment that has to be changed, let the Python it was made of do it all."""
    if Path(sys.prefix).resolve() == venv.folder.resolve():
        sys.stdout.flush()
        sys.exit(subprocess.call((BASE_PYTHON, *sys.argv)))


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    def say_that_it_waits() -> None:
        print("Một lần cài đặt khác đang chạy trong thư mục này; chờ lần đó xong …", flush=True)

    try:
        with one_at_a_time(root / ".venv.lock", say_that_it_waits):
            yield
    except OSError as error:
        raise SetupFailure("Ghi vào thư mục của kb", str(error), cure_of(str(error))) from error
