using MoodDeck.Core.Music;
using MoodDeck.Recommend.Remarks;
using MoodDeck.Recommend.Scanning;

namespace MoodDeck.Recommend;

/// <summary>Says what the listener should know about an answer as a whole.</summary>
internal sealed class NoteWriter(TrackIndex index, RecommendationRequest request, TrackFilter filter, FilterCensus census)
{
    /// <summary>The remarks, most important first.</summary>
    public IReadOnlyList<Remark> Write(int queued, int queuedPlayable)
    {
        if (index.Count == 0) return [Remark.Of("note.emptyCatalogue")];
        var notes = new List<Remark>(UnknownValues());
        if (queued < request.Limit) notes.Add(Fewer(queued));
        if (queuedPlayable == 0) notes.Add(NothingPlays());
        if (request.From is not null && request.Strategy is Strategy.Match or Strategy.Hold or Strategy.Focus && request.Target is not null)
            notes.Add(Remark.Of("note.fromIsNotFor", ("strategy", Strategies.NameOf(request.Strategy))));
        return notes;
    }

    private IEnumerable<Remark> UnknownValues()
    {
        foreach (var language in request.Languages.Where(l => index.Languages.NumberOf(l) == 0).Select(FoldedText.Fold))
            yield return language == MusicLanguages.WithoutWords ? Remark.Of("note.noneWithoutWords") : Remark.Of("note.noLanguage", ("language", language));
        foreach (var artist in request.Artists.Where(a => index.Artists.NumberOf(a) == 0))
            yield return Remark.Of("note.noArtist", ("artist", artist.Trim()));
        foreach (var genre in request.Genres.Where(g => index.Genres.NumberOf(g) == 0))
            yield return Remark.Of("note.noGenre", ("genre", genre.Trim()));
    }

    private Remark Fewer(int queued)
    {
        if (!filter.Any) return queued == 0 ? Remark.Of("note.noneLeft") : Remark.Of("note.fewLeft", ("n", queued));
        if (census.BestToLoosen() is not { } loosen)
            return queued == 0 ? Remark.Of("note.noneFitsAnyLoosened") : Remark.Of("note.fewFitAnyLoosened", ("n", queued));
        return queued == 0
            ? Remark.Of("note.noneFits", ("filter", NameOf(loosen.Filter)), ("passing", loosen.Passing))
            : Remark.Of("note.fewFit", ("n", queued), ("filter", NameOf(loosen.Filter)), ("passing", loosen.Passing));
    }

    private Remark NothingPlays()
    {
        if (census.Playable == 0) return Remark.Of("note.nothingPlaysYet");
        if (census.PassingPlayable > 0) return Remark.Of("note.othersPlay", ("n", census.PassingPlayable));
        if (census.BestPlayableOutside() is not { } outside) return Remark.Of("note.silentOutside", ("n", census.Playable));
        var (silent, languages) = Silent();
        var (n, source) = (("n", (object)outside.Count), ("source", (object)TrackSources.NameOf(outside.Source)));
        var language = outside.Language == 0 ? null : index.Languages.ValueOf(outside.Language);
        return language switch
        {
            null => Said(".source", n, source),
            MusicLanguages.WithoutWords => Said(".withoutWords", n, source),
            _ => Said(".language", n, source, ("language", language)),
        };

        Remark Said(string outcome, params ReadOnlySpan<(string, object)> values) =>
            Remark.Of(silent + outcome, languages is null ? values : [("languages", languages), .. values]);
    }

    // Languages, where nothing else was asked for, are named; any other filters are what the listener sees set.
    private (string Code, IReadOnlyList<string>? Languages) Silent()
    {
        var languages = request.Languages.Select(FoldedText.Fold).ToList();
        var onlyLanguages = languages.Count > 0 && request.Artists.Count + request.Genres.Count + request.Sources.Count == 0;
        return onlyLanguages && !languages.Contains(MusicLanguages.WithoutWords)
            ? ("note.languageSilent", languages)
            : ("note.filteredSilent", null);
    }

    private static string NameOf(FilterKinds filter) => filter switch
    {
        FilterKinds.Language => "language",
        FilterKinds.Artist => "artist",
        FilterKinds.Genre => "genre",
        _ => "source",
    };
}
