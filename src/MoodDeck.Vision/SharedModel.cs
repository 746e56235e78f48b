namespace MoodDeck.Vision;

/// <summary>
/// A model that several readings use at once and that may be replaced meanwhile: it is closed once its owner gave it up and
/// the last reading that began with it has ended.
/// </summary>
internal sealed class SharedModel<T>(T model) where T : class, IDisposable
{
    // The owner's own hold counts as one.
    private int _holds = 1;

    public T Model => model;

    /// <summary>Takes hold of it. Only while the owner's hold is certain, so under the owner's lock.</summary>
    public void Hold() => Interlocked.Increment(ref _holds);

    public void Release()
    {
        if (Interlocked.Decrement(ref _holds) == 0) model.Dispose();
    }
}
