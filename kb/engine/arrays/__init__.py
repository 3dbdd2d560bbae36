"""Posting arrays: what questions need of one segment of an index, in one mapped file, and its evaluation with NumPy.

Going in: `gather` takes the entries of a segment and numbers their tokens, `invert` sorts them by token, and `lists`,
`pairs`, `keys` and `places` lay that out as plain arrays which `file` writes. `segment` names them again.
Asking: `parts` says which rows a part of a question matches and adds up its scores (`bm25`), `evaluate` makes the
parts of a question, `best` picks the first rows, `snapshot` joins the answers of the segments.

A *row* is an entry's number in its segment. Rows are in the order of the entries' ids, so equal scores in the order
of rows are in the order of ids.
"""
