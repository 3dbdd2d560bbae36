-- The library of one generation: what an index answers with. Rows of a reading never change; a new reading of a
-- document gets new rows under a number that was never used before (AUTOINCREMENT), and old rows are deleted later.

CREATE TABLE readings (
    reading  INTEGER PRIMARY KEY AUTOINCREMENT,
    document TEXT NOT NULL,
    path     TEXT NOT NULL,     -- Source: relative to corpus/, or absolute
    format   TEXT NOT NULL,
    sha256   TEXT NOT NULL,     -- of the file, or of the row of a .jsonl file
    address  TEXT,
    said     TEXT NOT NULL,     -- a hash of what the catalogue said when it was read
    front    TEXT NOT NULL,     -- JSON (rows.py)
    pages    INTEGER,
    lines    INTEGER NOT NULL,
    sections INTEGER NOT NULL,
    chunks   INTEGER NOT NULL
);
CREATE INDEX readings_by_document ON readings (document);

CREATE TABLE bodies (
    reading  INTEGER PRIMARY KEY,
    body     BLOB NOT NULL,     -- text, lines, repairs, pages: compressed JSON (rows.py)
    outline  BLOB NOT NULL      -- the sections: compressed JSON
);

-- Not keyed by (reading, number) WITHOUT ROWID: rows of a page's size leave more than half of such a table empty.
CREATE TABLE chunks (
    entry    INTEGER PRIMARY KEY, -- reading << 20 | number; the number in the document, from 0 (store.py)
    section  TEXT NOT NULL,
    part     INTEGER NOT NULL,    -- in the section, from 0
    path     TEXT NOT NULL,       -- JSON list of titles
    start    INTEGER NOT NULL,
    text     TEXT NOT NULL
);

-- What was found in the texts. Every such table begins with the same columns (places.py).
CREATE TABLE quotes (
    place      INTEGER PRIMARY KEY, -- reading << 20 | number; the number in the document, from 0
    section    TEXT NOT NULL,
    chunk      INTEGER,             -- the number of the chunk it begins in; NULL where it begins in none
    mark       TEXT NOT NULL,       -- its anchor: "q102-1"
    first_line INTEGER NOT NULL,
    last_line  INTEGER NOT NULL,
    first_page INTEGER,
    last_page  INTEGER,
    printed    TEXT NOT NULL,       -- what the source has, before repair
    start      INTEGER NOT NULL,
    end        INTEGER NOT NULL,
    kind       TEXT NOT NULL,
    certainty  TEXT NOT NULL,
    sieve      TEXT NOT NULL,
    speaker    TEXT,                -- canonical
    words      TEXT NOT NULL,
    details    TEXT NOT NULL,       -- JSON: role, named, source, cue, org (quotes.py)
    marked     TEXT NOT NULL,       -- the syllables of words, speaker, source and org, as they are searched
    folded     TEXT NOT NULL
);

-- By shared shingles the variants of a quotation find each other (kb.extract.quotes.joining).
CREATE TABLE quote_shingles (
    shingle INTEGER NOT NULL,
    place   INTEGER NOT NULL,
    PRIMARY KEY (shingle, place)
) WITHOUT ROWID;
CREATE INDEX quote_shingles_by_place ON quote_shingles (place);

CREATE TABLE figures (
    place      INTEGER PRIMARY KEY,
    section    TEXT NOT NULL,
    chunk      INTEGER,
    mark       TEXT NOT NULL,
    first_line INTEGER NOT NULL,
    last_line  INTEGER NOT NULL,
    first_page INTEGER,
    last_page  INTEGER,
    printed    TEXT NOT NULL,
    start      INTEGER NOT NULL,
    end        INTEGER NOT NULL,
    unit       TEXT NOT NULL,       -- as printed: "tỷ đồng"
    base       TEXT NOT NULL,       -- without scale words: "đồng"
    subject    TEXT NOT NULL,
    low        TEXT,                -- decimals; NULL for a vague amount
    high       TEXT,
    scale      TEXT NOT NULL,
    since      TEXT,                -- ISO, to the year, the month or the day
    until      TEXT,
    details    TEXT NOT NULL,       -- JSON (figures.py)
    marked     TEXT NOT NULL,
    folded     TEXT NOT NULL
);

-- "references" is a word of SQL.
CREATE TABLE refs (
    place      INTEGER PRIMARY KEY,
    section    TEXT NOT NULL,
    chunk      INTEGER,
    mark       TEXT NOT NULL,
    first_line INTEGER NOT NULL,
    last_line  INTEGER NOT NULL,
    first_page INTEGER,
    last_page  INTEGER,
    printed    TEXT NOT NULL,
    start      INTEGER NOT NULL,
    end        INTEGER NOT NULL,
    kind       TEXT NOT NULL,
    type       TEXT,                -- of a paper: "Quyết định"
    number     TEXT,
    date       TEXT,                -- ISO, or "from/to"
    key        TEXT,                -- what all mentions of one paper or event share
    details    TEXT NOT NULL,       -- JSON (references.py)
    marked     TEXT NOT NULL,
    folded     TEXT NOT NULL
);
CREATE INDEX refs_by_key ON refs (key) WHERE key IS NOT NULL;

-- By what others name a document; asked when a reference is shown, so that a paper taken in later is found too.
CREATE TABLE papers (
    reading   INTEGER PRIMARY KEY,
    key       TEXT NOT NULL,
    signed_on TEXT
);
CREATE INDEX papers_by_key ON papers (key);

CREATE TABLE findings (
    place      INTEGER PRIMARY KEY,
    section    TEXT NOT NULL,
    chunk      INTEGER,
    mark       TEXT NOT NULL,
    first_line INTEGER NOT NULL,
    last_line  INTEGER NOT NULL,
    first_page INTEGER,
    last_page  INTEGER,
    printed    TEXT NOT NULL,
    start      INTEGER NOT NULL,
    end        INTEGER NOT NULL,
    category   TEXT NOT NULL,
    verdict    TEXT NOT NULL,
    id         TEXT NOT NULL,       -- hash of category and words: what it is accepted by
    details    TEXT NOT NULL,       -- JSON (findings.py)
    marked     TEXT NOT NULL,
    folded     TEXT NOT NULL
);

-- What may be suggested while a question is typed (phrases.py).
CREATE TABLE phrases (
    place INTEGER PRIMARY KEY,  -- reading << 20 | number; the number in the document, from 0
    kind  TEXT NOT NULL,
    text  TEXT NOT NULL,
    count INTEGER NOT NULL      -- places in the document
);

-- How a phrase goes on from each of its words, folded. Asked by its beginning; by one to three letters the best first.
CREATE TABLE heads (
    head  TEXT NOT NULL,
    place INTEGER NOT NULL,
    score REAL NOT NULL,
    same  INTEGER NOT NULL,     -- a print of the whole text: the same in many documents
    PRIMARY KEY (head, place)
) WITHOUT ROWID;
CREATE INDEX heads_by_one ON heads (substr(head, 1, 1), score DESC, same);
CREATE INDEX heads_by_two ON heads (substr(head, 1, 2), score DESC, same);
CREATE INDEX heads_by_three ON heads (substr(head, 1, 3), score DESC, same);
CREATE INDEX heads_by_place ON heads (place);

-- What was seen of each source file, so that one whose size and time are the same need not be read again. A time below
-- zero: look into it again.
CREATE TABLE files (
    path     TEXT PRIMARY KEY,
    size     INTEGER NOT NULL,
    modified INTEGER NOT NULL,  -- nanoseconds
    sha256   TEXT NOT NULL
) WITHOUT ROWID;
