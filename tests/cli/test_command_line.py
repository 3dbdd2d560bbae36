"""The command line as a whole: help, the shared options, and what cannot be done as one line with its cure."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kb.cli import COMMANDS, run

Captured = pytest.CaptureFixture[str]


def kb(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """`kb` as its own process, on a console of ASCII."""
    # Not LC_ALL=C: Python 3.11 reads the link to a checkout in that code page and dies where its folder has marks.
    return subprocess.run(
        [sys.executable, "-m", "kb", *arguments],
        env={**os.environ, "PYTHONIOENCODING": "ascii", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_help_names_every_command_and_imports_none_of_them() -> None:
    program = "import sys; from kb.cli import run; run(['--help']); print(*sys.modules, file=sys.stderr)"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert all(f"  {row.name} " in ran.stdout and row.summary.split()[0] in ran.stdout for row in COMMANDS)
    heavy = {"numpy", "whoosh", "flask", "rich", "bs4", "sqlite3", *(row.module for row in COMMANDS)}
    assert heavy & set(ran.stderr.split()) == set()


@pytest.mark.parametrize("name", [row.name for row in COMMANDS])
def test_the_help_of_a_command_is_vietnamese_with_examples_first(capsys: Captured, name: str) -> None:
    assert run([name, "--help"]) == 0
    shown = capsys.readouterr().out
    assert shown.index("Ví dụ:") < shown.index("Cách gọi:") < shown.index("Tùy chọn:")
    assert f"kb {name}" in shown
    assert "--json" in shown
    assert "Usage" not in shown
    assert "Options" not in shown


def test_without_a_command_the_help_is_shown(capsys: Captured) -> None:
    assert run([]) == 0
    assert "Lệnh" in capsys.readouterr().out


def test_the_version_is_told(capsys: Captured) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("kb 0.")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["docter"], "Không có lệnh docter (có phải doctor?). Hãy xem: kb --help."),
        (["--hom", "x"], "Không có tùy chọn --hom (có phải --home?). Hãy xem: kb --help."),
        (["index", "--rebild"], "Không có tùy chọn --rebild (có phải --rebuild?). Hãy xem: kb index --help."),
        (["ingest"], "Còn thiếu TỆP_HOẶC_THƯ_MỤC…. Hãy xem: kb ingest --help."),
        (["serve", "--port", "x"], "Giá trị của --port không dùng được: phải là số nguyên từ 0 đến 65535."),
        (["serve", "--port", "99999"], "Giá trị của --port không dùng được: phải là số nguyên từ 0 đến 65535."),
        (
            ["serve", "--host", "0.0.0.0"],
            "Không mở kho ở --host 0.0.0.0. Để máy khác trong mạng nội bộ đọc, hãy chạy: kb serve --share",
        ),
    ],
)
def test_a_call_that_is_wrong_is_one_vietnamese_line_and_status_2(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], says: str
) -> None:
    monkeypatch.setenv("KB_HOME", str(tmp_path))
    assert run(arguments) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.count("\n") == 1
    assert shown.err.startswith(says)


def test_the_shared_options_may_stand_before_the_command_and_after_it(capsys: Captured, tmp_path: Path) -> None:
    home = str(tmp_path / "kho")
    for arguments in (["--home", home, "--json", "index"], ["index", "--home", home, "--json"]):
        assert run(arguments) == 0
        assert json.loads(capsys.readouterr().out)["documents"] == 0


def test_the_environment_may_name_the_home(capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KB_HOME", str(tmp_path / "kho"))
    assert run(["index", "--json"]) == 0
    assert (tmp_path / "kho" / "index" / "CURRENT").is_file()
    assert capsys.readouterr().err == ""


def test_output_is_utf8_on_a_console_that_is_not(tmp_path: Path) -> None:
    ran = kb("index", "--home", str(tmp_path / "Kho của tôi"))
    assert ran.returncode == 0
    assert ran.stdout.startswith("Chỉ mục có 0 văn bản")


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kb", "--home", str(tmp_path), "doctor"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        assert running.stderr.read() == ""


def test_ctrl_c_in_the_first_moment_is_no_traceback() -> None:
    program = """
import runpy, sys
class Stopped:
    def find_spec(self, name, path=None, target=None):
        if name == "kb.cli":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Stopped())
runpy.run_module("kb", run_name="__main__")
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False)
    assert (ran.returncode, ran.stderr) == (130, "")


def test_a_home_that_may_not_be_made_is_one_line(capsys: Captured, tmp_path: Path) -> None:
    (tmp_path / "tệp").touch()
    assert run(["index", "--home", str(tmp_path / "tệp")]) == 2
    shown = capsys.readouterr().err
    assert shown.count("\n") == 1
    assert str(tmp_path / "tệp") in shown
