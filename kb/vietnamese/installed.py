"""The files of the installed pyvi that kb reads as data: where they are, and that they are the ones we know.

pyvi itself is never imported: that would load scikit-learn, 2 to 4 seconds and 120 MB. Which package they come from
and what stands in them is known here and in the two readers, `lexicon` and `words`.
"""

from __future__ import annotations

from dataclasses import dataclass

from kb.errors import ModelMissing


@dataclass(frozen=True, slots=True)
class InstalledFile:
    """A file inside the pyvi package, and the checksum of the one that kb was measured with (pyvi 0.1.1)."""

    path: str
    sha256: str


WORD_LIST = InstalledFile("models/words.txt", "517743d27e71d43343e4b8e9e89015cdc68d84ebe1d48106449e501d918ece4a")
WORD_MODEL = InstalledFile("models/pyvi3.pkl", "6cdd73aee04b6a4ad7320ca85d27d931a7ef870cfdd41beb148e86bdb8aca134")


def read_installed(file: InstalledFile) -> bytes:
    """The file's bytes. ModelMissing if pyvi is not installed, has no such file, or has another one.

    >>> read_installed(WORD_LIST)[:4]
    b'a\\nA\\n'
    """
    from hashlib import sha256
    from importlib.util import find_spec
    from pathlib import Path

    # find_spec of a top-level name looks for it and does not import it.
    spec = find_spec("pyvi")
    if spec is None or spec.origin is None:
        raise ModelMissing(path=f"pyvi/{file.path}")
    path = Path(spec.origin).parent / file.path
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelMissing(path=path) from error
    if sha256(content).hexdigest() != file.sha256:
        raise ModelMissing(path=path)
    return content
