-- What the service was asked to read. `public_id` is that of the document; times are ISO 8601 in Vietnam's time.
CREATE TABLE job (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    public_id TEXT NOT NULL UNIQUE,
    status TEXT NOT NULL CHECK (status IN ('queued', 'running', 'done', 'failed')),
    problems TEXT NOT NULL DEFAULT '[]',      -- JSON, worst first; the first is why a job failed
    files TEXT NOT NULL,                      -- JSON: file, sha256, bytes of each upload, in page order
    procedure TEXT NOT NULL DEFAULT '',
    dossier_code TEXT NOT NULL DEFAULT '',
    callback_url TEXT NOT NULL DEFAULT '',
    idempotency_key TEXT UNIQUE,              -- NULL: none was given
    request_hash TEXT NOT NULL,               -- what the key was used for
    pages INTEGER NOT NULL DEFAULT 0,
    page_sources TEXT NOT NULL DEFAULT '[]',  -- JSON: runs of [upload, first page in it, number of pages]
    changes_written INTEGER NOT NULL DEFAULT 0,  -- rows of field_history that stand in the data file
    accepted_at TEXT NOT NULL,
    started_at TEXT NOT NULL DEFAULT '',
    finished_at TEXT NOT NULL DEFAULT ''
);
CREATE INDEX job_by_status ON job (status, id);

-- News of finished jobs on their way to those who asked for them.
CREATE TABLE delivery (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    public_id TEXT NOT NULL,
    url TEXT NOT NULL,
    body TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'delivered', 'given_up')),
    attempts INTEGER NOT NULL DEFAULT 0,
    next_at INTEGER NOT NULL,                 -- seconds since 1970
    last_answer TEXT NOT NULL DEFAULT ''
);
CREATE INDEX delivery_by_time ON delivery (status, next_at);
CREATE INDEX delivery_by_document ON delivery (public_id);
