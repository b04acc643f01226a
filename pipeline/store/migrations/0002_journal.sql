-- What became of each document, step by step; kept when the document is removed.
CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    public_id TEXT NOT NULL,
    state TEXT NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    what TEXT NOT NULL
);
CREATE INDEX journal_by_document ON journal (public_id, id);

-- Values an operator confirmed or corrected.
CREATE TABLE field_history (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    old_normalized TEXT NOT NULL,
    new_normalized TEXT NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL
);
CREATE INDEX field_history_by_document ON field_history (document, id);

-- Documents of an older catalogue begin their journal where they stand.
INSERT INTO journal (public_id, state, at, by, what)
    SELECT public_id, state, updated_at, 'sohoa', 'migrated' FROM document ORDER BY id;
