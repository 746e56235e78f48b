using MoodDeck.Core.Music;

namespace MoodDeck.Recommend;

/// <summary>Says what the listener should know about an answer as a whole.</summary>
internal sealed class NoteWriter(TrackIndex index, RecommendationRequest request, TrackFilter filter, FilterCensus census)
{
    /// <summary>The sentences, most important first.</summary>
    public IReadOnlyList<string> Write(int queued, int queuedPlayable)
    {
        var notes = new List<string>();
        if (index.Count == 0)
        {
            notes.Add("The catalogue is empty. Scan a music folder or import a table.");
            return notes;
        }

        notes.AddRange(UnknownValues());
        if (queued < request.Limit && Fewer(queued) is { } fewer) notes.Add(fewer);
        if (queuedPlayable == 0) notes.Add(NothingPlays());
        if (request.From is not null && request.Strategy is Strategy.Match or Strategy.Hold or Strategy.Focus && request.Target is not null)
            notes.Add($"The place to start from is for lift, calm and energise; {Strategies.NameOf(request.Strategy)} stays at the mood.");
        return notes;
    }

    private IEnumerable<string> UnknownValues()
    {
        foreach (var language in request.Languages.Where(l => index.Languages.NumberOf(l) == 0))
            yield return $"The catalogue has nothing {In(language)}.";
        foreach (var artist in request.Artists.Where(a => index.Artists.NumberOf(a) == 0))
            yield return $"The catalogue has no artist called {artist.Trim()}.";
        foreach (var genre in request.Genres.Where(g => index.Genres.NumberOf(g) == 0))
            yield return $"The catalogue has no genre called {genre.Trim()}.";
    }

    private string? Fewer(int queued)
    {
        var found = queued switch { 0 => "No track fits", 1 => "Only 1 track fits", _ => $"Only {queued} tracks fit" };
        if (!filter.Any) return queued == 0 ? "No track is left to choose from." : $"Only {Count(queued, "track is", "tracks are")} left to choose from.";
        return census.BestToLoosen() is { } loosen
            ? $"{found} these filters; without the {NameOf(loosen.Filter)} filter there would be {loosen.Passing}."
            : $"{found} these filters; one filter less would not help, two might.";
    }

    private string NothingPlays()
    {
        if (census.Playable == 0) return "Nothing plays here yet: make the demo library or scan a music folder.";
        if (census.PassingPlayable > 0)
            return $"None of these plays here; {Count(census.PassingPlayable, "track that does is", "tracks that do are")} further from this mood.";
        var nothing = $"Nothing {Described()} plays here";
        return census.BestPlayableOutside() is { } outside
            ? $"{nothing}; {Described(outside.Source, outside.Language, outside.Count)} would."
            : $"{nothing}; {Count(census.Playable, "track plays", "tracks play")} outside these filters.";
    }

    private string Described()
    {
        var parts = new List<string>();
        if (request.Genres.Count > 0) parts.Add("of genre " + Or(request.Genres));
        if (request.Languages.Count > 0) parts.Add(In(request.Languages));
        if (request.Artists.Count > 0) parts.Add("by " + Or(request.Artists));
        if (request.Sources.Count > 0) parts.Add("from source " + Or(request.Sources.Select(TrackSources.NameOf)));
        return parts.Count > 0 ? string.Join(' ', parts) : "left to choose from";
    }

    private string Described(TrackSource source, int language, int count)
    {
        var noun = count == 1 ? "track" : "tracks";
        var words = language == 0 ? "" : " " + In(index.Languages.ValueOf(language));
        return $"{count} {TrackSources.NameOf(source)} {noun}{words}";
    }

    private static string In(IReadOnlyList<string> languages) =>
        languages.Count == 1 ? In(languages[0]) : Or(languages.Select(In));

    private static string In(string language)
    {
        var code = FoldedText.Fold(language);
        return code == MusicLanguages.WithoutWords ? "without words" : "in " + MusicLanguages.NameOf(code);
    }

    private static string Or(IEnumerable<string> items)
    {
        var list = items.Select(i => i.Trim()).ToList();
        return list.Count == 1 ? list[0] : string.Join(", ", list[..^1]) + " or " + list[^1];
    }

    private static string Count(int n, string one, string many) => n == 1 ? $"1 {one}" : $"{n} {many}";

    private static string NameOf(FilterKinds filter) => filter switch
    {
        FilterKinds.Language => "language",
        FilterKinds.Artist => "artist",
        FilterKinds.Genre => "genre",
        _ => "source",
    };
}
