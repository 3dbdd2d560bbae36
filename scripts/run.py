"""The first command of the README: set up what is missing, bring the index up to date, serve the search page.

Owns its own options; every other argument is given to `kb serve`. The second start does nothing but ask `kb`. How the
set-up goes: setup_venv.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from setup_venv import RUN, become, ended, make_wheels, own_environment, set_up

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """The exit status: 0 served and stopped, or prepared; 2 cannot; 130 stopped before serving."""
    return ended(lambda: run(*read_arguments()))


def read_arguments() -> tuple[argparse.Namespace, list[str]]:
    """The options of this script, and what is left for `kb serve`."""
    parser = argparse.ArgumentParser(
        description="Cài đặt (lần đầu), lập chỉ mục corpus/, rồi mở trang tìm kiếm.",
        epilog="Mọi tham số khác được đưa cho kb serve: --port CỔNG, --host MÁY, --open.",
        allow_abbrev=False,
    )
    parser.add_argument("--prepare", action="store_true", help="cài đặt và lập chỉ mục, không mở trang")
    parser.add_argument("--wheels", type=Path, metavar="THƯ_MỤC", help="cài từ thư mục này, không cần mạng")
    parser.add_argument("--make-wheels", type=Path, metavar="THƯ_MỤC", help="chỉ tải các gói vào thư mục này")
    parser.add_argument("--home", type=Path, metavar="THƯ_MỤC", help="kho khác với thư mục này")
    return parser.parse_known_args()


def run(options: argparse.Namespace, for_serve: list[str]) -> int:
    """Set up, index, serve."""
    if options.make_wheels:
        make_wheels(ROOT, options.make_wheels)
        return 0
    python = set_up(ROOT, RUN, options.wheels)
    kb = (str(python), "-P", "-m", "kb")
    environment = environment_of_kb(options.home)
    status = subprocess.call((*kb, "index"), env=environment)
    if status != 0:
        print("Dừng ở bước: lập chỉ mục (kb index).", file=sys.stderr)
        return status
    if options.prepare:
        print("Đã sẵn sàng. Mở trang tìm kiếm bằng: scripts/run.py", flush=True)
        return 0
    return become((*kb, "serve", *for_serve), environment)


def environment_of_kb(home: Path | None) -> dict[str, str]:
    """The variables for kb: its home is --home, else KB_HOME, else this checkout."""
    chosen = str(home.absolute()) if home else os.environ.get("KB_HOME") or str(ROOT)
    return own_environment() | {"KB_HOME": chosen}


if __name__ == "__main__":
    sys.exit(main())
