namespace MoodDeck.Cli.Output;

/// <summary>Passes each report on at once; the framework's own <see cref="Progress{T}"/> would pass it on later and out of order.</summary>
internal sealed class Relay<T>(Action<T> report) : IProgress<T>
{
    /// <inheritdoc/>
    public void Report(T value) => report(value);
}
