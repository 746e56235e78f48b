namespace MoodDeck.Library.Import;

/// <summary>What a first reading of the whole table tells: its rows, the scales of its mood columns, the unit of its durations.</summary>
internal sealed record TableSurvey(int Rows, MoodScale Valence, MoodScale Arousal, MoodScale Dominance, string DurationUnit, bool HasPlayDates)
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
        if (columns.Has(Field.Mood)) parts.Add(parts.Count == 0 ? "moods from words" : "where these are missing, from words");
        return parts.Count == 0 ? "no mood columns: moods stay unknown" : string.Join("; ", parts);
    }

    /// <summary>Reads the table once.</summary>
    public static TableSurvey Of(ITable table, TableColumns columns, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var scales = new TableScales(columns);
        var (rows, durations, long_, hasPlayDates) = (0, 0, 0, false);
        foreach (var row in table.Rows())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (++rows % ImportProgress.RowsBetween == 0) progress?.Report(new(rows, 0));
            if (row.Problem is not null) continue;
            scales.Add(row);
            hasPlayDates |= columns.IsBareDate && columns.Text(row, Field.Year)?.Contains(':', StringComparison.Ordinal) == true;
            if (Cells.Number(columns.Text(row, Field.Duration)) is not { } duration) continue;
            durations++;
            if (duration > LongestUsualSeconds) long_++;
        }

        var unit = columns.DurationUnit ?? (long_ * 2 > durations ? "ms" : "s");
        return new(rows, scales.Of(Field.Valence), scales.Of(Field.Arousal), scales.Of(Field.Dominance), unit, hasPlayDates);
    }
}
