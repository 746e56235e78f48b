CREATE TABLE playlists (
    -- Never used twice, so that an old address never opens another list.
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    listener_id  TEXT NOT NULL REFERENCES listeners (id) ON DELETE CASCADE,
    name         TEXT NOT NULL,
    -- Counts the changes: who changes an older version than there is would undo somebody's change.
    version      INTEGER NOT NULL DEFAULT 1,
    created_at   TEXT NOT NULL,
    updated_at   TEXT NOT NULL
) STRICT;

CREATE INDEX playlists_by_listener ON playlists (listener_id, id);

CREATE TABLE playlist_tracks (
    playlist_id  INTEGER NOT NULL REFERENCES playlists (id) ON DELETE CASCADE,
    position     INTEGER NOT NULL,
    -- No reference: a track that leaves the catalogue leaves a gap with its name.
    track_id     TEXT NOT NULL,
    title        TEXT NOT NULL,
    artist       TEXT,
    PRIMARY KEY (playlist_id, position)
) STRICT, WITHOUT ROWID;

-- What a listener said of a track. The latest word counts: a track is liked or banned, never both.
CREATE TABLE track_marks (
    listener_id  TEXT NOT NULL REFERENCES listeners (id) ON DELETE CASCADE,
    track_id     TEXT NOT NULL,
    mark         TEXT NOT NULL CHECK (mark IN ('like', 'ban')),
    title        TEXT NOT NULL,
    artist       TEXT,
    at           TEXT NOT NULL,
    PRIMARY KEY (listener_id, track_id)
) STRICT, WITHOUT ROWID;
