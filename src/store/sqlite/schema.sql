-- Version 1. What is kept for good stands in attempt, plan, row and question; what is marked as derived can be
-- computed from them again.

CREATE TABLE attempt (
    n           INTEGER PRIMARY KEY,
    id          BLOB NOT NULL UNIQUE CHECK (length(id) = 16), -- UUIDv7
    learner     TEXT NOT NULL,                                -- as written
    mode        TEXT NOT NULL,
    seed        INTEGER NOT NULL,                             -- the 64 bits, read as signed
    options     TEXT NOT NULL,                                -- JSON
    started     TEXT NOT NULL,                                -- RFC 3339
    zone        TEXT NOT NULL,
    -- derived:
    learner_key TEXT NOT NULL,                                -- the name as it is compared
    pack        TEXT,                                         -- null when the plan has several
    questions   INTEGER NOT NULL,
    max_points  INTEGER NOT NULL,                             -- thousandths
    finished    TEXT                                          -- when its finish row was written
) STRICT;

CREATE INDEX attempt_by_learner ON attempt (learner_key, id);

-- In a table of its own: lists of attempts need not read the plans.
CREATE TABLE plan (
    attempt INTEGER PRIMARY KEY REFERENCES attempt (n),
    plan    TEXT NOT NULL                                     -- JSON, packs listed once
) STRICT;

CREATE TABLE row (
    n       INTEGER PRIMARY KEY,
    attempt INTEGER NOT NULL REFERENCES attempt (n),
    seq     INTEGER NOT NULL CHECK (seq > 0),
    id      BLOB NOT NULL CHECK (length(id) = 16),            -- UUIDv7
    at      TEXT NOT NULL,                                    -- RFC 3339
    zone    TEXT NOT NULL,
    kind    TEXT NOT NULL,
    payload TEXT NOT NULL,                                    -- JSON
    UNIQUE (attempt, seq)
) STRICT;

-- What questions asked, a row a version.
CREATE TABLE question (
    hash    TEXT PRIMARY KEY NOT NULL,
    content TEXT NOT NULL                                     -- canonical JSON
) STRICT;

-- Derived: which packs an attempt asks from, for finding a learner's attempts at a pack. Games are never open.
CREATE TABLE attempt_pack (
    attempt     INTEGER NOT NULL REFERENCES attempt (n),
    pack        TEXT NOT NULL,
    learner_key TEXT NOT NULL,
    open        INTEGER NOT NULL,
    id          BLOB NOT NULL,
    counted     INTEGER NOT NULL DEFAULT 0,                   -- whether its rows are in `seen`
    PRIMARY KEY (attempt, pack)
) STRICT, WITHOUT ROWID;

CREATE INDEX attempt_pack_by_learner ON attempt_pack (learner_key, pack, open, id);
CREATE INDEX attempt_pack_open ON attempt_pack (learner_key, id) WHERE open;
CREATE INDEX attempt_pack_counted ON attempt_pack (learner_key, pack, counted, id);

-- Derived: what a learner has seen of a pack in the attempts that are counted, so that a long history is not read row
-- by row each time.
CREATE TABLE seen (
    learner_key TEXT NOT NULL,
    pack        TEXT NOT NULL,
    question    TEXT NOT NULL,
    at          TEXT NOT NULL,                                -- RFC 3339
    credit      INTEGER,                                      -- thousandths; null when there is none
    skipped     INTEGER NOT NULL,
    times       INTEGER NOT NULL,
    row         BLOB NOT NULL,                                -- the id of the row that says so
    PRIMARY KEY (learner_key, pack, question)
) STRICT, WITHOUT ROWID;

-- A row that comes to a counted attempt, or to one before it, changes what was counted: then it is counted anew.
CREATE TRIGGER seen_anew AFTER INSERT ON row WHEN EXISTS (
    SELECT * FROM attempt_pack AS own JOIN attempt_pack AS other USING (learner_key, pack)
    WHERE own.attempt = new.attempt AND other.counted = 1 AND other.id >= own.id
) BEGIN
    DELETE FROM seen WHERE (learner_key, pack) IN
        (SELECT learner_key, pack FROM attempt_pack WHERE attempt = new.attempt);
    UPDATE attempt_pack SET counted = 0 WHERE counted = 1 AND (learner_key, pack) IN
        (SELECT learner_key, pack FROM attempt_pack WHERE attempt = new.attempt);
END;

-- Derived: sums over the rows of an attempt up to one of them; out of date when a later one is there.
CREATE TABLE score (
    attempt    INTEGER PRIMARY KEY REFERENCES attempt (n),
    seq        INTEGER NOT NULL,
    answered   INTEGER NOT NULL,
    void       INTEGER NOT NULL,
    credit     INTEGER NOT NULL,
    points     INTEGER NOT NULL,
    max_points INTEGER NOT NULL
) STRICT;
