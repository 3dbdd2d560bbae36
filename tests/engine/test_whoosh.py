"""The engine on Whoosh keeps the contract, and its own promises: Whoosh reads the index, and it cannot be lost."""

from __future__ import annotations

from pathlib import Path

from kb.engine import open_engine
from kb.engine.port import Engine
from tests.engine.contract import EngineContract


class TestWhooshEngine(EngineContract):
    @classmethod
    def open(cls, folder: Path) -> Engine:
        return open_engine(folder)
