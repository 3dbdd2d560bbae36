"""A checkout in small: the real scripts, a kb of a few lines, its packages in a folder, so that no network is asked."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.scripts.backend import write_wheel

ROOT = Path(__file__).parents[2]
PYTHON = getattr(sys, "_base_executable", None) or sys.executable
STARTED = re.compile(r"^(.+?) …", re.MULTILINE)  # a step, as its line begins

PYPROJECT = """\
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
[project]
name = "kb-vanban"
version = "0.1.0"
"""

KB = '''\
"""A kb that tells what it was asked."""
import os, sys, time

def main():
    try:
        print("kb", *sys.argv[1:], "in", os.environ["KB_HOME"], flush=True)
        if sys.argv[1] == "serve":
            time.sleep(60)
    except KeyboardInterrupt:
        sys.exit(0)

if __name__ == "__main__":
    main()
'''

PYTEST = '''\
"""A pytest that tells what it was asked."""
import os, sys
print("pytest", *sys.argv[1:], "with", os.environ.get("KB_ORACLE_PYTHON"))
'''


@dataclass(frozen=True, slots=True)
class Checkout:
    """The folder, and what a person does in it."""

    root: Path

    def start(self, script: str, *arguments: str, **variables: str) -> subprocess.Popen[str]:
        """A command that runs; what it prints comes through one pipe."""
        return subprocess.Popen(
            (PYTHON, str(self.root / "scripts" / script), *arguments),
            cwd=self.root.parent,
            env=os.environ | variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )

    def run(self, script: str, *arguments: str, **variables: str) -> tuple[int, str]:
        """A command that ran: its exit status and all it printed."""
        process = self.start(script, *arguments, **variables)
        printed, _ = process.communicate()
        return process.returncode, printed

    def prepare(self, **variables: str) -> str:
        """What `run.py --prepare` printed; it succeeds."""
        status, printed = self.run("run.py", "--prepare", "--wheels", self.wheels, **variables)
        assert status == 0, printed
        return printed

    @property
    def wheels(self) -> str:
        return str(self.root / "wheels")

    @property
    def python(self) -> Path:
        folder = self.root / ".venv"
        return folder / "Scripts" / "python.exe" if os.name == "nt" else folder / "bin" / "python"

    def imports(self, names: str) -> bool:
        """Whether .venv can import these modules, seen from elsewhere."""
        return subprocess.run((self.python, "-I", "-c", f"import {names}"), check=False).returncode == 0

    def write(self, name: str, text: str = "") -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path


def steps(printed: str) -> list[str]:
    """The first words of the steps that were told."""
    return [" ".join(words.split()[:2]) for words in STARTED.findall(printed)]


def make_checkout(root: Path) -> Checkout:
    """A small checkout in a new folder."""
    checkout = Checkout(root)
    scripts = (path for path in (ROOT / "scripts").glob("*.py") if path.stem in ("run", "test") or "setup" in path.stem)
    (root / "scripts").mkdir(parents=True)
    for path in scripts:
        shutil.copy(path, root / "scripts")
    shutil.copy(ROOT / "tests" / "scripts" / "backend.py", root)
    checkout.write("pyproject.toml", PYPROJECT)
    checkout.write("uv.lock", "version = 1\n")
    checkout.write("kb/__init__.py", "__version__ = '0.1.0'\n")
    checkout.write("kb/__main__.py", KB)
    checkout.write("web/kb_web/__init__.py")
    (root / "wheels").mkdir()
    small = _requirement(checkout, "small", {"small.py": "said = 'small'\n"})
    pytest = _requirement(checkout, "pytest", {"pytest.py": PYTEST})
    checkout.write("requirements/run.txt", small)
    checkout.write("requirements/test.txt", small + pytest)
    checkout.write("requirements/oracle.txt", small)
    return checkout


def _requirement(checkout: Checkout, name: str, modules: dict[str, str]) -> str:
    wheel = write_wheel(checkout.root / "wheels", name, "1.0", modules)
    return f"{name}==1.0 --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"
