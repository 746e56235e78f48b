namespace MoodDeck.Library.Import;

/// <summary>Finds the scales of a table's mood columns: by their names where these say so, else by their values.</summary>
internal sealed class TableScales
{
    private readonly TableColumns _columns;
    private readonly Dictionary<Field, ScaleDetector> _detectors = [];
    private readonly Dictionary<Field, MoodScale> _named = [];

    public TableScales(TableColumns columns)
    {
        _columns = columns;
        // Valence, arousal and dominance are rated on one scale; energy is a measure of its own.
        var together = new ScaleDetector(string.Join(" and ", Axes.Where(a => columns.Has(a) && !IsEnergy(a)).Select(a => a.ToString().ToLowerInvariant())));
        foreach (var axis in Axes.Where(columns.Has))
        {
            if (columns.IsOwn) _named.Add(axis, MoodScale.Signed);
            else if (ByName(columns.NameOf(axis)!) is { } scale) _named.Add(axis, scale);
            else _detectors.Add(axis, IsEnergy(axis) ? new("energy") : together);
        }
    }

    private static Field[] Axes { get; } = [Field.Valence, Field.Arousal, Field.Dominance];

    /// <summary>Takes the values of a row in.</summary>
    public void Add(TableRow row)
    {
        foreach (var (axis, detector) in _detectors)
            if (Cells.Number(_columns.Text(row, axis)) is { } value) detector.Add(value);
    }

    /// <summary>The scale of a column.</summary>
    /// <exception cref="LibraryException">It is none that is known.</exception>
    public MoodScale Of(Field axis) =>
        _named.TryGetValue(axis, out var scale) ? scale : _detectors.TryGetValue(axis, out var detector) ? detector.Detect() : MoodScale.Unit;

    private bool IsEnergy(Field axis) => axis == Field.Arousal && _columns.IsEnergy;

    private static MoodScale? ByName(string name) => name switch
    {
        _ when name.EndsWith("tags", StringComparison.Ordinal) => MoodScale.Nine,
        _ when name.EndsWith("01", StringComparison.Ordinal) => MoodScale.Unit,
        "valencez" or "arousalz" or "dominancez" => MoodScale.Standardised,
        _ => null,
    };
}
