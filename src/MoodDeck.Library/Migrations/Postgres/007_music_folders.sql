-- The folders somebody asked to have scanned, so that they can be scanned again.
CREATE TABLE music_folders (
    path        text COLLATE "C" PRIMARY KEY,
    -- When a scan last came to its end; null before the first.
    scanned_at  text COLLATE "C"
);
