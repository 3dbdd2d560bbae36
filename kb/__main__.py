"""`kb` and `python -m kb`: the command line as a process."""

from __future__ import annotations

import sys


def main() -> None:
    """Answer the arguments of this process and end with their exit status."""
    try:
        from kb.cli import run
    except KeyboardInterrupt:  # Ctrl-C before anything is done
        sys.exit(130)
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
