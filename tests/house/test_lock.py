"""The requirement files are the lock: nothing missing, nothing more, on every system and Python that kb runs on."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.locked import ROOT, SYSTEMS, Package, System, read_lock, read_requirements

LOCK = read_lock()


class Export(NamedTuple):
    """A requirement file, the groups of pyproject.toml it holds, and whether it holds what kb itself needs."""

    name: str
    groups: tuple[str, ...]
    with_kb: bool = True

    @property
    def path(self) -> Path:
        return ROOT / "requirements" / self.name

    def packages(self, system: System) -> dict[str, Package]:
        """What the lock installs for it on a system."""
        needs = [need for group in self.groups for need in LOCK.groups[group]]
        return LOCK.reached((*needs, *LOCK.own) if self.with_kb else tuple(needs), system)


RUN = Export("run.txt", ("build",))
TEST = Export("test.txt", ("build", "test"))
ORACLE = Export("oracle.txt", ("oracle",), with_kb=False)
WHOOSH3 = Export("whoosh3.txt", ("whoosh3",), with_kb=False)

exports = pytest.mark.parametrize("export", [RUN, TEST, ORACLE, WHOOSH3], ids=lambda export: export.name)
systems = pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system.name)


@systems
@exports
def test_an_export_installs_what_the_lock_says(export: Export, system: System) -> None:
    lines = [(line.name, line.version) for line in read_requirements(export.path) if system.meets(line.marker)]
    assert sorted(lines) == sorted((name, package.version) for name, package in export.packages(system).items())


@exports
def test_an_export_takes_only_files_of_the_lock(export: Export) -> None:
    hashes = {(package.name, package.version): package.hashes for package in LOCK.packages}
    assert [line for line in read_requirements(export.path) if line.hashes != hashes[line.name, line.version]] == []


@systems
@pytest.mark.parametrize("export", [RUN, TEST], ids=lambda export: export.name)
def test_every_package_has_a_wheel(export: Export, system: System) -> None:
    assert [name for name, package in export.packages(system).items() if not package.has_wheel_for(system)] == []


def test_the_lock_was_made_of_this_pyproject() -> None:
    written = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = {"": written["project"]["dependencies"], **written["dependency-groups"]}
    assert LOCK.stated == {name: frozenset(map(stated, rows)) for name, rows in groups.items()}


def stated(row: str) -> tuple[str, str]:
    read = Requirement(row)
    return canonicalize_name(read.name), str(read.specifier)


def test_whoosh_is_the_wheel_that_was_checked() -> None:
    (whoosh,) = (package for package in LOCK.packages if package.name == "whoosh")
    assert "sha256:aa39c3c3426e3fd107dcb4bde64ca1e276a65a889d9085a6e4b54ba82420a852" in whoosh.hashes


@pytest.mark.skipif(shutil.which("uv") is None, reason="uv is not on PATH")
@exports
def test_uv_exports_the_same(export: Export, tmp_path: Path) -> None:
    said = re.search(r"^#\s+uv (export .*) -o", export.path.read_text(encoding="ascii"), re.MULTILINE)
    assert said is not None
    fresh = tmp_path / export.name
    subprocess.run(("uv", *said[1].split(), "--offline", "-o", str(fresh)), cwd=ROOT, check=True, capture_output=True)
    assert read_requirements(fresh) == read_requirements(export.path)
