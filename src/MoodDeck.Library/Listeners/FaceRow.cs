using System.Globalization;
using MoodDeck.Core.Mood;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Listeners;

/// <summary>A row of either table of faces.</summary>
internal sealed record FaceRow
{
    public long Id { get; init; }

    public string ModelId { get; init; } = "";

    public string At { get; init; } = "";

    public long Readings { get; init; }

    public string Label { get; init; } = "";

    public byte[] Scores { get; init; } = [];

    public byte[] Embedding { get; init; } = [];

    public StoredRest ToRest() => new(Time, new(ModelId, (int)Readings, Blobs.Doubles(Scores), Blobs.Floats(Embedding)));

    public StoredCorrection ToCorrection() =>
        new(Id, Time, new(ModelId, (Emotion)Emotions.Names.ToList().IndexOf(Label), EmotionScores.FromWeights(Blobs.Doubles(Scores)), Blobs.Floats(Embedding)));

    private DateTimeOffset Time => DateTimeOffset.Parse(At, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
