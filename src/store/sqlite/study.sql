-- Version 2. Derived: what each learner's responses say of each question, for schedules. Delete it at any time: it is
-- computed again from the rows, and comes out the same.

CREATE TABLE study_learner (
    learner_key TEXT PRIMARY KEY NOT NULL,
    seen        INTEGER NOT NULL,                             -- the last row taken in
    seen_id     BLOB NOT NULL,                                -- its identity: rows may go, and numbers come again
    reviewed    INTEGER NOT NULL,                             -- reviews that a fit could look at
    fit_until   INTEGER NOT NULL,                             -- the last that it did look at, in ms since 1970
    parameters  TEXT                                          -- JSON; the standard ones when null
) STRICT, WITHOUT ROWID;

CREATE TABLE study_item (
    learner_key TEXT NOT NULL,
    pack        TEXT NOT NULL,
    question    TEXT NOT NULL,
    due         INTEGER,                                      -- study day, at the usual retention
    said        BLOB NOT NULL,                                -- packed replies, see schedule/packed.rs
    PRIMARY KEY (learner_key, pack, question)
) STRICT, WITHOUT ROWID;

CREATE INDEX study_item_due ON study_item (learner_key, due, pack);

-- Resets reach into attempts before them, so they are looked up on their own; there are few.
CREATE INDEX row_reset ON row (attempt) WHERE kind = 'reset';

-- Whoever removes rows need not know of this.
CREATE TRIGGER study_row_gone AFTER DELETE ON row BEGIN
    DELETE FROM study_learner;
    DELETE FROM study_item;
END;
CREATE TRIGGER study_learner_renamed AFTER UPDATE OF learner_key ON attempt BEGIN
    DELETE FROM study_learner;
    DELETE FROM study_item;
END;
