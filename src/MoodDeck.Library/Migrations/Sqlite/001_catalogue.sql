-- Pictures by the hash of their bytes, so that an album's cover is stored once.
CREATE TABLE artwork (
    id          TEXT PRIMARY KEY,
    media_type  TEXT NOT NULL,
    bytes       BLOB NOT NULL
) STRICT;

CREATE TABLE tracks (
    row               INTEGER PRIMARY KEY,
    id                TEXT NOT NULL UNIQUE,
    source            TEXT NOT NULL CHECK (source IN ('library', 'demo', 'starter', 'import', 'subsonic', 'spotify')),
    -- What the source itself knows the track by: a path, an identifier of a service, or artist and title.
    external_key      TEXT NOT NULL,
    title             TEXT NOT NULL,
    artist            TEXT,
    album             TEXT,
    year              INTEGER,
    language          TEXT,
    genre             TEXT,
    duration_seconds  REAL,
    valence           REAL NOT NULL CHECK (valence BETWEEN -1 AND 1),
    arousal           REAL NOT NULL CHECK (arousal BETWEEN -1 AND 1),
    dominance         REAL NOT NULL CHECK (dominance BETWEEN -1 AND 1),
    valence_sigma     REAL NOT NULL CHECK (valence_sigma >= 0),
    arousal_sigma     REAL NOT NULL CHECK (arousal_sigma >= 0),
    dominance_sigma   REAL NOT NULL CHECK (dominance_sigma >= 0),
    path              TEXT,
    artwork_id        TEXT REFERENCES artwork (id),
    -- Folded for comparison: without case, accents and doubled spaces.
    artist_key        TEXT NOT NULL,
    genre_key         TEXT NOT NULL,
    search_text       TEXT NOT NULL,
    added_at          TEXT NOT NULL,
    updated_at        TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX tracks_by_key ON tracks (source, external_key);

CREATE INDEX tracks_by_artist ON tracks (artist_key);
CREATE INDEX tracks_by_language ON tracks (language);
CREATE INDEX tracks_by_genre ON tracks (genre_key);
CREATE INDEX tracks_by_path ON tracks (path) WHERE path IS NOT NULL;
CREATE INDEX tracks_by_artwork ON tracks (artwork_id) WHERE artwork_id IS NOT NULL;

-- Trigrams find parts of words in any script; the text stays in tracks.
CREATE VIRTUAL TABLE track_search USING fts5 (search_text, content = 'tracks', content_rowid = 'row', tokenize = 'trigram');

CREATE TRIGGER tracks_after_insert AFTER INSERT ON tracks BEGIN
    INSERT INTO track_search (rowid, search_text) VALUES (new.row, new.search_text);
END;

CREATE TRIGGER tracks_after_delete AFTER DELETE ON tracks BEGIN
    INSERT INTO track_search (track_search, rowid, search_text) VALUES ('delete', old.row, old.search_text);
END;

CREATE TRIGGER tracks_after_retitle AFTER UPDATE OF search_text ON tracks WHEN old.search_text <> new.search_text BEGIN
    INSERT INTO track_search (track_search, rowid, search_text) VALUES ('delete', old.row, old.search_text);
    INSERT INTO track_search (rowid, search_text) VALUES (new.row, new.search_text);
END;

-- Small facts about the store: the version of the catalogue, the hash of the starter catalogue it holds.
CREATE TABLE facts (
    name   TEXT PRIMARY KEY,
    value  TEXT NOT NULL
) STRICT;

INSERT INTO facts (name, value) VALUES ('catalogue_version', '0');

-- What each audio file was like when it was last read, so that an unchanged one is not listened to again.
CREATE TABLE scanned_files (
    path         TEXT PRIMARY KEY,
    size_bytes   INTEGER NOT NULL,
    modified_at  INTEGER NOT NULL,
    reader       TEXT NOT NULL,
    track_id     TEXT REFERENCES tracks (id) ON DELETE CASCADE,
    problem      TEXT,
    CHECK ((track_id IS NULL) <> (problem IS NULL))
) STRICT;

CREATE INDEX scanned_files_by_track ON scanned_files (track_id);
