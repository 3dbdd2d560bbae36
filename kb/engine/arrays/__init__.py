"""Posting arrays: what questions need of one segment of an index, in one mapped file, and its evaluation with NumPy.

Going in: `gather` takes the entries of a segment and numbers their tokens, `invert` sorts them by token, and `lists`,
`pairs`, `keys` and `places` lay that out as plain arrays which `file` writes. `segment` names them again, and `entries`
gives the entries back. Strings stand in `strings`.

Asking: `parts` and `branches` say which rows a part of a question matches and what it scores (`bm25`, with what
`scored` knows of the tokens), `evaluate` puts a question together from them, `best` picks the first rows, `matches` and
`keys` count, `answers` joins what the segments say, `snapshot` is what is asked. `kept` and `scratch` spare memory its
trips to the system.

A *row* is an entry's number in its segment. Rows are in the order of the entries' ids, so equal scores in the order
of rows are in the order of ids.
"""
