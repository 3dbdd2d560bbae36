"""The application over the shipped corpus, and its pages as trees."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from kb.home import Home
from kb.model import Document, DocumentId
from kb.snapshot import open_snapshot
from kb_web import create_app
from tests.indexed import OUTLINE, indexed_home


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return indexed_home(tmp_path_factory.mktemp("web"))


@pytest.fixture(scope="session")
def outline(home: Home) -> Document:
    """The outline as the library has it."""
    with open_snapshot(home) as snapshot:
        return snapshot.library.document(DocumentId(OUTLINE))


@pytest.fixture
def client(home: Home) -> FlaskClient:
    """A reader without cookies."""
    return create_app(home).test_client()
