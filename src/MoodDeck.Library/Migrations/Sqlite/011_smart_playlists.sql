-- Playlists that are rules: which tracks they hold is found out when they are opened.
CREATE TABLE smart_playlists (
    -- Never used twice, so that an old address never opens another list.
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    listener_id  TEXT NOT NULL REFERENCES listeners (id) ON DELETE CASCADE,
    name         TEXT NOT NULL,
    -- JSON, checked before it is stored.
    rules        TEXT NOT NULL,
    -- Counts the changes: who changes an older version than there is would undo somebody's change.
    version      INTEGER NOT NULL DEFAULT 1,
    created_at   TEXT NOT NULL,
    updated_at   TEXT NOT NULL
) STRICT;

CREATE INDEX smart_playlists_by_listener ON smart_playlists (listener_id, id);
