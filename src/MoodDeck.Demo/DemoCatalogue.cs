namespace MoodDeck.Demo;

/// <summary>The pieces of the demo library.</summary>
public static class DemoCatalogue
{
    /// <summary>Every piece, in album order.</summary>
    public static IReadOnlyList<DemoPiece> Pieces { get; } = [];
}
