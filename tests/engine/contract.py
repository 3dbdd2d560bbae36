"""What every engine keeps: run by each engine's own test module, which says how to open one.

Answers are compared with the oracle, which looks at every entry. An engine may keep statistics of entries that were
taken out, so scores are compared after a rebuild only.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.engine.port import Engine
from tests.engine.asking import Asking
from tests.engine.changing import Changing


class EngineContract(Asking, Changing):
    """`open` gives an engine of the index in a folder, which may be there or not; several may be open at once."""

    @pytest.fixture
    def engine(self, tmp_path: Path) -> Iterator[Engine]:
        """A new engine without an index, in `tmp_path`."""
        opened = self.open(tmp_path)
        yield opened
        opened.close()
