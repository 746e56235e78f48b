namespace MoodDeck.Server.Pairing;

/// <summary>What devices that are not paired may ask for.</summary>
internal static class PairPaths
{
    /// <summary>The page an invitation leads to.</summary>
    public const string Page = "/pair";

    /// <summary>Where that page exchanges its token for a key.</summary>
    public const string Exchange = DeckServer.ApiRoot + "/lan/pair";
}
