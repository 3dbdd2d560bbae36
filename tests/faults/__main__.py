"""The table of faults: `python -m tests.faults` tries each and prints what came of it.

`--times` kills and `--places` where the disk is full for each kind of change; `--only` names one fault. KB_SEED chooses
the moments; it is printed. The exit status is 1 when something was lost, or when no fault struck at all.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.faults.tried import FAULTS, Tally

HEAD = "| fault | times | struck | answers meanwhile | lost | what was printed |\n|---|---|---|---|---|---|"
MOST_SHOWN = 4


def main() -> int:
    parser = argparse.ArgumentParser(description="Try what can happen to an index while it is changed.")
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--places", type=int, default=20)
    parser.add_argument("--only", choices=FAULTS)
    options = parser.parse_args()
    seed = os.environ.get("KB_SEED") or os.urandom(4).hex()
    print(f"KB_SEED={seed}\n{HEAD}", flush=True)
    well = True
    for name, fault in FAULTS.items():
        if options.only in (None, name):
            with TemporaryDirectory() as folder:
                tally = fault(Path(folder), options.times, options.places, Random(seed))
            print(row(name, tally), flush=True)
            well = well and not tally.lost and tally.struck > 0 and tally.answers > 0
    return 0 if well else 1


def row(name: str, tally: Tally) -> str:
    printed = "; ".join(f"{count}× {line}" for line, count in tally.printed.most_common(MOST_SHOWN))
    cells = (name, tally.times, tally.struck, tally.answers, len(tally.lost), " ".join(printed.split()))
    return " | ".join(("", *map(str, cells), "")).strip() + "".join(f"\n{lost}" for lost in tally.lost)


if __name__ == "__main__":
    sys.exit(main())
