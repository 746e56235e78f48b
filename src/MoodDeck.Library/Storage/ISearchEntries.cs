namespace MoodDeck.Library.Storage;

/// <summary>Enters many new tracks into SQLite's full-text index. What becomes of tracks that are there is kept up meanwhile.</summary>
internal interface ISearchEntries : IDisposable
{
    /// <summary>Enters a new track: its row and what it is found by.</summary>
    void Add(long row, string text);

    /// <summary>Brings the index to its end; without it the transaction must not be committed.</summary>
    void Complete();
}
