-- A person picked by hand, never recognised. No history until the person asks for one.
CREATE TABLE listeners (
    id            TEXT PRIMARY KEY,
    name          TEXT NOT NULL,
    keep_history  INTEGER NOT NULL DEFAULT 0 CHECK (keep_history IN (0, 1))
) STRICT;

INSERT INTO listeners (id, name, keep_history) VALUES ('default', 'Me', 0);

CREATE TABLE play_history (
    row               INTEGER PRIMARY KEY,
    listener_id       TEXT NOT NULL REFERENCES listeners (id) ON DELETE CASCADE,
    -- No reference: what was heard stays heard when a file goes away and comes back.
    track_id          TEXT NOT NULL,
    event             TEXT NOT NULL CHECK (event IN ('started', 'finished', 'skipped')),
    at                TEXT NOT NULL,
    position_seconds  REAL
) STRICT;

CREATE INDEX play_history_by_listener ON play_history (listener_id, row);
