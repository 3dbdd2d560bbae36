"""What of corpus/ travels with kb: the build hook that puts it, and nothing else of corpus/, into wheel and sdist.

A checkout is also somebody's home: its corpus/ fills with documents that are no one else's business, and `kb ingest
--in-place` writes folders of this machine into the catalogue. So the list of files stands in pyproject.toml
(`tool.hatch.build.hooks.custom`), and of the catalogue only the rows of listed files go along.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CATALOGUE = "catalogue.toml"
INSIDE = {"wheel": "kb/_corpus", "sdist": "corpus"}
HEADING = re.compile(r"^(?=[ \t]*\[\[)", re.M)


class Shipped(BuildHookInterface[Any]):
    """Called by hatchling for each thing it builds; an editable install is a link and holds no corpus."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        corpus = Path(self.root, "corpus")
        self._made = TemporaryDirectory()
        catalogue = Path(self._made.name, CATALOGUE)
        files: list[str] = self.config["files"]
        catalogue.write_bytes(shipped_rows((corpus / CATALOGUE).read_bytes().decode("utf-8"), files).encode())
        inside = INSIDE[self.target_name]
        for name in files:
            source = catalogue if name == CATALOGUE else corpus / name
            build_data["force_include"][str(source)] = f"{inside}/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        if version != "editable":
            self._made.cleanup()


def shipped_rows(catalogue: str, files: list[str]) -> str:
    """The catalogue with the rows of these files only, letter for letter.

    >>> shipped_rows('# a\\n[[document]]\\npath = "x"\\n\\n[[folder]]\\npath = "/y"\\n', ["x"])
    '# a\\n[[document]]\\npath = "x"\\n\\n'
    """
    head, *rows = HEADING.split(catalogue)
    return "".join((head, *(row for row in rows if _path(row) in files)))


def _path(row: str) -> str | None:
    """The path that a row of the catalogue describes; None where it is a folder's, or no row at all."""
    try:
        documents = tomllib.loads(row).get("document", [])
    except tomllib.TOMLDecodeError:
        return None
    return documents[0].get("path") if documents else None
