-- How loud a track is (ITU-R BS.1770, in LUFS and dBTP), null until it has been listened to, and its place on its album.
ALTER TABLE tracks ADD COLUMN loudness_lufs real_number;
ALTER TABLE tracks ADD COLUMN true_peak_db real_number;
ALTER TABLE tracks ADD COLUMN track_number bigint;
ALTER TABLE tracks ADD COLUMN disc_number bigint;
