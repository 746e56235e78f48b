-- What an import is compared with: the rows of a table, four indexes and trigrams, by SQLite's own program, without reading scales, folding
-- texts, or telling one song from another.
--   python3 bench/catalogue/generate.py 1000000 > songs.csv; time sqlite3 plain.db < bench/recommend/plain-import.sql
PRAGMA journal_mode = wal;
.mode csv
.import songs.csv raw
CREATE TABLE tracks (row INTEGER PRIMARY KEY, title TEXT, artist TEXT, album TEXT, year INTEGER, language TEXT, genre TEXT, valence REAL, arousal REAL);
INSERT INTO tracks SELECT NULL, title, artist, album, year, language, genre, valence, arousal FROM raw;
CREATE INDEX tracks_by_artist ON tracks (artist);
CREATE INDEX tracks_by_language ON tracks (language);
CREATE INDEX tracks_by_genre ON tracks (genre);
CREATE INDEX tracks_by_song ON tracks (title, artist);
CREATE VIRTUAL TABLE track_search USING fts5 (text, content = '', tokenize = 'trigram');
INSERT INTO track_search (rowid, text) SELECT row, lower(title || ' ' || artist || ' ' || album) FROM tracks;
