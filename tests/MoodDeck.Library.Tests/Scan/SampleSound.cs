using MoodDeck.Audio.Listening;
using MoodDeck.Library.Sound;

namespace MoodDeck.Library.Tests.Scan;

/// <summary>What might have been heard in a file.</summary>
internal static class SampleSound
{
    public static TrackSound Of(string? model) => new(
        new()
        {
            ListenedSeconds = 60, LoudnessDb = -21, LoudnessSpreadDb = 4, CentroidHertz = 1500, Flux = 0.1, OnsetsPerSecond = 2, TempoBpm = 90,
            TempoClarity = 0.6, Tonic = 9, IsMajor = false, Majorness = -0.2, KeyClarity = 0.7, Chroma = [.. Enumerable.Repeat(1 / 12.0, 12)],
            Descriptors = [.. TrackDescriptors.Names.Select((_, i) => (float)i)],
        },
        model, new("mp3", "mp3", 44_100, 2, 192_000, 1105, 5_000_000));
}
