"""What is built of the checkout: wheel, sdist and editable hold what they must, and nothing of index/ or .venv."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

import kb
from kb.corpus import read_catalogue

ROOT = Path(__file__).parents[2]
NAME = f"kb_vanban-{kb.__version__}"
HOOKS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["hooks"]
OWN = "-".join(("own", "7f3a"))  # joined, so that this file does not hold it
SHIPPED: tuple[str, ...] = tuple(HOOKS["custom"]["files"])


def built(target: str, folder: Path, root: Path = ROOT) -> Path:
    command = (sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(folder))
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    (made,) = (path for path in folder.iterdir() if path.name != ".gitignore")
    return made


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built("wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout that is somebody's home: a document of their own, in the catalogue too, and a folder read in place."""
    root = tmp_path_factory.mktemp("checkout") / "kb"
    for name in ("kb", "web", "scripts", "corpus"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, root)
    corpus = root / "corpus"
    (corpus / "riêng").mkdir()
    (corpus / "riêng" / f"{OWN}.txt").write_text(f"Không ai khác được đọc {OWN}.", "utf-8")
    (corpus / "synonyms.tsv").write_text(f"eq\t{OWN}\tBan Quản lý\n", "utf-8")
    with (corpus / "catalogue.toml").open("a", encoding="utf-8") as file:
        file.write(f'\n[[document]]\npath = "riêng/{OWN}.txt"\n\n[[folder]]\npath = "/kho/{OWN}"\n')
    return root


def sources(folder: str) -> set[str]:
    """The files of a package, as they are named in a wheel."""
    package = ROOT / folder
    files = (path for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(package.parent).as_posix() for path in files}


def test_the_wheel_holds_both_packages_with_their_data(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    assert (sources("kb") | sources("web/kb_web")) - held == set()


def test_the_wheel_holds_the_shipped_corpus_byte_for_byte(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    held = {name for name in archive.namelist() if name.startswith("kb/_corpus/")}
    assert held == {f"kb/_corpus/{name}" for name in SHIPPED}
    for name in SHIPPED:
        assert archive.read(f"kb/_corpus/{name}") == (ROOT / "corpus" / name).read_bytes()


def test_every_document_that_is_shipped_is_in_the_catalogue() -> None:
    described = {entry.path for entry in read_catalogue(ROOT / "corpus" / "catalogue.toml").documents}
    assert set(SHIPPED) - {"README.md", "catalogue.toml"} <= described


def contents(made: Path) -> dict[str, bytes]:
    """The files in a wheel or an sdist."""
    if made.suffix == ".whl":
        archive = zipfile.ZipFile(made)
        return {name: archive.read(name) for name in archive.namelist()}
    with tarfile.open(made) as opened:
        files = [(member.name, opened.extractfile(member)) for member in opened]
        return {name: file.read() for name, file in files if file}


@pytest.mark.parametrize("target", ["wheel", "sdist"])
def test_nothing_that_is_somebodys_own_is_built_in(target: str, lived_in: Path, tmp_path: Path) -> None:
    held = contents(built(target, tmp_path, lived_in))
    documents = [name.rpartition("corpus/")[2] for name in held if name.endswith(".txt") and "corpus/" in name]
    assert documents == ["000_d092e2f3fc018b89.txt"]
    assert [name for name, content in held.items() if OWN in name or OWN.encode() in content] == []
    (catalogue,) = (content for name, content in held.items() if name.endswith("corpus/catalogue.toml"))
    assert catalogue.rstrip() == (ROOT / "corpus" / "catalogue.toml").read_bytes().rstrip()


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
