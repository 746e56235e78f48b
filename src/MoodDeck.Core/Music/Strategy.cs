namespace MoodDeck.Core.Music;

/// <summary>What the queue should do with the mood it starts from.</summary>
public enum Strategy
{
    /// <summary>Meet me where I am.</summary>
    Match,
    /// <summary>Iso principle (Altshuler 1948): start where I am, walk to a brighter place.</summary>
    Lift,
    /// <summary>Towards rest.</summary>
    Calm,
    /// <summary>Towards energy.</summary>
    Energise,
    /// <summary>Steady, not distracting.</summary>
    Focus,
    /// <summary>Stay at the dial, whatever the face says.</summary>
    Hold,
}

/// <summary>Names of the strategies as they appear in commands and JSON.</summary>
public static class Strategies
{
    /// <summary>Lower-case names in enum order.</summary>
    public static IReadOnlyList<string> Names { get; } = ["match", "lift", "calm", "energise", "focus", "hold"];

    /// <summary>The lower-case name.</summary>
    public static string NameOf(Strategy strategy) => Names[(int)strategy];

    /// <summary>Reads a name, ignoring case; false when there is no such strategy.</summary>
    public static bool TryParse(string? name, out Strategy strategy)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (!Names[i].Equals(name?.Trim(), StringComparison.OrdinalIgnoreCase)) continue;
            strategy = (Strategy)i;
            return true;
        }

        strategy = default;
        return false;
    }
}
