"""uv.lock and the requirement files as values, and the systems that kb runs on. Read without uv."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.tags import Tag, compatible_tags, cpython_tags, mac_platforms
from packaging.utils import parse_wheel_filename

ROOT = Path(__file__).parents[2]
OWN = "kb-vanban"
OLDEST_GLIBC = 31  # Debian 11 and Ubuntu 20.04 have 2.31


class Machine(NamedTuple):
    """A kind of machine: what markers see of it, and the platforms whose wheels it takes."""

    name: str
    sys_platform: str
    platform_system: str
    os_name: str
    platform_machine: str
    platforms: tuple[str, ...]


def _glibc(machine: str) -> tuple[str, ...]:
    return (*(f"manylinux_2_{minor}_{machine}" for minor in range(OLDEST_GLIBC, 4, -1)), f"manylinux2014_{machine}")


MACHINES = (
    Machine("Linux", "linux", "Linux", "posix", "x86_64", (*_glibc("x86_64"), "manylinux1_x86_64")),
    Machine("Linux on ARM", "linux", "Linux", "posix", "aarch64", _glibc("aarch64")),
    Machine("Windows", "win32", "Windows", "nt", "AMD64", ("win_amd64",)),
    Machine("macOS", "darwin", "Darwin", "posix", "arm64", tuple(mac_platforms((14, 0), "arm64"))),
)
PYTHONS = ((3, 11), (3, 12), (3, 13), (3, 14))


@dataclass(frozen=True, slots=True)
class System:
    """A machine with a Python."""

    machine: Machine
    python: tuple[int, int]

    @property
    def name(self) -> str:
        return "{}, {}.{}".format(self.machine.name, *self.python)

    def meets(self, marker: str) -> bool:
        """Whether a requirement with this marker counts here; one without does."""
        version = "{}.{}".format(*self.python)
        seen = {
            "sys_platform": self.machine.sys_platform,
            "platform_system": self.machine.platform_system,
            "os_name": self.machine.os_name,
            "platform_machine": self.machine.platform_machine,
            "python_version": version,
            "python_full_version": f"{version}.9",
            "implementation_name": "cpython",
            "platform_python_implementation": "CPython",
        }
        return not marker or Marker(marker).evaluate(seen)

    def tags(self) -> Iterator[Tag]:
        """The tags of the wheels that install here."""
        compatible = compatible_tags(self.python, "cp{}{}".format(*self.python), platforms=self.machine.platforms)
        return chain(cpython_tags(self.python, platforms=self.machine.platforms), compatible)


SYSTEMS = tuple(System(machine, python) for machine in MACHINES for python in PYTHONS)


@dataclass(frozen=True, slots=True)
class Need:
    """A dependency: when it counts, and which version where the lock has several."""

    name: str
    version: str | None
    marker: str


@dataclass(frozen=True, slots=True)
class Package:
    """A package of the lock. `forks` say when this version of it counts; none: always."""

    name: str
    version: str
    needs: tuple[Need, ...]
    forks: tuple[str, ...]
    wheels: tuple[str, ...]
    hashes: frozenset[str]

    def has_wheel_for(self, system: System) -> bool:
        tags = frozenset(system.tags())
        return any(parse_wheel_filename(wheel)[3] & tags for wheel in self.wheels)


@dataclass(frozen=True, slots=True)
class Lock:
    """uv.lock: its packages, what kb needs, what each group needs, and of which requirements it was made."""

    packages: tuple[Package, ...]
    own: tuple[Need, ...]
    groups: Mapping[str, tuple[Need, ...]]
    stated: Mapping[str, frozenset[tuple[str, str]]]

    def reached(self, needs: tuple[Need, ...], system: System) -> dict[str, Package]:
        """All packages that the needs bring on a system, by name."""
        found: dict[str, Package] = {}
        waiting = list(needs)
        while waiting:
            need = waiting.pop()
            if system.meets(need.marker):
                (package,) = self._chosen(need, system)
                if package.name not in found:
                    found[package.name] = package
                    waiting += package.needs
        return found

    def _chosen(self, need: Need, system: System) -> Iterator[Package]:
        for package in self.packages:
            fits = package.name == need.name and need.version in (None, package.version)
            if fits and (not package.forks or any(system.meets(fork) for fork in package.forks)):
                yield package


def read_lock() -> Lock:
    rows = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]
    (own,) = (row for row in rows if row["name"] == OWN)
    metadata = own["metadata"]
    stated = {"": metadata["requires-dist"], **metadata["requires-dev"]}.items()
    return Lock(
        packages=tuple(_package(row) for row in rows if row["name"] != OWN),
        own=_needs(own["dependencies"]),
        groups={name: _needs(group) for name, group in own["dev-dependencies"].items()},
        stated={name: frozenset((row["name"], row.get("specifier", "")) for row in rows) for name, rows in stated},
    )


def _package(row: Mapping[str, Any]) -> Package:
    files = [*row.get("wheels", []), *([row["sdist"]] if "sdist" in row else [])]
    return Package(
        name=row["name"],
        version=row["version"],
        needs=_needs(row.get("dependencies", [])),
        forks=tuple(row.get("resolution-markers", [])),
        wheels=tuple(file["url"].rsplit("/", 1)[1] for file in row.get("wheels", [])),
        hashes=frozenset(file["hash"] for file in files),
    )


def _needs(rows: list[dict[str, str]]) -> tuple[Need, ...]:
    return tuple(Need(row["name"], row.get("version"), row.get("marker", "")) for row in rows)


@dataclass(frozen=True, slots=True)
class Line:
    """A requirement as it is exported: its version, when it counts, and the hashes of the files it may be."""

    name: str
    version: str
    marker: str
    hashes: frozenset[str]


def read_requirements(path: Path) -> tuple[Line, ...]:
    joined = path.read_text(encoding="ascii").replace("\\\n", " ")
    return tuple(_line(line) for line in joined.splitlines() if line.strip() and not line.startswith("#"))


def _line(line: str) -> Line:
    words, *hashes = line.split(" --hash=")
    read = Requirement(words.strip())
    version = str(read.specifier).removeprefix("==")
    return Line(read.name, version, str(read.marker or ""), frozenset(word.strip() for word in hashes))
