-- The peak of a part says nothing about the rest: from here on it is kept only where all of a track was listened to.
UPDATE tracks SET true_peak_db = NULL WHERE true_peak_db IS NOT NULL AND coalesce(duration_seconds, 90) >= 89.5;
