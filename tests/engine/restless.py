"""A writer that never rests, to be killed: `python -m tests.engine.restless FOLDER rebuild|update`.

Prints the number of each commit that is done. Every entry has the key `state`, the number of the commit it came with;
each commit replaces all of them.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from itertools import count
from pathlib import Path

from kb.engine import open_engine
from tests.engine.samples import STAMP, many_entries


def main(folder: Path, way: str) -> None:
    engine = open_engine(folder)
    entries = many_entries(120)
    engine.rebuild([replace(entry, keys={"state": ("0",)}) for entry in entries], STAMP)
    print(0, flush=True)
    for state in count(1):
        # Fewer or more each time, so that the number of entries tells the commits apart as well.
        held = [replace(entry, keys={"state": (str(state),)}) for entry in entries[: 60 + state % 50]]
        if way == "rebuild":
            engine.rebuild(held, STAMP)
        else:
            engine.update(held, [entry.id for entry in entries])
        print(state, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
