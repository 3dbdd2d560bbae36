"""What is built of the checkout: wheel, sdist and editable hold what they must, and nothing of index/ or .venv."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import kb

ROOT = Path(__file__).parents[2]
NAME = f"kb_vanban-{kb.__version__}"


def built(target: str, folder: Path) -> Path:
    command = (sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(folder))
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (made,) = (path for path in folder.iterdir() if path.name != ".gitignore")
    return made


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built("wheel", tmp_path_factory.mktemp("wheel"))


def sources(folder: str) -> set[str]:
    """The files of a package, as they are named in a wheel."""
    package = ROOT / folder
    files = (path for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(package.parent).as_posix() for path in files}


def test_the_wheel_holds_both_packages_with_their_data(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    assert (sources("kb") | sources("web/kb_web")) - held == set()


def test_the_wheel_holds_the_corpus_byte_for_byte(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    for path in (ROOT / "corpus").rglob("*"):
        if path.is_file():
            name = path.relative_to(ROOT / "corpus").as_posix()
            assert archive.read(f"kb/_corpus/{name}") == path.read_bytes()


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert tops == {"kb", "kb_web", f"{NAME}.dist-info"}


def test_the_wheel_answers_by_itself(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    program = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import kb, kb_web; print(kb.__file__, kb_web.__file__)"
    )
    done = subprocess.run(
        (sys.executable, "-I", "-c", program), cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.count(str(tmp_path)) == 2


def test_the_sdist_leaves_out_what_is_derived(tmp_path: Path) -> None:
    with tarfile.open(built("sdist", tmp_path)) as archive:
        names = archive.getnames()
    inside = [name.removeprefix(f"{NAME}/") for name in names]
    tops = {name.split("/")[0] for name in inside}
    assert tops & {"desk", ".venv", ".venv-oracle", ".git", ".mypy_cache"} == set()
    assert [name for name in inside if name.startswith("index/") and name != "index/README.md"] == []
    assert {"kb", "web", "corpus", "tests", "pyproject.toml", "README.md", "LICENSE"} <= tops


def test_an_editable_install_is_a_link_to_the_two_source_folders(tmp_path: Path) -> None:
    archive = zipfile.ZipFile(built("wheel:editable", tmp_path))
    (link,) = (name for name in archive.namelist() if name.endswith(".pth"))
    assert archive.read(link).decode("utf-8").split() == "\n".join([str(ROOT), str(ROOT / "web")]).split()
