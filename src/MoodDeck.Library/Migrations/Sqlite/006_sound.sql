-- How loud a track is (ITU-R BS.1770, in LUFS and dBTP), null until it has been listened to, and its place on its album.
ALTER TABLE tracks ADD COLUMN loudness_lufs REAL;
ALTER TABLE tracks ADD COLUMN true_peak_db REAL;
ALTER TABLE tracks ADD COLUMN track_number INTEGER;
ALTER TABLE tracks ADD COLUMN disc_number INTEGER;
