namespace MoodDeck.Audio.Listening.Describing;

/// <summary>Collects named numbers in the order in which they are told; what is not finite becomes 0.</summary>
internal sealed class DescriptorWriter
{
    public List<string> Names { get; } = [];

    public List<float> Values { get; } = [];

    public void Add(string name, double value)
    {
        Names.Add(name);
        Values.Add(double.IsFinite(value) ? (float)value : 0);
    }

    /// <summary>Mean and standard deviation.</summary>
    public void AddSpread(string name, ReadOnlySpan<float> values)
    {
        var (mean, spread) = Statistics.MeanAndSpread(values);
        Add(name + ".mean", mean);
        Add(name + ".std", spread);
    }

    /// <summary>Mean, standard deviation, and the values that a tenth, a half and nine tenths lie below.</summary>
    public void AddShape(string name, ReadOnlySpan<float> values)
    {
        AddSpread(name, values);
        var sorted = values.ToArray();
        Array.Sort(sorted);
        Add(name + ".p10", Statistics.Quantile(sorted, 0.1));
        Add(name + ".p50", Statistics.Quantile(sorted, 0.5));
        Add(name + ".p90", Statistics.Quantile(sorted, 0.9));
    }
}
