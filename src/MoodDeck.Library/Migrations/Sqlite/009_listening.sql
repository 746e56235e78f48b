-- Work on audio files that is waiting or under way, whichever process does it. A job is done when its row is gone.
CREATE TABLE analysis_jobs (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    kind          TEXT NOT NULL CHECK (kind IN ('listen', 'measure')),
    path          TEXT NOT NULL,
    -- The file as it was when the work was asked for, so that a changed file is new work.
    size_bytes    INTEGER NOT NULL,
    modified_at   INTEGER NOT NULL,
    -- What was to read it: what was given up may go better with another.
    reader        TEXT NOT NULL,
    -- How often it was taken. Counted before the work, so that work that takes its process down is counted too.
    attempts      INTEGER NOT NULL DEFAULT 0,
    -- Who is at it, and until when nobody else may take it.
    worker        TEXT,
    leased_until  TEXT,
    -- Not to be taken before.
    due_at        TEXT NOT NULL,
    last_error    TEXT,
    -- Since when nobody tries any more.
    gave_up_at    TEXT,
    UNIQUE (kind, path)
) STRICT;

CREATE INDEX analysis_jobs_by_turn ON analysis_jobs (kind, attempts, id) WHERE gave_up_at IS NULL;
CREATE INDEX analysis_jobs_by_worker ON analysis_jobs (worker) WHERE worker IS NOT NULL;

-- What kind of problem a file has, for texts in other languages, and when it was read. Files read before this have neither.
ALTER TABLE scanned_files ADD COLUMN problem_code TEXT;
ALTER TABLE scanned_files ADD COLUMN read_at TEXT;

-- What was heard in a track, and the facts of its file.
CREATE TABLE track_sound (
    track_id            TEXT PRIMARY KEY REFERENCES tracks (id) ON DELETE CASCADE,
    -- The version of the listening; another hears otherwise.
    listening           TEXT NOT NULL,
    -- The model that told the mood from it; null where the file states its mood.
    mood_model          TEXT,
    listened_seconds    REAL NOT NULL,
    loudness_db         REAL NOT NULL,
    loudness_spread_db  REAL NOT NULL,
    centroid_hertz      REAL NOT NULL,
    flux                REAL NOT NULL,
    onsets_per_second   REAL NOT NULL,
    tempo_bpm           REAL NOT NULL,
    tempo_clarity       REAL NOT NULL,
    tonic               INTEGER NOT NULL CHECK (tonic BETWEEN 0 AND 11),
    is_major            INTEGER NOT NULL CHECK (is_major IN (0, 1)),
    majorness           REAL NOT NULL,
    key_clarity         REAL NOT NULL,
    -- Little-endian float32: twelve pitch classes, and the descriptors a mood model hears.
    chroma              BLOB NOT NULL CHECK (length(chroma) = 48),
    descriptors         BLOB NOT NULL CHECK (length(descriptors) % 4 = 0),
    codec               TEXT NOT NULL,
    container           TEXT,
    sample_rate_hertz   INTEGER NOT NULL,
    channels            INTEGER NOT NULL,
    bit_rate            INTEGER,
    start_padding       INTEGER NOT NULL,
    size_bytes          INTEGER NOT NULL,
    -- Of the whole file, null until all of it was measured: loudness range in LU, and a curve of little-endian float32 in LUFS.
    measured_at         TEXT,
    loudness_range      REAL,
    curve_step_seconds  REAL,
    curve               BLOB CHECK (length(curve) % 4 = 0)
) STRICT, WITHOUT ROWID;

-- The words of a song, timed (LRC) or not, from beside its file or from its tags.
CREATE TABLE track_lyrics (
    track_id  TEXT PRIMARY KEY REFERENCES tracks (id) ON DELETE CASCADE,
    text      TEXT NOT NULL,
    language  TEXT
) STRICT, WITHOUT ROWID;

-- Where a listener says that a track belongs on the plane. No reference to the track: what was said stays said when a file goes
-- away and comes back.
CREATE TABLE track_feelings (
    listener_id  TEXT NOT NULL REFERENCES listeners (id) ON DELETE CASCADE,
    track_id     TEXT NOT NULL,
    valence      REAL NOT NULL CHECK (valence BETWEEN -1 AND 1),
    arousal      REAL NOT NULL CHECK (arousal BETWEEN -1 AND 1),
    at           TEXT NOT NULL,
    PRIMARY KEY (listener_id, track_id)
) STRICT, WITHOUT ROWID;
