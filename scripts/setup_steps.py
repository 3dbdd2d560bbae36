"""A step of the set-up: one printed line, and, when it cannot be done, the tool's last lines and the cure.

Owns how steps are told and the table of cures. Which steps there are: setup_venv.
"""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from setup_process import own_environment

LAST_LINES = 12


class Cure(NamedTuple):
    """What to do when the output of a tool matches; one output it takes and one it leaves."""

    name: str
    pattern: str
    advice: str
    takes: str
    leaves: str


CURES: tuple[Cure, ...] = (
    Cure(
        "certificate",
        r"CERTIFICATE_VERIFY_FAILED|invalid peer certificate",
        "mạng này thay chứng chỉ của nơi tải; xin tệp chứng chỉ rồi chạy: pip config set global.cert ĐƯỜNG_DẪN",
        takes="SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed",
        leaves="ERROR: No matching distribution found for rich==15.0.0",
    ),
    Cure(
        "network",
        r"NewConnectionError|NameResolutionError|name resolution|getaddrinfo|Max retries exceeded|Timeout|"
        r"ProxyError|unreachable|No route to host|Connection (?:reset|refused|aborted)|error sending request|dns error",
        "kiểm tra mạng; máy sau proxy thì chạy: pip config set global.proxy http://MÁY:CỔNG; máy không có mạng thì "
        "dùng --wheels THƯ_MỤC, làm sẵn trên máy có mạng bằng: scripts/run.py --make-wheels THƯ_MỤC",
        takes="Failed to establish a new connection: [Errno -3] Temporary failure in name resolution",
        leaves="ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.",
    ),
    Cure(
        "hashes",
        r"(?i)do not match the hashes|hash mismatch",
        "gói tải về khác gói đã khóa; xóa bản tải dở bằng: pip cache purge; nếu vẫn vậy thì nơi tải không đúng",
        takes="ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.",
        leaves="Hashes are required in --require-hashes mode",
    ),
    Cure(
        "disk",
        r"No space left on device|not enough space on the disk|Disk quota exceeded",
        "dọn chỗ trên đĩa: cần chừng 500 MB",
        takes="OSError: [Errno 28] No space left on device",
        leaves="ERROR: No matching distribution found for rich==15.0.0",
    ),
    Cure(
        "package",
        r"No matching distribution found|satisfies the requirement|no wheels with a matching|is unsatisfiable",
        "dùng Python 3.11 đến 3.14 bản 64 bit; nếu dùng --wheels thì làm lại thư mục ấy bằng --make-wheels trên máy "
        "cùng hệ điều hành và cùng phiên bản Python",
        takes="ERROR: No matching distribution found for numpy==2.5.5",
        leaves="OSError: [Errno 28] No space left on device",
    ),
    Cure(
        "permission",
        r"Permission denied|Access is denied|WinError 5\b|WinError 32\b|Read-only file system",
        "đóng chương trình đang chạy từ thư mục này (kb serve, trình soạn thảo), hoặc chép cả thư mục vào nơi được ghi",
        takes="PermissionError: [WinError 5] Access is denied: '.venv'",
        leaves="OSError: [WinError 53] The network path was not found",
    ),
)

NO_CURE_KNOWN = "đọc các dòng trên; nếu không rõ thì xóa thư mục .venv rồi chạy lại"


class Cannot(Exception):
    """Why a step cannot be done, and the cure; the step itself is added by `step`."""

    def __init__(self, why: str, cure: str | None = None) -> None:
        super().__init__(why, cure)
        self.why = why
        self.cure = cure_of(why) if cure is None else cure


class SetupFailure(Exception):
    """A step that could not be done. Its text is what is shown: the step, the last lines, the cure."""

    def __init__(self, step: str, why: str, cure: str) -> None:
        super().__init__(step, why, cure)
        self.step, self.why, self.cure = step, why, cure

    def __str__(self) -> str:
        lines = [line for line in self.why.splitlines() if line.strip()][-LAST_LINES:]
        told = "\n".join(f"  | {line}" for line in lines)
        return f"Hỏng ở bước: {self.step}.\n{told}\nCách chữa: {self.cure}. Chạy lại thì làm tiếp từ bước đó."


@contextmanager
def step(words: str) -> Iterator[None]:
    """Tell in one line what is being done and how it ended. What cannot be done becomes a SetupFailure of this step."""
    print(f"{words} …", end=" ", flush=True)
    start = time.monotonic()
    try:
        yield
    except (Cannot, OSError) as error:
        print("hỏng.", flush=True)
        cannot = error if isinstance(error, Cannot) else Cannot(str(error))
        raise SetupFailure(words, cannot.why, cannot.cure) from error
    except KeyboardInterrupt:
        print("dừng.", flush=True)
        raise
    print(f"xong, {time.monotonic() - start:.1f} giây.".replace(".", ",", 1), flush=True)


def run_tool(command: Sequence[str], folder: Path) -> None:
    """Run a tool to its end in a folder, in silence; Cannot, with all it printed, when it fails.

    It inherits the lock of the set-up: where only the set-up is killed, the next one waits until the tool has ended.
    """
    done = subprocess.run(
        command,
        cwd=folder,
        env=own_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        close_fds=False,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode != 0:
        raise Cannot(done.stdout)


def cure_of(output: str) -> str:
    """The advice of the first row that the output of a tool matches.

    >>> cure_of("OSError: [Errno 28] No space left on device")
    'dọn chỗ trên đĩa: cần chừng 500 MB'
    """
    return next((cure.advice for cure in CURES if re.search(cure.pattern, output)), NO_CURE_KNOWN)
