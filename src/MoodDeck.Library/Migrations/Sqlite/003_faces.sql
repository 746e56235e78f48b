-- What a listener let MoodDeck learn about the own face: numbers a network made of it, never a picture. They mean
-- something only to the model that made them.
CREATE TABLE resting_faces (
    listener_id  TEXT NOT NULL REFERENCES listeners (id) ON DELETE CASCADE,
    model_id     TEXT NOT NULL,
    at           TEXT NOT NULL,
    readings     INTEGER NOT NULL CHECK (readings > 0),
    -- Little-endian: eight float64, and any number of float32.
    log_scores   BLOB NOT NULL CHECK (length(log_scores) = 64),
    embedding    BLOB NOT NULL CHECK (length(embedding) % 4 = 0),
    PRIMARY KEY (listener_id, model_id)
) STRICT;

CREATE TABLE face_corrections (
    -- Never used twice, so that taking one back never takes back another.
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    listener_id  TEXT NOT NULL REFERENCES listeners (id) ON DELETE CASCADE,
    model_id     TEXT NOT NULL,
    at           TEXT NOT NULL,
    label        TEXT NOT NULL CHECK (label IN ('neutral', 'happiness', 'surprise', 'sadness', 'anger', 'disgust', 'fear', 'contempt')),
    scores       BLOB NOT NULL CHECK (length(scores) = 64),
    embedding    BLOB NOT NULL CHECK (length(embedding) > 0 AND length(embedding) % 4 = 0)
) STRICT;

CREATE INDEX face_corrections_by_listener ON face_corrections (listener_id, id);
