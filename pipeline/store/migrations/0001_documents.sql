-- One row a document that was digitised or accepted. Times are ISO 8601 in Vietnam's time.
CREATE TABLE document (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    public_id TEXT NOT NULL UNIQUE,
    public_id_given INTEGER NOT NULL DEFAULT 0,  -- 1: the caller chose it; such a row is replaced by its id only
    state TEXT NOT NULL CHECK (state IN ('received', 'read', 'review', 'confirmed', 'sealed', 'delivered')),
    source_file TEXT NOT NULL,
    source_key TEXT NOT NULL,  -- SHA-256 of the file, or of the hashes of all files of a joined document
    identity TEXT NOT NULL DEFAULT '',
    made_at TEXT NOT NULL DEFAULT '',
    dossier_code TEXT NOT NULL DEFAULT '',
    kind_id TEXT NOT NULL DEFAULT 'unknown',
    kind_label TEXT NOT NULL DEFAULT '',
    number TEXT NOT NULL DEFAULT '',
    symbol TEXT NOT NULL DEFAULT '',
    date TEXT NOT NULL DEFAULT '',  -- as far as known: 2024, 2024-03, 2024-03-05
    issuer TEXT NOT NULL DEFAULT '',
    summary TEXT NOT NULL DEFAULT '',
    owner_name TEXT NOT NULL DEFAULT '',
    owner_id_number TEXT NOT NULL DEFAULT '',
    pages INTEGER NOT NULL DEFAULT 0,
    pdf_path TEXT NOT NULL DEFAULT '',
    json_path TEXT NOT NULL DEFAULT '',
    txt_path TEXT NOT NULL DEFAULT '',
    added_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
);
CREATE UNIQUE INDEX document_by_output ON document (json_path) WHERE json_path <> '';
CREATE INDEX document_by_source ON document (source_key, dossier_code);
CREATE INDEX document_by_kind ON document (kind_id);
CREATE INDEX document_by_date ON document (date);
CREATE INDEX document_by_dossier ON document (dossier_code);
CREATE INDEX document_by_state ON document (state);

-- Whose paper it is: one row a number or name; a marriage has two owners, a card its old number too.
CREATE TABLE owner (
    document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    id_number TEXT NOT NULL,
    full_name TEXT NOT NULL,
    PRIMARY KEY (document, id_number, full_name)
) WITHOUT ROWID;
CREATE INDEX owner_by_id_number ON owner (id_number, document);

-- Every number the paper itself carries, in the form numbers are compared in: "1403/bc/vp".
CREATE TABLE document_number (
    document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    number_key TEXT NOT NULL,
    PRIMARY KEY (document, number_key)
) WITHOUT ROWID;
CREATE INDEX document_by_number ON document_number (number_key, document);

CREATE TABLE field (
    document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    position INTEGER NOT NULL,  -- order of the contract
    value TEXT NOT NULL,
    normalized TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('accepted', 'review', 'confirmed')),
    confidence REAL NOT NULL,
    evidence TEXT NOT NULL,      -- JSON as in schema sohoa/1
    alternatives TEXT NOT NULL,  -- JSON
    PRIMARY KEY (document, name)
) WITHOUT ROWID;

CREATE TABLE page (
    document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (document, number)
);

-- What is searched: a document in passages of some pages each, the first with the values of its fields.
-- id = document << 20 | number of the passage. Words are separated by one blank, so the index needs no tables of its
-- own for letters: folding is the program's.
CREATE TABLE passage (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    first_page INTEGER NOT NULL,
    last_page INTEGER NOT NULL,
    exact TEXT NOT NULL,  -- with marks
    plain TEXT NOT NULL   -- without
);
CREATE INDEX passage_by_document ON passage (document);
CREATE VIRTUAL TABLE passage_words USING fts5 (
    exact, plain,
    content = 'passage', content_rowid = 'id', tokenize = 'ascii', prefix = '2 3'
);
CREATE TRIGGER passage_added AFTER INSERT ON passage BEGIN
    INSERT INTO passage_words (rowid, exact, plain) VALUES (new.id, new.exact, new.plain);
END;
CREATE TRIGGER passage_removed AFTER DELETE ON passage BEGIN
    INSERT INTO passage_words (passage_words, rowid, exact, plain) VALUES ('delete', old.id, old.exact, old.plain);
END;
