"""The second command of the README: set up what is missing and run every test.

Owns its own options; every other argument is given to pytest. Which browser the tests drive: tests/browsers.py. How the
set-up goes: setup_venv.
"""

import argparse
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from setup_venv import ORACLE, TEST, WHOOSH3, become, ended, own_environment, set_up

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """The exit status of pytest; 2 when the set-up cannot be done; 130 when it was stopped."""
    return ended(lambda: run(*read_arguments()))


def read_arguments() -> tuple[argparse.Namespace, list[str]]:
    """The options of this script, and what is left for pytest."""
    parser = argparse.ArgumentParser(
        description="Cài đặt (lần đầu), rồi chạy mọi phép thử.",
        epilog="Mọi tham số khác được đưa cho pytest, ví dụ: -k search, tests/vietnamese.",
        allow_abbrev=False,
    )
    parser.add_argument("--wheels", type=Path, metavar="THƯ_MỤC", help="cài từ thư mục này, không cần mạng")
    parser.add_argument(
        "--oracle", action="store_true", help="cài thêm pyvi nguyên bản và so cách tách từ với nó (thêm chừng 300 MB)"
    )
    parser.add_argument(
        "--whoosh3", action="store_true", help="cài thêm whoosh3 và thử bộ máy tìm trên nó (thêm chừng 100 MB)"
    )
    return parser.parse_known_args()


def run(options: argparse.Namespace, for_pytest: list[str]) -> int:
    """Set up, test."""
    python = set_up(ROOT, TEST, options.wheels)
    environment = own_environment()
    if options.oracle:
        environment["KB_ORACLE_PYTHON"] = str(set_up(ROOT, ORACLE, options.wheels))
    if options.whoosh3:
        environment["KB_WHOOSH3_PYTHON"] = str(set_up(ROOT, WHOOSH3, options.wheels))
    os.chdir(ROOT)
    return become((str(python), "-P", "-m", "pytest", *for_pytest), environment)


if __name__ == "__main__":
    sys.exit(main())
