"""People who are called by several names: who they are (`named`), and where a text or question calls one (`mentions`,
`respect`, `places`).

The shipped table is names.tsv; its head tells people its form. Who is quoted with which words is kb.extract.
"""

from kb.vietnamese.people.mentions import Mention, find_mentions
from kb.vietnamese.people.named import NOBODY, People, Person, read_people, said_by, shipped_people, with_own_people

__all__ = [
    "NOBODY",
    "Mention",
    "People",
    "Person",
    "find_mentions",
    "read_people",
    "said_by",
    "shipped_people",
    "with_own_people",
]
