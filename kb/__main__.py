"""`kb` and `python -m kb`: the command line as a process."""

from __future__ import annotations

import sys


def main() -> None:
    """Answer the arguments of this process and end with their exit status."""
    from kb.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
