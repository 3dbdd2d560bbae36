"""Which tool makes environments and installs packages on this machine, and the commands for it.

Owns the order of the ways and their command lines. Running them, and in which order: setup_venv.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import shutil
import sys
from pathlib import Path
from typing import Literal

from setup_steps import Cannot

Way = Literal["pip of this Python", "pip of the environment", "uv"]

PIP_THAT_FILLS_OTHERS = (22, 3)  # from here on: pip --python
LOCKED = ("--no-deps", "--require-hashes", "--only-binary", ":all:")
FROM_HERE = ("--no-deps", "--no-build-isolation", "--no-index")
QUIETLY = ("--quiet", "--no-input", "--disable-pip-version-check")

BASE_PYTHON = os.path.realpath(getattr(sys, "_base_executable", None) or sys.executable)
"""The Python itself, also when this process runs in an environment made of it."""

BRINGS_PIP = (
    ("apt-get", "sudo apt-get install python3-pip python3-venv"),
    ("dnf", "sudo dnf install python3-pip"),
    ("zypper", "sudo zypper install python3-pip"),
    ("pacman", "sudo pacman -S python-pip"),
    ("apk", "sudo apk add py3-pip"),
)


def way_to_install() -> Way:
    """The first way that this machine has; Cannot when it has none.

    Debian keeps ensurepip apart, so the running Python's pip comes first: it fills an environment that has no pip.
    """
    has_venv = importlib.util.find_spec("venv") is not None
    if has_venv and (version_of_pip() or (0, 0)) >= PIP_THAT_FILLS_OTHERS:
        return "pip of this Python"
    if has_venv and importlib.util.find_spec("ensurepip") is not None:
        return "pip of the environment"
    if shutil.which("uv"):
        return "uv"
    raise Cannot("Python này không có pip (từ bản 22.3), không có ensurepip, và máy không có uv.", how_to_get_pip())


def making(way: Way, folder: Path) -> tuple[str, ...]:
    """The command that makes an empty environment."""
    commands: dict[Way, tuple[str, ...]] = {
        "pip of this Python": (BASE_PYTHON, "-m", "venv", "--without-pip"),
        "pip of the environment": (BASE_PYTHON, "-m", "venv"),
        "uv": ("uv", "venv", "--quiet", "--no-project", "--python", BASE_PYTHON),
    }
    return (*commands[way], str(folder))


def installing(way: Way, python: Path) -> tuple[str, ...]:
    """The start of the command that installs into the environment of `python`. The person's own pip settings hold."""
    pip = ("install", *QUIETLY, "--no-user")
    commands: dict[Way, tuple[str, ...]] = {
        "pip of this Python": (sys.executable, "-m", "pip", "--python", str(python), *pip),
        "pip of the environment": (str(python), "-m", "pip", *pip),
        "uv": ("uv", "pip", "install", "--quiet", "--compile-bytecode", "--python", str(python)),
    }
    return commands[way]


def downloading(folder: Path) -> tuple[str, ...]:
    """The start of the command that downloads packages into a folder; only pip can, so Cannot when there is none."""
    if version_of_pip() is None:
        raise Cannot("Python này không có pip.", how_to_get_pip())
    return (sys.executable, "-m", "pip", "download", *QUIETLY, "--dest", str(folder))


def version_of_pip() -> tuple[int, int] | None:
    """The first two numbers of the running Python's pip, None when it has none."""
    try:
        major, minor = importlib.metadata.version("pip").split(".")[:2]
    except importlib.metadata.PackageNotFoundError:
        return None
    return int(major), int(minor)


def how_to_get_pip() -> str:
    """The cure on this system. It is said, never done: it needs an administrator."""
    for manager, command in BRINGS_PIP:
        if sys.platform == "linux" and shutil.which(manager):
            return f"nhờ người quản trị máy chạy: {command}"
    return f"chạy: {sys.executable} -m ensurepip --upgrade; nếu không được thì cài lại Python từ python.org"
