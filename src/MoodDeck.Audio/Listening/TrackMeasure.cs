namespace MoodDeck.Audio.Listening;

/// <summary>A whole file, measured. Loudness as two speakers play it: a file with one channel counts in both, more than two are mixed down.</summary>
/// <param name="IntegratedLufs">Loudness over the whole file (EBU R 128), in LUFS; null when nothing is louder than -70 LUFS.</param>
/// <param name="LoudnessRangeLu">How far apart soft and loud passages are (EBU Tech 3342), in LU; null for silence and under 3 s.</param>
/// <param name="TruePeakDb">The highest peak, between the samples as well, in dBTP; -120 for silence.</param>
/// <param name="DurationSeconds">The exact length of what can be played, in seconds; less than the file states where its end is missing.</param>
/// <param name="CurveStepSeconds">How many seconds a value of <paramref name="CurveLufs"/> stands for; at least 0.5.</param>
/// <param name="CurveLufs">Loudness over time in LUFS, at most 600 values, none below -70.</param>
public sealed record TrackMeasure(
    double? IntegratedLufs, double? LoudnessRangeLu, double TruePeakDb, double DurationSeconds, double CurveStepSeconds, IReadOnlyList<float> CurveLufs);
