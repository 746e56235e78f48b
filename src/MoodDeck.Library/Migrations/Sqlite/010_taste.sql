-- Whether MoodDeck may learn what a listener likes from what they do.
ALTER TABLE listeners ADD COLUMN learns INTEGER NOT NULL DEFAULT 1 CHECK (learns IN (0, 1));

-- What a listener taught, one row for each track they did something with: what it was like, what it was chosen for, what they did.
-- Neither the track nor the time is kept.
CREATE TABLE taste_lessons (
    id                       INTEGER PRIMARY KEY AUTOINCREMENT,
    listener_id              TEXT NOT NULL REFERENCES listeners (id) ON DELETE CASCADE,
    -- The mood it was chosen for, null where it was chosen for none; variances in squared axis units.
    wanted_valence           REAL,
    wanted_arousal           REAL,
    wanted_valence_variance  REAL,
    wanted_arousal_variance  REAL,
    may_lean                 INTEGER NOT NULL CHECK (may_lean IN (0, 1)),
    track_valence            REAL NOT NULL,
    track_arousal            REAL NOT NULL,
    track_valence_variance   REAL NOT NULL,
    track_arousal_variance   REAL NOT NULL,
    -- Folded, empty where unknown.
    artist_key               TEXT NOT NULL,
    genre_key                TEXT NOT NULL,
    language                 TEXT NOT NULL,
    is_new_artist            INTEGER NOT NULL CHECK (is_new_artist IN (0, 1)),
    fatigue                  REAL NOT NULL,
    -- Null where it was not played, only spoken of.
    skipped                  INTEGER CHECK (skipped IN (0, 1)),
    -- Share of its length.
    skipped_at               REAL,
    verdict                  TEXT NOT NULL CHECK (verdict IN ('none', 'like', 'dislike', 'earlier')),
    -- How far the mood moved towards the goal, in axis units.
    progress                 REAL
) STRICT;

CREATE INDEX taste_lessons_by_listener ON taste_lessons (listener_id, id);

-- When a listener last heard a track, and how often.
CREATE TABLE taste_plays (
    listener_id  TEXT NOT NULL REFERENCES listeners (id) ON DELETE CASCADE,
    track_id     TEXT NOT NULL,
    artist_key   TEXT NOT NULL DEFAULT '',
    plays        INTEGER NOT NULL,
    -- YYYY-MM-DD.
    last_day     TEXT NOT NULL,
    -- The number of its last play among all plays of the listener.
    turn         INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (listener_id, track_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX taste_plays_by_turn ON taste_plays (listener_id, turn);
