#!/usr/bin/env bash
# The fifty tracks nearest to a mood among many, in a private PostgreSQL that is gone afterwards: how long they take to be found, and the
# plan that shows that the index finds them.
#
#   bench/postgres/knn.sh [ROWS] [DIR]     ten million rows unless said otherwise; DIR (made anew) needs 0.5 GB for each million
#
# The table is MoodDeck's own, without the indexes that this question does not use: they would be most of the time of loading.
set -euo pipefail
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
rows=${1:-10000000}
dir=${2:-${TMPDIR:-/tmp}/mooddeck-knn-$$}
[[ $rows =~ ^[1-9][0-9]*$ ]] || { echo "ROWS is a number of rows." >&2; exit 2; }

"$here/cluster.sh" start "$dir" $$ shared_buffers=2GB maintenance_work_mem=1GB >/dev/null
trap '"$here/cluster.sh" stop "$dir"' EXIT
sql() { psql -X -q -v ON_ERROR_STOP=1 -h "$(cd "$dir" && pwd)" -U postgres "$@"; }

sql -c 'CREATE DATABASE knn'
sql -d knn -f "$here/../../src/MoodDeck.Library/Migrations/Postgres/001_catalogue.sql"
sql -d knn <<SQL
SELECT setseed(0.5) \g /dev/null
CREATE FUNCTION bell() RETURNS float8 LANGUAGE sql VOLATILE AS 'SELECT sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random())';
DO \$\$ DECLARE name text; BEGIN
    FOR name IN SELECT indexname FROM pg_indexes WHERE tablename = 'tracks' AND indexname NOT IN ('tracks_pkey', 'tracks_id_key', 'tracks_source_external_key_key')
    LOOP EXECUTE 'DROP INDEX ' || name; END LOOP;
END \$\$;
ALTER TABLE scanned_files DROP CONSTRAINT scanned_files_track_id_fkey;
ALTER TABLE tracks DROP CONSTRAINT tracks_id_key, DROP CONSTRAINT tracks_source_external_key_key;
\\timing on
\\echo $rows rows, moods in three clouds as of a library of calm, sad and lively music:
INSERT INTO tracks (id, source, external_key, title, artist, valence, arousal, dominance, valence_sigma, arousal_sigma, dominance_sigma,
    artist_key, genre_key, search_text, added_at, updated_at)
SELECT to_hex(i), 'import', i::text, 'Song ' || i, 'Artist ' || i % 100000, least(1, greatest(-1, v + 0.25 * bell())),
    least(1, greatest(-1, a + 0.25 * bell())), least(1, greatest(-1, 0.3 * bell())), 0.3, 0.3, 0.3,
    'artist ' || i % 100000, '', 'song ' || i || E'\\nartist ' || i % 100000, '2026-01-01', '2026-01-01'
FROM (SELECT i, (ARRAY[0.3, -0.4, 0.5])[1 + i % 3] AS v, (ARRAY[-0.5, -0.3, 0.5])[1 + i % 3] AS a FROM generate_series(1, $rows) AS i) AS songs;
\\echo The index of moods:
CREATE INDEX tracks_by_mood ON tracks USING gist (cube(ARRAY[valence, arousal, dominance]::float8[]));
\\timing off
ANALYZE tracks;
SELECT pg_size_pretty(pg_relation_size('tracks')) AS table, pg_size_pretty(pg_relation_size('tracks_by_mood')) AS index;
CREATE FUNCTION nearest(v float8, a float8, d float8) RETURNS TABLE (id text) LANGUAGE sql STABLE AS
    'SELECT id FROM tracks ORDER BY cube(ARRAY[valence, arousal, dominance]::float8[]) <-> cube(ARRAY[v, a, d]) LIMIT 50';

\\echo A thousand moods, each asked for once, in milliseconds:
CREATE TEMP TABLE times AS SELECT 0.0::float8 AS ms WHERE false;
DO \$\$ DECLARE start timestamptz; BEGIN
    FOR i IN 1..1000 LOOP
        start := clock_timestamp();
        PERFORM count(*) FROM nearest(random() - 0.5, random() - 0.5, random() - 0.5);
        INSERT INTO times VALUES (extract(epoch FROM clock_timestamp() - start) * 1000);
    END LOOP;
END \$\$;
SELECT round(percentile_cont(0.5) WITHIN GROUP (ORDER BY ms)::numeric, 2) AS median, round(percentile_cont(0.99) WITHIN GROUP (ORDER BY ms)::numeric, 2) AS p99 FROM times;

\\echo One of them:
EXPLAIN (ANALYZE, BUFFERS) SELECT id FROM tracks ORDER BY cube(ARRAY[valence, arousal, dominance]::float8[]) <-> cube(ARRAY[0.4, -0.2, 0.1]) LIMIT 50;
SQL
