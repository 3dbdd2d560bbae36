"""A capital that a word has only because it comes first: how a title stands inside a sentence."""

from __future__ import annotations


def small_first(title: str) -> str:
    """The title with a small first letter, unless its words show that it begins with a name or in capitals.

    >>> small_first("Lĩnh vực y tế"), small_first("Hồ Chí Minh với Bắc Kạn"), small_first("UBND tỉnh")
    ('lĩnh vực y tế', 'Hồ Chí Minh với Bắc Kạn', 'UBND tỉnh')
    """
    second = title.split()[1:2]
    is_name = bool(second) and second[0][:1].isupper()
    return title if is_name or title[:2].isupper() else title[:1].lower() + title[1:]
