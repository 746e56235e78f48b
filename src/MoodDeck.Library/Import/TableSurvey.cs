namespace MoodDeck.Library.Import;

/// <summary>What a first reading of the whole table tells: the scale of its mood columns, the unit of its durations.</summary>
internal sealed record TableSurvey(MoodScale Valence, MoodScale Arousal, MoodScale Dominance, string DurationUnit)
{
    // A table of seconds has no row this long in the middle, one of milliseconds none this short.
    private const double LongestUsualSeconds = 5000;

    /// <summary>How the mood columns are read, in words.</summary>
    public string Describe(TableColumns columns)
    {
        var parts = new List<string>();
        if (columns.Has(Field.Valence)) parts.Add($"valence from {Valence}");
        if (columns.Has(Field.Arousal)) parts.Add($"arousal from {(columns.IsEnergy ? "energy, " : "")}{Arousal}");
        if (columns.Has(Field.Dominance)) parts.Add($"dominance from {Dominance}");
        return parts.Count == 0 ? "no mood columns: moods stay unknown" : string.Join("; ", parts);
    }

    /// <summary>Reads the table once.</summary>
    public static TableSurvey Of(ITable table, TableColumns columns, CancellationToken cancellationToken)
    {
        ScaleDetector valence = new("valence"), arousal = new(columns.IsEnergy ? "energy" : "arousal"), dominance = new("dominance");
        var (durations, long_) = (0, 0);
        foreach (var row in table.Rows())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (row.Problem is not null) continue;
            if (Cells.Number(columns.Text(row, Field.Valence)) is { } v) valence.Add(v);
            if (Cells.Number(columns.Text(row, Field.Arousal)) is { } a) arousal.Add(a);
            if (Cells.Number(columns.Text(row, Field.Dominance)) is { } d) dominance.Add(d);
            if (Cells.Number(columns.Text(row, Field.Duration)) is not { } duration) continue;
            durations++;
            if (duration > LongestUsualSeconds) long_++;
        }

        var unit = columns.DurationUnit ?? (long_ * 2 > durations ? "ms" : "s");
        if (columns.IsOwn) return new(MoodScale.Signed, MoodScale.Signed, MoodScale.Signed, unit);
        // Valence, arousal and dominance are rated on one scale; energy is a measure of its own.
        var rated = columns.IsEnergy ? [valence, dominance] : new[] { valence, arousal, dominance };
        var signed = rated.Any(r => r.HasNegatives);
        MoodScale Scale(ScaleDetector detector) =>
            detector.Detect() is var scale && scale == MoodScale.Unit && signed && rated.Contains(detector) ? MoodScale.Signed : scale;
        return new(Scale(valence), Scale(arousal), Scale(dominance), unit);
    }
}
