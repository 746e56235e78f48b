namespace MoodDeck.Server.Contracts;

/// <summary>How many digits an answer carries: enough for any use, few enough to read.</summary>
internal static class Rounded
{
    /// <summary>Five digits: eight probabilities still sum to 1 within 1e-4.</summary>
    public static double Value(double value) => Math.Round(value, 5) + 0.0; // + 0.0 turns -0 into 0
}
