using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;

namespace MoodDeck.Library.Tests.Starter;

/// <summary>What the starter catalogue promises; each broken promise is a sentence.</summary>
internal static class StarterRules
{
    private const int LargeLanguage = 80;
    private const double StrongRadius = 0.3;
    private const double ClearRadius = 0.25;

    public static IEnumerable<string> Broken(IReadOnlyList<Track> songs)
    {
        foreach (var twins in songs.GroupBy(s => (FoldedText.FoldArtist(s.Artist), FoldedText.Fold(s.Title))).Where(g => g.Count() > 1))
            yield return $"{twins.First().Artist}: {twins.First().Title} is there {twins.Count()} times ({string.Join(", ", twins.Select(t => t.Language))})";
        foreach (var song in songs)
        {
            if (song.Year is not (>= 1950 and <= 2026)) yield return $"{song.Title}: year {song.Year}";
            if (!MusicLanguages.TryParse(song.Language, out var code) || code != song.Language) yield return $"{song.Title}: language {song.Language}";
            if (song.Mood.Sigma.Valence is < 0.1 or > 0.5) yield return $"{song.Title}: sigma {song.Mood.Sigma.Valence}";
            if (song.Genre != song.Genre?.ToLowerInvariant()) yield return $"{song.Title}: genre {song.Genre}";
        }

        if (songs.Count < 1200) yield return $"{songs.Count} songs, expected 1,200";
        var artists = songs.Select(s => FoldedText.FoldArtist(s.Artist)).Distinct().Count();
        if (artists < 500) yield return $"{artists} artists, expected 500";
        for (var decade = 1950; decade <= 2020; decade += 10)
            if (songs.Count(s => s.Year / 10 * 10 == decade) < 20) yield return $"fewer than 20 songs of the {decade}s";
        var languages = songs.GroupBy(s => s.Language!).ToList();
        if (languages.Count(l => l.Count() >= 40) < 12) yield return $"{languages.Count(l => l.Count() >= 40)} languages with 40 songs, expected 12";
        foreach (var broken in languages.SelectMany(l => Uncovered(l.Key, [.. l]))) yield return broken;
    }

    private static IEnumerable<string> Uncovered(string language, IReadOnlyList<Track> songs)
    {
        var isLarge = songs.Count >= LargeLanguage;
        foreach (var mood in NamedMoods.All.Where(m => m.OnRim))
        {
            var there = songs.Count(s => Radius(s) >= (isLarge ? StrongRadius : ClearRadius) && NamedMoods.Nearest(s.Mood.Mean) == mood);
            if (there < (isLarge ? 3 : 1)) yield return $"{language} ({songs.Count} songs): {there} that are clearly {mood.Name}";
        }

        foreach (var (pleasant, active) in ((bool, bool)[])[(true, true), (true, false), (false, true), (false, false)])
        {
            var there = songs.Count(s => Radius(s) >= ClearRadius && s.Mood.Mean.Valence > 0 == pleasant && s.Mood.Mean.Arousal > 0 == active);
            if (there < 5) yield return $"{language}: {there} songs that are {(pleasant ? "" : "un")}pleasant and {(active ? "" : "in")}active";
        }
    }

    private static double Radius(Track song) => Math.Sqrt(
        (song.Mood.Mean.Valence * song.Mood.Mean.Valence) + (song.Mood.Mean.Arousal * song.Mood.Mean.Arousal));
}
