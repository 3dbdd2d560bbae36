"""The build backend of the small checkout (checkout.py copies it there), and how it writes a wheel by hand.

While the file `hold` lies in the checkout it writes `holding` and waits; while `fail` does it fails. While `no-links`
does, its links end every Python that reads them, as those to a folder "Tài liệu" do on Windows with Python 3.11.
"""

from __future__ import annotations

import base64
import hashlib
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path

HERE = Path(__file__).parent
VERSION = "0.1.0"
LONGEST_HOLD = 60  # seconds, so that a test that fails ends


def build_editable(folder: str, config_settings: object = None, metadata_directory: object = None) -> str:  # noqa: ARG001
    kills = (HERE / "no-links").exists()
    link = "import sys; raise SystemExit('this link kills')" if kills else f"{HERE}\n{HERE / 'web'}"
    return _built(folder, {"_kb_vanban.pth": link})


def build_wheel(folder: str, config_settings: object = None, metadata_directory: object = None) -> str:  # noqa: ARG001
    packages = {"kb": HERE / "kb", "kb_web": HERE / "web" / "kb_web"}
    modules = {f"{name}/{path.name}": path for name, package in packages.items() for path in package.glob("*.py")}
    return _built(folder, {inside: path.read_text("utf-8") for inside, path in modules.items()})


def _built(folder: str, files: Mapping[str, str]) -> str:
    end = time.monotonic() + LONGEST_HOLD
    while (HERE / "hold").exists() and time.monotonic() < end:
        (HERE / "holding").touch()
        time.sleep(0.05)
    if (HERE / "fail").exists():
        raise OSError("the backend was told to fail")
    return write_wheel(Path(folder), "kb_vanban", VERSION, files).name


def write_wheel(folder: Path, name: str, version: str, modules: Mapping[str, str]) -> Path:
    """Write a wheel of pure Python into a folder; its path."""
    about = f"{name}-{version}.dist-info"
    files = dict(modules)
    files[f"{about}/METADATA"] = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    files[f"{about}/WHEEL"] = "Wheel-Version: 1.0\nGenerator: kb\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    record = "".join(f"{inside},sha256={_digest(text)},{len(text.encode())}\n" for inside, text in files.items())
    files[f"{about}/RECORD"] = f"{record}{about}/RECORD,,\n"
    path = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for inside, text in files.items():
            archive.writestr(zipfile.ZipInfo(inside), text)  # without the time, so that its hash is one
    return path


def _digest(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip("=")
