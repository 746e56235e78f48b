-- How a listener felt, while the listener keeps a history: one row at most for each five seconds and source, the latest.
CREATE TABLE mood_readings (
    listener_id    text COLLATE "C" NOT NULL REFERENCES listeners (id) ON DELETE CASCADE,
    -- Five-second steps since 1970-01-01 UTC.
    step           bigint NOT NULL,
    source         text COLLATE "C" NOT NULL CHECK (source IN ('camera', 'photo', 'hand')),
    -- Milliseconds since 1970-01-01 UTC.
    at_ms          bigint NOT NULL,
    valence        real_number NOT NULL CHECK (valence BETWEEN -1 AND 1),
    arousal        real_number NOT NULL CHECK (arousal BETWEEN -1 AND 1),
    dominance      real_number CHECK (dominance BETWEEN -1 AND 1),
    valence_sigma  real_number NOT NULL CHECK (valence_sigma >= 0),
    arousal_sigma  real_number NOT NULL CHECK (arousal_sigma >= 0),
    PRIMARY KEY (listener_id, step, source)
);

-- What a track was called when it was played, so that the journal can still name one that has left the catalogue.
ALTER TABLE play_history ADD COLUMN title text COLLATE "C";
ALTER TABLE play_history ADD COLUMN artist text COLLATE "C";
UPDATE play_history SET (title, artist) = (SELECT title, artist FROM tracks WHERE id = track_id);

CREATE INDEX play_history_by_time ON play_history (listener_id, at);
