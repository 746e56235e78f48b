using MoodDeck.Core.Mood;

namespace MoodDeck.Library.Playlists.Smart;

/// <summary>How the tracks of a smart playlist follow one another.</summary>
public enum SmartOrder
{
    /// <summary>A walk over the plane, from the sad corner over the tense and the happy one to the calm one; see <see cref="MoodCurve"/>.</summary>
    Path,
    /// <summary>The nearest to the mood first.</summary>
    Nearest,
    /// <summary>What came into the catalogue last first.</summary>
    Newest,
    /// <summary>Mixed by the seed.</summary>
    Shuffle,
    /// <summary>What was never played first, then what was played longest ago.</summary>
    Rested,
}

/// <summary>Names of the orders as they appear in commands and JSON.</summary>
public static class SmartOrders
{
    /// <summary>Lower-case names in enum order.</summary>
    public static IReadOnlyList<string> Names { get; } = ["path", "nearest", "newest", "shuffle", "rested"];

    /// <summary>Reads a name, ignoring case; false when there is no such order.</summary>
    public static bool TryParse(string? name, out SmartOrder order)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (!Names[i].Equals(name?.Trim(), StringComparison.OrdinalIgnoreCase)) continue;
            order = (SmartOrder)i;
            return true;
        }

        order = default;
        return false;
    }
}
