-- The folders somebody asked to have scanned, so that they can be scanned again.
CREATE TABLE music_folders (
    path        TEXT PRIMARY KEY,
    -- When a scan last came to its end; null before the first.
    scanned_at  TEXT
) STRICT, WITHOUT ROWID;
