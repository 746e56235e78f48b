namespace MoodDeck.Recommend.Taste;

/// <summary>One thing a listener taught: a track as it was chosen, and what they did with it.</summary>
public sealed record Lesson
{
    /// <summary>The mood it was chosen for; null when it was spoken of without being chosen for one.</summary>
    public MoodPlace? Wanted { get; init; }

    /// <summary>Whether the queue may lean from that mood to where this listener likes to be led; not where a strategy set the way.</summary>
    public bool MayLean { get; init; }

    /// <summary>The mood of the track.</summary>
    public MoodPlace Track { get; init; }

    /// <summary>Its artist as <see cref="Columns.InternedColumn"/> folds it; empty when unknown.</summary>
    public string Artist { get; init; } = "";

    /// <summary>Its genre, folded; empty when unknown.</summary>
    public string Genre { get; init; } = "";

    /// <summary>Its language; empty when unknown.</summary>
    public string Language { get; init; } = "";

    /// <summary>Whether the listener had never heard the artist here.</summary>
    public bool IsNewArtist { get; init; }

    /// <summary>How much the song and its artist had been heard just before, 0 to 1, see <see cref="PlayMemory"/>.</summary>
    public double Fatigue { get; init; }

    /// <summary>What the listener did with it.</summary>
    public TrackOutcome Outcome { get; init; }
}
