"""The home: where corpus/, index/ and desk/ are, the generations of the index, who may write, and who still reads."""

from kb.home.folders import Generation, Home, writing
from kb.home.places import chosen_home

__all__ = ["Generation", "Home", "chosen_home", "writing"]
