using System.Globalization;
using MoodDeck.Core.Mood;
using MoodDeck.Demo.Composition;
using MoodDeck.Demo.Pieces;

namespace MoodDeck.Demo;

/// <summary>The pieces of the demo library.</summary>
public static class DemoCatalogue
{
    /// <summary>Every piece, around the mood plane from the right and then inwards.</summary>
    public static IReadOnlyList<DemoPiece> Pieces { get; } = [.. PieceBook.All.Select((spec, i) => Describe(spec, i + 1))];

    private static DemoPiece Describe(PieceSpec spec, int number) => new()
    {
        Number = number,
        Title = spec.Title,
        Band = BandOf(spec.Mood),
        Album = AlbumOf(spec.Mood),
        Genre = spec.Genre,
        Mood = spec.Mood,
        TempoBpm = spec.TempoBpm,
        Key = spec.Key.ToString(),
        DurationSeconds = Math.Round(Score.DurationOf(spec), 1),
        FileName = string.Create(CultureInfo.InvariantCulture, $"{number:00}-{Slug(spec.Title)}.mp3"),
    };

    private static string BandOf(Vad mood) => NamedMoods.Nearest(mood).Name switch
    {
        "pleasant" => "The Porch Lights",
        "happy" => "Paper Kite Parade",
        "excited" => "Confetti Engine",
        "energetic" => "Night Train Orchestra",
        "tense" => "Stairwell Clocks",
        "angry" => "Red Furnace",
        "unpleasant" => "Sour Weather Ensemble",
        "sad" => "The Unsent Letters",
        "tired" => "Heavy Eyelids Trio",
        "calm" => "Harbour Players",
        "serene" => "Lantern Choir",
        "content" => "Kettle and Honey",
        _ => "Grey Linen",
    };

    private static string AlbumOf(Vad mood) => (mood.Valence >= 0, mood.Arousal >= 0) switch
    {
        (true, true) => "Bright Hours",
        (false, true) => "Pressure Systems",
        (false, false) => "Slow Rain",
        (true, false) => "Open Windows",
    };

    private static string Slug(string title) =>
        string.Join('-', title.ToLowerInvariant().Split([' ', ','], StringSplitOptions.RemoveEmptyEntries));
}
