using MoodDeck.Demo.Composition;

namespace MoodDeck.Demo.Pieces;

/// <summary>Every piece, around the mood plane from the right and then inwards.</summary>
internal static class PieceBook
{
    /// <summary>The pieces in catalogue order.</summary>
    public static IReadOnlyList<PieceSpec> All { get; } =
    [
        PleasantPieces.Porchlight, PleasantPieces.Terrace, HappyPieces.PaperKites, HappyPieces.Lemonade, ExcitedPieces.Confetti, ExcitedPieces.Rooftop,
        EnergeticPieces.NightTrain, EnergeticPieces.CopperWire, TensePieces.Stairwell, TensePieces.ChannelNine, AngryPieces.BrokenGlass, AngryPieces.RedFurnace,
        UnpleasantPieces.SourWeather, UnpleasantPieces.WaitingRoom, SadPieces.Letters, SadPieces.EmptyPier, TiredPieces.PastMidnight, TiredPieces.HeavyEyelids,
        CalmPieces.Snow, CalmPieces.Harbour, SerenePieces.Monastery, SerenePieces.Lanterns, ContentPieces.Kettle, ContentPieces.SecondCup,
        InnerPieces.DeepWork, InnerPieces.Attic, InnerPieces.Cathedral, InnerPieces.GreyLinen,
    ];
}
