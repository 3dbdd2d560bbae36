"""What the tests of the documents share: the office in which their examples are run."""

from tests.house.examples import finished_home, office

__all__ = ["finished_home", "office"]
